"""Backups in the window: made by themselves, by hand, in a second place; restored, also of a diary that is
gone or damaged."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from lupusdiary import places
from lupusdiary.diary import Diary, Secret, create_diary, open_diary
from lupusdiary.diary.backup.backups import BackupJob, BackupMade, Backups
from lupusdiary.domain.two_set import keys_of
from lupusdiary.language import Refusal
from lupusdiary.storage.backups.backup import NoRoom
from lupusdiary.ui.base.command import Verb
from lupusdiary.ui.frame.banner import Banner
from lupusdiary.ui.frame.recovery_key import RecoveryPage
from lupusdiary.ui.frame.unlock import Unlock
from lupusdiary.ui.safety.restore_page import RestorePage
from tests.conftest import StandingClock
from tests.ui.shell import Shell

PASSPHRASE = "나비와 늑대 2026"
DAY = date(2026, 11, 3)
NOTE = "the day before it broke"


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Shell:
    made = Shell(tmp_path, clock)
    qtbot.addWidget(made.window)
    return made


def made(shell: Shell, clock: StandingClock, secret: Secret | None = None) -> Path:
    """A diary with a note on a day."""
    with create_diary(shell.own, secret, clock, parents=True) as diary:
        diary.days.set_note(DAY, NOTE)
    return shell.own


def press(shell: Shell, name: str) -> None:
    button = shell.window.findChild(QAbstractButton, name)
    assert button is not None, name
    assert button.isEnabled(), name
    button.click()


def shown_diary(shell: Shell) -> Diary:
    assert shell.window.view is not None
    return shell.window.view.diary


def backups(name: str = "*_auto.lupusdiary") -> list[Path]:
    return sorted(places.backups().glob(f"*/{name}"))


def wait_for_workers() -> None:
    assert QThreadPool.globalInstance().waitForDone(20_000)


def open_restore(qtbot: QtBot, shell: Shell) -> RestorePage:
    page = shell.window.shown
    assert isinstance(page, RestorePage)
    qtbot.waitUntil(lambda: page.list.count() > 0)
    return page


def test_a_diary_that_was_written_in_is_backed_up_when_it_is_left(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    shell.controller.enter(made(shell, clock))
    shown_diary(shell).days.set_note(DAY, "and more")
    shell.window.close()
    wait_for_workers()
    (backup,) = backups()
    with open_diary(backup, None, clock) as copy:
        assert copy.days.day(DAY).note == "and more"


def test_every_half_hour_a_backup_is_made_if_something_changed(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    shell.controller.enter(made(shell, clock))
    keeper = shell.controller.safety.backups
    assert keeper.timer.isActive()
    keeper.timer.timeout.emit()
    wait_for_workers()
    assert len(backups()) == 1
    qtbot.waitUntil(lambda: not keeper._background.busy)
    clock.move(minutes=30)
    keeper.timer.timeout.emit()
    wait_for_workers()
    assert len(backups()) == 1
    shown_diary(shell).days.set_note(DAY, "changed")
    keeper.timer.timeout.emit()
    wait_for_workers()
    # Of one day the last one stays.
    (backup,) = backups()
    with open_diary(backup, None, clock) as copy:
        assert copy.days.day(DAY).note == "changed"


def test_a_second_place_that_is_away_is_told_once(
    qtbot: QtBot, shell: Shell, clock: StandingClock, tmp_path: Path
) -> None:
    shell.controller.enter(made(shell, clock))
    stick = tmp_path / "stick"
    stick.mkdir()
    diary = shown_diary(shell)
    diary.backups.choose_second_place(stick)
    stick.rmdir()
    keeper, view = shell.controller.safety.backups, shell.window.view
    assert view is not None
    keeper.back_up()
    qtbot.waitUntil(lambda: view.notices.key == "backup_away")
    press(shell, "notice_backup_away_0")
    diary.days.set_note(DAY, "again")
    keeper.back_up()
    qtbot.waitUntil(lambda: not keeper._background.busy)
    assert view.notices.key is None
    assert len(backups()) == 1


def test_a_second_place_that_is_full_is_not_said_to_be_away(
    qtbot: QtBot, shell: Shell, clock: StandingClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.controller.enter(made(shell, clock))
    stick = tmp_path / "stick"
    stick.mkdir()
    shown_diary(shell).backups.choose_second_place(stick)
    view = shell.window.view
    assert view is not None

    def full(_backup: Path, folder: Path, *_: object) -> Path:
        raise NoRoom(folder)

    monkeypatch.setattr("lupusdiary.diary.backup.backups.copy_to", full)
    shell.controller.safety.backups.back_up()
    qtbot.waitUntil(lambda: view.notices.key == "backup_away")
    assert "no room left" in view.notices.text.text()
    assert "not there" not in view.notices.text.text()


def test_settings_make_a_backup_on_a_stick_and_say_when_the_last_was_verified(
    qtbot: QtBot, shell: Shell, clock: StandingClock, tmp_path: Path
) -> None:
    shell.controller.enter(made(shell, clock))
    assert shell.window.view is not None
    shell.window.view.show_start("settings")
    last = shell.window.findChild(QLabel, "backups_last")
    second = shell.window.findChild(QLabel, "backups_second")
    state = shell.window.findChild(QLabel, "backups_state")
    assert "only on this computer" in second.text()
    qtbot.waitUntil(lambda: "no backup yet" in last.text())
    shell.person.chooses_folder = tmp_path / "stick"
    shell.person.chooses_folder.mkdir()
    press(shell, "copy_to_stick")
    qtbot.waitUntil(lambda: "both places" in state.text())
    assert "same disk" in second.text()
    assert len(list((tmp_path / "stick" / "lupusdiary-backups").glob("*/*.lupusdiary"))) == 1
    qtbot.waitUntil(lambda: "2026" in last.text() and "21:04" in last.text())
    press(shell, "practise_restore")
    qtbot.waitUntil(lambda: "is whole" in state.text())
    clock.move(hours=1)
    press(shell, "back_up_now")
    qtbot.waitUntil(lambda: "22:04" in last.text())
    for newest in (backups("*.lupusdiary")[-1], sorted((tmp_path / "stick").rglob("*.lupusdiary"))[-1]):
        whole = bytearray(newest.read_bytes())
        whole[len(whole) // 2 : len(whole) // 2 + 9000] = b"x" * 9000
        newest.write_bytes(whole)
    press(shell, "practise_restore")
    qtbot.waitUntil(lambda: "newest backup is damaged" in state.text())
    assert "21:04" in state.text()
    for backup in (*backups("*.lupusdiary"), *(tmp_path / "stick").rglob("*.lupusdiary")):
        backup.write_bytes(b"")
    press(shell, "practise_restore")
    qtbot.waitUntil(lambda: "No backup could be opened" in state.text())


def test_a_backup_is_restored_from_settings_and_what_stood_there_is_kept(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    secret = Secret.passphrase(PASSPHRASE)
    with open_diary(made(shell, clock, secret), secret, clock) as diary:
        diary.backups.back_up("manual")
        diary.days.set_note(DAY, "written by mistake")
        shell.controller._show(open_diary(shell.own, secret, clock))
    shell.controller.do(Verb.RESTORE)
    page = open_restore(qtbot, shell)
    # The latest is what was written by mistake: it was backed up when the diary was left.
    page.list.setCurrentRow(1)
    assert page.chosen is not None
    assert page.chosen.name.reason == "manual"
    assert "1 day" in page.list.item(1).text()
    assert "verified" in page.list.item(1).text()
    shell.person.says_yes = False
    press(shell, "restore_this")
    assert isinstance(shell.window.shown, RestorePage)
    shell.person.says_yes = True
    press(shell, "restore_this")
    qtbot.waitUntil(lambda: shell.window.view is not None)
    assert shown_diary(shell).days.day(DAY).note == NOTE
    assert shown_diary(shell).encrypted
    (before,) = backups("*_restore.lupusdiary")
    with open_diary(before, secret, clock) as kept:
        assert kept.days.day(DAY).note == "written by mistake"


def test_restoring_can_be_stopped_and_leaves_everything_as_it_was(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    secret = Secret.passphrase(PASSPHRASE)
    with open_diary(made(shell, clock, secret), secret, clock) as diary:
        diary.backups.back_up("manual")
        diary.days.set_note(DAY, "written later")
        shell.controller._show(open_diary(shell.own, secret, clock))
    shell.controller.do(Verb.RESTORE)
    page = open_restore(qtbot, shell)
    page.list.setCurrentRow(1)
    press(shell, "restore_this")
    assert page.waiting.isVisible()
    # Nothing is wrong while it is written: no sign that warns.
    assert "kept first" in page.waiting.said.text()
    assert not page.problem.isVisible()
    press(shell, "stop_writing")
    qtbot.waitUntil(lambda: page.problem.text() == "Stopped. Nothing was changed.")
    assert not page.waiting.isVisible()
    assert page.restore.isEnabled()
    press(shell, "restore_back")
    qtbot.waitUntil(lambda: shell.window.view is not None)
    assert shown_diary(shell).days.day(DAY).note == "written later"


def test_the_list_waits_for_the_backup_of_the_diary_that_was_just_left(
    qtbot: QtBot, shell: Shell, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It lists what is there afterwards: of one day the earlier one goes."""
    shell.controller.enter(made(shell, clock))
    shown_diary(shell).backups.back_up()
    (earlier,) = backups()
    clock.move(minutes=10)
    shown_diary(shell).days.set_note(DAY, "later")
    listed, run = Event(), BackupJob.run

    def slow(job: BackupJob) -> BackupMade:
        # Long enough for a list that does not wait.
        listed.wait(1)
        return run(job)

    monkeypatch.setattr(BackupJob, "run", slow)
    shell.controller.do(Verb.RESTORE)
    page = open_restore(qtbot, shell)
    listed.set()
    assert page.list.count() == 1
    assert "21:14" in page.list.item(0).text()
    assert not earlier.exists()


def test_a_look_inside_changes_nothing_and_leads_back_to_the_list(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    made(shell, clock)
    shell.controller.enter(shell.own)
    shown_diary(shell).backups.back_up("manual")
    (backup,) = backups("*_manual.lupusdiary")
    before = backup.read_bytes()
    shell.controller.do(Verb.RESTORE)
    open_restore(qtbot, shell)
    press(shell, "look_inside")
    qtbot.waitUntil(lambda: shell.window.view is not None)
    inside = shown_diary(shell)
    assert inside.path == backup
    # Why it cannot be changed, and not only that.
    banner = shell.window.findChild(Banner)
    assert "This is a backup." in " ".join(label.text() for label in banner.findChildren(QLabel))
    assert inside.days.day(DAY).note == NOTE
    with pytest.raises(Refusal):
        inside.days.set_note(DAY, "no")
    assert shell.preferences.word("diary") == str(shell.own)
    press(shell, "notice_looking_0")
    open_restore(qtbot, shell)
    press(shell, "restore_back")
    assert shown_diary(shell).path == shell.own
    assert backup.read_bytes() == before


@pytest.mark.parametrize("act", ["restore_this", "look_inside"])
@pytest.mark.parametrize("chosen", [PASSPHRASE, keys_of(PASSPHRASE)])
def test_the_passphrase_of_a_backup_opens_it_whichever_way_the_hangul_key_stood(
    qtbot: QtBot, shell: Shell, clock: StandingClock, chosen: str, act: str
) -> None:
    secret = Secret.passphrase(chosen)
    with open_diary(made(shell, clock, secret), secret, clock) as diary:
        diary.backups.back_up("manual")
    shell.own.unlink()
    shell.controller.enter(shell.own)
    press(shell, "restore_without_diary")
    page = open_restore(qtbot, shell)
    page.passphrase.setText(PASSPHRASE if chosen != PASSPHRASE else keys_of(PASSPHRASE))
    press(shell, act)
    qtbot.waitUntil(lambda: shell.window.view is not None)
    assert shown_diary(shell).days.day(DAY).note == NOTE


@pytest.mark.parametrize("fate", ["gone", "damaged"])
def test_a_diary_that_is_gone_or_damaged_is_restored_from_the_first_page(
    qtbot: QtBot, shell: Shell, clock: StandingClock, fate: str
) -> None:
    secret = Secret.passphrase(PASSPHRASE)
    with open_diary(made(shell, clock, secret), secret, clock) as diary:
        diary.backups.back_up("manual")
    if fate == "gone":
        shell.own.unlink()
    else:
        shell.own.write_bytes(b"nothing of a diary" * 400)
    shell.controller.enter(shell.own)
    press(shell, "restore_without_diary")
    page = open_restore(qtbot, shell)
    assert "passphrase" in page.list.item(0).text()
    field = shell.window.findChild(QLineEdit, "backup_passphrase")
    assert field is not None
    field.setText("not this one")
    press(shell, "restore_this")
    assert "kept first" in page.waiting.said.text()
    qtbot.waitUntil(lambda: "does not open" in page.problem.text())
    assert "한/영" in page.problem.text()
    press(shell, "show_backup_passphrase")
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    field.setText(PASSPHRASE)
    press(shell, "restore_this")
    qtbot.waitUntil(lambda: shell.window.view is not None)
    assert shown_diary(shell).days.day(DAY).note == NOTE
    # Nothing is promised of what was not there.
    said = shell.window.findChild(QLabel, "notice").text()
    assert ("What was there before" in said) == (fate == "damaged")
    assert ("present diary" in shell.person.asked[-1]) == (fate == "damaged")
    aside = list((places.backups() / "aside").glob("*.kept"))
    assert len(aside) == (1 if fate == "damaged" else 0)


def test_a_backup_on_a_stick_is_chosen_as_a_file_and_opens_with_its_recovery_key(
    qtbot: QtBot, shell: Shell, clock: StandingClock, tmp_path: Path
) -> None:
    secret = Secret.passphrase(PASSPHRASE)
    with open_diary(made(shell, clock, secret), secret, clock) as diary:
        key = diary.recovery_key()
        backup = diary.backups.write_to(tmp_path, "manual")
    shell.own.unlink()
    shell.controller.enter(shell.own)
    press(shell, "restore_without_diary")
    other = tmp_path / "other.txt"
    other.write_text("no diary of ours" * 9, encoding="utf-8")
    shell.person.opens = other
    press(shell, "backup_file")
    page = shell.window.shown
    assert isinstance(page, RestorePage)
    assert "is not a diary" in page.problem.text()
    shell.person.opens = backup
    press(shell, "backup_file")
    assert shell.window.focusWidget() is page.passphrase
    shell.window.findChild(QLineEdit, "backup_passphrase").setText(key)
    shell.window.findChild(QCheckBox, "backup_by_key").setChecked(True)
    press(shell, "restore_this")
    qtbot.waitUntil(lambda: shell.window.view is not None)
    assert shown_diary(shell).days.day(DAY).note == NOTE


def test_reminders_come_once_a_month_and_end_with_a_sheet_and_a_second_place(
    qtbot: QtBot, shell: Shell, clock: StandingClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = Secret.passphrase(PASSPHRASE)
    made(shell, clock, secret)

    def opened() -> str | None:
        shell.controller._show(open_diary(shell.own, secret, clock))
        shell.controller.safety.remind()
        assert shell.window.view is not None
        return shell.window.view.notices.key

    assert opened() == "backups_only_here"
    assert opened() == "recovery_sheet"
    shell.person.save_to = tmp_path / "sheet.pdf"
    press(shell, "notice_recovery_sheet_0")
    press(shell, "save_recovery_sheet")
    assert (tmp_path / "sheet.pdf").is_file()
    # On the disk of the diary it is a copy, no way out: what counts is paper.
    press(shell, "recovery_done")
    clock.move(days=31)
    assert opened() == "backups_only_here"
    assert opened() == "recovery_sheet"
    shell.controller.do(Verb.RECOVERY)
    page = shell.window.shown
    assert isinstance(page, RecoveryPage)
    page.copied.emit()
    page.later.click()
    assert opened() is None
    clock.move(days=31)
    assert opened() == "backups_only_here"
    clock.move(days=31)
    # A folder on the disk of the diary is lost with it.
    shown_diary(shell).backups.choose_second_place(tmp_path)
    assert opened() == "backups_only_here"
    clock.move(days=31)
    with monkeypatch.context() as patch:
        patch.setattr(Backups, "second_place_is_another_disk", property(lambda _: True))
        assert opened() is None
    # A stick that is not plugged in.
    stick = tmp_path / "stick"
    stick.mkdir()
    shown_diary(shell).backups.choose_second_place(stick)
    stick.rmdir()
    assert opened() is None


def test_an_unlock_page_that_leads_to_the_backups_leads_back(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    shell.controller.enter(made(shell, clock, Secret.passphrase(PASSPHRASE)))
    press(shell, "restore_without_diary")
    assert isinstance(shell.window.shown, RestorePage)
    press(shell, "restore_back")
    assert isinstance(shell.window.shown, Unlock)


def test_the_keyboard_stands_where_the_passphrase_is_asked_for_and_enter_restores(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    secret = Secret.passphrase(PASSPHRASE)
    with open_diary(made(shell, clock, secret), secret, clock) as diary:
        diary.backups.back_up("manual")
    shell.controller.enter(shell.own)
    press(shell, "restore_without_diary")
    page = open_restore(qtbot, shell)
    assert shell.window.focusWidget() is page.passphrase
    shell.person.says_yes = False
    QTest.keyClick(page.passphrase, Qt.Key.Key_Return)
    assert shell.person.asked == []
    page.passphrase.setText(PASSPHRASE)
    QTest.keyClick(page.passphrase, Qt.Key.Key_Return)
    assert "Restore the diary as it was" in shell.person.asked[0]
