"""Steroid pulses: they stand apart from the daily line and are in no total."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from lupusdiary.domain.medicines.catalogue import equivalences
from lupusdiary.domain.medicines.part import exact
from lupusdiary.domain.period import Period

GC_PULSE = "gc_pulse"


@dataclass(frozen=True, slots=True)
class Pulse:
    """One day of a pulse: the dose in mg of its own and the equivalent, None where it is not known."""

    day: date
    name: str | None
    ingredient: str | None
    dose_mg: Fraction | None
    mg: Fraction | None


@dataclass(frozen=True, slots=True)
class PulseEvent:
    """What a treatment event of kind `gc_pulse` says: the dose of one day and how many days, if said."""

    day: date
    name: str | None = None
    ingredient: str | None = None
    dose_mg: float | None = None
    days: int | None = None


def event_pulses(
    events: Iterable[PulseEvent], taken: set[date], period: Period, today: date
) -> Iterator[Pulse]:
    """The days of the events, without those that a medicine's pulse tells already (else counted twice)."""
    for event in events:
        dose = exact(event.dose_mg) if event.dose_mg is not None else None
        table = equivalences().get(event.ingredient) if event.ingredient is not None else None
        mg = table.mg(dose) if table is not None and dose is not None else None
        for number in range(event.days or 1):
            day = event.day + timedelta(days=number)
            if day in period and day <= today and day not in taken:
                yield Pulse(day, event.name, event.ingredient, dose, mg)
