"""The pieces that a search looks through, laid end to end so that one expression runs over all of them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from lupusdiary.education.search import typos
from lupusdiary.education.search.documents import Document

_BREAK = "\x00"


class Corpus:
    """Made once for texts that stay, and asked at each key."""

    def __init__(self, units: Sequence[Document] = ()) -> None:
        self.units = tuple(units)
        texts = [folded(unit.searched) for unit in self.units]
        self._hay = _BREAK.join(texts)
        self._starts: list[int] = []
        at = 0
        for text in texts:
            self._starts.append(at)
            at += len(text) + 1

    @cached_property
    def known(self) -> frozenset[str]:
        """Its words, among which a misspelt one is looked for."""
        return typos.words_of(self._hay)

    def places(self, looked_for: re.Pattern[str]) -> dict[int, int]:
        """The units that hold it, by number, each with the rank of its best place."""
        found: dict[int, int] = {}
        at = 0
        while (match := looked_for.search(self._hay, at)) is not None:
            unit = bisect_right(self._starts, match.start()) - 1
            start = self._starts[unit]
            rank = self.units[unit].rank(match.start() - start, match.end() - match.start())
            found[unit] = min(rank, found.get(unit, rank))
            if unit + 1 == len(self._starts):
                break
            at = self._starts[unit + 1]
        return found


def folded(text: str) -> str:
    """Small letters, every letter in its place."""
    text = unicodedata.normalize("NFC", text).replace(_BREAK, " ")
    small = text.casefold()
    return small if len(small) == len(text) else "".join(_small(sign) for sign in text)


def _small(sign: str) -> str:
    small = sign.casefold()
    return small if len(small) == 1 else sign
