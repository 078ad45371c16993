"""All values of a stretch of days at once say what the days say one by one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from lupusdiary.diary import Diary, create_diary
from lupusdiary.domain.day_record import BloodPressure, TimedEntry
from lupusdiary.domain.period import Period
from tests.conftest import StandingClock

TODAY = date(2026, 11, 22)


@pytest.fixture
def diary(tmp_path: Path, clock: StandingClock) -> Iterator[Diary]:
    with create_diary(tmp_path / "diary.lupusdiary", None, clock) as made:
        yield made


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_they_are_those_of_each_day(diary: Diary) -> None:
    for days in (0, 1, 5, 9):
        diary.days.record(ago(days), "fatigue", days)
        diary.days.record(ago(days), "nasal_ulcer", days == 5)
    diary.days.record(ago(1), "bp", BloodPressure(120, 80))
    diary.days.record(ago(1), "weight", 58.5)
    found = diary.days.values_by_item(Period(ago(5), ago(1)))
    assert found == {
        "fatigue": {ago(5): 5, ago(1): 1},
        "nasal_ulcer": {ago(5): True, ago(1): False},
        "bp": {ago(1): BloodPressure(120, 80)},
        "weight": {ago(1): 58.5},
    }
    for code, values in found.items():
        assert values == diary.days.values(code, Period(ago(5), ago(1)))
    assert isinstance(found["nasal_ulcer"][ago(5)], bool)
    assert diary.days.values_by_item(Period(ago(90), ago(80))) == {}


def test_a_days_highest_temperature_counts_wherever_it_was_written(diary: Diary) -> None:
    diary.days.record(ago(3), "fever", 36.8)
    diary.days.record(ago(1), "fever", 37.9)
    for day, hour, fever in ((ago(3), 9, 38.1), (ago(3), 21, 37.0), (ago(2), 9, 37.2), (ago(1), 9, 37.0)):
        diary.days.add_timed(day, TimedEntry(time(hour), fever))
    diary.days.add_timed(ago(3), TimedEntry(time(20), None, "더움"))
    found = diary.days.values_by_item(Period(ago(5), TODAY))
    assert list(found["fever"].items()) == [(ago(3), 38.1), (ago(2), 37.2), (ago(1), 37.9)]


def test_days_stand_in_order_however_they_were_entered(diary: Diary) -> None:
    for days, weight in ((2, 58.1), (9, 61.8), (0, 58.0), (5, 104.3)):
        diary.days.record(ago(days), "weight", weight)
        diary.days.record(ago(days), "fatigue", days)
    found = diary.days.values_by_item(Period(ago(90), TODAY))
    assert list(found["weight"].items()) == [(ago(9), 61.8), (ago(5), 104.3), (ago(2), 58.1), (TODAY, 58)]
    assert list(found["fatigue"].items()) == [(ago(9), 9), (ago(5), 5), (ago(2), 2), (TODAY, 0)]
    assert [type(each) for each in found["fatigue"].values()] == [int] * 4


def test_the_recorded_days_are_those_with_a_value_a_note_or_an_entry(diary: Diary) -> None:
    for days in (0, 2, 9):
        for code in ("fatigue", "joint_pain"):
            diary.days.record(ago(days), code, 3)
    diary.days.set_note(ago(4), "a walk")
    diary.days.add_timed(ago(6), TimedEntry(time(9), 37.2))
    for period in (
        Period(ago(9), TODAY),
        Period(ago(8), ago(1)),
        Period(ago(2), ago(2)),
        Period(ago(90), ago(80)),
    ):
        assert diary.days.recorded_days(period) == sorted(diary.days.recorded_on(period))
    assert diary.days.recorded_days(Period(ago(9), TODAY)) == [ago(9), ago(6), ago(4), ago(2), ago(0)]
