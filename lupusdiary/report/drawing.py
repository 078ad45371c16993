"""Small pictures that stay sharp on paper and survive a copy in one ink.

They are black, and where they stand on the page their strokes are two dots of 200 an inch (0.72 pt) wide: a
scan in one bit neither thins nor loses such a line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from lupusdiary.charts.panels import DoseStep
from lupusdiary.domain.period import Period
from lupusdiary.report.summary import Mark, PrintedPicture, SteroidCourse

# In points (1/72 inch).
PICTURE = (128.0, 16.0)
STRIP = (510.0, 10.0)
STEROID = (190.0, 62.0)
# The page shows the strip as it is, the other two at about two thirds.
_STROKE = 0.72
_REDUCED = 1.07
_DOT = 1.15
_ROOM = 1.8
# A day cannot be drawn narrower; then a cell stands for several days.
_NARROWEST = 1.35
_DASHED = 'stroke-dasharray="1.6 1.6"'
_LATER = 0.5
_YEAR = 365
_ONE = timedelta(days=1)


def symptom_picture(picture: PrintedPicture) -> str | None:
    """An SVG of an item over both periods, None when nothing is recorded: dots of medians over the middle
    half, or bars of days; the dashed line is where this period begins."""
    if not picture.marks:
        return None
    wide, tall = PICTURE
    divide = picture.divide * wide
    parts = [
        _line(0, tall - 0.6, wide, tall - 0.6, stroke=_REDUCED),
        _line(divide, 0, divide, tall, _DASHED, stroke=_REDUCED),
    ]
    for mark in picture.marks:
        if mark is not None:
            parts.append(_bar(mark) if picture.bars else _dot(mark))
    return _svg(PICTURE, parts)


def _bar(mark: Mark) -> str:
    wide, tall = PICTURE
    left, right = mark.left * wide, mark.right * wide
    width = max(1.1, min(6.0, right - left - 0.5))
    height = mark.height * (tall - _ROOM)
    return _box((left + right - width) / 2, tall - 0.4 - height, width, height) if height else ""


def _dot(mark: Mark) -> str:
    wide, tall = PICTURE
    x = (mark.left + mark.right) / 2 * wide

    def y(height: float) -> float:
        return tall - _ROOM - 0.4 - height * (tall - 2 * _ROOM - 0.4)

    spread = ""
    if mark.low is not None and mark.high is not None and mark.high > mark.low:
        spread = _line(x, y(mark.low), x, y(mark.high), stroke=_REDUCED)
    return f'{spread}<circle cx="{x:.2f}" cy="{y(mark.height):.2f}" r="{_DOT}"/>'


def record_strip(recorded: Mapping[date, str], period: Period) -> str:
    """An SVG of the recorded days: a tall cell was recorded on the day, a low one later, a low hollow one is
    copied, a line alone is a day without a record. Of very many days a cell is as tall as their share."""
    wide, tall = STRIP
    size = max(1, -(-round(period.days * _NARROWEST) // round(wide)))
    cell = wide / -(-period.days // size)
    gap = min(0.8, cell * 0.22)
    parts = []
    for at, start in enumerate(range(0, period.days, size)):
        days = [period.start + timedelta(days=n) for n in range(start, min(start + size, period.days))]
        left, width = at * cell, cell - gap
        if size == 1:
            parts.append(_cell(recorded.get(days[0]), left, width))
        elif share := sum(day in recorded for day in days) / len(days):
            parts.append(_box(left, tall * (1 - share), width, tall * share))
        else:
            parts.append(_line(left, tall - 0.4, left + width, tall - 0.4))
    return _svg(STRIP, parts)


def _cell(how: str | None, left: float, width: float) -> str:
    tall = STRIP[1]
    if how == "on_the_day":
        return _box(left, 0, width, tall)
    if how == "later":
        return _box(left, tall * _LATER, width, tall * _LATER)
    if how == "copied":
        return (
            f'<rect x="{left + 0.3:.2f}" y="{tall * _LATER:.2f}" width="{max(0.4, width - 0.6):.2f}" '
            f'height="{tall * _LATER - 0.4:.2f}" fill="none" stroke="#000000" stroke-width="{_STROKE}"/>'
        )
    return _line(left, tall - 0.4, left + width, tall - 0.4)


def steroid_picture(course: SteroidCourse, end: date, visit: date | None) -> tuple[str, float]:
    """An SVG of the daily dose over the last year as steps with gaps where no dose is known, and the highest
    dose, whose line is dashed. The dashed upright line is the last visit."""
    wide, tall = STEROID
    first = end - timedelta(days=_YEAR - 1)
    top = max((step.dose for step in course.steps), default=0.0) or 1.0
    parts = [
        _line(0, tall - 1, wide, tall - 1, stroke=_REDUCED),
        _line(0, 2, wide, 2, _DASHED, stroke=_REDUCED),
    ]
    if visit is not None and first < visit < end:
        x = _across(visit, first) * wide
        parts.append(_line(x, 0, x, tall, _DASHED, stroke=_REDUCED))
    for run in _runs(course.steps, first, end):
        points = []
        for start, until, dose in run:
            y = tall - 1 - dose / top * (tall - 3)
            points += [f"{_across(start, first) * wide:.2f},{y:.2f}"]
            points += [f"{_across(until + _ONE, first) * wide:.2f},{y:.2f}"]
        line = " ".join(points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="#000000" stroke-width="1.6"/>')
    return _svg(STEROID, parts), top


def _runs(steps: Sequence[DoseStep], first: date, end: date) -> list[list[tuple[date, date, float]]]:
    """The steps between two days, those without a gap between them together."""
    found: list[list[tuple[date, date, float]]] = []
    for step in steps:
        start, until = max(step.start, first), min(step.end or end, end)
        if start > until:
            continue
        if found and found[-1][-1][1] + _ONE == start:
            found[-1].append((start, until, step.dose))
        else:
            found.append([(start, until, step.dose)])
    return found


def _across(day: date, first: date) -> float:
    return min(1.0, max(0.0, (day - first).days / _YEAR))


def _line(x1: float, y1: float, x2: float, y2: float, more: str = "", stroke: float = _STROKE) -> str:
    return (
        f'<line x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}" '
        f'stroke="#000000" stroke-width="{stroke}" {more}/>'
    )


def _box(x: float, y: float, width: float, height: float) -> str:
    return f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}"/>'


def _svg(size: tuple[float, float], parts: Sequence[str]) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size[0]:g} {size[1]:g}">'
    return "".join([head, *parts, "</svg>"])
