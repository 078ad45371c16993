"""Finds the words that somebody may have meant: one slip of the keyboard away, in a long word two."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lupusdiary.domain.hangul import is_syllable, letters

_WORD = re.compile(r"[a-z][a-z\-]{2,40}|[가-힣]{2,20}")
_SHORTEST, _LONG = 4, 8
_MOST = 8


def words_of(text: str) -> frozenset[str]:
    """The words of a text in small letters, as far as slips in them are looked for."""
    return frozenset(_WORD.findall(text))


def meant(word: str, known: Iterable[str]) -> list[str]:
    """Known words, of Korean ones their beginnings, that are near to `word`; the nearest first."""
    if all(is_syllable(sign) for sign in word):
        return _korean(word, known)
    if len(word) < _SHORTEST or not word.isascii():
        return []
    allowed = 2 if len(word) >= _LONG else 1
    found = set()
    for each in known:
        if abs(len(each) - len(word)) <= allowed and each.isascii() and _share(each, word):
            slips = distance(word, each, allowed)
            if slips <= allowed:
                found.add((slips, each))
    return [each for _, each in sorted(found)[:_MOST]]


def distance(one: str, other: str, at_most: int) -> int:
    """How many letters are wrong, missing, too many or swapped; more than `at_most` is not counted on."""
    if one == other:
        return 0
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, start=1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, older[j - 2] + 1)
            row.append(best)
        if min(row) > at_most:
            return at_most + 1
    return row[-1]


def _share(one: str, other: str) -> bool:
    """Whether two words can be near at all: they begin or end alike."""
    return one[:2] == other[:2] or one[-2:] == other[-2:] or one[0] == other[0]


def _korean(word: str, known: Iterable[str]) -> list[str]:
    size = len(word)
    if size < 2:
        return []
    spelled = letters(word)
    # One syllable may differ: then the first is right, or all that follow it.
    first, rest = word[0], word[1:]
    beginnings = {
        each[:size]
        for each in known
        if (each.startswith(first) or each.startswith(rest, 1)) and len(each) >= size
    }
    found = []
    for each in beginnings:
        alike = sum(a == b for a, b in zip(each, word, strict=True))
        if alike == size - 1 and distance(spelled, letters(each), 1) == 1:
            found.append(each)
    return sorted(found)[:_MOST]
