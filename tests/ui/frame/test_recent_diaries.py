"""The diary that was open last opens next time; the others are named only where nobody else looks on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from lupusdiary.diary import create_diary
from lupusdiary.ui.base.command import OpenDiary
from lupusdiary.ui.base.preferences import LAST_DIARY, REMEMBERS_DIARIES
from lupusdiary.ui.frame.recent_diaries import RecentDiaries
from tests.conftest import StandingClock
from tests.ui.shell import Shell


@pytest.fixture
def stick(tmp_path: Path, clock: StandingClock) -> Path:
    path = tmp_path / "stick" / "mine.lupusdiary"
    path.parent.mkdir()
    create_diary(path, None, clock).close()
    return path


def start(qtbot: QtBot, home: Path, clock: StandingClock) -> Shell:
    made = Shell(home, clock)
    qtbot.addWidget(made.window)
    return made


def opened(shell: Shell) -> Path | None:
    return None if shell.window.view is None else shell.window.view.diary.path


def listed(shell: Shell) -> list[str]:
    menu = shell.window.findChild(QMenu, "recent")
    shell.window.menus._list_recent()
    if not menu.menuAction().isVisible():
        return []
    return [action.text() for action in menu.actions() if action.objectName().startswith("open_")]


def test_the_diary_that_was_open_last_is_opened_next_time(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock, stick: Path
) -> None:
    first = start(qtbot, tmp_path, clock)
    first.controller.enter(stick)
    first.window.close()
    second = start(qtbot, tmp_path, clock)
    second.controller.start()
    assert opened(second) == stick


def test_a_diary_on_a_stick_that_is_away_is_asked_for(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock, stick: Path
) -> None:
    first = start(qtbot, tmp_path, clock)
    first.controller.enter(stick)
    first.window.close()
    moved = tmp_path / "elsewhere.lupusdiary"
    stick.rename(moved)
    second = start(qtbot, tmp_path, clock)
    second.person.opens = moved
    second.person.chooses = [0, 1]
    second.controller.start()
    assert opened(second) == moved
    assert sum("mine.lupusdiary" in asked for asked in second.person.asked) == 2
    assert str(tmp_path) not in " ".join(second.person.asked)
    third = start(qtbot, tmp_path, clock)
    moved.unlink()
    third.controller.start()
    assert opened(third) is None


def test_recent_diaries_are_named_by_their_files_and_can_be_forgotten(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock, stick: Path
) -> None:
    shell = start(qtbot, tmp_path, clock)
    shell.own.parent.mkdir()
    create_diary(shell.own, None, clock).close()
    shell.controller.enter(stick)
    shell.controller.enter(shell.own)
    assert listed(shell) == ["diary.lupusdiary", "mine.lupusdiary"]
    shell.controller.do(OpenDiary(stick))
    assert opened(shell) == stick
    shell.window.findChild(QAction, "clear_recent").trigger()
    assert listed(shell) == []
    assert RecentDiaries(shell.window.context).last() is None


def test_nothing_is_named_in_demonstration_mode_on_a_mirrored_display_or_a_shared_computer(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock, stick: Path
) -> None:
    shell = start(qtbot, tmp_path, clock)
    shell.controller.enter(stick)
    context = shell.window.context
    assert RecentDiaries(context, lambda: False).shown() == [stick]
    assert RecentDiaries(context, lambda: True).shown() == []
    context.mode.for_this_start = True
    assert RecentDiaries(context, lambda: False).shown() == []
    context.mode.for_this_start = False
    context.preferences.remember(REMEMBERS_DIARIES, False)
    recent = RecentDiaries(context, lambda: False)
    assert (recent.shown(), recent.last()) == ([], None)
    recent.remember(tmp_path / "other.lupusdiary")
    context.preferences.remember(REMEMBERS_DIARIES, True)
    assert recent.shown() == [stick]


def test_a_demonstration_is_never_remembered(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> None:
    shell = start(qtbot, tmp_path, clock)
    shell.controller.show_demonstration("mild")
    assert listed(shell) == []


@pytest.mark.parametrize("kind", ["folder", "long"])
def test_a_last_diary_that_can_be_none_is_asked_for_like_one_that_is_away(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock, kind: str
) -> None:
    place = tmp_path / ("x" * 5000 if kind == "long" else "folder")
    if kind == "folder":
        place.mkdir()
    shell = start(qtbot, tmp_path, clock)
    shell.window.context.preferences.remember(LAST_DIARY, str(place))
    shell.person.chooses = [2]
    shell.controller.start()
    assert "is not where it was" in shell.person.asked[0]
