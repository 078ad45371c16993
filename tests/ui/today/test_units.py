"""Temperature and weight on Today in the unit that the person prefers; what is kept stays °C and kg."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from lupusdiary.diary.settings import TEMPERATURE_UNIT, WEIGHT_UNIT
from lupusdiary.domain.day_record import TimedEntry
from lupusdiary.ui.settings.habits_card import HabitsCard
from lupusdiary.ui.today.page import TodayPage
from tests.conftest import StandingClock
from tests.ui.daily import Daily, child


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    found = Daily(qtbot, tmp_path, clock)
    found.diary.symptoms.track("weight")
    found.diary.settings.set(TEMPERATURE_UNIT, "[degF]")
    found.diary.settings.set(WEIGHT_UNIT, "[lb_av]")
    return found


def test_what_is_typed_is_kept_in_celsius_and_stands_there_as_typed(daily: Daily) -> None:
    page = daily.show(TodayPage, 1366, 900)
    for code, text in (("fever", "100.3"), ("weight", "130")):
        page.items.row(code).take_focus()
        daily.type(text)
        daily.press(Qt.Key.Key_Return)
    record = daily.diary.days.day(daily.today)
    assert record.readings == {"fever": 37.9, "weight": 59.0}
    assert record.entered == {"fever": "100.3 [degF]", "weight": "130 [lb_av]"}
    page.show_day(daily.today.replace(day=20))
    page.show_day(daily.today)
    assert child(page, QLineEdit, "number_fever").text() == "100.3"
    assert child(page, QLineEdit, "number_weight").text() == "130"


def test_a_value_that_was_typed_in_celsius_is_shown_as_preferred(daily: Daily) -> None:
    daily.diary.days.record(daily.today, "fever", 38.0)
    page = daily.show(TodayPage, 1366, 900)
    field = child(page, QLineEdit, "number_fever")
    assert field.text() == "100.4"
    daily.diary.settings.set(TEMPERATURE_UNIT, "")
    assert child(page, QLineEdit, "number_fever").text() == "38.0"
    assert daily.diary.days.day(daily.today).readings == {"fever": 38.0}


def test_an_entry_at_a_time_is_in_the_preferred_unit_too(daily: Daily) -> None:
    page = daily.show(TodayPage, 1366, 900)
    daily.click(child(page, QPushButton, "add_timed"))
    daily.type("100.4")
    daily.press(Qt.Key.Key_Return)
    (entry,) = daily.diary.days.day(daily.today).timed
    assert entry == TimedEntry(time(21, 4), 38.0, entered="100.4 [degF]")
    assert any(label.text() == "100.4 °F" for label in page.notes.timed.findChildren(QLabel))
    daily.click(child(page, QAbstractButton, f"change_timed_{entry.id}"))
    assert child(page, QLineEdit, "timed_fever").text() == "100.4"


def test_the_units_are_chosen_in_settings(daily: Daily, qtbot: QtBot) -> None:
    card = HabitsCard(daily.diary, daily.around)
    qtbot.addWidget(card)
    card.retranslate()
    chosen = child(card, QPushButton, "unit_fever_[degF]")
    assert chosen.isChecked()
    child(card, QPushButton, "unit_fever_kept").click()
    assert daily.diary.symptoms.units() == {"weight": "[lb_av]"}
    assert not chosen.isChecked()
