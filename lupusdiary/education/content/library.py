"""All that can be read: the program's own articles, and those of a hospital's folder beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lupusdiary.education.content.article import Article, Front
from lupusdiary.education.content.article_file import read_article, read_front
from lupusdiary.education.content.categories import CATEGORIES
from lupusdiary.education.content.content_fault import ContentFault
from lupusdiary.education.content.folder import LibraryFolder
from lupusdiary.education.content.glossary import Glossary, GlossaryTerm, read_glossary
from lupusdiary.education.content.reading_time import minutes_of
from lupusdiary.education.content.sources import Reference, read_sources
from lupusdiary.education.content.text_file import read_text
from lupusdiary.language import LANGUAGES, Message, Refusal
from lupusdiary.resources import resource


@dataclass(frozen=True, slots=True)
class Card:
    """What a list of articles shows of one of them; quick to read, without its text."""

    front: Front
    language: str
    minutes: int
    shipped: bool


@dataclass(frozen=True, slots=True)
class Category:
    """A category of the library and its articles, in their order."""

    id: str
    name: Message
    articles: tuple[str, ...]


class Library:
    """The articles of one or more folders. A later folder's article takes the place of an earlier one's with
    the same id. Files are read when they are first asked for; one that cannot be read is left out, and
    `faults` says why."""

    def __init__(self, folders: Sequence[Path] | None = None) -> None:
        chosen = [resource("articles")] if folders is None else list(folders)
        self._folders = [LibraryFolder.of(path) for path in chosen]
        self._articles: dict[tuple[str, str], Article] = {}
        self._faults: dict[Path, ContentFault] = {}

    def ids(self) -> list[str]:
        """Every article, in the order in which they should be read."""
        cards = {id: card for (id, _), card in reversed(self._cards.items())}
        return sorted(cards, key=lambda id: (cards[id].front.order, id))

    def cards(self, language: str) -> list[Card]:
        """What a list shows, in order; an article that lacks this language comes in the other."""
        return [self.card(id, language) for id in self.ids()]

    def card(self, id: str, language: str) -> Card:
        """What a list shows of one article. Raises `Refusal` for an unknown id."""
        return self._cards[id, self._language(id, language)]

    def articles(self, language: str) -> list[Article]:
        """Every article whole, in order; the first time this takes a moment."""
        return [self.article(id, language) for id in self.ids()]

    def article(self, id: str, language: str) -> Article:
        """One article, in the other language if it lacks this one. Raises `Refusal`."""
        key = (id, self._language(id, language))
        if key not in self._articles:
            path = self._paths[key]
            self._articles[key] = read_article(read_text(path), path)
        return self._articles[key]

    def minutes(self, article: Article) -> int:
        """About how long it takes to read."""
        return self._cards[article.id, article.language].minutes

    @property
    def categories(self) -> list[Category]:
        """The categories that hold something, in their order."""
        ids = self.ids()
        shelved = {id: self.card(id, LANGUAGES[0]).front.category for id in ids}
        found = [
            Category(category, name, tuple(id for id in ids if shelved[id] == category))
            for category, name in CATEGORIES.items()
        ]
        return [category for category in found if category.articles]

    def for_symptom(self, code: str) -> str | None:
        """The article that explains a symptom best."""
        return self._first("symptoms", code)

    def for_analyte(self, code: str) -> str | None:
        """The article that explains a laboratory test best."""
        return self._first("analytes", code)

    def for_event(self, kind: str) -> str | None:
        """The article that explains a kind of event best."""
        return self._first("events", kind)

    def for_medicine(self, id: str) -> str | None:
        """The article that explains a medicine best."""
        return self._first("medicines", id)

    @cached_property
    def glossary(self) -> Glossary:
        """The explained words of all folders."""
        terms: list[GlossaryTerm] = []
        for folder in self._folders:
            if folder.glossary.is_file():
                found, faults = read_glossary(folder.glossary)
                terms += found
                self._faults |= {fault.path: fault for fault in faults}
        return Glossary(terms)

    @cached_property
    def sources(self) -> Mapping[str, Reference]:
        """What the source marks stand for, by key."""
        known: dict[str, Reference] = {}
        for folder in self._folders:
            if folder.sources.is_file():
                found, faults = read_sources(folder.sources)
                known |= found
                self._faults |= {fault.path: fault for fault in faults}
        return known

    @cached_property
    def figure_files(self) -> Mapping[str, Path]:
        """The drawings of all folders, by id."""
        return {id: path for folder in self._folders for id, path in folder.figure_files().items()}

    @property
    def faults(self) -> tuple[ContentFault, ...]:
        """What could not be read so far, one a file."""
        return tuple(self._faults.values()) if self._cards is not None else ()

    def _first(self, field: str, code: str) -> str | None:
        fronts = [self.card(id, LANGUAGES[0]).front for id in self.ids()]
        found = [front for front in fronts if code in getattr(front, field)]
        # An article that explains little else explains this best.
        return min(found, key=lambda front: len(getattr(front, field))).id if found else None

    def _language(self, id: str, wanted: str) -> str:
        for language in (wanted, *LANGUAGES):
            if (id, language) in self._cards:
                return language
        raise Refusal("The library has no article “{name}”.", name=id[:60])

    @cached_property
    def _paths(self) -> dict[tuple[str, str], Path]:
        found: dict[tuple[str, str], Path] = {}
        for folder in self._folders:
            here = {
                (id, language): path
                for language in LANGUAGES
                for id, path in folder.articles(language).items()
            }
            replaced = {id for id, _ in here}
            found = {key: path for key, path in found.items() if key[0] not in replaced} | here
        return found

    @cached_property
    def _cards(self) -> dict[tuple[str, str], Card]:
        cards: dict[tuple[str, str], Card] = {}
        for (id, language), path in self._paths.items():
            try:
                text = read_text(path)
                front = read_front(text, path)
            except ContentFault as fault:
                self._faults[path] = fault
                continue
            shipped = path.parent.parent == resource("articles")
            cards[id, language] = Card(front, language, minutes_of(text, language), shipped)
        return cards
