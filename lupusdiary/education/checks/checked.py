"""What a check of content works with: an article with its lines, and everything that it may point to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.domain.treatment import EVENT_KINDS, VISIT_KIND
from lupusdiary.education.checks.numbers import numbers_in
from lupusdiary.education.content.article import Article
from lupusdiary.education.content.content_fault import ContentFault
from lupusdiary.education.content.folder import LibraryFolder
from lupusdiary.education.content.glossary import Glossary
from lupusdiary.education.content.sources import Reference
from lupusdiary.language import LANGUAGES, Refusal
from lupusdiary.resources import clinical, resource

# A part ends where a table, a section or another key of the front matter begins.
_NEXT_PART = re.compile(r"\[\[|## |\+\+\+")


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that an article may point to."""

    articles: frozenset[str]
    glossary: Glossary
    sources: Mapping[str, Reference]
    figures: frozenset[str]
    codes: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class CheckedArticle:
    """An article that could be read, with the lines of its file."""

    article: Article
    path: Path
    lines: tuple[str, ...]

    def line(self, words: str, start: int = 1) -> int:
        """The first line from `start` on that holds these words; `start` if none does."""
        wanted = (at for at, line in enumerate(self.lines, start=1) if at >= start and words in line)
        return next(wanted, start)

    def number_line(self, number: str, starts: Sequence[int]) -> int:
        """The first line with a number in the parts that begin on these lines; the first of them if none."""
        for start in starts:
            for at, line in enumerate(self.lines[start - 1 :], start=start):
                if at > start and _NEXT_PART.match(line):
                    break
                if number in numbers_in(line):
                    return at
        return starts[0]

    def key_line(self, key: str, nth: int = 0, after: int = 0) -> int:
        """The line of a key of the front matter, the first one `after` a line, or of the nth table of that
        name."""
        start = re.compile(rf"\s*(?:\[\[{re.escape(key)}\]\]|{re.escape(key)}\s*=)")
        found = [at for at, line in enumerate(self.lines, start=1) if at > after and start.match(line)]
        return found[min(nth, len(found) - 1)] if found else 2

    @property
    def first_line(self) -> int:
        """Where the text begins."""
        return self.article.sections[0].line

    def fault(self, line: int, why: Refusal) -> ContentFault:
        """Something that is wrong on one of its lines."""
        return ContentFault(self.path, line, why)


def known_to(folder: LibraryFolder, glossary: Glossary, sources: Mapping[str, Reference]) -> Known:
    """What the articles of a folder may point to: its own things and those of the program."""
    folders = [folder] if folder.is_shipped else [LibraryFolder.of(resource("articles")), folder]
    return Known(
        articles=frozenset(
            id for each in folders for language in LANGUAGES for id in each.articles(language)
        ),
        glossary=glossary,
        sources=sources,
        figures=frozenset(id for each in folders for id in each.figure_files()),
        codes={
            "symptoms": frozenset(item.id for item in SymptomCatalogue().all),
            "analytes": frozenset(item.id for item in AnalyteCatalogue().all),
            "events": frozenset({*EVENT_KINDS, VISIT_KIND}),
            "medicines": _medicines(),
        },
    )


def _medicines() -> frozenset[str]:
    if not resource("clinical", "medications.json").is_file():
        return frozenset()
    return frozenset(item["id"] for item in clinical("medications")["medications"])
