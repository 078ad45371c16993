"""A copied day: dashed until it is confirmed, and confirmed only where it was seen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lupusdiary.ui.today.page import TodayPage
from tests.conftest import StandingClock
from tests.ui.daily import Daily, child
from tests.ui.today.test_page import USUAL, YESTERDAY, cell

Key = Qt.Key


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    found = Daily(qtbot, tmp_path, clock)
    found.diary.days.record_many(YESTERDAY, USUAL)
    return found


def how(daily: Daily) -> dict[str, str]:
    return dict(daily.diary.days.day(daily.today).how)


def copied(page: TodayPage) -> None:
    child(page, QPushButton, "copy_last").click()
    QApplication.processEvents()


def test_it_says_what_was_filled_and_what_is_left(daily: Daily) -> None:
    page = daily.show(TodayPage, 1366, 740)
    daily.type("5")
    copied(page)
    counter = child(page, QLabel, "counter")
    assert counter.text() == ("6 filled, 3 left: Body temperature, Leg or eyelid swelling, Foamy urine")
    page.items.row("foamy_urine").take_focus()
    daily.type("0")
    assert counter.text() == "2 entered, 6 from yesterday (21 Nov)"
    assert not child(page, QPushButton, "copy_last").isVisible()


def test_a_copied_value_is_dashed_and_one_that_is_never_copied_stays_blank(daily: Daily) -> None:
    page = daily.show(TodayPage, 1366, 740)
    daily.type("5")
    copied(page)
    dashed, solid = cell(page, "fatigue", "6"), cell(page, "global", "5")
    assert (dashed.isChecked(), dashed.copied) == (True, True)  # type: ignore[attr-defined]
    assert (solid.isChecked(), solid.copied) == (True, False)  # type: ignore[attr-defined]
    assert dashed.grab().toImage() != cell(page, "fatigue", "5").grab().toImage()
    assert page.items.row("leg_swelling").value is None


def test_enter_on_a_dashed_value_records_it_and_goes_on(daily: Daily) -> None:
    page = daily.show(TodayPage, 1366, 740)
    copied(page)
    page.items.row("fatigue").take_focus()
    daily.press(Key.Key_Return)
    assert "fatigue" not in how(daily)
    assert how(daily)["joint_pain"] == "copied"
    assert page.items.row("joint_pain").isAncestorOf(daily.focus())


def test_all_correct_confirms_them_all_where_they_were_all_seen(daily: Daily) -> None:
    page = daily.show(TodayPage, 1366, 740)
    button = child(page, QPushButton, "confirm_copied")
    assert not button.isVisible()
    copied(page)
    assert button.property("role") != "primary"
    page.items.row("leg_swelling").take_focus()
    QTest.keyClick(daily.focus(), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert set(how(daily).values()) == {"confirmed"}
    assert len(how(daily)) == 7
    assert not button.isVisible()


def test_all_correct_leaves_what_was_never_on_the_screen(daily: Daily) -> None:
    page = daily.show(TodayPage, 1093, 400)
    page.items.rows[0].take_focus()
    copied(page)
    child(page, QPushButton, "confirm_copied").click()
    QApplication.processEvents()
    kept = how(daily)
    assert kept["global"] == "confirmed"
    assert kept["hair_loss"] == "copied"
    assert "Look at the others too" in child(page, QLabel, "counter").text()
    for row in page.items.rows:
        page._area.ensureWidgetVisible(row)
        QApplication.processEvents()
    child(page, QPushButton, "confirm_copied").click()
    assert set(how(daily).values()) == {"confirmed"}


def test_copied_values_are_taken_out_with_one_click(daily: Daily) -> None:
    page = daily.show(TodayPage, 1366, 740)
    daily.type("5")
    copied(page)
    daily.click(child(page, QPushButton, "drop_copied"))
    assert dict(daily.diary.days.day(daily.today).readings) == {"global": 5}
    assert child(page, QPushButton, "copy_last").isVisible()


def test_what_is_older_than_three_days_is_not_offered(daily: Daily, clock: StandingClock) -> None:
    clock.move(days=3)
    page = daily.show(TodayPage, 1366, 740)
    assert page.day == date(2026, 11, 25)
    assert not child(page, QPushButton, "copy_last").isVisible()


def test_nothing_is_offered_that_would_fill_nothing(daily: Daily) -> None:
    daily.diary.days.record_many(
        daily.today, {code: 0 for code in USUAL if code not in ("fever", "leg_swelling")}
    )
    page = daily.show(TodayPage, 1366, 740)
    assert not child(page, QPushButton, "copy_last").isVisible()
    assert child(page, QPushButton, "no_symptoms").isVisible()
    daily.diary.days.record(daily.today, "leg_swelling", 0)
    assert not child(page, QPushButton, "no_symptoms").isVisible()
