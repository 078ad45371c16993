"""The words of a chart: what stands beside a panel's name, what is noted below, how a value reads."""

from __future__ import annotations

from collections.abc import Iterable

from lupusdiary.charts.bins import DAYS, MONTHS, Bin
from lupusdiary.charts.panels import BARS, LEVELS, TICKS, LabPanel, LabPoint, Panel, ScorePanel, Timeline
from lupusdiary.language import Translator


def subtitle(panel: Panel, tr: Translator) -> str:
    """Unit, scale and range of a panel."""
    if isinstance(panel, ScorePanel):
        parts = [panel.unit, panel.hint]
    else:
        broken = panel.segments[1].why if len(panel.segments) > 1 else ""
        parts = [panel.unit, range_words(panel, tr), broken and tr.text("dotted: {why}", why=broken)]
    return " · ".join(p for p in parts if p)


def range_words(panel: LabPanel, tr: Translator) -> str:
    """The range of the newest sheet that prints one, else the typical one under that name."""
    for point in reversed(panel.points):
        if point.range_text:
            return tr.text("range on the sheet {range}", range=point.range_text)
        if point.range_low is not None or point.range_high is not None:
            words = bounds(point.range_low, point.range_high, tr)
            return tr.text("range on the sheet {range}", range=words)
    if panel.typical and panel.points:
        return tr.text("typical {range}", range=bounds(panel.typical.low, panel.typical.high, tr))
    return ""


def bounds(low: float | None, high: float | None, tr: Translator) -> str:
    """A range as a sheet writes it."""
    if low is None:
        return f"≤ {tr.number(high or 0)}"
    if high is None:
        return f"≥ {tr.number(low)}"
    return f"{tr.number(low)}–{tr.number(high)}"


def notes(timeline: Timeline, size: str, tr: Translator, nameless: int = 0) -> list[str]:
    """What the reader must know to read the picture: fictional, gathered, marks that are not self-evident;
    `nameless` events found no room for their label."""
    found = bare_notes(timeline, size, tr)
    if timeline.demonstration:
        found.insert(0, tr.text("Fictional; results differ from person to person."))
    if nameless:
        found.append(
            tr.plural(
                "{count} event is a short mark without its name, for want of room.",
                "{count} events are short marks without their names, for want of room.",
                nameless,
            )
        )
    return found


def bare_notes(timeline: Timeline, size: str, tr: Translator) -> list[str]:
    """What cannot be read from the curves alone: that days were gathered, and what their marks mean."""
    found = []
    scores = [p for p in timeline.panels if isinstance(p, ScorePanel) and p.points]
    if size != DAYS and any(p.style != TICKS for p in scores):
        found.append(_gathered(size, tr))
    if size != DAYS and any(p.style == TICKS for p in scores):
        found.append(_counted(size, tr))
    results = [r for p in timeline.panels if isinstance(p, LabPanel) for r in p.points]
    if any(r.comparator for r in results):
        found.append(tr.text("Open triangle: printed with < or >, the value lies beyond it."))
    if any(r.value is None and r.low is None for r in results):
        found.append(tr.text("Small upright mark at the foot: a result in words."))
    return found


def _gathered(size: str, tr: Translator) -> str:
    if size == MONTHS:
        return tr.text("Symptoms: monthly medians, pale band: lowest to highest.")
    return tr.text("Symptoms: weekly medians, pale band: lowest to highest.")


def _counted(size: str, tr: Translator) -> str:
    if size == MONTHS:
        return tr.text("Yes/no: days with yes a month.")
    return tr.text("Yes/no: days with yes a week.")


def score_words(panel: ScorePanel, value: float, tr: Translator) -> str:
    """One value of an item as the person reads it."""
    if panel.style == TICKS:
        return tr.text("yes") if value else tr.text("no")
    if panel.style == LEVELS:
        low, high = int(value), round(value + 0.25)
        if low != value:
            return f"{panel.levels[low]}–{panel.levels[high]}"
        return panel.levels[low]
    shown = tr.number(value)
    return f"{shown} {panel.unit}" if panel.unit else shown


def day_words(panel: ScorePanel, found: Bin, tr: Translator) -> str:
    """One recorded day of an item."""
    if panel.style == BARS:
        return f"{tr.number(found.high)}/{tr.number(found.low)} {panel.unit}"
    return score_words(panel, found.middle, tr)


def bin_words(panel: ScorePanel, found: Bin, tr: Translator) -> str:
    """A week or month of an item: median, lowest and highest, recorded days."""
    days = tr.plural("{count} day", "{count} days", found.days)
    if panel.style == TICKS:
        return tr.text("yes on {yes} of {days}", yes=tr.number(found.total), days=days)
    if panel.style == BARS:
        middle = f"{tr.number(found.middle)}/{tr.number(found.middle_low)}"
    else:
        middle = score_words(panel, found.middle, tr)
    low, high = (score_words(panel, v, tr) for v in (found.low, found.high))
    if found.low == found.high:
        return f"{middle} ({days})"
    if panel.style != LEVELS:
        low, high = tr.number(found.low), tr.number(found.high)
    return tr.text("median {middle} ({low}–{high}, {days})", middle=middle, low=low, high=high, days=days)


def result_words(point: LabPoint) -> str:
    """One result with its mark against the sheet's own range."""
    sign = {"above": " ▲", "below": " ▼", "outside": " ◆"}.get(point.mark or "", "")
    return point.shown + sign


def listing(parts: Iterable[str]) -> str:
    """Several short things in one line."""
    return " · ".join(parts)
