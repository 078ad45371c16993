from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lupusdiary.ui.frame.undo_filter import UndoFilter

FIELDS: list[Callable[[], QWidget]] = [QLineEdit, QPlainTextEdit, QSpinBox]


@pytest.mark.parametrize("make", FIELDS)
def test_a_field_takes_back_its_typing_first_and_then_the_diary_its_last_step(
    qtbot: QtBot, qapp: QApplication, make: Callable[[], QWidget]
) -> None:
    undo = UndoFilter(qapp)
    window = QMainWindow()
    qtbot.addWidget(window)
    body = QWidget()
    field, other = make(), QLineEdit()
    column = QVBoxLayout(body)
    column.addWidget(other)
    column.addWidget(field)
    window.setCentralWidget(body)
    steps: list[str] = []
    action = QAction(window)
    action.setShortcut(QKeySequence.StandardKey.Undo)
    action.triggered.connect(lambda: steps.append("undo"))
    window.addAction(action)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    QTest.keyClicks(field, "7")

    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert steps == []
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert steps == ["undo"]

    other.setFocus()
    QTest.keyClick(other, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert steps == ["undo", "undo"]
    undo.deleteLater()
