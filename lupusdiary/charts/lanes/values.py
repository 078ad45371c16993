"""The values that stand at their points: so many as there is room for, the last, first, highest and lowest
first."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from lupusdiary.charts.canvas import Area
from lupusdiary.charts.fonts import clean, width

# Between two values, in ems.
_APART = 0.2
# From left to right, and the base line, in inches.
Box = tuple[float, float, float]
Mark = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Value:
    """A text for a point at `x` (a day's ordinal) and `y` (a height); where room is short the higher `rank`
    stays."""

    x: float
    y: float
    words: str
    rank: int = 0


def ranked(points: Sequence[tuple[float, float, str]]) -> list[Value]:
    """Points (x, y, words) in the order of their days, with their ranks."""
    if not points:
        return []
    heights = [y for _, y, _ in points]
    named = {
        heights.index(min(heights)): 1,
        heights.index(max(heights)): 2,
        0: 3,
        len(points) - 1: 4,
    }
    return [Value(x, y, words, named.get(n, 0)) for n, (x, y, words) in enumerate(points)]


def write_values(area: Area, values: Sequence[Value], name: str, colour: str | None = None) -> None:
    """Writes each value above its point (below it where that is better, beside it where results of one day
    stand over each other), inside the plot, none over another, and few over the points beside it."""
    canvas = area.canvas
    em = canvas.points / 72
    # In the order of their places, so that only neighbours are looked at.
    marks = sorted((area.x(value.x), area.y(value.y)) for value in values)
    taken: list[Box] = []
    widest = 0.0
    for value in sorted(values, key=lambda v: -v.rank):
        words = clean(value.words)
        wide = width(words, canvas.points)
        own = area.x(value.x), area.y(value.y)
        boxes = _places(area, own, wide, em, _same_place(marks, own, em))
        # The widest of those that stand already begins no further to the left than this.
        near = taken[bisect_left(taken, (min(box[0] for box in boxes) - widest, 0.0, 0.0)) :]
        free = [box for box in boxes if not any(_meet(box, other, em) for other in near)]
        found = next((box for box in free if not _covers(box, marks, own, em)), None)
        # What matters most may lie over its neighbours.
        if found is None and value.rank and free:
            found = free[0]
        if found is not None:
            insort(taken, found)
            widest = max(widest, found[1] - found[0])
            canvas.text(found[0] + em * _APART, found[2], words, name, colour=colour, halo=True)


def _same_place(marks: Sequence[Mark], own: Mark, em: float) -> list[float]:
    """The heights of other points at (nearly) the same day: the line to them is upright."""
    first, last = own[0] - em * 0.5, own[0] + em * 0.5
    near = marks[bisect_left(marks, (first, -inf)) : bisect_left(marks, (last, inf))]
    return [y for x, y in near if (x, y) != own]


def _places(area: Area, own: Mark, wide: float, em: float, same: Sequence[float]) -> list[Box]:
    """Where a value may stand, the best place first; never on an upright line to another point."""
    x, y = own
    middle = min(max(x - wide / 2, area.left), area.right - wide)
    found = []
    if not any(other > y for other in same):
        found.append((middle, min(y + em * 0.5, area.top + em * 0.45)))
    if not any(other < y for other in same) and y - em * 1.25 >= area.bottom - em * 0.25:
        found.append((middle, y - em * 1.25))
    if same:
        beside = (x + em * 0.7, x - em * 0.7 - wide)
        found += [(left, y - em * 0.36) for left in beside if area.left <= left <= area.right - wide]
    found = found or [(middle, min(y + em * 0.5, area.top + em * 0.45))]
    return [(left - em * _APART, left + wide + em * _APART, base) for left, base in found]


def _meet(one: Box, other: Box, em: float) -> bool:
    return one[0] < other[1] and other[0] < one[1] and abs(one[2] - other[2]) < em


def _covers(box: Box, marks: Sequence[Mark], own: Mark, em: float) -> bool:
    middle = box[2] + em * 0.36
    near = marks[bisect_left(marks, (box[0], 0.0)) : bisect_left(marks, (box[1], 0.0))]
    return any(abs(middle - y) < em * 0.6 for x, y in near if (x, y) != own)
