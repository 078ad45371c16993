"""A list to choose from: words without room end in an ellipsis, and the list holds them whole."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.widgets.choice import Choice

WORDS = "Overall: how much lupus bothered you today"


def pictures(qtbot: QtBot, width: int) -> tuple[Choice, QImage, QImage]:
    """A choice of that width, and how it and a combo box of Qt's look in the window's style."""
    made = (Choice(), QComboBox())
    for box in made:
        qtbot.addWidget(box)
        box.setStyleSheet(Theme("light").sheet())
        box.addItem(WORDS)
        box.resize(width, 40)
        box.show()
    ours, theirs = (box.grab().toImage() for box in made)
    return made[0], ours, theirs


def test_words_that_have_no_room_end_in_an_ellipsis(qtbot: QtBot) -> None:
    choice, ours, theirs = pictures(qtbot, 160)
    assert choice.written.endswith("…")
    assert WORDS.startswith(choice.written[:-1].strip())
    assert len(choice.written) > 3
    assert choice.currentText() == choice.itemText(0) == WORDS
    assert ours != theirs


def test_words_that_have_room_stand_as_they_are(qtbot: QtBot) -> None:
    choice, ours, theirs = pictures(qtbot, 700)
    assert choice.written == WORDS
    assert ours == theirs


def test_it_asks_for_the_room_that_its_widest_words_need(qtbot: QtBot) -> None:
    for words in ("다음에 오는 진료", "류마티스내과", WORDS):
        choice = Choice()
        qtbot.addWidget(choice)
        choice.setStyleSheet(Theme("light").sheet())
        choice.addItem(words)
        choice.show()
        choice.resize(choice.sizeHint())
        assert choice.written == words
