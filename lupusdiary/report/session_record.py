"""What remains of an education session: a record without names, and a sheet that asks how it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lupusdiary.language import Translator
from lupusdiary.report.typesetting import typeset

_RECORD, _FEEDBACK = "session_record.typ", "feedback_sheet.typ"
_STEPS = 5


@dataclass(frozen=True, slots=True)
class GroupAnswer:
    """A question of a quiz that was put to the group: how many hands went up for the right answer, and how
    many people answered at all."""

    question: str
    right: int
    answered: int


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One session: its topic, how long it really was, and how many people were there. No names."""

    day: date
    topic: str
    minutes: int
    headcount: int | None = None
    articles: tuple[str, ...] = ()
    answers: tuple[GroupAnswer, ...] = ()
    note: str | None = None


def write_pdf(record: SessionRecord, languages: Sequence[Translator]) -> bytes:
    """The PDF (PDF/UA-1, PDF/A-3a) of the record, a page a language."""
    parts = [_record(record, tr) for tr in languages]
    return typeset(
        _RECORD, {"title": " / ".join(part["title"] for part in parts), "parts": parts}, record.day
    )


def write_feedback_pdf(topic: str, languages: Sequence[Translator]) -> bytes:
    """The PDF (PDF/UA-1, undated) of an empty feedback sheet without names, a page a language."""
    parts = [_feedback(topic, tr) for tr in languages]
    return typeset(_FEEDBACK, {"title": " / ".join(part["title"] for part in parts), "parts": parts})


def _record(record: SessionRecord, tr: Translator) -> dict[str, Any]:
    people = record.headcount
    facts = [
        (tr.text("Topic"), record.topic),
        (tr.text("Day"), tr.date(record.day)),
        (tr.text("Length"), tr.plural("{count} minute", "{count} minutes", record.minutes)),
        (
            tr.text("People"),
            tr.text("not counted")
            if people is None
            else tr.plural("{count} person", "{count} people", people),
        ),
        (tr.text("Articles"), "\n".join(record.articles)),
    ]
    return {
        "lang": tr.code,
        "title": tr.text("Record of an education session"),
        "facts": [{"name": name, "value": value} for name, value in facts if value],
        "quiz": tr.text("Quiz with a show of hands"),
        "columns": [tr.text("Question"), tr.text("Right answer"), tr.text("Answered")],
        "answers": [
            {"question": each.question, "right": tr.number(each.right), "answered": tr.number(each.answered)}
            for each in record.answers
        ],
        "note_title": tr.text("Notes"),
        "note": record.note or "",
        "closing": tr.text("This record holds no names and nothing about any one person."),
        "signature": tr.text("Led by"),
    }


def _feedback(topic: str, tr: Translator) -> dict[str, Any]:
    return {
        "lang": tr.code,
        "title": tr.text("How was it?"),
        "topic": topic,
        "intro": tr.text("Please leave out your name. Mark one circle in each line."),
        "low": tr.text("not at all"),
        "high": tr.text("very much"),
        "steps": _STEPS,
        "statements": [
            tr.text("I understood what was said."),
            tr.text("I could read what was shown."),
            tr.text("I dared to ask."),
            tr.text("I know when to call and whom."),
            tr.text("I would recommend it to others."),
        ],
        "open": [
            tr.text("The most important thing that I take home:"),
            tr.text("What is still unclear to me:"),
            tr.text("What I would change:"),
        ],
        "closing": tr.text("Thank you."),
    }
