"""The passphrase in the window: set, changed, taken away, and how strong it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from lupusdiary import places
from lupusdiary.diary import Secret, create_diary, is_encrypted, open_diary
from lupusdiary.domain.passphrase import strength
from lupusdiary.language import Refusal
from lupusdiary.ui.base.command import Verb
from lupusdiary.ui.frame.recovery_key import RecoveryPage
from lupusdiary.ui.frame.welcome import Welcome
from lupusdiary.ui.safety.passphrase_page import PassphrasePage
from tests.conftest import StandingClock
from tests.ui.shell import Shell

OLD, NEW = "butterfly and wolf", "나비는 늑대를 모른다"


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Shell:
    made = Shell(tmp_path, clock)
    qtbot.addWidget(made.window)
    return made


def press(shell: Shell, name: str) -> None:
    assert shell.window.shown is not None
    button = shell.window.shown.findChild(QAbstractButton, name)
    assert button is not None, name
    button.click()


def ask_for(qtbot: QtBot, shell: Shell, text: str) -> None:
    for name in ("new_passphrase", "new_passphrase_again"):
        assert shell.window.shown is not None
        shell.window.shown.findChild(QLineEdit, name).setText(text)
    press(shell, "set_passphrase")
    qtbot.waitUntil(lambda: shell.window.view is not None)


def test_a_plain_diary_gets_a_passphrase_then_another_then_none(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    create_diary(shell.own, None, clock, parents=True).close()
    shell.controller.enter(shell.own)
    assert shell.window.view is not None
    shell.window.view.show_start("settings")
    press(shell, "change_passphrase")
    assert isinstance(shell.window.shown, PassphrasePage)
    press(shell, "set_passphrase")
    assert "8 characters" in shell.window.shown.problem.text()
    ask_for(qtbot, shell, OLD)
    assert isinstance(shell.window.shown, RecoveryPage)
    assert shell.window.view.notices.key == "readable_backups"
    shell.window.view.notices.withdraw("readable_backups")
    assert shell.window.view.notices.key == "recovery_sheet"
    assert is_encrypted(shell.own)
    shell.controller.do(Verb.PASSPHRASE)
    ask_for(qtbot, shell, NEW)
    shell.controller._leave()
    with pytest.raises(Refusal):
        open_diary(shell.own, Secret.passphrase(OLD), clock)
    shell.controller._show(open_diary(shell.own, Secret.passphrase(NEW), clock))
    shell.controller.do(Verb.PASSPHRASE)
    press(shell, "passphrase_back")
    assert shell.window.view is not None
    shell.controller.do(Verb.PASSPHRASE)
    shell.person.says_yes = False
    press(shell, "remove_passphrase")
    assert is_encrypted(shell.own)
    shell.person.says_yes = True
    press(shell, "remove_passphrase")
    qtbot.waitUntil(lambda: shell.window.view is not None)
    assert not is_encrypted(shell.own)


@pytest.mark.parametrize("answer", [0, 1])
def test_readable_backups_of_a_diary_that_got_its_passphrase_are_named_and_encrypted_or_deleted(
    qtbot: QtBot, shell: Shell, clock: StandingClock, answer: int
) -> None:
    with create_diary(shell.own, None, clock, parents=True) as diary:
        diary.days.set_note(diary.today(), "very personal")
        diary.backups.back_up("manual")
    shell.controller.enter(shell.own)
    shell.controller.do(Verb.PASSPHRASE)
    ask_for(qtbot, shell, OLD)
    view = shell.window.view
    assert view is not None
    assert "2" in view.notices.text.text()
    shell.person.chooses = [answer]
    button = view.findChild(QAbstractButton, "notice_readable_backups_0")
    assert button is not None
    told = len(shell.person.told)
    button.click()
    assert shell.person.asked[-1].count(".lupusdiary") == 2
    qtbot.waitUntil(lambda: len(shell.person.told) > told)
    backups = list(places.backups().rglob("*.lupusdiary"))
    assert all(b"very personal" not in backup.read_bytes() for backup in backups)
    assert len(backups) == (2 if answer == 0 else 1)
    assert view.notices.key != "readable_backups"
    assert view.diary.backups.last_whole() is not None


def test_strength_counts_hangul_by_its_keys() -> None:
    assert strength("password1") == 0
    # Hangul that is only an English word typed with 한/영 the other way is as weak as the word.
    assert strength("ㅔㅁㄴㄴ잭ㅇ") <= 1
    assert strength(NEW) >= 3
    assert strength("") == 0


def test_the_first_page_says_how_strong_a_passphrase_is_and_what_the_keyboard_does(
    qtbot: QtBot, shell: Shell
) -> None:
    shell.controller.enter(shell.own)
    page = shell.window.shown
    assert isinstance(page, Welcome)
    page.next.click()
    page.protected.click()
    says = page.findChild(QLabel, "strength")
    assert says.isHidden()
    page.passphrase.setText("password1")
    assert "Very easy" in says.text()
    page.passphrase.setText(NEW)
    assert "hard to guess" in says.text()
    state = page.findChild(QLabel, "keyboard_state")
    for modifier, seen in (
        (Qt.KeyboardModifier.ShiftModifier, False),
        (Qt.KeyboardModifier.NoModifier, True),
    ):
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, modifier, "A")
        QApplication.sendEvent(page.passphrase, key)
        assert state.isHidden() is not seen
    assert state.text() == "Caps Lock is on."
    page.back.click()
    assert not state.isVisible()
    assert not says.isVisible()


def test_the_title_names_no_file_when_she_wants_it_so(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    create_diary(shell.own, None, clock, parents=True).close()
    shell.controller.enter(shell.own)
    assert "diary.lupusdiary" in shell.window.windowTitle()
    assert shell.window.view is not None
    shell.window.view.show_start("settings")
    press(shell, "hide_file_name")
    assert "diary.lupusdiary" not in shell.window.windowTitle()


def test_writing_the_diary_anew_can_be_stopped_and_leaves_it_as_it_was(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    create_diary(shell.own, None, clock, parents=True).close()
    shell.controller.enter(shell.own)
    shell.controller.do(Verb.PASSPHRASE)
    page = shell.window.shown
    assert isinstance(page, PassphrasePage)
    assert not page.waiting.isVisible()
    for field in (page.passphrase, page.again):
        field.setText(NEW)
    page.set.click()
    assert page.waiting.isVisible()
    assert "written anew" in page.waiting.said.text()
    assert not page.problem.isVisible()
    # It only moves: nobody knows how long it takes.
    assert (page.waiting.bar.minimum(), page.waiting.bar.maximum()) == (0, 0)
    page.waiting.cancel.click()
    assert not page.waiting.cancel.isEnabled()
    qtbot.waitUntil(lambda: page.problem.text() == "Stopped. Nothing was changed.")
    assert not page.waiting.isVisible()
    assert page.set.isEnabled()
    assert not is_encrypted(shell.own)
    assert sorted(each.name for each in shell.own.parent.iterdir()) == [shell.own.name]
    page.back.click()
    assert shell.window.view is not None
