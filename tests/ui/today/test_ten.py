"""“1” and then “0” is 10 on an item from 0 to 10; until it is clear, the cell of 10 says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lupusdiary.domain.scale import NRS
from lupusdiary.ui.base.preferences import TEN_WAIT
from lupusdiary.ui.today.page import TodayPage
from tests.conftest import StandingClock
from tests.ui.daily import Daily

Key = Qt.Key


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return Daily(qtbot, tmp_path, clock)


def scores(page: TodayPage) -> list[str]:
    return [row.symptom.id for row in page.items.rows if row.symptom.scale.type == NRS]


def awaited(page: TodayPage, code: str) -> bool:
    return page.items.row(code).answer.cells.cells[10].awaited


def recorded(daily: Daily) -> dict[str, object]:
    return dict(daily.diary.days.day(daily.today).readings)


def begin(daily: Daily) -> tuple[TodayPage, str]:
    page = daily.show(TodayPage)
    first = scores(page)[0]
    page.items.row(first).take_focus()
    return page, first


def test_one_and_then_zero_is_ten_and_the_keyboard_goes_on(daily: Daily) -> None:
    page, first = begin(daily)
    heights = [cell.height() for cell in page.items.row(first).answer.cells.cells]
    daily.type("1")
    QApplication.processEvents()
    assert awaited(page, first)
    assert [cell.height() for cell in page.items.row(first).answer.cells.cells] == heights
    assert page.items.row(first).isAncestorOf(daily.focus())
    daily.type("0")
    assert recorded(daily) == {first: 10}
    assert not awaited(page, first)
    assert not page.items.row(first).isAncestorOf(daily.focus())


def test_one_alone_is_one_when_the_wait_is_over(daily: Daily, qtbot: QtBot) -> None:
    daily.around.preferences.remember(TEN_WAIT, 40)
    page, first = begin(daily)
    daily.type("1")
    qtbot.waitUntil(lambda: recorded(daily) == {first: 1})
    assert not awaited(page, first)
    assert not page.items.row(first).isAncestorOf(daily.focus())


def test_another_digit_after_one_answers_the_next_item(daily: Daily) -> None:
    page, first = begin(daily)
    after = page.items.rows[[row.symptom.id for row in page.items.rows].index(first) + 1].symptom
    daily.type("1")
    daily.type("3")
    assert recorded(daily)[first] == 1
    assert after.id in recorded(daily)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Down, Key.Key_Up])
def test_a_key_that_moves_on_ends_the_wait_with_one(daily: Daily, key: Key) -> None:
    page, first = begin(daily)
    daily.type("1")
    daily.press(key)
    assert recorded(daily) == {first: 1}
    assert not awaited(page, first)


def test_leaving_the_page_or_clicking_elsewhere_keeps_the_one_and_moves_nothing(
    daily: Daily, qtbot: QtBot
) -> None:
    daily.around.preferences.remember(TEN_WAIT, 60)
    page, first = begin(daily)
    daily.type("1")
    page.notes.note.setFocus()
    qtbot.waitUntil(lambda: recorded(daily) == {first: 1})
    assert QApplication.focusWidget() is page.notes.note


def test_the_wait_lasts_as_long_as_the_settings_say(daily: Daily) -> None:
    page, first = begin(daily)
    answer = page.items.row(first).answer
    daily.type("1")
    assert answer._ten.interval() == 1500
    daily.around.preferences.remember(TEN_WAIT, 4000)
    daily.type("1")
    page.items.row(first).take_focus()
    daily.type("1")
    assert answer._ten.interval() == 4000


def test_full_width_digits_and_the_keypad_count_as_well(daily: Daily) -> None:
    _, first = begin(daily)
    daily.type("1")
    daily.press(Key.Key_0)
    assert recorded(daily) == {first: 10}


def test_a_temperature_in_fahrenheit_is_kept_as_typed_beside_its_value(daily: Daily) -> None:
    daily.diary.symptoms.track("fever")
    page = daily.show(TodayPage)
    page.items.row("fever").take_focus()
    daily.type("98.6")
    daily.press(Key.Key_Down)
    assert recorded(daily) == {}
    page.items.row("fever").answer.field.line.selectAll()
    daily.type("98.6 F")
    daily.press(Key.Key_Down)
    record = daily.diary.days.day(daily.today)
    assert (record.readings["fever"], record.entered["fever"]) == (37.0, "98.6 [degF]")
    page.items.row("fever").take_focus()
    daily.type("37,4")
    daily.press(Key.Key_Down)
    record = daily.diary.days.day(daily.today)
    assert (record.readings["fever"], dict(record.entered)) == (37.4, {})
