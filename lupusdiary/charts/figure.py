"""A timeline as a matplotlib figure: the same drawing for the screen, for a file and for paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from lupusdiary.charts.bins import DAYS, fitting
from lupusdiary.charts.canvas import GRID, MASK, Area, Canvas, Written
from lupusdiary.charts.colours import ChartColours
from lupusdiary.charts.draw_labs import draw_labs
from lupusdiary.charts.draw_marks import (
    Label,
    draw_flares,
    draw_labels,
    draw_strip,
    draw_time,
    lane_labels,
)
from lupusdiary.charts.draw_scores import draw_scores
from lupusdiary.charts.fonts import clean, shortened, width
from lupusdiary.charts.heights import Heights, lab_heights, score_heights
from lupusdiary.charts.layout import Layout, PanelBox, layout, least_height
from lupusdiary.charts.panels import LabPanel, Panel, ScorePanel, Timeline
from lupusdiary.charts.series_style import series_style
from lupusdiary.charts.time_axis import time_ticks
from lupusdiary.charts.words import bare_notes, notes, subtitle
from lupusdiary.language import Translator

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SCREEN_POINTS = 11.0
PAPER_POINTS = 8.5


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure, where its parts stand (inches), whether days were gathered into weeks or months, the axes
    of the panels and all the text."""

    figure: Figure
    layout: Layout
    size: str
    heights: tuple[Heights, ...]
    written: tuple[Written, ...]


def timeline_figure(
    timeline: Timeline,
    tr: Translator,
    colours: ChartColours,
    size_inches: tuple[float, float],
    dpi: float,
    points: float = PAPER_POINTS,
) -> Figure:
    """The figure of a timeline; `points` is the size of all its text."""
    return timeline_picture(timeline, tr, colours, size_inches, dpi, points).figure


def timeline_picture(
    timeline: Timeline,
    tr: Translator,
    colours: ChartColours,
    size_inches: tuple[float, float],
    dpi: float,
    points: float = SCREEN_POINTS,
    *,
    bare: bool = False,
) -> Picture:
    """The figure together with its layout, from which a window knows what lies under the pointer. `bare`
    gives most of the height to the curves: one row of labels, no strip of recorded days."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=size_inches, dpi=dpi, facecolor=colours.background)
    FigureCanvasAgg(figure)
    canvas = Canvas(figure, colours, points)
    size, heights, plan, lines, labels = _plan(timeline, tr, size_inches, points, bare)
    for number, line in enumerate(lines):
        canvas.text(plan.em * 0.4, plan.notes - number * plan.line, line, "note", colour=colours.muted)
    whole = Area(
        canvas, (plan.left, plan.right, plan.strip.bottom, plan.strip.top), timeline.period, Heights(0.0, 1.0)
    )
    draw_flares(whole, plan, timeline.flares)
    room = int((plan.right - plan.left) / (plan.em * 5.5))
    draw_time(whole, plan, time_ticks(timeline.period, max(2, room), tr))
    draw_labels(whole, plan, labels)
    if _has_strip(timeline) and not bare:
        draw_strip(whole, plan, timeline, tr)
    for index, (panel, box, scale) in enumerate(zip(timeline.panels, plan.panels, heights, strict=True)):
        area = Area(canvas, (plan.left, plan.right, box.bottom, box.top), timeline.period, scale)
        _frame(area, panel)
        if not panel.points:
            words = tr.text("Nothing recorded in this stretch of time")
            canvas.text(
                (area.left + area.right) / 2, (area.bottom + area.top) / 2, words, f"{panel.code}/empty",
                colour=colours.muted, align=0.5, middle=True,
            )  # fmt: skip
        elif isinstance(panel, ScorePanel):
            draw_scores(area, panel, size, series_style(colours, index, points))
        else:
            draw_labs(area, panel, index, tr)
    _titles(canvas, plan, timeline.panels, tr)
    canvas.ink()
    return Picture(figure, plan, size, heights, tuple(canvas.written))


def least_picture_height(
    timeline: Timeline, tr: Translator, width_inches: float, points: float, *, bare: bool = False
) -> float:
    """The height in inches that the picture needs to be read at this width."""
    if bare:
        # Exactly: on a projector every line counts.
        size = fitting(timeline.period, width_inches * 0.92)
        lines = _wrapped(bare_notes(timeline, size, tr), points, width_inches - points / 72)
        return least_height(timeline.panels, points, len(lines), 1, has_strip=False, bare=True)
    lines = _wrapped(notes(timeline, DAYS, tr), points, width_inches)
    return least_height(timeline.panels, points, len(lines) + 1, 2, _has_strip(timeline))


def _has_strip(timeline: Timeline) -> bool:
    """Whether the recorded days are shown: a picture of results alone has none to show."""
    return bool(timeline.recorded or timeline.visits) or any(
        isinstance(p, ScorePanel) for p in timeline.panels
    )


def _plan(
    timeline: Timeline, tr: Translator, size_inches: tuple[float, float], points: float, bare: bool
) -> tuple[str, tuple[Heights, ...], Layout, list[str], list[Label]]:
    wide, em = size_inches[0], points / 72
    size = fitting(timeline.period, wide * 0.92)
    heights = tuple(_heights(panel, size, tr) for panel in timeline.panels)
    widest = max((width(name, points) for h in heights for _, name in h.ticks), default=0.0)
    gutter = min(wide * 0.3, widest + em * 1.1)
    labels, rows = lane_labels(timeline, gutter, wide - em * 0.9, points, tr, bare)
    nameless = sum(1 for label in labels if label.event and label.place is None)
    said = bare_notes(timeline, size, tr) if bare else notes(timeline, size, tr, nameless)
    lines = _wrapped(said, points, wide - em)
    plan = layout(
        timeline.panels,
        size_inches,
        points,
        gutter=gutter,
        notes=len(lines),
        rows=rows,
        has_strip=_has_strip(timeline) and not bare,
        bare=bare,
    )
    return size, heights, plan, lines, labels


def _heights(panel: Panel, size: str, tr: Translator) -> Heights:
    return lab_heights(panel, tr) if isinstance(panel, LabPanel) else score_heights(panel, size, tr)


def _frame(area: Area, panel: Panel) -> None:
    """The named heights of a panel; names that would touch are left out, the lowest and highest last."""
    canvas, colours = area.canvas, area.canvas.colours
    em = canvas.points / 72
    ticks = area.heights.ticks
    steps = range(1, len(ticks))
    step = next((n for n in steps if _apart(area, ticks[::n]) >= em * 1.15), max(1, len(ticks)))
    for height, name in ticks[::step]:
        canvas.text(
            area.left - em * 0.5, area.y(height), name, f"{panel.code}/height", colour=colours.muted,
            align=1.0, middle=True,
        )  # fmt: skip
    first, last = area.period.start.toordinal() - 0.5, area.period.end.toordinal() + 0.5
    canvas.strokes(
        [((first, h), (last, h)) for h, _ in ticks], f"{panel.code}/grid", GRID, colours.grid, area=area,
        linewidth=0.8,
    )  # fmt: skip


def _apart(area: Area, ticks: Sequence[tuple[float, str]]) -> float:
    gaps = [area.y(b[0]) - area.y(a[0]) for a, b in pairwise(ticks)]
    return min(gaps, default=1e9)


def _titles(canvas: Canvas, plan: Layout, panels: Sequence[Panel], tr: Translator) -> None:
    """Each panel's name with its unit and range; what runs through all panels stops behind the words."""
    masks = []
    left = plan.em * 0.4
    for panel, box in zip(panels, plan.panels, strict=True):
        name = shortened(clean(panel.name), canvas.points, plan.right - left, True)
        after = left + width(name, canvas.points, True) + plan.em * 0.7
        more = shortened(clean(subtitle(panel, tr)), canvas.points, plan.right - after)
        canvas.text(left, box.title, name, f"{panel.code}/name", bold=True)
        if more:
            canvas.text(after, box.title, more, f"{panel.code}/subtitle", colour=canvas.colours.muted)
        end = after + width(more, canvas.points)
        masks.append(_mask(left, end, box, plan))
    canvas.rectangles(masks, "masks", MASK, canvas.colours.background)


def _mask(left: float, right: float, box: PanelBox, plan: Layout) -> tuple[float, float, float, float]:
    return (left, right + plan.em * 0.3, box.title - plan.em * 0.35, box.title + plan.em * 1.0)


def _wrapped(notes: Sequence[str], points: float, room: float) -> list[str]:
    """The notes in as few lines as they fit into, a note never torn unless it is too long for a line."""
    lines: list[str] = []
    for note in notes:
        joined = f"{lines[-1]}  {note}" if lines else note
        if lines and width(joined, points) <= room:
            lines[-1] = joined
        else:
            lines.append(shortened(note, points, room))
    return lines
