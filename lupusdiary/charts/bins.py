"""Days gathered into weeks or months when a chart has no room for each of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import itemgetter
from statistics import median

from lupusdiary.charts.panels import ScorePoint
from lupusdiary.domain.period import Period

DAYS = "days"
WEEKS = "weeks"
MONTHS = "months"

# A mark and its neighbour stay apart from about three logical pixels (1/96 inch) on, a tile from six.
_ROOM = 3.0
TILE_ROOM = 6.0


@dataclass(frozen=True, slots=True)
class Bin:
    """The recorded days of one day, week or month: their median, lowest and highest value and their number;
    `total` is the sum of the values (of yes/no items: the days with yes), `middle_low` the median of the
    lower pressures."""

    start: date
    end: date
    middle: float
    low: float
    high: float
    days: int
    total: float
    middle_low: float


def fitting(period: Period, width_inches: float, room: float = _ROOM) -> str:
    """The finest of days, weeks and months that a plot of this width has room for."""
    a_day = width_inches * 96 / period.days
    if a_day >= room:
        return DAYS
    return WEEKS if a_day * 7 >= room else MONTHS


def bin_start(day: date, size: str) -> date:
    """The first day of the day's bin; weeks start on Sunday."""
    if size == MONTHS:
        return day.replace(day=1)
    if size == WEEKS:
        return day - timedelta(days=(day.weekday() + 1) % 7)
    return day


def bin_end(start: date, size: str) -> date:
    """The last day of the bin that starts on `start`."""
    if size == MONTHS:
        return (start.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return start + timedelta(days=6 if size == WEEKS else 0)


def gather(points: Sequence[ScorePoint], size: str) -> list[Bin]:
    """Sorted points, one a day, by week or month; a bin without a recorded day does not exist."""
    if size == DAYS:
        return [_bin(point.day, point.day, (point,)) for point in points]
    found = []
    at = 0
    while at < len(points):
        start = bin_start(points[at].day, size)
        end = bin_end(start, size)
        # Of decades not every day is asked where its month ends.
        after = bisect_right(points, end, at, key=itemgetter(0))
        found.append(_bin(start, end, points[at:after]))
        at = after
    return found


def runs(bins: list[Bin]) -> Iterator[list[Bin]]:
    """The bins in stretches without an empty bin between them."""
    stretch: list[Bin] = []
    for found in bins:
        if stretch and (found.start - stretch[-1].end).days > 1:
            yield stretch
            stretch = []
        stretch.append(found)
    if stretch:
        yield stretch


def _bin(start: date, end: date, points: Sequence[ScorePoint]) -> Bin:
    values = [point.value for point in points]
    lower = [point.low for point in points if point.low is not None]
    middle = median(values)
    return Bin(
        start, end, middle, min(lower or values), max(values), len(values), sum(values),
        median(lower) if lower else middle,
    )  # fmt: skip
