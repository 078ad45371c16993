"""A key from any page: to the line of a medicine, and to the page for emergencies."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lupusdiary.diary import Secret, create_diary
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.frame.unlock import Unlock
from lupusdiary.ui.safety.urgent_screen import UrgentScreen
from tests.conftest import StandingClock
from tests.ui.shell import Shell


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Shell:
    shell = Shell(tmp_path, clock)
    qtbot.addWidget(shell.window)
    create_diary(shell.own, None, clock, parents=True).close()
    shell.controller.start()
    shell.window.show()
    return shell


@pytest.mark.parametrize("page", ["today", "labs", "treatment", "settings"])
def test_ctrl_shift_n_goes_to_the_line_of_a_medicine_from_any_page(shell: Shell, page: str) -> None:
    view = shell.window.view
    assert view is not None
    view.show_route(Route(page))
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(shell.window, Qt.Key.Key_N, keys)
    assert view.current == "treatment"
    medicines = view.page("treatment")
    assert QApplication.focusWidget() is medicines.quick.line  # type: ignore[attr-defined]


def test_what_is_typed_in_the_line_already_stays(shell: Shell) -> None:
    view = shell.window.view
    assert view is not None
    line = view.page("treatment").quick.line  # type: ignore[attr-defined]
    view.show_route(Route("treatment"))
    QTest.keyClicks(line, "hydroxychloroquine 200 mg")
    view.show_route(Route("today"))
    action = shell.window.findChild(QAction, "write_medicine")
    assert action is not None
    action.trigger()
    assert line.text() == "hydroxychloroquine 200 mg"


@pytest.mark.parametrize("key", ["8", "F12"])
def test_the_page_for_emergencies_is_one_key_away_from_any_page(shell: Shell, key: str) -> None:
    assert shell.window.view is not None
    press(shell, key)
    assert shell.window.view.current == "urgent"


@pytest.mark.parametrize("key", ["8", "F12"])
def test_the_page_for_emergencies_opens_by_the_same_keys_without_a_diary(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock, key: str
) -> None:
    shell = Shell(tmp_path, clock)
    qtbot.addWidget(shell.window)
    create_diary(shell.own, Secret.passphrase("correct horse battery"), clock, parents=True).close()
    shell.controller.start()
    shell.window.show()
    assert isinstance(shell.window.shown, Unlock)
    shell.window.activateWindow()
    qtbot.waitUntil(shell.window.isActiveWindow)
    press(shell, key)
    assert isinstance(shell.window.shown, UrgentScreen)


def press(shell: Shell, key: str) -> None:
    if key == "8":
        QTest.keyClick(shell.window.windowHandle(), Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    else:
        QTest.keyClick(shell.window.windowHandle(), Qt.Key.Key_F12)
