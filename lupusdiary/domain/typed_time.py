"""A time of day as people type it."""

from __future__ import annotations

import re
import unicodedata
from datetime import time

from lupusdiary.language import Refusal

_TIME = re.compile(
    r"(?P<half>오전|오후|새벽|아침|낮|저녁|밤|am|pm)?\s*(?P<hour>\d{1,2})"
    r"(?:\s*[:.]\s*(?P<minute>\d{2})|\s*시\s*(?:(?P<said>\d{1,2})\s*분?|(?P<half_past>반))?|(?P<tight>\d{2}))?"
    r"\s*(?P<after>am|pm)?",
    re.IGNORECASE,
)
_NOON = 12
_NAMED = {"정오": time(12), "자정": time(0)}
# The first of the twelve hours that a word may mean: 밤 is 18 to 5, so that 밤 12시 is midnight.
_FROM = {
    "오전": 0,
    "am": 0,
    "새벽": 0,
    "아침": 0,
    "낮": 10,
    "오후": 12,
    "pm": 12,
    "저녁": 13,
    "밤": 18,
}


def read_time(text: str) -> time | None:
    """14:30, 1430, 9시 5분, 오후 2시 반, 밤 11시, 정오, 2:30 pm; None for nothing. Raises `Refusal` for
    anything else."""
    text = unicodedata.normalize("NFKC", text).strip()
    if not text:
        return None
    if text in _NAMED:
        return _NAMED[text]
    found = _TIME.fullmatch(text)
    if found is None:
        raise Refusal("Write the time as 14:30.")
    hour = int(found["hour"])
    minute = 30 if found["half_past"] else int(found["minute"] or found["said"] or found["tight"] or 0)
    half = (found["half"] or found["after"] or "").lower()
    if half and (not 1 <= hour <= _NOON or (half, hour) == ("아침", _NOON)):
        raise Refusal("Write the time as 14:30.")
    if half:
        hour = (_FROM[half] + (hour - _FROM[half]) % _NOON) % 24
    if hour > 23 or minute > 59:
        raise Refusal("Write the time as 14:30.")
    return time(hour, minute)
