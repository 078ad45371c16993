"""The timeline on paper: the same figure as on the screen, in ink, with its sentences."""

from __future__ import annotations

from typing import Any

from lupusdiary.charts.panels import Timeline
from lupusdiary.language import Translator

# What A4 leaves between the margins, less the sentences, in inches.
_ROOM = (7.08, 8.2)
_SHORTEST = 4.0


def timeline_part(timeline: Timeline | None, tr: Translator, drawings: list[str]) -> dict[str, Any] | None:
    """Heading, sentences and picture (appended to `drawings`); None when there is nothing to draw."""
    if timeline is None or timeline.is_empty:
        return None
    from lupusdiary.charts.colours import PAPER
    from lupusdiary.charts.describe import describe
    from lupusdiary.charts.export import chart_bytes
    from lupusdiary.charts.figure import PAPER_POINTS, least_picture_height

    sentences = describe(timeline, tr)
    wide, tallest = _ROOM
    tall = min(
        tallest, max(_SHORTEST, 1.1 * least_picture_height(timeline, tr, wide, PAPER_POINTS, listed=True))
    )
    size = (wide, tall)
    picture = chart_bytes(timeline, tr, ".svg", PAPER, size, PAPER_POINTS, outlined=False)
    drawings.append(picture.decode("utf-8"))
    return {
        "heading": tr.text("Timeline"),
        "sentences": sentences,
        "spoken": " ".join(sentences),
        "drawing": len(drawings) - 1,
    }
