"""What the keyboard does to a passphrase that nobody sees."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.language import translator
from lupusdiary.ui.widgets.passphrase_fields import KeyboardState

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_shift_and_space_never_enter_a_hidden_passphrase_unseen(qtbot: QtBot) -> None:
    window, field = QWidget(), QLineEdit()
    qtbot.addWidget(window)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    state = KeyboardState([field], lambda: translator("en"))
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(state.label)
    window.show()
    QTest.keyClicks(field, "two")
    QTest.keyClick(field, Qt.Key.Key_Space, SHIFT)
    assert field.text() == "two"
    assert state.label.isVisible()
    assert state.label.text().startswith("Shift+Space was not typed")
    QTest.keyClick(field, Qt.Key.Key_Space)
    QTest.keyClicks(field, "words")
    assert field.text() == "two words"
    assert not state.label.isVisible()
    field.setEchoMode(QLineEdit.EchoMode.Normal)
    QTest.keyClick(field, Qt.Key.Key_Space, SHIFT)
    assert field.text() == "two words "
