"""What one row of the list of medicines shows: how it is taken, what was recorded of late, and its course."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from lupusdiary.domain.medicines.adherence import adherence, count_day, no_counts
from lupusdiary.domain.medicines.changes import dose_key
from lupusdiary.domain.medicines.dose_wording import dose_words
from lupusdiary.domain.medicines.holding import held_on, segments
from lupusdiary.domain.medicines.intake import Intake
from lupusdiary.domain.medicines.mean_dose import mean_dose
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.part import day_total
from lupusdiary.domain.medicines.pattern import AS_NEEDED
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.medicines.wording import (
    dose_number,
    ingredient_beside,
    medicine_label,
    said_amount,
    said_quantity,
)
from lupusdiary.domain.period import Period
from lupusdiary.language import Translator
from lupusdiary.queries.medicines import MedicineLine, medicines_now
from lupusdiary.queries.visit_medicines import daily_amount, earlier_amount, how_taken

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lupusdiary.diary.diary import Diary

MARKED_DAYS = 28
TAKEN, PARTLY, SKIPPED, UNRECORDED, NOT_DUE = "taken", "partly", "skipped", "unrecorded", "not_due"
PAST, NOW, PLANNED = "past", "now", "planned"
_ONE = timedelta(days=1)
# So many doses before the one of today, and so many ahead, stand in the picture of a course.
_BEFORE, _AHEAD = 2, 3
_FAR = timedelta(days=3660)


@dataclass(frozen=True, slots=True)
class CourseBlock:
    """One dose of a course: its words, its height (None: not comparable), its days; `state` is past, now or
    planned."""

    words: str
    height: float | None
    start: date
    end: date | None
    state: str


@dataclass(frozen=True, slots=True)
class HeardDose:
    """A dose that was heard: the words, when, from which day on; `row` confirms or drops it."""

    words: str
    heard_on: date
    start: date
    department: str | None
    row: int | None


@dataclass(frozen=True, slots=True)
class MedicineRowValues:
    """A row of what is taken now. `name` is what the paper prints, `below` the ingredient and the strength
    where the name does not say them. `marks` are the last 28 days. `plan` is the text of the one that
    holds."""

    line: MedicineLine
    name: str
    below: str
    how: str
    daily: str
    at_last_visit: str
    marks: tuple[str, ...]
    taken: int
    recorded: int
    blocks: tuple[CourseBlock, ...]
    heard: tuple[HeardDose, ...]
    day: date
    plan: str | None = None


def medicine_table(
    diary: Diary, day: date, tr: Translator, last_visit: date | None = None
) -> tuple[MedicineRowValues, ...]:
    """The rows of what is taken on a day; `last_visit` is the day that its column compares with."""
    lines = medicines_now(diary, day, tr, sensitive=True)
    if not lines:
        return ()
    medicines = {medicine.code: medicine for medicine in diary.medicines.all()}
    period = Period.ending(day, MARKED_DAYS)
    rows: dict[str, list[Intake]] = {}
    for row in diary.intakes.all(period):
        rows.setdefault(row.medicine, []).append(row)
    return tuple(
        _row(line, medicines[line.code], rows.get(line.code, ()), period, day, tr, last_visit)
        for line in lines
    )


def _row(
    line: MedicineLine,
    medicine: Medication,
    rows: Sequence[Intake],
    period: Period,
    day: date,
    tr: Translator,
    last_visit: date | None,
) -> MedicineRowValues:
    now = held_on(medicine, day).period
    assert now is not None
    counts = adherence(medicine, rows, period, day)
    was = held_on(medicine, last_visit - _ONE).period if last_visit is not None else None
    plan = medicine.plans_by_name.get(now.plan or "")
    return MedicineRowValues(
        line=line,
        name=medicine.name,
        below=_below(medicine, now, tr),
        how=how_taken(now, tr),
        daily=daily_amount(now, counts if rows else None, tr),
        at_last_visit=earlier_amount(now, was, tr) if last_visit is not None else "",
        marks=marks(medicine, rows, period) if now.kind != AS_NEEDED else (),
        taken=counts.taken,
        recorded=counts.recorded,
        blocks=course_blocks(medicine, day, tr),
        heard=heard_doses(medicine),
        day=day,
        plan=plan.text if plan is not None else None,
    )


def _below(medicine: Medication, now: DosePeriod, tr: Translator) -> str:
    """What stands below the printed name: the ingredient and the one strength, unless the name says them."""
    strengths = {
        said_quantity_of(part.strength, part.unit, tr)
        for part in now.parts
        if part.strength is not None and part.unit is not None
    }
    strength = strengths.pop() if len(strengths) == 1 else ""
    if _is_printed(strength, medicine.name):
        strength = ""
    return " · ".join(each for each in (ingredient_beside(medicine, tr), strength) if each)


def _is_printed(strength: str, name: str) -> bool:
    """Whether a name says a strength, with or without a blank: 2.5 mg is in “정2.5mg”, 5 mg is not."""
    wanted = re.escape(strength.replace(" ", "").casefold())
    return re.search(rf"(?<![\d.,]){wanted}(?![a-z])", name.replace(" ", "").casefold()) is not None


def said_quantity_of(value: float, unit: str, tr: Translator) -> str:
    """A strength as it is printed: 5 mg, 1000 IU."""
    return said_amount(dose_number(value), unit, tr)


def marks(medicine: Medication, rows: Sequence[Intake], period: Period) -> tuple[str, ...]:
    """What is known of each day of a period: taken, partly or not taken, unrecorded, not due."""
    by_day: dict[date, list[Intake]] = {}
    for row in rows:
        by_day.setdefault(row.day, []).append(row)
    found: list[str] = []
    for first, last, held in segments(medicine, period.start, period.end):
        for day in Period(first, last):
            counts = no_counts()
            if held.period is not None and not held.period.is_none:
                count_day(counts, held.period, day, by_day.get(day, ()))
            found.append(_mark(counts))
    return tuple(found)


def _mark(counts: Mapping[str, int]) -> str:
    if not counts["due"]:
        return NOT_DUE
    if not counts["recorded"]:
        return UNRECORDED
    return PARTLY if counts["partly"] else SKIPPED if counts["skipped"] else TAKEN


def course_blocks(medicine: Medication, day: date, tr: Translator) -> tuple[CourseBlock, ...]:
    """The doses before the one of today and those that its plan says come next; nothing while it was always
    the same."""
    runs: list[tuple[date, date | None, DosePeriod, object]] = []
    first = min((period.start for period in medicine.periods), default=day)
    for start, end, held in segments(medicine, max(first, day - _FAR), day + _FAR):
        period = held.period
        key = None if period is None or period.is_none else dose_key(period)
        if period is None or key is None:
            continue
        last = None if end == day + _FAR and period.last is None else end
        if runs and runs[-1][3] == key and runs[-1][1] == start - _ONE:
            runs[-1] = (runs[-1][0], last, period, key)
        else:
            runs.append((start, last, period, key))
    at = next((number for number, run in enumerate(runs) if run[1] is None or run[1] >= day), len(runs) - 1)
    shown = runs[max(0, at - _BEFORE) : at + 1 + _AHEAD]
    if len(shown) < 2:
        return ()
    return tuple(_block(start, end, period, day, tr) for start, end, period, _ in shown)


def _block(start: date, end: date | None, period: DosePeriod, day: date, tr: Translator) -> CourseBlock:
    mean, total = mean_dose(period), day_total(period.parts) if period.parts else None
    daily = mean is not None and total is not None and total.value == mean.value
    state = PLANNED if start > day else PAST if end is not None and end < day else NOW
    words = said_quantity(total, tr) if daily and total is not None else dose_words(period, tr)
    return CourseBlock(words, float(mean.value) if mean is not None else None, start, end, state)


def heard_doses(medicine: Medication) -> tuple[HeardDose, ...]:
    """What was heard of a medicine and is not confirmed yet."""
    return tuple(
        HeardDose(each.printed or "", each.heard_on, each.start, each.department, each.id)
        for each in medicine.heard
        if each.heard_on is not None
    )


@dataclass(frozen=True, slots=True)
class HeardMedicine:
    """A medicine of which nothing but what was heard is known, or that is not taken now."""

    code: str
    label: str
    heard: tuple[HeardDose, ...]


def heard_beside(diary: Diary, shown: frozenset[str], tr: Translator) -> tuple[HeardMedicine, ...]:
    """What was heard of medicines that are not among those `shown`."""
    return tuple(
        HeardMedicine(medicine.code, medicine_label(medicine, tr), heard_doses(medicine))
        for medicine in diary.medicines.all()
        if medicine.heard and medicine.code not in shown
    )
