"""The trash and a day's earlier versions in the window, and a damaged diary said to be one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from lupusdiary.diary import create_diary, open_diary
from lupusdiary.domain.records import Contact
from lupusdiary.language import Refusal
from lupusdiary.ui.base.command import Verb
from lupusdiary.ui.safety.restore_page import RestorePage
from lupusdiary.ui.safety.trash_dialog import DayHistory, TrashDialog
from tests.conftest import StandingClock
from tests.ui.shell import Shell

DAY = date(2026, 11, 22)


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Shell:
    made = Shell(tmp_path, clock)
    qtbot.addWidget(made.window)
    create_diary(made.own, None, clock, parents=True).close()
    made.controller.enter(made.own)
    return made


def test_what_was_removed_is_put_back(qtbot: QtBot, shell: Shell) -> None:
    assert shell.window.view is not None
    diary = shell.window.view.diary
    added = diary.contacts.add(Contact("night ward", "02-765-4321"))
    diary.contacts.remove(added.id)
    shell.controller.do(Verb.TRASH)
    dialog = shell.window.findChild(TrashDialog)
    assert dialog is not None
    assert "night ward" in dialog.list.item(0).text()
    dialog.restore.click()
    assert [each.name for each in diary.contacts.all()] == ["night ward"]
    assert dialog.list.count() == 0
    assert not dialog.restore.isEnabled()


def test_a_day_says_how_it_stood_before(qtbot: QtBot, shell: Shell) -> None:
    assert shell.window.view is not None
    diary = shell.window.view.diary
    diary.days.record(DAY, "fatigue", 6)
    diary.days.record(DAY, "fatigue", 2)
    shell.controller.do(Verb.DAY_HISTORY)
    dialog = shell.window.findChild(DayHistory)
    assert dialog is not None
    text = dialog.browser.toPlainText()
    assert ": 6" in text
    assert "fatigue" not in text


def test_a_fault_of_a_damaged_file_is_called_damage_and_leads_to_a_new_diary(
    qtbot: QtBot, shell: Shell, clock: StandingClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shell.window.view is not None
    diary = shell.window.view.diary
    diary.days.set_note(DAY, "still there")
    assert not shell.controller.safety.meet_damage(ValueError("ours"))
    monkeypatch.setattr(diary, "damage_behind", lambda _fault: Refusal("It is damaged."))
    shell.person.chooses = [1]
    shell.person.save_to = tmp_path / "rescued.lupusdiary"
    assert shell.controller.safety.meet_damage(ValueError("of the file"))
    qtbot.waitUntil(lambda: bool(shell.person.told), timeout=20_000)
    assert "Lost: 0" in shell.person.told[-1]
    with open_diary(tmp_path / "rescued.lupusdiary", None, clock) as rescued:
        assert rescued.days.day(DAY).note == "still there"


def test_where_nothing_can_be_rescued_the_backups_are_offered(
    qtbot: QtBot, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shell.window.view is not None
    diary = shell.window.view.diary
    diary.days.set_note(DAY, "still there")
    diary.backups.back_up("manual")
    data = bytearray(shell.own.read_bytes())
    # Neither the list of tables nor what one of a backup would point at.
    data[100:] = bytes(len(data) - 100)
    shell.own.write_bytes(data)
    monkeypatch.setattr(diary, "damage_behind", lambda _fault: Refusal("It is damaged."))
    shell.person.chooses = [1]
    shell.person.save_to = tmp_path / "rescued.lupusdiary"
    assert shell.controller.safety.meet_damage(ValueError("of the file"))
    qtbot.waitUntil(lambda: isinstance(shell.window.shown, RestorePage), timeout=20_000)
    assert "newest whole backup" in shell.person.asked[-1]
    assert not (tmp_path / "rescued.lupusdiary").exists()


def test_a_diary_whose_file_was_moved_says_so_and_offers_a_copy(
    qtbot: QtBot, shell: Shell, clock: StandingClock, tmp_path: Path
) -> None:
    view = shell.window.view
    assert view is not None
    view.diary.days.set_note(DAY, "still there")
    watch = shell.controller.safety._place
    watch.look()
    assert view.notices.key is None
    shell.own.rename(shell.own.with_name("elsewhere.lupusdiary"))
    watch.look()
    assert view.notices.key == "misplaced"
    shell.person.save_to = tmp_path / "copy.lupusdiary"
    button = view.findChild(QAbstractButton, "notice_misplaced_0")
    assert button is not None
    button.click()
    with open_diary(tmp_path / "copy.lupusdiary", None, clock) as copy:
        assert copy.days.day(DAY).note == "still there"
    assert view.notices.key is None
