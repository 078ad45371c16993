"""One medicine on one day: what the plan says, what is recorded, what is known. Amounts in mg."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from lupusdiary.domain.medicines.holding import Held
from lupusdiary.domain.medicines.intake import EXTRA, SKIPPED, Intake
from lupusdiary.domain.medicines.part import MG, Quantity, day_total, named_intakes
from lupusdiary.domain.medicines.pattern import AS_NEEDED
from lupusdiary.domain.medicines.period import DosePeriod

_ZERO = Fraction(0)


class DoseOutcome(Enum):
    """What can be said of a medicine on a day besides an amount."""

    NOT_TAKEN = "none"
    NOT_KNOWN = "not known"
    NOTHING = "nothing"


DayDose = Fraction | DoseOutcome


@dataclass(frozen=True, slots=True)
class Day:
    """The three lines of one medicine on one day. `recorded_due`: whether it was due, and all of it recorded
    (None on a day not due)."""

    planned: DayDose
    recorded: DayDose
    known: DayDose
    recorded_due: bool | None = None


def _mg(amount: Quantity | None) -> Fraction | None:
    return amount.value if amount is not None and amount.unit == MG else None


def period_dose(period: DosePeriod | None, day: date) -> DayDose:
    """What a period says of a day: its amount, 0 where it is not due, or what is known instead."""
    if period is None or period.kind == AS_NEEDED:
        return DoseOutcome.NOTHING
    if period.is_none:
        return DoseOutcome.NOT_TAKEN
    if not period.due(day):
        return _ZERO
    amount = _mg(day_total(period.parts_on(day))) if period.parts else None
    return DoseOutcome.NOT_KNOWN if amount is None else amount


def dose_on(day: date, held: Held, rows: Sequence[Intake], *, last_due_recorded: bool) -> Day:
    """The three lines of a day. `last_due_recorded`: whether the due day before it is recorded."""
    planned = period_dose(held.planned, day)
    if planned is DoseOutcome.NOTHING and held.planned is None and held.stop is not None:
        planned = DoseOutcome.NOT_TAKEN
    base = held.period
    due = base is not None and base.due(day)
    if rows:
        return _from_rows(day, base, held, rows, planned)
    if held.as_it_went is not None:
        recorded = period_dose(held.as_it_went, day)
        return Day(planned, recorded, recorded, _is_amount(recorded) if due else None)
    if held.planned is None:
        stopped = DoseOutcome.NOT_TAKEN if held.stop is not None else DoseOutcome.NOTHING
        return Day(planned, stopped, stopped)
    if held.planned.kind == AS_NEEDED:
        return Day(planned, DoseOutcome.NOTHING, planned)
    if due:
        return Day(planned, DoseOutcome.NOT_KNOWN, planned, False)
    zero = planned == _ZERO and last_due_recorded
    return Day(planned, _ZERO if zero else DoseOutcome.NOT_KNOWN, planned)


def _from_rows(
    day: date, base: DosePeriod | None, held: Held, rows: Sequence[Intake], planned: DayDose
) -> Day:
    """Rows stand above everything, intake by intake; a row without parts means the amount that was due."""
    due = base is not None and base.due(day)
    slots: Mapping[str, Quantity | None] = {}
    if base is not None and due:
        slots = named_intakes(base.parts_on(day)) or {"1": None}
    each = _one_intake(base, day)
    said: dict[str, Fraction | None] = {}
    beside: list[Fraction | None] = []
    for row in rows:
        own = _mg(day_total(row.parts)) if row.parts else None
        if row.state == EXTRA:
            beside.append(own)
        elif row.intake is None and slots:
            said.update(_whole_day(row, own, slots))
        elif row.intake is not None and row.intake in slots:
            amount = own if row.parts else _mg(slots[row.intake])
            said[row.intake] = _ZERO if row.state == SKIPPED else amount
        else:
            beside.append(_ZERO if row.state == SKIPPED else own if row.parts else each)
    open_slots = [slots[name] for name in slots if name not in said]
    taken = [*said.values(), *beside]
    rest = [_mg(amount) for amount in open_slots]
    known = _sum([*taken, *rest])
    closed = held.as_it_went is not None
    recorded = known if closed else _sum(taken) if not open_slots else DoseOutcome.NOT_KNOWN
    return Day(planned, recorded, known, _is_amount(recorded) if due else None)


def _whole_day(
    row: Intake, own: Fraction | None, slots: Mapping[str, Quantity | None]
) -> dict[str, Fraction | None]:
    """A row of the whole day: what it says stands with the first intake, the others are in it."""
    if row.state == SKIPPED:
        return dict.fromkeys(slots, _ZERO)
    if not row.parts:
        return {name: _mg(amount) for name, amount in slots.items()}
    return {name: own if number == 0 else _ZERO for number, name in enumerate(slots)}


def _one_intake(base: DosePeriod | None, day: date) -> Fraction | None:
    """What one intake of an as-needed medicine is."""
    if base is None or base.kind != AS_NEEDED:
        return None
    amounts = [part.intake_amount() for part in base.parts_on(day)]
    values = [_mg(amount) for amount in amounts]
    total = _sum(values) if values else DoseOutcome.NOT_KNOWN
    return total if isinstance(total, Fraction) else None


def _sum(values: Sequence[Fraction | None]) -> DayDose:
    total = _ZERO
    for value in values:
        if value is None:
            return DoseOutcome.NOT_KNOWN
        total += value
    return total


def _is_amount(dose: DayDose) -> bool:
    return isinstance(dose, Fraction)
