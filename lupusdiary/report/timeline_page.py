"""The timeline on paper: the same figure as on the screen, in ink, with its sentences."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from lupusdiary.charts.panels import Timeline
from lupusdiary.language import Translator

# What A4 leaves between the margins, in inches.
_SIZE = (7.08, 8.9)


def timeline_part(timeline: Timeline | None, tr: Translator, drawings: list[str]) -> dict[str, Any] | None:
    """Heading, sentences and picture (appended to `drawings`); None when there is nothing to draw."""
    if timeline is None or timeline.is_empty:
        return None
    from lupusdiary.charts.describe import describe

    sentences = describe(timeline, tr)
    drawings.append(_svg(timeline, tr))
    return {
        "heading": tr.text("Timeline"),
        "sentences": sentences,
        "spoken": " ".join(sentences),
        "drawing": len(drawings) - 1,
    }


def _svg(timeline: Timeline, tr: Translator) -> str:
    from matplotlib import rcParams

    from lupusdiary.charts.colours import PAPER
    from lupusdiary.charts.figure import timeline_figure

    # The names inside the drawing must not differ from one print to the next.
    rcParams["svg.hashsalt"] = "lupusdiary"
    drawn = BytesIO()
    figure = timeline_figure(timeline, tr, PAPER, _SIZE, 72)
    figure.savefig(drawn, format="svg", metadata={"Date": None, "Creator": None})
    return drawn.getvalue().decode("utf-8")
