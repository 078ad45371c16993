"""Draws what all panels share: the time axis, events, flares, visits and the strip of recorded days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lupusdiary.charts.canvas import FLARES, GRID, LINES, MARKS, MASK, Area, Rectangle, Stroke
from lupusdiary.charts.fonts import clean, shortened, width
from lupusdiary.charts.label_placement import Place, Wanted, place
from lupusdiary.charts.layout import Layout
from lupusdiary.charts.panels import EventMark, FlareSpan, Timeline
from lupusdiary.charts.time_axis import TimeTick
from lupusdiary.language import Translator

ROWS = 4
_LONGEST_LABEL = 13.0
_LONGEST_BARE_LABEL = 16.0
_TURNING_POINTS = frozenset(
    {
        "diagnosis",
        "complication",
        "pregnancy",
        "kidney_biopsy",
        "kidney_transplant",
        "dialysis_start",
        "hospital_admission",
        "infection_serious",
        "surgery",
    }
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label of the lane above the panels and where it stands; `place` None: there was no room."""

    words: str
    day: date
    place: Place | None
    event: EventMark | None


def lane_labels(
    timeline: Timeline, left: float, right: float, points: float, tr: Translator, bare: bool = False
) -> tuple[list[Label], int]:
    """The labels of events and flares with their places, and how many rows they take; `bare` has one row, and
    leaves out what has no room in it."""
    em = points / 72
    longest = em * (_LONGEST_BARE_LABEL if bare else _LONGEST_LABEL)
    entries: list[tuple[date, str, EventMark | None]] = [
        (e.day, shortened(clean(e.label), points, longest, True), e) for e in timeline.events
    ]
    entries += [(max(f.start, timeline.period.start), tr.text("Flare"), None) for f in timeline.flares]
    a_day = (right - left) / timeline.period.days
    wanted = [
        Wanted(
            left + ((day - timeline.period.start).days + 0.5) * a_day,
            width(words, points, bool(event and event.day_zero)) + em * 0.9,
            _rank(event),
            event is not None,
        )
        for day, words, event in entries
    ]
    places = place(wanted, left, right, 1 if bare else ROWS, em * 0.35)
    labels = [Label(words, day, at, event) for (day, words, event), at in zip(entries, places, strict=True)]
    if bare:
        labels = [label for label in labels if label.place]
    return labels, max((at.row + 1 for at in places if at), default=0)


def _rank(event: EventMark | None) -> int:
    """Which names are kept first where there is not room for all."""
    if event is None:
        return 2
    return 0 if event.day_zero else 1 if event.kind in _TURNING_POINTS else 3


def draw_labels(area: Area, plan: Layout, labels: Sequence[Label]) -> None:
    """Marks through all panels, and the labels in their lane."""
    canvas, colours, em = area.canvas, area.canvas.colours, plan.em
    strokes: dict[bool, list[Stroke]] = {False: [], True: []}
    pills: dict[bool, list[Rectangle]] = {False: [], True: []}
    for label in labels:
        x = area.x(label.day.toordinal())
        at, zero = label.place, bool(label.event and label.event.day_zero)
        base = plan.lane + (at.row * plan.line * 1.1 if at else 0.0)
        if label.event:
            # One without a name is a short mark: lines without names would be a thicket.
            end = plan.strip.bottom if at else plan.marks_top - em * 0.6
            strokes[zero].append(((x, end), (x, base - em * 0.3 if at else plan.marks_top)))
        if at is None:
            continue
        if label.event:
            right = at.left + width(label.words, canvas.points, zero) + em * 0.7
            pills[zero].append((at.left, right, base - em * 0.34, base + em * 1.02))
        canvas.text(
            at.left + em * 0.35,
            base,
            label.words,
            "event" if label.event else "flare_name",
            bold=zero,
            colour=colours.background if zero else colours.text if label.event else colours.muted,
        )
    for zero, colour in ((False, colours.muted), (True, colours.accent)):
        name = "day_zero" if zero else "events"
        canvas.strokes(strokes[zero], name, MARKS, colour, linewidth=1.6 if zero else 0.9)
        canvas.rectangles(pills[zero], f"{name}_labels", LINES, colours.accent if zero else colours.grid)


def draw_flares(area: Area, plan: Layout, flares: Sequence[FlareSpan]) -> None:
    """Shaded spans through all panels; hatched, so that a grey print keeps them."""
    found = []
    for flare in flares:
        start = max(flare.start, area.period.start).toordinal() - 0.5
        end = min(flare.end or area.period.end, area.period.end).toordinal() + 0.5
        found.append((area.x(start), area.x(end), plan.strip.bottom, plan.marks_top))
    colours = area.canvas.colours
    area.canvas.rectangles(found, "flares", FLARES, colours.flare, alpha=0.16)
    if colours.hatched:
        area.canvas.rectangles(
            found, "flares_hatch", FLARES, "none", edgecolor=colours.flare, hatch="//", alpha=0.45
        )


def draw_time(area: Area, plan: Layout, ticks: Sequence[TimeTick]) -> None:
    """Upright lines at the named days, and their names below (and above) the panels."""
    canvas, colours = area.canvas, area.canvas.colours
    places = [area.x(t.day.toordinal() - 0.5) for t in ticks]
    top = plan.panels[0].top if plan.panels else plan.strip.top
    canvas.strokes(
        [((x, plan.strip.bottom), (x, top)) for x in places], "time_grid", GRID, colours.grid, linewidth=0.8
    )
    end = plan.left
    for x, tick in zip(places, ticks, strict=True):
        half = width(tick.label, canvas.points) / 2
        if x - half < end or x + half > plan.width:
            continue
        end = x + half + plan.em * 0.8
        for y in (plan.axis, plan.upper_axis):
            if y is not None:
                canvas.text(x, y, tick.label, "time", colour=colours.muted, align=0.5)


def draw_strip(area: Area, plan: Layout, timeline: Timeline, tr: Translator) -> None:
    """The days with a record, the visits above them, and what both are called."""
    canvas, colours = area.canvas, area.canvas.colours
    runs: list[Rectangle] = []
    for day in timeline.recorded:
        start = day.toordinal() - 0.5
        if runs and runs[-1][1] == start:
            start = runs.pop()[0]
        runs.append((start, day.toordinal() + 0.5, 0.0, 0.62 if timeline.visits else 1.0))
    canvas.rectangles(runs, "recorded", LINES, colours.accent, area=area)
    visits: list[Stroke] = [((d.toordinal(), 0.72), (d.toordinal(), 1.0)) for d in timeline.visits]
    canvas.strokes(visits, "visits", LINES, colours.text, area=area, linewidth=2.0)
    canvas.strokes(
        [((area.left, area.bottom), (area.right, area.bottom))],
        "strip_base",
        GRID,
        colours.grid,
        linewidth=0.8,
    )
    words = tr.text(
        "Recorded on {recorded} of {total} days",
        recorded=tr.number(len(timeline.recorded)),
        total=tr.number(timeline.period.days),
    )
    if timeline.visits:
        words += " · " + tr.plural("{count} visit (ticks)", "{count} visits (ticks)", len(timeline.visits))
    words = shortened(words, canvas.points, area.right - plan.em * 0.4)
    left, base = plan.em * 0.4, plan.strip.title
    canvas.text(left, base, words, "strip_title", colour=colours.muted)
    hidden = (left, left + width(words, canvas.points) + plan.em * 0.3, base - plan.em * 0.35, base + plan.em)
    canvas.rectangles([hidden], "strip_mask", MASK, colours.background)
