"""A date field reads what people type, refuses aloud, and always ends today."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lupusdiary.language import Refusal
from lupusdiary.ui.widgets.date_field import DateField
from tests.conftest import StandingClock
from tests.ui.daily import give_day

TODAY = date(2026, 11, 22)


@pytest.fixture
def field(qtbot: QtBot, clock: StandingClock) -> DateField:
    made = DateField(lambda: clock().date())
    qtbot.addWidget(made)
    made.show()
    return made


def says(field: DateField) -> list[str]:
    return [label.text() for label in field.findChildren(QLabel) if label.isVisible() and label.text()]


@pytest.mark.parametrize("typed", ["20260514", "2026.5.14", "5/14", "14 May", "２０２６．５．１４"])
def test_what_is_typed_is_taken_and_shown_as_a_day(field: DateField, qtbot: QtBot, typed: str) -> None:
    with qtbot.waitSignal(field.changed):
        give_day(field, typed)
    assert (field.day(), field.text, says(field)) == (date(2026, 5, 14), "2026-05-14", [])


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("monday", "“monday” is not a date. Write it as 2026-11-22."),
        ("2026-11-23", "This day has not come yet."),
        ("", "Please choose a day."),
    ],
)
def test_what_is_no_day_stays_as_typed_and_is_said(field: DateField, typed: str, problem: str) -> None:
    if typed:
        give_day(field, typed)
    else:
        field.line.clear()
    with pytest.raises(Refusal) as refused:
        field.day()
    assert str(refused.value) == problem
    assert says(field) == [problem]
    assert field.text == typed
    give_day(field, "어제")
    assert says(field) == []
    assert field.day() == TODAY - timedelta(days=1)


def test_the_field_ends_with_the_day_that_it_is_now(field: DateField, clock: StandingClock) -> None:
    clock.move(days=1)
    give_day(field, "2026-11-23")
    assert field.day() == date(2026, 11, 23)


def test_the_arrows_go_a_day_on_and_back_but_not_past_today(field: DateField) -> None:
    QTest.keyClick(field.line, Qt.Key.Key_Up)
    assert field.day() == TODAY
    QTest.keyClick(field.line, Qt.Key.Key_Down)
    QTest.keyClick(field.line, Qt.Key.Key_PageDown)
    assert field.day() == TODAY - timedelta(days=8)


@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
def test_the_calendar_gives_a_day(field: DateField, qtbot: QtBot) -> None:
    qtbot.mouseClick(field.open, Qt.MouseButton.LeftButton)
    assert field.calendar is not None
    assert field.calendar.month.maximumDate().toPython() == TODAY
    field.calendar.chosen.emit(date(2026, 11, 3))
    assert field.day() == date(2026, 11, 3)
