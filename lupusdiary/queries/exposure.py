"""The steroid exposure of a diary, and its sums over what a page says."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from lupusdiary.domain.medicines.exposure import Exposure, exposure
from lupusdiary.domain.medicines.pulse import GC_PULSE, PulseEvent
from lupusdiary.domain.period import Period

if TYPE_CHECKING:
    from lupusdiary.diary.diary import Diary

SUM_DAYS = (30, 90, 365)
# A weekly or yearly dose that was recorded speaks for the days up to the next one.
_LOOK_BACK = timedelta(days=366)


def exposure_of(diary: Diary, period: Period, today: date | None = None) -> Exposure:
    """The exposure of a period as of `today` (the diary's, if it is not given)."""
    rows = diary.intakes.all(Period(max(date.min + _LOOK_BACK, period.start) - _LOOK_BACK, period.end))
    events = (
        PulseEvent(
            event.day,
            event.title,
            event.ingredient,
            event.dose_mg,
            None if event.days is None else int(event.days),
        )
        for event in diary.events.all()
        if event.kind == GC_PULSE
    )
    return exposure(diary.medicines.all(), rows, period, today or diary.today(), events)


def exposure_sums(diary: Diary, end: date, today: date | None = None) -> tuple[Exposure, ...]:
    """The exposure of the 30, 90 and 365 days that end on `end`, and of all days since the first entry."""
    first = first_entry(diary)
    periods = [Period.ending(end, days) for days in SUM_DAYS]
    if first is not None and first <= end:
        periods.append(Period(first, end))
    return tuple(exposure_of(diary, period, today) for period in periods)


def first_entry(diary: Diary) -> date | None:
    """The first day of any course of a medicine."""
    return min((p.start for medicine in diary.medicines.all() for p in medicine.periods), default=None)
