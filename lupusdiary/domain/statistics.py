"""What a period says about one item, by the statistic that the fact base names for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import median, quantiles

from lupusdiary.domain.day_record import ReadingValue
from lupusdiary.domain.scale import SEVERITY
from lupusdiary.domain.symptom_item import Symptom

SEVERE = 3

# The level from which on a day counts, as each statistic of symptoms.json states it.
_LEVELS = {
    "median_quartiles_and_days_ge_7": 7.0,
    "days_moderate_or_worse": 2.0,
    "median_quartiles_and_days_ge_30": 30.0,
    "max_with_date_and_days_ge_38": 38.0,
    "days_yes": 1.0,
}
# A tuple: of sixty years of values a union would be built anew for each.
_NUMBERS = (int, float)
_LAST = "last_with_date"
_TOTAL = "total"
_HIGHEST = frozenset({"max_with_date", "max_with_date_and_days_ge_38"})


@dataclass(frozen=True, slots=True)
class Summary:
    """An item over the recorded days of a period. `statistic` is the item's own; only its fields are filled.

    `days` counts days at or above the stated level, `severe` those at “severe”; `quartiles` are the lower and
    the upper one (linear between neighbours). `value` on `day` is the highest value with the latest date that
    has it, or, for weight and blood pressure, the last one. `mean` is what two periods are compared by,
    `high` the highest number of any of the days.
    """

    statistic: str
    recorded: int
    median: float | None = None
    quartiles: tuple[float, float] | None = None
    days: int | None = None
    severe: int | None = None
    total: int | None = None
    value: ReadingValue | None = None
    day: date | None = None
    mean: Fraction | None = None
    high: float | None = None


def stated_level(symptom: Symptom) -> float | None:
    """From which value on a day of this item is counted; None where the fact base states none."""
    return _LEVELS.get(symptom.summary_statistic)


def at_level(symptom: Symptom, value: ReadingValue) -> bool:
    """Whether a value is at or above the item's stated level."""
    level = stated_level(symptom)
    return level is not None and isinstance(value, int | float) and value >= level


def summarise(symptom: Symptom, values: Mapping[date, ReadingValue]) -> Summary | None:
    """The item's statistic over days with a value; None when no day has one (symptoms.json, meta)."""
    if not values:
        return None
    statistic, recorded = symptom.summary_statistic, len(values)
    numbers = {day: value for day, value in values.items() if isinstance(value, _NUMBERS)}
    # No value has more than one decimal, so the sum of them is exact in tenths.
    mean = Fraction(round(10 * sum(numbers.values())), 10 * len(numbers)) if numbers else None
    if statistic == _LAST:
        day = max(values)
        return Summary(statistic, recorded, value=values[day], day=day, mean=mean)
    high = float(max(numbers.values(), default=0.0))
    level = stated_level(symptom)
    days = None if level is None else sum(number >= level for number in numbers.values())
    if statistic in _HIGHEST:
        day = max(numbers, key=lambda each: (numbers[each], each))
        return Summary(statistic, recorded, days=days, value=values[day], day=day, mean=mean, high=high)
    if statistic == _TOTAL:
        return Summary(statistic, recorded, total=int(sum(numbers.values())), mean=mean, high=high)
    if statistic.startswith("median"):
        in_order = sorted(numbers.values())
        middle, ends = float(median(in_order)), quartiles(in_order)
        return Summary(statistic, recorded, median=middle, quartiles=ends, days=days, mean=mean, high=high)
    severe = sum(n >= SEVERE for n in numbers.values()) if symptom.scale.type == SEVERITY else None
    return Summary(statistic, recorded, days=days, severe=severe, high=high)


def quartiles(numbers: list[float]) -> tuple[float, float]:
    """The lower and the upper quartile, linear between neighbours."""
    if len(numbers) == 1:
        return float(numbers[0]), float(numbers[0])
    low, _, high = quantiles(numbers, n=4, method="inclusive")
    return float(low), float(high)
