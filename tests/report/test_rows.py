"""Rows of the printed tables from values that can be counted by hand."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from lupusdiary.domain.period import Period
from lupusdiary.domain.records import DayRecord, TimedEntry
from lupusdiary.report.rows import resolution, values_by_item
from tests.report.summaries import PERIOD, laboratory, symptom

BEFORE = PERIOD.previous()
FIRST = PERIOD.start


def test_days_without_a_record_do_not_count_as_zero() -> None:
    row = symptom("fatigue", {FIRST: 8, FIRST + timedelta(days=40): 6}, {})
    assert row.now is not None
    assert row.now.median == 7
    assert row.now.recorded == 2
    assert row.before is None
    assert row.direction is None


@pytest.mark.parametrize(("now", "before", "direction"), [(5, 4, "higher"), (4, 5, "lower"), (4, 4, None)])
def test_a_median_is_higher_lower_or_neither(now: int, before: int, direction: str | None) -> None:
    assert symptom("fatigue", {FIRST: now}, {BEFORE.start: before}).direction == direction


def test_more_days_of_more_recorded_days_are_not_called_higher() -> None:
    now = {FIRST + timedelta(days=n): 3 if n < 2 else 0 for n in range(80)}
    before = {BEFORE.start + timedelta(days=n): 3 if n < 1 else 0 for n in range(10)}
    assert symptom("malar_rash", now, before).direction is None


def test_more_days_of_as_many_recorded_days_are_higher() -> None:
    now = {FIRST + timedelta(days=n): 3 for n in range(2)}
    before = {BEFORE.start + timedelta(days=n): 3 if n < 1 else 0 for n in range(2)}
    assert symptom("malar_rash", now, before).direction == "higher"


def test_a_line_stops_where_a_week_has_no_record() -> None:
    values = {FIRST + timedelta(days=n): 5 for n in (0, 7, 14, 42, 49)}
    trend = symptom("fatigue", values, {}).trend
    assert [len(line) for line in trend.lines] == [3, 2]
    assert trend.values.count(None) == len(trend.values) - 5


def test_scores_are_drawn_on_their_whole_scale() -> None:
    trend = symptom("fatigue", {FIRST: 0, FIRST + timedelta(days=7): 10}, {}).trend
    assert [height for line in trend.lines for _, height in line] == [0.0, 1.0]


def test_severity_shows_the_worst_day_of_a_week_and_scores_the_middle_one() -> None:
    sunday = date(2026, 9, 6)
    week = {sunday + timedelta(days=n): value for n, value in enumerate([0, 0, 3])}
    (((_, worst),),) = symptom("malar_rash", week, {}).trend.lines
    (((_, middle),),) = symptom("fatigue", week, {}).trend.lines
    assert (worst, middle) == (1.0, 0.0)


def test_a_days_highest_temperature_counts_wherever_it_was_written() -> None:
    day = DayRecord(
        FIRST,
        {"fever": 36.8},
        timed=(TimedEntry(time(9), 38.1), TimedEntry(time(20), None, "더움"), TimedEntry(time(21), 37.0)),
    )
    other = DayRecord(FIRST + timedelta(days=1), timed=(TimedEntry(time(9), 37.2),))
    found = values_by_item([day, other])
    assert found == {"fever": {FIRST: 38.1, FIRST + timedelta(days=1): 37.2}}


def test_laboratory_lines_break_where_the_timeline_breaks_and_bounds_are_marked() -> None:
    trend = laboratory("anti_dsdna").trend
    assert [len(line) for line in trend.lines] == [2, 4]
    assert len(trend.bounds) == 1
    assert trend.bounds[0] == trend.lines[-1][-1]
    assert trend.values[-1] == "<10"


def test_the_own_range_is_part_of_the_height_so_that_small_changes_look_small() -> None:
    trend = laboratory("c3").trend
    assert trend.band is not None
    assert trend.band[1] == 1.0
    assert trend.lines[-1][-1][1] < 0.4


@pytest.mark.parametrize(("days", "size"), [(14, "days"), (84, "weeks"), (366, "weeks"), (3650, "months")])
def test_the_line_stays_legible_at_any_length(days: int, size: str) -> None:
    assert resolution(Period.ending(date(2026, 11, 22), days)) == size
