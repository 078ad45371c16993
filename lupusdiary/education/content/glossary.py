"""The words that are explained: a term in both languages, how it is said, what it means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lupusdiary.education.content.content_fault import ContentFault, Faults, missing, not_a_list
from lupusdiary.education.content.text_file import read_text, read_toml
from lupusdiary.education.content.urgency_words import filled_in
from lupusdiary.language import LANGUAGES, Refusal, Translator

_LONGEST = 400_000
_ID = re.compile(r"[a-z][a-z0-9_]{0,59}")
_TEXTS = ("id", "ko", "en", "definition_ko", "definition_en")


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """One word; `said` is a hint of how it is spoken, `articles` are those that tell more."""

    id: str
    ko: str
    en: str
    definition_ko: str
    definition_en: str
    said: str = ""
    articles: tuple[str, ...] = ()

    def name(self, tr: Translator) -> str:
        """The word in this language."""
        return tr.pick(self.ko, self.en)

    def other_name(self, tr: Translator) -> str:
        """The word in the other language."""
        return tr.pick(self.en, self.ko)

    def definition(self, tr: Translator) -> str:
        """What it means."""
        return tr.pick(self.definition_ko, self.definition_en)


class Glossary:
    """Terms by id; a later one of the same id takes the place of an earlier one."""

    def __init__(self, terms: Iterable[GlossaryTerm] = ()) -> None:
        self._terms = {term.id: term for term in terms}

    def get(self, id: str) -> GlossaryTerm:
        """One term. Raises `Refusal` for an unknown id."""
        if id not in self._terms:
            raise Refusal("The glossary does not hold “{term}”.", term=id[:40])
        return self._terms[id]

    def sorted(self, tr: Translator) -> list[GlossaryTerm]:
        """All terms in the order of their names in this language."""
        return sorted(self._terms.values(), key=lambda term: (term.name(tr).casefold(), term.id))

    def __contains__(self, id: object) -> bool:
        return id in self._terms

    def __iter__(self) -> Iterator[GlossaryTerm]:
        return iter(self._terms.values())

    def __len__(self) -> int:
        return len(self._terms)


def read_glossary(path: Path) -> tuple[list[GlossaryTerm], list[ContentFault]]:
    """The terms of a glossary file as far as they can be read, and what is wrong with the rest."""
    faults = Faults(path)
    try:
        text = read_text(path, _LONGEST)
        values = read_toml(text, path)
    except ContentFault as fault:
        return [], [fault]
    lines = [at for at, line in enumerate(text.split("\n"), start=1) if line.strip() == "[[term]]"]
    for key in values.keys() - {"term"}:
        line = next((at for at, words in enumerate(text.split("\n"), start=1) if key in words), 1)
        faults.add(line, Refusal("Write each of them below a line [[{name}]].", name="term"))
    tables = values.get("term", [])
    if not isinstance(tables, list):
        faults.add(1, Refusal("Write each of them below a line [[{name}]].", name="term"))
    terms: dict[str, GlossaryTerm] = {}
    for nth, table in enumerate(tables if isinstance(tables, list) else []):
        line = lines[nth] if nth < len(lines) else 1
        term = _term(table, line, faults)
        if term is not None and term.id in terms:
            faults.add(line, Refusal("“{name}” is there twice; take one of them out.", name=term.id))
        elif term is not None:
            terms[term.id] = term
    return list(terms.values()), faults.found


def _term(table: Any, line: int, faults: Faults) -> GlossaryTerm | None:
    if not isinstance(table, dict):
        faults.add(line, Refusal("Write each of them below a line [[{name}]].", name="term"))
        return None
    for name in _TEXTS:
        if not isinstance(table.get(name), str) or not table[name].strip():
            faults.add(line, missing(name))
            return None
    articles = table.get("articles", [])
    if not isinstance(articles, list) or not all(isinstance(each, str) for each in articles):
        faults.add(line, not_a_list("articles"))
        return None
    if not _ID.fullmatch(table["id"]):
        faults.add(line, Refusal("Write the id in small letters, digits and _, such as “my_kidneys”."))
        return None
    said = table.get("said", "")
    texts = {name: " ".join(table[name].split()) for name in _TEXTS}
    for language in LANGUAGES:
        name = f"definition_{language}"
        texts[name] = filled_in(texts[name], language, lambda _, why: faults.add(line, why))
    return GlossaryTerm(**texts, said=said if isinstance(said, str) else "", articles=tuple(articles))
