"""A lock covers at once, loses nothing that is typed, and tells nothing."""

from __future__ import annotations

import ctypes
import gc
import shutil
import subprocess
import sys
from ctypes import wintypes
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, Qt, QThreadPool
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlcipher3.dbapi2 import ProgrammingError

from lupusdiary.diary import Diary, Secret, create_diary, open_diary
from lupusdiary.domain.records import Contact
from lupusdiary.language import Refusal
from lupusdiary.ui.base.command import Verb
from lupusdiary.ui.base.draft_keeper import Unkept
from lupusdiary.ui.base.lock_minutes import NEVER, SHARED, set_lock_minutes
from lupusdiary.ui.base.open_numbers import show_numbers
from lupusdiary.ui.frame.start_screen import StartScreen
from lupusdiary.ui.frame.unlock import Unlock
from lupusdiary.ui.safety import locking, windows_session
from lupusdiary.ui.safety.lock_page import HiddenPage, LockPage
from lupusdiary.ui.safety.urgent_screen import UrgentScreen
from tests.conftest import StandingClock
from tests.ui.shell import Shell

PASSPHRASE = "butterfly and wolf"
DAY = date(2026, 11, 22)


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Shell:
    made = Shell(tmp_path, clock)
    qtbot.addWidget(made.window)
    return made


def opened(shell: Shell, clock: StandingClock, *, protected: bool = True) -> Diary:
    secret = Secret.passphrase(PASSPHRASE) if protected else None
    create_diary(shell.own, secret, clock, parents=True).close()
    shell.controller._show(open_diary(shell.own, secret, clock))
    shell.controller.safety.remind()
    assert shell.window.view is not None
    return shell.window.view.diary


def lock_page(shell: Shell) -> LockPage:
    page = shell.window.shown
    assert isinstance(page, LockPage)
    return page


def press(shell: Shell, name: str) -> None:
    button = shell.window.findChild(QAbstractButton, name)
    assert button is not None, name
    button.click()


def unlock(qtbot: QtBot, shell: Shell) -> None:
    page = lock_page(shell)
    qtbot.waitUntil(lambda: not page.secret.isReadOnly())
    page.secret.setText(PASSPHRASE)
    page.unlock.click()
    qtbot.waitUntil(lambda: shell.window.view is not None and shell.window.shown is shell.window.view)


def all_texts(widget: QWidget) -> str:
    return " ".join(
        each.text() for kind in (QLabel, QAbstractButton, QLineEdit) for each in widget.findChildren(kind)
    )


def test_ctrl_l_closes_the_diary_keeps_what_is_typed_and_names_nothing(
    qtbot: QtBot, shell: Shell, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The platform of the tests says of no copy whose it is.
    monkeypatch.setattr(locking, "owned_clipboards", lambda: [QClipboard.Mode.Clipboard])
    diary = opened(shell, clock)
    view = shell.window.view
    assert view is not None
    view.page("today").complete()
    note = view.findChild(QWidget, "note")
    note.setFocus()
    qtbot.keyClicks(note, "a line that is not finished")
    QGuiApplication.clipboard().setText("copied from the diary")
    shell.controller.do(Verb.LOCK)
    page = lock_page(shell)
    assert shell.window.view is None
    assert "diary.lupusdiary" not in shell.window.windowTitle() + all_texts(page)
    shell.window.menus._list_recent()
    assert not [
        action
        for action in shell.window.menus._recent.actions()
        if "diary" in action.text().lower() and action.objectName() != "clear_recent"
    ]
    assert QGuiApplication.clipboard().text() == ""
    with pytest.raises(ProgrammingError):
        diary.days.day(DAY)
    unlock(qtbot, shell)
    assert shell.window.view is not None
    assert shell.window.view.diary.days.day(DAY).note == "a line that is not finished"


def test_the_first_second_takes_no_key(qtbot: QtBot, shell: Shell, clock: StandingClock) -> None:
    opened(shell, clock)
    shell.controller.do(Verb.LOCK)
    page = lock_page(shell)
    qtbot.keyClicks(page.secret, "typed on")
    assert page.secret.text() == ""
    qtbot.waitUntil(lambda: not page.secret.isReadOnly())
    qtbot.keyClicks(page.secret, "butter")
    assert page.secret.text() == "butter"


def test_an_idle_lock_gives_a_minute_and_any_key_dismisses_it(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    opened(shell, clock)
    idle, view = shell.controller.safety.locking.idle, shell.window.view
    assert view is not None
    clock.move(minutes=28, seconds=50)
    idle.look()
    assert view.notices.key is None
    clock.move(seconds=20)
    idle.look()
    assert view.notices.key == "lock_soon"
    shell.window.activateWindow()
    qtbot.waitUntil(shell.window.isActiveWindow)
    QTest.keyClick(shell.window.windowHandle(), Qt.Key.Key_Shift)
    assert view.notices.key is None
    clock.move(minutes=29)
    idle.look()
    assert view.notices.key == "lock_soon"
    clock.move(minutes=1)
    idle.look()
    assert isinstance(shell.window.shown, LockPage)


def test_sleep_counts_and_the_first_key_afterwards_does_not_open(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    opened(shell, clock)
    set_lock_minutes(shell.preferences, SHARED)
    clock.move(hours=8)
    shell.controller.safety.locking.idle.touched()
    assert isinstance(shell.window.shown, LockPage)


def test_never_means_never_and_a_clock_set_back_starts_anew(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    opened(shell, clock)
    idle = shell.controller.safety.locking.idle
    set_lock_minutes(shell.preferences, NEVER)
    clock.move(days=1)
    idle.look()
    assert shell.window.view is not None
    set_lock_minutes(shell.preferences, SHARED)
    idle.touched()
    assert isinstance(shell.window.shown, LockPage)


def test_what_cannot_be_kept_holds_the_diary_open_behind_the_lock(
    qtbot: QtBot, shell: Shell, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary = opened(shell, clock)
    view = shell.window.view
    assert view is not None
    full = [Unkept("a draft", Refusal("The disk is full."))]
    with monkeypatch.context() as patch:
        patch.setattr(view, "unkept", lambda: full)
        shell.controller.do(Verb.LOCK)
        assert isinstance(shell.window.shown, LockPage)
        assert shell.window.view is view
        assert "diary.lupusdiary" not in shell.window.windowTitle()
        unlock(qtbot, shell)
        assert shell.window.view is view
        assert diary.days.day(DAY).note is None
        shell.controller.do(Verb.LOCK)
        assert shell.window.view is view
    qtbot.waitUntil(lambda: shell.window.view is None)
    assert isinstance(shell.window.shown, LockPage)


def test_a_plain_diary_is_hidden_by_a_page_that_says_what_that_is_worth(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    opened(shell, clock, protected=False)
    clock.move(hours=2)
    shell.controller.safety.locking.idle.look()
    assert shell.window.view is not None
    shell.controller.do(Verb.LOCK)
    page = shell.window.shown
    assert isinstance(page, HiddenPage)
    assert "protects nothing" in all_texts(page)
    press(shell, "show_again")
    assert shell.window.view is not None


def test_a_demonstration_never_locks(qtbot: QtBot, shell: Shell, clock: StandingClock) -> None:
    shell.controller.show_demonstration("mild")
    shell.controller.do(Verb.LOCK)
    assert shell.window.view is not None
    clock.move(hours=9)
    shell.controller.safety.locking.idle.look()
    assert shell.window.view is shell.window.shown


def test_help_in_an_emergency_opens_from_every_door_with_numbers_only_when_ticked(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    diary = opened(shell, clock)
    diary.contacts.add(Contact("ward", "02-123-4567"))
    shell.controller.do(Verb.LOCK)
    page = lock_page(shell)
    page.urgent_requested.emit()
    door = shell.window.shown
    assert isinstance(door, UrgentScreen)
    assert "119" in all_texts(door)
    assert "02-123-4567" not in all_texts(door)
    press(shell, "urgent_back")
    assert shell.window.shown is page
    unlock(qtbot, shell)
    assert shell.window.view is not None
    show_numbers(shell.preferences, shell.window.view.diary, True)
    shell.controller.safety.remind()
    shell.window.view.diary.contacts.add(Contact("night", "02-765-4321"))
    shell.controller.do(Verb.LOCK)
    lock_page(shell).urgent_requested.emit()
    door = shell.window.shown
    assert isinstance(door, StartScreen)
    assert "02-123-4567" in all_texts(door)
    assert "02-765-4321" in all_texts(door)
    shown = [each for each in door.findChildren(QWidget, "contact_name") if each.isVisible()]
    assert shown == []


@pytest.mark.parametrize(
    ("message", "parameter", "locks"),
    [
        (windows_session.WM_WTSSESSION_CHANGE, windows_session.WTS_SESSION_LOCK, 1),
        (windows_session.WM_POWERBROADCAST, windows_session.PBT_APMSUSPEND, 1),
        # Unlocked again, awake again, and a key.
        (windows_session.WM_WTSSESSION_CHANGE, 8, 0),
        (windows_session.WM_POWERBROADCAST, 18, 0),
        (0x0100, windows_session.WTS_SESSION_LOCK, 0),
    ],
)
def test_windows_messages_of_a_locked_screen_and_of_sleep_lock(
    message: int, parameter: int, locks: int
) -> None:
    heard: list[None] = []
    told = wintypes.MSG(message=message, wParam=parameter)
    session = windows_session.SessionFilter(lambda: heard.append(None))
    address = ctypes.addressof(told)
    assert session.nativeEventFilter(QByteArray(b"windows_generic_MSG"), address) == (False, 0)
    assert len(heard) == locks
    session.nativeEventFilter(QByteArray(b"xcb_generic_event_t"), 0)
    assert len(heard) == locks


_LOGIND = "/org/freedesktop/login1"


@pytest.mark.parametrize(
    ("path", "signal", "before", "says"),
    [
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", ["boolean:false"], "boolean:true"),
        ("/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged", ["boolean:false"], "boolean:true"),
        (_LOGIND, "org.freedesktop.login1.Manager.PrepareForSleep", ["boolean:false"], "boolean:true"),
        (f"{_LOGIND}/session/_31", "org.freedesktop.login1.Session.Lock", [], None),
    ],
)
def test_the_system_says_that_the_screen_is_locked_or_that_it_goes_to_sleep(
    path: str, signal: str, before: list[str], says: str | None
) -> None:
    if shutil.which("dbus-run-session") is None or shutil.which("dbus-send") is None:
        pytest.skip("no message bus here")
    # What logind tells stands on the system's bus: for the test both are one.
    program = (
        "import os, subprocess, sys\n"
        "os.environ['DBUS_SYSTEM_BUS_ADDRESS'] = os.environ['DBUS_SESSION_BUS_ADDRESS']\n"
        "from PySide6.QtCore import QCoreApplication, QTimer\n"
        "from lupusdiary.ui.safety.system_lock import SystemLock\n"
        "app = QCoreApplication([])\n"
        "lock = SystemLock(app)\n"
        "lock.locks.connect(lambda: (print('locked', flush=True), app.quit()))\n"
        "path, signal, *said = sys.argv[1:]\n"
        "def say(*what): subprocess.run(['dbus-send', '--session', '--type=signal', path, signal, *what],"
        " check=True)\n"
        "QTimer.singleShot(0, lambda: [say(*each.split()) for each in said])\n"
        "QTimer.singleShot(120000, app.quit)\n"
        "app.exec()\n"
    )
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", program, path, signal, *before, says or ""],
        capture_output=True,
        text=True,
        timeout=300,
        cwd=Path(__file__).parents[3],
    )
    assert done.stdout == "locked\n", done.stderr


def test_the_passphrase_is_dropped_once_the_diary_is_open(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    create_diary(shell.own, Secret.passphrase("only for this test"), clock, parents=True).close()
    shell.controller.enter(shell.own)
    door = shell.window.shown
    assert isinstance(door, Unlock)
    door.secret.setText("only for this test")
    door.unlock.click()
    qtbot.waitUntil(lambda: shell.window.view is not None)
    assert QThreadPool.globalInstance().waitForDone(20_000)
    del door
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    held = [each for each in gc.get_objects() if isinstance(each, Secret) and each._passphrase is not None]
    assert [each for each in held if "this test" in str(each._passphrase)] == []
