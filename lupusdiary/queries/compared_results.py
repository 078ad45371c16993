"""With which results the values of a sheet are compared, to notice a point at the wrong place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from lupusdiary.diary import Diary
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import LabResult

# An older value of another laboratory says little of today's.
_WITHIN = timedelta(days=366)


def compared_results(
    diary: Diary, day: date, same_laboratory: Mapping[str, LabResult]
) -> dict[str, LabResult]:
    """By test: the last result of the same laboratory, else the last one of another within a year before
    `day`."""
    elsewhere = diary.labs.all(Period(day - _WITHIN, day - timedelta(days=1)))
    last = {each.analyte: each for each in sorted(elsewhere, key=lambda each: each.collected_on)}
    return {**last, **same_laboratory}
