"""The kinds of marks of a day: what draws them, and what they are called where their own word has no room."""

from __future__ import annotations

from lupusdiary.language import Translator, mark
from lupusdiary.queries.calendar_days import CHECK_UP, EVENT, LAB, MEDICINE, TEST, VISIT

MARKS = {
    VISIT: "file-text",
    LAB: "flask-conical",
    TEST: "flask-conical",
    MEDICINE: "pill",
    EVENT: "syringe",
    CHECK_UP: "calendar-check",
}
_WORDS = {
    VISIT: mark("Visit"),
    LAB: mark("Tests"),
    TEST: mark("Tests"),
    MEDICINE: mark("Medicine changed"),
    EVENT: mark("Event"),
    CHECK_UP: mark("Check-up"),
}


def kind_words(kind: str, tr: Translator) -> str:
    """What marks of a kind are, in a word or two."""
    return tr.text(_WORDS[kind])
