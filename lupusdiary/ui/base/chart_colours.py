"""The colours of a chart in the colours of the window."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lupusdiary.charts.colours import DARK, LIGHT, ChartColours
from lupusdiary.ui.base.palette import Colours

# Shades would be too near to each other: a tile is filled as high as its level.
_CONTRAST: dict[str, Any] = {
    "shades": ("#000000", "#ffffff", "#ffffff", "#ffffff"),
    "tile_edge": "#ffffff",
    "stepped": True,
}


def chart_colours(colours: Colours) -> ChartColours:
    """Series, bands and flares for light or dark; paper, text and grid as everywhere in the window."""
    return replace(
        DARK if colours.dark else LIGHT,
        background=colours.surface,
        text=colours.text,
        muted=colours.muted,
        grid=colours.border if colours.name != "contrast" else colours.hover,
        accent=colours.accent,
        panel=colours.raised,
        **(_CONTRAST if colours.name == "contrast" else {}),
    )
