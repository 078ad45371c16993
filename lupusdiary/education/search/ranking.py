"""Which articles answer what somebody typed: nearest to the phrases under which each is looked for, to its
title and headings, to the terms and medicines that the words mean, and last to its text."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from lupusdiary.domain.hangul import INITIALS, has_hangul, initial, pattern
from lupusdiary.education.content.article import Article, line_text, lines_of
from lupusdiary.education.content.library import Library
from lupusdiary.education.search import typos
from lupusdiary.education.search.corpus import folded
from lupusdiary.education.search.features import english_stem, word_features, words
from lupusdiary.education.search.synonyms import MEDICINE, Meaning, Synonyms
from lupusdiary.education.search.weights import bag as bag_of
from lupusdiary.education.search.weights import postings, rarity, subject_among, weighed_words
from lupusdiary.language import LANGUAGES, Refusal
from lupusdiary.resources import clinical

# What each kind of nearness counts. Found on rows of queries of which half were never looked at.
_NEAREST, _ABOUT, _TEXT, _MEANING = 1.0, 0.45, 0.12, 0.55
# A second and third near phrase say a little more.
_NEXT = (1.0, 0.25, 0.1)
# Exactly what stands among the phrases.
_SAME, _SAME_NEARNESS = 0.35, 0.999
# Of the articles that tell of a term, the first named tells most.
_TOLD = (1.0, 0.45, 0.25)
# Below this share of the best, and below this much in all, an article is no answer.
_SHARE, _LEAST = 0.25, 0.18
# An article that holds less than this of what is asked only shares a syllable with it.
_HELD, _ONLY_IN_TEXT = 0.15, 0.6
# Of what was typed at least this much must be known at all.
_KNOWN = 0.4
# A phrase that stands whole in what was typed, whatever the spaces, by its share of it.
_WITHIN = 0.4
_EXACT_INITIALS, _BEGINNING_INITIALS, _INSIDE_INITIALS = 1.0, 0.55, 0.3


class ArticleRanking:
    """Made once for a library; asked at each key."""

    def __init__(self, library: Library, synonyms: Synonyms) -> None:
        self._library = library
        self._synonyms = synonyms
        self.ids = library.ids()
        self._number = {id: at for at, id in enumerate(self.ids)}
        self._last = ("", "")
        self._phrases = [phrase for at, id in enumerate(self.ids) for phrase in self._phrases_of(at, id)]
        about: list[dict[str, float]] = [defaultdict(float) for _ in self.ids]
        bags = []
        for at, phrase in self._phrases:
            bag = bag_of(phrase)
            bags.append(bag)
            for part, weight in bag.items():
                about[at][part] += weight
        self._rarity = rarity(about)
        self._near: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, bag in enumerate(bags):
            weighed = {part: weight * self._rarity[part] for part, weight in bag.items()}
            norm = math.sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
            for part, weight in weighed.items():
                self._near[part].append((number, weight / norm))
        self._about = postings(about)
        text = [self._text_of(id) for id in self.ids]
        self._text_rarity = rarity(text)
        self._text = postings(text)
        self._unheard = math.log(1 + len(self.ids) / 0.5)

    def rank(self, typed: str) -> list[tuple[str, float]]:
        """The articles that answer, the best first, each with how well (about 0 to 2)."""
        small = folded(typed)
        consonants = "".join(small.split())
        if consonants and all(sign in INITIALS for sign in consonants):
            return self._sorted(self._by_initials(consonants))
        small = self._spelled(small)
        asked = self._asked(small)
        scores = [0.0] * len(self.ids)
        held = self._shares(asked)
        self._add_nearest(asked, scores)
        self._add_postings(asked, self._about, self._rarity, _ABOUT, scores)
        self._add_postings(asked, self._text, self._text_rarity, _TEXT, scores)
        self._add_phrases_within("".join(words(small)), scores)
        scores = [score if share >= _HELD else 0.0 for score, share in zip(scores, held, strict=True)]
        self._add_meanings(small, scores)
        return self._sorted(scores)

    def meanings(self, typed: str) -> list[Meaning]:
        """The terms and medicines that the words of a text mean, misspelt ones too."""
        found = self._synonyms.found_in(self._spelled(folded(typed)))
        return [meaning for _, meanings in found for meaning in meanings]

    def names(self, typed: str) -> list[Sequence[str]]:
        """Of each term and medicine that is meant, every name in small letters."""
        return [names for each in self.meanings(typed) if (names := self._synonyms.said(each))]

    def _asked(self, small: str) -> Mapping[str, float]:
        """What is looked for; nothing where most of it is unknown."""
        asked: dict[str, float] = defaultdict(float)
        known = unknown = 0
        asked_words = words(small)
        for word, counts in weighed_words(small):
            # A syllable tells as much as two letters.
            size = len(word) * (1 if word.isascii() else 2)
            parts = list(word_features(word))
            if word is asked_words[-1] and not self._is_known(word):
                finished = self._finished(word)
                parts += [(part, 1.0 / len(finished)) for part in finished]
            if any(part in self._about or part in self._text for part, _ in parts):
                known += size
            else:
                unknown += size
            for part, weight in parts:
                asked[part] += counts * weight
        return asked if known > _KNOWN * (known + unknown) else {}

    def _shares(self, asked: Mapping[str, float]) -> list[float]:
        """How much of what is asked each article holds, what is rare counting more."""
        whole, shares = 0.0, [0.0] * len(self.ids)
        for part, weight in asked.items():
            counts = weight * self._rarity.get(part, self._text_rarity.get(part, self._unheard))
            whole += counts
            about = {at for at, _ in self._about.get(part, ())}
            for at in about:
                shares[at] += counts
            for at, _ in self._text.get(part, ()):
                if at not in about:
                    shares[at] += _ONLY_IN_TEXT * counts
        return [share / (whole or 1.0) for share in shares]

    def _add_nearest(self, asked: Mapping[str, float], scores: list[float]) -> None:
        weighed = {
            part: weight * self._rarity[part] for part, weight in asked.items() if part in self._rarity
        }
        norm = math.sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
        near: dict[int, float] = defaultdict(float)
        for part, weight in weighed.items():
            for number, held in self._near[part]:
                near[number] += held * weight / norm
        best: dict[int, list[float]] = defaultdict(list)
        for number, nearness in near.items():
            best[self._phrases[number][0]].append(nearness)
        for at, found in best.items():
            found.sort(reverse=True)
            scores[at] += _NEAREST * sum(
                share * nearness for share, nearness in zip(_NEXT, found, strict=False)
            ) + _SAME * (found[0] > _SAME_NEARNESS)

    def _add_phrases_within(self, typed: str, scores: list[float]) -> None:
        longest = [0] * len(self.ids)
        for at, phrase in self._korean:
            if len(phrase) > longest[at] and phrase in typed:
                longest[at] = len(phrase)
        for at, length in enumerate(longest):
            scores[at] += _WITHIN * length / (len(typed) or 1) + _SAME * (length == len(typed) > 0)

    def _add_postings(
        self,
        asked: Mapping[str, float],
        postings: Mapping[str, Sequence[tuple[int, float]]],
        rarity: Mapping[str, float],
        counts: float,
        scores: list[float],
    ) -> None:
        whole = sum(weight * rarity.get(part, 0.0) for part, weight in asked.items())
        if not whole:
            return
        for part, weight in asked.items():
            for at, held in postings.get(part, ()):
                scores[at] += counts * held * weight * rarity[part] / whole

    def _add_meanings(self, small: str, scores: list[float]) -> None:
        asked_words = words(small)
        subject = subject_among(asked_words)
        found = [each for each in self._synonyms.found_in(small) if each[0] not in subject]
        # Of what was typed, the part that the word makes up.
        length = sum(map(len, asked_words)) or 1
        for word, meanings in found:
            best: dict[str, float] = {}
            for meaning in meanings:
                for id, told in self._told_of(meaning.kind, meaning.id):
                    best[id] = max(best.get(id, 0.0), told * meaning.weight)
            for id, counts in best.items():
                if id in self._number:
                    scores[self._number[id]] += _MEANING * counts * min(1.0, len(word) / length)

    def _told_of(self, kind: str, id: str) -> list[tuple[str, float]]:
        # A medicine is a term as well; the article that explains it as a medicine tells most.
        article = self._library.for_medicine(id)
        if kind == MEDICINE or article is not None:
            return [] if article is None else [(article, 1.0)]
        term = self._library.glossary.get(id)
        return list(zip(term.articles, _TOLD, strict=False))

    def _by_initials(self, consonants: str) -> list[float]:
        scores = [0.0] * len(self.ids)
        for (at, _), spelled in zip(self._phrases, self._initials, strict=True):
            if spelled == consonants:
                found = _EXACT_INITIALS
            elif spelled.startswith(consonants):
                found = _BEGINNING_INITIALS
            elif consonants in spelled:
                found = _INSIDE_INITIALS
            else:
                continue
            scores[at] = max(scores[at], found) + 0.02 * found
        return scores

    @cached_property
    def _initials(self) -> list[str]:
        return ["".join(map(initial, phrase.replace(" ", ""))) for _, phrase in self._phrases]

    @cached_property
    def _korean(self) -> list[tuple[int, str]]:
        """The Korean phrases without spaces and without words that only ask."""
        close = [(at, "".join(words(phrase))) for at, phrase in self._phrases if has_hangul(phrase)]
        return [(at, phrase) for at, phrase in dict.fromkeys(close) if len(phrase) > 1]

    @cached_property
    def _words(self) -> typos.Vocabulary:
        known = {word for _, phrase in self._phrases for word in words(phrase)}
        return typos.Vocabulary(known | {word for each in self._synonyms.words for word in each.split()})

    def _spelled(self, small: str) -> str:
        """What was typed, with what is no word at all taken for the nearest word."""
        # Asked for several times at a key.
        if self._last[0] != small:
            self._last = small, self._with_typos_corrected(small)
        return self._last[1]

    def _with_typos_corrected(self, small: str) -> str:
        asked_words = words(small)
        for one, other in pairwise(asked_words):
            # “breast feeding”
            if one.isascii() and other.isascii() and english_stem(one + other) in self._about:
                small = small.replace(f"{one} {other}", one + other)
        asked_words = words(small)
        for word in asked_words:
            if self._is_known(word) or (word is asked_words[-1] and self._finished(word)):
                continue
            if (meant := self._words.nearest(word)) is not None:
                small = small.replace(word, meant)
        return small

    def _finished(self, word: str) -> list[str]:
        """The parts that a word which is still being typed can become."""
        if len(word) < 2:
            return []
        begun = re.compile(("" if word.isascii() else "=") + pattern(word))
        return [part for part in self._about if begun.match(part)]

    def _is_known(self, word: str) -> bool:
        parts = [part for part, _ in word_features(word)]
        if not has_hangul(word):
            return any(part in self._text or part in self._about for part in parts)
        pairs = [part for part in parts if not part.startswith("=")][:-1] or parts
        return parts[0] in self._text or parts[0] in self._about or all(part in self._about for part in pairs)

    def _sorted(self, scores: Sequence[float]) -> list[tuple[str, float]]:
        least = max(_LEAST, _SHARE * max(scores, default=0.0))
        found = [(-score, at) for at, score in enumerate(scores) if score >= least]
        return [(self.ids[at], -score) for score, at in sorted(found)]

    def _articles(self, id: str) -> Iterable[Article]:
        for language in LANGUAGES:
            try:
                yield self._library.article(id, language)
            except Refusal:
                # On a stick that was taken out meanwhile.
                continue

    def _phrases_of(self, at: int, id: str) -> Iterable[tuple[int, str]]:
        given = clinical("search_words")["articles"].get(id, {})
        said = [phrase for language in LANGUAGES for phrase in given.get(language, ())]
        for article in self._articles(id):
            said += [article.title, *(section.heading for section in article.sections)]
        return [(at, folded(phrase)) for phrase in dict.fromkeys(said)]

    def _text_of(self, id: str) -> Mapping[str, float]:
        counted: Counter[str] = Counter()
        for article in self._articles(id):
            lines = [
                line_text(line)
                for section in article.sections
                for block in section.blocks
                for line in lines_of(block)
            ]
            counted.update(words(folded(" ".join([article.summary, *lines]))))
        parts: dict[str, float] = defaultdict(float)
        for word, times in counted.items():
            for part, weight in word_features(word):
                parts[part] += times * weight
        return parts
