"""The words that are explained: a term in both languages, how it is said, what it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lupusdiary.education.content.content_fault import ContentFault, ContentFaults, misspelled_id
from lupusdiary.education.content.text_file import read_text, read_toml
from lupusdiary.education.content.toml_table import ID, Lines, TomlTable
from lupusdiary.language import LANGUAGES, Refusal, Translator

_LONGEST = 400_000
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
    faults = ContentFaults(path)
    try:
        text = read_text(path, _LONGEST)
        values = read_toml(text, path)
    except ContentFault as fault:
        return [], [fault]
    lines = Lines(text)
    top = TomlTable(values, faults, lines.of)
    terms: dict[str, GlossaryTerm] = {}
    for table in top.tables("term", lines):
        term = _term(table, faults)
        if term is not None and term.id in terms:
            table.fault_at_head(Refusal("“{name}” is there twice; take one of them out.", name=term.id))
        elif term is not None:
            terms[term.id] = term
    for key in top.unknown():
        top.fault(key, Refusal("Write each of them below a line [[{name}]].", name="term"))
    return list(terms.values()), faults.found


def _term(table: TomlTable, faults: ContentFaults) -> GlossaryTerm | None:
    before = len(faults.found)
    texts = {name: table.words(name) for name in _TEXTS}
    articles, said = table.texts("articles"), table.get("said", str, "") or ""
    if texts["id"] and not ID.fullmatch(texts["id"]):
        table.fault_at_head(misspelled_id())
    if len(faults.found) > before:
        return None
    for language in LANGUAGES:
        name = f"definition_{language}"
        texts[name] = table.worded(name, texts[name], language)
    return GlossaryTerm(**texts, said=said, articles=articles)
