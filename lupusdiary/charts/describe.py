"""A chart in sentences: what is recorded, first, last, lowest and highest. It compares with nothing."""

from __future__ import annotations

from statistics import median

from lupusdiary.charts.bins import DAYS, gather
from lupusdiary.charts.panels import BARS, LEVELS, TICKS, LabPanel, LabPoint, ScorePanel, Timeline
from lupusdiary.charts.words import day_words, score_words
from lupusdiary.language import Translator


def describe(timeline: Timeline, tr: Translator) -> list[str]:
    """One sentence a panel, for the eye, for a screen reader and for an alternative text."""
    return [
        _scores(panel, timeline, tr) if isinstance(panel, ScorePanel) else _results(panel, tr)
        for panel in timeline.panels
    ]


def left_out(timeline: Timeline, tr: Translator) -> str:
    """What was asked for and has no record at all; empty if nothing is missing."""
    if not timeline.left_out:
        return ""
    return tr.text("Not recorded yet: {names}.", names=tr.listing(timeline.left_out))


def _scores(panel: ScorePanel, timeline: Timeline, tr: Translator) -> str:
    name, points = panel.name, panel.points
    if not points:
        return _nothing(name, tr)
    days = tr.text(
        "{days} of {total} days", days=tr.number(len(points)), total=tr.number(timeline.period.days)
    )
    if panel.style == TICKS:
        yes = tr.number(sum(p.value for p in points))
        return tr.text("{name}: recorded on {days}, yes on {yes}.", name=name, days=days, yes=yes)
    ends = gather((points[0], points[-1]), DAYS)
    first, last = (day_words(panel, found, tr) for found in (ends[0], ends[-1]))
    if panel.style == BARS:
        return tr.text(
            "{name}: recorded on {days}, first {first}, last {last}.",
            name=name,
            days=days,
            first=first,
            last=last,
        )
    values = [p.value for p in points]
    if panel.style == LEVELS:
        return tr.text(
            "{name}: recorded on {days}, worst {high}, last {last}.",
            name=name,
            days=days,
            high=score_words(panel, max(values), tr),
            last=last,
        )
    middle = median(values)
    return tr.text(
        "{name}: recorded on {days}, median {median}, lowest {low}, highest {high}, last {last}.",
        name=name,
        days=days,
        median=score_words(panel, middle, tr),
        low=score_words(panel, min(values), tr),
        high=score_words(panel, max(values), tr),
        last=last,
    )


def _results(panel: LabPanel, tr: Translator) -> str:
    points = panel.points
    if not points:
        return _nothing(panel.name, tr)
    results = tr.plural("{count} result", "{count} results", len(points))
    first, last = points[0], points[-1]
    if len(points) == 1:
        sentence = tr.text(
            "{name}: {results}, {value} ({day}).",
            name=panel.name,
            results=results,
            value=_dated(first, tr)[0],
            day=_dated(first, tr)[1],
        )
    else:
        sentence = tr.text(
            "{name}: {results}, first {first} ({first_day}), last {last} ({last_day}){extremes}.",
            name=panel.name,
            results=results,
            first=_dated(first, tr)[0],
            first_day=_dated(first, tr)[1],
            last=_dated(last, tr)[0],
            last_day=_dated(last, tr)[1],
            extremes=_extremes(panel, tr),
        )
    if len(panel.segments) > 1:
        sentence += " " + tr.text("The line breaks where the assay or method changed.")
    return sentence


def _extremes(panel: LabPanel, tr: Translator) -> str:
    """The lowest and highest printed number; with a “<” or “>” among them neither is known."""
    points = panel.points
    known = [p for p in points if p.value is not None and p.comparator is None]
    if len(known) < 3 or any(p.comparator for p in points):
        return ""
    low, high = (end(known, key=lambda p: p.value or 0.0) for end in (min, max))
    return tr.text(", lowest {low}, highest {high}", low=low.as_printed, high=high.as_printed)


def _dated(point: LabPoint, tr: Translator) -> tuple[str, str]:
    return point.as_printed, tr.date(point.day, "short")


def _nothing(name: str, tr: Translator) -> str:
    return tr.text("{name}: nothing recorded in this period.", name=name)
