"""What is recorded of a day, and the items that are asked, apart from the other values that a diary keeps: a
verb that writes one score needs only these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

LATER = "later"
COPIED = "copied"
# Copied, then looked at and confirmed on the day itself.
CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True, order=True)
class BloodPressure:
    """Systolic and diastolic pressure in mmHg."""

    systolic: int
    diastolic: int

    def __str__(self) -> str:
        return f"{self.systolic}/{self.diastolic}"


# Scores, counts, minutes, degrees Celsius and kilograms are numbers; yes/no items are bools.
ReadingValue = float | bool | BloodPressure


@dataclass(frozen=True, slots=True)
class TimedEntry:
    """A note or a temperature (degrees Celsius) at a time of one day. `entered` is the temperature as it was
    typed in another unit, e.g. "100.2 [degF]"."""

    at: time
    fever: float | None = None
    note: str | None = None
    how: str | None = None
    id: int | None = field(default=None, compare=False)
    entered: str | None = None


# How an entry came to be that was not made on its day.
HOW = (LATER, COPIED, CONFIRMED)


@dataclass(frozen=True, slots=True)
class DayRecord:
    """All that is recorded of one day. `how` holds "later", "copied" or "confirmed" by symptom code or
    "note"; what was entered on the day itself is absent from it. `entered` holds a value as it was typed in
    another unit than it is kept in, by symptom code: number and UCUM code, e.g. "98.6 [degF]"."""

    day: date
    readings: Mapping[str, ReadingValue] = field(default_factory=dict)
    how: Mapping[str, str] = field(default_factory=dict)
    note: str | None = None
    timed: tuple[TimedEntry, ...] = ()
    entered: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was recorded, which is never the same as zero."""
        return not (self.readings or self.note or self.timed)


@dataclass(frozen=True, slots=True)
class RecordedDays:
    """How many days of a period are recorded, and how each of them came to be: a day counts as on the day
    when anything of it was entered then, else as later when anything was, else as copied."""

    total: int
    on_the_day: int
    later: int
    copied: int

    @property
    def recorded(self) -> int:
        """The days of which anything is recorded, however it came to be."""
        return self.on_the_day + self.later + self.copied


@dataclass(frozen=True, slots=True)
class TrackedSymptom:
    """An item's place in the daily list. An own item carries its `name` and `scale`
    ("nrs", "severity", "yes_no", "count" or "duration_min"); a retired one keeps its history."""

    symptom: str
    tracked: bool
    name: str | None = None
    scale: str | None = None
    retired: bool = False
