"""The small shapes of text that the template takes: runs with bold ones, and what a cap leaves out."""

from __future__ import annotations

from datetime import date
from typing import Any

from lupusdiary.language import Translator

NOTHING = "–"
# Where the template writes the number of the page that holds the rest.
PAGE = "@page@"
# A day of the last ten months needs no year.
_SAME_YEAR = 300

Run = dict[str, Any]
Piece = list[Run]


def plain(text: str) -> Run:
    """Words in the usual weight."""
    return {"t": text, "b": False}


def bold(text: str) -> Run:
    """Words that stand out."""
    return {"t": text, "b": True}


def rest_words(count: int, most: int, tr: Translator) -> list[str]:
    """What stands beside a heading when 0, 1, 2 ... of `count` entries have room; nothing when all have."""
    return [
        ""
        if shown == count
        else tr.text(
            "{shown} of {count}, rest on page {page}", shown=shown, count=tr.number(count), page=PAGE
        )
        for shown in range(min(count, most) + 1)
    ]


def more_words(count: int, tr: Translator) -> list[str]:
    """What ends a line when 0, 1, 2 ... of its `count` pieces have room."""
    return [
        "" if shown == count else tr.text("{number} more below", number=tr.number(count - shown))
        for shown in range(count + 1)
    ]


def day_words(day: date, end: date, tr: Translator) -> str:
    """A day without its year where it lies within the last ten months before `end`; it stays in one line."""
    return tr.date(day, "day" if 0 <= (end - day).days < _SAME_YEAR else "short").replace(" ", "\u00a0")
