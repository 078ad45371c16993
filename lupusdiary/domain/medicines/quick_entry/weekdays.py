"""Weekdays as they are written: 월수금, 월·수·금, 월요일, (M/W/F), Mon, Wed, Fri."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lupusdiary.domain.medicines.part import WEEKDAYS

_KOREAN = dict(zip("월화수목금토일", WEEKDAYS, strict=True))
_JOSA = r"(?=\s*(?:에는|에만|에|은|는|마다|만)?(?![가-힣\d]))"
_GAP = r"\s*+(?:[·,/와과및&]\s*+)?"
_KOREAN_SET = (
    r"(?<![가-힣\d])(?:"
    rf"[월화수목금토일]요일(?:{_GAP}[월화수목금토일]요일)*"
    r"|[월화수목금토일](?:(?:\s*+[·,/]\s*+|\s++)[월화수목금토일](?![가-힣]))++(?:요일)?"
    r"|[월화수목금토일]{2,7}(?:요일)?"
    r"|[월화수목금토]"
    rf"){_JOSA}"
)
_ENGLISH_DAY = (
    r"(?:mon(?:days?)?|tue(?:s(?:days?)?)?|wed(?:nesdays?)?|thu(?:rs?(?:days?)?)?|fri(?:days?)?"
    r"|sat(?:urdays?)?|sun(?:days?)?)"
)
_ENGLISH_SET = (
    rf"(?<![A-Za-z]){_ENGLISH_DAY}(?:\s*+(?:(?:,\s*+and|,|/|and|&|-)\s*+)?{_ENGLISH_DAY})*+(?![A-Za-z])"
)
_LETTER = r"(?:Mo|Tu|We|Th|Fr|Sa|Su|M|T|W|F|S)"
_LETTER_SET = rf"(?<![A-Za-z])(?-i:{_LETTER}(?:\s*/\s*{_LETTER})+|MWF|TTS)(?![A-Za-z])"
_GROUPS = {"평일": WEEKDAYS[:5], "주중": WEEKDAYS[:5], "주말": WEEKDAYS[5:], "weekends": WEEKDAYS[5:]}
_GROUP_SET = r"(?<![가-힣])(?:평일|주중|주말)(?![가-힣])|(?<![A-Za-z])weekends(?![A-Za-z])"
_UNTIL = r"\s*(?:~|-|–|부터|to|through)\s*"
_KOREAN_DAY = r"[월화수목금토일](?:요일)?"
_RANGE = (
    rf"(?<![가-힣\d]){_KOREAN_DAY}{_UNTIL}{_KOREAN_DAY}(?:까지)?{_JOSA}(?!\s*[~–-])"
    rf"|(?<![A-Za-z]){_ENGLISH_DAY}{_UNTIL}{_ENGLISH_DAY}(?![A-Za-z])(?!\s*[~–-]\s*[A-Za-z])"
)
# Atomic: a set is never given back day by day, or a long list would be tried in every way.
WEEKDAY_SET = rf"(?>{_RANGE}|{_KOREAN_SET}|{_ENGLISH_SET}|{_LETTER_SET}|{_GROUP_SET})"

_BY_LETTER = {
    "M": 0,
    "Mo": 0,
    "Tu": 1,
    "T": 1,
    "W": 2,
    "We": 2,
    "Th": 3,
    "F": 4,
    "Fr": 4,
    "Sa": 5,
    "S": 5,
    "Su": 6,
}


def weekdays_of(text: str) -> tuple[str, ...]:
    """The weekdays of a matched set, in their order in the week."""
    if text.casefold() in _GROUPS:
        return tuple(_GROUPS[text.casefold()])
    if re.fullmatch(_RANGE, text, re.IGNORECASE):
        return _from_range(text)
    if re.fullmatch(_LETTER_SET, text):
        return _from_letters(text)
    if re.match(r"[A-Za-z]", text):
        named = re.findall(_ENGLISH_DAY, text, re.IGNORECASE)
        return in_order(each[:3].casefold() for each in named)
    return in_order(_KOREAN[sign] for sign in text.replace("요일", "") if sign in _KOREAN)


def _from_range(text: str) -> tuple[str, ...]:
    """월~금, Mon to Fri: all days from the first to the last, over the end of the week too."""
    ends = re.findall(rf"{_KOREAN_DAY}|{_ENGLISH_DAY}", text, re.IGNORECASE)
    first, last = (
        WEEKDAYS.index(_KOREAN[end[0]] if end[0] in _KOREAN else end[:3].casefold())
        for end in (ends[0], ends[-1])
    )
    return in_order(WEEKDAYS[(first + passed) % 7] for passed in range((last - first) % 7 + 1))


def _from_letters(text: str) -> tuple[str, ...]:
    letters = list(text) if text.isalpha() and "/" not in text else re.split(r"\s*/\s*", text)
    found: list[int] = []
    for letter in letters:
        day = _BY_LETTER[letter]
        # The second T of T/T/S is Thursday.
        found.append(3 if letter == "T" and day in found else day)
    return in_order(WEEKDAYS[day] for day in found)


def in_order(days: Iterable[str]) -> tuple[str, ...]:
    """Weekdays without doubles, Monday first."""
    wanted = set(days)
    return tuple(day for day in WEEKDAYS if day in wanted)


def rest_of_week(days: tuple[str, ...]) -> tuple[str, ...]:
    """The other days of the week."""
    return tuple(day for day in WEEKDAYS if day not in days)
