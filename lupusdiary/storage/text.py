"""The one gate for text on its way into a diary file; and what stands there, read again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, time

from lupusdiary.language import Refusal
from lupusdiary.storage.engine import damaged
from lupusdiary.storage.protocols import Value

_HALF = re.compile("[\ud800-\udfff]")
_DAY_LENGTH = len("2026-11-22")


def kept_text(text: str) -> str:
    """The text in composed form (NFC). Refuses signs that no program reads back: NUL and lone surrogates."""
    if text.isascii() and "\0" not in text:
        return text
    if "\0" in text or _HALF.search(text):
        raise Refusal("The text contains a character that cannot be saved.")
    return unicodedata.normalize("NFC", text)


def stored_day(value: Value) -> date:
    """A day that stands in the file; one that no calendar has is damage. Raises `DiskRefusal`."""
    return stored_days([str(value)])[0]


def stored_days(texts: Iterable[str]) -> list[date]:
    """Many days that stand in the file, as `stored_day` reads one. Raises `DiskRefusal`."""
    known = list(texts)
    try:
        days = list(map(date.fromisoformat, known))
    except ValueError:
        raise damaged() from None
    # 20261122 and 2026-W47-7 are days too, and stand at none in the indexes.
    if any(len(text) != _DAY_LENGTH or "W" in text for text in known):
        raise damaged()
    return days


def stored_time(value: Value) -> time:
    """A time of day that stands in the file. Raises `DiskRefusal`."""
    try:
        return time.fromisoformat(str(value))
    except ValueError:
        raise damaged() from None
