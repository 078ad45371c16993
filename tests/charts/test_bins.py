"""Days become weeks and months by pixel, and nothing is invented on the way."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lupusdiary.charts.bins import DAYS, MONTHS, WEEKS, bin_end, bin_start, fitting, gather, runs
from lupusdiary.charts.panels import ScorePoint
from lupusdiary.charts.sparkline import result_sparkline, sparkline
from lupusdiary.domain.period import Period

DAY = date(2026, 11, 22)


def test_the_finest_size_that_fits_is_taken() -> None:
    assert fitting(Period.ending(DAY, 90), 8.0) == DAYS
    assert fitting(Period.ending(DAY, 730), 8.0) == WEEKS
    assert fitting(Period.ending(DAY, 3650), 8.0) == MONTHS
    assert fitting(Period.ending(DAY, 90), 2.0) == WEEKS


def test_weeks_start_on_sunday_and_months_end_where_they_end() -> None:
    assert bin_start(date(2026, 11, 21), WEEKS) == date(2026, 11, 15)
    assert bin_start(date(2026, 11, 22), WEEKS) == date(2026, 11, 22)
    assert bin_end(date(2028, 2, 1), MONTHS) == date(2028, 2, 29)
    assert bin_end(date(2026, 12, 1), MONTHS) == date(2026, 12, 31)


@given(
    st.dictionaries(st.dates(date(2020, 1, 1), date(2022, 1, 1)), st.integers(0, 10), max_size=60),
    st.sampled_from([DAYS, WEEKS, MONTHS]),
)
def test_every_value_lands_in_the_bin_of_its_day(values: dict[date, int], size: str) -> None:
    bins = gather([ScorePoint(day, float(v)) for day, v in sorted(values.items())], size)
    assert sum(found.days for found in bins) == len(values)
    assert sum(found.total for found in bins) == sum(values.values())
    for found in bins:
        inside = [v for day, v in values.items() if found.start <= day <= found.end]
        assert (found.low, found.high, found.days) == (min(inside), max(inside), len(inside))
        assert found.low <= found.middle <= found.high
    for before, after in zip(list(runs(bins)), list(runs(bins))[1:], strict=False):
        assert after[0].start - before[-1].end > timedelta(days=1)


def test_a_sparkline_stays_in_its_box_and_ends_where_a_day_is_missing() -> None:
    period = Period.ending(DAY, 10)
    values = {DAY - timedelta(days=n): float(n) for n in (9, 8, 5, 0)}
    lines = sparkline(values, period, bottom=0, top=10)
    assert [[round(y, 2) for _, y in drawn] for drawn in lines] == [[0.9, 0.8], [0.5], [0.0]]
    assert lines[0][0][0] == 0.0
    assert lines[-1][0][0] == 1.0


def test_a_sparkline_of_results_joins_only_within_a_segment() -> None:
    period = Period.ending(DAY, 101)
    days = [DAY - timedelta(days=n) for n in (100, 50, 0)]
    lines = result_sparkline([[(days[0], 5.0), (days[1], 15.0)], [(days[2], 10.0)]], period)
    assert lines == [[(0.0, 0.0), (0.5, 1.0)], [(1.0, 0.5)]]


def test_a_flat_sparkline_runs_through_the_middle() -> None:
    assert sparkline({DAY: 4.0}, Period(DAY, DAY)) == [[(0.0, 0.5)]]
