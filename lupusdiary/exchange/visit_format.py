"""Outpatient visits, open questions and check-ups, to and from plain JSON values.

    "visits": [{"day", "questions": [text], "note", "department", "hospital", "doctor", "at", "blood_draw",
                "blood_draw_at", "preparation", "agreed": [text],
                "asked": [{"question", "asked", "answer"}]}],
    "open_questions": [{"text", "department", "added_on"}],
    "check_ups": [{"kind", "name", "last_on", "next_on", "note"}]

`asked` names questions of the same visit by their text. The last two are absent when they are empty.
"""

from __future__ import annotations

from datetime import time
from typing import Any

from lupusdiary.domain.records import DiaryContents, Visit
from lupusdiary.domain.visits import CHECK_UPS, OWN_CHECK_UP, AskedQuestion, CheckUp, OpenQuestion
from lupusdiary.exchange.entry import Entry, text_of, time_of
from lupusdiary.exchange.plain_values import known
from lupusdiary.language import Refusal

Plain = dict[str, Any]

_APART = ("id", "day", "questions", "note", "agreed", "asked")


def encode_visit(visit: Visit) -> Plain:
    """One object of `visits`."""
    lists: Plain = {
        "agreed": list(visit.agreed),
        "asked": [known(each) for each in visit.asked],
    }
    found: Plain = {"day": visit.day.isoformat()}
    if visit.questions:
        found["questions"] = list(visit.questions)
    if visit.note:
        found["note"] = visit.note
    return found | known(visit, leave=_APART) | {name: each for name, each in lists.items() if each}


def encode_waiting(contents: DiaryContents) -> Plain:
    """The open questions and the check-ups, as far as there are any."""
    found = {
        "open_questions": [known(each) for each in contents.open_questions],
        "check_ups": [known(each) for each in contents.check_ups],
    }
    return {key: value for key, value in found.items() if value}


def decode_visit(entry: Entry) -> Visit:
    """One object of `visits`."""
    questions = tuple(text_of(question, "questions") for question in entry.items("questions"))
    asked = tuple(entry.each("asked", _decode_asked))
    for each in asked:
        if each.question not in questions:
            raise Refusal("“{text}” is not among the questions of this visit.", text=each.question[:40])
    return Visit(
        entry.must_day("day"),
        questions,
        entry.string("note"),
        department=entry.string("department"),
        hospital=entry.string("hospital"),
        doctor=entry.string("doctor"),
        at=_time(entry, "at"),
        blood_draw=entry.day("blood_draw"),
        blood_draw_at=_time(entry, "blood_draw_at"),
        preparation=entry.string("preparation"),
        agreed=tuple(text_of(each, "agreed") for each in entry.items("agreed")),
        asked=asked,
    )


def decode_open_question(entry: Entry) -> OpenQuestion:
    """One object of `open_questions`."""
    return OpenQuestion(entry.must("text"), entry.string("department"), entry.day("added_on"))


def decode_check_up(entry: Entry) -> CheckUp:
    """One object of `check_ups`."""
    kind = entry.choice("kind", (*CHECK_UPS, OWN_CHECK_UP))
    if kind is None:
        raise Refusal("“{field}” is missing.", field="kind")
    return CheckUp(
        kind, entry.string("name"), entry.day("last_on"), entry.day("next_on"), entry.string("note")
    )


def _decode_asked(entry: Entry) -> AskedQuestion:
    return AskedQuestion(entry.must("question"), entry.flag("asked"), entry.string("answer"))


def _time(entry: Entry, field: str) -> time | None:
    text = entry.string(field)
    return None if text is None else time_of(text)
