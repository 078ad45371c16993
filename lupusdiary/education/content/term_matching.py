"""Where the words of the glossary stand in a plain sentence of the program."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lupusdiary.education.content.glossary import Glossary
from lupusdiary.language import Translator

_BRACKETS = re.compile(r"\s*\(([^)]*)\)")
_SHORT = re.compile(r"[A-Za-z][\w/-]+")
_HANGUL = re.compile(r"[가-힣]")
_ANTIBODY = re.compile(r"( antibody|항체)$")


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A term at `start` to `end` of a text."""

    start: int
    end: int
    term: str


class TermWords:
    """The words by which the terms of a glossary are known in one language.

    A name with brackets is known without them, and by the abbreviations inside them: “complement (C3, C4)”
    is also “complement”, “C3” and “C4”."""

    def __init__(self, glossary: Glossary, tr: Translator) -> None:
        self._terms: dict[str, str] = {}
        for term in glossary:
            for words in _spellings(term.name(tr)):
                self._terms.setdefault(_key(words), term.id)
        self._ids = {term.id for term in glossary}

    def find(self, text: str, names: Mapping[str, str] | None = None) -> list[FoundTerm]:
        """Each term where it first stands, the longest words first, before them `names`: further words and
        the ids of their terms. A word of letters stands alone; a Korean one may have an ending."""
        named = {_key(words): id for words, id in (names or {}).items() if id in self._ids}
        known = self._terms | named
        found: list[FoundTerm] = []
        met: set[str] = set()
        taken = [False] * len(text)
        small = text.lower()
        here = [words for words in known if words.lower().split(" ")[0] in small]
        for words in sorted(here, key=lambda each: (each not in named, -len(each), each)):
            id = known[words]
            if id in met:
                continue
            for hit in _pattern(words).finditer(text):
                if not any(taken[hit.start() : hit.end()]):
                    taken[hit.start() : hit.end()] = [True] * (hit.end() - hit.start())
                    found.append(FoundTerm(hit.start(), hit.end(), id))
                    met.add(id)
                    break
        return sorted(found, key=lambda each: each.start)

    def term_of(self, code: str, name: str) -> str | None:
        """The term for a test or symptom: that of its code, else the one with which its name begins."""
        if code in self._ids:
            return code
        found = self.find(name)
        return found[0].term if found and found[0].start == 0 else None


def _spellings(name: str) -> list[str]:
    bare = _BRACKETS.sub("", name).strip()
    inside = [part.strip() for group in _BRACKETS.findall(name) for part in group.split(",")]
    short = [part for part in inside if _SHORT.fullmatch(part) and part != part.lower()]
    # A Korean word that needs explaining in brackets means something else without them (주사).
    homonym = any(" " in part for part in inside) and all(_HANGUL.match(sign) for sign in bare)
    stem = _ANTIBODY.sub("", bare)
    stems = [stem] if stem != bare and re.search("[A-Z]", stem) else []
    return [name, *([] if homonym else [bare]), *stems, *short]


def _key(words: str) -> str:
    """Abbreviations keep their capitals; other words are found with and without them."""
    return words if _is_abbreviation(words) else words.lower()


def _is_abbreviation(words: str) -> bool:
    return len(words) <= 5 and words.upper() == words and words.lower() != words


def _pattern(words: str) -> re.Pattern[str]:
    """Word borders by the signs at both ends; an English word may stand in the plural."""
    if _HANGUL.match(words[-1]):
        after = ""
    elif words[-1].isalnum():
        after = r"s?(?![A-Za-z0-9])"
    else:
        after = ""
    flags = 0 if _is_abbreviation(words) else re.IGNORECASE
    return re.compile(r"(?<![\w-])" + re.escape(words).replace(r"\ ", r"[ -]") + after, flags)
