"""Today as it is drawn: everything asked by default without scrolling, and nothing that moves."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.diary import create_diary
from lupusdiary.domain.records import Flare, Visit
from lupusdiary.domain.visits import OpenQuestion
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.today.item_help import ItemHelp
from lupusdiary.ui.today.page import TodayPage
from tests.conftest import StandingClock
from tests.ui.daily import Daily, child
from tests.ui.shell import Shell

Key = Qt.Key


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return Daily(qtbot, tmp_path, clock)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_all_default_items_stand_in_a_small_laptops_window_without_scrolling(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock, language: str
) -> None:
    """1366 x 768 less a title bar and the bar of the system, and a little narrower still: one word that grows
    must not push a row out. With a flare and a visit in the strip; yesterday's values are copied."""
    shell = Shell(tmp_path, clock, language)
    qtbot.addWidget(shell.window)
    shell.window.resize(1350, 690)
    shell.own.parent.mkdir(parents=True)
    diary = create_diary(shell.own, None, clock)
    diary.days.record(date(2026, 11, 20), "fatigue", 3)
    diary.flares.add(Flare(date(2026, 10, 19)))
    diary.visits.add(Visit(date(2026, 12, 1), department="Rheumatology", at=time(10, 20)))
    diary.close()
    shell.controller.enter(shell.own)
    assert shell.window.view is not None
    page = shell.window.view.page("today")
    assert isinstance(page, TodayPage)
    page.complete()
    qtbot.waitUntil(lambda: not page._rest.isActive())
    QApplication.processEvents()
    assert len(page.items.rows) == 10
    page.filling.copy.click()
    QApplication.processEvents()
    assert page.items.confirm.isVisible()
    for part in (*page.items.rows, page.items.confirm, page.items.more):
        assert part.visibleRegion().boundingRect().height() == part.height(), part.objectName()
    assert page._area.verticalScrollBar().maximum() == 0
    # The question of a danger sign takes no line of its own.
    assert len({row.height() for row in page.items.rows}) == 1


def test_the_column_at_the_side_goes_below_where_the_window_is_narrow(daily: Daily) -> None:
    page = daily.show(TodayPage, 1366, 740)
    beside = page.notes.note.mapTo(page, QPoint(0, 0))
    assert beside.x() > page.items.mapTo(page, QPoint(page.items.width(), 0)).x()
    page.resize(800, 614)
    QApplication.processEvents()
    assert page._area.isAncestorOf(page.notes.note)


def test_the_place_for_danger_signs_is_never_empty_and_keeps_its_height(daily: Daily) -> None:
    page = daily.show(TodayPage, 1366, 740)
    dock, line = page.dock, child(page, QLabel, "flag_line")
    assert "Call 119: Fever with confusion" in line.text()
    assert not page._area.isAncestorOf(dock)
    height = dock.height()
    page.items.row("leg_swelling").take_focus()
    daily.press(Key.Key_Right)
    assert line.text().startswith("Call 119: Swelling together with breathlessness")
    page.items.row("leg_swelling").take_focus()
    page.items.row("hair_loss").take_focus()
    assert line.text().startswith("Call 119: Swelling together with breathlessness")
    assert dock.height() == height


def test_f1_opens_the_whole_text_beside_the_item_and_escape_goes_back(daily: Daily) -> None:
    page = daily.show(TodayPage, 1366, 740)
    page.items.row("fever").take_focus()
    before = daily.focus()
    daily.press(Key.Key_F1)
    help_ = child(page, ItemHelp, "item_help")
    assert help_.isVisible()
    assert "38.0 °C or higher: call your hospital now" in child(page, QLabel, "red_flag_full").text()
    asked: list[Route] = []
    page.go.connect(asked.append)
    child(page, QPushButton, "help_numbers").click()
    assert asked == [Route("urgent")]
    daily.press(Key.Key_Escape)
    assert not help_.isVisible()
    assert daily.focus() is before


def test_the_whole_text_stands_inside_a_page_that_is_too_low_for_it(daily: Daily) -> None:
    page = daily.show(TodayPage, 814, 260)
    page.items.row("fever").take_focus()
    daily.press(Key.Key_F1)
    assert page.rect().contains(page.help.geometry())
    numbers = child(page, QPushButton, "help_numbers")
    assert page.help.rect().contains(numbers.geometry())
    before = page.help._area.verticalScrollBar().value()
    daily.press(Key.Key_PageDown)
    assert page.help._area.verticalScrollBar().value() > before


def test_pressing_the_fixed_question_opens_the_same_text(daily: Daily) -> None:
    page = daily.show(TodayPage, 1366, 740)
    QTest.mouseClick(child(page, QLabel, "red_flag_fever"), Qt.MouseButton.LeftButton)
    assert "call your hospital now" in child(page, QLabel, "red_flag_full").text()


def test_the_anchors_are_the_words_of_the_item_in_use(daily: Daily) -> None:
    page = daily.show(TodayPage, 1366, 740)
    page.items.row("joint_pain").take_focus()
    assert child(page, QLabel, "anchor_high").text() == "the worst joint pain I can imagine  10"
    page.items.row("hair_loss").take_focus()
    assert child(page, QLabel, "anchor_high").text() == "the worst joint pain I can imagine  10"
    page.items.row("fatigue").take_focus()
    assert child(page, QLabel, "anchor_low").text() == "0  not tired at all"


def test_a_running_flare_and_the_next_visit_are_said_and_no_ill_days_are_counted(daily: Daily) -> None:
    page = daily.show(TodayPage, 1366, 740)
    assert not page.strip.isVisible()
    daily.diary.flares.add(Flare(date(2026, 10, 19)))
    daily.diary.visits.add(Visit(date(2026, 12, 1), ("Why?",), department="Rheumatology", at=time(10, 20)))
    flare, visit = child(page, QLabel, "strip_flare"), child(page, QLabel, "strip_visit")
    assert flare.isVisible()
    assert flare.text() == "Flare since Mon 19 Oct, as you or your doctor call it"
    assert visit.text() == "Next visit: Tue 1 Dec 10:20 Rheumatology in 9 days"
    assert child(page, QPushButton, "strip_questions").text() == "1 question to ask"
    daily.diary.open_questions.add(OpenQuestion("And when?"))
    assert child(page, QPushButton, "strip_questions").text() == "2 questions to ask"
    daily.click(child(page, QPushButton, "strip_flare_end"))
    assert daily.diary.flares.all() == [Flare(date(2026, 10, 19), daily.today)]


def test_a_past_day_is_worded_as_past(daily: Daily) -> None:
    page = daily.show(TodayPage, 1366, 740)
    title = child(page, QLabel, "items_title")
    assert title.text() == "How was today?"
    page.show_day(date(2026, 11, 20))
    assert title.text() == "How was that day?"
    assert child(page, QPushButton, "no_symptoms").text() == "No symptoms on this day"


def test_bars_break_into_lines_in_very_large_text(daily: Daily) -> None:
    page = daily.show(TodayPage, 700, 614)
    daily.around.theme.set_scale(2.0)
    page.restyle()
    QApplication.processEvents()
    cells = page.items.row("fatigue").answer.cells.cells  # type: ignore[attr-defined]
    assert cells[-1].y() > cells[0].y()
    assert all(each.width() >= 40 and each.height() >= 40 for each in cells)
    assert page.items.width() <= page.width()
    daily.around.theme.set_scale(1.0)


def test_no_row_moves_when_another_is_pointed_at_or_typed_into(daily: Daily) -> None:
    daily.around.theme.set_scale(1.5)
    page = daily.show(TodayPage, 1366, 740)
    page.complete()
    page.restyle()
    QApplication.processEvents()
    before = [row.y() for row in page.items.rows]
    for row in page.items.rows:
        row.set_current(True)
        row.tools.show_for(True, used=True)
        QApplication.processEvents()
        assert [each.y() for each in page.items.rows] == before, row.symptom.id


def test_where_a_key_goes_is_told_from_where_the_pointer_is(daily: Daily) -> None:
    page = daily.show(TodayPage, 1366, 740)
    page.complete()
    first, second = page.items.rows[:2]
    first.take_focus()
    second.pointed.emit(True)
    bold = [row._name.font().bold() for row in page.items.rows]
    assert bold == [True, *[False] * (len(bold) - 1)]
    assert first.tools.info is not None
    assert second.tools.info is not None
    assert second.tools.info.isVisible()

    def bar(row: QWidget) -> int:
        return row.grab().toImage().pixelColor(2, row.height() // 2).rgb()

    assert bar(first) == QColor(daily.around.theme.colours.accent).rgb() != bar(second)
