"""Days become weeks and months by pixel, and nothing is invented on the way."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lupusdiary.charts.bins import DAYS, MONTHS, WEEKS, bin_end, bin_start, fitting, gather, runs
from lupusdiary.charts.panels import ScorePoint
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
