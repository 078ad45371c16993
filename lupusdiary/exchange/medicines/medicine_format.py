"""Medicines, what was taken, allergies and side effects, to and from plain JSON values.

    "medicines": [{"id", "name", "ingredient", "route", "form", "kind", "sensitive",
      "plans": [{"plan", "written_on", "text", "left"}],
      "periods": [{"start", "end", "planned", "plan", "pattern": {"kind", ...}, "parts": [{...}], ...}],
      "heard": [{as a period, "heard_on"}]}],
    "taken": [{"day", "medicine", "state", "intake", "at", "how", "parts", "note"}],
    "allergies": [{"name", "ingredient", "reactions", "first_on", "told_by", "note"}],
    "side_effects": [{"medicine", "start", "end", "what", "severity", "told_on", "note"}]

Each is absent when it is empty; the lists keep the order of entry, `taken` is sorted by day.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import Any

from lupusdiary.domain.medicines.allergy import TOLD_BY, Allergy
from lupusdiary.domain.medicines.intake import STATES, Intake
from lupusdiary.domain.medicines.medicine import MEDICINE_KINDS, ROUTES, Medication, Plan
from lupusdiary.domain.medicines.part import WEEKDAYS, DosePart
from lupusdiary.domain.medicines.pattern import DosePattern, known_pattern
from lupusdiary.domain.medicines.period import MEALS, REASONS, DosePeriod
from lupusdiary.domain.medicines.side_effect import SEVERITIES, SideEffect
from lupusdiary.domain.period import parse_day
from lupusdiary.exchange.entry import Entry, text_of, time_of
from lupusdiary.exchange.fault import Place
from lupusdiary.exchange.gather import Gathered
from lupusdiary.exchange.plain_values import plain
from lupusdiary.language import Refusal

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class MedicineRecords:
    """All that a document says of medicines."""

    medicines: tuple[Medication, ...] = ()
    taken: tuple[Intake, ...] = ()
    allergies: tuple[Allergy, ...] = ()
    side_effects: tuple[SideEffect, ...] = ()


def encode_medicines(records: MedicineRecords) -> Plain:
    """The four keys of the document, as far as there is something to say."""
    found = {
        "medicines": [_values(each) for each in records.medicines],
        "taken": [_values(each) for each in sorted(records.taken, key=lambda row: row.day)],
        "allergies": [_values(each) for each in records.allergies],
        "side_effects": [_values(each) for each in records.side_effects],
    }
    return {key: value for key, value in found.items() if value}


def _values(record: Any) -> Plain:
    """The fields of a record that say something, in their order; nested records are objects in turn."""
    found: Plain = {}
    for field in fields(record):
        value = getattr(record, field.name)
        # `planned` is always written; of the other flags only what is true.
        if field.name == "id" or value is None or value == () or (value is False and field.name != "planned"):
            continue
        found["id" if field.name == "code" else field.name] = _plain(value)
    return found


def _plain(value: object) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Plan | DosePeriod | DosePart | DosePattern):
        return _values(value)
    return plain(value)


def gather_medicines(lists: Gathered) -> MedicineRecords:
    """What the four keys of the document say, without the rows that are wrong: those are among the faults."""
    medicines = lists.sorted("medicines", read_medicine)
    codes = Counter(medicine.code for medicine in medicines)
    for code in (code for code, number in codes.items() if number > 1):
        why = Refusal("Two medicines have the id “{id}”.", id=code[:40])
        lists.faults.add(Place("medicines", item=code[:40]), why)
    taken = lists.sorted("taken", _read_intake, attrgetter("day"))
    side_effects = lists.sorted("side_effects", _read_side_effect)
    named = [("taken", row.medicine) for row in taken]
    for name, code in dict.fromkeys([*named, *(("side_effects", each.medicine) for each in side_effects)]):
        if code not in codes:
            why = Refusal("There is no medicine “{id}”.", id=code[:40])
            lists.faults.add(Place(name, item=code[:40]), why)
    return MedicineRecords(
        medicines,
        tuple(row for row in taken if row.medicine in codes),
        lists.sorted("allergies", _read_allergy),
        tuple(each for each in side_effects if each.medicine in codes),
    )


def read_medicine(entry: Entry) -> Medication:
    """One object of `medicines`."""
    return Medication(
        code=entry.must("id"),
        name=entry.must("name"),
        ingredient=entry.string("ingredient"),
        route=entry.choice("route", ROUTES),
        form=entry.string("form"),
        kind=entry.choice("kind", MEDICINE_KINDS),
        sensitive=entry.flag("sensitive") or False,
        plans=tuple(entry.each("plans", _read_plan)),
        periods=tuple(entry.each("periods", _read_period)),
        heard=tuple(entry.each("heard", _read_heard)),
    )


def _read_plan(entry: Entry) -> Plan:
    return Plan(entry.must("plan"), entry.day("written_on"), entry.string("text"), entry.day("left"))


def _read_period(entry: Entry) -> DosePeriod:
    planned = entry.flag("planned")
    if planned is None:
        raise Refusal("“{field}” is missing.", field="planned")
    return DosePeriod(
        start=entry.must_day("start"),
        end=entry.day("end"),
        planned=planned,
        plan=entry.string("plan"),
        pattern=entry.inner("pattern", _read_pattern),
        parts=tuple(entry.each("parts", _read_part)),
        meal=entry.choice("meal", MEALS),
        site=entry.string("site"),
        supply_days=_whole(entry, "supply_days"),
        dispensed_on=entry.day("dispensed_on"),
        prescribed_on=entry.day("prescribed_on"),
        hospital=entry.string("hospital"),
        department=entry.string("department"),
        pharmacy=entry.string("pharmacy"),
        printed=entry.string("printed"),
        note=entry.string("note"),
        reason=entry.choice("reason", REASONS),
        reason_text=entry.string("reason_text"),
    )


def _read_heard(entry: Entry) -> DosePeriod:
    """A dose that was heard: as a period, with the day on which it was heard."""
    heard_on = entry.must_day("heard_on")
    return replace(_read_period(entry), heard_on=heard_on)


def _read_pattern(entry: Entry) -> DosePattern:
    return known_pattern(
        DosePattern(
            kind=entry.must("kind"),
            days=_whole(entry, "days"),
            weeks=_whole(entry, "weeks"),
            months=_whole(entry, "months"),
            weekdays=_weekdays(entry),
            day_of_month=_whole(entry, "day_of_month", 31),
            dates=tuple(parse_day(text_of(each, "dates")) for each in entry.items("dates")),
            anchor=entry.day("anchor"),
            occasions=_whole(entry, "occasions"),
            most=entry.number("most"),
            most_unit=entry.string("most_unit"),
        )
    )


def _read_part(entry: Entry) -> DosePart:
    at = tuple(text_of(each, "at") for each in entry.items("at"))
    return DosePart(
        strength=entry.number("strength"),
        unit=entry.string("unit"),
        amount=entry.number("amount"),
        amount_unit=entry.string("amount_unit"),
        amount_to=entry.number("amount_to"),
        times=_whole(entry, "times", allow_any=True),
        at=at,
        weekdays=_weekdays(entry),
        turn=_whole(entry, "turn"),
        strength_text=entry.string("strength_text"),
        product=entry.string("product"),
        product_code=entry.string("product_code"),
    )


def _weekdays(entry: Entry) -> tuple[str, ...]:
    found = tuple(text_of(each, "weekdays") for each in entry.items("weekdays"))
    for each in found:
        if each not in WEEKDAYS:
            raise Refusal("“{field}” must be one of {words}.", field="weekdays", words=", ".join(WEEKDAYS))
    return found


def _whole(entry: Entry, field: str, most: int = 100_000, *, allow_any: bool = False) -> int | None:
    """A whole number of something counted, from 1; a number of intakes is judged where it is kept."""
    value = entry.number(field)
    if value is None:
        return None
    if not float(value).is_integer() or not (allow_any or 1 <= value <= most):
        raise Refusal("“{field}” must be a whole number, 1 or more.", field=field)
    return int(value)


def _read_intake(entry: Entry) -> Intake:
    at = entry.string("at")
    state = entry.choice("state", STATES)
    if state is None:
        raise Refusal("“{field}” is missing.", field="state")
    return Intake(
        day=entry.must_day("day"),
        medicine=entry.must("medicine"),
        state=state,
        intake=entry.string("intake"),
        at=None if at is None else time_of(at),
        how=entry.string("how"),
        parts=tuple(entry.each("parts", _read_part)),
        note=entry.string("note"),
    )


def _read_allergy(entry: Entry) -> Allergy:
    return Allergy(
        name=entry.must("name"),
        ingredient=entry.string("ingredient"),
        reactions=tuple(text_of(each, "reactions") for each in entry.items("reactions")),
        first_on=entry.day("first_on"),
        told_by=entry.choice("told_by", TOLD_BY),
        note=entry.string("note"),
    )


def _read_side_effect(entry: Entry) -> SideEffect:
    return SideEffect(
        medicine=entry.must("medicine"),
        what=entry.must("what"),
        start=entry.day("start"),
        end=entry.day("end"),
        severity=entry.choice("severity", SEVERITIES),
        told_on=entry.day("told_on"),
        note=entry.string("note"),
    )
