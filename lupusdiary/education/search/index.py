"""One search over articles, glossary, and what else is handed in: notes, laboratory tests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from lupusdiary.domain.hangul import typed
from lupusdiary.education.content.library import Library
from lupusdiary.education.search import typos
from lupusdiary.education.search.corpus import Corpus, folded
from lupusdiary.education.search.documents import Document, extra_documents, library_documents
from lupusdiary.education.search.excerpt import Marks, excerpt, marks_in
from lupusdiary.education.search.patterns import phrase, spaced, written
from lupusdiary.language import Translator

MOST_HITS = 60
_MOST_WORDS = 8
_LONGEST_QUERY = 200


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
        self._fixed = Corpus(library_documents(library, tr))
        # The words among which slips are looked for; the first of them would else wait for it.
        _ = self._fixed.known
        self._extra = Corpus(extra_documents(extra))

    def with_extra(self, extra: Iterable[tuple[str, str, str, str]]) -> SearchIndex:
        """The same library beside other notes and tests, each (kind, id, title, text)."""
        index = SearchIndex.__new__(SearchIndex)
        index._fixed, index._extra = self._fixed, Corpus(extra_documents(extra))
        return index

    def find(self, query: str, beside: Corpus | None = None) -> list[Hit]:
        """What holds all words of `query`, the best first: found in a title, in a heading, in the text.
        `beside` are further pieces that change often."""
        stacks = self._stacks(beside)
        looked_for = [_places(word, stacks) for word in _words(query)]
        if not looked_for:
            return []
        units = [unit for stack in stacks for unit in stack.units]
        keys = [(unit.kind, unit.id) for unit in units]
        common = set.intersection(*({keys[at] for at in places} for _, places in looked_for))
        patterns = [pattern for pattern, _ in looked_for]
        whole = phrase(patterns)
        pieces: dict[int, tuple[int, int]] = {}
        for _, places in looked_for:
            for at, rank in places.items():
                held, best_rank = pieces.get(at, (0, rank))
                pieces[at] = (held + 1, min(rank, best_rank))
        best: dict[tuple[str, str], tuple[int, bool, int, int, int]] = {}
        for at, (held, rank) in pieces.items():
            unit, key = units[at], keys[at]
            if key in common:
                apart = whole is not None and whole.search(folded(unit.searched)) is None
                place = (-held, apart, rank, unit.foreign, at)
                if key not in best or place < best[key]:
                    best[key] = place
        return [_hit(units[place[-1]], patterns) for place in sorted(best.values())[:MOST_HITS]]

    def patterns(self, query: str, beside: Corpus | None = None) -> list[re.Pattern[str]]:
        """What `find` marks, a pattern a word; they are run over `folded` text."""
        stacks = self._stacks(beside)
        return [_places(word, stacks)[0] for word in _words(query)]

    def _stacks(self, beside: Corpus | None) -> list[Corpus]:
        return [self._fixed, self._extra, *([] if beside is None else [beside])]


def _words(query: str) -> list[str]:
    return typed(query[:_LONGEST_QUERY].replace("\x00", " ")).casefold().split()[:_MOST_WORDS]


def _places(word: str, stacks: Sequence[Corpus]) -> tuple[re.Pattern[str], dict[int, int]]:
    """The units that hold a word, each with the rank of its best place: the word as it is written, else with
    spaces that were left out, else what was probably meant."""
    looked_for = written(word)
    places = _search(looked_for, stacks)
    if not places and (apart := spaced(word)) is not None:
        looked_for, places = apart, _search(apart, stacks)
    if not places and (near := typos.meant(word, chain.from_iterable(stack.known for stack in stacks))):
        looked_for = re.compile("|".join(map(re.escape, near)))
        places = _search(looked_for, stacks)
    return (looked_for if places else written(word)), places


def _search(looked_for: re.Pattern[str], stacks: Sequence[Corpus]) -> dict[int, int]:
    found: dict[int, int] = {}
    before = 0
    for stack in stacks:
        found |= {before + at: rank for at, rank in stack.places(looked_for).items()}
        before += len(stack.units)
    return found


def _hit(unit: Document, patterns: Sequence[re.Pattern[str]]) -> Hit:
    words, marks = excerpt(unit.text, folded(unit.text), patterns)
    title_marks = marks_in(folded(unit.title), patterns)
    if not marks and not title_marks:
        # It was found in a heading or in another name: that is what the person wants to see.
        for name in unit.names.split("\n"):
            if found := marks_in(folded(name), patterns):
                return Hit(unit.kind, unit.id, unit.anchor, unit.title, f"{name}: {words}", found)
    return Hit(unit.kind, unit.id, unit.anchor, unit.title, words, marks, title_marks)
