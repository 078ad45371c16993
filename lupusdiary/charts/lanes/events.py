"""Draws what stands above the lanes and runs through all of them: time, visits, flares, events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from lupusdiary.charts.canvas import FLARES, GRID, LINES, MARKS, Area, Rectangle, Stroke
from lupusdiary.charts.fonts import clean, shortened, two_lines, width
from lupusdiary.charts.label_placement import LabelPlace, LabelRequest, place
from lupusdiary.charts.lanes.layout import Layout
from lupusdiary.charts.panels import EventMark, Timeline
from lupusdiary.charts.series_style import DOTTED
from lupusdiary.charts.time_axis import TimeTick
from lupusdiary.language import Translator

ROWS = 3
# What takes more of the plot than this is said in fewer words.
_LONGEST_LABEL = 0.6
_BESIDE = 0.75
FLARE = "flare"
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
    """An event's words and where they stand."""

    words: str
    event: EventMark
    place: LabelPlace


@dataclass(frozen=True, slots=True)
class EventChip:
    """Events that found no room for their words, by their numbers (“3”, “4–7”); `left` in inches."""

    words: str
    left: float
    day: date


@dataclass(frozen=True, slots=True)
class EventRows:
    """The events of a picture: those with their words, and those that are a number, named in the margin or
    the legend. `rows` counts the row of numbers too."""

    labels: tuple[Label, ...]
    chips: tuple[EventChip, ...]
    numbered: tuple[EventMark, ...]
    rows: int

    def without_numbers(self) -> EventRows:
        """The same where nothing would say what the numbers mean."""
        return replace(self, chips=())


def event_rows(
    timeline: Timeline, left: float, right: float, points: float, tr: Translator, *, bare: bool
) -> EventRows:
    """Where the events stand; `bare` has one row, flares in it too, and leaves out what has no room there."""
    em = points / 72
    first = timeline.period.start
    flares = [EventMark(max(f.start, first), FLARE, tr.text("Flare")) for f in timeline.flares if bare]
    events = [*timeline.events, *flares]
    texts = [event_words(e, points, (right - left) * _LONGEST_LABEL) for e in events]
    middles = [_x(timeline, e.day, left, right) for e in events]
    wanted = [
        LabelRequest(x, width(words, points, event.day_zero) + em * (_BESIDE + 0.2), _rank(event))
        for x, words, event in zip(middles, texts, events, strict=True)
    ]
    places = place(wanted, left, right, 1 if bare else ROWS, em * 0.5)
    placed = zip(texts, events, places, strict=True)
    labels = tuple(Label(words, event, at) for words, event, at in placed if at is not None)
    rows = max((label.place.row + 1 for label in labels), default=0)
    numbered = [] if bare else [e for e, at in zip(events, places, strict=True) if at is None]
    chips = _chips(timeline, numbered, left, right, points)
    return EventRows(labels, chips, tuple(numbered), rows + bool(chips))


def event_words(event: EventMark, points: float, room: float, before: str = "") -> str:
    """What is said of an event behind `before` in `room` inches: all of it or, whole as well, only its
    kind. What has no kind before a colon ends in an ellipsis."""
    words = clean(before + event.label)
    kind = words.partition(": ")[0]
    if width(words, points, event.day_zero) > room >= width(kind, points, event.day_zero):
        return kind
    return shortened(words, points, room, event.day_zero)


def named_events(
    events: Sequence[EventMark], points: float, room: float
) -> list[tuple[int, tuple[str, ...]]]:
    """What stands for numbered events in a margin of `room` inches, each in one or two lines, with the number
    of the last that it tells of: those of one kind that follow each other stand together (“4–9”)."""
    groups: list[tuple[list[int], str]] = []
    for at, event in enumerate(events):
        words = event_words(event, points, room, f"{at + 1} ").removeprefix(f"{at + 1} ")
        whole = clean(event.label)
        if words not in (whole, kind := whole.partition(": ")[0]):
            words = kind
        if groups and groups[-1][1] == words:
            groups[-1][0].append(at)
        else:
            groups.append(([at], words))
    found = []
    for numbers, words in groups:
        lines = two_lines(f"{_numbers(numbers)} {words}", points, room, bold=False)
        found.append((numbers[-1] + 1, tuple(shortened(line, points, room) for line in lines)))
    return found


def _chips(
    timeline: Timeline, events: Sequence[EventMark], left: float, right: float, points: float
) -> tuple[EventChip, ...]:
    """Numbers at their days; those that would touch are one chip."""
    em = points / 72

    def ends(group: Sequence[int]) -> tuple[float, float]:
        wide = width(_numbers(group), points) + em * 0.6
        start = min(_x(timeline, events[group[0]].day, left, right) - em * 0.3, right - wide)
        return start, start + wide

    groups: list[list[int]] = []
    for number in range(len(events)):
        group = [number]
        while groups and ends(groups[-1])[1] + em * 0.3 > ends(group)[0]:
            group = [*groups.pop(), *group]
        groups.append(group)
    return tuple(EventChip(_numbers(g), ends(g)[0], events[g[0]].day) for g in groups)


def _numbers(group: Sequence[int]) -> str:
    first, last = group[0] + 1, group[-1] + 1
    return str(first) if first == last else f"{first}–{last}"


def _x(timeline: Timeline, day: date, left: float, right: float) -> float:
    return left + ((day - timeline.period.start).days + 0.5) * (right - left) / timeline.period.days


def _rank(event: EventMark) -> int:
    """Which words are kept first where there is not room for all."""
    if event.day_zero:
        return 0
    return 1 if event.kind in _TURNING_POINTS else 2 if event.kind == FLARE else 3


def draw_events(area: Area, plan: Layout, rows: EventRows) -> None:
    """A mark and whole words for each event, a number where there is no room for them, and a line through all
    lanes at day 0."""
    canvas, colours, em = area.canvas, area.canvas.colours, plan.em
    diamonds = []
    for label in rows.labels:
        x, zero = area.x(label.event.day.toordinal()), label.event.day_zero
        base = plan.events - label.place.row * em * 1.45
        middle = base + em * 0.36
        side = em * 0.22
        diamonds.append([(x - side, middle), (x, middle + side), (x + side, middle), (x, middle - side)])
        before = label.place.left < x - em * 0.1
        left = label.place.left + em * (0.2 if before else _BESIDE)
        canvas.text(
            left, base, label.words, "event", bold=zero, colour=colours.accent if zero else None, halo=True
        )
        if zero:
            canvas.strokes(
                [((x, plan.bottom), (x, middle))], "day_zero", MARKS, colours.accent, linewidth=1.4
            )
    canvas.polygons(diamonds, "events", LINES, colours.text)
    base = plan.events - (rows.rows - 1) * em * 1.45
    if not rows.chips:
        middle, side = base + em * 0.36, em * 0.22
        xs = [area.x(event.day.toordinal()) for event in rows.numbered]
        marks = [[(x - side, middle), (x, middle + side), (x + side, middle), (x, middle - side)] for x in xs]
        canvas.polygons(marks, "events_unnamed", LINES, colours.muted)
    pills: list[Rectangle] = []
    for chip in rows.chips:
        wide = width(chip.words, canvas.points)
        pills.append((chip.left, chip.left + wide + em * 0.6, base - em * 0.28, base + em))
        canvas.text(chip.left + em * 0.3, base, chip.words, "event_number", colour=colours.muted)
    canvas.rectangles(pills, "event_numbers", MARKS, "none", edgecolor=colours.tile_edge, linewidth=0.7)


def draw_flares(area: Area, plan: Layout, timeline: Timeline, tr: Translator) -> None:
    """Hatched spans through all lanes, named at their head; the name of today keeps its place there."""
    found = []
    canvas, colours = area.canvas, area.canvas.colours
    words = tr.text("Flare")
    for flare in timeline.flares:
        start = max(flare.start, area.period.start).toordinal() - 0.5
        end = min(flare.end or area.period.end, area.period.end).toordinal() + 0.5
        left, right = area.x(start), area.x(end)
        found.append((left, right, plan.bottom, plan.marks_top))
    taken, wide = area.left - plan.em, width(words, canvas.points)
    now = _today_left(area, plan, timeline.today, tr)
    for left, right, _, _ in sorted(found):
        at = min(max((left + right - wide) / 2, area.left), area.right - wide)
        if now is not None and at + wide > now - plan.em * 0.4:
            at = now - plan.em * 0.4 - wide
        if plan.head.flares and at >= taken + plan.em * 0.4:
            canvas.text(at, plan.flares, words, "flare_name", colour=colours.text)
            taken = at + wide
    canvas.rectangles(found, "flares", FLARES, colours.flare, alpha=0.13)
    canvas.rectangles(found, "flares_hatch", FLARES, "none", edgecolor=colours.flare, hatch="//", alpha=0.4)


def draw_time(area: Area, plan: Layout, ticks: Sequence[TimeTick]) -> None:
    """Upright lines at the named days, and their names above the lanes: a month's in the middle of it."""
    canvas, colours = area.canvas, area.canvas.colours
    places = [area.x(t.day.toordinal() - 0.5) for t in ticks]
    upright: list[Stroke] = [((x, plan.bottom), (x, plan.marks_top)) for x in places]
    canvas.strokes(upright, "time_grid", GRID, colours.grid, linewidth=0.8)
    taken = area.left
    for (x, after), tick in zip(pairwise([*places, area.right]), ticks, strict=True):
        label = tick.label
        if tick.short and width(label, canvas.points) > after - x:
            label = tick.short
        wide = width(label, canvas.points)
        middle = (x + after) / 2 if tick.lasting and after - x > wide else area.x(tick.day.toordinal())
        left = middle - wide / 2
        if left >= taken and left + wide <= area.right:
            canvas.text(left, plan.axis, label, "time", colour=colours.muted)
            taken = left + wide + plan.em * 0.6


def draw_visits(area: Area, plan: Layout, timeline: Timeline) -> None:
    """A triangle at each visit, hollow where it is still to come."""
    if not plan.head.visits:
        return
    canvas, colours = area.canvas, area.canvas.colours
    side = plan.em * 0.38
    upper, lower = plan.visits + side * 0.8, plan.visits - side * 0.8
    found: dict[bool, list[list[tuple[float, float]]]] = {False: [], True: []}
    for day in timeline.visits:
        x = area.x(day.toordinal())
        to_come = timeline.today is not None and day > timeline.today
        found[to_come].append([(x - side, upper), (x + side, upper), (x, lower)])
    canvas.polygons(found[False], "visits", LINES, colours.text)
    canvas.polygons(found[True], "visits_to_come", LINES, "none", edgecolor=colours.text, linewidth=0.9)


def _today_left(area: Area, plan: Layout, today: date | None, tr: Translator) -> float | None:
    """Where the name of today begins; None where today is not among the days, or the last of them."""
    if today is None or not area.period.start <= today < area.period.end:
        return None
    x = area.x(today.toordinal() + 0.5)
    return min(x + plan.em * 0.3, area.right - width(tr.text("Today"), area.canvas.points))


def draw_today(area: Area, plan: Layout, today: date | None, tr: Translator) -> None:
    """Where the recorded days end and what is to come begins."""
    left = _today_left(area, plan, today, tr)
    if today is None or left is None:
        return
    canvas = area.canvas
    x = area.x(today.toordinal() + 0.5)
    strokes: list[Stroke] = [((x, plan.bottom), (x, plan.marks_top))]
    canvas.strokes(strokes, "today", MARKS, canvas.colours.muted, linewidth=0.9, linestyle=DOTTED)
    if plan.head.flares:
        canvas.text(left, plan.flares, tr.text("Today"), "today_name", colour=canvas.colours.muted, halo=True)
