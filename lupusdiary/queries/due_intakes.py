"""What is due on one day, by the times of day, with what was said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from lupusdiary.domain.medicines.intake import EXTRA, LATE, TAKEN, Intake, beyond
from lupusdiary.domain.medicines.medicines_now import medicines_on
from lupusdiary.domain.medicines.part import DosePart, day_total, named_intakes
from lupusdiary.domain.medicines.pattern import AS_NEEDED
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.medicines.wording import medicine_label, said_quantity
from lupusdiary.domain.period import Period
from lupusdiary.language import Translator

if TYPE_CHECKING:
    from lupusdiary.diary.diary import Diary

# From when on a time of day has begun; of a clock time it is that time, and a number has no time.
_BEGINS = {"noon": time(11), "evening": time(17), "bedtime": time(20)}
# An extra intake is most often half, one or two of what is due.
_SHARES = (0.5, 1, 2)
_ORDER = ("morning", "noon", "evening", "bedtime")


@dataclass(frozen=True, slots=True)
class ExtraAmount:
    """An amount beyond what is due, in words; `row` is the recorded one, None for one that is offered."""

    words: str
    parts: tuple[DosePart, ...]
    row: int | None = None


@dataclass(frozen=True, slots=True)
class DueIntake:
    """One intake that is due. `label` is the name with its ingredient, `name` the name alone as it is printed
    on the envelope. `slot` names it, `state` is what was said of it (None: unrecorded), `extra`
    what was recorded beside it and `offered` what can be. As needed: `used` are the times of day at which it
    was used, as far as they are known, and `count` how often."""

    code: str
    label: str
    slot: str
    amount: str
    state: str | None = None
    as_needed: bool = False
    count: int = 0
    used: tuple[time, ...] = ()
    name: str = ""
    extra: tuple[ExtraAmount, ...] = ()
    offered: tuple[ExtraAmount, ...] = ()


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
            code, name = held.medicine.code, held.medicine.name
            needed = DueIntake(code, label, "", "", as_needed=True, count=len(taken), used=used, name=name)
            found.append(needed)
        elif held.period.due(day):
            named = named_intakes(held.period.parts_on(day)) or {"1": None}
            for slot, amount in named.items():
                said = said_quantity(amount, tr) if amount is not None else ""
                due = DueIntake(held.medicine.code, label, slot, said, _state(own, slot))
                extra = _extra(own, slot, named, tr)
                offered = _offered(held.period, day, slot, tr)
                found.append(replace(due, extra=extra, offered=offered, name=held.medicine.name))
    return tuple(sorted(found, key=_place))


def _extra(rows: list[Intake], slot: str, named: Iterable[str], tr: Translator) -> tuple[ExtraAmount, ...]:
    """What was recorded beside an intake; what names none of the day stands by the first one."""
    first = next(iter(named), None)
    here = (
        row
        for row in rows
        if row.state == EXTRA and (row.intake == slot or (slot == first and row.intake not in set(named)))
    )
    return tuple(ExtraAmount(_words(row.parts, tr), row.parts, row.id) for row in here)


def _offered(period: DosePeriod, day: date, slot: str, tr: Translator) -> tuple[ExtraAmount, ...]:
    amounts = (beyond(period, day, slot, share) for share in _SHARES)
    return tuple(ExtraAmount(_words(parts, tr), parts) for parts in amounts if parts and _words(parts, tr))


def _words(parts: tuple[DosePart, ...], tr: Translator) -> str:
    amount = day_total(parts)
    return said_quantity(amount, tr) if amount is not None else ""


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


def blank_now(diary: Diary, tr: Translator) -> dict[str, tuple[Intake, ...]]:
    """By medicine what one key records as taken today: its blank doses whose time of day has begun."""
    day, now = diary.check_in.today(), diary.now()
    due = due_intakes_of(diary, day, tr)
    found: dict[str, tuple[Intake, ...]] = {}
    for slot in dict.fromkeys(each.slot for each in due):
        for intake in blank_and_begun(due, day, now, slot):
            found[intake.medicine] = (*found.get(intake.medicine, ()), intake)
    return found


def begins(slot: str) -> time:
    """From when on a time of day has begun."""
    if slot in _BEGINS:
        return _BEGINS[slot]
    try:
        return time.fromisoformat(slot)
    except ValueError:
        return time()
