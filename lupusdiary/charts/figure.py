"""A timeline as a picture: the same drawing for the screen, for a file and for paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lupusdiary.charts.bins import TILE_ROOM, fitting
from lupusdiary.charts.canvas import FLARES, Area, Canvas, CanvasPage, Written
from lupusdiary.charts.colours import ChartColours
from lupusdiary.charts.figure_page import FigurePage, figure_of
from lupusdiary.charts.fonts import width
from lupusdiary.charts.heights import Heights, lab_heights, score_heights
from lupusdiary.charts.lanes.doses import dose_heights, draw_doses, draw_medicines, medicine_rows
from lupusdiary.charts.lanes.events import (
    EventRows,
    draw_events,
    draw_flares,
    draw_time,
    draw_today,
    draw_visits,
    event_rows,
    named_events,
)
from lupusdiary.charts.lanes.layout import (
    BARS,
    DOSES,
    STRIP,
    TILES,
    Head,
    Lane,
    LaneBox,
    Layout,
    layout,
    least_height,
)
from lupusdiary.charts.lanes.legend import Line, draw_legend, legend, numbered, unnamed, wrapped
from lupusdiary.charts.lanes.names import draw_names, draw_strip, gutter_width, lane_kind, lanes_of
from lupusdiary.charts.lanes.results import draw_labs
from lupusdiary.charts.lanes.scores import draw_scores
from lupusdiary.charts.lanes.tiles import draw_tiles
from lupusdiary.charts.panels import LabPanel, ScorePanel, Timeline
from lupusdiary.charts.series_style import series_style
from lupusdiary.charts.time_axis import time_ticks
from lupusdiary.language import Translator

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SCREEN_POINTS = 11.0
PAPER_POINTS = 8.5

# In ems: from this width on names stand beside the lanes; what they and the values of a day may take.
_BESIDE_FROM = 46.0
_LONGEST_NAME = 0.24
_MARGIN = 12.4
_MARGIN_FROM = 55.0
_LEFT = 0.5


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure, where its parts stand (inches), whether days were gathered into weeks or months, and all the
    text."""

    figure: Figure
    layout: Layout
    size: str
    written: tuple[Written, ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    size: str
    lanes: list[Lane]
    events: EventRows
    foot: list[Line]
    gutter: float
    margin: float
    head: Head
    stacked: bool


def timeline_figure(
    timeline: Timeline,
    tr: Translator,
    colours: ChartColours,
    size_inches: tuple[float, float],
    dpi: float,
    points: float = PAPER_POINTS,
) -> Figure:
    """The figure of a timeline for a file or for paper; `points` is the size of all its text."""
    return timeline_picture(timeline, tr, colours, size_inches, dpi, points, listed=True).figure


def timeline_picture(
    timeline: Timeline,
    tr: Translator,
    colours: ChartColours,
    size_inches: tuple[float, float],
    dpi: float,
    points: float = SCREEN_POINTS,
    *,
    bare: bool = False,
    margin: bool = False,
    listed: bool = False,
) -> Picture:
    """The figure together with its layout, from which a window knows what lies under the pointer. `bare`
    gives most of the height to the curves: names above them, one row of events, no strip of recorded days.
    `margin` leaves room at the right for the values of the day that is pointed at; `listed` names below the
    picture the events whose words found no room in it."""
    figure = figure_of(size_inches, dpi, colours.background)
    canvas = Canvas(FigurePage(figure), colours, points)
    plan = _plan(timeline, tr, size_inches[0], points, bare=bare, margin=margin, listed=listed)
    places = _draw(canvas, plan, timeline, tr, size_inches)
    return Picture(figure, places, plan.size, tuple(canvas.written))


def draw_timeline(
    page: CanvasPage,
    timeline: Timeline,
    tr: Translator,
    colours: ChartColours,
    size_inches: tuple[float, float],
    points: float = PAPER_POINTS,
) -> None:
    """Draws a timeline for a file or for paper."""
    plan = _plan(timeline, tr, size_inches[0], points, bare=False, margin=False, listed=True)
    _draw(Canvas(page, colours, points), plan, timeline, tr, size_inches)


def _draw(
    canvas: Canvas, plan: _Plan, timeline: Timeline, tr: Translator, size_inches: tuple[float, float]
) -> Layout:
    points = canvas.points
    places = layout(
        plan.lanes, size_inches, points, gutter=plan.gutter, margin=plan.margin, head=plan.head,
        foot=len(plan.foot), stacked=plan.stacked,
    )  # fmt: skip
    em = places.em
    whole = _area(canvas, places, (places.bottom, places.marks_top), timeline, Heights(0.0, 1.0))
    draw_flares(whole, places, timeline, tr)
    room = int((places.right - places.left) / (em * (5.5 if timeline.period.days < 60 else 3.4)))
    draw_time(whole, places, time_ticks(timeline.period, max(2, room), tr))
    draw_visits(whole, places, timeline)
    draw_today(whole, places, timeline.today, tr)
    draw_events(whole, places, plan.events)
    for box in places.lanes:
        _draw_lane(canvas, places, box, timeline, plan.size, tr)
    edge = places.right if places.stacked else places.left - em * 0.5
    draw_names(canvas, places.lanes, em * _LEFT, edge, places.stacked)
    if not places.stacked:
        span = tr.span(timeline.period.start, timeline.period.end)
        if width(span, points) <= edge - em * _LEFT:
            canvas.text(em * _LEFT, places.axis, span, "period", colour=canvas.colours.muted)
    if places.margin:
        left, right = places.margin
        ends = (places.bottom - em * 0.2, places.height - em * 0.3)
        canvas.rectangles([(left, right, *ends)], "margin", FLARES, canvas.colours.panel)
        _list_events(canvas, places, plan.events, tr)
    draw_legend(canvas, plan.foot, em * _LEFT, places.foot, places.width - em)
    canvas.ink()
    return places


def least_picture_height(
    timeline: Timeline,
    tr: Translator,
    width_inches: float,
    points: float,
    *,
    bare: bool = False,
    margin: bool = False,
    listed: bool = False,
) -> float:
    """The height in inches that the picture needs to be read at this width."""
    plan = _plan(timeline, tr, width_inches, points, bare=bare, margin=margin, listed=listed)
    return least_height(plan.lanes, points, plan.head, len(plan.foot), stacked=plan.stacked)


def _plan(
    timeline: Timeline, tr: Translator, wide: float, points: float, *, bare: bool, margin: bool, listed: bool
) -> _Plan:
    em = points / 72
    # Where values are told but have no margin, they stand on the line of a name above its lane.
    stacked = bare or wide < em * (_MARGIN_FROM if margin else _BESIDE_FROM)
    room = 0.0 if stacked else wide * _LONGEST_NAME
    beside = em * _MARGIN if margin and not stacked else 0.0
    tiles = any(lane_kind(p) == TILES for p in timeline.panels if p.points)
    most = wide - beside - (em * 1.5 if stacked else wide * 0.15)
    size = fitting(timeline.period, most, TILE_ROOM) if tiles else fitting(timeline.period, most)
    lanes = lanes_of(timeline, size, points, room, tr, stacked=stacked, bare=bare)
    gutter = em * 0.7 if stacked else gutter_width(lanes, points, room)
    right = wide - (beside + em * 0.7 if beside else em * 0.9)
    events = event_rows(timeline, gutter, right, points, tr, bare=bare)
    items = legend(timeline, size, tr, bare=bare)
    if events.numbered and not (beside or listed):
        events = events.without_numbers()
        items.append(unnamed(len(events.numbered), tr))
    foot = wrapped(items, points, wide - em)
    if listed:
        foot += numbered(events.numbered, points, wide - em, tr)
    head = Head(int(bool(timeline.visits) and not bare), int(bool(timeline.flares) and not bare), events.rows)
    return _Plan(size, lanes, events, foot, gutter, beside, head, stacked)


def _area(
    canvas: Canvas,
    places: Layout,
    ends: tuple[float, float],
    timeline: Timeline,
    heights: Heights,
    spill: float = 0.0,
) -> Area:
    return Area(canvas, (places.left, places.right, *ends), timeline.period, heights, spill)


def _draw_lane(
    canvas: Canvas, places: Layout, box: LaneBox, timeline: Timeline, size: str, tr: Translator
) -> None:
    lane, em, number = box.lane, places.em, box.lane.panel
    plain = _area(canvas, places, (box.bottom, box.top), timeline, Heights(0.0, 1.0))
    if lane.kind == STRIP:
        draw_strip(plain, timeline.recorded)
    elif lane.kind == DOSES and timeline.doses:
        area = _area(canvas, places, (box.bottom, box.top - em * 1.2), timeline, dose_heights(timeline.doses))
        draw_doses(area, timeline.doses, canvas.colours.series[3], tr)
    elif lane.kind == BARS:
        rows = medicine_rows(timeline.medicines)
        at = [b for b in places.lanes if b.lane.kind == BARS].index(box)
        draw_medicines(plain, rows[at], f"medicine/{at}")
    elif number >= 0:
        panel = timeline.panels[number]
        style = series_style(canvas.colours, number, canvas.points)
        # Above the highest point its value stands.
        ends = (box.bottom + em * 0.25, box.top - em * 1.15)
        if isinstance(panel, LabPanel):
            draw_labs(_area(canvas, places, ends, timeline, lab_heights(panel), em * 0.25), panel, number, tr)
        elif lane.kind == TILES and isinstance(panel, ScorePanel):
            draw_tiles(plain, panel, size, timeline.today or timeline.period.end)
        elif isinstance(panel, ScorePanel):
            bounded = panel.bottom is not None and panel.top is not None
            ends = (box.bottom, box.top) if bounded else ends
            draw_scores(_area(canvas, places, ends, timeline, score_heights(panel)), panel, size, style, tr)


def _list_events(canvas: Canvas, places: Layout, rows: EventRows, tr: Translator) -> None:
    """The events that are numbers in the plot, named in the margin as far as it reaches."""
    assert places.margin is not None
    left, right = places.margin
    em, base = places.em, places.events
    room = int((base - places.bottom) / places.line) + 1
    named = named_events(rows.numbered, canvas.points, right - left - em * 0.6)
    lines: list[str] = []
    told = 0
    for last, words in named:
        # The last line says how many more there are.
        if len(lines) + len(words) > room - (last < len(rows.numbered)):
            break
        lines += words
        told = last
    if more := len(rows.numbered) - told:
        lines.append(tr.plural("and {count} more", "and {count} more", more))
    for line in lines:
        canvas.text(left + em * 0.3, base, line, "event_named", colour=canvas.colours.muted)
        base -= places.line
