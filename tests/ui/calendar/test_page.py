"""A month and a year of one item: not recorded is not zero, every day is reached, words are found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyleOptionViewItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lupusdiary.domain.day_record import BloodPressure, TimedEntry
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.records import Flare, TreatmentEvent, Visit
from lupusdiary.domain.visits import Agreement, AskedQuestion, CheckUp, OpenQuestion
from lupusdiary.language import translator
from lupusdiary.queries.calendar_days import CHECK_UP, EVENT, LAB, MEDICINE, TEST, VISIT
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.calendar.day_view import MONTH, YEAR
from lupusdiary.ui.calendar.mark_words import MARKS, kind_words
from lupusdiary.ui.calendar.note_results import around
from lupusdiary.ui.calendar.page import CalendarPage
from lupusdiary.ui.calendar.shade import shade_of
from lupusdiary.ui.calendar.spans import grid_period
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from tests.conftest import StandingClock
from tests.ui.daily import Daily, child
from tests.ui.painted import pieces

Key = Qt.Key
YESTERDAY = date(2026, 11, 21)
ZERO, SIX, EMPTY = date(2026, 11, 18), date(2026, 11, 19), date(2026, 11, 20)


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return Daily(qtbot, tmp_path, clock)


def shown(daily: Daily, view: str = MONTH, item: str = "fatigue") -> CalendarPage:
    page = daily.show(CalendarPage)
    if view == YEAR:
        daily.click(page.switch.buttons[YEAR])
    page.view.item.setCurrentIndex(page.view.item.findData(item))
    page.view.item.activated.emit(page.view.item.currentIndex())
    return page


def opened(page: CalendarPage) -> list[Route]:
    routes: list[Route] = []
    page.go.connect(routes.append)
    return routes


def words(page: CalendarPage, day: date) -> str:
    """What a screen reader hears of a day."""
    return str(page.table.days.index_of(day).data(Qt.ItemDataRole.AccessibleTextRole))


def picture(page: CalendarPage, day: date) -> QImage:
    """A day as it is drawn, without the ring of the keyboard."""
    page.table.delegate.current = None
    return page.table.viewport().grab(page.table.visualRect(page.table.days.index_of(day))).toImage()


def click(page: CalendarPage, day: date, *, twice: bool = False) -> None:
    place = page.table.visualRect(page.table.days.index_of(day)).center()
    act = QTest.mouseDClick if twice else QTest.mouseClick
    act(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()


def panel(page: CalendarPage) -> str:
    """Every word of the day beside the month."""
    labels = [label.text() for label in page.panel.findChildren(QLabel) if label.isVisibleTo(page.panel)]
    return " | ".join(text for text in labels if text)


def test_weeks_begin_on_sunday_in_both_languages() -> None:
    for month in (date(2026, 2, 1), date(2026, 11, 1), date(2024, 2, 1), date(2026, 8, 1)):
        period = grid_period(month)
        assert period.start.weekday() == 6
        assert period.end.weekday() == 5
        assert month in period
        assert period.days % 7 == 0


@pytest.mark.parametrize("view", [MONTH, YEAR])
def test_not_recorded_is_told_from_zero_without_colour(daily: Daily, view: str) -> None:
    for day, value in ((ZERO, 0), (SIX, 6)):
        daily.diary.days.record(day, "fatigue", value)
    daily.around.theme.set_name("contrast")
    page = shown(daily, view)
    pictures = [picture(page, day) for day in (ZERO, SIX, EMPTY)]
    assert pictures[0] != pictures[1]
    assert pictures[0] != pictures[2]
    assert pictures[1] != pictures[2]
    assert words(page, ZERO) == "Wed 18 Nov 2026: Fatigue 0"
    assert words(page, EMPTY) == "Fri 20 Nov 2026: Fatigue not recorded"
    daily.around.theme.set_name("light")


def test_a_new_record_shows_at_once(daily: Daily) -> None:
    page = shown(daily, YEAR)
    before = picture(page, EMPTY)
    daily.diary.days.record(EMPTY, "fatigue", 3)
    assert picture(page, EMPTY) != before
    daily.diary.history.undo()
    assert picture(page, EMPTY) == before


def test_the_shade_says_how_much_of_each_scale(daily: Daily) -> None:
    catalogue = daily.diary.symptoms.catalogue()
    tens = [shade_of(catalogue.get("fatigue"), value) for value in range(11)]
    assert tens == [0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    severity = next(item for item in catalogue.all if item.scale.type == "severity")
    assert [shade_of(severity, value) for value in range(4)] == [0, 2, 4, 5]
    assert [shade_of(catalogue.get("chills"), value) for value in (False, True)] == [0, 4]
    minutes = [shade_of(catalogue.get("morning_stiffness"), value) for value in (0, 5, 30, 240)]
    assert minutes == [0, 1, 3, 5]


def test_visits_events_and_results_are_marked_with_a_word(daily: Daily) -> None:
    c3 = daily.diary.labs.catalogue().get("c3")
    daily.diary.labs.add(lab_result(YESTERDAY, c3, "62", "mg/dL"))
    daily.diary.events.add(TreatmentEvent(YESTERDAY, "vaccination", "flu"))
    daily.diary.visits.add(Visit(YESTERDAY, department="Eyes", at=time(9, 30)))
    page = shown(daily)
    said = words(page, YESTERDAY)
    assert "Fatigue not recorded, 09:30 Eyes, 1 result, Vaccination: flu" in said
    click(page, YESTERDAY)
    assert "09:30 Eyes" in panel(page)
    routes = opened(page)
    daily.click(child(page, QPushButton, "panel_labs"))
    daily.click(child(page, QPushButton, "panel_visit"))
    assert routes == [Route("labs", day=YESTERDAY), Route("visit", day=YESTERDAY)]


def test_what_lies_ahead_is_marked_too(daily: Daily) -> None:
    ahead = daily.today + timedelta(days=4)
    said = Agreement("blood", "test", ahead, "placed")
    daily.diary.visits.add(Visit(ahead, department="Joints"))
    daily.diary.visits.add(Visit(YESTERDAY, agreed=("blood",), agreements=(said,)))
    daily.diary.check_ups.add(CheckUp("eyes", None, None, ahead))
    page = shown(daily)
    assert words(page, ahead) == ("Thu 26 Nov 2026: Joints, Agreed test: blood, Check-up: Eye examination")
    routes = opened(page)
    click(page, ahead, twice=True)
    assert routes == [Route("visit", day=ahead)]
    click(page, ahead)
    assert not page.panel.open.isVisible()


def test_the_day_on_which_a_medicine_changed_is_marked(daily: Daily) -> None:
    def dose(start: date, mg: float) -> DosePeriod:
        part = DosePart(strength=mg, unit="mg", amount=1, times=1)
        return DosePeriod(start, DosePattern("daily"), parts=(part,))

    first = dose(date(2026, 10, 1), 15)
    medicine = daily.diary.medicines.add(
        Medication("", "Made-up tablets", periods=(first, dose(YESTERDAY, 10)))
    )
    page = shown(daily)
    marks = page.table.days.info(YESTERDAY).marks
    assert [mark.word for mark in marks] == ["15→10"]
    assert "Made-up tablets" in words(page, YESTERDAY)
    assert page.table.days.info(date(2026, 11, 10)).marks == []
    daily.diary.medicines.change(replace(daily.diary.medicines.get(medicine.code), sensitive=True))
    assert page.table.days.info(YESTERDAY).marks == []


def test_a_click_chooses_and_a_double_click_or_enter_opens_the_day(daily: Daily) -> None:
    daily.diary.days.record_many(YESTERDAY, {"fatigue": 3, "global": 4}, note="rain")
    daily.diary.flares.add(Flare(date(2026, 11, 20)))
    page = shown(daily)
    routes = opened(page)
    click(page, YESTERDAY)
    assert routes == []
    said = panel(page)
    assert "Sat 21 Nov 2026" in said
    assert "1 day ago" in said
    assert "recorded later · Flare since 20 Nov 2026, as you or your doctor call it" in said
    assert "Fatigue | 3" in said
    assert "rain" in said
    click(page, YESTERDAY, twice=True)
    daily.press(Key.Key_Left, Key.Key_Up, Key.Key_Return)
    daily.click(page.panel.open)
    before = Route("today", day=date(2026, 11, 13))
    assert routes == [Route("today", day=YESTERDAY), before, before]


def test_the_days_beside_are_reached_from_the_panel(daily: Daily) -> None:
    page = shown(daily)
    daily.click(child(page, QAbstractButton, "panel_before"))
    assert page.day == YESTERDAY
    assert "Nothing is recorded on this day." in panel(page)
    daily.click(child(page, QAbstractButton, "panel_after"))
    assert page.day == daily.today


def test_a_day_that_has_not_come_cannot_be_opened(daily: Daily) -> None:
    page = shown(daily)
    routes = opened(page)
    page.table.setFocus()
    daily.press(Key.Key_Right, Key.Key_Return)
    assert page.day == daily.today + timedelta(days=1)
    assert routes == []
    assert not page.panel.open.isVisible()


def test_months_are_turned_by_button_and_key(daily: Daily) -> None:
    page = shown(daily)
    title = child(page, QLabel, "month_title")
    daily.click(child(page, QAbstractButton, "month_before"))
    assert title.text() == "October 2026"
    daily.click(child(page, QPushButton, "this_month"))
    assert title.text() == "November 2026"
    page.table.setFocus()
    daily.press(Key.Key_PageUp)
    assert title.text() == "October 2026"
    assert page.day == date(2026, 10, 22)
    QTest.keyClick(page.table, Key.Key_PageUp, Qt.KeyboardModifier.ShiftModifier)
    assert title.text() == "October 2025"
    QTest.keyClick(page.table, Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert page.day == daily.today
    daily.press(Key.Key_End)
    assert page.day == date(2026, 11, 28)
    daily.press(Key.Key_Home)
    assert page.day == date(2026, 11, 22)
    assert page.table.hasFocus()


def test_arrows_go_on_into_the_month_before(daily: Daily) -> None:
    page = shown(daily)
    click(page, date(2026, 11, 1))
    daily.press(Key.Key_Up)
    assert page.day == date(2026, 10, 25)
    assert child(page, QLabel, "month_title").text() == "October 2026"
    assert page.table.hasFocus()


@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
def test_any_month_is_reached_at_once(daily: Daily, qtbot: QtBot) -> None:
    page = shown(daily)
    daily.click(child(page, QAbstractButton, "choose_month"))
    qtbot.waitUntil(page.calendar.isVisible)
    page.calendar.month.setSelectedDate(QDate(2009, 5, 4))
    daily.press(Key.Key_Return)
    assert page.day == date(2009, 5, 4)
    assert not child(page, QLabel, "calendar_empty").isHidden()


def test_an_empty_month_says_what_belongs_there(daily: Daily) -> None:
    page = shown(daily)
    assert child(page, QLabel, "calendar_empty").isVisible()
    daily.diary.days.record(daily.today, "fatigue", 3)
    assert not child(page, QLabel, "calendar_empty").isVisible()


def test_month_and_year_are_one_switch_and_keep_day_item_and_search(daily: Daily) -> None:
    daily.diary.days.record(SIX, "fatigue", 6)
    page = shown(daily)
    click(page, SIX)
    QTest.keyClick(page.table, Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.switch.code == YEAR
    assert page.title.text() == "2026"
    assert page.day == SIX
    assert page.view.code == "fatigue"
    assert "Thu 19 Nov 2026: Fatigue 6" in page.view.readout.text()
    daily.click(page.switch.buttons[MONTH])
    assert page.day == SIX
    assert page.panel.isVisible()


def test_arrow_keys_walk_through_the_year_and_enter_opens_the_day(daily: Daily) -> None:
    daily.diary.days.record(SIX, "fatigue", 6)
    page = shown(daily, YEAR)
    routes = opened(page)
    page.table.setFocus()
    daily.press(Key.Key_Left, Key.Key_Left, Key.Key_Left)
    assert page.view.readout.text() == "Thu 19 Nov 2026: Fatigue 6"
    daily.press(Key.Key_Up, Key.Key_Home, Key.Key_Return)
    assert routes == [Route("today", day=date(2026, 10, 1))]
    daily.press(Key.Key_End)
    assert page.day == date(2026, 10, 31)
    daily.press(Key.Key_Up)
    assert page.day == date(2026, 9, 30)
    daily.press(Key.Key_PageUp)
    assert page.title.text() == "2025"
    assert page.day == date(2025, 9, 30)


def test_in_the_year_a_day_that_no_month_has_is_nothing(daily: Daily) -> None:
    page = shown(daily, YEAR)
    there = page.table.visualRect(page.table.days.index(1, 30))
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=there.center())
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert page.day in (daily.today, date(2026, 1, 1))
    assert page.table.days.day_at(1, 30) is None


def test_a_screen_reader_hears_the_table_its_name_and_each_day(daily: Daily) -> None:
    daily.diary.days.record(SIX, "fatigue", 6)
    page = shown(daily, YEAR)
    heard = QAccessible.queryAccessibleInterface(page.table)
    assert heard.role() == QAccessible.Role.Table
    assert "Fatigue in 2026, recorded on 1 of 326 days" in page.table.accessibleName()
    said = {heard.child(at).text(QAccessible.Text.Name) for at in range(heard.childCount())}
    assert "Thu 19 Nov 2026: Fatigue 6" in said
    assert "Fri 20 Nov 2026: Fatigue not recorded" in said


def cells(page: CalendarPage) -> dict[str, str]:
    model = page.view.numbers.model()
    vertical = Qt.Orientation.Vertical
    return {
        str(model.headerData(row, vertical)): str(model.index(row, 0).data())
        for row in range(model.rowCount())
    }


def test_the_table_says_what_the_tiles_draw_day_for_day(daily: Daily) -> None:
    for day, value in ((ZERO, 0), (SIX, 6)):
        daily.diary.days.record(day, "fatigue", value)
    daily.diary.days.record(EMPTY, "joint_pain", 4)
    page = shown(daily, YEAR)
    daily.click(page.view.as_table)
    assert page.view.numbers.isVisible()
    assert not page.table.isVisible()
    found = cells(page)
    assert len(found) == 326
    assert next(iter(found)) == "Sun 22 Nov 2026"
    assert found["Thu 19 Nov 2026"] == "6"
    assert found["Wed 18 Nov 2026"] == "0"
    assert found["Fri 20 Nov 2026"] == "not recorded"
    daily.click(page.view.as_table)
    assert page.table.isVisible()


def test_a_screen_reader_is_told_which_table_it_is(daily: Daily) -> None:
    page = shown(daily, YEAR)
    daily.click(page.view.as_table)
    table = page.view.numbers
    assert "Fatigue in 2026, recorded on 0 of 326 days" in table.accessibleName()
    assert QAccessible.queryAccessibleInterface(table).role() == QAccessible.Role.Table


def test_the_table_is_reached_walked_and_left_by_keyboard(daily: Daily) -> None:
    page = shown(daily, YEAR)
    routes = opened(page)
    page.view.as_table.setFocus()
    daily.press(Key.Key_Space)
    page.view.numbers.setFocus()
    daily.press(Key.Key_Home, Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert routes == [Route("today", day=SIX)]
    daily.press(Key.Key_Tab)
    assert not page.view.numbers.hasFocus(), "the keyboard must come out of the table again"


def test_the_table_goes_to_the_clipboard_for_a_spreadsheet(daily: Daily) -> None:
    daily.diary.days.record(SIX, "fatigue", 6)
    page = shown(daily, YEAR)
    daily.click(page.view.copy)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Day\tFatigue"
    assert "Thu 19 Nov 2026\t6" in lines
    assert "Fri 20 Nov 2026\tnot recorded" in lines
    assert len(lines) == 327


def test_the_table_follows_records_item_year_and_language(daily: Daily) -> None:
    daily.diary.days.record(EMPTY, "morning_stiffness", 30)
    page = shown(daily, YEAR)
    daily.click(page.view.as_table)
    daily.diary.days.record(EMPTY, "fatigue", 3)
    assert cells(page)["Fri 20 Nov 2026"] == "3"
    page.view.item.setCurrentIndex(page.view.item.findData("morning_stiffness"))
    page.view.item.activated.emit(page.view.item.currentIndex())
    assert cells(page)["Fri 20 Nov 2026"] == "30 min"
    daily.click(page.before)
    assert len(cells(page)) == 365
    assert set(cells(page).values()) == {"not recorded"}
    daily.click(page.after)
    daily.around.ui_language.switch("ko")
    page.retranslate()
    assert cells(page)["2026. 11. 20.(금)"] == "30분"
    assert cells(page)["2026. 11. 19.(목)"] == "기록 없음"
    assert page.title.text() == "2026년"
    daily.around.ui_language.switch("en")


def test_an_item_that_is_asked_no_more_can_still_be_looked_at(daily: Daily) -> None:
    daily.diary.days.record(SIX, "fatigue", 6)
    daily.diary.symptoms.untrack("fatigue")
    page = shown(daily)
    assert page.view.code == "fatigue"
    assert words(page, SIX) == "Thu 19 Nov 2026: Fatigue 6"


def test_an_item_that_is_asked_from_now_on_is_offered_at_once(daily: Daily) -> None:
    page = shown(daily)
    assert page.view.item.findData("headache") < 0
    daily.diary.symptoms.track("headache")
    assert page.view.item.findData("headache") >= 0


@pytest.mark.parametrize(("wanted", "number"), [("가락", 2), ("ㅅㄱㄹ", 2), ("FEVER", 1)])
def test_a_search_finds_parts_of_words_and_initial_consonants(daily: Daily, wanted: str, number: int) -> None:
    daily.diary.days.set_note(YESTERDAY, "손가락이 뻣뻣했다")
    daily.diary.days.add_timed(YESTERDAY, TimedEntry(time(14, 30), 38.0, "fever, 손가락이 하얗다"))
    page = shown(daily)
    child(page, QLineEdit, "search_notes").setFocus()
    child(page, QLineEdit, "search_notes").insert(wanted)
    daily.press(Key.Key_Return)
    assert len(page.results.results) == number
    assert page.table.isVisible(), "what was found stands beside the month"
    routes = opened(page)
    daily.click(page.results.results[0])
    assert routes == [Route("today", day=YESTERDAY)]


def test_a_search_finds_questions_answers_and_what_was_agreed(daily: Daily) -> None:
    daily.diary.visits.add(
        Visit(
            YESTERDAY,
            ("sun cream?",),
            agreed=("avoid sun",),
            asked=(AskedQuestion("sun cream?", True, "yes"),),
        )
    )
    daily.diary.open_questions.add(OpenQuestion("sunglasses?"))
    page = shown(daily)
    child(page, QLineEdit, "search_notes").setText("SUN")
    page.refresh()
    assert len(page.results.results) == 3
    assert page.results.results[0].accessibleName().startswith("Visit · ")
    routes = opened(page)
    daily.click(page.results.results[-1])
    assert routes == [Route("visit", day=YESTERDAY)]


def test_a_search_begins_by_itself_and_its_end_shows_the_day(daily: Daily, qtbot: QtBot) -> None:
    page = shown(daily)
    field = child(page, QLineEdit, "search_notes")
    QTest.keyClick(page, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert field.hasFocus()
    daily.type("x")
    qtbot.waitUntil(page.results.isVisible)
    assert child(page, QLabel, "results_number").text() == "No note holds “x”."
    field.clear()
    qtbot.waitUntil(page.panel.isVisible)


def test_markup_in_a_note_is_shown_as_it_was_written(daily: Daily) -> None:
    daily.diary.days.set_note(YESTERDAY, "<b>x</b> & y")
    page = shown(daily)
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


def test_only_the_days_that_are_shown_are_read(daily: Daily, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    values = daily.diary.days.values
    monkeypatch.setattr(
        daily.diary.days, "values", lambda item, period: asked.append(period) or values(item, period)
    )
    page = shown(daily)
    assert {period.days for period in asked} == {35}
    assert page.minimumSizeHint().width() <= 900


@pytest.mark.parametrize("view", [MONTH, YEAR])
def test_in_a_small_window_with_large_text_the_chosen_day_is_in_sight(daily: Daily, view: str) -> None:
    daily.around.theme.set_scale(2.0)
    page = daily.show(CalendarPage, 860, 560)
    page.switch.buttons[view].click()
    page.table.setFocus()
    for key in (Key.Key_Left, Key.Key_Up, Key.Key_Up, Key.Key_Home, Key.Key_End):
        daily.press(key)
        box = page.table.visualRect(page.table.days.index_of(page.day))
        assert page.table.viewport().rect().contains(box.center()), (key, page.day)
    assert page._scroll.horizontalScrollBar().maximum() == 0
    assert page.view.item.width() <= page.width()
    daily.around.theme.set_scale(1.0)


def test_beside_the_month_what_was_copied_is_counted_and_dashed(daily: Daily) -> None:
    daily.diary.days.record(YESTERDAY, "fatigue", 6)
    daily.diary.days.record(YESTERDAY, "joint_pain", 4)
    daily.diary.days.copy_last(daily.today)
    daily.diary.days.record(daily.today, "fatigue", 3)
    page = shown(daily)
    assert "recorded on the day · 1 value copied" in panel(page)
    dashed = [label.text() for label in page.panel.findChildren(QLabel) if label.property("role") == "copied"]
    assert dashed == ["4"]


def test_a_mark_without_room_for_its_word_is_named_by_its_kind() -> None:
    for language, visit in (("ko", "진료"), ("en", "Visit")):
        assert kind_words(VISIT, translator(language)) == visit
    assert set(MARKS) == {VISIT, LAB, TEST, MEDICINE, EVENT, CHECK_UP}
    assert all(kind_words(kind, translator("en")) for kind in MARKS)


def test_in_high_contrast_no_samples_of_one_colour_are_explained(daily: Daily) -> None:
    page = shown(daily)
    page.resize(1500, 690)
    QApplication.processEvents()
    said = [label.text() for label in page.view.legend.findChildren(QLabel)]
    assert "3–4" in said
    daily.around.theme.set_name("contrast")
    page.restyle()
    said = [label.text() for label in page.view.legend.findChildren(QLabel)]
    assert "3–4" not in said
    assert "not recorded (never 0)" in said


@pytest.mark.parametrize(("language", "width"), [("en", 1168), ("ko", 1203), ("en", 911), ("ko", 946)])
def test_the_head_is_one_line_and_says_whole_what_the_search_is_for(
    daily: Daily, language: str, width: int
) -> None:
    """The page in windows of 1350 and of 1093 pixels."""
    daily.around.ui_language.switch(language)
    page = daily.show(CalendarPage, width, 600)
    head = page.head
    shown = [page.before, page.title, page.after, head.jump, page.switch, head.back, page.view.item]
    middles = {part.mapTo(page, part.rect().center()).y() for part in (*shown, page.search)}
    assert max(middles) - min(middles) <= 2
    search = page.search
    words = search.fontMetrics().horizontalAdvance(search.placeholderText())
    assert words + 26 <= search.width()
    assert page.title.fontMetrics().horizontalAdvance(page.title.text()) <= page.title.width()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_button_moves_while_months_are_turned_or_the_view_is_switched(daily: Daily, language: str) -> None:
    daily.around.ui_language.switch(language)
    page = daily.show(CalendarPage, 1168, 600)
    moving = (page.after, page.head.jump, page.switch.buttons[YEAR], page.head.back, page.search)

    def places() -> list[int]:
        QApplication.processEvents()
        return [part.mapTo(page, QPoint(0, 0)).x() for part in moving[:4]]

    before = places()
    for _ in range(12):
        daily.click(page.before)
        assert places() == before, page.title.text()
    daily.click(page.switch.buttons[YEAR])
    assert places() == before


def test_the_year_is_named_as_a_year(daily: Daily) -> None:
    daily.around.ui_language.switch("ko")
    page = daily.show(CalendarPage)
    daily.click(page.switch.buttons[YEAR])
    assert page.title.text() == "2026년"


def test_what_the_day_holds_ends_where_its_button_ends(daily: Daily) -> None:
    daily.diary.days.record(daily.today, "fatigue", 3)
    page = daily.show(CalendarPage, 1203, 600)
    value = next(each for each in page.panel.findChildren(QLabel) if each.text() == "3")
    right = value.mapTo(page.panel, QPoint(value.width(), 0)).x()
    button = child(page.panel, QPushButton, "open_day")
    assert right == button.mapTo(page.panel, QPoint(button.width(), 0)).x()


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("width", [1366 - 157, 1093 - 157])
def test_the_legend_takes_one_line_and_says_less_where_it_has_no_room(
    daily: Daily, language: str, width: int
) -> None:
    daily.around.ui_language.switch(language)
    page = daily.show(CalendarPage, width, 690)
    pairs = [
        each for each in page.view.legend.findChildren(QWidget) if each.findChild(QLabel) and each.layout()
    ]
    samples = [each for each in pairs if not isinstance(each.layout(), FlowLayout)]
    assert max(each.y() for each in samples) - min(each.y() for each in samples) <= 2
    assert max(each.geometry().right() for each in samples) <= page.view.legend.width()
    words = " ".join(label.text() for label in page.view.legend.findChildren(QLabel) if label.isVisible())
    assert ("재발" if language == "ko" else "Flare") in words
    page.resize(1900, 690)
    QApplication.processEvents()
    words = " ".join(label.text() for label in page.view.legend.findChildren(QLabel) if label.isVisible())
    assert ("본인 또는 의사 판단" if language == "ko" else "as you or your doctor call it") in words
    assert "9–10" in words


def test_a_long_value_of_a_day_takes_no_room_from_the_names_of_the_others(daily: Daily) -> None:
    daily.diary.days.record(daily.today, "malar_rash", 0)
    daily.diary.days.record(daily.today, "bp", BloodPressure(124, 78))
    page = daily.show(CalendarPage, 1093 - 157, 574)
    name = next(each for each in page.panel.findChildren(QLabel) if "rash" in each.text())
    assert name.height() < 2 * name.fontMetrics().lineSpacing()


@pytest.mark.parametrize("tall", [56, 70, 80, 110])
def test_the_value_of_a_day_is_told_from_its_number_by_its_weight_and_size(daily: Daily, tall: int) -> None:
    daily.diary.days.record(SIX, "fatigue", 6)
    page = shown(daily)
    size = QSize(75, tall)

    def paint(painter: QPainter) -> None:
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, size.width(), size.height())
        view = page.view.table
        view.delegate.paint(painter, option, view.days.index_of(SIX))

    number, value = pieces(paint, size, 96)
    assert (number.text, value.text) == ("19", "6")
    assert value.bold
    assert value.pixels > number.pixels
    assert not number.bold or value.pixels > 1.5 * number.pixels
