"""Numbers that are written as words: the names of the months, “two years”, “두 번”, “이틀”."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_ENGLISH = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "twenty": 20, "thirty": 30, "first": 1, "second": 2, "third": 3,
    "once": 1, "twice": 2,
}  # fmt: skip
_KOREAN = {
    "열한": 11, "열두": 12, "한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8,
    "아홉": 9, "열": 10, "스무": 20, "서른": 30, "첫": 1,
}  # fmt: skip
_DAYS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "열흘": 10, "일주일": 1}
# What is counted by those Korean words: without it “한” is often no number.
_COUNTERS = (
    "번", "가지", "개", "명", "분", "달", "해", "주", "시간", "시", "살", "알", "배", "쪽", "장", "곳",
    "사람", "차례", "단계", "병", "잔", "끼", "종류", "군데", "권",
)  # fmt: skip
# “One of them” and “a friend” are no numbers; “one day” and “twice a week” are.
_ONE = "day|week|month|year|hour|minute|time|dose|tablet|litre|page|visit|test|person"


def _any(words: Mapping[str, int] | tuple[str, ...]) -> str:
    return "|".join(words)


_MONTH = re.compile(rf"\b({_any(_MONTHS)})\b")
# “May” and “March” also begin questions and orders.
_ALSO_VERBS = ("March", "May")
_BEGINS = re.compile(r"(?:^|[.!?:\n]\s*|[“\"(])$")
_PATTERNS: tuple[tuple[re.Pattern[str], Mapping[str, int]], ...] = (
    (re.compile(rf"\b({_any(_ENGLISH)})\b", re.IGNORECASE), _ENGLISH),
    (re.compile(rf"\b(one|a|an|each|every|per) (?:{_ONE})\b", re.IGNORECASE), {}),
    (re.compile(rf"(?<![가-힣])({_any(_KOREAN)}) ?(?:{_any(_COUNTERS)})"), _KOREAN),
    (re.compile(rf"(?<![가-힣])({_any(_DAYS)})"), _DAYS),
)


def months_in(text: str) -> Counter[str]:
    """The months that stand there by name, as their numbers."""
    return Counter(
        str(_MONTHS.index(found[1]) + 1)
        for found in _MONTH.finditer(text)
        if found[1] not in _ALSO_VERBS or not _BEGINS.search(text[: found.start()])
    )


def words_in(text: str) -> Counter[str]:
    """How often each number may stand there as a word."""
    return Counter(
        str(words.get(found[1].lower(), 1))
        for pattern, words in _PATTERNS
        for found in pattern.finditer(text)
    )
