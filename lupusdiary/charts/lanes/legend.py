"""What the marks of a picture mean, each with the mark itself, and what the reader must know beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lupusdiary.charts.bins import DAYS, MONTHS
from lupusdiary.charts.canvas import LINES, Canvas
from lupusdiary.charts.fonts import clean, shortened, width
from lupusdiary.charts.lanes.results import is_joined
from lupusdiary.charts.lanes.tiles import Tile, draw_level_tiles, draw_yes_tiles
from lupusdiary.charts.panels import BARS, LEVELS, LINE, TICKS, EventMark, LabPanel, ScorePanel, Timeline
from lupusdiary.charts.series_style import DASHED, DOTTED
from lupusdiary.language import Translator

LEVEL, YES, EMPTY, BAND, SPREAD = "level", "yes", "empty", "band", "spread"
VISIT, TO_COME, BREAK, TYPICAL = "visit", "to_come", "break", "typical"
BEYOND, IN_WORDS, PLANNED, EVENT = "beyond", "in_words", "planned", "event"
_SYMBOL = 1.1
_AFTER = 0.4
_APART = 1.1
# Of events by their numbers: the curves need the rest of the page.
_MOST_LINES = 16


@dataclass(frozen=True, slots=True)
class Item:
    """A mark ("" for words alone) and what it means; `level` is that of a severity or of yes and no."""

    symbol: str
    words: str
    level: int | None = None


Line = tuple[Item, ...]


def legend(timeline: Timeline, size: str, tr: Translator, *, bare: bool = False) -> list[Item]:
    """The items of a picture in the order in which they are written; `bare` has only those
    that neither the names of the lanes nor the values at the points tell."""
    scores = [p for p in timeline.panels if isinstance(p, ScorePanel) and p.points]
    labs = [p for p in timeline.panels if isinstance(p, LabPanel) and p.points]
    own = [*_tiles(scores, size, tr), *_spread(scores, size, tr), *_results(labs, tr, bare=bare)]
    if bare:
        return own
    return [*_fictional(timeline, tr), *_nothing_here(timeline, tr), *own, *_marks(timeline, tr)]


def _fictional(timeline: Timeline, tr: Translator) -> list[Item]:
    said = tr.text("Fictional; results differ from person to person.")
    return [Item("", said)] if timeline.demonstration else []


def _spread(scores: Sequence[ScorePanel], size: str, tr: Translator) -> list[Item]:
    """What a point of several days holds."""
    drawn = size != DAYS and any(p.style in (LINE, BARS) for p in scores)
    return [Item(SPREAD, tr.text("lowest to highest"))] if drawn else []


def _results(labs: Sequence[LabPanel], tr: Translator, *, bare: bool) -> list[Item]:
    """What laboratory results need beside their values; `bare` without what the values themselves tell."""
    results = [r for p in labs for r in p.points]
    whys = dict.fromkeys(s.why for p in labs for s in p.segments if s.why)
    found = []
    if not bare and any(r.has_range for r in results):
        found.append(Item(BAND, tr.text("range on that sheet")))
    if any(p.typical and not any(r.has_range for r in p.points) for p in labs):
        found.append(Item(TYPICAL, tr.text("typical range")))
    found += [Item(BREAK, why) for why in whys]
    if not bare and any(r.comparator for r in results):
        found.append(Item(BEYOND, tr.text("printed with < or >: the value lies beyond")))
    if any(is_joined(p) and len({r.day for r in p.points}) < len(p.points) for p in labs):
        found.append(Item("", tr.text("several results of one day: the line goes through the last entered")))
    if not bare and any(r.value is None and r.low is None for r in results):
        found.append(Item(IN_WORDS, tr.text("a result in words")))
    return found


def _nothing_here(timeline: Timeline, tr: Translator) -> list[Item]:
    """What was asked for and is not drawn, since nothing is recorded in this time or at all."""
    names = [p.name for p in timeline.panels if not p.points] + list(timeline.left_out)
    return [Item("", tr.text("Not recorded: {names}", names=tr.listing(names)))] if names else []


def _tiles(scores: Sequence[ScorePanel], size: str, tr: Translator) -> list[Item]:
    levels = next((p.levels for p in scores if p.style == LEVELS), ())
    found = [Item(LEVEL, word, number) for number, word in enumerate(levels[:4])]
    if any(p.style == TICKS for p in scores):
        if not levels:
            found.append(Item(YES, tr.text("no"), 0))
        found.append(Item(YES, tr.text("yes"), 1))
    if not found:
        return []
    found.append(Item(EMPTY, tr.text("not recorded")))
    if size != DAYS:
        one = tr.text("one tile is one month: its worst day")
        found.append(Item("", one if size == MONTHS else tr.text("one tile is one week: its worst day")))
    return found


def _marks(timeline: Timeline, tr: Translator) -> list[Item]:
    found = []
    to_come = [day for day in timeline.visits if timeline.today is not None and day > timeline.today]
    if len(to_come) < len(timeline.visits):
        found.append(Item(VISIT, tr.text("visit")))
    if to_come:
        found.append(Item(TO_COME, tr.text("visit to come")))
    doses = timeline.doses.steps if timeline.doses else ()
    if any(step.planned for step in doses) or any(bar.planned for bar in timeline.medicines):
        found.append(Item(PLANNED, tr.text("planned")))
    if any(bar.heard for bar in timeline.medicines):
        found.append(Item(PLANNED, tr.text("heard, not confirmed")))
    return found


def unnamed(count: int, tr: Translator) -> Item:
    """What the event marks without words are."""
    return Item(EVENT, tr.plural("{count} more event", "{count} more events", count))


def numbered(events: Sequence[EventMark], points: float, room: float, tr: Translator) -> list[Line]:
    """Lines with the events whose words found no room, by their numbers: on paper there is no pointer."""
    items = [
        Item("", f"{number} {event.label} ({tr.date(event.day, 'short')})")
        for number, event in enumerate(events, 1)
    ]
    lines = wrapped(items, points, room)
    if len(lines) <= _MOST_LINES:
        return lines
    left_out = sum(len(line) for line in lines[_MOST_LINES:])
    return [*lines[:_MOST_LINES], (Item("", tr.plural("and {count} more", "and {count} more", left_out)),)]


def wrapped(items: Sequence[Item], points: float, room: float) -> list[Line]:
    """The items in as few lines as they fit into, none torn."""
    lines: list[list[Item]] = []
    used = 0.0
    for item in items:
        wide = _width(item, points)
        if lines and used + wide <= room:
            lines[-1].append(item)
            used += wide
        else:
            lines.append([item])
            used = wide
    return [tuple(line) for line in lines]


def _width(item: Item, points: float) -> float:
    em = points / 72
    return width(clean(item.words), points) + em * (_APART + (_SYMBOL + _AFTER if item.symbol else 0.0))


def draw_legend(canvas: Canvas, lines: Sequence[Line], left: float, base: float, room: float) -> None:
    """Lines of items; the base line of the first is `base`."""
    em = canvas.points / 72
    for number, line in enumerate(lines):
        x, y = left, base - number * em * 1.4
        for item in line:
            start = x
            if item.symbol:
                _draw_symbol(canvas, item, start, y)
                start += em * (_SYMBOL + _AFTER)
            words = shortened(clean(item.words), canvas.points, left + room - start)
            canvas.text(start, y, words, "note", colour=canvas.colours.muted)
            x += _width(item, canvas.points)


def _draw_symbol(canvas: Canvas, item: Item, x: float, base: float) -> None:
    colours, em, kind = canvas.colours, canvas.points / 72, item.symbol
    right, bottom, top, middle = x + em * _SYMBOL, base - em * 0.16, base + em * 0.9, base + em * 0.36
    centre, name = (x + right) / 2, f"legend/{kind}"
    whole = (x, right, bottom, top)
    tile = [Tile(x + em * 0.05, right - em * 0.05, item.level)]
    if kind in (LEVEL, EMPTY):
        draw_level_tiles(canvas, tile, bottom, top, name)
    elif kind == YES:
        draw_yes_tiles(canvas, tile, bottom, top, name)
    elif kind == BAND:
        canvas.rectangles([whole], name, LINES, colours.band, edgecolor=colours.band_edge, linewidth=0.8)
    elif kind == SPREAD:
        canvas.rectangles([whole], name, LINES, colours.series[0], alpha=0.28)
    elif kind in (VISIT, TO_COME, BEYOND):
        side = em * 0.36
        corners = [(centre - side, middle + side * 0.8), (centre + side, middle + side * 0.8)]
        shape = [[*corners, (centre, middle - side * 0.8)]]
        fill = colours.text if kind == VISIT else "none"
        canvas.polygons(shape, name, LINES, fill, edgecolor=colours.text, linewidth=1.0)
    elif kind == EVENT:
        side = em * 0.22
        shape = [
            [
                (centre - side, middle),
                (centre, middle + side),
                (centre + side, middle),
                (centre, middle - side),
            ]
        ]
        canvas.polygons(shape, name, LINES, colours.muted)
    elif kind == BREAK:
        upright = ((centre, bottom - em * 0.1), (centre, top + em * 0.1))
        canvas.strokes([upright], name, LINES, colours.text, linewidth=1.3, linestyle=DOTTED)
    elif kind == IN_WORDS:
        canvas.strokes([((centre, bottom), (centre, middle))], name, LINES, colours.muted, linewidth=1.6)
    else:
        across = ((x, middle), (right, middle))
        canvas.strokes([across], name, LINES, colours.muted, linewidth=1.3, linestyle=DASHED)
