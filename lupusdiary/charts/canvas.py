"""A page in inches, and the areas of its panels: time across, one height scale each.

Styles are those of matplotlib, whichever page it is drawn on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from lupusdiary.charts.colours import ChartColours
from lupusdiary.charts.fonts import clean, width
from lupusdiary.charts.heights import Heights
from lupusdiary.domain.period import Period

Rectangle = tuple[float, float, float, float]
Stroke = tuple[tuple[float, float], tuple[float, float]]
Corners = Sequence[tuple[float, float]]

# What lies over what; no halo hides a point.
FLARES, GRID, BANDS, MARKS, HALO, LINES, WORDS = 1, 2, 3, 4, 5, 6, 7

# How wide a line lies below text that has a halo, in ems.
HALO_WIDTH = 0.28
# Half the height of a digit, in ems.
_HALF_HEIGHT = 0.36


@dataclass(frozen=True, slots=True)
class Written:
    """One line of text as it stands in the picture: from `left`, on its base line (inches)."""

    name: str
    words: str
    left: float
    base: float
    bold: bool
    colour: str
    halo: bool = False


class CanvasPage(Protocol):
    """What a canvas draws on: a `FigurePage` or an `SvgPage`. What is drawn in an area counts in days and
    heights and, where it says so, ends at its edges; all else counts in inches."""

    def shape(
        self, parts: Sequence[Corners], name: str, order: int, area: Area | None, style: dict[str, Any]
    ) -> None:
        """Draws broken lines or filled shapes, all as one."""

    def line(
        self,
        points: tuple[Sequence[float], Sequence[float]],
        name: str,
        order: int,
        area: Area | None,
        clipped: bool,
        style: dict[str, Any],
    ) -> None:
        """Draws a line, loose marks, or both; NaN breaks the line."""

    def words(self, lines: Sequence[Written], points: float, ground: str) -> None:
        """Writes lines of text."""


class Canvas:
    """One page with its colours and its text size (typographic points); places are in inches."""

    def __init__(self, page: CanvasPage, colours: ChartColours, points: float) -> None:
        self._page = page
        self.colours = colours
        self.points = points
        self.written: list[Written] = []

    def text(
        self,
        x: float,
        y: float,
        words: str,
        name: str,
        *,
        bold: bool = False,
        colour: str | None = None,
        align: float = 0.0,
        middle: bool = False,
        halo: bool = False,
    ) -> None:
        """Writes one line; `y` is its base line, or its middle; `align` 0 begins at x, 1 ends there. A
        `halo` in the colour of the ground keeps it legible over lines."""
        line = clean(words)
        left = x - width(line, self.points, bold) * align
        base = y - self.points / 72 * _HALF_HEIGHT if middle else y
        self.written.append(Written(name, line, left, base, bold, colour or self.colours.text, halo))

    def ink(self) -> None:
        """Draws all that was written."""
        self._page.words(self.written, self.points, self.colours.background)

    def line(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        name: str,
        order: int = LINES,
        *,
        area: Area | None = None,
        clipped: bool = True,
        **style: Any,
    ) -> None:
        """A line or loose markers; NaN breaks the line."""
        self._page.line((xs, ys), name, order, area, clipped, style)

    def rectangles(
        self,
        found: Iterable[Rectangle],
        name: str,
        order: int,
        colour: str,
        *,
        area: Area | None = None,
        **style: Any,
    ) -> None:
        """Fills rectangles of (left, right, bottom, top), all as one shape."""
        corners = [((x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)) for x0, x1, y0, y1 in found]
        self._shape(corners, name, order, area, {"facecolor": colour, "linewidth": 0, **style})

    def strokes(
        self,
        found: Sequence[Stroke],
        name: str,
        order: int,
        colour: str,
        *,
        area: Area | None = None,
        **style: Any,
    ) -> None:
        """Draws straight lines, each with its own two ends, all as one shape."""
        self._shape(found, name, order, area, {"edgecolor": colour, "fill": False, **style})

    def polygons(
        self,
        found: Sequence[Sequence[tuple[float, float]]],
        name: str,
        order: int,
        colour: str,
        *,
        area: Area | None = None,
        **style: Any,
    ) -> None:
        """Fills closed shapes, all as one shape."""
        closed = [[*corners, corners[0]] for corners in found]
        self._shape(closed, name, order, area, {"facecolor": colour, "linewidth": 0, **style})

    def _shape(
        self, parts: Sequence[Corners], name: str, order: int, area: Area | None, style: dict[str, Any]
    ) -> None:
        if parts:
            self._page.shape(parts, name, order, area, style)


class Area:
    """The part of a canvas where one panel is drawn: x is a day's ordinal, y the panel's height. What is
    clipped reaches `spill` inches above and below it."""

    def __init__(
        self, canvas: Canvas, sides: Rectangle, period: Period, heights: Heights, spill: float = 0.0
    ) -> None:
        self.canvas = canvas
        self.left, self.right, self.bottom, self.top = sides
        self.period = period
        self.heights = heights
        self.first = period.start.toordinal() - 0.5
        self.a_day = (self.right - self.left) / period.days
        self.a_step = (self.top - self.bottom) / (heights.high - heights.low)
        # Left, bottom, right and top of what is seen.
        self.inside = (self.left, self.bottom - spill, self.right, self.top + spill)

    def x(self, ordinal: float) -> float:
        """Where a day is, in inches."""
        return self.left + (ordinal - self.first) * self.a_day

    def y(self, height: float) -> float:
        """Where a height is, in inches."""
        return self.bottom + (height - self.heights.low) * self.a_step

    def point(self, ordinal: float, height: float) -> tuple[float, float]:
        """Where a day and a height meet, in inches."""
        return self.x(ordinal), self.y(height)

    def line(
        self, xs: Sequence[float], ys: Sequence[float], name: str, *, clipped: bool = True, **style: Any
    ) -> None:
        """A line or loose markers; NaN breaks the line."""
        self.canvas.line(xs, ys, name, area=self, clipped=clipped, **style)
