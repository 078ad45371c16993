"""What one month of a diary looks like, day by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from lupusdiary.diary import Diary
from lupusdiary.domain.period import Period

WEEKS = 6


@dataclass(frozen=True, slots=True)
class MonthDay:
    """One day of the grid: how much is recorded, its note, and what else happened."""

    day: date
    items: int = 0
    note: str = ""
    timed: int = 0
    labs: int = 0
    events: int = 0
    visits: int = 0
    flare: bool = False

    @property
    def recorded(self) -> bool:
        """Whether anything of the day's own is recorded."""
        return bool(self.items or self.note or self.timed)


def grid_period(month: date) -> Period:
    """The six weeks, Sunday first, in which a month lies."""
    first = month.replace(day=1)
    start = first - timedelta(days=(first.weekday() + 1) % 7)
    return Period(start, start + timedelta(days=7 * WEEKS - 1))


def next_month(month: date, step: int) -> date:
    """The first day of the month `step` months later."""
    months = month.year * 12 + month.month - 1 + step
    return date(months // 12, months % 12 + 1, 1)


def month_days(diary: Diary, month: date) -> list[MonthDay]:
    """The days of the grid of a month; reads only these days."""
    period = grid_period(month)
    records = {record.day: record for record in diary.days.between(period)}
    labs = [result.collected_on for result in diary.labs.all(period)]
    events = [event.day for event in diary.events.all(period)]
    visits = [visit.day for visit in diary.visits.all(period)]
    flares = diary.flares.all(period)
    found = []
    for day in period:
        record = records.get(day)
        found.append(
            MonthDay(
                day,
                items=len(record.readings) if record else 0,
                note=(record.note or "") if record else "",
                timed=len(record.timed) if record else 0,
                labs=labs.count(day),
                events=events.count(day),
                visits=visits.count(day),
                flare=any(flare.start <= day <= (flare.end or diary.today()) for flare in flares),
            )
        )
    return found
