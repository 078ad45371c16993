"""Whatever leads to a protected diary without asking locks as the diary itself does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QMessageBox, QProgressDialog, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.diary import Secret, create_diary, is_encrypted, open_diary
from lupusdiary.domain.records import Contact
from lupusdiary.language import Refusal
from lupusdiary.ui import import_export
from lupusdiary.ui.base.command import Verb
from lupusdiary.ui.base.draft_keeper import Unkept
from lupusdiary.ui.base.open_numbers import show_numbers, shown_numbers
from lupusdiary.ui.frame.ask_question import AskQuestion
from lupusdiary.ui.frame.recovery_key import RecoveryPage
from lupusdiary.ui.frame.welcome import Welcome
from lupusdiary.ui.safety import locking
from lupusdiary.ui.safety.lock_page import HiddenPage, LockPage
from lupusdiary.ui.safety.passphrase_page import PassphrasePage
from lupusdiary.ui.safety.restore_page import RestorePage
from tests.conftest import StandingClock
from tests.ui.safety.test_backups import open_restore, press, shown_diary
from tests.ui.safety.test_lock import DAY, PASSPHRASE, opened, unlock
from tests.ui.shell import Shell


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Shell:
    made = Shell(tmp_path, clock)
    qtbot.addWidget(made.window)
    return made


def idle_for(shell: Shell, clock: StandingClock, minutes: float) -> None:
    clock.move(minutes=minutes)
    shell.controller.safety.locking.idle.look()


def look_inside(qtbot: QtBot, shell: Shell) -> None:
    """Opens the newest backup of the diary that is shown, to be looked at."""
    shown_diary(shell).days.set_note(DAY, "as it was")
    shown_diary(shell).backups.back_up("manual")
    shell.controller.do(Verb.RESTORE)
    open_restore(qtbot, shell)
    press(shell, "look_inside")
    qtbot.waitUntil(lambda: shell.window.view is not None)
    shell.controller.safety.remind()


def test_the_list_of_backups_and_the_page_of_the_passphrase_lock_when_nobody_is_there(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    opened(shell, clock)
    for verb, kind in ((Verb.RESTORE, RestorePage), (Verb.PASSPHRASE, PassphrasePage)):
        shell.controller.do(verb)
        assert isinstance(shell.window.shown, kind)
        assert shell.window.menus.lock.isEnabled()
        idle_for(shell, clock, 29)
        assert isinstance(shell.window.shown, kind)
        idle_for(shell, clock, 1)
        assert isinstance(shell.window.shown, LockPage), kind
        unlock(qtbot, shell)
        shell.controller.safety.remind()


def test_the_key_that_is_shown_at_the_first_start_is_not_left_standing(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    shell.controller._make(shell.own, Secret.passphrase(PASSPHRASE))
    assert isinstance(shell.window.shown, RecoveryPage)
    idle_for(shell, clock, 30)
    assert isinstance(shell.window.shown, LockPage)
    unlock(qtbot, shell)
    assert shown_diary(shell).path == shell.own


def test_a_change_of_the_passphrase_ends_first_and_shows_nothing_afterwards(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    opened(shell, clock)
    shell.controller.do(Verb.PASSPHRASE)
    page = shell.window.shown
    assert isinstance(page, PassphrasePage)
    for field in (page.passphrase, page.again):
        field.setText("another one, and long")
    page.set.click()
    shell.controller.do(Verb.LOCK)
    qtbot.waitUntil(lambda: isinstance(shell.window.shown, LockPage))
    assert shell.window.view is None
    open_diary(shell.own, Secret.passphrase("another one, and long"), clock).close()


def test_a_refused_change_of_the_passphrase_locks_as_well(
    qtbot: QtBot, shell: Shell, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise Refusal("The disk is full.")

    opened(shell, clock)
    shell.controller.do(Verb.PASSPHRASE)
    page = shell.window.shown
    assert isinstance(page, PassphrasePage)
    for field in (page.passphrase, page.again):
        field.setText("another one, and long")
    monkeypatch.setattr("lupusdiary.diary.protection.change_protection", refused)
    page.set.click()
    shell.controller.do(Verb.LOCK)
    qtbot.waitUntil(lambda: isinstance(shell.window.shown, LockPage))
    unlock(qtbot, shell)


def test_a_lock_while_a_backup_is_looked_at_leads_back_to_the_diary_and_never_into_the_backup(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    opened(shell, clock)
    look_inside(qtbot, shell)
    assert shown_diary(shell).path != shell.own
    idle_for(shell, clock, 30)
    assert isinstance(shell.window.shown, LockPage)
    unlock(qtbot, shell)
    assert shown_diary(shell).path == shell.own
    assert not shown_diary(shell).read_only
    assert shell.preferences.word("diary") == str(shell.own)


def test_a_readable_backup_of_a_protected_diary_locks_too(
    qtbot: QtBot, shell: Shell, clock: StandingClock, tmp_path: Path
) -> None:
    with create_diary(tmp_path / "old.lupusdiary", None, clock) as old:
        old.days.set_note(DAY, "before the passphrase")
    opened(shell, clock)
    shell.controller.do(Verb.RESTORE)
    page = shell.window.shown
    assert isinstance(page, RestorePage)
    shell.person.opens = tmp_path / "old.lupusdiary"
    press(shell, "backup_file")
    press(shell, "look_inside")
    qtbot.waitUntil(lambda: shell.window.view is not None)
    shell.controller.safety.remind()
    assert not shown_diary(shell).encrypted
    idle_for(shell, clock, 30)
    assert isinstance(shell.window.shown, LockPage)
    unlock(qtbot, shell)
    assert shown_diary(shell).path == shell.own


@pytest.mark.parametrize("home", ["plain", "gone"])
def test_a_protected_backup_of_a_diary_without_a_passphrase_is_left_by_the_lock(
    qtbot: QtBot, shell: Shell, clock: StandingClock, tmp_path: Path, home: str
) -> None:
    secret = Secret.passphrase(PASSPHRASE)
    create_diary(tmp_path / "old.lupusdiary", secret, clock).close()
    create_diary(shell.own, None, clock, parents=True).close()
    shell.controller.enter(shell.own)
    shell.controller.do(Verb.RESTORE)
    page = shell.window.shown
    assert isinstance(page, RestorePage)
    shell.person.opens = tmp_path / "old.lupusdiary"
    press(shell, "backup_file")
    page.passphrase.setText(PASSPHRASE)
    press(shell, "look_inside")
    qtbot.waitUntil(lambda: shell.window.view is not None)
    if home == "gone":
        shell.own.unlink()
    shell.controller.do(Verb.LOCK)
    assert isinstance(shell.window.shown, HiddenPage if home == "plain" else Welcome)
    assert shell.window.view is None


def test_restoring_is_asked_for_of_the_diary_also_where_a_backup_is_looked_at(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    opened(shell, clock)
    look_inside(qtbot, shell)
    shell.controller.do(Verb.PASSPHRASE)
    assert not isinstance(shell.window.shown, PassphrasePage)
    shell.controller.do(Verb.RESTORE)
    page = open_restore(qtbot, shell)
    assert page.knows_key_of == shell.own
    press(shell, "restore_back")
    assert shown_diary(shell).path == shell.own


def test_what_a_backup_holds_of_telephone_numbers_is_not_shown_instead_of_the_present_ones(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    diary = opened(shell, clock)
    ward = diary.contacts.add(Contact("ward", "02-123-4567"))
    diary.backups.back_up("manual")
    show_numbers(shell.preferences, diary, True)
    diary.contacts.change(replace(ward, number="02-765-4321"))
    assert [each.number for each in shown_numbers(shell.preferences)] == ["02-765-4321"]
    shell.controller.do(Verb.RESTORE)
    open_restore(qtbot, shell)
    press(shell, "look_inside")
    qtbot.waitUntil(lambda: shell.window.view is not None)
    shell.controller.safety.remind()
    assert [each.number for each in shown_numbers(shell.preferences)] == ["02-765-4321"]


def test_a_syllable_that_is_being_composed_says_that_somebody_is_there(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    opened(shell, clock)
    view = shell.window.view
    assert view is not None
    shell.window.activateWindow()
    qtbot.waitUntil(shell.window.isActiveWindow)
    view.page("today").complete()
    field = view.findChild(QWidget, "note")
    for _ in range(2):
        idle_for(shell, clock, 29)
        assert view.notices.key == "lock_soon"
        field.setFocus()
        QApplication.sendEvent(QGuiApplication.focusObject(), QInputMethodEvent("하", []))
        assert view.notices.key is None
        field.clearFocus()
    idle_for(shell, clock, 29)
    assert view.notices.key == "lock_soon"


def test_a_syllable_in_a_dialog_is_written_before_the_dialog_closes(
    qtbot: QtBot, shell: Shell, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Method(QObject):
        """An input method that holds a syllable until it is told to hand it over."""

        def __init__(self, field: QLineEdit) -> None:
            super().__init__()
            self._field = field

        def commit(self) -> None:
            handed = QInputMethodEvent()
            handed.setCommitString("늘")
            QApplication.sendEvent(self._field, handed)

    def lock_while_typing(dialog: QDialog) -> bool:
        assert isinstance(dialog, AskQuestion)
        dialog.show()
        dialog.line.setText("하")
        method = Method(dialog.line)
        with monkeypatch.context() as patch:
            patch.setattr(locking.QGuiApplication, "inputMethod", lambda: method)
            shell.controller.do(Verb.LOCK)
        assert not dialog.isVisible()
        return False

    opened(shell, clock)
    shell.person.in_dialog = lock_while_typing
    shell.controller.do(Verb.ASK)
    unlock(qtbot, shell)
    shell.person.in_dialog = lambda _: False
    shell.controller.do(Verb.ASK)
    again = shell.person.dialogs[-1]
    assert isinstance(again, AskQuestion)
    assert again.line.text() == "하늘"


@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
def test_every_list_of_a_menu_closes(qtbot: QtBot, shell: Shell, clock: StandingClock) -> None:
    opened(shell, clock)
    lists = [QMenu(shell.window), QMenu(shell.window)]
    for each in lists:
        each.addAction("an entry of the diary")
        each.popup(shell.window.pos())
    qtbot.waitUntil(lambda: all(each.isVisible() for each in lists))
    shell.controller.do(Verb.LOCK)
    assert not any(each.isVisible() for each in lists)


@pytest.mark.parametrize("before", [None, Verb.RESTORE, Verb.PASSPHRASE, Verb.RECOVERY])
def test_the_keys_of_the_lock_and_of_help_in_an_emergency_are_keys(
    qtbot: QtBot, shell: Shell, clock: StandingClock, before: Verb | None
) -> None:
    opened(shell, clock)
    if before is not None:
        shell.controller.do(before)
    shell.window.activateWindow()
    qtbot.waitUntil(shell.window.isActiveWindow)
    assert shell.window.menus.lock.shortcut() == QKeySequence("Ctrl+L")
    QTest.keyClick(shell.window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(shell.window.shown, LockPage)
    assert is_encrypted(shell.own)
    QTest.keyClick(shell.window.windowHandle(), Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    assert type(shell.window.shown).__name__ == "UrgentScreen"
    QTest.keyClick(shell.window.windowHandle(), Qt.Key.Key_Escape)
    assert isinstance(shell.window.shown, LockPage)


def test_an_import_ends_first_covered_and_what_it_tells_holds_nothing_open(
    qtbot: QtBot, shell: Shell, clock: StandingClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = "\n".join(f"2026-11-{day:02},fatigue,3" for day in range(1, 21))
    (tmp_path / "readings.csv").write_text(f"day,symptom,value\n{days}\n", encoding="utf-8")
    opened(shell, clock)
    view = shell.window.view
    assert view is not None
    seen: list[tuple[type, bool]] = []

    def lock_meanwhile(waiting: QProgressDialog, _value: int) -> None:
        if shell.person.dialogs and not seen:
            waiting.show()
            shell.controller.do(Verb.LOCK)
            seen.append((type(shell.window.shown), shell.window.view is view))

    monkeypatch.setattr(import_export.QProgressDialog, "setValue", lock_meanwhile)
    shell.person.opens = tmp_path / "readings.csv"
    shell.controller.do(Verb.IMPORT)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(LockPage, True)]
    told = QMessageBox(shell.window)
    told.open()
    qtbot.waitUntil(lambda: shell.window.view is None)
    assert not told.isVisible()
    monkeypatch.undo()
    unlock(qtbot, shell)
    assert len(shown_diary(shell).days.values("fatigue")) == 20


def test_what_was_done_last_is_not_named_beside_the_lock(
    qtbot: QtBot, shell: Shell, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary = opened(shell, clock)
    diary.days.record(DAY, "fatigue", 6)
    shell.controller.do(Verb.UNDO)
    assert "Fatigue" in shell.window.menu_end.said.text()
    view = shell.window.view
    assert view is not None
    monkeypatch.setattr(view, "unkept", lambda: [Unkept("a draft", Refusal("The disk is full."))])
    shell.controller.do(Verb.LOCK)
    assert shell.window.view is view
    assert shell.window.menu_end.said.text() == shell.window.menu_end.said.toolTip() == ""
    monkeypatch.undo()
