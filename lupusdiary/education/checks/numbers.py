"""The numbers in a text, so that two languages can be compared."""

from __future__ import annotations

import re
from collections import Counter

from lupusdiary.education.checks.number_words import months_in, words_in

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_TEN_THOUSANDS = re.compile(r"(\d+)만")
# A digit inside a name, such as C3, CD19 or 2a, is not a number of its own.
_NUMBER = re.compile(r"(?<![A-Za-z\d.])\d+(?:\.\d+)?")


def numbers_in(text: str) -> Counter[str]:
    """How often each number stands in a text; the name of a month is its number."""
    plain = _TEN_THOUSANDS.sub(r"\g<1>0000", _THOUSANDS.sub("", text))
    return Counter(_NUMBER.findall(plain)) + months_in(text)


def only_in(text: str, other: str) -> list[str]:
    """The numbers that a text holds more often than the other one, smallest first. A number that the other
    one says in words is there too; a word alone asks for nothing, for “one” is often no number."""
    return sorted(numbers_in(text) - numbers_in(other) - words_in(other), key=float)
