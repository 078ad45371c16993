"""One search over articles, glossary, and what else is handed in: notes, laboratory tests."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lupusdiary.domain.hangul import has_hangul, pattern, typed
from lupusdiary.education import slips
from lupusdiary.education.excerpt import Marks, excerpt, marks_in
from lupusdiary.education.library import Library
from lupusdiary.education.search_units import Unit, extra_units, library_units
from lupusdiary.language import Translator

_MOST_HITS = 60
_MOST_WORDS = 8
_LONGEST_QUERY = 200
_BREAK = "\x00"


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found: what kind of thing, which one, and where in it; `marks` and `title_marks` are
    the stretches of `excerpt` and `title` that were looked for, as (start, end)."""

    kind: str
    id: str
    anchor: str | None
    title: str
    excerpt: str
    marks: Marks
    title_marks: Marks = ()


class SearchIndex:
    """What can be found, in one language first. Making it reads every article: do it in the background."""

    def __init__(
        self, library: Library, tr: Translator, extra: Iterable[tuple[str, str, str, str]] = ()
    ) -> None:
        self._fill(library_units(library, tr), extra_units(extra))

    def with_extra(self, extra: Iterable[tuple[str, str, str, str]]) -> SearchIndex:
        """The same library beside other notes and tests, each (kind, id, title, text)."""
        index = SearchIndex.__new__(SearchIndex)
        index._fill(self._fixed, extra_units(extra))
        return index

    def find(self, query: str) -> list[Hit]:
        """What holds all words of `query`, the best first: found in a title, in a heading, in the text."""
        words = typed(query[:_LONGEST_QUERY].replace(_BREAK, " ")).casefold().split()[:_MOST_WORDS]
        if not words:
            return []
        looked_for = [self._places(word) for word in words]
        keys = self._keys
        common = set.intersection(*({keys[at] for at in places} for _, places in looked_for))
        pieces: dict[int, tuple[int, int]] = {}
        for _, places in looked_for:
            for at, rank in places.items():
                held, best_rank = pieces.get(at, (0, rank))
                pieces[at] = (held + 1, min(rank, best_rank))
        best: dict[int, tuple[int, int, int, int]] = {}
        for at, (held, rank) in pieces.items():
            key, place = keys[at], (-held, rank, self._units[at].foreign, at)
            if key in common and (key not in best or place < best[key]):
                best[key] = place
        patterns = [pattern for pattern, _ in looked_for]
        return [_hit(self._units[place[-1]], patterns) for place in sorted(best.values())[:_MOST_HITS]]

    def _fill(self, fixed: Sequence[Unit], extra: Sequence[Unit]) -> None:
        self._fixed = fixed
        self._units = [*fixed, *extra]
        texts = [_folded(unit.searched) for unit in self._units]
        numbers: dict[tuple[str, str], int] = {}
        self._keys = [numbers.setdefault((unit.kind, unit.id), len(numbers)) for unit in self._units]
        self._hay = _BREAK.join(texts)
        self._starts: list[int] = []
        at = 0
        for text in texts:
            self._starts.append(at)
            at += len(text) + 1
        self._known = slips.words_of(self._hay)

    def _places(self, word: str) -> tuple[re.Pattern[str], dict[int, int]]:
        """The units that hold a word, each with the rank of its best place."""
        looked_for = _pattern(word)
        places = self._search(looked_for)
        if not places and (near := slips.meant(word, self._known)):
            looked_for = re.compile("|".join(map(re.escape, near)))
            places = self._search(looked_for)
        return looked_for, places

    def _search(self, looked_for: re.Pattern[str]) -> dict[int, int]:
        found: dict[int, int] = {}
        at = 0
        while (match := looked_for.search(self._hay, at)) is not None:
            unit = bisect_right(self._starts, match.start()) - 1
            found[unit] = self._units[unit].rank(
                match.start() - self._starts[unit], match.end() - match.start()
            )
            if unit + 1 == len(self._starts):
                break
            at = self._starts[unit + 1]
        return found


def _pattern(word: str) -> re.Pattern[str]:
    if has_hangul(word):
        return re.compile(pattern(word))
    # A single letter or digit is looked for at the beginning of words only.
    return re.compile((r"\b" if len(word) == 1 else "") + re.escape(word))


def _folded(text: str) -> str:
    """Small letters, every letter in its place."""
    text = unicodedata.normalize("NFC", text).replace(_BREAK, " ")
    folded = text.casefold()
    return folded if len(folded) == len(text) else "".join(_small(sign) for sign in text)


def _small(sign: str) -> str:
    small = sign.casefold()
    return small if len(small) == 1 else sign


def _hit(unit: Unit, patterns: Sequence[re.Pattern[str]]) -> Hit:
    words, marks = excerpt(unit.text, _folded(unit.text), patterns)
    title_marks = marks_in(_folded(unit.title), patterns)
    return Hit(unit.kind, unit.id, unit.anchor, unit.title, words, marks, title_marks)
