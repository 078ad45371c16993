"""The recovery sheet in the window: printed, copied by hand and proved, saved apart, named by a mark."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lupusdiary import places
from lupusdiary.diary import Secret, create_diary, open_diary, recovery
from lupusdiary.diary.backup.rescuing import rescue
from lupusdiary.diary.protection import change_protection
from lupusdiary.diary.recovery import Nearness, sheet_mark, sheet_mark_of
from lupusdiary.ui.base.command import Verb
from lupusdiary.ui.frame.recovery_key import RecoveryPage
from lupusdiary.ui.frame.unlock import Unlock
from lupusdiary.ui.safety import recovery_sheet
from lupusdiary.ui.safety.restore_page import RestorePage, RestorePlace
from tests.conftest import StandingClock
from tests.ui.shell import Shell

SECRET = Secret(None, bytes(range(32)), None)


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Shell:
    shell = Shell(tmp_path, clock)
    qtbot.addWidget(shell.window)
    with create_diary(shell.own, SECRET, clock, parents=True) as diary:
        diary.days.set_note(diary.today(), "x")
    shell.controller._show(open_diary(shell.own, SECRET, clock))
    return shell


def sheet_page(shell: Shell) -> RecoveryPage:
    shell.controller.do(Verb.RECOVERY)
    page = shell.window.shown
    assert isinstance(page, RecoveryPage)
    return page


def is_reminded(shell: Shell) -> bool:
    assert shell.window.view is not None
    shell.controller.safety.remind()
    shell.window.view.notices.withdraw("backups_only_here")
    return shell.window.view.notices.key == "recovery_sheet"


def test_it_is_printed_first_and_then_no_longer_reminded_of(shell: Shell, tmp_path: Path) -> None:
    page = sheet_page(shell)
    printed = tmp_path / "printed.pdf"

    def choose(_parent: object) -> QPrinter:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(printed))
        return printer

    shell.controller.safety.sheet._choose_printer = choose
    assert page.print.property("role") == "primary"
    page.print.click()
    document = QPdfDocument(None)
    assert document.load(str(printed)) == QPdfDocument.Error.None_
    assert document.pageCount() == 1
    document.close()
    assert "printer" in page.saved.text()
    page.later.click()
    assert shell.window.shown is shell.window.view
    assert not is_reminded(shell)


def test_a_copy_by_hand_is_proved_by_two_groups(qtbot: QtBot, shell: Shell) -> None:
    assert is_reminded(shell)
    page = sheet_page(shell)
    page.hand.click()
    assert not page.key.isVisible()
    first, second = (page.groups[place] for place in page.asked)
    assert first != second
    page.fields[0].setText(first.lower().replace("0", "o"))
    page.fields[1].setText("0000")
    page.check.click()
    assert str(page.asked[1] + 1) in page.problem.text()
    assert page.fields[1].hasFocus()
    page.fields[1].setText(f" {second} ")
    page.check.click()
    assert "right" in page.saved.text()
    assert page.key.isVisible()
    page.later.click()
    assert not is_reminded(shell)


def test_enter_in_the_last_group_checks_the_copy_and_presses_nothing_else(qtbot: QtBot, shell: Shell) -> None:
    page = sheet_page(shell)
    shell.window.activateWindow()
    qtbot.waitUntil(shell.window.isActiveWindow)
    page.hand.click()
    for place, field in zip(page.asked, page.fields, strict=True):
        field.setText(page.groups[place])
    page.fields[1].setFocus()
    QTest.keyClick(shell.window.windowHandle(), Qt.Key.Key_Return)
    assert shell.window.shown is page
    assert "right" in page.saved.text()
    QTest.keyClick(shell.window.windowHandle(), Qt.Key.Key_Return)
    assert shell.window.shown is shell.window.view


def test_put_off_it_is_reminded_of(shell: Shell) -> None:
    page = sheet_page(shell)
    page.hand.click()
    page.show_key.click()
    page.later.click()
    assert is_reminded(shell)


@pytest.mark.parametrize(
    ("near", "words"),
    [(Nearness.FOLDER, "are in this folder"), (Nearness.DISK, "are on this disk"), (Nearness.APART, None)],
)
def test_where_a_saved_sheet_would_lie_with_the_diary_she_is_warned(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, near: Nearness, words: str | None
) -> None:
    monkeypatch.setattr(recovery_sheet, "nearness", lambda _diary, _path: near)
    saved = tmp_path / "stick" / "sheet.pdf"
    saved.parent.mkdir()
    shell.person.save_to = saved
    shell.person.says_yes = False
    page = sheet_page(shell)
    page.sheet.click()
    assert saved.exists() is (words is None)
    if words is not None:
        assert words in shell.person.asked[-1]
        shell.person.says_yes = True
        page.sheet.click()
    text = PdfReader(saved).pages[0].extract_text()
    assert page.groups[0] in text
    assert sheet_mark_of(shell.own) in text
    page.later.click()
    # With the diary it is no help to who loses both.
    assert is_reminded(shell) is (words is not None)


def test_a_folder_of_a_cloud_is_named(shell: Shell, tmp_path: Path) -> None:
    shell.person.save_to = tmp_path / "Dropbox" / "sheet.pdf"
    shell.person.says_yes = False
    sheet_page(shell).sheet.click()
    assert "Dropbox" in shell.person.asked[-1]


def test_nearness_looks_at_folders_and_disks(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shell.window.view is not None
    diary = shell.window.view.diary
    assert recovery.nearness(diary, shell.own.parent / "sheet.pdf") is Nearness.FOLDER
    assert recovery.nearness(diary, places.backups() / "x" / "sheet.pdf") is Nearness.FOLDER
    assert recovery.nearness(diary, tmp_path / "sheet.pdf") is Nearness.DISK
    disk = recovery._disk
    monkeypatch.setattr(recovery, "_disk", lambda path: -1 if path == tmp_path else disk(path))
    assert recovery.nearness(diary, tmp_path / "sheet.pdf") is Nearness.APART


def test_unlock_and_restore_name_the_sheet_that_fits_before_anything_is_opened(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    assert shell.window.view is not None
    old = sheet_mark(shell.window.view.diary)
    backup = shell.window.view.diary.backups.back_up("manual")
    assert backup is not None
    shell.controller._leave()
    change_protection(shell.own, SECRET, Secret.passphrase("another passphrase"), clock)
    new = sheet_mark_of(shell.own)
    assert new != old
    shell.controller.enter(shell.own)
    unlock = shell.window.shown
    assert isinstance(unlock, Unlock)
    fits = unlock.findChild(QLabel, "fitting_sheet")
    assert fits is not None
    assert not fits.isVisible()
    unlock.other_way.click()
    assert fits.isVisible()
    assert new in fits.text()
    page = RestorePage(RestorePlace(shell.own, None, list), shell.window.context, clock)
    qtbot.addWidget(page)
    page.add_file(backup.path)
    assert old in page._needs.text()


def test_a_rescued_diary_opens_with_the_same_sheet(
    shell: Shell, tmp_path: Path, clock: StandingClock
) -> None:
    rescued = tmp_path / "rescued.lupusdiary"
    passphrase = Secret.passphrase("another passphrase")
    change_protection(shell.own, SECRET, passphrase, clock)
    rescue(shell.own, passphrase, rescued, clock)
    assert sheet_mark_of(rescued) == sheet_mark_of(shell.own)
    with open_diary(shell.own, passphrase, clock) as diary:
        key = Secret.recovery_key(diary.recovery_key())
    open_diary(rescued, key, clock).close()
    open_diary(rescued, passphrase, clock).close()
