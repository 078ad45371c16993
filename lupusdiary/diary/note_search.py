"""Finds notes by a piece of their text, inside Korean words too; ㄹㅍㅅ finds 루푸스."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, time

from lupusdiary.domain.label_key import initials
from lupusdiary.storage.change_log import Value
from lupusdiary.storage.table import Table


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
    key = _key(wanted)
    # LIKE folds only Latin letters; for other capitals and for consonants all notes are read.
    part = "" if _only_consonants(wanted) or _has_other_capitals(wanted) else wanted
    rows: list[tuple[Value, ...]] = [
        *((day, None, note) for day, note in notes.containing("note", part, ("day", "note"))),
        *timed.containing("note", part, ("day", "at", "note")),
    ]
    found = [
        NoteFound(date.fromisoformat(str(day)), time.fromisoformat(str(at)) if at else None, str(note))
        for day, at, note in rows
        if note is not None and _holds(str(note), key, wanted)
    ]
    return sorted(found, key=lambda note: (note.day, note.at or time.min), reverse=True)


def _holds(note: str, key: str, wanted: str) -> bool:
    if key in _key(note):
        return True
    return _only_consonants(wanted) and unicodedata.normalize("NFKC", wanted) in initials(note)


def _key(text: str) -> str:
    return text.casefold()


def _only_consonants(text: str) -> bool:
    return all("ㄱ" <= sign <= "ㅎ" for sign in text)


def _has_other_capitals(text: str) -> bool:
    return any(not sign.isascii() and sign.lower() != sign.upper() for sign in text)
