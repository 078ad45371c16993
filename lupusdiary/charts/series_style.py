"""The mark and the dash of each series, so that colour is never the only difference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lupusdiary.charts.colours import ChartColours

_MARKERS = ("o", "s", "D", "p", "h")
_DASHES: tuple[Any, ...] = ("-", (0, (5, 1.5)), (0, (7, 1.5, 1.5, 1.5)), (0, (3, 1.2)), (0, (9, 2)))


@dataclass(frozen=True, slots=True)
class SeriesStyle:
    """One series: colour, marker (its size in points), dash, and whether its markers are filled."""

    colour: str
    marker: str
    dash: Any
    size: float
    fill: str

    def marks(self, *, joined: bool) -> dict[str, Any]:
        """The line style of matplotlib: markers, with or without a line between them."""
        return {
            "color": self.colour,
            "marker": self.marker,
            "markersize": self.size,
            "markerfacecolor": self.fill,
            "markeredgecolor": self.colour,
            "markeredgewidth": 1.2,
            "linestyle": self.dash if joined else "none",
            "linewidth": 1.4,
        }


def series_style(colours: ChartColours, index: int, points: float, segment: int = 0) -> SeriesStyle:
    """The style of the panel at `index`; a further assay (`segment`) differs in marker, fill and dash."""
    colour = colours.series[index % len(colours.series)]
    at = index + segment * 2
    return SeriesStyle(
        colour,
        _MARKERS[at % len(_MARKERS)],
        _DASHES[at % len(_DASHES)],
        points * 0.5,
        colours.background if segment % 2 else colour,
    )
