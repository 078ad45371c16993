"""The points of a small line beside a table row, as plain fractions: whoever prints it draws it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from lupusdiary.charts.bins import DAYS, gather, runs
from lupusdiary.charts.panels import ScorePoint
from lupusdiary.domain.period import Period

Line = list[tuple[float, float]]


def sparkline(
    values: Mapping[date, float],
    period: Period,
    *,
    bottom: float | None = None,
    top: float | None = None,
    size: str = DAYS,
) -> list[Line]:
    """Daily values as lines of (x, y), both 0 to 1: x over the period, y from `bottom` to `top` (else from
    the lowest to the highest). A line ends where a day, week or month has no record."""
    kept = [ScorePoint(d, float(v)) for d, v in sorted(values.items()) if d in period]
    stretches = list(runs(gather(kept, size)))
    height = _height([b.middle for s in stretches for b in s], bottom, top)
    return [
        [(_across((b.start.toordinal() + b.end.toordinal()) / 2, period), height(b.middle)) for b in s]
        for s in stretches
    ]


def result_sparkline(
    segments: list[list[tuple[date, float]]],
    period: Period,
    *,
    bottom: float | None = None,
    top: float | None = None,
) -> list[Line]:
    """Laboratory results as lines of (x, y), both 0 to 1; each segment is a line of its own (one assay)."""
    kept = [[(d, v) for d, v in s if d in period] for s in segments]
    height = _height([v for s in kept for _, v in s], bottom, top)
    return [[(_across(d.toordinal(), period), height(v)) for d, v in s] for s in kept if s]


class _height:
    """A value as a fraction of the way from bottom to top; a flat line runs through the middle."""

    def __init__(self, values: list[float], bottom: float | None, top: float | None) -> None:
        self._low = bottom if bottom is not None else min(values, default=0.0)
        self._high = top if top is not None else max(values, default=0.0)

    def __call__(self, value: float) -> float:
        if self._high <= self._low:
            return 0.5
        return min(1.0, max(0.0, (value - self._low) / (self._high - self._low)))


def _across(ordinal: float, period: Period) -> float:
    length = max(1, period.days - 1)
    return min(1.0, max(0.0, (ordinal - period.start.toordinal()) / length))
