"""Medicines in a picture: the daily steroid dose as steps, and every medicine at one dose as a bar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from lupusdiary.charts.panels import DosePanel, DoseStep, MedicineBar
from lupusdiary.domain.medicines.changes import dose_key
from lupusdiary.domain.medicines.dose_course import is_counted
from lupusdiary.domain.medicines.dose_wording import dose_words
from lupusdiary.domain.medicines.holding import segments
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.pattern import AS_NEEDED
from lupusdiary.domain.medicines.wording import medicine_label
from lupusdiary.domain.period import Period
from lupusdiary.language import Translator
from lupusdiary.queries.exposure import Exposures

_ONE = timedelta(days=1)


def dose_panel(exposures: Exposures, period: Period, today: date, tr: Translator) -> DosePanel | None:
    """The daily steroid dose of a period as mg of prednisolone; None when no day is known."""
    if not any(is_counted(medicine) for medicine in exposures.medicines):
        return None
    known = exposures.known(period, today)
    ahead = exposures.of(period, today).planned.by_day if period.end > today else {}
    steps = steroid_steps(known, ahead, today)
    unit = tr.text("mg as prednisolone, approximate")
    return DosePanel(tr.text("Steroid"), unit, steps) if steps else None


def steroid_steps(
    known: Mapping[date, Fraction], planned: Mapping[date, Fraction], today: date
) -> tuple[DoseStep, ...]:
    """The daily dose as known up to today, then as planned. Two doses day by day in turn are one step of
    their mean; days that are not known are gaps."""
    ahead = {day: mg for day, mg in planned.items() if day > today}
    known = {day: mg for day, mg in known.items() if day <= today}
    return (*_steps(known, planned=False), *_steps(ahead, planned=True))


def _steps(by_day: Mapping[date, Fraction], *, planned: bool) -> list[DoseStep]:
    days = sorted(by_day)
    found = []
    at = 0
    while at < len(days):
        last = _run(days, by_day, at, 1)
        turn = _run(days, by_day, at, 2)
        # A turn of two is one only where it comes round at least twice.
        mean = by_day[days[at]]
        if last == at and turn >= at + 3:
            mean = (by_day[days[at]] + by_day[days[at + 1]]) / 2
            last = turn
        found.append(DoseStep(days[at], round(float(mean), 2), days[last], planned))
        at = last + 1
    return found


def _run(days: Sequence[date], by_day: Mapping[date, Fraction], at: int, turn: int) -> int:
    """The last of the days in a row that repeat the dose of `turn` days before."""
    last = at
    while last + 1 < len(days) and days[last + 1] - days[last] == _ONE:
        if last + 1 - turn >= at and not _equal(by_day[days[last + 1]], by_day[days[last + 1 - turn]]):
            break
        last += 1
    return last


def _equal(one: Fraction, other: Fraction) -> bool:
    """Whether two doses are the same; days that are alike share one object, which is quicker to tell."""
    return one is other or one == other


def medicine_bars(
    medicines: Sequence[Medication], period: Period, today: date, tr: Translator
) -> tuple[MedicineBar, ...]:
    """Each medicine at each dose; what is printed only when it is ticked is left out, and so are the steroids
    that the steps show. A dose that was only heard is a bar of its own, a steroid's too: no step knows it."""
    found: list[MedicineBar] = []
    for medicine in medicines:
        if medicine.sensitive:
            continue
        if not is_counted(medicine):
            found += _bars(medicine, period, today, tr)
        found += _heard_bars(medicine, period, tr)
    return tuple(sorted(found, key=lambda bar: bar.start))


def _heard_bars(medicine: Medication, period: Period, tr: Translator) -> list[MedicineBar]:
    """Each dose that was heard, up to the next step that was heard with it."""
    label = medicine_label(medicine, tr)
    found: list[MedicineBar] = []
    for each in medicine.heard:
        steps = (other.start for other in medicine.heard if other.printed == each.printed)
        after = min((start for start in steps if start > each.start), default=None)
        end = each.last if after is None else after - _ONE
        if each.start > period.end or (end is not None and end < period.start):
            continue
        dose = dose_words(each, tr) if each.parts or each.is_none else ""
        words = tr.text("heard: {medicine}", medicine=f"{label} {dose}".strip())
        found.append(MedicineBar(words, each.start, end, heard=True))
    return found


def _bars(medicine: Medication, period: Period, today: date, tr: Translator) -> list[MedicineBar]:
    label = medicine_label(medicine, tr)
    found: list[MedicineBar] = []
    key: object = None
    for first, last, held in segments(medicine, period.start, period.end):
        current = held.period
        # As needed is no course: how often it was really used is not known from it.
        if current is None or current.is_none or current.kind == AS_NEEDED:
            key = None
            continue
        end = None if last == period.end and current.last is None else last
        same = (dose_key(current), first > today)
        if found and same == key:
            found[-1] = replace(found[-1], end=end)
        else:
            dose = dose_words(current, tr)
            shorter = (f"{medicine.name} {dose}", medicine.name)
            found.append(MedicineBar(f"{label} {dose}", first, end, planned=first > today, shorter=shorter))
        key = same
    return found
