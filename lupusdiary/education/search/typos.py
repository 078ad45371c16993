"""Finds the words that somebody may have meant: one typo away, in a long word two."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from lupusdiary.domain.hangul import is_syllable, letters
from lupusdiary.education.search.features import korean_stem

_WORD = re.compile(r"[a-z][a-z\-]{2,40}|[가-힣]{2,20}")
_SHORTEST, _LONG = 4, 8
_LONG_KOREAN = 4
_MOST = 8
# Letters that sound alike, so that one stands for the other where somebody writes by ear.
_BY_EAR = (
    ("ph", "f"),
    ("y", "i"),
    ("ck", "k"),
    ("c", "k"),
    ("z", "s"),
    ("th", "t"),
    ("ae", "e"),
    ("oe", "e"),
)
_DOUBLE = re.compile(r"([a-z])\1+")
_VOWELS = str.maketrans({"\u1162": "\u1166", "\u1164": "\u1168", "\u116b": "\u1170", "\u116c": "\u1170"})


def words_of(text: str) -> frozenset[str]:
    """The words of a text in small letters, as far as typos in them are looked for."""
    return frozenset(_WORD.findall(text))


def meant(word: str, known: Iterable[str]) -> list[str]:
    """Known words, of Korean ones their beginnings, that are near to `word`; the nearest first."""
    if all(is_syllable(sign) for sign in word):
        return _korean(word, known)
    if len(word) < _SHORTEST or not word.isascii():
        return []
    allowed = 2 if len(word) >= _LONG else 1
    alike = [each for each in known if each.isascii() and _share(each, word)]
    found = process.extract(word, alike, scorer=OSA.distance, score_cutoff=allowed, limit=None)
    return [each for _, each in sorted({(distance, each) for each, distance, _ in found})[:_MOST]]


class Vocabulary:
    """Words among which the one nearest to a misspelt one is looked for, by its letters and by its sound."""

    def __init__(self, known: Iterable[str]) -> None:
        words = sorted(known)
        self._korean = {word: _sounds(word) for word in words if all(map(is_syllable, word))}
        self._english = {word: _by_ear(word) for word in words if word.isascii() and len(word) >= _SHORTEST}

    def nearest(self, word: str) -> str | None:
        """The known word that was probably meant, or None."""
        if all(map(is_syllable, word)):
            return self._nearest_korean(word)
        if not word.isascii() or len(word) < _SHORTEST:
            return None
        allowed = 2 if len(word) >= _LONG else 1
        # By ear first: ph for f is no typo.
        heard = _by_ear(word)
        long = {
            each: sound for each, sound in self._english.items() if abs(len(each) - len(word)) <= allowed + 1
        }
        by_ear = _nearest(heard, long, 2 if len(heard) >= _LONG else 1) if len(heard) >= _SHORTEST else None
        return by_ear or _nearest(word, {each: each for each in long}, allowed)

    def _nearest_korean(self, word: str) -> str | None:
        if len(word) < 2:
            return None
        # A particle may hang on it: the word without its ending is tried as well.
        for size in range(len(word), min(len(word), max(2, len(korean_stem(word)))) - 1, -1):
            allowed = 2 if size >= _LONG_KOREAN else int(size > 2)
            alike = {each: sound for each, sound in self._korean.items() if len(each) == size}
            if (found := _nearest(_sounds(word[:size]), alike, allowed)) is not None:
                return found + word[size:]
        return None


def _nearest(word: str, among: dict[str, str], allowed: int) -> str | None:
    best = process.extractOne(word, among, scorer=OSA.distance, score_cutoff=allowed)
    return None if best is None else str(best[2])


def _by_ear(word: str) -> str:
    for written, heard in _BY_EAR:
        word = word.replace(written, heard)
    return _DOUBLE.sub(r"\1", word)


def _sounds(word: str) -> str:
    return letters(word).translate(_VOWELS)


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
        if alike == size - 1 and OSA.distance(spelled, letters(each), score_cutoff=1) == 1:
            found.append(each)
    return sorted(found)[:_MOST]
