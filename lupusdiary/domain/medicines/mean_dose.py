"""The mean of a dose over one turn: only to say higher or lower, and to draw alternate days."""

from __future__ import annotations

from fractions import Fraction

from lupusdiary.domain.medicines.part import WEEKDAYS, Quantity, day_total
from lupusdiary.domain.medicines.pattern import (
    ALTERNATE_DAYS,
    ALTERNATING_DOSES,
    DAILY,
    EVERY_N_DAYS,
    EVERY_N_WEEKS,
    ON_WEEKDAYS,
    WEEKLY_ONCE,
)
from lupusdiary.domain.medicines.period import DosePeriod


def mean_dose(period: DosePeriod) -> Quantity | None:
    """The mean over one turn (1, 2, n, 7 or 7n days); None by month and where an amount is not known."""
    kind, pattern = period.kind, period.pattern
    if not period.parts:
        return None
    if kind == DAILY:
        return day_total(period.parts)
    if kind == ALTERNATING_DOSES:
        turns = sorted({part.turn or 1 for part in period.parts})
        return _mean([day_total([p for p in period.parts if p.turn in {None, turn}]) for turn in turns])
    if kind in {WEEKLY_ONCE, ON_WEEKDAYS}:
        due = pattern.due_weekdays(period.parts) or WEEKDAYS[:1]
        days = [
            day_total([part for part in period.parts if not part.weekdays or day in part.weekdays])
            for day in due
        ]
        return _mean(days, 7)
    if kind in {ALTERNATE_DAYS, EVERY_N_DAYS, EVERY_N_WEEKS}:
        return _mean([day_total(period.parts)], pattern.step)
    return None


def _mean(days: list[Quantity | None], turn: int | None = None) -> Quantity | None:
    known = [day for day in days if day is not None]
    if len(known) < len(days) or not known or any(day.unit != known[0].unit for day in known):
        return None
    total = sum((day.value for day in known), Fraction(0))
    return Quantity(total / (turn or len(days)), known[0].unit)
