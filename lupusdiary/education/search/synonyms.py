"""The everyday words, brands and misspellings of the fact base, and what they mean: terms and medicines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from lupusdiary.domain.hangul import has_hangul
from lupusdiary.domain.medicine import medicines
from lupusdiary.education.content.glossary import Glossary
from lupusdiary.resources import clinical

TERM, MEDICINE = "term", "medicine"
# A word that only points towards its term counts so much.
_HINT = 0.6


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word stands for: a term of the glossary or a medicine; `weight` says how surely."""

    kind: str
    id: str
    weight: float


class Synonyms:
    """Finds words in what was typed; spaces do not matter in Korean, words count whole in other letters."""

    def __init__(self, glossary: Glossary) -> None:
        known = {_key(word): meanings for word, meanings in _shipped().items()}
        for term in glossary:
            for name in (term.ko, term.en):
                _add(known, name, Meaning(TERM, term.id, 1.0))
        self._known = {
            word: tuple(m for m in meanings if m.kind != TERM or m.id in glossary)
            for word, meanings in known.items()
        }
        self._said: dict[tuple[str, str], list[str]] = {}
        for word, meanings in self._known.items():
            for meaning in meanings:
                if meaning.weight == 1.0:
                    self._said.setdefault((meaning.kind, meaning.id), []).append(word)
        korean = [word for word in self._known if has_hangul(word)]
        other = [word for word in self._known if not has_hangul(word)]
        self._korean = _either(korean)
        self._other = re.compile(rf"(?<![a-z0-9])(?:{_either(other).pattern})s?(?![a-z0-9])")

    def said(self, meaning: Meaning) -> Sequence[str]:
        """Every word that means exactly this."""
        return self._said.get((meaning.kind, meaning.id), ())

    @property
    def words(self) -> Iterable[str]:
        """Every word, in small letters; the Korean ones without spaces."""
        return self._known

    def found_in(self, folded: str) -> list[tuple[str, tuple[Meaning, ...]]]:
        """The words in a text in small letters, the longer of two at one place, with what they mean."""
        # A Korean word may stand in letters and syllables: 항 dsDNA.
        found = self._korean.findall("".join(folded.split()))
        found += [
            name.removesuffix("s") if name not in self._known else name
            for name in self._other.findall(folded)
        ]
        return [(word, self._known[word]) for word in dict.fromkeys(found) if word in self._known]


@cache
def _shipped() -> Mapping[str, tuple[Meaning, ...]]:
    known: dict[str, tuple[Meaning, ...]] = {}
    for entry in clinical("synonyms")["entries"]:
        weight = 1.0 if entry["exact"] else _HINT
        for each in entry["to"]:
            _add(known, entry["word"], Meaning(each["type"], each["id"], weight))
    for medicine in medicines().values():
        for name in (medicine.name_ko, medicine.name_en, *medicine.spellings):
            _add(known, name, Meaning(MEDICINE, medicine.id, 1.0))
    return known


def _add(known: dict[str, tuple[Meaning, ...]], word: str, meaning: Meaning) -> None:
    key = _key(word)
    if len(key) > 1 and meaning not in known.get(key, ()):
        known[key] = (*known.get(key, ()), meaning)


def _key(word: str) -> str:
    small = " ".join(word.casefold().replace("-", " ").split())
    return small.replace(" ", "") if has_hangul(small) else small


def _either(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
