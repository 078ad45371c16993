"""What was said of one day: taken, late, skipped, extra. No row is unrecorded, never skipped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time

from lupusdiary.domain.medicines.holding import held_on
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.part import DosePart, named_intakes
from lupusdiary.domain.medicines.pattern import AS_NEEDED
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.language import Refusal

TAKEN, LATE, SKIPPED, EXTRA = "taken", "late", "skipped", "extra"
STATES = (TAKEN, LATE, SKIPPED, EXTRA)


@dataclass(frozen=True, slots=True)
class Intake:
    """One row of a day. `intake` names which one (a time of day, or "1" to "n"); without it the whole day.
    `parts` only where it was another amount than due."""

    day: date
    medicine: str
    state: str
    intake: str | None = None
    at: time | None = None
    how: str | None = None
    parts: tuple[DosePart, ...] = ()
    note: str | None = None
    id: int | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if self.state == SKIPPED and self.parts:
            raise Refusal("What was skipped has no amount.")
        if self.state == EXTRA and not self.parts:
            raise _no_amount(self.day)


def _no_amount(day: date) -> Refusal:
    return Refusal("Enter how much was taken: nothing was due on {day}.", day=day)


def due_intakes(medicine: Medication, day: date) -> tuple[str, ...]:
    """The names of the intakes that are due on a day; none for as needed."""
    held = held_on(medicine, day).period
    if held is None or not held.due(day):
        return ()
    return tuple(named_intakes(held.parts_on(day))) or ("1",)


def beyond(period: DosePeriod, day: date, slot: str, share: float = 1) -> tuple[DosePart, ...]:
    """What an extra intake is that is a `share` of the one of that name; empty where its amount is open."""
    parts = [part for part in period.parts_on(day) if slot in part.slots]
    found = []
    for part in parts:
        if part.amount is None or part.amount_to is not None:
            return ()
        once = replace(part, amount=part.amount * share, times=None, at=(), weekdays=(), turn=None)
        found.append(once)
    return tuple(found)


def refuse_slot(medicine: Medication, intake: Intake) -> None:
    """Raises `Refusal` for an intake under a name that the dose of its day does not have."""
    due = due_intakes(medicine, intake.day)
    if intake.intake is not None and due and intake.intake not in due:
        raise Refusal(
            "{medicine} has no intake “{name}” on {day}. It has: {words}.",
            medicine=medicine.name[:40],
            name=intake.intake[:40],
            day=intake.day,
            words=", ".join(due),
        )


def refuse_rows(medicine: Medication, day: date, rows: Sequence[Intake], today: date) -> None:
    """Raises `Refusal` for rows of one medicine and one day that cannot stand together."""
    if day > today:
        raise Refusal("This day has not come yet.")
    held = held_on(medicine, day).period
    if held is not None and held.kind == AS_NEEDED:
        return
    said = [row.intake for row in rows if row.state != EXTRA]
    if len(set(said)) < len(said) or (None in said and len(said) > 1):
        raise Refusal("{day}: this medicine is recorded twice.", day=day)
    due = due_intakes(medicine, day)
    for row in rows:
        if row.state in {TAKEN, LATE} and not row.parts and not due:
            raise _no_amount(day)
