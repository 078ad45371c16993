"""What happened since the last visit, what was agreed there, and when the check-ups were."""

from __future__ import annotations

from datetime import date
from typing import Any

from lupusdiary.domain.records import TreatmentEvent
from lupusdiary.domain.treatment import CART_INFUSION, kept_kind
from lupusdiary.language import Translator
from lupusdiary.report.glance import flare_words
from lupusdiary.report.summary import MOST_EVENTS, VisitSummary
from lupusdiary.report.texts import NOTHING, day_words, rest_words

_OTHER = "other"
_MOST_VISITS = 6


def happened(summary: VisitSummary, tr: Translator) -> dict[str, Any]:
    """The newest events and flares in the order of their days, and the lines below them."""
    end = summary.period.end
    entries = [(event.day, event_words(event, tr)) for event in summary.events]
    for flare in summary.flares:
        words = flare_words(flare, end, tr, dated=False)
        entries.append((flare.start, f"{words}: {flare.note}" if flare.note else words))
    entries.sort(key=lambda entry: entry[0])
    agreed = ""
    if summary.agreed:
        agreed = tr.text("agreed last time: {words}", words=" · ".join(summary.agreed))
    heading = tr.text("Since the last visit") if summary.since_visit else tr.text("In this period")
    return {
        "heading": heading,
        "agreed": agreed,
        "rest": rest_words(len(entries), MOST_EVENTS, tr),
        "entries": [{"day": day_words(day, end, tr), "text": text} for day, text in entries],
        "none": "" if entries else NOTHING,
        "lines": [
            line for line in (_infusion(summary, tr), _visits(summary, tr), _check_ups(summary, tr)) if line
        ],
    }


def event_words(event: TreatmentEvent, tr: Translator) -> str:
    """The kind and the person's words for it, unless one says the other, and her note."""
    name = kept_kind(event.kind).name(tr)
    if event.title and (event.kind == _OTHER or name.partition("(")[0].strip() in event.title):
        words = event.title
    else:
        words = tr.text("{kind}: {title}", kind=name, title=event.title) if event.title else name
    return f"{words}. {event.note}" if event.note else words


def _infusion(summary: VisitSummary, tr: Translator) -> str:
    if summary.infusion is None:
        return ""
    return tr.text(
        "{kind}, {date}: {end} is D+{days}.",
        kind=kept_kind(CART_INFUSION).name(tr),
        date=tr.date(summary.infusion.day, "short"),
        end=tr.date(summary.period.end, "short"),
        days=tr.number(summary.infusion.days),
    )


def _visits(summary: VisitSummary, tr: Translator) -> str:
    days = [visit.day for visit in summary.visits]
    if not days:
        return ""
    if len(days) <= _MOST_VISITS:
        return tr.text("Outpatient visits: {days}", days=tr.listing([_day(d, summary, tr) for d in days]))
    return tr.text(
        "Outpatient visits: {number}, the last on {day}",
        number=tr.number(len(days)),
        day=tr.date(max(days), "short"),
    )


def _check_ups(summary: VisitSummary, tr: Translator) -> str:
    if not summary.check_ups:
        return ""
    words = [
        f"{tr.pick(*each.name)} {tr.date(each.day, 'short') if each.day else NOTHING}"
        for each in summary.check_ups
    ]
    return tr.text("Last time: {names}", names=" · ".join(words))


def _day(day: date, summary: VisitSummary, tr: Translator) -> str:
    return day_words(day, summary.period.end, tr)
