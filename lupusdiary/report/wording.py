"""A visit summary in the words of one language, ready for the template."""

from __future__ import annotations

from datetime import date
from typing import Any

from lupusdiary.domain.records import Flare, RecordedDays, TreatmentEvent
from lupusdiary.domain.treatment import CART_INFUSION, kept_kind
from lupusdiary.education.content.ready_questions import in_language
from lupusdiary.language import Translator
from lupusdiary.report.lab_table import MARKS, lab_table
from lupusdiary.report.summary import VisitSummary
from lupusdiary.report.symptom_table import symptom_table

_OTHER = "other"
_MOST_VISITS = 8
_REGIONS = {"ko": "KR", "en": "GB"}


def part(summary: VisitSummary, tr: Translator, drawings: list[str]) -> dict[str, Any]:
    """Every text of the page in one language. Drawings are appended to `drawings`; cells hold their index."""
    title, end = tr.text("Visit summary"), summary.period.end
    span = tr.span(summary.period.start, summary.period.end)
    running = [title, summary.person.name or "", span]
    return {
        "lang": tr.code,
        "region": _REGIONS[tr.code],
        "title": title,
        "running": " · ".join(word for word in running if word),
        "who": _who(summary, tr),
        "period": span,
        "length": _length(summary, tr),
        "recorded": _recorded(summary.recorded, tr),
        "recorded_before": _recorded_before(summary, tr),
        "empty": tr.text("Nothing is recorded in this period.") if summary.is_empty else "",
        "questions": _questions(summary, tr),
        "happened": _happened(summary, tr),
        "symptoms": symptom_table(summary, tr, drawings),
        "labs": lab_table(summary.labs, tr.text("Laboratory values"), end, tr, drawings),
        "older_labs": lab_table(summary.older_labs, tr.text("Results older than a year"), end, tr, drawings),
        "legend": _legend(summary, tr),
        "notes": _notes(summary, tr),
        "replaced": tr.text("□ stands for a character that could not be printed."),
        "shortened": tr.text("A very long text is printed up to …; the whole of it stands in the diary."),
        "foot": tr.text(
            "Recorded by the patient. Not a medical device; does not replace diagnosis or treatment."
        ),
        "fictional": tr.text("Demonstration diary – a fictional person") if summary.demonstration else "",
        "differ": tr.text("Results differ from person to person.") if summary.shows_cart else "",
    }


def _who(summary: VisitSummary, tr: Translator) -> dict[str, str] | None:
    person = summary.person
    if person.is_empty:
        return None
    details = []
    if person.sex in ("female", "male"):
        details.append(tr.text("female") if person.sex == "female" else tr.text("male"))
    if person.age is not None:
        details.append(tr.plural("{count} year old", "{count} years old", person.age))
    if person.birth_date:
        details.append(tr.text("born {date}", date=tr.date(person.birth_date, "short")))
    number = ""
    if person.hospital_number:
        number = tr.text("Hospital number {number}", number=person.hospital_number)
    return {"name": person.name or "", "details": " · ".join(details), "number": number}


def _length(summary: VisitSummary, tr: Translator) -> str:
    days = summary.period.days
    if summary.since_visit:
        return tr.plural("{count} day, since the last visit", "{count} days, since the last visit", days)
    return tr.plural("{count} day", "{count} days", days)


def _recorded(recorded: RecordedDays, tr: Translator) -> dict[str, str]:
    parts = []
    if recorded.on_the_day:
        parts.append(tr.text("{number} on the day", number=recorded.on_the_day))
    if recorded.later:
        parts.append(tr.text("{number} later", number=recorded.later))
    if recorded.copied:
        parts.append(tr.text("{number} copied", number=recorded.copied))
    whole = tr.plural(
        "Recorded {recorded} of {count} day",
        "Recorded {recorded} of {count} days",
        recorded.total,
        recorded=recorded.recorded,
    )
    return {"whole": whole, "parts": tr.listing(parts)}


def _recorded_before(summary: VisitSummary, tr: Translator) -> str:
    return tr.text(
        "Previous period {span}: {recorded} of {days} days",
        span=tr.span(summary.previous.start, summary.previous.end),
        recorded=summary.recorded_before.recorded,
        days=summary.recorded_before.total,
    )


def _questions(summary: VisitSummary, tr: Translator) -> dict[str, Any] | None:
    visit = summary.next_visit
    if visit is None or not visit.questions:
        return None
    return {
        "heading": tr.text("Questions for this visit"),
        "date": tr.date(visit.day, "full"),
        "items": [in_language(question, tr) for question in visit.questions],
    }


def _happened(summary: VisitSummary, tr: Translator) -> dict[str, Any] | None:
    entries: list[tuple[date, str]] = [(event.day, _event(event, tr)) for event in summary.events]
    entries += [(flare.start, _flare(flare, tr)) for flare in summary.flares]
    form = "day" if summary.period.start.year == summary.period.end.year else "short"
    infusion = ""
    if summary.infusion:
        infusion = tr.text(
            "{kind}, {date}: {end} is D+{days}.",
            kind=kept_kind(CART_INFUSION).name(tr),
            date=tr.date(summary.infusion.day, "short"),
            end=tr.date(summary.period.end, "short"),
            days=summary.infusion.days,
        )
    visits = _visits(summary, form, tr)
    if not entries and not infusion and not visits:
        return None
    return {
        "heading": tr.text("In this period"),
        "entries": [
            {"day": tr.date(day, form if day in summary.period else "short"), "text": text}
            for day, text in sorted(entries, key=lambda entry: entry[0])
        ],
        "visits": visits,
        "infusion": infusion,
    }


def _visits(summary: VisitSummary, form: str, tr: Translator) -> str:
    days = [visit.day for visit in summary.visits]
    if not days:
        return ""
    if len(days) <= _MOST_VISITS:
        return tr.text("Outpatient visits: {days}", days=tr.listing([tr.date(day, form) for day in days]))
    return tr.text(
        "Outpatient visits: {number}, the last on {day}",
        number=tr.number(len(days)),
        day=tr.date(max(days), "short"),
    )


def _event(event: TreatmentEvent, tr: Translator) -> str:
    name = kept_kind(event.kind).name(tr)
    if event.title and event.kind == _OTHER:
        return event.title
    if event.title and name.partition("(")[0].strip() in event.title:
        return event.title
    return tr.text("{kind}: {title}", kind=name, title=event.title) if event.title else name


def _flare(flare: Flare, tr: Translator) -> str:
    if flare.end is None:
        return tr.text("Flare, as the person or her doctor calls it")
    form = "day" if flare.end.year == flare.start.year else "short"
    # The date stays in one line.
    end = tr.date(flare.end, form).replace(" ", "\u00a0")
    return tr.text("Flare until {date}, as the person or her doctor calls it", date=end)


def _notes(summary: VisitSummary, tr: Translator) -> dict[str, Any] | None:
    if not summary.notes:
        return None
    entries = [{"day": tr.date(note.day, "short"), "text": note.text} for note in summary.notes]
    return {"heading": tr.text("Notes"), "entries": entries}


def _legend(summary: VisitSummary, tr: Translator) -> list[str]:
    sentences = []
    if summary.symptoms:
        sentences.append(
            tr.text(
                "– not recorded (this is not 0). ↑ ↓ higher or lower than in the previous period. "
                "Small lines: medians of 0–10 items and minutes, else the highest value; "
                "a gap where nothing was recorded."
            )
        )
    labs = (*summary.labs, *summary.older_labs)
    if labs:
        marks = {row.last_mark for row in labs} | {row.previous_mark for row in labs}
        text = tr.text(
            "▲ ▼ above or below the range that the same sheet prints. Small lines: each on its own scale, "
            "range of the last sheet in grey, ○ “at most” or “at least”; a new line where laboratory, "
            "method or unit changed."
        )
        if "outside" in marks:
            expected = tr.text("another result than the sheet expects.")
            text = f"{text} {MARKS['outside']} {expected}"
        sentences.append(text)
    return sentences
