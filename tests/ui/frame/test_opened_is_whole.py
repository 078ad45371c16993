"""What each button of a page and each entry of a menu opens is whole at double text in a small window, in
both languages: a form, a list, a dialog, a screen. In the dark and in high contrast each word can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractItemView, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.diary import Secret, create_diary
from tests.conftest import StandingClock
from tests.ui.frame.test_reach import SMALL, TARGET, called, controls, cut_words
from tests.ui.frame.test_views_are_whole import overlaps, shell, story
from tests.ui.ink import faint
from tests.ui.places import ASKED, LAST, PAGES, Looking, menu_entries, places, quiet
from tests.ui.shell import Shell

__all__ = ["shell", "story"]
# A popup asks for the keyboard, which a window without a screen cannot give it.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
_ROUNDS = 5
_THEMES = {"ko": "dark", "en": "contrast"}
_SCORES = "day,symptom,value\n2026-11-01,fatigue,3\n2026-11-02,fatigue,many\n"


def faults(widget: QWidget) -> list[str]:
    """Words without room, what lies on another, low targets, and a window beyond the screen."""
    shown = [each for each in widget.findChildren(QWidget) if each.isVisible()]
    low = [
        f"{called(each)} is {each.height()} high"
        for each in controls(widget)
        if each.height() < TARGET and not isinstance(each, QAbstractItemView)
    ]
    beyond = [
        f"{called(widget)} is {widget.width()} x {widget.height()}"
        for size, most in zip((widget.width(), widget.height()), SMALL, strict=True)
        if size > most
    ]
    return [*(cut for each in shown if (cut := cut_words(each))), *overlaps(shown), *low, *beyond]


def wrong(widget: QWidget) -> list[str]:
    """The faults of a widget once it is laid out, else the words that are hard to read."""
    # Lines that wrap ask for their height once they know their width, each holder after what it holds.
    for _ in range(_ROUNDS):
        if not (found := faults(widget)):
            return faint(widget, 2.0)
        quiet()
    return found


@pytest.mark.parametrize("name", PAGES)
def test_nothing_that_a_page_opens_is_cut_or_covered_or_too_low(shell: Shell, name: str) -> None:
    shell.window.resize(*SMALL)
    shell.window.context.theme.set_scale(2.0)
    shell.window.context.theme.set_name(_THEMES[shell.window.context.tr.code])
    looking = Looking(shell, wrong)
    places(shell, name, looking.at, deep=1)
    assert looking.found == {}


@pytest.mark.parametrize("language", ["ko", "en"])
def test_nothing_that_a_menu_opens_is_cut_or_covered_or_too_low(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock, language: str
) -> None:
    shell = Shell(tmp_path, clock, language)
    qtbot.addWidget(shell.window)
    shell.window.resize(*SMALL)
    shell.window.context.theme.set_scale(2.0)
    shell.window.context.theme.set_name(_THEMES[language])
    diary = create_diary(shell.own, Secret.passphrase("only for this test"), clock, parents=True)
    diary.days.record(diary.today(), "fatigue", 4)
    diary.days.record(diary.today(), "fatigue", 5)
    shell.controller._show(diary)
    shell.person.opens = tmp_path / "scores.csv"
    shell.person.opens.write_text(
        "day,symptom,value\n2026-11-01,fatigue,3\n2026-11-02,fatigue,many\n", encoding="utf-8"
    )
    looking = Looking(shell, wrong)
    ways = [(each.objectName(), each.trigger) for each in menu_entries(shell)]
    ways += [(str(verb), lambda verb=verb: shell.controller.do(verb)) for verb in ASKED]
    for name, open_it in sorted(ways, key=lambda way: way[0] in LAST):
        looking.after(name, open_it)
    assert looking.found == {}
    assert {"ImportPreview", "trash > TrashDialog", "about > About", "help > Help"} <= looking.seen


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
    body.resize(400, SMALL[1] + 1)
    assert str(SMALL[1] + 1) in faults(body)[-1]
