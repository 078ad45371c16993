"""Finds notes by a piece of their text, inside Korean words too; ㄹㅍㅅ finds 루푸스."""

from __future__ import annotations

from datetime import date, time
from typing import NamedTuple

from lupusdiary.domain.hangul import finder, has_hangul, typed
from lupusdiary.storage.protocols import Value
from lupusdiary.storage.table import Table
from lupusdiary.storage.text import stored_day, stored_time


class NoteFound(NamedTuple):
    """A note that was looked for: its day, its time if it has one, and its whole text."""

    day: date
    at: time | None
    text: str


def find_notes(notes: Table, timed: Table, text: str) -> list[NoteFound]:
    """The notes of days and times that hold `text`, newest first."""
    wanted = typed(text).strip()
    if not wanted:
        return []
    matching = finder(wanted)
    part = "" if _needs_every_note(wanted) else wanted
    return [note for note in _containing(notes, timed, part) if matching.search(note.text)]


def all_notes(notes: Table, timed: Table) -> list[NoteFound]:
    """The notes of days and times, newest first."""
    return _containing(notes, timed, "")


def _containing(notes: Table, timed: Table, part: str) -> list[NoteFound]:
    rows: list[tuple[Value, ...]] = [
        *((day, None, note) for day, note in notes.containing("note", part, ("day", "note"))),
        *timed.containing("note", part, ("day", "at", "note")),
    ]
    found = [
        NoteFound(stored_day(day), stored_time(at) if at else None, str(note))
        for day, at, note in rows
        if note is not None
    ]
    return sorted(found, key=lambda note: (note.day, note.at or time.min), reverse=True)


def _needs_every_note(wanted: str) -> bool:
    """LIKE knows no initial consonants nor unfinished syllables, and folds no capitals but the Latin ones."""
    return has_hangul(wanted) or any(not sign.isascii() and sign.lower() != sign.upper() for sign in wanted)
