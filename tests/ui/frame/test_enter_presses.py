"""Enter presses the button that the keyboard is on, as a person expects of every button."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from lupusdiary.diary import create_diary
from tests.conftest import StandingClock
from tests.ui.daily import child
from tests.ui.shell import Shell


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Shell:
    made = Shell(tmp_path, clock)
    qtbot.addWidget(made.window)
    with qtbot.waitExposed(made.window):
        made.window.show()
    made.window.activateWindow()
    return made


def press(qtbot: QtBot, button: QPushButton | QCheckBox, key: Qt.Key) -> None:
    button.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is button)
    QTest.keyClick(button, key)
    QApplication.processEvents()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_a_button_of_a_page_and_of_the_first_screen(
    qtbot: QtBot, shell: Shell, clock: StandingClock, key: Qt.Key
) -> None:
    shell.controller.start()
    first = shell.window.shown
    assert first is not None
    pressed: list[bool] = []
    button = first.findChildren(QPushButton)[-1]
    button.clicked.connect(lambda: pressed.append(True))
    press(qtbot, button, key)
    assert pressed == [True]
    shell.own.parent.mkdir(exist_ok=True)
    create_diary(shell.own, None, clock).close()
    shell.controller.enter(shell.own)
    assert shell.window.view is not None
    shell.window.view.show_start("treatment")
    page = shell.window.view.page("treatment")
    page.complete()
    button = child(page, QPushButton, "add_allergy")
    button.clicked.connect(lambda: pressed.append(False))
    press(qtbot, button, key)
    assert pressed == [True, False]


def test_the_keyboard_never_falls_out_of_a_page_whose_form_is_closed(
    qtbot: QtBot, shell: Shell, clock: StandingClock
) -> None:
    """The next one behind the form is Undo: Enter would take back what was just saved."""
    shell.own.parent.mkdir(exist_ok=True)
    with create_diary(shell.own, None, clock) as diary:
        diary.days.record(clock().date(), "fatigue", 3)
    shell.controller.enter(shell.own)
    view = shell.window.view
    assert view is not None
    view.show_start("visit")
    page = view.page("visit")
    page.complete()
    view.diary.days.record(clock().date(), "fatigue", 4)
    page._edit(None)
    page.form.day.line.setText("2026-12-03")
    assert shell.window.menu_end.undo.isEnabled()
    press(qtbot, page.form.save, Qt.Key.Key_Return)
    assert len(view.diary.visits.all()) == 1
    here = QApplication.focusWidget()
    assert here is not None
    assert page.isAncestorOf(here), here.objectName()


def test_enter_ticks_no_box(qtbot: QtBot, shell: Shell) -> None:
    box = QCheckBox("one", shell.window)
    box.show()
    press(qtbot, box, Qt.Key.Key_Return)
    assert not box.isChecked()
