"""Finds notes by a piece of their text, inside Korean words too; ㄹㅍㅅ finds 루푸스."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, time

from lupusdiary.storage.runs import Value
from lupusdiary.storage.table import Table

# The initial consonants of Hangul in the order of its syllables, 588 for each.
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FIRST_SYLLABLE, _PER_INITIAL = 0xAC00, 588


@dataclass(frozen=True, slots=True)
class NoteFound:
    """A note that was looked for: its day, its time if it has one, and its whole text."""

    day: date
    at: time | None
    text: str


def find_notes(notes: Table, timed: Table, text: str) -> list[NoteFound]:
    """The notes of days and times that hold `text`, newest first."""
    wanted = unicodedata.normalize("NFC", text).strip()
    if not wanted:
        return []
    pattern = _pattern(wanted)
    part = "" if _needs_every_note(wanted) else wanted
    rows: list[tuple[Value, ...]] = [
        *((day, None, note) for day, note in notes.containing("note", part, ("day", "note"))),
        *timed.containing("note", part, ("day", "at", "note")),
    ]
    found = [
        NoteFound(date.fromisoformat(str(day)), time.fromisoformat(str(at)) if at else None, str(note))
        for day, at, note in rows
        if note is not None and pattern.search(str(note))
    ]
    return sorted(found, key=lambda note: (note.day, note.at or time.min), reverse=True)


def _pattern(wanted: str) -> re.Pattern[str]:
    """Matches `wanted`, each consonant of it also as the initial one of a syllable."""
    return re.compile("".join(map(_sign, wanted)), re.IGNORECASE)


def _sign(sign: str) -> str:
    place = _INITIALS.find(sign)
    if place < 0:
        return re.escape(sign)
    first = _FIRST_SYLLABLE + place * _PER_INITIAL
    return f"[{sign}{chr(first)}-{chr(first + _PER_INITIAL - 1)}]"


def _needs_every_note(wanted: str) -> bool:
    """LIKE knows no initial consonants, and folds no capitals but the Latin ones."""
    return any(sign in _INITIALS or (not sign.isascii() and sign.lower() != sign.upper()) for sign in wanted)
