"""The steroid exposure of a diary, and its sums over what a page says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from lupusdiary.domain.medicines.exposure import Exposure, exposure
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.pulse import GC_PULSE, PulseEvent
from lupusdiary.domain.period import Period

if TYPE_CHECKING:
    from lupusdiary.diary.diary import Diary

SUM_DAYS = (30, 90, 365)
# A weekly or yearly dose that was recorded speaks for the days up to the next one.
_LOOK_BACK = timedelta(days=366)


class Exposures:
    """The exposures of one diary for one page: medicines are read once, and each period is added up once."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self.medicines = diary.medicines.all()
        self._found: dict[tuple[Period, date], Exposure] = {}

    def of(self, period: Period, today: date) -> Exposure:
        """The exposure of a period as of `today`."""
        key = period, today
        if key not in self._found:
            self._found[key] = _exposure(self._diary, self.medicines, period, today)
        return self._found[key]

    def known(self, period: Period, today: date) -> dict[date, Fraction]:
        """The known days of a period; of a longer one that was added up already they are only picked out."""
        first = _first_entry(self.medicines)
        start = period.start if first is None else max(period.start, first)
        for (other, day), found in self._found.items():
            if day == today and other.start <= start and period.end <= other.end:
                return {each: mg for each, mg in found.known.by_day.items() if each in period}
        return self.of(period, today).known.by_day

    def sums(self, end: date, today: date) -> tuple[Exposure, ...]:
        """Of the 30, 90 and 365 days that end on `end`, and of all days since the first entry."""
        return tuple(self.of(period, today) for period in _sum_periods(self.medicines, end))


def _sum_periods(medicines: list[Medication], end: date) -> list[Period]:
    periods = [Period.ending(end, days) for days in SUM_DAYS]
    first = _first_entry(medicines)
    if first is not None and first <= end:
        periods.append(Period(first, end))
    return periods


def exposure_of(diary: Diary, period: Period, today: date | None = None) -> Exposure:
    """The exposure of a period as of `today` (the diary's, if it is not given)."""
    return Exposures(diary).of(period, today or diary.today())


def _exposure(diary: Diary, medicines: list[Medication], period: Period, today: date) -> Exposure:
    rows = diary.intakes.all(Period(max(date.min + _LOOK_BACK, period.start) - _LOOK_BACK, period.end))
    return exposure(medicines, rows, period, today, _pulse_events(diary))


def _pulse_events(diary: Diary) -> tuple[PulseEvent, ...]:
    return tuple(
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


def exposure_sums(diary: Diary, end: date, today: date | None = None) -> tuple[Exposure, ...]:
    """The exposure of the 30, 90 and 365 days that end on `end`, and of all days since the first entry."""
    return Exposures(diary).sums(end, today or diary.today())


def exposure_work(diary: Diary) -> Callable[[], tuple[Exposure, ...]]:
    """The sums up to today as work for a worker: what it needs is read at once, and the diary is not touched
    later. Of sixty years they take longer than a window may stand still."""
    today = diary.today()
    medicines, rows, events = diary.medicines.all(), diary.intakes.all(), _pulse_events(diary)
    periods = _sum_periods(medicines, today)
    return lambda: tuple(exposure(medicines, rows, period, today, events) for period in periods)


def _first_entry(medicines: list[Medication]) -> date | None:
    """The first day of any course of a medicine."""
    return min((p.start for medicine in medicines for p in medicine.periods), default=None)
