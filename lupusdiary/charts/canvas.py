"""A page in inches, and the areas of its panels: time across, one height scale each.

The picture is made of plain artists, an affine transform a panel, not of Axes: eight of those cost 0.3 s.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from lupusdiary.charts.colours import ChartColours
from lupusdiary.charts.fonts import clean, outline, width
from lupusdiary.charts.heights import Heights
from lupusdiary.domain.period import Period

if TYPE_CHECKING:
    from matplotlib.artist import Artist

Rectangle = tuple[float, float, float, float]
Stroke = tuple[tuple[float, float], tuple[float, float]]

# What lies over what; no halo hides a point.
FLARES, GRID, BANDS, MARKS, HALO, LINES, WORDS = 1, 2, 3, 4, 5, 6, 7


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
    """What a canvas draws on: a Figure of matplotlib, or an `SvgPage`."""

    @property
    def dpi_scale_trans(self) -> Any:
        """From inches to the dots of the page."""

    def add_artist(self, artist: Artist) -> Any:
        """Draws it when the page is drawn."""


class Canvas:
    """One page with its colours and its text size (typographic points); places are in inches."""

    def __init__(self, page: CanvasPage, colours: ChartColours, points: float) -> None:
        self._page = page
        self.colours = colours
        self.points = points
        self.inches = page.dpi_scale_trans
        self.written: list[Written] = []

    def add(self, artist: Artist, name: str, order: int) -> None:
        """Adds an artist under a name, by which an SVG and a test find it."""
        artist.set_gid(name)
        artist.set_zorder(order)
        self._page.add_artist(artist)

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
        """Draws all that was written, one shape a colour."""
        self._letters([w for w in self.written if w.halo], self.colours.background, halo=True)
        for colour in sorted({line.colour for line in self.written}):
            self._letters([w for w in self.written if w.colour == colour], colour)

    def _letters(self, lines: Sequence[Written], colour: str, *, halo: bool = False) -> None:
        from matplotlib.patches import PathPatch

        if not lines:
            return
        shape = outline(((w.left, w.base, w.words, w.bold) for w in lines), self.points)
        style: dict[str, Any] = {"facecolor": colour, "linewidth": 0}
        if halo:
            style |= {"edgecolor": colour, "linewidth": self.points * 0.28, "joinstyle": "round"}
        drawn = PathPatch(shape, transform=self.inches, **style)
        self.add(drawn, "halo" if halo else "words", HALO if halo else WORDS)

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
        self, parts: Sequence[Any], name: str, order: int, area: Area | None, style: dict[str, Any]
    ) -> None:
        import numpy as np
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        if not parts:
            return
        corners = np.array([corner for part in parts for corner in part], dtype=float)
        codes = np.full(len(corners), Path.LINETO, dtype=np.uint8)
        codes[np.cumsum([0, *map(len, parts[:-1])])] = Path.MOVETO
        drawn = PathPatch(Path(corners, codes), capstyle="butt", **style)
        drawn.set_transform(area.transform if area else self.inches)
        self.add(drawn, name, order)
        if area:
            drawn.set_clip_box(area.box)


class Area:
    """The part of a canvas where one panel is drawn: x is a day's ordinal, y the panel's height. What is
    clipped reaches `spill` inches above and below it."""

    def __init__(
        self, canvas: Canvas, sides: Rectangle, period: Period, heights: Heights, spill: float = 0.0
    ) -> None:
        from matplotlib.transforms import Affine2D, Bbox, TransformedBbox

        self.canvas = canvas
        self.left, self.right, self.bottom, self.top = sides
        self.period = period
        self.heights = heights
        self._first = period.start.toordinal() - 0.5
        self.a_day = (self.right - self.left) / period.days
        self.a_step = (self.top - self.bottom) / (heights.high - heights.low)
        matrix = Affine2D().translate(-self._first, -heights.low).scale(self.a_day, self.a_step)
        self.transform = matrix.translate(self.left, self.bottom) + canvas.inches
        inside = Bbox.from_extents(self.left, self.bottom - spill, self.right, self.top + spill)
        self.box = TransformedBbox(inside, canvas.inches)

    def x(self, ordinal: float) -> float:
        """Where a day is, in inches."""
        return self.left + (ordinal - self._first) * self.a_day

    def y(self, height: float) -> float:
        """Where a height is, in inches."""
        return self.bottom + (height - self.heights.low) * self.a_step

    def line(
        self, xs: Sequence[float], ys: Sequence[float], name: str, *, clipped: bool = True, **style: Any
    ) -> None:
        """A line or loose markers; NaN breaks the line."""
        from matplotlib.lines import Line2D

        drawn = Line2D(xs, ys, transform=self.transform, **style)
        if clipped:
            drawn.set_clip_box(self.box)
        self.canvas.add(drawn, name, LINES)
