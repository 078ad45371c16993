"""Outpatient visits, open questions and check-ups, to and from plain JSON values.

    "visits": [{"day", "questions": [text], "note", "department", "hospital", "doctor", "at", "blood_draw",
                "blood_draw_at", "preparation", "agreed": [text],
                "asked": [{"question", "asked", "answer"}], "prepared": [text],
                "agreements": [{"text", "kind", "day", "state", "outcome"}]}],
    "open_questions": [{"text", "department", "added_on", "origin"}],
    "check_ups": [{"kind", "name", "last_on", "next_on", "note"}],
    "visit_pages": [{"day", "department", "hospital", "made_on", "data": text}]

`asked` names questions of the same visit by their text, `agreements` lines of `agreed`. `data` is the JSON
of a printed page, as it lies inside of its PDF, without who it is about. The last three are absent when they
are empty.
"""

from __future__ import annotations

from datetime import time
from typing import Any

from lupusdiary.domain.records import DiaryContents, Visit
from lupusdiary.domain.visits import (
    AGREEMENT_KINDS,
    AGREEMENT_STATES,
    CHECK_UPS,
    OWN_CHECK_UP,
    Agreement,
    AskedQuestion,
    CheckUp,
    KeptVisitPage,
    OpenQuestion,
)
from lupusdiary.exchange.entry import Entry, text_of, time_of
from lupusdiary.exchange.plain_values import known
from lupusdiary.language import Refusal

Plain = dict[str, Any]

_APART = ("id", "day", "questions", "note", "agreed", "asked", "prepared", "agreements")


def encode_visit(visit: Visit) -> Plain:
    """One object of `visits`."""
    lists: Plain = {
        "agreed": list(visit.agreed),
        "asked": [known(each) for each in visit.asked],
        "prepared": list(visit.prepared),
        "agreements": [known(each) for each in visit.agreements],
    }
    found: Plain = {"day": visit.day.isoformat()}
    if visit.questions:
        found["questions"] = list(visit.questions)
    if visit.note:
        found["note"] = visit.note
    return found | known(visit, leave=_APART) | {name: each for name, each in lists.items() if each}


def encode_waiting(contents: DiaryContents) -> Plain:
    """The open questions, check-ups and pages taken along, as far as there are any."""
    found = {
        "open_questions": [known(each, leave=("id", "place")) for each in contents.open_questions],
        "check_ups": [known(each) for each in contents.check_ups],
        "visit_pages": [known(each) for each in contents.visit_pages],
    }
    return {key: value for key, value in found.items() if value}


def decode_visit(entry: Entry) -> Visit:
    """One object of `visits`."""
    questions = tuple(text_of(question, "questions") for question in entry.items("questions"))
    asked = tuple(entry.each("asked", _decode_asked))
    for each in asked:
        if each.question not in questions:
            raise Refusal("“{text}” is not among the questions of this visit.", text=each.question[:40])
    agreed = tuple(text_of(each, "agreed") for each in entry.items("agreed"))
    agreements = tuple(entry.each("agreements", _decode_agreement))
    for line in agreements:
        if line.text not in agreed:
            raise Refusal("“{text}” is not among what was agreed at this visit.", text=line.text[:40])
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
        agreed=agreed,
        asked=asked,
        prepared=tuple(text_of(each, "prepared") for each in entry.items("prepared")),
        agreements=agreements,
    )


def decode_open_question(entry: Entry) -> OpenQuestion:
    """One object of `open_questions`."""
    return OpenQuestion(
        entry.must("text"),
        entry.string("department"),
        entry.day("added_on"),
        origin=entry.string("origin"),
    )


def decode_check_up(entry: Entry) -> CheckUp:
    """One object of `check_ups`."""
    kind = entry.choice("kind", (*CHECK_UPS, OWN_CHECK_UP))
    if kind is None:
        raise Refusal("“{field}” is missing.", field="kind")
    return CheckUp(
        kind, entry.string("name"), entry.day("last_on"), entry.day("next_on"), entry.string("note")
    )


def decode_visit_page(entry: Entry) -> KeptVisitPage:
    """One object of `visit_pages`."""
    return KeptVisitPage(
        entry.must_day("day"),
        entry.must_day("made_on"),
        entry.must("data"),
        entry.string("department"),
        entry.string("hospital"),
    )


def _decode_agreement(entry: Entry) -> Agreement:
    return Agreement(
        entry.must("text"),
        entry.choice("kind", AGREEMENT_KINDS),
        entry.day("day"),
        entry.choice("state", AGREEMENT_STATES),
        entry.string("outcome"),
    )


def _decode_asked(entry: Entry) -> AskedQuestion:
    return AskedQuestion(entry.must("question"), entry.flag("asked"), entry.string("answer"))


def _time(entry: Entry, field: str) -> time | None:
    text = entry.string(field)
    return None if text is None else time_of(text)
