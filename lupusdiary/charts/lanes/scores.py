"""Draws what the person recorded day by day. A day, week or month without a record stays empty.

Lines of scores are never dashed: a dash would look like a missing day.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import nan

from lupusdiary.charts.bins import DAYS, Bin, gather, runs
from lupusdiary.charts.canvas import BANDS, GRID, LINES, Area
from lupusdiary.charts.lanes.values import Value, write_values
from lupusdiary.charts.panels import BARS, ScorePanel
from lupusdiary.charts.series_style import SeriesStyle
from lupusdiary.language import Translator

_PALE = 0.28
# Each day gets a marker where days stand at least this far apart (inches).
_MARKER_ROOM = 0.085


def draw_scores(area: Area, panel: ScorePanel, size: str, style: SeriesStyle, tr: Translator) -> None:
    """One item in its area, by days or gathered by `size`."""
    bins = gather(panel.points, size)
    foot, first, last = area.bottom, area.left, area.right
    area.canvas.strokes([((first, foot), (last, foot))], f"{panel.code}/base", GRID, area.canvas.colours.grid)
    if panel.style == BARS:
        _pressures(area, panel, bins, size, style)
    else:
        _scores(area, panel, bins, size, style)
    if not (panel.bottom is not None and panel.top is not None):
        _ends(area, panel, bins, tr)


def _ends(area: Area, panel: ScorePanel, bins: list[Bin], tr: Translator) -> None:
    """Where the scale has no ends of its own, the highest and the lowest value stand at their points."""
    highest, lowest = max(bins, key=lambda b: b.high), min(bins, key=lambda b: b.low)
    found = [Value(centre(area, highest), highest.high, _brief(panel, highest, tr), 1)]
    if panel.style != BARS and lowest is not highest:
        found.append(Value(centre(area, lowest), lowest.low, tr.number(lowest.low)))
    write_values(area, found, f"{panel.code}/value")


def _brief(panel: ScorePanel, found: Bin, tr: Translator) -> str:
    return tr.number(found.high) if panel.style != BARS else f"{tr.number(found.high)}/{tr.number(found.low)}"


def centre(area: Area, found: Bin) -> float:
    """The middle of what is seen of a bin on the time axis (a day's ordinal)."""
    return (_first(area, found) + _last(area, found)) / 2


def _first(area: Area, found: Bin) -> int:
    return max(found.start, area.period.start).toordinal()


def _last(area: Area, found: Bin) -> int:
    return min(found.end, area.period.end).toordinal()


def _scores(area: Area, panel: ScorePanel, bins: list[Bin], size: str, style: SeriesStyle) -> None:
    stretches = list(runs(bins))
    if size != DAYS:
        _spread(area, f"{panel.code}/spread", stretches, style)
    xs: list[float] = []
    ys: list[float] = []
    for stretch in stretches:
        xs += [*(centre(area, b) for b in stretch), nan]
        ys += [*(b.middle for b in stretch), nan]
    area.line(xs, ys, f"{panel.code}/line", color=style.colour, linewidth=1.5, solid_joinstyle="round")
    room = size == DAYS and area.a_day >= _MARKER_ROOM
    # Too short a stretch to be seen as a line is marked.
    shown = [b for stretch in stretches if room or len(stretch) <= 2 for b in stretch]
    marks = style.marks(joined=False) | {"markersize": style.size * 0.75}
    area.line(
        [centre(area, b) for b in shown],
        [b.middle for b in shown],
        f"{panel.code}/points",
        clipped=False,
        **marks,
    )


def _spread(area: Area, name: str, stretches: Sequence[list[Bin]], style: SeriesStyle) -> None:
    """The pale band from the lowest to the highest value of each bin."""
    shapes = []
    for stretch in stretches:
        first, last = stretch[0], stretch[-1]
        ends = [_first(area, first) - 0.5, *(centre(area, b) for b in stretch), _last(area, last) + 0.5]
        around = [first, *stretch, last]
        lower = [(x, b.low) for x, b in zip(ends, around, strict=True)]
        upper = [(x, b.high) for x, b in zip(ends, around, strict=True)]
        shapes.append(lower + upper[::-1])
    area.canvas.polygons(shapes, name, BANDS, style.colour, area=area, alpha=_PALE)


def _pressures(area: Area, panel: ScorePanel, bins: list[Bin], size: str, style: SeriesStyle) -> None:
    """From the lower to the upper pressure of a day; gathered: medians, and the lowest to the highest."""
    strokes = [((centre(area, b), b.low), (centre(area, b), b.high)) for b in bins]
    if size != DAYS:
        wide = [(b.start.toordinal() - 0.3, b.end.toordinal() + 0.3, b.low, b.high) for b in bins]
        area.canvas.rectangles(wide, f"{panel.code}/spread", BANDS, style.colour, area=area, alpha=_PALE)
        strokes = [((centre(area, b), b.middle_low), (centre(area, b), b.middle)) for b in bins]
    thick = min(3.0, max(1.2, area.a_day * 72 * 0.5))
    area.canvas.strokes(strokes, f"{panel.code}/bars", LINES, style.colour, area=area, linewidth=thick)
