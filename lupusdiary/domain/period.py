"""A stretch of days, both ends included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lupusdiary.language import Refusal

EARLIEST_DAY = date(1900, 1, 1)
LATEST_DAY = date(2199, 12, 31)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def parse_day(text: str) -> date:
    """A calendar day written as 2026-11-22. Raises `Refusal` for anything else."""
    cleaned = text.strip()
    try:
        day = date.fromisoformat(cleaned) if _ISO.fullmatch(cleaned) else None
    except ValueError:
        day = None
    if day is None or not EARLIEST_DAY <= day <= LATEST_DAY:
        raise Refusal("“{text}” is not a date. Write it as 2026-11-22.", text=text[:40])
    return day


def full_years(born: date, day: date) -> int:
    """The age in full years on `day`."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` to `end`, both included."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise Refusal("The period ends before it starts.")

    @classmethod
    def ending(cls, end: date, days: int) -> Period:
        """The `days` days that end with `end`."""
        return cls(end - timedelta(days=days - 1), end)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    def previous(self) -> Period:
        """The period of equal length just before this one."""
        return Period.ending(self.start - timedelta(days=1), self.days)

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def __iter__(self) -> Iterator[date]:
        return map(date.fromordinal, range(self.start.toordinal(), self.end.toordinal() + 1))
