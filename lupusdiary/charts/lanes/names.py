"""Names the lanes: beside them, or on a line above where the picture is narrow. A name is never cut to one
word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lupusdiary.charts.canvas import GRID, LINES, Area, Canvas, Rectangle
from lupusdiary.charts.fonts import clean, shortened, two_lines, width
from lupusdiary.charts.lanes.doses import medicine_rows
from lupusdiary.charts.lanes.layout import BARS, DOSES, RESULTS, SCORES, STRIP, TILES, Lane, LaneBox
from lupusdiary.charts.panels import LEVELS, TICKS, LabPanel, Panel, Timeline
from lupusdiary.charts.words import subtitle
from lupusdiary.language import Translator

_ORDER = (SCORES, TILES, RESULTS)


def lane_kind(panel: Panel) -> str:
    """How a panel is drawn."""
    if isinstance(panel, LabPanel):
        return RESULTS
    return TILES if panel.style in (LEVELS, TICKS) else SCORES


def lanes_of(
    timeline: Timeline, size: str, points: float, room: float, tr: Translator, *, stacked: bool, bare: bool
) -> list[Lane]:
    """The lanes from the top: scores, words, results, doses, medicines, recorded days. A panel without a
    record in this time has none. `room` is what a name may take, in inches."""
    shown = [(lane_kind(panel), n, panel) for n, panel in enumerate(timeline.panels) if panel.points]
    found = []
    for kind, number, panel in sorted(shown, key=lambda each: _ORDER.index(each[0])):
        below = [clean(part) for part in subtitle(panel, size, tr)]
        label = (clean(panel.name),) if stacked else two_lines(clean(panel.name), points, room)
        found.append(Lane(kind, number, label, _joined(below, points, room, stacked), panel.code))
    if timeline.doses:
        below = [clean(timeline.doses.unit)]
        label = (clean(timeline.doses.name),)
        found.append(Lane(DOSES, -1, label, _joined(below, points, room, stacked), "doses"))
    for number, row in enumerate(medicine_rows(timeline.medicines)):
        label = (tr.text("Medicines"),) if number == 0 else ()
        found.append(Lane(BARS, -1, label, (), row[0].label))
    if not bare and (timeline.recorded or timeline.visits or any(kind != RESULTS for kind, _, _ in shown)):
        words = _recorded(timeline, tr)
        found.append(Lane(STRIP, -1, (words,) if stacked else two_lines(words, points, room), (), "recorded"))
    return found


def gutter_width(lanes: Sequence[Lane], points: float, room: float) -> float:
    """What the longest name beside the lanes takes, in inches."""
    em = points / 72
    names = [width(line, points, True) for lane in lanes for line in lane.label]
    names += [width(line, points) for lane in lanes for line in lane.subtitle]
    return min(room, max(names, default=0.0)) + em * 1.2


def draw_names(canvas: Canvas, boxes: Sequence[LaneBox], left: float, right: float, stacked: bool) -> None:
    """Every lane's name, and unit, scale and range below it (beside it where names stand above)."""
    line, em = canvas.points / 72 * 1.4, canvas.points / 72
    for box in boxes:
        base, after = box.label, left
        for part in box.lane.label:
            words = shortened(part, canvas.points, right - left, True)
            canvas.text(left, base, words, f"{box.lane.code}/name", bold=True)
            after = left + width(words, canvas.points, True) + em * 0.7
            base -= line
        for part in box.lane.subtitle:
            x, y = (after, box.label) if stacked else (left, base)
            words = shortened(part, canvas.points, right - x)
            canvas.text(x, y, words, f"{box.lane.code}/subtitle", colour=canvas.colours.muted)
            base -= line


def draw_strip(area: Area, recorded: Sequence[date]) -> None:
    """The days with a record, in one row."""
    canvas, colours = area.canvas, area.canvas.colours
    spans: list[list[int]] = []
    for ordinal in map(date.toordinal, recorded):
        if spans and spans[-1][1] == ordinal - 1:
            spans[-1][1] = ordinal
        else:
            spans.append([ordinal, ordinal])
    runs: list[Rectangle] = [(first - 0.5, last + 0.5, 0.0, 1.0) for first, last in spans]
    canvas.rectangles(runs, "recorded", LINES, colours.accent, area=area)
    base = ((area.left, area.bottom), (area.right, area.bottom))
    canvas.strokes([base], "strip_base", GRID, colours.grid, linewidth=0.8)


def _recorded(timeline: Timeline, tr: Translator) -> str:
    return tr.text(
        "Recorded on {recorded} of {total} days",
        recorded=tr.number(len(timeline.recorded)),
        total=tr.number(timeline.period.days),
    )


def _joined(parts: Sequence[str], points: float, room: float, stacked: bool) -> tuple[str, ...]:
    """Unit, range and the like in one line or, where that is too long, in a line each."""
    line = " · ".join(parts)
    if not parts:
        return ()
    if stacked or width(line, points) <= room:
        return (line,)
    return tuple(line for part in parts for line in two_lines(part, points, room, bold=False))
