"""The numbers in a text, so that two languages can be compared."""

from __future__ import annotations

import re
from collections import Counter

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_TEN_THOUSANDS = re.compile(r"(\d+)만")
# A digit inside a name, such as C3, CD19 or 2a, is not a number of its own.
_NUMBER = re.compile(r"(?<![A-Za-z\d.])\d+(?:\.\d+)?")


def numbers_in(text: str) -> Counter[str]:
    """How often each number stands in a text."""
    text = _THOUSANDS.sub("", text)
    return Counter(_NUMBER.findall(_TEN_THOUSANDS.sub(r"\g<1>0000", text)))


def difference(one: Counter[str], other: Counter[str]) -> list[str]:
    """The numbers that do not stand in both, smallest first."""
    return sorted({*(one - other), *(other - one)}, key=float)
