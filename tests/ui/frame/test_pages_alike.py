"""What all pages have in common to the eye: where they begin, and that no more than one button is filled."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from lupusdiary.ui.base.page import SIDE
from tests.ui.frame.test_reach import NAMES, Clock, show
from tests.ui.shell import Shell, told_diary

# The day and the month have the arrow before them.
_AFTER_AN_ARROW = {"today", "calendar"}


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return told_diary(tmp_path_factory.mktemp("story"), "mild", "ko")


@pytest.fixture
def shell(story: Path, qtbot: QtBot, tmp_path: Path, clock: Clock) -> Shell:
    made = Shell(tmp_path, clock, "ko")
    qtbot.addWidget(made.window)
    made.window.resize(1366, 768)
    made.show_told(story)
    return made


def test_the_title_stands_at_the_same_place_on_every_page(shell: Shell) -> None:
    places = {}
    for name in NAMES:
        page = show(shell, name)
        titles = [
            label
            for label in page.findChildren(QLabel)
            if label.isVisible() and label.property("role") == "title"
        ]
        at = titles[0].mapTo(page, QPoint(0, titles[0].height() // 2))
        places[name] = (SIDE if name in _AFTER_AN_ARROW else at.x(), at.y())
    assert {x for x, _ in places.values()} == {SIDE}, places
    heights = [y for _, y in places.values()]
    # The week of Today needs a line more than its row of buttons.
    assert max(heights) - min(heights) <= 4, places


@pytest.mark.parametrize("name", NAMES)
def test_no_page_has_more_than_one_filled_button(shell: Shell, name: str) -> None:
    page = show(shell, name)
    filled = [
        button.objectName()
        for button in page.findChildren(QPushButton)
        if button.isVisible() and button.property("role") == "primary"
    ]
    assert len(filled) <= 1


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_choice_of_tests_never_scrolls_sideways(qtbot: QtBot, shell: Shell, scale: float) -> None:
    shell.window.context.theme.set_scale(scale)
    page = show(shell, "labs")
    button = page.findChild(QPushButton, "choose_rows")
    assert isinstance(button, QPushButton)
    button.click()

    def fits() -> None:
        shown = [area for area in page.findChildren(QScrollArea) if area.isVisible()]
        assert shown
        assert [area.horizontalScrollBar().maximum() for area in shown] == [0] * len(shown)

    qtbot.waitUntil(fits)
