"""How a fictional value runs through the years: points in time, and chance alike on every machine."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from random import Random


class Trend:
    """Straight lines between points written as "2025-01-20 7.2, 2025-05-10 7.4"; level before and after."""

    def __init__(self, points: str) -> None:
        pairs = [point.split() for point in points.split(",")]
        self._days = [date.fromisoformat(day).toordinal() for day, _ in pairs]
        self._values = [float(value) for _, value in pairs]

    def at(self, day: date) -> float:
        """The value on a day."""
        ordinal = day.toordinal()
        after = bisect_right(self._days, ordinal)
        if after == 0:
            return self._values[0]
        if after == len(self._days):
            return self._values[-1]
        start, end = self._days[after - 1], self._days[after]
        low, high = self._values[after - 1], self._values[after]
        return low + (high - low) * (ordinal - start) / (end - start)


class Chance:
    """Random numbers of one story and one day, so that a longer story begins like a shorter one.

    Only `random()` and plain arithmetic: logarithms and sines may differ in the last digit between machines.
    """

    def __init__(self, story: str, day: date, purpose: str) -> None:
        self._random = Random(f"{story} {day.isoformat()} {purpose}")

    def share(self) -> float:
        """Evenly from 0 to 1."""
        return self._random.random()

    def happens(self, probability: float) -> bool:
        """True as often as `probability` says."""
        return self.share() < probability

    def around(self) -> float:
        """Around 0, mostly within -1 and 1, like a bell."""
        return (self.share() + self.share() + self.share() + self.share() - 2) * 1.7


def summer(day: date) -> float:
    """0 in the dark half of the year, 1 in early July."""
    return max(0.0, 1 - abs(day.timetuple().tm_yday - 187) / 90)


def winter(day: date) -> float:
    """0 in the warm half of the year, 1 in the middle of January."""
    from_january = abs((day.timetuple().tm_yday - 15 + 182) % 365 - 182)
    return max(0.0, 1 - from_january / 80)


def rounded(value: float, step: float) -> int | float:
    """The nearest multiple of `step`: whole numbers as int."""
    count = int(value / step + 0.5) if value >= 0 else -int(0.5 - value / step)
    return count if step == 1 else int(count * step) if step == int(step) else round(count * step, 4)
