"""The stretch of time that a chart shows while it is zoomed and dragged: finer than whole days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lupusdiary.domain.period import Period

LEAST_DAYS = 7.0


@dataclass(frozen=True, slots=True)
class Span:
    """From `first` (a day's ordinal, its midnight) over `days`; both may be broken while the hand moves."""

    first: float
    days: float

    @classmethod
    def of(cls, period: Period) -> Span:
        """The whole days of a period."""
        return cls(float(period.start.toordinal()), float(period.days))

    def period(self) -> Period:
        """The whole days that it shows."""
        start = round(self.first)
        return Period(date.fromordinal(start), date.fromordinal(start + max(1, round(self.days)) - 1))

    def zoomed(self, factor: float, at: float, bounds: Period) -> Span:
        """Shorter (factor below 1) or longer, with the place `at` (0 left to 1 right) where it was."""
        days = min(max(self.days * factor, LEAST_DAYS), float(max(bounds.days, LEAST_DAYS)))
        return Span(self.first + (self.days - days) * at, days).inside(bounds)

    def moved(self, days: float, bounds: Period) -> Span:
        """Earlier or later by some days."""
        return Span(self.first + days, self.days).inside(bounds)

    def inside(self, bounds: Period) -> Span:
        """Kept where the diary has something, as far as it is not longer than that."""
        first, end = float(bounds.start.toordinal()), float(bounds.end.toordinal() + 1)
        latest = max(first, end - self.days) if self.days < end - first else end - self.days
        return Span(min(max(self.first, min(first, latest)), latest), self.days)

    def around(self, day: date, bounds: Period) -> Span:
        """Moved only as far as it takes to show `day`."""
        ordinal = day.toordinal()
        if self.first <= ordinal < self.first + self.days:
            return self
        before = ordinal < self.first
        first = ordinal - self.days * 0.1 if before else ordinal - self.days * 0.9
        return Span(float(round(first)), self.days).inside(bounds)

    def place(self, ordinal: float) -> float:
        """Where a moment is, 0 left to 1 right."""
        return (ordinal - self.first) / self.days
