"""Draws laboratory results: joined only within one assay, ranges as the sheets print them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import nan

from lupusdiary.charts.canvas import BANDS, LINES, Area, Rectangle, Stroke
from lupusdiary.charts.heights import titre_height
from lupusdiary.charts.lanes.values import ranked, write_values
from lupusdiary.charts.markers import AT_LEAST, AT_MOST
from lupusdiary.charts.one_a_day import on_the_line
from lupusdiary.charts.panels import STEPS, TITRE, LabPanel, LabPoint, Segment
from lupusdiary.charts.series_style import DASHED, DOTTED, SeriesStyle, series_style
from lupusdiary.charts.words import brief
from lupusdiary.language import Translator

# Two days are two dots: a line between them would be a trend.
_LEAST_LINE = 3
# The least share of its size that a mark keeps, and how far apart whole ones are on average, in ems.
_LEAST_MARK = 0.45
_MARK = 0.6


def draw_labs(area: Area, panel: LabPanel, index: int, tr: Translator) -> None:
    """One analyte in its lane, each value at its point; `index` is the panel's place, which gives it its
    style."""
    if panel.axis != STEPS:
        _ranges(area, panel)
        _typical(area, panel)
    for number, segment in enumerate(panel.segments):
        style = series_style(area.canvas.colours, index, area.canvas.points, segment.assay)
        style = replace(style, size=style.size * _share(area, panel))
        _results(area, panel, segment, f"{panel.code}/{number}", style)
    _breaks(area, panel)
    points = panel.points
    found = [(float(p.day.toordinal()), _top(area, panel, p), brief(panel, p, tr)) for p in points]
    write_values(area, ranked(found), f"{panel.code}/value")


def _share(area: Area, panel: LabPanel) -> float:
    """How much of their size the marks of a lane keep: those of decades would be one thick band."""
    apart = (area.right - area.left) / max(1, len(panel.points))
    return min(1.0, max(_LEAST_MARK, apart / (area.canvas.points / 72 * _MARK)))


def _top(area: Area, panel: LabPanel, point: LabPoint) -> float:
    """Above what its value stands."""
    given = point.value if point.value is not None else point.high
    if given is None:
        return area.heights.low
    # An open triangle stands on “>”.
    stands = bool(point.comparator and point.comparator.startswith(">"))
    return _height(panel, given) + stands * area.canvas.points / 72 * 0.8 / area.a_step


def _height(panel: LabPanel, value: float) -> float:
    return titre_height(value) if panel.axis == TITRE else value


def is_joined(panel: LabPanel) -> bool:
    """Whether the days of its results are joined by a line."""
    return panel.axis != STEPS and len({point.day for point in panel.points}) >= _LEAST_LINE


def _exact(panel: LabPanel, point: LabPoint) -> float:
    """Where a number stands; NaN, which breaks the line, for what is none."""
    exact = point.value is not None and point.comparator is None
    return _height(panel, point.value) if exact and point.value is not None else nan


def _results(area: Area, panel: LabPanel, segment: Segment, name: str, style: SeriesStyle) -> None:
    through, beside = on_the_line(segment.points, lambda point: point.day.toordinal())
    for ending, points, joined in (("line", through, is_joined(panel)), ("beside", beside, False)):
        if points:
            xs = [float(point.day.toordinal()) for point in points]
            ys = [_exact(panel, point) for point in points]
            area.line(xs, ys, f"{name}/{ending}", clipped=False, **style.marks(joined=joined))
    _limits(area, panel, segment, name, style)
    _counted(area, panel, segment, name, style)
    loose = [p.day.toordinal() for p in segment.points if p.value is None and p.low is None]
    if loose:
        foot = [area.heights.low] * len(loose)
        area.line(
            loose, foot, f"{name}/text", clipped=False, linestyle="none", marker="|",
            markersize=style.size * 1.1, color=area.canvas.colours.muted, markeredgewidth=1.6,
        )  # fmt: skip


def _limits(area: Area, panel: LabPanel, segment: Segment, name: str, style: SeriesStyle) -> None:
    """“<1.3”: an open triangle that hangs from the limit, “>” one that stands on it; no line joins them."""
    for sign, ending in (("<", AT_MOST), (">", AT_LEAST)):
        found = [
            (p.day.toordinal(), _height(panel, p.value))
            for p in segment.points
            if p.value is not None and p.comparator is not None and p.comparator.startswith(sign)
        ]
        if found:
            marks = style.marks(joined=False) | {
                "marker": ending,
                "markersize": style.size * 3.4,
                "markerfacecolor": area.canvas.colours.background,
            }
            area.line(
                [x for x, _ in found], [y for _, y in found], f"{name}/{ending}", clipped=False, **marks
            )


def _counted(area: Area, panel: LabPanel, segment: Segment, name: str, style: SeriesStyle) -> None:
    """A counted range such as 5-9 as an upright bar."""
    bars: list[Stroke] = [
        ((x, _height(panel, p.low)), (x, _height(panel, p.high)))
        for p in segment.points
        if p.value is None and p.low is not None and p.high is not None
        for x in (p.day.toordinal(),)
    ]
    area.canvas.strokes(bars, f"{name}/counted", LINES, style.colour, area=area, linewidth=style.size * 0.7)


def _ranges(area: Area, panel: LabPanel) -> None:
    """The sheet's own range, changing half way between two sheets; a sheet without one leaves a gap."""
    rectangles: list[Rectangle] = []
    edges: list[Stroke] = []
    # An open end reaches the edge of the lane, where it is cut off.
    spread = area.heights.high - area.heights.low
    for start, end, low, high in range_steps(panel.points, area.period.days):
        bottom = (
            (0.0 if area.heights.low <= 0 else area.heights.low - spread)
            if low is None
            else _height(panel, low)
        )
        top = area.heights.high + spread if high is None else _height(panel, high)
        rectangles.append((start, end, bottom, top))
        edges += [((start, y), (end, y)) for y, given in ((bottom, low), (top, high)) if given is not None]
    colours = area.canvas.colours
    area.canvas.rectangles(rectangles, f"{panel.code}/range", BANDS, colours.band, area=area)
    area.canvas.strokes(
        edges, f"{panel.code}/range_edges", BANDS, colours.band_edge, area=area, linewidth=0.8
    )


def range_steps(
    points: Sequence[LabPoint], days: int
) -> list[tuple[float, float, float | None, float | None]]:
    """The stretches (start, end, low, high) over which one printed range holds; ordinals of days."""
    spare = max(1.0, days * 0.012)
    at = [float(p.day.toordinal()) for p in points]
    steps: list[tuple[float, float, float | None, float | None]] = []
    for n, point in enumerate(points):
        start = (at[n - 1] + at[n]) / 2 if n else at[n] - spare
        end = (at[n] + at[n + 1]) / 2 if n + 1 < len(at) else at[n] + spare
        bounds = (point.range_low, point.range_high)
        if bounds == (None, None):
            continue
        if steps and steps[-1][1] == start and steps[-1][2:] == bounds:
            start = steps.pop()[0]
        steps.append((start, end, *bounds))
    return steps


def _typical(area: Area, panel: LabPanel) -> None:
    """The typical range as a dashed outline, only where no sheet printed one."""
    if panel.typical is None or any(p.has_range for p in panel.points):
        return
    ends = [value for value in (panel.typical.low, panel.typical.high) if value is not None]
    first, last = area.period.start.toordinal() - 0.5, area.period.end.toordinal() + 0.5
    strokes: list[Stroke] = [((first, h), (last, h)) for v in ends for h in (_height(panel, v),)]
    colours = area.canvas.colours
    area.canvas.strokes(
        strokes, f"{panel.code}/typical", BANDS, colours.muted, area=area, linewidth=1.0,
        linestyle=DASHED,
    )  # fmt: skip


def _breaks(area: Area, panel: LabPanel) -> None:
    """A dotted upright between two assays; the legend says why the line does not go on."""
    canvas, heights = area.canvas, area.heights
    found = [
        (before.points[-1].day.toordinal() + after.points[0].day.toordinal()) / 2
        for before, after in pairwise(panel.segments)
        if after.why
    ]
    canvas.strokes(
        [((x, heights.low), (x, heights.high)) for x in found], f"{panel.code}/breaks", LINES,
        canvas.colours.text, area=area, linewidth=1.2, linestyle=DOTTED,
    )  # fmt: skip
