"""A really damaged diary in the window: called damaged at start and at page load, with the ways out."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lupusdiary.app import catch_unexpected
from lupusdiary.diary import create_diary, open_diary
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.ui.frame.diary_view import DiaryView
from lupusdiary.ui.frame.error_dialog import ErrorDialog
from lupusdiary.ui.frame.unlock import Unlock
from lupusdiary.ui.safety.restore_page import RestorePage
from tests.conftest import StandingClock
from tests.pulling import pulled_out
from tests.ui.shell import Shell, settle

# What the first page reads, and no page can show.
AT_START = [
    "UPDATE reading SET number = 9e999",
    "UPDATE reading SET day = '2026-13-45'",
    "UPDATE reading SET how = 'latex'",
    "UPDATE day_note SET note = CAST(x'ff61fe' AS TEXT)",
    "UPDATE setting SET value = CAST(x'ff61fe' AS TEXT)",
    "INSERT INTO demonstration (id, story, until, language) VALUES (1, 'mild', 'x', 'ko')",
]


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A window in front of a diary that is not open yet."""
    made = Shell(tmp_path, clock)
    qtbot.addWidget(made.window)
    made.own.parent.mkdir(parents=True)
    with create_diary(made.own, None, clock) as diary:
        diary.days.record(diary.today(), "fatigue", 3)
        diary.days.set_note(diary.today(), "still there")
        diary.labs.add(lab_result(diary.today(), AnalyteCatalogue().get("c3"), "52"))
        diary.settings.set("computed_egfr", "yes")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    catch_unexpected(made.window, made.controller)
    return made


@pytest.fixture(autouse=True)
def our_mistakes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The reports of pages that call it a mistake of the program."""
    shown: list[str] = []
    monkeypatch.setattr(ErrorDialog, "exec", lambda self: shown.append(self.report))
    return shown


def craft(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def as_qt_calls(do: Callable[[], object]) -> None:
    """What a slot raises reaches the window so."""
    try:
        do()
    except Exception as fault:
        sys.excepthook(type(fault), fault, fault.__traceback__)


@pytest.mark.parametrize("statement", AT_START)
def test_a_first_page_that_cannot_be_shown_is_damage_and_the_window_is_not_empty(
    shell: Shell, our_mistakes: list[str], statement: str
) -> None:
    craft(shell.own, statement)
    before = shell.own.read_bytes()
    as_qt_calls(shell.controller.start)
    assert our_mistakes == []
    (asked,) = shell.person.asked
    assert "is damaged" in asked
    assert isinstance(shell.window.shown, Unlock)
    assert shell.window.view is None
    assert shell.own.read_bytes() == before


def test_from_there_what_can_be_read_is_saved_and_opens(
    qtbot: QtBot, shell: Shell, clock: StandingClock, tmp_path: Path
) -> None:
    craft(shell.own, "UPDATE reading SET number = 9e999")
    shell.person.chooses = [1]
    shell.person.save_to = tmp_path / "rescued.lupusdiary"
    as_qt_calls(shell.controller.start)
    qtbot.waitUntil(lambda: bool(shell.person.told))
    assert "Lost: 1" in shell.person.told[-1]
    with open_diary(tmp_path / "rescued.lupusdiary", None, clock) as rescued:
        assert rescued.days.day(rescued.today()).note == "still there"


def test_from_there_the_backups_of_this_diary_are_listed(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    with open_diary(shell.own, None, clock) as diary:
        diary.backups.back_up("manual")
    craft(shell.own, "UPDATE reading SET number = 9e999")
    shell.person.chooses = [0]
    as_qt_calls(shell.controller.start)
    page = shell.window.shown
    assert isinstance(page, RestorePage)
    qtbot.waitUntil(lambda: page.list.count() == 1)


def test_a_damaged_backup_that_is_looked_into_leads_back_to_the_list(
    qtbot: QtBot, shell: Shell, clock: StandingClock, our_mistakes: list[str]
) -> None:
    with open_diary(shell.own, None, clock) as diary:
        made = diary.backups.back_up("manual")
    assert made is not None
    craft(made.path, "UPDATE day_note SET note = CAST(x'ff61fe' AS TEXT)")
    shell.controller.start()
    shell.controller.safety.restoring.restore_open_diary()
    page = shell.window.shown
    assert isinstance(page, RestorePage)
    as_qt_calls(lambda: page.look_requested.emit(made.path, None))
    assert our_mistakes == []
    assert "is damaged" in shell.person.asked[-1]
    assert isinstance(shell.window.shown, RestorePage)


def test_a_page_that_cannot_be_loaded_is_damage_and_the_others_go_on(
    shell: Shell, our_mistakes: list[str]
) -> None:
    craft(shell.own, "UPDATE lab_result SET comparator = ';'")
    shell.controller.start()
    view = shell.window.view
    assert isinstance(view, DiaryView)
    as_qt_calls(lambda: view.show_start("labs"))
    assert our_mistakes == []
    assert "is damaged" in shell.person.asked[-1]
    view.show_start("learn")
    assert view.current == "learn"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="descriptors have names there")
def test_a_disk_that_goes_while_a_page_loads_is_not_called_our_mistake(
    shell: Shell, our_mistakes: list[str]
) -> None:
    shell.controller.start()
    view = shell.window.view
    assert isinstance(view, DiaryView)
    # What SQLite still has in its memory it would not read again.
    view.diary._file.run("PRAGMA shrink_memory")
    with pulled_out(shell.own):
        as_qt_calls(lambda: view.show_start("labs"))
        assert our_mistakes == []
        assert shell.person.told == ["The disk with the diary could not be reached. Nothing was changed."]
        assert view.current == "today"
        # Nobody asked for what the window looks after by itself: it is said once, in a line.
        for _ in range(3):
            as_qt_calls(view._look_around)
        assert len(shell.person.told) == 1
        assert view.notices.text.text() == shell.person.told[0]
    as_qt_calls(view._look_around)
    assert not view.notices.isVisible()
    as_qt_calls(lambda: view.show_start("labs"))
    assert view.current == "labs"
    assert view.diary.days.day(view.diary.today()).note == "still there"


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of 400 KiB, where such a thing may be made."""
    disk = tmp_path / "small"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(disk)]
    if (
        not sys.platform.startswith("linux")
        or os.geteuid() != 0
        or subprocess.run(command, check=False).returncode
    ):
        pytest.skip("only root may mount a small disk")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def test_on_a_full_disk_what_is_typed_stays_and_is_saved_when_there_is_room(
    small: Path, shell: Shell, clock: StandingClock, our_mistakes: list[str]
) -> None:
    path = small / "d.lupusdiary"
    create_diary(path, None, clock).close()
    shell.controller.enter(path)
    view = shell.window.view
    assert isinstance(view, DiaryView)
    page = view.page("today")
    settle(page)
    note = page.notes.note  # type: ignore[attr-defined]
    filling = small / "filling"
    with suppress(OSError), filling.open("wb") as file:
        while True:
            file.write(bytes(1024))
            file.flush()
    note.setFocus()
    QTest.keyClicks(note, "no room for this")
    view.keep()
    said = page.findChild(QLabel, "problem").text()
    assert said == "The disk is full. Nothing was changed."
    assert note.toPlainText() == "no room for this"
    filling.unlink()
    view.keep()
    assert view.diary.days.day(view.diary.today()).note == "no room for this"
    assert our_mistakes == []
    shell.controller._leave()
