"""A page that is a figure of matplotlib, for the screen and for a PNG.

The picture is made of plain artists, an affine transform a panel, not of Axes: eight of those cost 0.3 s.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from lupusdiary.charts.canvas import HALO, HALO_WIDTH, WORDS, Area, Corners, Written
from lupusdiary.charts.fonts import outline
from lupusdiary.charts.markers import AT_LEAST, AT_MOST, limit_mark

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from matplotlib.path import Path
    from matplotlib.transforms import Transform, TransformedBbox


def figure_of(size: tuple[float, float], dpi: float, ground: str) -> Figure:
    """An empty figure of this size in inches, that can be written without a window."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=size, dpi=dpi, facecolor=ground)
    FigureCanvasAgg(figure)
    return figure


class FigurePage:
    """A figure on which a `Canvas` draws."""

    def __init__(self, figure: Figure) -> None:
        self._figure = figure
        self._areas: dict[Area, tuple[Transform, TransformedBbox]] = {}

    def shape(
        self, parts: Sequence[Corners], name: str, order: int, area: Area | None, style: dict[str, Any]
    ) -> None:
        """Draws broken lines or filled shapes, all as one."""
        import numpy as np
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        corners = np.array([corner for part in parts for corner in part], dtype=float)
        codes = np.full(len(corners), Path.LINETO, dtype=np.uint8)
        codes[np.cumsum([0, *map(len, parts[:-1])])] = Path.MOVETO
        drawn = PathPatch(Path(corners, codes), capstyle="butt", **style)
        drawn.set_transform(self._transform(area))
        self._add(drawn, name, order)
        if area:
            drawn.set_clip_box(self._of(area)[1])

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
        from matplotlib.lines import Line2D

        if style.get("marker") in (AT_MOST, AT_LEAST):
            style = style | {"marker": _limit(style["marker"])}
        drawn = Line2D(*points, transform=self._transform(area), **style)
        if clipped and area:
            drawn.set_clip_box(self._of(area)[1])
        self._add(drawn, name, order)

    def words(self, lines: Sequence[Written], points: float, ground: str) -> None:
        """Writes lines of text, one shape a colour."""
        self._letters([line for line in lines if line.halo], points, ground, halo=True)
        for colour in sorted({line.colour for line in lines}):
            self._letters([line for line in lines if line.colour == colour], points, colour)

    def _letters(self, lines: Sequence[Written], points: float, colour: str, *, halo: bool = False) -> None:
        from matplotlib.patches import PathPatch

        if not lines:
            return
        shape = outline(((w.left, w.base, w.words, w.bold) for w in lines), points)
        style: dict[str, Any] = {"facecolor": colour, "linewidth": 0}
        if halo:
            style |= {"edgecolor": colour, "linewidth": points * HALO_WIDTH, "joinstyle": "round"}
        drawn = PathPatch(shape, transform=self._transform(None), **style)
        self._add(drawn, "halo" if halo else "words", HALO if halo else WORDS)

    def _transform(self, area: Area | None) -> Transform:
        return self._figure.dpi_scale_trans if area is None else self._of(area)[0]

    def _of(self, area: Area) -> tuple[Transform, TransformedBbox]:
        """From days and heights to dots, and what is cut off."""
        from matplotlib.transforms import Affine2D, Bbox, TransformedBbox

        if area not in self._areas:
            inches = self._figure.dpi_scale_trans
            matrix = Affine2D().translate(-area.first, -area.heights.low).scale(area.a_day, area.a_step)
            inside = TransformedBbox(Bbox.from_extents(*area.inside), inches)
            self._areas[area] = (matrix.translate(area.left, area.bottom) + inches, inside)
        return self._areas[area]

    def _add(self, artist: Artist, name: str, order: int) -> None:
        """Adds an artist under a name, by which a test finds it."""
        artist.set_gid(name)
        artist.set_zorder(order)
        self._figure.add_artist(artist)


@cache
def _limit(name: str) -> Path:
    from matplotlib.path import Path

    triangle, stem = limit_mark(name)
    codes = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY, Path.MOVETO, Path.LINETO]
    return Path([*triangle, triangle[0], *stem], codes)
