"""Before and after an event, on one page: the picture and a plain table, with no word of cause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lupusdiary.charts.curves import DAYS_AFTER, DAYS_BEFORE, Curves, curves_bytes, day_words
from lupusdiary.language import Translator
from lupusdiary.report.texts import NOTHING
from lupusdiary.report.typesetting import typeset

# The periods that are compared: from and to so many days after day 0, which itself counts as before: on the
# day of an infusion blood is drawn first.
COMPARED_PERIODS = ((-DAYS_BEFORE, 0), (1, 90), (91, DAYS_AFTER))

_TEMPLATE = "before_after.typ"
_WIDE = 7.08
_POINTS = 8.5


@dataclass(frozen=True, slots=True)
class Told:
    """What one period says of one item: values, how many of the days that have passed, the median and its
    spread in words; of words as answers the days at or above the stated level instead."""

    count: int
    days: int
    median: str = ""
    spread: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One item or analyte over COMPARED_PERIODS; None where the period has not begun. `daily`: a value a day
    may be, so that days without one are told."""

    name: str
    unit: str
    told: tuple[Told | None, ...]
    daily: bool


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """One event as day 0 in one language: what it is, its picture and its table. `last` is the last day that
    is known; `left_out` says of how many earlier or later cycles there was no room."""

    event: str
    day: date
    last: date
    curves: Curves
    rows: tuple[ComparedRow, ...]
    left_out: int = 0
    demonstration: bool = False


def period_names(tr: Translator) -> list[str]:
    """What each period is called."""
    spans = [f"{day_words(first)} – {day_words(last)}" for first, last in COMPARED_PERIODS]
    return [
        tr.text("Before: {days}", days=spans[0]),
        *(tr.text("After: {days}", days=span) for span in spans[1:]),
    ]


def measures(tr: Translator) -> list[str]:
    """What is told of each period."""
    return [tr.text("Median"), tr.text("Spread"), tr.text("n / days")]


def headings(tr: Translator) -> list[str]:
    """The heads of a flat table: a period and a measure each."""
    names = period_names(tr)
    return [tr.text("Item or test"), *(f"{name}, {each}" for name in names for each in measures(tr))]


def cells(row: ComparedRow, tr: Translator) -> list[str]:
    """One row of the flat table."""
    found = [_named(row)]
    for told in row.told:
        first, spread, number = _cells(told, row, tr)
        found += [first, spread, number]
    return found


def _named(row: ComparedRow) -> str:
    return f"{row.name} ({row.unit})" if row.unit else row.name


def _cells(told: Told | None, row: ComparedRow, tr: Translator) -> tuple[str, str, str]:
    """Median, spread and number; a dash where the period has not begun or nothing is recorded."""
    if told is None:
        return NOTHING, NOTHING, NOTHING
    number = tr.number(told.count)
    if row.daily:
        number = f"{number}/{tr.number(told.days)}"
    return told.level or told.median or NOTHING, "" if told.level else told.spread or NOTHING, number


def write_before_after(found: Mapping[str, BeforeAfter], languages: Sequence[Translator]) -> bytes:
    """The PDF: a page in each of the languages (PDF/UA-1, PDF/A-3a)."""
    from lupusdiary.charts.colours import PAPER

    drawings, parts = [], []
    for tr in languages:
        told = found[tr.code]
        if told.curves.lanes:
            words = tr.text("Before and after"), spoken(told, tr)
            picture = curves_bytes(told.curves, ".svg", PAPER, _WIDE, _POINTS, words, outlined=False)
            drawings.append(picture.decode("utf-8"))
        parts.append(_part(told, tr, len(drawings) - 1 if told.curves.lanes else None))
    last = max(each.last for each in found.values())
    data = {"title": " / ".join(part["title"] for part in parts), "drawings": drawings, "parts": parts}
    return typeset(_TEMPLATE, data, last)


def _part(told: BeforeAfter, tr: Translator, drawing: int | None) -> dict[str, Any]:
    notes = [
        tr.text(
            "Day 0 is the day of the event; it counts as before. Points of daily items: the median of a "
            "week. Spread: of daily items the middle half, of results the lowest to the highest. Results of "
            "different assays are not joined and have no common median."
        ),
        tr.text("Before and after are only shown side by side; nothing is said about why."),
    ]
    if left := told.left_out:
        notes.append(
            tr.plural("{count} more such event is left out.", "{count} more such events are left out.", left)
        )
    return {
        "lang": tr.code,
        "title": tr.text("Before and after"),
        "event": f"{told.event}, {tr.date(told.day, 'full')}",
        "until": tr.text("as of {day}", day=tr.date(told.last, "short")),
        "drawing": drawing,
        "spoken": spoken(told, tr),
        "item": tr.text("Item or test"),
        "periods": period_names(tr),
        "measures": measures(tr),
        "rows": [
            {
                "name": _named(row),
                "told": [
                    {"cells": _cells(each, row, tr), "wide": bool(each and each.level)} for each in row.told
                ],
            }
            for row in told.rows
        ],
        "none": "" if told.rows else tr.text("Nothing is recorded in these days."),
        "notes": notes,
        "foot": tr.text(
            "Recorded by the patient. Not a medical device; does not replace diagnosis or treatment."
        ),
        "fictional": tr.text("Demonstration diary – a fictional person") if told.demonstration else "",
        "differ": tr.text("Results differ from person to person."),
    }


def spoken(told: BeforeAfter, tr: Translator) -> str:
    """The picture in one sentence."""
    names = tr.listing([lane.name for lane in told.curves.lanes]) or NOTHING
    return tr.text(
        "{names} from 90 days before to 365 days after: {cycles}",
        names=names,
        cycles=tr.listing(list(told.curves.cycles)),
    )
