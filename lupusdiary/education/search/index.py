"""One search over articles, glossary, and what else is handed in: notes, laboratory tests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from copy import copy
from dataclasses import dataclass
from itertools import chain

from lupusdiary.domain.hangul import typed
from lupusdiary.education.content.library import Library
from lupusdiary.education.search import typos
from lupusdiary.education.search.corpus import Corpus, folded
from lupusdiary.education.search.danger import place_in
from lupusdiary.education.search.documents import (
    ARTICLE,
    SAME_NAME,
    TERM,
    Document,
    extra_documents,
    library_documents,
)
from lupusdiary.education.search.excerpt import Marks, excerpt, marks_in
from lupusdiary.education.search.features import is_empty, stem_of
from lupusdiary.education.search.patterns import phrase, spaced, written
from lupusdiary.education.search.ranking import ArticleRanking
from lupusdiary.education.search.synonyms import Synonyms
from lupusdiary.language import Translator

MOST_HITS = 60
# The urgent page among the hits: its kind and its id.
URGENT = "urgent"
_RANKED = 5
_MOST_WORDS = 8
_LONGEST_QUERY = 200
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SearchHit:
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
        self._tr = tr
        self._fixed = Corpus(library_documents(library, tr))
        # The words among which corrections of typos are looked for; the first of them would else wait for it.
        _ = self._fixed.known
        self._ranking = ArticleRanking(library, Synonyms(library.glossary))
        self._extra = Corpus(extra_documents(extra))

    def with_extra(self, extra: Iterable[tuple[str, str, str, str]]) -> SearchIndex:
        """The same library beside other notes and tests, each (kind, id, title, text)."""
        index = copy(self)
        index._extra = Corpus(extra_documents(extra))
        return index

    def find(self, query: str, beside: Corpus | None = None) -> list[SearchHit]:
        """What answers `query`, the best first: the urgent page where the words are a sign of danger, the
        article that answers best, what has exactly this name, further articles, and what else holds all
        words that mean something. `beside` are further pieces that change often."""
        query = query[:_LONGEST_QUERY]
        stacks = self._stacks(beside)
        literal = self._literal(query, stacks)
        ranked = [id for id, _ in self._ranking.rank(query)][:_RANKED]
        understood = self._understood({id for id in ranked if (ARTICLE, id) not in literal}, query)
        articles = [
            literal.pop((ARTICLE, id))[0] if id not in understood else understood[id] for id in ranked
        ]
        means = {(each.kind, each.id) for each in self._ranking.meanings(query)} if articles else set()
        named = [key for key, (hit, exact) in literal.items() if exact or key in means]
        names = [literal.pop(key)[0] for key in named]
        names += [hit for key in sorted(means - set(named)) if (hit := self._meant(key, query)) is not None]
        others = [hit for hit, _ in literal.values()]
        if others and not means and not names and all(hit.kind not in (ARTICLE, TERM) for hit in others):
            # The very words stand in notes alone: articles that only resemble come after.
            hits = names + others + articles
        else:
            hits = articles[:1] + names + articles[1:] + others
        if (place := place_in(query)) is not None:
            hits.insert(place, self._urgent())
        return hits[:MOST_HITS]

    def answers(self, query: str) -> list[str]:
        """The articles that `find` gives, by id and in its order, with `URGENT` for the urgent page."""
        return [hit.id for hit in self.find(query) if hit.kind in (ARTICLE, URGENT)]

    def _literal(self, query: str, stacks: Sequence[Corpus]) -> dict[_Key, tuple[SearchHit, bool]]:
        """What holds all words, the best first: found in a title, in a heading, in the text; each with
        whether it has exactly this name."""
        looked_for = [_places(word, stacks) for word in _words(query)]
        if not looked_for:
            return {}
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
        best: dict[_Key, tuple[int, bool, int, int, int]] = {}
        for at, (held, rank) in pieces.items():
            unit, key = units[at], keys[at]
            if key in common:
                apart = whole is not None and whole.search(folded(unit.searched)) is None
                place = (-held, apart, rank, unit.foreign, at)
                if key not in best or place < best[key]:
                    best[key] = place
        ordered = sorted(best.items(), key=lambda each: each[1])[:MOST_HITS]
        return {
            key: (_hit(units[place[-1]], patterns), len(looked_for) == 1 and place[2] == SAME_NAME)
            for key, place in ordered
        }

    def _understood(self, ids: Set[str], query: str) -> dict[str, SearchHit]:
        """Articles that answer although they do not hold all words: of each the piece that holds most."""
        if not ids:
            return {}
        patterns = [_places(word, [self._fixed])[0] for word in _words(query)]
        patterns += [_said(names) for names in self._ranking.names(query)]
        best: dict[str, tuple[int, int, int]] = {}
        for at, unit in enumerate(self._fixed.units):
            if unit.kind == ARTICLE and unit.id in ids:
                small = folded(unit.searched)
                held = sum(pattern.search(small) is not None for pattern in patterns)
                place = (-held, unit.foreign, at)
                best[unit.id] = min(place, best.get(unit.id, place))
        return {id: _hit(self._fixed.units[at], patterns) for id, (_, _, at) in best.items()}

    def _meant(self, key: _Key, query: str) -> SearchHit | None:
        """The term or medicine that a word means."""
        for stack in (self._fixed, self._extra):
            for unit in stack.units:
                if (unit.kind, unit.id) == key:
                    return _hit(unit, [written(word) for word in _words(query)])
        return None

    def _urgent(self) -> SearchHit:
        words = self._tr.text("This may be a sign that should not wait. See whom to call, and when.")
        return SearchHit(URGENT, URGENT, None, self._tr.text("If it is urgent"), words, ())

    def patterns(self, query: str, beside: Corpus | None = None) -> list[re.Pattern[str]]:
        """What `find` marks, a pattern a word; they are run over `folded` text."""
        stacks = self._stacks(beside)
        return [_places(word, stacks)[0] for word in _words(query)]

    def _stacks(self, beside: Corpus | None) -> list[Corpus]:
        return [self._fixed, self._extra, *([] if beside is None else [beside])]


def _words(query: str) -> list[str]:
    """The words that are looked for; those that only help to ask count where there are no others."""
    words = typed(query[:_LONGEST_QUERY].replace("\x00", " ")).casefold().split()
    bare = [word.strip("?!.,") or word for word in words]
    return ([word for word in bare if not is_empty(word)] or bare)[:_MOST_WORDS]


def _places(word: str, stacks: Sequence[Corpus]) -> tuple[re.Pattern[str], dict[int, int]]:
    """The units that hold a word, each with the rank of its best place: the word as it is written, else with
    spaces that were left out, else without its ending, else what was probably meant."""
    looked_for = written(word)
    places = _search(looked_for, stacks)
    if not places and (apart := spaced(word)) is not None:
        looked_for, places = apart, _search(apart, stacks)
    if not places and (stem := stem_of(word)) is not None:
        looked_for = written(stem)
        places = _search(looked_for, stacks)
    if not places and (near := typos.meant(word, chain.from_iterable(stack.known for stack in stacks))):
        looked_for = re.compile("|".join(map(re.escape, near)))
        places = _search(looked_for, stacks)
    return (looked_for if places else written(word)), places


def _said(names: Sequence[str]) -> re.Pattern[str]:
    """Any of these names, with a hyphen or a space left out or put in."""
    each = [r"[ \-]?".join(map(re.escape, name.split())) for name in names]
    return re.compile(rf"(?<![a-z])(?:{'|'.join(sorted(each, key=len, reverse=True))})(?![a-z])")


def _search(looked_for: re.Pattern[str], stacks: Sequence[Corpus]) -> dict[int, int]:
    found: dict[int, int] = {}
    before = 0
    for stack in stacks:
        found |= {before + at: rank for at, rank in stack.places(looked_for).items()}
        before += len(stack.units)
    return found


def _hit(unit: Document, patterns: Sequence[re.Pattern[str]]) -> SearchHit:
    words, marks = excerpt(unit.text, folded(unit.text), patterns)
    title_marks = marks_in(folded(unit.title), patterns)
    if not marks and not title_marks:
        # It was found in a heading or in another name: that is what the person wants to see.
        for name in unit.names.split("\n"):
            if found := marks_in(folded(name), patterns):
                return SearchHit(unit.kind, unit.id, unit.anchor, unit.title, f"{name}: {words}", found)
    return SearchHit(unit.kind, unit.id, unit.anchor, unit.title, words, marks, title_marks)
