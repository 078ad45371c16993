"""The mark of each series, so that colour is never the only difference. Lines are solid: dashed is what is
not the person's own, or only planned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lupusdiary.charts.colours import ChartColours

_MARKERS = ("o", "s", "D", "p", "h")

# Between two assays, and around what is not the person's own.
DOTTED = (0, (1, 1.6))
DASHED = (0, (4, 3))


@dataclass(frozen=True, slots=True)
class SeriesStyle:
    """One series: colour, marker (its size in points), and what its markers are filled with."""

    colour: str
    marker: str
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
            "linestyle": "-" if joined else "none",
            "linewidth": 1.4,
        }


def series_style(colours: ChartColours, index: int, points: float, segment: int = 0) -> SeriesStyle:
    """The style of the panel at `index`; a further assay (`segment`) differs in marker and fill."""
    colour = colours.series[index % len(colours.series)]
    at = index + segment * 2
    return SeriesStyle(
        colour,
        _MARKERS[at % len(_MARKERS)],
        points * 0.5,
        colours.background if segment % 2 else colour,
    )
