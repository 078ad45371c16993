"""What happened around an event: curves over one another, each counted from its own day 0.

Plain values and their drawing; the picture has no word of cause.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import nan
from typing import Any

from lupusdiary.charts.canvas import GRID, MARKS, Area, Canvas, CanvasPage
from lupusdiary.charts.colours import ChartColours
from lupusdiary.charts.figure_page import FigurePage, figure_of
from lupusdiary.charts.fonts import clean, shortened, two_lines, width
from lupusdiary.charts.heights import Heights
from lupusdiary.charts.lanes.values import ranked, write_values
from lupusdiary.charts.one_a_day import on_the_line
from lupusdiary.charts.series_style import SeriesStyle
from lupusdiary.charts.svg_page import SvgPage
from lupusdiary.domain.period import Period

DAYS_BEFORE = 90
DAYS_AFTER = 365
TICKS = (-90, -30, 0, 30, 90, 180, 270, 365)
MOST_CYCLES = 5

# Any day: only the distance from it is drawn.
_ZERO = date(2001, 1, 1)
_MARKERS = ("o", "s", "D", "^", "v")
_DASHES = ("-", (0, (5, 2)), (0, (2, 1.5)), (0, (6, 2, 1, 2)), (0, (1, 1)))
_LEAST_LINE = 3
# A lane is so tall, in inches, where all of them have so much room.
_LANE, _LANES = 0.98, 6.2
_NAMES = 0.22
# From line to line of a name, in ems.
_LINE = 1.4
_DPI = 150


@dataclass(frozen=True, slots=True)
class Spot:
    """A value so many days after day 0; `words` is what stands at it. `sign` "<" or ">": it lies beyond."""

    offset: int
    height: float
    words: str = ""
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Curve:
    """The values of one cycle; only those of one stretch may be joined by a line."""

    cycle: int
    stretches: tuple[tuple[Spot, ...], ...]

    @property
    def spots(self) -> tuple[Spot, ...]:
        """All values, by day."""
        return tuple(sorted((s for each in self.stretches for s in each), key=lambda s: s.offset))


@dataclass(frozen=True, slots=True)
class CurveLane:
    """One item or analyte with a curve a cycle. `low` and `high` are the ends of its scale, if it has
    any."""

    code: str
    name: str
    hint: str
    curves: tuple[Curve, ...]
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Curves:
    """The lanes, and what each cycle is called; the first cycle is the one that was asked for."""

    lanes: tuple[CurveLane, ...]
    cycles: tuple[str, ...]


def curves_bytes(
    curves: Curves,
    suffix: str,
    colours: ChartColours,
    wide: float,
    points: float,
    words: tuple[str, str],
    *,
    outlined: bool = True,
) -> bytes:
    """The picture, `wide` inches wide, as the content of a PNG or SVG file. An SVG holds its title and its
    description, the `words`, and its text `outlined` unless whoever sets it has the font."""
    size = wide, curves_height(curves, wide, points)
    if suffix == ".svg":
        page = SvgPage(size, colours.background, outlined=outlined)
        draw_curves(page, curves, colours, size, points)
        return page.svg(*words)
    found = io.BytesIO()
    figure = figure_of(size, _DPI, colours.background)
    draw_curves(FigurePage(figure), curves, colours, size, points)
    figure.savefig(found, format="png", metadata={"Software": None})
    return found.getvalue()


def curves_height(curves: Curves, wide: float, points: float) -> float:
    """How tall the picture must be in this width, in inches."""
    em = points / 72
    labels = [_label(each, points, wide * _NAMES) for each in curves.lanes]
    lines = max((len(names) + len(hints) for names, hints in labels), default=0)
    least = em * max(4.6, _LINE * lines + 0.6)
    lane = max(least, min(_LANE, _LANES / max(1, len(curves.lanes))) * max(1.0, points / 9))
    return lane * len(curves.lanes) + sum(_edges(curves, em))


def draw_curves(
    page: CanvasPage, curves: Curves, colours: ChartColours, size: tuple[float, float], points: float
) -> None:
    """Draws the picture on a page of this size in inches."""
    em = points / 72
    wide, tall = size
    head, foot = _edges(curves, em)
    lane = (tall - head - foot) / max(1, len(curves.lanes))
    left, right = wide * _NAMES + em, wide - em * 1.2
    canvas = Canvas(page, colours, points)
    period = Period(_ZERO - timedelta(days=DAYS_BEFORE), _ZERO + timedelta(days=DAYS_AFTER))
    whole = Area(canvas, (left, right, foot, tall - head * 0.9), period, Heights(0.0, 1.0))
    _axis(whole, tall - em * 1.4)
    for number, each in enumerate(curves.lanes):
        top = tall - head - number * lane
        _write_label(canvas, _label(each, points, left - em), top, left - em)
        _lane(canvas, each, (left, right, top - lane, top), period, em)
    _legend(canvas, curves, (left, foot), em)
    canvas.ink()


def _edges(curves: Curves, em: float) -> tuple[float, float]:
    """How tall the days above the lanes and the legend below them are, in inches."""
    return em * 2.2, em * 1.6 * (len(curves.cycles) + 1) + em * 0.6


def _axis(area: Area, base: float) -> None:
    """Day 0 as a strong line, the other days as fine ones, each with its name as far as there is room."""
    canvas = area.canvas
    fine = [(area.x(_at(tick)), tick) for tick in TICKS]
    canvas.strokes(
        [((x, area.bottom), (x, area.top)) for x, tick in fine if tick],
        "days",
        GRID,
        canvas.colours.grid,
        linewidth=0.7,
    )
    zero = area.x(_at(0))
    canvas.strokes(
        [((zero, area.bottom), (zero, area.top))], "day_zero", GRID, canvas.colours.text, linewidth=1.2
    )
    for x, tick in sorted(fine, key=lambda each: each[1] != 0):
        words = day_words(tick)
        half = width(words, canvas.points) / 2
        if tick == 0 or abs(x - zero) > half * 2.6:
            canvas.text(min(x, area.right - half), base, words, "day", align=0.5, bold=tick == 0)


def day_words(offset: int) -> str:
    """A day counted from day 0, as clinics write it: D-90, D0, D+30."""
    return f"D{offset:+d}" if offset else "D0"


def _label(lane: CurveLane, points: float, room: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of a lane's name and of what stands below it."""
    hints = two_lines(clean(lane.hint), points, room, bold=False) if lane.hint else ()
    return two_lines(clean(lane.name), points, room), hints


def _write_label(
    canvas: Canvas, label: tuple[tuple[str, ...], tuple[str, ...]], top: float, room: float
) -> None:
    em, points = canvas.points / 72, canvas.points
    base = top - em * 1.6
    for number, words in enumerate((*label[0], *label[1])):
        bold = number < len(label[0])
        colour = None if bold else canvas.colours.muted
        canvas.text(
            em * 0.5, base, shortened(words, points, room, bold), "name" if bold else "hint",
            colour=colour, bold=bold,
        )  # fmt: skip
        base -= em * _LINE


def _lane(
    canvas: Canvas, lane: CurveLane, sides: tuple[float, float, float, float], period: Period, em: float
) -> None:
    left, right, bottom, top = sides
    area = Area(canvas, (left, right, bottom + em * 0.5, top - em * 1.3), period, _heights(lane))
    foot = bottom + em * 0.1
    canvas.strokes([((left, foot), (right, foot))], f"{lane.code}/base", GRID, canvas.colours.grid)
    # The one that was asked for lies over the others.
    for curve in reversed(lane.curves):
        style = cycle_style(canvas.colours, curve.cycle, canvas.points)
        for number, stretch in enumerate(curve.stretches):
            name = f"{lane.code}/{curve.cycle}/{number}"
            through, beside = on_the_line(stretch, lambda spot: spot.offset)
            for ending, spots in (("", through), ("/beside", beside)):
                marks = style.marks(joined=spots is through and len(spots) >= _LEAST_LINE)
                if marks["linestyle"] != "none":
                    marks["linestyle"] = _DASHES[curve.cycle % len(_DASHES)]
                marks["linewidth"] = 1.6 if curve.cycle == 0 else 0.9
                xs = [_at(spot.offset) for spot in spots]
                ys = [nan if spot.sign else spot.height for spot in spots]
                area.line(xs, ys, name + ending, clipped=False, **marks)
            _beyond(area, stretch, style, name)
    first = next((curve for curve in lane.curves if curve.cycle == 0), None)
    if first is not None:
        told = [(float(_at(s.offset)), s.height, s.words) for s in first.spots if s.words]
        write_values(area, ranked(told), f"{lane.code}/value")


def _beyond(area: Area, stretch: Sequence[Spot], style: SeriesStyle, name: str) -> None:
    """“<1.3” as an open triangle that points down, “>” as one that points up; no line joins them."""
    for sign, marker in (("<", "v"), (">", "^")):
        found = [spot for spot in stretch if spot.sign == sign]
        if found:
            marks = style.marks(joined=False) | {
                "marker": marker,
                "markersize": style.size * 1.5,
                "markerfacecolor": area.canvas.colours.background,
            }
            xs = [_at(spot.offset) for spot in found]
            area.line(xs, [spot.height for spot in found], f"{name}/{sign}", clipped=False, **marks)


def cycle_style(colours: ChartColours, cycle: int, points: float) -> SeriesStyle:
    """Its own marker, colour and dash; the first one filled."""
    colour = colours.text if cycle == 0 else colours.series[(cycle - 1) % len(colours.series)]
    fill = colour if cycle == 0 else colours.background
    return SeriesStyle(colour, _MARKERS[cycle % len(_MARKERS)], points * (0.45 if cycle == 0 else 0.38), fill)


def _heights(lane: CurveLane) -> Heights:
    heights = [spot.height for curve in lane.curves for spot in curve.spots]
    low = min(heights, default=0.0) if lane.low is None else lane.low
    high = max(heights, default=1.0) if lane.high is None else lane.high
    if high <= low:
        low, high = low - 1.0, high + 1.0
    pad = (high - low) * 0.08
    return Heights(low - pad, high + pad)


def _at(offset: int) -> int:
    return _ZERO.toordinal() + offset


def _legend(canvas: Canvas, curves: Curves, place: tuple[float, float], em: float) -> None:
    """What each line is, below the picture."""
    left, base = place[0], place[1] - em * 1.6
    for cycle, words in enumerate(curves.cycles):
        style = cycle_style(canvas.colours, cycle, canvas.points)
        stroke: dict[str, Any] = {
            "linestyle": _DASHES[cycle % len(_DASHES)],
            "linewidth": 1.6 if cycle == 0 else 0.9,
            "color": style.colour,
        }
        middle = base + em * 0.35
        canvas.line([left, left + em * 2.4], [middle] * 2, f"cycle/{cycle}", MARKS, **stroke)
        canvas.line([left + em * 1.2], [middle], f"cycle/{cycle}", MARKS, **style.marks(joined=False))
        canvas.text(left + em * 3.2, base, words, "cycle")
        base -= em * 1.6


def segments_of(spots: Sequence[Spot], longest_gap: int) -> tuple[tuple[Spot, ...], ...]:
    """The spots in stretches: a gap of more than so many days ends one."""
    if not spots:
        return ()
    found = [[spots[0]]]
    for before, after in pairwise(spots):
        if after.offset - before.offset > longest_gap:
            found.append([after])
        else:
            found[-1].append(after)
    return tuple(tuple(each) for each in found)
