"""The colours of a chart in the colours of the window."""

from __future__ import annotations

from dataclasses import replace

from lupusdiary.charts.colours import DARK, LIGHT, ChartColours
from lupusdiary.ui.base.palette import Colours


def chart_colours(colours: Colours) -> ChartColours:
    """Series, bands and flares for light or dark; paper, text and grid as everywhere in the window."""
    return replace(
        DARK if colours.dark else LIGHT,
        background=colours.surface,
        text=colours.text,
        muted=colours.muted,
        grid=colours.border if colours.name != "contrast" else colours.hover,
        accent=colours.accent,
    )
