"""The rows of the printed tables, made from what the diary hands out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from lupusdiary.domain import comparison
from lupusdiary.domain.day_record import BloodPressure, ReadingValue
from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.lab.reference_range import mark
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import LabResult
from lupusdiary.domain.scale import COUNT, DURATION, NRS, SEVERITY, TEMPERATURE, YES_NO
from lupusdiary.domain.statistics import quartiles, stated_level, summarise
from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.report.summary import LabRow, Mark, PrintedPicture, SymptomRow

_A_WEEK = 7
# More stretches than these cannot be told apart in a picture of 45 mm.
_MOST_STRETCHES = 53
_WORDS = ("text", "pending", "ordinal", "titre")
# After so many days nobody waits for a result any more.
_WAITED_FOR = timedelta(days=60)
# Cut-offs differ several-fold between kits (fact base, anti_dsdna.do_not).
_NUMBERS = (int, float)
_BY_KIT = frozenset({"anti_dsdna"})

Values = Mapping[date, ReadingValue]
UnitOf = Callable[[LabResult], str | None]


def stretch_days(period: Period) -> int:
    """What one mark of a picture stands for: a day, a week, or as many weeks as it needs to stay legible."""
    if 2 * period.days <= _MOST_STRETCHES:
        return 1
    weeks = -(-2 * period.days // (_A_WEEK * _MOST_STRETCHES))
    return _A_WEEK * weeks


def symptom_row(
    symptom: Symptom, now: Values, before: Values, period: Period, recent: Values | None = None
) -> SymptomRow:
    """One item's statistic in `period` (`now`), in the period before it and in the last 14 days (`recent`; by
    default those of both periods)."""
    if recent is None:
        first = Period.ending(period.end, comparison.RECENT_DAYS).start
        recent = {day: value for day, value in {**before, **now}.items() if day >= first}
    level = stated_level(symptom)
    high = {}
    if level is not None:
        high = {day: float(v) for day, v in now.items() if isinstance(v, _NUMBERS) and v >= level}
    return SymptomRow(
        symptom,
        summarise(symptom, now),
        summarise(symptom, before),
        period.days,
        summarise(symptom, recent),
        comparison.is_new(symptom, recent, before),
        tuple(sorted(high.items())),
        _picture(symptom, {**before, **now}, period),
    )


def lab_row(
    analyte: Analyte,
    results: Sequence[LabResult],
    sex: str | None,
    unit_of: UnitOf = lambda r: r.unit,
    *,
    end: date,
    elsewhere: bool = False,
) -> LabRow:
    """An analyte's row at one laboratory; `results` are all of it up to the day `end`, by day."""
    valued = [each for each in results if each.kind != "pending"]
    last = valued[-1] if valued else None
    earlier = [each for each in valued if last is not None and _may_precede(each, last)]
    previous = earlier[-1] if earlier else None
    waiting = [r.collected_on for r in results if r.kind == "pending" and end - r.collected_on <= _WAITED_FOR]
    return LabRow(
        analyte,
        last,
        mark(last, analyte, sex) if last else None,
        previous,
        mark(previous, analyte, sex) if previous else None,
        max((day for day in waiting if last is None or day > last.collected_on), default=None),
        elsewhere,
        _unit(last, unit_of),
        _unit(previous, unit_of),
    )


def _may_precede(earlier: LabResult, last: LabResult) -> bool:
    """Whether a result is of an earlier day, and of the same method where kits differ."""
    if earlier.collected_on >= last.collected_on:
        return False
    known = earlier.method is not None and last.method is not None
    return not (last.analyte in _BY_KIT and known and earlier.method != last.method)


def _unit(result: LabResult | None, unit_of: UnitOf) -> str | None:
    return None if result is None or result.kind in _WORDS else unit_of(result)


def _picture(symptom: Symptom, values: Values, period: Period) -> PrintedPicture:
    """A mark for each stretch of days of the previous period and of this one."""
    size, bars = stretch_days(period), symptom.scale.type in (SEVERITY, YES_NO)
    half = -(-period.days // size)
    # Counted from this period's first day on and back: no stretch lies in both periods.
    by_stretch = _cut(values, [period.start.toordinal() + n * size for n in range(-half, half + 1)])
    height, days, level = _heights(symptom, values), 2 * period.days, stated_level(symptom)
    marks: list[Mark | None] = []
    for number, found in enumerate(by_stretch, -half):
        left, right = (max(0, period.days + n * size) / days for n in (number, number + 1))
        right = min(1.0, right)
        if not found:
            marks.append(None)
        elif bars:
            share = 0 if level is None else sum(number >= level for number in found)
            marks.append(Mark(left, right, share / size, value=share))
        else:
            marks.append(_dot(symptom, found, left, right, height))
    return PrintedPicture(bars, 0.5, tuple(marks) if any(marks) else ())


def _cut(values: Values, edges: Sequence[int]) -> list[list[float]]:
    """The numbers of the days from each edge (an ordinal day) up to the next one."""
    days = sorted(values)
    numbers = [
        float(value.systolic) if isinstance(value, BloodPressure) else float(value)
        for value in map(values.__getitem__, days)
    ]
    ordinals = [day.toordinal() for day in days]
    places = [bisect_left(ordinals, edge) for edge in edges]
    return [numbers[first:last] for first, last in pairwise(places)]


def _dot(
    symptom: Symptom, numbers: list[float], left: float, right: float, height: Callable[[float], float]
) -> Mark:
    if symptom.scale.type not in (NRS, DURATION):
        return Mark(left, right, height(max(numbers)), value=max(numbers))
    low, high = quartiles(numbers)
    middle = float(median(numbers))
    return Mark(left, right, height(middle), height(low), height(high), middle)


def _heights(symptom: Symptom, values: Values) -> Callable[[float], float]:
    if symptom.scale.type == NRS:
        return lambda value: min(1.0, max(0.0, value / 10))
    numbers = [_number(value) for value in values.values()]
    low, high = min(numbers, default=0.0), max(numbers, default=1.0)
    if symptom.scale.type == DURATION:
        low, high = 0.0, max(60.0, high)
    elif symptom.scale.type == COUNT:
        low, high = 0.0, max(1.0, high)
    elif symptom.scale.type == TEMPERATURE:
        low, high = min(36.0, low), max(38.0, high)
    return lambda value: 0.5 if high <= low else min(1.0, max(0.0, (value - low) / (high - low)))


def _number(value: ReadingValue) -> float:
    return float(value.systolic) if isinstance(value, BloodPressure) else float(value)
