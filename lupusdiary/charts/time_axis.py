"""Where the time axis is named: years, months, weeks or days, as many as there is room for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lupusdiary.domain.period import Period
from lupusdiary.language import Translator


@dataclass(frozen=True, slots=True)
class TimeTick:
    """A named day of the time axis; the name of a month or year is that of the whole time to the next
    tick."""

    day: date
    label: str
    lasting: bool = False
    short: str = ""


_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240)
_DAY_STEPS = (1, 2, 7, 14)


def time_ticks(period: Period, room: int, tr: Translator) -> list[TimeTick]:
    """At most about `room` ticks for the period, the finest that fit."""
    for step in _DAY_STEPS:
        if period.days / step <= room:
            return [TimeTick(d, tr.date(d, "day")) for d in _days(period, step)]
    for step in _MONTH_STEPS:
        if period.days / 30.4 / step <= room:
            return _named(list(_months(period, step)), step, tr)
    return _named(list(_months(period, _MONTH_STEPS[-1])), _MONTH_STEPS[-1], tr)


def _named(days: list[date], step: int, tr: Translator) -> list[TimeTick]:
    if step >= 12:
        return [TimeTick(d, tr.date(d, "year"), step == 12) for d in days]
    found = []
    for day in days:
        name = tr.date(day, "month_name")
        # A January names its year where there is room; the others are read from it.
        label = tr.date(day, "month_short") if day.month == 1 else name
        found.append(TimeTick(day, label, step == 1, name if step == 1 else ""))
    return found


def _days(period: Period, step: int) -> Iterator[date]:
    first = period.start
    if step >= 7:
        # Weeks start on Sunday, as on a Korean calendar.
        first += timedelta(days=(6 - first.weekday()) % 7)
    while first <= period.end:
        yield first
        first += timedelta(days=step)


def _months(period: Period, step: int) -> Iterator[date]:
    months = period.start.year * 12 + period.start.month - 1
    if period.start.day > 1:
        months += 1
    months += -months % step
    while (day := date(months // 12, months % 12 + 1, 1)) <= period.end:
        yield day
        months += step
