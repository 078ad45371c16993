"""What one typed line was read as: fields, what is uncertain and asked, and what is offered first."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lupusdiary.domain.medicines.part import MG, DosePart, day_total
from lupusdiary.domain.medicines.pattern import AS_NEEDED
from lupusdiary.domain.medicines.quick_entry.interval import SaidInterval
from lupusdiary.language import Message, mark

# What is asked, in this order, with the question; {text} and {days} are filled from the line.
QUESTIONS: dict[str, Message] = {
    "ingredient": mark("Which ingredient is it?"),
    "strength": mark("How much is in one tablet?"),
    "unit": mark("Which unit?"),
    "strength_or_dose": mark("Is {text} the content of one tablet, or the amount at a time?"),
    "amount": mark("How many at a time?"),
    "times": mark("How many times a day?"),
    "route": mark("Taken by mouth or injected? Where?"),
    "pattern": mark("Every day, every other day, or on certain days?"),
    "weekday": mark("Which weekday?"),
    "first_day": mark("Which day was the first (or the last one used)?"),
    "most": mark("What is the most a day, as printed?"),
    "days_meaning": mark("Are these {days} days, or {days} doses?"),
    "pulse": mark("Was it a pulse?"),
    "stop": mark("Stopped, or given at discharge?"),
    "steps": mark("Write the steps"),
    "hold": mark("Is {text} kept {this} or {next}?"),
    "end": mark("Down to which amount?"),
}


@dataclass(frozen=True, slots=True)
class ParsedLine:
    """One line as fields. A field that is asked is absent or holds the reading to be confirmed. `note` is
    what was kept from the front, `left_over` what was not understood."""

    printed: str
    name: str
    ingredient: str | None = None
    route: str | None = None
    form: str | None = None
    parts: tuple[DosePart, ...] = ()
    interval: SaidInterval | None = None
    most: float | None = None
    most_unit: str | None = None
    pulse_days: int | None = None
    meal: str | None = None
    site: str | None = None
    supply_days: int | None = None
    dispensed_on: date | None = None
    prescribed_on: date | None = None
    product_code: str | None = None
    note: str | None = None
    left_over: str | None = None
    ask: tuple[str, ...] = ()
    offer: dict[str, Any] = field(default_factory=dict)

    @property
    def due_day_mg(self) -> float | None:
        """What one due day adds up to in mg; None where days differ or something of it is not known."""
        if not self.parts or (self.interval is not None and self.interval.kind == AS_NEEDED):
            return None
        if any(part.weekdays or part.turn for part in self.parts):
            return None
        if {"times", "amount"} & set(self.ask) and not self._day_is_known:
            return None
        total = day_total(self.parts)
        return float(total.value) if total is not None and total.unit == MG else None

    @property
    def _day_is_known(self) -> bool:
        """Whether a day's total was said: divided in three and asked, or without its number of intakes."""
        return "amount" in self.ask or (self.interval is not None and self.interval.kind is not None)


def in_order_of_asking(asked: set[str]) -> tuple[str, ...]:
    """What is asked, in the order of the questions."""
    return tuple(name for name in QUESTIONS if name in asked)
