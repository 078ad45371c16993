"""On which days a medicine is due: every kind of interval that a prescription or an envelope states."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lupusdiary.domain.medicines.part import WEEKDAYS, DosePart
from lupusdiary.language import Refusal

DAILY, ALTERNATE_DAYS, EVERY_N_DAYS = "daily", "alternate_days", "every_n_days"
ALTERNATING_DOSES, WEEKLY_ONCE, ON_WEEKDAYS = "alternating_doses", "weekly_once", "weekdays"
EVERY_N_WEEKS, MONTHLY, EVERY_N_MONTHS = "every_n_weeks", "monthly", "every_n_months"
DATES, SINGLE, AS_NEEDED, PULSE, NONE = "dates", "single", "as_needed", "pulse", "none"

KINDS = (
    *(DAILY, ALTERNATE_DAYS, EVERY_N_DAYS, ALTERNATING_DOSES, WEEKLY_ONCE, ON_WEEKDAYS, EVERY_N_WEEKS),
    *(MONTHLY, EVERY_N_MONTHS, DATES, SINGLE, AS_NEEDED, PULSE, NONE),
)
_READ_AS = {"every_4_weeks_injection": (EVERY_N_WEEKS, 4)}


@dataclass(frozen=True, slots=True)
class DosePattern:
    """The interval of one period. `anchor` is a day on which it was due; without one the start counts.
    `most` is what an as-needed medicine's paper prints as the most a day."""

    kind: str
    days: int | None = None
    weeks: int | None = None
    months: int | None = None
    weekdays: tuple[str, ...] = ()
    day_of_month: int | None = None
    dates: tuple[date, ...] = ()
    anchor: date | None = None
    occasions: int | None = None
    most: float | None = None
    most_unit: str | None = None

    def due(self, day: date, start: date, parts: Sequence[DosePart] = ()) -> bool:
        """Whether a day from `start` on is a due day."""
        if day < start:
            return False
        if self.kind in {DAILY, ALTERNATING_DOSES, PULSE}:
            return True
        if self.kind in {WEEKLY_ONCE, ON_WEEKDAYS}:
            return WEEKDAYS[day.weekday()] in self.due_weekdays(parts)
        if self.kind == DATES:
            return day in self.dates
        if self.kind == SINGLE:
            return day == start
        if self.kind in {MONTHLY, EVERY_N_MONTHS}:
            return self._due_in_months(day, start)
        step = self.step
        if step is None:
            return False
        passed = (day - (self.anchor or start)).days
        return passed % step == 0 and (self.occasions is None or passed // step < self.occasions)

    @property
    def step(self) -> int | None:
        """The days from one due day to the next where they are always as many."""
        if self.kind == ALTERNATE_DAYS:
            return 2
        if self.kind == EVERY_N_DAYS:
            return self.days or 1
        if self.kind == EVERY_N_WEEKS:
            return 7 * (self.weeks or 1)
        return None

    def due_weekdays(self, parts: Sequence[DosePart]) -> tuple[str, ...]:
        """The weekdays of the pattern, else those that its parts name."""
        return self.weekdays or tuple(
            each for each in WEEKDAYS if any(each in part.weekdays for part in parts)
        )

    def turn(self, day: date, start: date, turns: int) -> int:
        """Which of `turns` amounts a day takes, from 1."""
        return (day - (self.anchor or start)).days % turns + 1

    def _due_in_months(self, day: date, start: date) -> bool:
        since = self.anchor or start
        on = self.day_of_month or since.day
        if day.day != min(on, calendar.monthrange(day.year, day.month)[1]):
            return False
        passed = (day.year - since.year) * 12 + day.month - since.month
        step = (self.months or 1) if self.kind == EVERY_N_MONTHS else 1
        return passed % step == 0

    def last_day(self, start: date) -> date | None:
        """The last due day of a pattern that ends by itself, or None."""
        if self.kind == SINGLE:
            return start
        if self.kind == DATES and self.dates:
            return max(self.dates)
        if self.kind == PULSE and self.days:
            return _after(start, self.days - 1)
        if self.kind == EVERY_N_WEEKS and self.occasions:
            return _after(self.anchor or start, (self.occasions - 1) * 7 * (self.weeks or 1))
        return None


def _after(start: date, days: int) -> date:
    return date.fromordinal(min(start.toordinal() + days, date.max.toordinal()))


def known_pattern(pattern: DosePattern) -> DosePattern:
    """The pattern under a kind of section 2. Raises `Refusal` for a kind that is not known here."""
    if pattern.kind in _READ_AS:
        kind, weeks = _READ_AS[pattern.kind]
        return DosePattern(kind, weeks=pattern.weeks or weeks, anchor=pattern.anchor)
    if pattern.kind not in KINDS:
        raise Refusal("“{kind}” is not a schedule that is known here.", kind=pattern.kind[:40])
    return pattern


def refuse_incomplete(pattern: DosePattern, parts: Sequence[DosePart]) -> None:
    """Raises `Refusal` for a pattern that lacks what its kind needs."""
    known_pattern(pattern)
    if pattern.kind == WEEKLY_ONCE and len(pattern.due_weekdays(parts)) != 1:
        raise Refusal("Choose the weekday: once a week needs one.")
    if pattern.kind == ON_WEEKDAYS and not pattern.due_weekdays(parts):
        raise Refusal("Choose at least one weekday.")
    if pattern.kind == ALTERNATING_DOSES and len({part.turn for part in parts if part.turn}) < 2:
        raise Refusal("Write both amounts: the first day’s and the second day’s.")
    if pattern.kind == PULSE and not pattern.days:
        raise Refusal("Write how many days.")
    if pattern.kind == DATES and not pattern.dates:
        raise Refusal("Write at least one date.")
    if pattern.kind == NONE and parts:
        raise Refusal("Days without the medicine have no amount.")
