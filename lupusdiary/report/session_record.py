"""What was taught, for the ward's file, and a sheet on which people say how it was: no names on either."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lupusdiary.education.sessions.record import HandsShown, SessionRecord, held_for
from lupusdiary.language import Translator
from lupusdiary.report.typesetting import typeset

_TEMPLATE = "session_record.typ"


def write_pdf(taught: SessionRecord, languages: Sequence[Translator], numbers: str = "") -> bytes:
    """The PDF (PDF/UA-1): in each language a page with the record and one with the feedback sheet; `numbers`
    are the hospital’s, and stand on both."""
    parts = [_part(taught, tr, numbers) for tr in languages]
    return typeset(
        _TEMPLATE, {"title": " / ".join(part["title"] for part in parts), "parts": parts}, taught.day
    )


def _part(taught: SessionRecord, tr: Translator, numbers: str) -> dict[str, Any]:
    topic = tr.pick(taught.title_ko, taught.title_en)
    articles = taught.articles_ko if tr.code == "ko" else taught.articles_en
    people = tr.plural("{count} person", "{count} people", taught.people) if taught.people is not None else ""
    held = held_for(taught, tr)
    return {
        "lang": tr.code,
        "title": tr.text("Education session: record"),
        "rows": [
            [tr.text("Topic"), topic],
            [tr.text("Date"), tr.date(taught.day)],
            [tr.text("Length"), held],
            [tr.text("People present"), people],
            [tr.text("Articles used"), "\n".join(articles)],
        ],
        "by_hand": [tr.text("Place"), tr.text("Educator"), tr.text("Signature")],
        "quiz_title": tr.text("Questions for the group (show of hands)"),
        "quiz_head": [tr.text("Question"), "O", "X", tr.text("Right answer")],
        "quiz": [_question(hands, tr) for hands in taught.hands],
        "no_quiz": tr.text("No question was asked."),
        "told_title": tr.text("In their own words (teach-back, how many people)"),
        "told_head": [tr.text("Asked"), tr.text("Said in own words"), tr.text("Explained again")],
        "told": [
            [tr.pick(each.ask_ko, each.ask_en), str(each.said), str(each.again)] for each in taught.told
        ],
        "remarks": tr.text("Remarks (no names of patients)"),
        "numbers_title": tr.text("My hospital’s number:"),
        "numbers": numbers,
        "closing": tr.text("This record holds no names and nothing of anybody’s diary."),
        "feedback": _feedback(topic, taught, tr),
    }


def _question(hands: HandsShown, tr: Translator) -> list[str]:
    counts = [str(hands.for_o), str(hands.for_x)] if hands.asked else ["–", "–"]
    return [tr.pick(hands.question_ko, hands.question_en), *counts, "O" if hands.right else "X"]


def _feedback(topic: str, taught: SessionRecord, tr: Translator) -> dict[str, Any]:
    return {
        "title": tr.text("How was it for you?"),
        "topic": f"{topic}, {tr.date(taught.day, 'short')}",
        "how": tr.text("Tick one box in each line. Please do not write your name."),
        "steps": [
            tr.text("Not at all"),
            tr.text("A little"),
            tr.text("Half and half"),
            tr.text("Mostly"),
            tr.text("Fully"),
        ],
        "lines": [
            tr.text("I understood what was explained."),
            tr.text("I could see and hear everything well."),
            tr.text("There was enough time for my questions."),
            tr.text("I know which signs need a call at once."),
            tr.text("I know what I will do next."),
        ],
        "open": [
            tr.text("What helped me most:"),
            tr.text("What is still unclear to me:"),
            tr.text("What I would like to hear next time:"),
        ],
        "thanks": tr.text("Thank you. This sheet is for improving the sessions only."),
    }
