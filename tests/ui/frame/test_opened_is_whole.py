"""What each button of a page and each entry of a menu opens is whole at double text in a small window, in
both languages: a form, a list, a dialog, a screen. In the dark and in high contrast each word can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.diary import Secret, create_diary
from lupusdiary.ui.base.command import Verb
from tests.conftest import StandingClock
from tests.ui.frame.test_reach import SMALL, TARGET, called, controls, cut_words
from tests.ui.frame.test_views_are_whole import overlaps, shell, story
from tests.ui.ink import faint
from tests.ui.places import PAGES, opened, places, quiet
from tests.ui.shell import Shell

__all__ = ["shell", "story"]
# A popup asks for the keyboard, which a window without a screen cannot give it.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
# What leads to a page, to another diary or out, and what changes how everything looks.
_PLACES = ("page_", "demonstration_", "quit")
_LOOKS = ("theme_", "language_", "larger", "smaller", "full_screen")
_ROUNDS = 5
_THEMES = {"ko": "dark", "en": "contrast"}
_SCORES = "day,symptom,value\n2026-11-01,fatigue,3\n2026-11-02,fatigue,many\n"
# What is asked for on a page and fills the window all the same.
ASKED = (Verb.RESTORE, Verb.PASSPHRASE, Verb.MOVING)
# What covers the diary comes last.
LAST = {Verb.OWN, Verb.RECOVERY, Verb.LOCK, *ASKED}


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


class Looking:
    """Looks at what is opened, and keeps what is wrong with it by the way to it."""

    def __init__(self, shell: Shell) -> None:
        self.found: dict[str, list[str]] = {}
        self.seen: set[str] = set()
        shell.person.in_dialog = self.at_dialog

    def at(self, way: str, widget: QWidget) -> None:
        """One place."""
        self.seen.add(way)
        # Lines that wrap ask for their height once they know their width, each holder after what it holds.
        for _ in range(_ROUNDS):
            if not (wrong := faults(widget)):
                break
            quiet()
        if wrong or (wrong := faint(widget, 2.0)):
            self.found[way] = wrong

    def at_dialog(self, dialog: QDialog) -> bool:
        """A dialog that is asked for: shown, looked at and closed."""
        dialog.show()
        quiet()
        self.at(type(dialog).__name__, dialog)
        dialog.close()
        return False


@pytest.mark.parametrize("name", PAGES)
def test_nothing_that_a_page_opens_is_cut_or_covered_or_too_low(shell: Shell, name: str) -> None:
    shell.window.resize(*SMALL)
    shell.window.context.theme.set_scale(2.0)
    shell.window.context.theme.set_name(_THEMES[shell.window.context.tr.code])
    looking = Looking(shell)
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
    looking = Looking(shell)
    ways = [(each.objectName(), each.trigger) for each in menu_entries(shell)]
    ways += [(str(verb), lambda verb=verb: shell.controller.do(verb)) for verb in ASKED]
    for name, open_it in sorted(ways, key=lambda way: way[0] in LAST):
        before = {shell.window}
        open_it()
        quiet()
        looking.at(name, shell.window)
        for window in opened(before):
            looking.at(f"{name} > {type(window).__name__}", window)
            window.close()
        quiet()
    assert looking.found == {}
    assert {"ImportPreview", "trash > TrashDialog", "about > About", "help > Help"} <= looking.seen


def menu_entries(shell: Shell) -> list[QAction]:
    """Every entry of the menu bar that opens something here and now, what covers the diary last."""
    menus = shell.window.menuBar().findChildren(QMenu)
    entries = [
        each for menu in menus for each in menu.actions() if not each.isSeparator() and not each.menu()
    ]
    leading = [each for each in entries if not each.objectName().startswith((*_PLACES, *_LOOKS))]
    return sorted((each for each in leading if each.isEnabled()), key=lambda each: each.objectName() in LAST)


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
