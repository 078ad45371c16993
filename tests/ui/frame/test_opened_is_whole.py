"""What each button of a page opens is whole at double text in a small window: a form, a list, a dialog."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractItemView, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import StandingClock
from tests.ui.frame.test_reach import SMALL, TARGET, called, controls, cut_words
from tests.ui.frame.test_views_are_whole import overlaps
from tests.ui.places import PAGES, places
from tests.ui.shell import Shell

# A popup asks for the keyboard, which a window without a screen cannot give it.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)


def faults(widget: QWidget) -> list[str]:
    """Words without room, what lies on another, and targets too low for a hand."""
    shown = [each for each in widget.findChildren(QWidget) if each.isVisible()]
    low = [
        f"{called(each)} is {each.height()} high"
        for each in controls(widget)
        if each.height() < TARGET and not isinstance(each, QAbstractItemView)
    ]
    return [*(cut for each in shown if (cut := cut_words(each))), *overlaps(shown), *low]


@pytest.mark.parametrize("name", PAGES)
def test_nothing_that_a_page_opens_is_cut_or_covered_or_too_low(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock, name: str
) -> None:
    shell = Shell(tmp_path, clock, "ko")
    qtbot.addWidget(shell.window)
    shell.window.resize(*SMALL)
    shell.controller.show_demonstration("nephritis")
    shell.window.context.theme.set_scale(2.0)
    found: dict[str, list[str]] = {}

    def look(way: str, widget: QWidget) -> None:
        if wrong := faults(widget):
            found[way] = wrong

    places(shell, name, look, deep=1)
    assert found == {}


def test_each_fault_is_found(qtbot: QtBot) -> None:
    body = QWidget()
    qtbot.addWidget(body)
    label, button = QLabel("as long as it is", body), QPushButton("Press", body)
    label.setGeometry(0, 0, 20, 20)
    button.setGeometry(10, 0, 90, 20)
    body.show()
    said = faults(body)
    assert len(said) == 3
    assert "high" in said[-1]
