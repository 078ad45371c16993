"""The page at a glance: five lines that always stand in the same order, the only ones that rank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from lupusdiary.domain.records import Flare, TreatmentEvent
from lupusdiary.domain.scale import DURATION, NRS, SEVERITY, TEMPERATURE, YES_NO
from lupusdiary.domain.symptom_facts import clinical_items
from lupusdiary.domain.treatment import EVENT_KINDS, kept_kind
from lupusdiary.language import Translator
from lupusdiary.report.summary import SymptomRow, VisitSummary
from lupusdiary.report.symptom_table import ARROWS, counted, shown
from lupusdiary.report.texts import NOTHING, Piece, bold, day_words, more_words, plain

_MOST_DATES = 3


def glance(summary: VisitSummary, tr: Translator) -> dict[str, Any]:
    """Heading and lines; each line has pieces, the first of which the template prints as far as they fit."""
    rows = _in_catalogue_order(summary.symptoms)
    lines = [
        (tr.text("Happened"), _happened(summary, tr)),
        (tr.text("Medicines"), _medicines(summary, tr)),
        (tr.text("Differences"), _differences(rows, tr)),
        (tr.text("New"), _new(rows, summary.period.end, tr)),
        (tr.text("“Yes” days"), _yes(rows, summary.period.end, tr)),
    ]
    return {
        "heading": tr.text("At a glance"),
        "aside": tr.text("largest difference first, rules below"),
        "lines": [
            {"label": label, "pieces": pieces or [[plain(NOTHING)]], "more": more_words(len(pieces) or 1, tr)}
            for label, pieces in lines
        ],
    }


def _in_catalogue_order(rows: Sequence[SymptomRow]) -> list[SymptomRow]:
    place = {code: at for at, code in enumerate(clinical_items())}
    return sorted(rows, key=lambda row: place.get(row.symptom.id, len(place)))


def _happened(summary: VisitSummary, tr: Translator) -> list[Piece]:
    end = summary.period.end
    counts = Counter(event.kind for event in summary.events)
    order = {kind: at for at, kind in enumerate(EVENT_KINDS)}
    pieces: list[Piece] = []
    for kind in sorted(counts, key=lambda each: order.get(each, len(order))):
        last = max((event for event in summary.events if event.kind == kind), key=lambda event: event.day)
        pieces.append(
            [
                plain(f"{_short(kind, tr)} "),
                bold(tr.number(counts[kind])),
                plain(f" ({_event_words(last, end, tr)})"),
            ]
        )
    pieces += [[plain(flare_words(flare, end, tr, dated=True))] for flare in summary.flares]
    if summary.nothing_else is not None:
        words = tr.text("nothing else happened") if pieces else tr.text("nothing happened")
        if summary.nothing_else < end:
            day = day_words(summary.nothing_else, end, tr)
            words = tr.text("{words} up to {day}", words=words, day=day)
        pieces.append([plain(words)])
    elif pieces:
        pieces.append([plain(tr.text("anything else: {nothing}", nothing=NOTHING))])
    return pieces


def _medicines(summary: VisitSummary, tr: Translator) -> list[Piece]:
    """What changed, then of which medicines something was skipped; “no change” only where any is recorded."""
    pieces = [[plain(tr.pick(*change.text))] for change in summary.medicine_changes]
    if summary.medicines and not pieces:
        words = tr.text("No change of medicines is recorded since the last visit.")
        if not summary.since_visit:
            words = tr.text("No change of medicines is recorded in this period.")
        pieces.append([plain(words)])
    for row in summary.medicines:
        if row.skipped:
            number = f"{tr.number(row.skipped)}/{tr.number(row.known)}"
            words = tr.text("skipped {name} {number}", name=tr.pick(*row.name.text), number=number)
            pieces.append([plain(words)])
    return pieces


def _event_words(event: TreatmentEvent, end: date, tr: Translator) -> str:
    words = day_words(event.day, end, tr)
    title = event.title or ""
    return f"{words} {title[:40]}{'…' if len(title) > 40 else ''}".strip()


def flare_words(flare: Flare, end: date, tr: Translator, *, dated: bool) -> str:
    """A flare as the person or her doctor calls it, and whether it goes on."""
    start = day_words(flare.start, end, tr)
    if flare.end is None or flare.end > end:
        if dated:
            return tr.text("flare since {date}, goes on", date=start)
        return tr.text("Flare, as the person or her doctor calls it; it goes on")
    until = day_words(flare.end, end, tr)
    if dated:
        return tr.text("flare {start} to {end}", start=start, end=until)
    return tr.text("Flare until {date}, as the person or her doctor calls it", date=until)


def _differences(rows: Sequence[SymptomRow], tr: Translator) -> list[Piece]:
    ranked = sorted((row for row in rows if row.rank > 0), key=lambda row: -row.rank)
    return [_difference(row, tr) for row in ranked]


def _difference(row: SymptomRow, tr: Translator) -> Piece:
    symptom, arrow = row.symptom, ARROWS[row.direction]
    name = _name(row, tr)
    if symptom.scale.type in (SEVERITY, YES_NO):
        measure = tr.text("“moderate” or worse") if symptom.scale.type == SEVERITY else tr.text("“yes”")
        days = tr.text("{counted} days", counted=counted(row.now, tr))
        before = tr.text("previous {number}", number=counted(row.before, tr))
        return [plain(f"{name} {measure} "), bold(days), plain(f" ({before}) {arrow}".rstrip())]
    measure = tr.context("statistic", "median") if symptom.scale.type in (NRS, DURATION) else ""
    measure = measure or tr.context("statistic", "highest")
    piece = [
        plain(f"{name} {measure} "),
        bold(shown(symptom, row.now, tr)),
        plain(f" ({shown(symptom, row.before, tr)}) {arrow}".rstrip()),
    ]
    if row.recent is not None:
        piece += [plain(", " + tr.text("last 14 days") + " "), bold(shown(symptom, row.recent, tr))]
    return piece


def _new(rows: Sequence[SymptomRow], end: date, tr: Translator) -> list[Piece]:
    pieces: list[Piece] = []
    for row in rows:
        name = _name(row, tr)
        if row.symptom.scale.type == TEMPERATURE:
            if row.high_days:
                pieces.append([plain(name + " "), *_fevers(row, end, tr)])
        elif row.is_new:
            days = tr.text("last 14 days {counted}", counted=counted(row.recent, tr))
            pieces.append([plain(f"{name} "), bold(days)])
    return pieces


def _fevers(row: SymptomRow, end: date, tr: Translator) -> Piece:
    """Every day of 38.0 degrees or more; of many, how many and the last ones."""
    days = row.high_days
    dates = tr.listing(
        [f"{row.symptom.show(value, tr)} {day_words(day, end, tr)}" for day, value in days[-_MOST_DATES:]]
    )
    count = tr.plural(
        "{limit} or more on {count} day",
        "{limit} or more on {count} days",
        len(days),
        limit=row.symptom.show(38.0, tr),
    )
    if len(days) > _MOST_DATES:
        dates = tr.text("the last ones {dates}", dates=dates)
    return [bold(count), plain(f" ({dates})")]


def _yes(rows: Sequence[SymptomRow], end: date, tr: Translator) -> list[Piece]:
    asked = [row for row in rows if row.symptom.scale.type == YES_NO and row.now is not None]
    pieces: list[Piece] = []
    for row in asked:
        if not row.high_days:
            continue
        dates = [day_words(day, end, tr) for day, _ in row.high_days[-_MOST_DATES:]]
        ellipsis = "… " if len(row.high_days) > _MOST_DATES else ""
        count = tr.plural("{count} day", "{count} days", len(row.high_days))
        words = f" ({ellipsis}{tr.listing(dates)})"
        pieces.append([plain(f"{_name(row, tr)} "), bold(count), plain(words)])
    if asked and not pieces:
        return [[plain(tr.text("all yes/no items 0 days"))]]
    if len(asked) > len(pieces):
        pieces.append([plain(tr.text("other yes/no items 0 days"))])
    return pieces


def _short(kind: str, tr: Translator) -> str:
    return kept_kind(kind).name(tr).partition("(")[0].strip()


def _name(row: SymptomRow, tr: Translator) -> str:
    """Its name without what a bracket explains; the table says it in full."""
    name = row.symptom.name(tr)
    return name if row.symptom.own else name.partition("(")[0].strip() or name
