"""The medicines of a day are ticked on Today where the person wants it; a blank is unrecorded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from lupusdiary.diary.settings import MEDICINE_TICKS
from lupusdiary.domain.medicines.intake import Intake
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.ui.today.intake_tick import IntakeTick
from lupusdiary.ui.today.page import TodayPage
from lupusdiary.ui.widgets.icon_button import IconButton
from tests.ui.daily import Daily, child

Clock = Callable[[], datetime]
START = date(2026, 11, 1)


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: Clock) -> Daily:
    """Two medicines in the morning, one of them in the evening too, a weekly one, and one as needed."""
    found = Daily(qtbot, tmp_path, clock)
    for name, kind, at, more in (
        ("PDL", "daily", ("morning",), {}),
        ("HCQ", "daily", ("morning", "bedtime"), {}),
        ("MTX", "weekly_once", ("morning",), {"weekdays": ("mon",)}),
        ("Tylenol", "as_needed", (), {}),
    ):
        pattern = DosePattern(kind, **more)  # type: ignore[arg-type]
        part = DosePart(5, "mg", 1, "tablet", at=at)
        found.diary.medicines.add(Medication("", name, periods=(DosePeriod(START, pattern, parts=(part,)),)))
    found.diary.settings.set(MEDICINE_TICKS, "yes")
    return found


def _states(daily: Daily) -> list[tuple[str, str, str | None]]:
    return [(row.medicine, row.state, row.intake) for row in daily.diary.intakes.all()]


def test_nobody_who_did_not_ask_for_it_sees_it(daily: Daily) -> None:
    daily.diary.settings.set(MEDICINE_TICKS, "")
    page = daily.show(TodayPage, 1093, 900)
    assert page.ticks.card is None


def _say(page: TodayPage, code: str, slot: str, state: str) -> None:
    """Chooses from the menu of an intake."""
    button = child(page, IconButton, f"other_{code}_{slot}")
    tick = next(each for each in page.findChildren(IntakeTick) if each.more is button)
    next(action for action in tick.menu().actions() if action.objectName() == state).trigger()


def test_a_tick_is_one_click_and_a_second_one_takes_it_back(daily: Daily) -> None:
    page = daily.show(TodayPage, 1093, 900)
    child(page, QCheckBox, "tick_med_1_morning").click()
    assert _states(daily) == [("med_1", "taken", "morning")]
    assert child(page, QCheckBox, "tick_med_1_morning").isChecked()
    child(page, QCheckBox, "tick_med_1_morning").click()
    assert _states(daily) == []


def test_skipped_and_late_are_in_the_menu_and_blank_is_neither(daily: Daily) -> None:
    page = daily.show(TodayPage, 1093, 900)
    _say(page, "med_1", "morning", "say_skipped")
    assert _states(daily) == [("med_1", "skipped", "morning")]
    assert not child(page, QCheckBox, "tick_med_1_morning").isChecked()
    assert child(page, QLabel, "said_med_1_morning").text() == "skipped"
    _say(page, "med_1", "morning", "say_late")
    assert _states(daily) == [("med_1", "late", "morning")]
    _say(page, "med_1", "morning", "say_nothing")
    assert _states(daily) == []


def test_extra_is_an_amount_beside_the_tick_and_can_be_removed(daily: Daily) -> None:
    page = daily.show(TodayPage, 1093, 900)
    button = child(page, IconButton, "other_med_2_bedtime")
    tick = next(each for each in page.findChildren(IntakeTick) if each.more is button)
    beside = tick.menu().findChild(QMenu, "extra_amounts")
    assert isinstance(beside, QMenu)
    assert [action.text() for action in beside.actions()] == ["2.5 mg", "5 mg", "10 mg"]
    beside.actions()[2].trigger()
    (row,) = daily.diary.intakes.all()
    assert (row.medicine, row.state, row.intake) == ("med_2", "extra", "bedtime")
    assert row.parts == (DosePart(5, "mg", 2, "tablet"),)
    assert not child(page, QCheckBox, "tick_med_2_bedtime").isChecked(), "extra is no tick of what was due"
    assert "extra: 10 mg" in child(page, QLabel, "said_med_2_bedtime").text()
    assert "extra" not in child(page, QLabel, "said_med_2_morning").text()
    child(page, QCheckBox, "tick_med_2_bedtime").click()
    assert _states(daily) == [("med_2", "extra", "bedtime"), ("med_2", "taken", "bedtime")]
    _say(page, "med_2", "bedtime", "remove_extra")
    assert _states(daily) == [("med_2", "taken", "bedtime")]


def test_an_extra_one_of_no_time_of_day_stands_by_the_first(daily: Daily) -> None:
    part = DosePart(5, "mg", 1, "tablet")
    daily.diary.intakes.record(Intake(daily.today, "med_2", "extra", parts=(part,)))
    page = daily.show(TodayPage, 1093, 900)
    assert "extra: 5 mg" in child(page, QLabel, "said_med_2_morning").text()
    assert "extra" not in child(page, QLabel, "said_med_2_bedtime").text()


def test_all_taken_fills_only_blank_doses_of_its_time(daily: Daily) -> None:
    page = daily.show(TodayPage, 1093, 900)
    _say(page, "med_2", "morning", "say_late")
    daily.click(child(page, QPushButton, "all_taken_morning"))
    assert _states(daily) == [("med_2", "late", "morning"), ("med_1", "taken", "morning")]
    daily.diary.history.undo()
    assert _states(daily) == [("med_2", "late", "morning")]


def test_an_off_day_medicine_is_not_there_and_an_old_day_has_no_all_taken(daily: Daily) -> None:
    page = daily.show(TodayPage, 1093, 900)
    assert page.findChild(QCheckBox, "tick_med_3_morning") is None
    page.show_day(daily.today - timedelta(days=2))
    assert page.findChild(QPushButton, "all_taken_morning") is None
    page.show_day(date(2026, 11, 16))
    assert page.findChild(QCheckBox, "tick_med_3_morning") is not None


def test_a_second_as_needed_intake_so_soon_asks(daily: Daily) -> None:
    page = daily.show(TodayPage, 1093, 900)
    daily.click(child(page, QPushButton, "taken_now_med_4"))
    daily.click(child(page, QPushButton, "taken_now_med_4"))
    assert len(_states(daily)) == 1
    daily.click(child(page, QPushButton, "taken_now_med_4"))
    assert len(_states(daily)) == 2


def test_nothing_below_moves_when_the_button_for_a_whole_time_of_day_goes(daily: Daily) -> None:
    page = daily.show(TodayPage, 1366, 900)
    below = child(page, QCheckBox, "tick_med_2_bedtime")
    before = below.mapTo(page, below.rect().topLeft()).y()
    daily.click(child(page, QPushButton, "all_taken_morning"))
    QApplication.processEvents()
    assert page.findChild(QPushButton, "all_taken_morning") is None
    below = child(page, QCheckBox, "tick_med_2_bedtime")
    assert below.mapTo(page, below.rect().topLeft()).y() == before
    focused = QApplication.focusWidget()
    assert isinstance(focused, QCheckBox)
    assert focused.objectName().endswith("_morning")


def test_the_name_on_the_envelope_stands_beside_the_amount_and_the_ingredient_is_heard(daily: Daily) -> None:
    medicine = daily.diary.medicines.named("PDL")
    daily.diary.medicines.change(replace(medicine, ingredient="prednisolone"))
    page = daily.show(TodayPage, 1366, 900)
    tick = next(
        each for each in page.findChildren(IntakeTick) if each.box.objectName() == "tick_med_1_morning"
    )
    shown = [label.text() for label in tick.findChildren(QLabel)]
    assert "PDL" in shown
    assert "prednisolone" in tick.box.accessibleName()
