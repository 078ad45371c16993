"""A time of day as people type it."""

from __future__ import annotations

import re
import unicodedata
from datetime import time

from lupusdiary.language import Refusal

_TIME = re.compile(
    r"(?P<half>오전|오후|am|pm)?\s*(?P<hour>\d{1,2})"
    r"(?:\s*[:.]\s*(?P<minute>\d{2})|\s*시\s*(?:(?P<said>\d{1,2})\s*분?)?|(?P<tight>\d{2}))?"
    r"\s*(?P<after>am|pm)?",
    re.IGNORECASE,
)
_AFTERNOON = frozenset({"오후", "pm"})
_NOON = 12


def read_time(text: str) -> time | None:
    """14:30, 1430, 9시 5분, 오후 2:30 or 2:30 pm; None for nothing. Raises `Refusal` for anything else."""
    text = unicodedata.normalize("NFKC", text).strip()
    if not text:
        return None
    found = _TIME.fullmatch(text)
    if found is None:
        raise Refusal("Write the time as 14:30.")
    hour, minute = int(found["hour"]), int(found["minute"] or found["said"] or found["tight"] or 0)
    half = (found["half"] or found["after"] or "").lower()
    if half and not 1 <= hour <= _NOON:
        raise Refusal("Write the time as 14:30.")
    if half:
        hour = hour % _NOON + (_NOON if half in _AFTERNOON else 0)
    if hour > 23 or minute > 59:
        raise Refusal("Write the time as 14:30.")
    return time(hour, minute)
