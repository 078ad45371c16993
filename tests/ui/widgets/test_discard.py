"""A row that a click takes away, and the button of that click inside it."""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.ui.widgets.discard import clear, discard


def _row(column: QVBoxLayout, gone: list[str]) -> QPushButton:
    row = QWidget()
    inside = QVBoxLayout(row)
    button = QPushButton("x")
    button.setObjectName("take_away")
    inside.addWidget(button)
    row.destroyed.connect(lambda: gone.append("row"))
    button.clicked.connect(lambda: clear(column))
    button.clicked.connect(lambda: (gc.collect(), gone.append("click")))
    column.addWidget(row)
    return button


def test_a_row_outlives_the_click_that_takes_it_away(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    gone: list[str] = []
    _row(column, gone).click()
    assert gone == ["click"]
    assert column.count() == 0
    assert window.findChild(QPushButton, "take_away") is None
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gone == ["click", "row"]


def test_what_was_discarded_is_not_held_for_ever(qtbot: QtBot) -> None:
    from lupusdiary.ui.widgets import discard as module

    window = QWidget()
    qtbot.addWidget(window)
    discard(QLabel("old", window))
    assert len(module._going) == 1
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    assert module._going == {}


def test_what_was_discarded_is_held_until_its_children_are_deleted_too(qtbot: QtBot) -> None:
    from lupusdiary.ui.widgets import discard as module

    window = QWidget()
    qtbot.addWidget(window)
    row = QWidget(window)
    inside = QLabel("inside", row)
    held: list[int] = []
    inside.destroyed.connect(lambda: held.append(len(module._going)))
    discard(row)
    del row, inside
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert held == [1]
