"""Two computers on one synchronised folder: noticed, said, and both versions kept."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QDialog
from pytestqt.qtbot import QtBot

from lupusdiary.diary import Diary, Secret, create_diary, open_diary
from lupusdiary.ui.frame.diary_view import DiaryView
from tests.conftest import StandingClock
from tests.ui.shell import Shell

DAY, OTHER_DAY = date(2026, 11, 3), date(2026, 11, 4)
SECRET = Secret(None, bytes(range(32)), None)


@pytest.fixture(params=[None, SECRET], ids=["plain", "protected"])
def secret(request: pytest.FixtureRequest) -> Secret | None:
    found: Secret | None = request.param
    return found


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: StandingClock, secret: Secret | None) -> Shell:
    shell = Shell(tmp_path, clock)
    qtbot.addWidget(shell.window)
    with create_diary(shell.own, secret, clock, parents=True) as diary:
        diary.days.set_note(DAY, "before")
    return shell


def shown(shell: Shell, diary: Diary) -> DiaryView:
    shell.controller._show(diary)
    shell.controller.safety.remind()
    view = shell.window.view
    assert view is not None
    return view


def press(view: DiaryView, name: str) -> None:
    button = view.findChild(QAbstractButton, name)
    assert button is not None, name
    button.click()


def write(path: Path, secret: Secret | None, clock: StandingClock, text: str) -> None:
    with open_diary(path, secret, clock) as diary:
        diary.days.set_note(OTHER_DAY, text)


def test_a_copy_of_the_other_computer_is_noticed_and_its_entries_brought_in(
    qtbot: QtBot, shell: Shell, clock: StandingClock, secret: Secret | None
) -> None:
    copy = shell.own.with_name("diary (conflicted copy 2026-11-22).lupusdiary")
    shutil.copyfile(shell.own, copy)
    # An older state of the same diary holds nothing that is not here.
    shutil.copyfile(shell.own, shell.own.with_name("older.lupusdiary"))
    clock.move(minutes=1)
    write(copy, secret, clock, "there")
    clock.move(minutes=1)
    write(shell.own, secret, clock, "here")
    bytes_before = copy.read_bytes()
    view = shown(shell, open_diary(shell.own, secret, clock))
    qtbot.waitUntil(lambda: "conflicted copy" in view.notices.text.text())
    assert "older" not in view.notices.text.text()

    def see(dialog: QDialog) -> bool:
        dialog.show()
        return True

    shell.person.in_dialog = see
    press(view, "notice_version_beside_0")
    qtbot.waitUntil(lambda: bool(shell.person.told))
    assert "Kept as it was here: 1" in shell.person.told[-1]
    assert view.diary.days.day(OTHER_DAY).note == "here"
    assert copy.read_bytes() == bytes_before
    # It is not said again of the same file.
    shell.controller.safety._versions.watch(view)
    qtbot.waitUntil(lambda: not shell.controller.safety._versions._background.busy)
    assert view.notices.key != "version_beside"


def test_a_copy_that_comes_while_the_diary_is_open_is_noticed(
    qtbot: QtBot, shell: Shell, clock: StandingClock, secret: Secret | None
) -> None:
    view = shown(shell, open_diary(shell.own, secret, clock))
    watch = shell.controller.safety._versions
    qtbot.waitUntil(lambda: not watch._background.busy)
    assert view.notices.key != "version_beside"
    copy = shell.own.with_name("diary-LAPTOP.lupusdiary")
    shutil.copyfile(shell.own, copy)
    clock.move(minutes=1)
    write(copy, secret, clock, "there")
    watch.timer.timeout.emit()
    qtbot.waitUntil(lambda: view.notices.key == "version_beside")
    press(view, "notice_version_beside_1")
    assert copy.exists()


@pytest.mark.parametrize("both_wrote", [False, True])
def test_a_file_replaced_by_another_computer_s_keeps_both(
    qtbot: QtBot, shell: Shell, clock: StandingClock, secret: Secret | None, both_wrote: bool
) -> None:
    view = shown(shell, open_diary(shell.own, secret, clock))
    arriving = shell.own.with_name("arriving")
    shutil.copyfile(shell.own, arriving)
    clock.move(minutes=1)
    write(arriving, secret, clock, "there")
    if both_wrote:
        clock.move(minutes=1)
        view.diary.days.set_note(OTHER_DAY, "here")
    arriving.replace(shell.own)
    shell.controller.safety._place.look()
    assert view.notices.key == "misplaced"
    kept = [each for each in shell.own.parent.glob("*.lupusdiary") if each != shell.own]
    assert len(kept) == both_wrote
    press(view, "notice_misplaced_0")
    again = shell.window.view
    assert again is not None
    assert again is not view
    assert again.diary.days.day(OTHER_DAY).note == "there"
    if both_wrote:
        with open_diary(kept[0], secret, clock) as ours:
            assert ours.days.day(OTHER_DAY).note == "here"
        shell.controller.safety.remind()
        qtbot.waitUntil(lambda: kept[0].name in again.notices.text.text())


def test_another_diary_beside_it_is_not_meant(
    qtbot: QtBot, shell: Shell, clock: StandingClock, secret: Secret | None
) -> None:
    with create_diary(shell.own.with_name("somebody.lupusdiary"), secret, clock) as other:
        other.days.set_note(DAY, "hers")
    view = shown(shell, open_diary(shell.own, secret, clock))
    qtbot.waitUntil(lambda: not shell.controller.safety._versions._background.busy)
    assert view.notices.key != "version_beside"


def test_a_version_with_another_passphrase_is_said_and_both_stay(
    qtbot: QtBot, shell: Shell, clock: StandingClock, secret: Secret | None
) -> None:
    """Its passphrase was changed on the other computer: only its name tells that it may be this diary."""
    changed = shell.own.with_name("diary (conflicted copy).lupusdiary")
    stranger = shell.own.with_name("diaryofmine.lupusdiary")
    for path in (changed, stranger):
        with create_diary(path, Secret(None, bytes(range(1, 33)), None), clock) as other:
            other.days.set_note(OTHER_DAY, "there")
    before = changed.read_bytes()
    view = shown(shell, open_diary(shell.own, secret, clock))
    qtbot.waitUntil(lambda: "another passphrase" in view.notices.text.text())
    assert changed.name in view.notices.text.text()
    # It is said once; the other name begins like this one and is no other word for it.
    watch = shell.controller.safety._versions
    press(view, "notice_version_beside_0")
    watch.watch(view)
    qtbot.waitUntil(lambda: not watch._background.busy)
    assert view.notices.key != "version_beside"
    assert changed.read_bytes() == before


def test_a_file_replaced_by_one_with_another_passphrase_keeps_both(
    qtbot: QtBot, shell: Shell, clock: StandingClock, secret: Secret | None
) -> None:
    view = shown(shell, open_diary(shell.own, secret, clock))
    view.diary.days.set_note(OTHER_DAY, "here")
    arriving = shell.own.with_name("arriving")
    create_diary(arriving, Secret(None, bytes(range(1, 33)), None), clock).close()
    arriving.replace(shell.own)
    shell.controller.safety._place.look()
    [kept] = [each for each in shell.own.parent.glob("*.lupusdiary") if each != shell.own]
    assert "another passphrase" in view.notices.text.text()
    assert kept.name in view.notices.text.text()
    with open_diary(kept, secret, clock) as ours:
        assert ours.days.day(OTHER_DAY).note == "here"
