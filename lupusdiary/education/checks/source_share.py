"""How much of what an article says rests on a guideline, a study, a label or an agency."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lupusdiary.education.content.article import Article, Source, spans_of
from lupusdiary.education.content.content_fault import ContentFault
from lupusdiary.education.content.library import Library
from lupusdiary.education.content.sources import Reference
from lupusdiary.resources import resource


@dataclass(frozen=True, slots=True)
class SourceShare:
    """The source marks of one article, and how many of them are strong ones."""

    article: str
    strong: int
    marks: int

    @property
    def percent(self) -> int:
        """Rounded down, so that no share looks larger than it is."""
        return 100 * self.strong // self.marks if self.marks else 0


def source_share(article: Article, sources: Mapping[str, Reference]) -> SourceShare:
    """The share of one article; a mark whose source nobody described is no strong one."""
    keys = [span.key for _, span in spans_of(article) if isinstance(span, Source)]
    strong = sum(key in sources and sources[key].is_strong for key in keys)
    return SourceShare(article.id, strong, len(keys))


def source_shares(folder: Path, language: str) -> list[SourceShare]:
    """The shares of a folder's articles, as far as they can be read, in their order. They may cite the
    program's own sources."""
    library = Library([folder])
    sources = Library([resource("articles"), folder]).sources
    found = []
    for id in library.ids():
        try:
            found.append(source_share(library.article(id, language), sources))
        except ContentFault:
            # The check says what is wrong with it.
            continue
    return found


def total(shares: Iterable[SourceShare]) -> SourceShare:
    """All articles together; without a name."""
    counted = list(shares)
    return SourceShare("", sum(each.strong for each in counted), sum(each.marks for each in counted))
