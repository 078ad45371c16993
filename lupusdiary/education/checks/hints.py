"""What keeps no folder from being used but should be looked at: aged facts, missing slides and statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from lupusdiary.education.checks.check_slides import wanted_of_slides
from lupusdiary.education.checks.check_statements import wanted_of_statements
from lupusdiary.education.checks.checked import CheckedArticle
from lupusdiary.education.content.article import Source, spans_of
from lupusdiary.education.content.article_file import read_article
from lupusdiary.education.content.content_fault import ContentFault
from lupusdiary.education.content.folder import LibraryFolder
from lupusdiary.education.content.sources import LONGEST_SOURCES, read_sources
from lupusdiary.education.content.text_file import read_text
from lupusdiary.language import LANGUAGES, Refusal

# Rules, prices and approvals are looked up once a year.
_FRESH = timedelta(days=366)
# So many articles tell where a fact stands.
_NAMED = 6


def hints(path: Path, today: date) -> list[ContentFault]:
    """What to look at in a folder on a day, by file and line; what cannot be read is the check's affair."""
    folder = LibraryFolder.of(path)
    articles = list(_articles(folder))
    found = list(_aged(folder, articles, today))
    # Of the program's own articles the check asks for them.
    if not folder.is_shipped:
        for article in articles:
            found += [*wanted_of_slides(article), *wanted_of_statements(article)]
    return sorted(found, key=lambda hint: (str(hint.path), hint.line))


def _articles(folder: LibraryFolder) -> Iterator[CheckedArticle]:
    for language in LANGUAGES:
        for path in folder.articles(language).values():
            try:
                text = read_text(path)
                yield CheckedArticle(read_article(text, path), path, tuple(text.split("\n")))
            except ContentFault:
                continue


def _aged(folder: LibraryFolder, articles: Iterable[CheckedArticle], today: date) -> Iterator[ContentFault]:
    """The folder's own sources that were last looked up more than a year ago, with the articles that rest on
    them."""
    if not folder.sources.is_file():
        return
    used: dict[str, set[str]] = defaultdict(set)
    for each in articles:
        for _, span in spans_of(each.article):
            if isinstance(span, Source):
                used[span.key].add(each.article.id)
    heads = [line.strip() for line in read_text(folder.sources, LONGEST_SOURCES).split("\n")]
    for key, source in read_sources(folder.sources)[0].items():
        if source.checked is not None and today - source.checked > _FRESH and key in used:
            why = Refusal(
                "“{key}” was last looked up on {day}: see whether it still holds, correct {articles}, and "
                "write the new day.",
                key=key,
                day=source.checked,
                articles=", ".join(sorted(used[key])[:_NAMED]),
            )
            head = f"[{key}]"
            yield ContentFault(folder.sources, heads.index(head) + 1 if head in heads else 1, why)
