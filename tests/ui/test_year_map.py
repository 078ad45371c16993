"""A year of one item in the calendar: empty is not zero, every day is reached by mouse and keyboard."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lupusdiary.ui.calendar_page import CalendarPage
from lupusdiary.ui.palette import THEMES, contrast
from lupusdiary.ui.route import Route
from lupusdiary.ui.year_map import mixed, readable
from tests.conftest import StandingClock
from tests.ui.daily import Daily

Key = Qt.Key
ZERO, SIX, EMPTY = date(2026, 11, 18), date(2026, 11, 19), date(2026, 11, 20)


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    made = Daily(qtbot, tmp_path, clock)
    made.diary.days.record(ZERO, "fatigue", 0)
    made.diary.days.record(SIX, "fatigue", 6)
    return made


def year(daily: Daily) -> CalendarPage:
    page = daily.show(CalendarPage)
    daily.click(page.whole_year)
    page.year.item.setCurrentIndex(page.year.item.findData("fatigue"))
    page.year.refresh()
    return page


def picture(page: CalendarPage, day: date) -> QImage:
    page.year.map.clearFocus()
    return page.year.map.grab(page.year.map.cell(day)).toImage()


def test_a_day_without_a_record_is_not_drawn_as_a_zero(daily: Daily) -> None:
    page = year(daily)
    assert picture(page, ZERO) != picture(page, EMPTY)
    assert picture(page, ZERO) != picture(page, SIX)
    assert page.year.map.words(ZERO) == "Wed 18 Nov 2026: 0"
    assert page.year.map.words(EMPTY) == "Fri 20 Nov 2026: not recorded"
    assert "recorded on 2 of 326 days" in page.year.map.accessibleName()


def test_arrow_keys_walk_through_the_year_and_enter_opens_the_day(daily: Daily) -> None:
    page = year(daily)
    routes: list[Route] = []
    page.go.connect(routes.append)
    assert page.year.map.hasFocus()
    daily.press(Key.Key_Left, Key.Key_Left, Key.Key_Left)
    assert page.year.readout.text() == "Thu 19 Nov 2026: 6"
    daily.press(Key.Key_Up, Key.Key_Home, Key.Key_Return)
    assert routes == [Route("today", day=date(2026, 10, 1))]
    daily.press(Key.Key_Down, Key.Key_End)
    assert page.year.map.day == date(2026, 11, 1), "a day that has not come cannot be reached"
    daily.press(Key.Key_PageUp)
    assert page.year.title.text() == "2025"
    assert page.year.map.day.year == 2025


def test_a_click_opens_a_day_and_never_one_that_has_not_come(daily: Daily) -> None:
    page = year(daily)
    routes: list[Route] = []
    page.go.connect(routes.append)
    for day in (SIX, date(2026, 12, 24)):
        QTest.mouseClick(page.year.map, Qt.MouseButton.LeftButton, pos=page.year.map.cell(day).center())
    QTest.mouseClick(page.year.map, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert routes == [Route("today", day=SIX)]


def test_a_new_record_shows_at_once(daily: Daily) -> None:
    page = year(daily)
    before = picture(page, EMPTY)
    daily.diary.days.record(EMPTY, "fatigue", 3)
    assert picture(page, EMPTY) != before


def test_the_month_comes_back(daily: Daily) -> None:
    page = year(daily)
    assert not page.grid.isVisible()
    daily.click(page.whole_year)
    assert page.grid.isVisible()
    assert page.before.isVisible()


def test_numbers_can_be_read_on_every_ground() -> None:
    for colours in THEMES.values():
        for step in range(11):
            ground = mixed(colours.surface, colours.accent, step / 10)
            assert contrast(readable(ground), ground) >= 4.5, (colours.name, step)
