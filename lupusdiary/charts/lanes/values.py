"""The values that stand at their points: so many as there is room for, the last, first, highest and lowest
first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lupusdiary.charts.canvas import Area
from lupusdiary.charts.fonts import clean, width


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
    """Writes each value above its point, inside the plot, none over another, and few over the points beside
    it."""
    canvas = area.canvas
    em = canvas.points / 72
    marks = [(area.x(value.x), area.y(value.y)) for value in values]
    taken: list[tuple[float, float, float]] = []
    for value in sorted(values, key=lambda v: -v.rank):
        words = clean(value.words)
        wide = width(words, canvas.points)
        left = min(max(area.x(value.x) - wide / 2, area.left), area.right - wide)
        base = min(area.y(value.y) + em * 0.5, area.top + em * 0.45)
        box = (left - em * 0.2, left + wide + em * 0.2, base)
        if any(box[0] < end and start < box[1] and abs(base - at) < em for start, end, at in taken):
            continue
        middle = base + em * 0.36
        if not value.rank and any(box[0] < x < box[1] and abs(middle - y) < em * 0.6 for x, y in marks):
            continue
        taken.append(box)
        canvas.text(left, base, words, name, colour=colour, halo=True)
