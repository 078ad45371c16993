"""Saved time and Undo stand once, in the menu bar; every way back says what it took back, and goes there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lupusdiary.diary import Diary, open_diary
from lupusdiary.domain.records import Contact, TreatmentEvent
from lupusdiary.ui.base.command import ChooseLanguage
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.frame.diary_view import DiaryView
from lupusdiary.ui.today.page import TodayPage
from lupusdiary.ui.widgets.chip import Chip
from tests.conftest import StandingClock
from tests.ui.daily import child
from tests.ui.shell import Shell

EARLIER = date(2026, 5, 3)


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Shell:
    found = Shell(tmp_path, clock)
    qtbot.addWidget(found.window)
    found.enter_new_diary()
    return found


@pytest.fixture
def view(shell: Shell) -> DiaryView:
    assert shell.window.view is not None
    return shell.window.view


@pytest.fixture
def diary(view: DiaryView) -> Diary:
    return view.diary


def said(shell: Shell) -> str:
    return shell.window.menu_end.said.toolTip()


def test_saved_and_undo_are_there_once_and_on_no_page(shell: Shell, view: DiaryView) -> None:
    for page in ("today", "calendar", "labs", "treatment", "visit"):
        view.show_route(Route(page))
    assert child(shell.window, QPushButton, "undo") is shell.window.menu_end.undo
    assert child(shell.window, QLabel, "saved") is shell.window.menu_end.said


def test_saved_is_said_with_its_time_after_every_write_of_ours(
    shell: Shell, diary: Diary, clock: StandingClock
) -> None:
    assert said(shell) == ""
    diary.days.record(diary.today(), "fatigue", 5)
    assert said(shell) == "Saved 21:04"
    assert shell.window.menu_end.said.isVisible()
    clock.move(minutes=3)
    diary.contacts.add(Contact("ward", "02-123"))
    assert said(shell) == "Saved 21:07"


def test_what_another_program_wrote_was_not_saved_here(
    shell: Shell, view: DiaryView, clock: StandingClock
) -> None:
    other = open_diary(shell.own, None, clock)
    other.days.record(other.today(), "fatigue", 7)
    other.close()
    view._look_around()
    assert said(shell) == ""


@pytest.mark.parametrize("way", ["button", "menu", "shortcut"])
def test_undo_says_what_and_where_and_goes_there(
    shell: Shell, view: DiaryView, diary: Diary, qtbot: QtBot, way: str
) -> None:
    diary.days.record(EARLIER, "fatigue", 6)
    view.show_route(Route("labs"))
    if way == "button":
        shell.window.menu_end.undo.click()
    elif way == "menu":
        shell.window.menus.undo.trigger()
    else:
        shell.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is shell.window)
        QTest.keyClick(shell.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert said(shell) == "Undone: Fatigue 6 on 3 May"
    assert diary.days.day(EARLIER).is_empty
    assert view.current == "today"
    page = view.page("today")
    assert isinstance(page, TodayPage)
    assert page.day == EARLIER
    shell.window.menus.redo.trigger()
    assert said(shell) == "Done again: Fatigue 6 on 3 May"


def test_clearing_and_other_steps_are_named_too(shell: Shell, view: DiaryView, diary: Diary) -> None:
    diary.days.record(EARLIER, "fatigue", 6)
    diary.days.record(EARLIER, "fatigue", None)
    shell.window.menus.undo.trigger()
    assert said(shell) == "Undone: Fatigue cleared on 3 May"
    diary.events.add(TreatmentEvent(EARLIER, "kidney_biopsy"))
    shell.window.menus.undo.trigger()
    assert said(shell) == "Undone: an event on 3 May"
    assert view.current == "treatment"


def test_what_was_undone_is_said_in_the_language_of_the_moment(
    shell: Shell, diary: Diary, view: DiaryView
) -> None:
    diary.days.record(EARLIER, "fatigue", 6)
    shell.window.menus.undo.trigger()
    shell.controller.do(ChooseLanguage("ko"))
    assert said(shell) == "실행 취소함: 5. 3. 피로 6"


def test_the_button_is_there_when_there_is_something_to_undo(shell: Shell, diary: Diary) -> None:
    button = shell.window.menu_end.undo
    assert not button.isEnabled()
    diary.contacts.add(Contact("ward", "02-123"))
    assert button.isEnabled()
    button.click()
    assert not button.isEnabled()


def test_every_menu_keeps_its_place_beside_saved_and_undo_in_very_large_text(
    shell: Shell, diary: Diary
) -> None:
    shell.window.resize(1093, 614)
    shell.window.context.theme.set_scale(2.0)
    QApplication.processEvents()
    bar = shell.window.menuBar()
    diary.days.record(diary.today(), "fatigue", 5)
    for action in bar.actions():
        assert bar.actionGeometry(action).width() > 0, action.text()
    assert shell.window.menu_end.undo.isVisible()
    shell.window.context.theme.set_scale(1.0)


@pytest.mark.parametrize(
    ("key", "value", "chip"),
    [
        ("day_ends_at", "02:00", "day_ends_00"),
        ("temperature_unit", "[degF]", "unit_fever_kept"),
        ("weight_unit", "[lb_av]", "unit_weight_kept"),
    ],
)
def test_a_setting_that_was_taken_back_is_shown_where_it_stands(
    shell: Shell, view: DiaryView, diary: Diary, qtbot: QtBot, key: str, value: str, chip: str
) -> None:
    shell.window.resize(1093, 614)
    diary.settings.set(key, value)
    view.show_route(Route("labs"))
    shell.window.menu_end.undo.click()
    assert view.current == "settings"
    page = view.page("settings")
    place = child(page, Chip, chip)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is place)
    assert place.isChecked(), "it shows what is set again"
    assert not place.visibleRegion().isEmpty()
    shell.window.menus.redo.trigger()
    assert place.visibleRegion().boundingRect().height() == place.height(), "what is seen already stays"


@pytest.mark.parametrize(
    ("key", "value", "page"),
    [
        ("medicine_ticks", "yes", "treatment"),
        ("report_language", "ko", "visit"),
        ("laboratory", "가상대학교병원", "labs"),
        ("timeline_range", "year", "timeline"),
    ],
)
def test_a_setting_of_another_page_is_taken_back_there(
    shell: Shell, view: DiaryView, diary: Diary, key: str, value: str, page: str
) -> None:
    diary.settings.set(key, value)
    shell.window.menu_end.undo.click()
    assert view.current == page
