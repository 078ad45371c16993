"""A visit summary in the words of one language, ready for the template."""

from __future__ import annotations

from typing import Any

from lupusdiary.education.content.ready_questions import in_language
from lupusdiary.language import Translator
from lupusdiary.report.drawing import record_strip
from lupusdiary.report.glance import glance
from lupusdiary.report.happened import happened
from lupusdiary.report.lab_table import ELSEWHERE, MARKS, chosen_table, full_table
from lupusdiary.report.medicine_table import medicine_table
from lupusdiary.report.summary import MOST_QUESTIONS, VisitSummary
from lupusdiary.report.symptom_table import every_words, level_words, symptom_table
from lupusdiary.report.texts import NOTHING, rest_words

_LONGEST_NAME = 40
_REGIONS = {"ko": "KR", "en": "GB"}


def part(summary: VisitSummary, tr: Translator, drawings: list[str], *, attached: bool) -> dict[str, Any]:
    """Every text of the page in one language. Drawings are appended to `drawings`; cells hold their index.
    `attached`: the data lie inside of the file, and the page says so."""
    title, end = tr.text("Visit summary"), summary.period.end
    day = tr.date(end, "full")
    drawings.append(record_strip(summary.recorded_on, summary.period))
    return {
        "lang": tr.code,
        "region": _REGIONS[tr.code],
        "title": title,
        "under_title": " · ".join(word for word in (summary.department, day) if word),
        "running": " · ".join(word for word in (title, _short(_whose(summary, tr)), day) if word),
        "who": {"name": _whose(summary, tr), "details": _details(summary, tr)},
        "period": tr.span(summary.period.start, end),
        "length": _length(summary, tr),
        "allergies": {
            "label": tr.text("Allergies and reactions"),
            "text": tr.listing(list(summary.allergies)) or NOTHING,
        },
        "strip": len(drawings) - 1,
        "recorded": _recorded(summary, tr),
        "empty": tr.text("Nothing is recorded in this period.") if summary.is_empty else "",
        "glance": glance(summary, tr),
        "questions": _questions(summary, tr),
        "happened": happened(summary, tr),
        "medicines": medicine_table(summary, tr, drawings),
        "symptoms": symptom_table(summary, tr, drawings),
        "labs": chosen_table(summary, tr),
        "all_labs": full_table(summary.labs, tr.text("All laboratory values of the last year"), end, tr),
        "older_labs": full_table(summary.older_labs, tr.text("Results older than a year"), end, tr),
        "legend": _legend(summary, tr),
        "remarks": _remarks(summary, tr, attached=attached),
        "rest_heading": tr.text("Rest of page 1"),
        "notes": _notes(summary, tr),
        "replaced": tr.text("□ stands for a character that could not be printed."),
        "shortened": tr.text("A very long text is printed up to …; the whole of it is in the diary."),
        "foot": tr.text(
            "Recorded by the patient. Not a medical device; does not replace diagnosis or treatment."
        ),
        "fictional": tr.text("Demonstration diary – a fictional person") if summary.demonstration else "",
        "differ": tr.text("Results differ from person to person.") if summary.shows_cart else "",
    }


def _whose(summary: VisitSummary, tr: Translator) -> str:
    return tr.text("○○○ (hidden)") if summary.hidden else summary.person.name or ""


def _short(name: str) -> str:
    """A name that leaves room for the date on one line."""
    return name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME] + "…"


def _details(summary: VisitSummary, tr: Translator) -> str:
    person = summary.person
    details = []
    if person.sex in ("female", "male"):
        details.append(tr.text("female") if person.sex == "female" else tr.text("male"))
    if person.birth_date:
        details.append(tr.text("born {date}", date=tr.date(person.birth_date, "short")))
    if person.age is not None:
        details.append(tr.plural("{count} year old", "{count} years old", person.age))
    if person.hospital_number:
        details.append(tr.text("Hospital number {number}", number=person.hospital_number))
    return " · ".join(details)


def _length(summary: VisitSummary, tr: Translator) -> str:
    days = summary.period.days
    if summary.since_visit:
        return tr.plural("{count} day, since the last visit", "{count} days, since the last visit", days)
    return tr.plural("{count} day", "{count} days", days)


def _recorded(summary: VisitSummary, tr: Translator) -> dict[str, str]:
    recorded, before = summary.recorded, summary.recorded_before
    parts = [
        tr.text("tall: on the day {number}", number=tr.number(recorded.on_the_day)),
        tr.text("low: later {number}", number=tr.number(recorded.later)),
    ]
    if recorded.copied:
        parts.append(tr.text("hollow: copied {number}", number=tr.number(recorded.copied)))
    parts.append(tr.text("line: none {number}", number=tr.number(recorded.total - recorded.recorded)))
    earlier = tr.text(
        "previous {days} days: {number} recorded",
        days=tr.number(before.total),
        number=tr.number(before.recorded),
    )
    whole = tr.plural(
        "Recorded {recorded}/{count} day",
        "Recorded {recorded}/{count} days",
        recorded.total,
        recorded=tr.number(recorded.recorded),
    )
    return {"whole": whole, "parts": f"{' · '.join(parts)} ({earlier})"}


def _questions(summary: VisitSummary, tr: Translator) -> dict[str, Any]:
    visit = summary.next_visit
    items = summary.questions
    day = tr.date(visit.day, "full") if visit and items else ""
    rest = rest_words(len(items), MOST_QUESTIONS, tr)
    return {
        "heading": tr.text("Questions for this visit"),
        "rest": [" · ".join(words for words in (day, each) if words) for each in rest],
        "rows": [in_language(each, tr) for each in items],
        "none": "" if items else NOTHING,
    }


def _notes(summary: VisitSummary, tr: Translator) -> dict[str, Any] | None:
    if not summary.notes:
        return None
    entries = [{"day": tr.date(note.day, "short"), "text": note.text} for note in summary.notes]
    return {"heading": tr.text("Notes"), "entries": entries}


def _legend(summary: VisitSummary, tr: Translator) -> str:
    """The rules by which this page compares and marks, in two lines."""
    sentences = [level_words(summary.symptoms, tr)]
    if any(row.is_recorded for row in summary.symptoms):
        sentences.append(
            tr.text(
                "↑ ↓ only when the mean is higher or lower by 1 point (minutes 10, weight 1 kg, share of "
                "days 10 %p) and both periods, of 14 days or more, have 7 recorded days. {nothing} not "
                "recorded, never 0.",
                nothing=NOTHING,
            )
        )
        sentences.append(
            tr.text(
                "Small numbers: quartiles. Pictures {every}: dot median (else the highest), line the middle "
                "half; bar counted days; dashed line: this period begins.",
                every=every_words(summary.every, tr),
            )
        )
    if summary.chosen_labs:
        text = tr.text(
            "▲ ▼ above or below the range on the same sheet. {elsewhere} another laboratory; previous: an "
            "earlier day of the same one.",
            elsewhere=ELSEWHERE,
        )
        rows = (*summary.chosen_labs, *summary.labs)
        if "outside" in {row.last_mark for row in rows} | {row.previous_mark for row in rows}:
            text += f" {MARKS['outside']} " + tr.text("another result than the sheet expects.")
        sentences.append(text)
    return " ".join(each for each in sentences if each)


def _remarks(summary: VisitSummary, tr: Translator, *, attached: bool) -> list[str]:
    found = []
    if summary.hidden:
        found.append(tr.text("Hidden: name, birth date, number, doctor and hospital."))
    if summary.withheld:
        found.append(
            tr.plural(
                "{count} text that could tell who it is was left out.",
                "{count} texts that could tell who it is were left out.",
                summary.withheld,
            )
        )
    if attached:
        found.append(tr.text("The data of this page are inside this file (JSON)."))
    return found
