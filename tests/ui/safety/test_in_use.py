"""Another program keeps the open diary for long: the window goes on, says so once, loses nothing typed."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from lupusdiary.app import catch_unexpected
from lupusdiary.diary import create_diary
from lupusdiary.storage.engine import PATIENCE
from lupusdiary.ui.frame.diary_view import DiaryView
from lupusdiary.ui.frame.error_dialog import ErrorDialog
from tests.conftest import StandingClock
from tests.holding import WAYS, held
from tests.ui.shell import Shell, settle

SAID = "Another program is using the diary just now."


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch) -> Shell:
    made = Shell(tmp_path, clock)
    qtbot.addWidget(made.window)
    with create_diary(made.own, None, clock, parents=True) as diary:
        diary.days.record(diary.today(), "fatigue", 3)
    made.controller.enter(made.own)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(ErrorDialog, "exec", lambda self: pytest.fail(self.report))
    catch_unexpected(made.window, made.controller)
    return made


def view_of(shell: Shell) -> DiaryView:
    assert shell.window.view is not None
    return shell.window.view


@pytest.mark.parametrize("how", WAYS)
def test_nobody_waits_for_it_it_is_said_once_and_goes_by_itself(shell: Shell, how: str) -> None:
    view = view_of(shell)
    settle(view.page("today"))
    with held(view.diary.path, how):
        begun = time.perf_counter()
        for _ in range(4):
            view._look_around()
        # Each of these would wait as long as a write of the command line does.
        assert time.perf_counter() - begun < 2 * PATIENCE / 1000
        assert view.notices.text.text().startswith(SAID)
        assert shell.person.told == []
        # Nor does what the person asks for now.
        begun = time.perf_counter()
        for page in ("settings", "urgent", "calendar"):
            try:
                view.show_start(page)
            except Exception as fault:
                sys.excepthook(type(fault), fault, fault.__traceback__)
        assert time.perf_counter() - begun < 2 * PATIENCE / 1000
        assert all(told.startswith(SAID) for told in shell.person.told)
        assert view.rail.button(view.current).isChecked()
    view._look_around()
    assert not view.notices.isVisible()
    for page in ("settings", "urgent", "calendar", "today"):
        view.show_start(page)
    assert view.current == "today"


def test_what_is_typed_meanwhile_stays_and_is_saved_afterwards(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    view = view_of(shell)
    page = view.page("today")
    settle(page)
    note = page.notes.note  # type: ignore[attr-defined]
    assert isinstance(note, QPlainTextEdit)
    with held(view.diary.path, "exclusive"):
        view._look_around()
        note.setFocus()
        QTest.keyClicks(note, "still here")
        view.keep()
        page.items.row("joint_pain").answer.take_focus()  # type: ignore[attr-defined]
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_4)
        view.keep()
        assert note.toPlainText() == "still here"
    view._look_around()
    view.keep()
    shell.controller._leave()
    shell.controller.enter(shell.own)
    view = view_of(shell)
    settle(view.page("today"))
    assert view.diary.days.day(view.diary.today()).note == "still here"
    # What was refused stands there again, and is recorded when she says so.
    row = view.page("today").items.row("joint_pain")  # type: ignore[attr-defined]
    assert row.answer.standing == "4"
    assert row.refusal is not None


def test_at_the_start_it_is_one_sentence_and_the_next_try_opens(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lupusdiary.storage.engine.PATIENCE", 50)
    shell = Shell(tmp_path, clock)
    qtbot.addWidget(shell.window)
    create_diary(shell.own, None, clock, parents=True).close()
    with held(shell.own, "exclusive"):
        shell.controller.start()
        (told,) = shell.person.told
        assert told == f"{SAID} Nothing was changed; try again."
        assert shell.window.view is None
    shell.controller.enter(shell.own)
    assert shell.window.view is not None
