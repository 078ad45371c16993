"""The calendar: what a month shows, the way to a day, and a search through the notes."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.records import TimedEntry, TreatmentEvent, Visit
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.calendar.month_cell import MonthCell
from lupusdiary.ui.calendar.month_days import grid_period
from lupusdiary.ui.calendar.note_results import around
from lupusdiary.ui.calendar.page import CalendarPage
from tests.conftest import StandingClock
from tests.ui.daily import Daily, child

Key = Qt.Key
YESTERDAY = date(2026, 11, 21)


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return Daily(qtbot, tmp_path, clock)


def cell(page: CalendarPage, day: date) -> MonthCell:
    return child(page, MonthCell, f"month_{day.isoformat()}")


def opened(page: CalendarPage) -> list[Route]:
    routes: list[Route] = []
    page.go.connect(routes.append)
    return routes


def test_weeks_begin_on_sunday_in_both_languages() -> None:
    for month in (date(2026, 2, 1), date(2026, 11, 1), date(2024, 2, 1)):
        period = grid_period(month)
        assert period.start.weekday() == 6
        assert period.days == 42
        assert month in period


def test_a_recorded_day_is_told_from_an_empty_one_without_colour(daily: Daily) -> None:
    daily.diary.days.record_many(YESTERDAY, {"fatigue": 3, "global": 4}, note="rain")
    page = daily.show(CalendarPage)
    full, empty = cell(page, YESTERDAY), cell(page, date(2026, 11, 20))
    assert full.accessibleName() == "Sat 21 Nov 2026: recorded, 2 items"
    assert empty.accessibleName() == "Fri 20 Nov 2026: not recorded"
    assert full.accessibleDescription() == "rain"
    assert full.grab().toImage() != empty.grab().toImage()


def test_visits_events_and_results_are_marked(daily: Daily) -> None:
    c3 = daily.diary.labs.catalogue().get("c3")
    daily.diary.labs.add(lab_result(YESTERDAY, c3, "62", "mg/dL"))
    daily.diary.events.add(TreatmentEvent(YESTERDAY, "vaccination"))
    daily.diary.visits.add(Visit(YESTERDAY))
    page = daily.show(CalendarPage)
    assert cell(page, YESTERDAY).accessibleName().endswith("not recorded, 1 visit, 1 result, 1 event")


def test_a_click_and_enter_open_the_day(daily: Daily) -> None:
    page = daily.show(CalendarPage)
    routes = opened(page)
    daily.click(cell(page, YESTERDAY))
    daily.press(Key.Key_Left, Key.Key_Up, Key.Key_Return)
    assert routes == [Route("today", day=YESTERDAY), Route("today", day=date(2026, 11, 13))]


def test_a_day_that_has_not_come_cannot_be_opened(daily: Daily) -> None:
    page = daily.show(CalendarPage)
    assert not cell(page, daily.today + timedelta(days=1)).isEnabled()
    assert cell(page, daily.today).isEnabled()
    cell(page, daily.today).setFocus()
    daily.press(Key.Key_Right)
    assert daily.focus() is cell(page, daily.today)


def test_months_are_turned_by_button_and_key(daily: Daily) -> None:
    page = daily.show(CalendarPage)
    title = child(page, QLabel, "month_title")
    daily.click(child(page, QAbstractButton, "month_before"))
    assert title.text() == "October 2026"
    daily.click(child(page, QPushButton, "this_month"))
    assert title.text() == "November 2026"
    cell(page, date(2026, 11, 1)).setFocus()
    daily.press(Key.Key_PageUp)
    assert title.text() == "October 2026"
    daily.press(Key.Key_PageUp)
    assert title.text() == "September 2026"
    assert daily.focus() is cell(page, date(2026, 9, 1))


def test_arrows_go_on_into_the_month_before(daily: Daily) -> None:
    page = daily.show(CalendarPage)
    cell(page, date(2026, 11, 1)).setFocus()
    daily.press(Key.Key_Up)
    assert page.month == date(2026, 10, 1)
    assert daily.focus() is cell(page, date(2026, 10, 25))


@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
def test_any_month_is_reached_at_once(daily: Daily, qtbot: QtBot) -> None:
    page = daily.show(CalendarPage)
    daily.click(child(page, QAbstractButton, "choose_month"))
    qtbot.waitUntil(page.calendar.isVisible)
    page.calendar.month.setSelectedDate(QDate(2009, 5, 4))
    daily.press(Key.Key_Return)
    assert page.month == date(2009, 5, 1)
    assert not child(page, QLabel, "calendar_empty").isHidden()


def test_an_empty_month_says_what_belongs_there(daily: Daily) -> None:
    page = daily.show(CalendarPage)
    assert child(page, QLabel, "calendar_empty").isVisible()
    daily.diary.days.record(daily.today, "fatigue", 3)
    assert not child(page, QLabel, "calendar_empty").isVisible()


@pytest.mark.parametrize(("wanted", "number"), [("가락", 2), ("ㅅㄱㄹ", 2), ("FEVER", 1)])
def test_a_search_finds_parts_of_words_and_initial_consonants(daily: Daily, wanted: str, number: int) -> None:
    daily.diary.days.set_note(YESTERDAY, "손가락이 뻣뻣했다")
    daily.diary.days.add_timed(YESTERDAY, TimedEntry(time(14, 30), 38.0, "fever, 손가락이 하얗다"))
    page = daily.show(CalendarPage)
    child(page, QLineEdit, "search_notes").setFocus()
    child(page, QLineEdit, "search_notes").insert(wanted)
    daily.press(Key.Key_Return)
    assert len(page.results.results) == number
    routes = opened(page)
    daily.click(page.results.results[0])
    assert routes == [Route("today", day=YESTERDAY)]


def test_a_search_begins_by_itself_and_its_end_shows_the_month(daily: Daily, qtbot: QtBot) -> None:
    page = daily.show(CalendarPage)
    field = child(page, QLineEdit, "search_notes")
    field.setFocus()
    daily.type("x")
    qtbot.waitUntil(page.results.isVisible)
    assert child(page, QLabel, "results_number").text() == "No note holds “x”."
    field.clear()
    qtbot.waitUntil(page.grid.isVisible)


def test_markup_in_a_note_is_shown_as_it_was_written(daily: Daily) -> None:
    daily.diary.days.set_note(YESTERDAY, "<b>x</b> & y")
    page = daily.show(CalendarPage)
    child(page, QLineEdit, "search_notes").setText("& y")
    page.refresh()
    assert page.results.results[0].accessibleName() == "Sat 21 Nov 2026: <b>x</b> & y"


@pytest.mark.parametrize(
    ("text", "wanted", "parts"),
    [
        ("오늘 손가락이 아프다", "가락", ("오늘 손", "가락", "이 아프다")),
        ("오늘 손가락이 아프다", "ㅅㄱㄹ", ("오늘 ", "손가락", "이 아프다")),
        ("Rain\nand wind", "rain AND", ("", "Rain and", " wind")),
    ],
)
def test_the_words_around_a_hit(text: str, wanted: str, parts: tuple[str, str, str]) -> None:
    assert around(text, wanted) == parts


def test_only_the_month_that_is_shown_is_read(daily: Daily, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    between = daily.diary.days.between
    monkeypatch.setattr(daily.diary.days, "between", lambda period: asked.append(period) or between(period))
    page = daily.show(CalendarPage)
    assert {period.days for period in asked} == {42}
    assert page.minimumSizeHint().width() <= 900
