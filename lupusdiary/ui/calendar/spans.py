"""The days that a month or a year of the calendar shows."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from lupusdiary.domain.period import Period


def grid_period(month: date) -> Period:
    """The whole weeks, Sunday first, in which a month lies."""
    first = month.replace(day=1)
    last = first.replace(day=monthrange(first.year, first.month)[1])
    start = first - timedelta(days=(first.weekday() + 1) % 7)
    return Period(start, last + timedelta(days=(5 - last.weekday()) % 7))


def year_period(year: int) -> Period:
    """A whole year."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def next_month(month: date, step: int) -> date:
    """The first day of the month `step` months later."""
    months = month.year * 12 + month.month - 1 + step
    return date(months // 12, months % 12 + 1, 1)


def month_later(day: date, step: int) -> date:
    """The same day of another month, or its last one."""
    first = next_month(day, step)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))
