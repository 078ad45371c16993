"""What a period says about one item, by the statistic that the fact base names for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median

from lupusdiary.domain.records import ReadingValue
from lupusdiary.domain.symptom import Symptom

HIGH_SCORE = 7
SEVERE = 3


@dataclass(frozen=True, slots=True)
class Summary:
    """An item over the recorded days of a period. `statistic` is the item's own; only its fields are filled.

    `days` counts days at 7 or more, days at “severe” or days with “yes”; `value` on `day` is the highest
    value with the latest date that has it, or, for weight and blood pressure, the last one.
    """

    statistic: str
    recorded: int
    median: float | None = None
    days: int | None = None
    total: int | None = None
    value: ReadingValue | None = None
    day: date | None = None


def summarise(symptom: Symptom, values: Mapping[date, ReadingValue]) -> Summary | None:
    """The item's statistic over days with a value; None when no day has one (symptoms.json, meta)."""
    if not values:
        return None
    statistic, recorded = symptom.summary_statistic, len(values)
    if statistic == "last_with_date":
        day = max(values)
        return Summary(statistic, recorded, value=values[day], day=day)
    numbers = {day: float(value) for day, value in values.items() if isinstance(value, int | float)}
    if statistic == "max_with_date":
        day = max(numbers, key=lambda each: (numbers[each], each))
        return Summary(statistic, recorded, value=values[day], day=day)
    if statistic == "total":
        return Summary(statistic, recorded, total=int(sum(numbers.values())))
    if statistic == "median":
        return Summary(statistic, recorded, median=float(median(numbers.values())))
    if statistic == "median_and_days_ge_7":
        high = sum(number >= HIGH_SCORE for number in numbers.values())
        return Summary(statistic, recorded, median=float(median(numbers.values())), days=high)
    threshold = {"days_severe": SEVERE, "days_yes": 1}[statistic]
    return Summary(statistic, recorded, days=sum(number >= threshold for number in numbers.values()))
