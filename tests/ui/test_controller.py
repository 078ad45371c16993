"""From the first start to an open diary, as a person goes: welcome, recovery sheet, unlocking, a story."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QThreadPool, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from lupusdiary.diary import Diary, Secret, create_diary, is_encrypted, open_diary
from lupusdiary.domain.records import Contact
from lupusdiary.exchange import json_format
from lupusdiary.ui.base.command import ChooseLanguage, Command, Export, ExportForm, ShowPage, ShowStory, Verb
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.frame.banner import Banner
from lupusdiary.ui.frame.recovery_key import RecoveryPage
from lupusdiary.ui.frame.unlock import Unlock
from lupusdiary.ui.frame.welcome import Welcome
from tests.exchange.whole_files import read_json
from tests.ui.shell import Shell

Clock = Callable[[], datetime]
PASSPHRASE = "나비와 늑대 2026"


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: Clock) -> Shell:
    made = Shell(tmp_path, clock)
    qtbot.addWidget(made.window)
    return made


def click(qtbot: QtBot, shell: Shell, name: str) -> None:
    button = shell.window.findChild(QAbstractButton, name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def type_into(qtbot: QtBot, shell: Shell, name: str, text: str) -> None:
    field = shell.window.findChild(QLineEdit, name)
    field.clear()
    qtbot.keyClicks(field, text)


def test_the_first_start_makes_a_protected_diary_and_offers_its_recovery_sheet(
    qtbot: QtBot, shell: Shell, tmp_path: Path, clock: Clock
) -> None:
    shell.controller.enter(shell.own)
    assert isinstance(shell.window.shown, Welcome)
    click(qtbot, shell, "welcome_next")
    click(qtbot, shell, "protected")
    type_into(qtbot, shell, "passphrase", "correct horse battery")
    type_into(qtbot, shell, "passphrase_again", "correct horse battery")
    click(qtbot, shell, "make_diary")
    page = shell.window.shown
    assert isinstance(page, RecoveryPage)
    key = " ".join(page.groups)
    shell.person.save_to = tmp_path / "sheet.pdf"
    click(qtbot, shell, "save_recovery_sheet")
    text = PdfReader(tmp_path / "sheet.pdf").pages[0].extract_text()
    assert key.split()[0].split("-")[0] in text
    click(qtbot, shell, "recovery_done")
    assert shell.window.view is not None
    assert shell.window.view.current == "today"
    shell.window.close()
    assert is_encrypted(shell.own)
    open_diary(shell.own, Secret.passphrase("correct horse battery"), clock).close()
    open_diary(shell.own, Secret.recovery_key(key), clock).close()


def test_a_short_or_mistyped_passphrase_makes_nothing(qtbot: QtBot, shell: Shell) -> None:
    shell.controller.enter(shell.own)
    click(qtbot, shell, "welcome_next")
    click(qtbot, shell, "protected")
    type_into(qtbot, shell, "passphrase", "short")
    type_into(qtbot, shell, "passphrase_again", "short")
    click(qtbot, shell, "make_diary")
    assert isinstance(shell.window.shown, Welcome)
    assert "8 characters" in shell.window.shown.problem.text()
    type_into(qtbot, shell, "passphrase", "long enough now")
    type_into(qtbot, shell, "passphrase_again", "long enough not")
    click(qtbot, shell, "make_diary")
    assert "differ" in shell.window.shown.problem.text()
    assert not shell.own.exists()


def test_a_diary_without_passphrase_opens_at_once(qtbot: QtBot, shell: Shell) -> None:
    shell.controller.enter(shell.own)
    click(qtbot, shell, "welcome_next")
    click(qtbot, shell, "plain")
    assert shell.window.view is not None
    assert not is_encrypted(shell.own)
    shell.controller.enter(shell.own)
    assert shell.window.view is not None


def test_a_wrong_passphrase_gets_one_calm_sentence_and_the_right_one_opens(
    qtbot: QtBot, shell: Shell, clock: Clock
) -> None:
    shell.own.parent.mkdir(parents=True)
    create_diary(shell.own, Secret.passphrase(PASSPHRASE), clock).close()
    shell.controller.enter(shell.own)
    unlock = shell.window.shown
    assert isinstance(unlock, Unlock)
    unlock.secret.setText("something else")
    click(qtbot, shell, "unlock")
    qtbot.waitUntil(lambda: unlock.problem.isVisible())
    # What is most likely stands first, and one sentence more at the most.
    assert unlock.problem.text().startswith("That passphrase or key is wrong. ")
    assert unlock.problem.text().count(". ") == 1
    assert "Traceback" not in unlock.problem.text()
    unlock.secret.setText(PASSPHRASE)
    click(qtbot, shell, "unlock")
    qtbot.waitUntil(lambda: shell.window.view is not None)


def test_a_demonstration_says_so_is_reset_by_one_button_and_leaves_the_own_diary_alone(
    qtbot: QtBot, shell: Shell, clock: Clock
) -> None:
    shell.own.parent.mkdir(parents=True)
    create_diary(shell.own, None, clock).close()
    before = shell.own.read_bytes()
    shell.controller.do(ShowStory("mild"))
    assert shell.window.view is not None
    diary = shell.window.view.diary
    assert diary.demonstration is not None
    banner = shell.window.findChild(Banner)
    assert banner.isVisible()
    assert "fictional" in " ".join(label.text() for label in banner.findChildren(QLabel))
    original = diary.contents()
    diary.contacts.add(Contact("ward", "02-123"))
    assert diary.contents() != original
    click(qtbot, shell, "reset_demonstration")
    assert diary.contents() == original
    click(qtbot, shell, "own_diary")
    assert shell.window.view.diary.path == shell.own
    assert not shell.window.findChild(Banner).isVisible()
    assert shell.own.read_bytes() == before


@pytest.mark.parametrize("page", ["timeline", "settings"])
def test_another_language_opens_the_story_told_in_it_at_the_same_page(
    qtbot: QtBot, shell: Shell, page: str
) -> None:
    window, controller = shell.window, shell.controller
    before, after = "en", "ko"
    controller.do(ShowStory("mild"))
    first = window.view
    assert first is not None
    assert first.diary.demonstration_language == before
    first.diary.contacts.add(Contact("ward", "02-123"))
    first.show_route(Route(page))
    controller.do(ChooseLanguage(after))
    qtbot.waitUntil(lambda: window.view is not None and window.view is not first)
    second = window.view
    assert second is not None
    assert second.diary.demonstration_language == after
    assert second.diary.path != first.diary.path
    assert second.current == page
    assert "ward" not in [contact.name for contact in second.diary.contacts.all()]
    controller.do(ChooseLanguage(before))
    qtbot.waitUntil(lambda: window.view is not second)
    third = window.view
    assert third is not None
    assert "ward" in [contact.name for contact in third.diary.contacts.all()]


def test_a_story_that_was_imported_is_put_back_in_its_own_language(
    qtbot: QtBot, shell: Shell, tmp_path: Path, clock: Clock
) -> None:
    shell.controller.do(ShowStory("mild"))
    view = shell.window.view
    assert view is not None
    original = view.diary.contents()
    copied = tmp_path / "copied.lupusdiary"
    with create_diary(copied, None, clock) as copy:
        copy.merge(read_json(json_format.write(original)))
        copy.contacts.add(Contact("ward", "02-123"))
        copy.reset_demonstration()
        assert copy.contents() == original


def enter_own(shell: Shell, clock: Clock) -> Diary:
    """Opens an own diary that is empty and has no passphrase."""
    shell.enter_new_diary()
    assert shell.window.view is not None
    return shell.window.view.diary


def test_undo_in_the_menu_takes_back_the_last_write_and_redo_brings_it_again(
    qtbot: QtBot, shell: Shell, clock: Clock
) -> None:
    diary = enter_own(shell, clock)
    assert not shell.window.menus.undo.isEnabled()
    diary.contacts.add(Contact("ward", "02-123"))
    assert shell.window.menus.undo.isEnabled()
    shell.window.menus.undo.trigger()
    assert diary.contacts.all() == []
    shell.window.menus.redo.trigger()
    assert [contact.number for contact in diary.contacts.all()] == ["02-123"]


def test_a_menu_that_opens_while_the_window_goes_does_not_ask_a_closed_diary(
    shell: Shell, clock: Clock
) -> None:
    diary = enter_own(shell, clock)
    diary.days.record(diary.today(), "fatigue", 3)
    menus = shell.window.menus
    edit = next(menu for menu in shell.window.findChildren(QMenu) if menus.undo in menu.actions())
    edit.aboutToShow.emit()
    assert menus.undo.text() != "&Undo"
    shell.window.close()
    edit.aboutToShow.emit()
    assert menus.undo.text() == "&Undo"
    assert not menus.undo.isEnabled()


def test_the_edit_menu_says_what_would_be_undone_in_the_language_of_the_moment(
    qtbot: QtBot, shell: Shell, clock: Clock
) -> None:
    diary = enter_own(shell, clock)
    menus = shell.window.menus
    edit = menus.undo.parent()
    assert isinstance(edit, QMenu)

    def opened() -> tuple[str, str]:
        edit.aboutToShow.emit()
        return menus.undo.text(), menus.redo.text()

    assert opened() == ("&Undo", "&Redo")
    diary.contacts.add(Contact("ward", "02-123"))
    assert opened() == ("&Undo: a telephone number", "&Redo")
    menus.undo.trigger()
    assert opened() == ("&Undo", "&Redo: a telephone number")
    shell.controller.do(ChooseLanguage("ko"))
    assert opened() == ("실행 취소(&U)", "다시 실행: 전화번호(&R)")


def test_the_language_switches_while_the_window_is_open(qtbot: QtBot, shell: Shell, clock: Clock) -> None:
    enter_own(shell, clock)
    assert shell.window.view is not None
    assert shell.window.view.rail.button("labs").text().strip() == "Labs"
    shell.controller.do(ChooseLanguage("ko"))
    assert shell.window.view.rail.button("labs").text().strip() == "검사"
    assert shell.preferences.word("language") == "ko"


def test_a_file_that_is_no_diary_is_refused_and_stays_as_it_was(shell: Shell, tmp_path: Path) -> None:
    stranger = tmp_path / "letter.txt"
    stranger.write_text("Dear doctor", encoding="utf-8")
    shell.controller.enter(stranger)
    assert shell.window.view is None
    assert stranger.read_text(encoding="utf-8") == "Dear doctor"


def test_export_says_that_it_is_not_encrypted(shell: Shell, tmp_path: Path, clock: Clock) -> None:
    shell.enter_new_diary()
    shell.person.save_to = tmp_path / "all.json"
    shell.controller.do(Export(ExportForm.JSON))
    assert '"format": "lupusdiary"' in (tmp_path / "all.json").read_text(encoding="utf-8")
    assert "not encrypted" in shell.person.told[-1]


def test_what_is_still_being_typed_is_kept_when_the_window_closes(
    qtbot: QtBot, shell: Shell, clock: Clock
) -> None:
    shell.enter_new_diary()
    shell.controller.do(ShowPage("settings"))
    type_into(qtbot, shell, "profile_name", "Kim")
    shell.window.close()
    with open_diary(shell.own, None, clock) as diary:
        assert diary.profile.get().name == "Kim"


def test_work_that_is_still_awaited_does_not_ask_a_closed_diary(
    qtbot: QtBot, shell: Shell, clock: Clock
) -> None:
    shell.enter_new_diary()
    for page in ("timeline", "visit", "learn"):
        shell.controller.do(ShowPage(page))
    with qtbot.captureExceptions() as faults:
        shell.window.close()
        timers = [each for each in shell.window.findChildren(QTimer) if each.isSingleShot()]
        qtbot.waitUntil(lambda: not any(isValid(each) and each.isActive() for each in timers))
        assert QThreadPool.globalInstance().waitForDone(60_000)
        QApplication.processEvents()
    assert faults == []


@pytest.mark.parametrize(
    ("chosen", "typed"), [(PASSPHRASE, "skqldhk smreo 2026"), ("skqldhk smreo 2026", PASSPHRASE)]
)
def test_the_same_keys_open_the_diary_whether_or_not_they_write_hangul(
    qtbot: QtBot, shell: Shell, clock: Clock, chosen: str, typed: str
) -> None:
    create_diary(shell.own, Secret.passphrase(chosen), clock, parents=True).close()
    shell.controller.enter(shell.own)
    door = shell.window.shown
    assert isinstance(door, Unlock)
    door.secret.insert(typed)
    door.unlock.click()
    qtbot.waitUntil(lambda: shell.window.view is not None)


def test_a_wrong_passphrase_names_the_keys_that_may_be_to_blame(
    qtbot: QtBot, shell: Shell, clock: Clock
) -> None:
    create_diary(shell.own, Secret.passphrase(PASSPHRASE), clock, parents=True).close()
    shell.controller.enter(shell.own)
    door = shell.window.shown
    assert isinstance(door, Unlock)
    door.secret.insert("SKQLDHK")
    door.unlock.click()
    qtbot.waitUntil(door.problem.isVisible)
    said = [label.text() for label in door.findChildren(QLabel) if label.isVisible()]
    assert any("Caps Lock" in text for text in said)
    assert door.secret.isEnabled()


def test_every_verb_is_served_and_every_menu_asks_for_a_command(shell: Shell) -> None:
    assert set(vars(shell.controller)["_verbs"]) == set(Verb)
    menus, asked = shell.window.menus, []
    menus.requested.disconnect(shell.controller.do)
    menus.requested.connect(asked.append)
    entries = [each for each in shell.window.findChildren(QAction) if each.menu() is None]
    for entry in entries:
        entry.setEnabled(True)
        entry.trigger()
    assert len(asked) > 30
    assert all(isinstance(each, Command) for each in asked), asked
    assert {ShowPage("visit"), ChooseLanguage("en"), Export(ExportForm.CSV), Verb.QUIT} <= set(asked)
