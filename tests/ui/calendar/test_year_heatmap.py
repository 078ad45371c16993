"""A year of one item in the calendar: empty is not zero, every day is reached by mouse and keyboard."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lupusdiary.ui.base.palette import THEMES, contrast
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.calendar.page import CalendarPage
from lupusdiary.ui.calendar.year_cell import mixed, readable
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


def cells(page: CalendarPage) -> dict[str, str]:
    shown = page.year.numbers.model()
    vertical = Qt.Orientation.Vertical
    return {
        str(shown.headerData(row, vertical)): str(shown.index(row, 0).data())
        for row in range(shown.rowCount())
    }


def test_the_table_says_what_the_map_draws_day_for_day(daily: Daily) -> None:
    daily.diary.days.record(EMPTY, "joint_pain", 4)
    page = year(daily)
    daily.click(page.year.as_table)
    assert page.year.numbers.isVisible()
    assert not page.year.map.isVisible()
    shown = cells(page)
    assert len(shown) == 326
    assert next(iter(shown)) == "Sun 22 Nov 2026"
    assert shown["Thu 19 Nov 2026"] == "6"
    assert shown["Wed 18 Nov 2026"] == "0"
    assert shown["Fri 20 Nov 2026"] == "not recorded"
    for day in (ZERO, SIX, EMPTY):
        said = daily.around.tr.date(day)
        assert page.year.map.words(day) == f"{said}: {shown[said]}"
    daily.click(page.year.as_table)
    assert page.year.map.isVisible()


def test_a_screen_reader_is_told_which_table_it_is_and_hears_day_and_value(daily: Daily) -> None:
    page = year(daily)
    daily.click(page.year.as_table)
    table = page.year.numbers
    assert "Fatigue in 2026, recorded on 2 of 326 days" in table.accessibleName()
    heard = QAccessible.queryAccessibleInterface(table)
    assert heard.role() == QAccessible.Role.Table
    said = [heard.child(at).text(QAccessible.Text.Name) for at in range(12)]
    assert "Fatigue" in said
    assert said[said.index("Thu 19 Nov 2026") + 1] == "6"
    assert said[said.index("Fri 20 Nov 2026") + 1] == "not recorded"


def test_the_table_is_reached_walked_and_left_by_keyboard(daily: Daily) -> None:
    page = year(daily)
    routes: list[Route] = []
    page.go.connect(routes.append)
    page.year.item.setFocus()
    daily.press(Key.Key_Tab)
    assert page.year.as_table.hasFocus()
    daily.press(Key.Key_Space, Key.Key_Tab, Key.Key_Tab)
    assert page.year.numbers.hasFocus()
    daily.press(Key.Key_Home, Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert routes == [Route("today", day=SIX)]
    daily.press(Key.Key_Tab)
    assert not page.year.numbers.hasFocus(), "the keyboard must come out of the table again"


def test_the_table_goes_to_the_clipboard_for_a_spreadsheet(daily: Daily) -> None:
    page = year(daily)
    daily.click(page.year.copy)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Day\tFatigue"
    assert "Thu 19 Nov 2026\t6" in lines
    assert "Fri 20 Nov 2026\tnot recorded" in lines
    assert len(lines) == 327


def test_the_table_follows_records_item_year_and_language(daily: Daily) -> None:
    daily.diary.days.record(EMPTY, "morning_stiffness", 30)
    page = year(daily)
    daily.click(page.year.as_table)
    daily.diary.days.record(EMPTY, "fatigue", 3)
    assert cells(page)["Fri 20 Nov 2026"] == "3"
    page.year.item.setCurrentIndex(page.year.item.findData("morning_stiffness"))
    page.year.item.activated.emit(page.year.item.currentIndex())
    assert cells(page)["Fri 20 Nov 2026"] == "30 min"
    daily.click(page.year.before)
    assert len(cells(page)) == 365
    assert set(cells(page).values()) == {"not recorded"}
    daily.click(page.year.after)
    daily.around.ui_language.switch("ko")
    page.retranslate()
    assert cells(page)["2026. 11. 20.(금)"] == "30분"
    assert cells(page)["2026. 11. 19.(목)"] == "기록 없음"
    daily.around.ui_language.switch("en")


def test_an_item_that_is_asked_no_more_can_still_be_looked_at(daily: Daily) -> None:
    daily.diary.symptoms.untrack("fatigue")
    page = year(daily)
    assert page.year.item.currentData() == "fatigue"
    assert cells_of_map(page) == {"0", "6"}


def test_an_item_that_is_asked_from_now_on_is_offered_at_once(daily: Daily) -> None:
    page = year(daily)
    assert page.year.item.findData("headache") < 0
    daily.diary.symptoms.track("headache")
    assert page.year.item.findData("headache") >= 0


def cells_of_map(page: CalendarPage) -> set[str]:
    return {page.year.map.words(day).rpartition(": ")[2] for day in (ZERO, SIX)}


def test_in_a_small_window_with_large_text_the_keyboard_keeps_its_day_in_sight(daily: Daily) -> None:
    daily.around.theme.set_scale(2.0)
    page = year(daily)
    shape = page.year.map
    assert shape.width() > page.width()
    QApplication.processEvents()
    for key in (None, Key.Key_Left, Key.Key_Up, Key.Key_End, Key.Key_Home, *[Key.Key_Up] * 9):
        daily.press(*([key] if key else []))
        seen = shape.visibleRegion().boundingRect()
        assert seen.contains(shape.cell(shape.day).center()), shape.day
    daily.click(page.year.as_table)
    assert page.year.numbers.width() <= page.width()
    assert page.year.item.visibleRegion().boundingRect().width() == page.year.item.width()
