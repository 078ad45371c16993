"""The named stretches of time of a diary."""

from __future__ import annotations

from datetime import timedelta

from lupusdiary.diary import Diary
from lupusdiary.domain.period import Period

_DAYS = {"quarter": 91, "year": 365, "five": 1826}


def range_period(diary: Diary, name: str, whole: Period) -> Period:
    """The period that "visit" (since the last one), "quarter", "year", "five" or "all" means; before the
    first visit, all."""
    if name in _DAYS:
        return Period(whole.end - timedelta(days=_DAYS[name] - 1), whole.end)
    last = diary.visits.last_before(diary.today()) if name == "visit" else None
    return Period(last.day, whole.end) if last else whole
