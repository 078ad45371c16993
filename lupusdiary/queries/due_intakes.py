"""What is due on one day, by the times of day, with what was said of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from lupusdiary.domain.medicines.intake import EXTRA, LATE, TAKEN, Intake
from lupusdiary.domain.medicines.medicines_now import medicines_on
from lupusdiary.domain.medicines.part import named_intakes
from lupusdiary.domain.medicines.pattern import AS_NEEDED
from lupusdiary.domain.medicines.wording import medicine_label, said_quantity
from lupusdiary.domain.period import Period
from lupusdiary.language import Translator

if TYPE_CHECKING:
    from lupusdiary.diary.diary import Diary

# From when on a time of day has begun; of a clock time it is that time, and a number has no time.
_BEGINS = {"noon": time(11), "evening": time(17), "bedtime": time(20)}
_ORDER = ("morning", "noon", "evening", "bedtime")


@dataclass(frozen=True, slots=True)
class DueIntake:
    """One intake that is due. `slot` names it, `state` is what was said of it (None: unrecorded). As needed:
    `used` are the times of day at which it was used, as far as they are known, and `count` how often."""

    code: str
    label: str
    slot: str
    amount: str
    state: str | None = None
    as_needed: bool = False
    count: int = 0
    used: tuple[time, ...] = ()


def due_intakes_of(diary: Diary, day: date, tr: Translator) -> tuple[DueIntake, ...]:
    """The intakes of a day in the order of the times of day; as-needed medicines come last."""
    rows = diary.intakes.all(Period(day, day))
    found: list[DueIntake] = []
    for held in medicines_on(diary.medicines.all(), day):
        own = [row for row in rows if row.medicine == held.medicine.code]
        label = medicine_label(held.medicine, tr)
        if held.period.kind == AS_NEEDED:
            taken = [row for row in own if row.state in {TAKEN, LATE}]
            used = tuple(row.at for row in taken if row.at is not None)
            found.append(
                DueIntake(held.medicine.code, label, "", "", as_needed=True, count=len(taken), used=used)
            )
        elif held.period.due(day):
            for slot, amount in (named_intakes(held.period.parts_on(day)) or {"1": None}).items():
                said = said_quantity(amount, tr) if amount is not None else ""
                found.append(DueIntake(held.medicine.code, label, slot, said, _state(own, slot)))
    return tuple(sorted(found, key=_place))


def _state(rows: list[Intake], slot: str) -> str | None:
    for row in rows:
        if row.state != EXTRA and row.intake in {slot, None}:
            return row.state
    return None


def _place(due: DueIntake) -> tuple[bool, int, str]:
    at = _ORDER.index(due.slot) if due.slot in _ORDER else len(_ORDER)
    return due.as_needed, at, due.slot


def blank_and_begun(
    intakes: tuple[DueIntake, ...], day: date, now: datetime, slot: str
) -> tuple[Intake, ...]:
    """What “all taken” of a time of day records: blank doses that are due then, once it has begun. Only today
    and yesterday; never what is taken as needed."""
    passed = (now.date() - day).days
    if passed not in {0, 1} or (passed == 0 and now.time() < begins(slot)):
        return ()
    return tuple(
        Intake(day, due.code, TAKEN, due.slot)
        for due in intakes
        if due.slot == slot and due.state is None and not due.as_needed
    )


def begins(slot: str) -> time:
    """From when on a time of day has begun."""
    if slot in _BEGINS:
        return _BEGINS[slot]
    try:
        return time.fromisoformat(slot)
    except ValueError:
        return time()
