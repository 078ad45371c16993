"""What is read as one stays on one line, and what is to be looked at again is words behind a sign."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.ui.base.line_breaks import unbroken
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.widgets.labels import plain_label, set_role


def test_a_label_gives_back_what_it_was_given_and_breaks_before_a_date(qtbot: QtBot) -> None:
    label = plain_label("")
    qtbot.addWidget(label)
    label.setText("재발 2026. 10. 19.부터")
    assert label.text() == "재발 2026. 10. 19.부터"
    whole = label.fontMetrics().horizontalAdvance("재발 2026. 10. 19.부터")
    date = label.fontMetrics().horizontalAdvance("2026. 10. 19.부터")
    label.setFixedWidth((whole + date) // 2)
    assert label.heightForWidth(label.width()) < 3 * label.fontMetrics().lineSpacing()
    assert label.heightForWidth(date + 4) == label.heightForWidth(label.width())


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_note_is_words_behind_a_sign_and_no_filled_box(qtbot: QtBot, theme: str) -> None:
    page, look = QWidget(), Theme(theme)
    qtbot.addWidget(page)
    label = plain_label("note")
    label.setParent(page)
    look.apply_to(page)
    label.setText("다시 보세요")
    page.resize(300, 60)
    page.show()
    label.resize(300, label.heightForWidth(300))
    image = label.grab().toImage()
    ground = QColor(image.pixelColor(image.width() - 3, image.height() // 2))
    assert ground != QColor(look.colours.note) or look.colours.note == look.colours.window
    amber = QColor(look.colours.on_note)
    side = label.contentsMargins().left()
    assert side > 12
    near = {
        (x, y)
        for x in range(side - 4)
        for y in range(image.height())
        if abs(image.pixelColor(x, y).lightness() - amber.lightness()) < 60
        and image.pixelColor(x, y) != ground
    }
    assert near


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_box_of_notes_has_the_ground_of_a_card(qtbot: QtBot, theme: str) -> None:
    box, look = QFrame(), Theme(theme)
    qtbot.addWidget(box)
    box.setProperty("role", "note")
    look.apply_to(box)
    box.resize(300, 60)
    assert box.grab().toImage().pixelColor(150, 30) == QColor(look.colours.surface)


def _signed_rows(label: QLabel) -> list[int]:
    """The rows in which something stands before the words."""
    image = label.grab().toImage()
    ground = image.pixelColor(image.width() - 2, 1)
    edge = range(label.fontMetrics().ascent())
    return [y for y in range(image.height()) if any(image.pixelColor(x, y) != ground for x in edge)]


def test_a_sign_stands_beside_the_first_line_however_tall_the_label_is(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    label = plain_label("note")
    column.addWidget(label)
    Theme("light").apply_to(page)
    label.setText("Look again")
    page.resize(300, 200)
    page.show()
    rows = _signed_rows(label)
    assert abs((rows[0] + rows[-1]) / 2 - label.height() / 2) <= 2


def test_a_note_that_is_none_any_more_has_no_sign_and_no_room_for_one(qtbot: QtBot) -> None:
    label = plain_label("note")
    qtbot.addWidget(label)
    Theme("light").apply_to(label)
    label.setText("Look again")
    label.setAlignment(Qt.AlignmentFlag.AlignRight)
    label.resize(300, 40)
    label.show()
    for role, signed in (("", False), ("note", True)):
        set_role(label, role)
        assert (label.contentsMargins().left() > 12) is signed
        assert bool(_signed_rows(label)) is signed


def test_a_note_that_says_nothing_has_no_sign(qtbot: QtBot) -> None:
    label = plain_label("note")
    qtbot.addWidget(label)
    Theme("light").apply_to(label)
    label.setAlignment(Qt.AlignmentFlag.AlignRight)
    label.resize(300, 40)
    label.show()
    for words in ("", "Look again", ""):
        label.setText(words)
        assert bool(_signed_rows(label)) is bool(words)


def test_no_line_begins_with_the_dot_that_parts_two_things(qtbot: QtBot) -> None:
    label = plain_label("")
    qtbot.addWidget(label)
    said = "What is the aim of treatment? · 7 min"
    label.setText(said)
    assert label.text() == said
    before = label.fontMetrics().horizontalAdvance("What is the aim of treatment?")
    words = unbroken(said).split(" ")
    assert "·" not in {word[0] for word in words}
    assert label.heightForWidth(before + 2) >= 2 * label.fontMetrics().lineSpacing()
