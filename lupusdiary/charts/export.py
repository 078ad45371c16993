"""Writes a timeline to a picture file, from a figure of its own: equal timelines give equal files."""

from __future__ import annotations

import io
from pathlib import Path

from lupusdiary.charts.colours import LIGHT, ChartColours
from lupusdiary.charts.describe import describe
from lupusdiary.charts.figure import SCREEN_POINTS, draw_timeline, least_picture_height, timeline_figure
from lupusdiary.charts.panels import Timeline
from lupusdiary.charts.svg_page import SvgPage
from lupusdiary.language import Refusal, Translator
from lupusdiary.whole_file import write_whole

SUFFIXES = (".png", ".svg")
_WIDTH = 11.0
_DPI = 150


def write_chart(timeline: Timeline, tr: Translator, path: Path, colours: ChartColours = LIGHT) -> None:
    """Writes a PNG or SVG. Raises `Refusal` for another suffix, for nothing to draw, for a path that cannot
    be written; then nothing is written."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise Refusal("“{name}” must end in .png or .svg.", name=path.name[:60])
    if timeline.is_empty:
        raise Refusal("Nothing of what was asked for is recorded, so there is no chart to write.")
    write_whole(path, chart_bytes(timeline, tr, suffix, colours))


def chart_bytes(
    timeline: Timeline,
    tr: Translator,
    suffix: str = ".png",
    colours: ChartColours = LIGHT,
    size_inches: tuple[float, float] | None = None,
    points: float = SCREEN_POINTS,
    *,
    outlined: bool = True,
) -> bytes:
    """The picture as the content of a file; an SVG holds the description, and its text `outlined` unless
    whoever sets it has the font."""
    size = size_inches or (
        _WIDTH,
        max(5.0, least_picture_height(timeline, tr, _WIDTH, points, listed=True) * 1.15),
    )
    if suffix == ".svg":
        page = SvgPage(size, colours.background, outlined=outlined)
        draw_timeline(page, timeline, tr, colours, size, points)
        return page.svg(tr.text("Timeline"), " ".join(describe(timeline, tr)))
    found = io.BytesIO()
    figure = timeline_figure(timeline, tr, colours, size, _DPI, points)
    figure.savefig(found, format="png", metadata={"Software": None})
    return found.getvalue()
