"""Checks one article by itself: what it points to is there, facts have sources, and it is whole."""

from __future__ import annotations

from collections.abc import Iterator

from lupusdiary.education.checks.check_readability import check_readability
from lupusdiary.education.checks.check_slides import check_slides, shorten
from lupusdiary.education.checks.checked import CheckedArticle, Known
from lupusdiary.education.content.article import (
    Bullets,
    Figure,
    Link,
    Paragraph,
    Source,
    Term,
    blocks_of,
    line_text,
    lines_of,
    spans_of,
)
from lupusdiary.education.content.content_fault import ContentFault
from lupusdiary.language import Refusal

# What stands on cards and slides in large letters; in characters.
_LONGEST = {"title": 80, "summary": 500, "action": 250}


def check_article(checked: CheckedArticle, known: Known) -> Iterator[ContentFault]:
    """What is wrong with an article, whatever the other language says."""
    yield from _front(checked, known)
    yield from _sections(checked)
    yield from _pointers(checked, known)
    yield from _sources(checked, known)
    yield from _figures(checked, known)
    yield from check_slides(checked)
    yield from check_readability(checked, known.glossary)


def _front(checked: CheckedArticle, known: Known) -> Iterator[ContentFault]:
    article = checked.article
    for field, codes in known.codes.items():
        for code in getattr(article, field):
            if codes and code not in codes:
                why = Refusal("“{code}” is not known among the {field}.", code=code[:60], field=field)
                yield checked.fault(checked.line(f'"{code}"', checked.key_line(field)), why)
    for name, limit in _LONGEST.items():
        if len(getattr(article, name)) > limit:
            yield checked.fault(checked.key_line(name), shorten(name, limit))
    if not 2 <= len(article.quiz) <= 4:
        why = Refusal(
            "A quiz has 2 to 4 questions, each below a line {table}; here are {count}.",
            table="[[quiz]]",
            count=len(article.quiz),
        )
        yield checked.fault(checked.key_line("quiz"), why)
    if len(article.teach_back) != 3:
        why = Refusal(
            "A teach-back has exactly three messages, each below a line {table}; here are {count}.",
            table="[[teach_back]]",
            count=len(article.teach_back),
        )
        yield checked.fault(checked.key_line("teach_back"), why)


def _sections(checked: CheckedArticle) -> Iterator[ContentFault]:
    met: set[str] = set()
    for section in checked.article.sections:
        if section.anchor and section.anchor in met:
            why = Refusal(
                "The anchor “{anchor}” is there twice; give this heading another one.", anchor=section.anchor
            )
            yield checked.fault(section.line, why)
        met.add(section.anchor)
        if len(section.heading) > _LONGEST["title"]:
            yield checked.fault(section.line, shorten(section.heading[:20], _LONGEST["title"]))
        if not section.blocks:
            why = Refusal("There is no text below this heading: write it, or take the heading out.")
            yield checked.fault(section.line, why)


def _pointers(checked: CheckedArticle, known: Known) -> Iterator[ContentFault]:
    met: set[str] = set()
    for block in blocks_of(checked.article):
        for span in (span for line in lines_of(block) for span in line):
            if isinstance(span, Link) and span.article not in known.articles:
                why = Refusal("There is no article “{name}” to lead to.", name=span.article)
                yield checked.fault(checked.line(f"(article:{span.article})", block.line), why)
            if isinstance(span, Term):
                line = checked.line(f"(term:{span.term})", block.line)
                if span.term not in known.glossary:
                    why = Refusal(
                        "The glossary does not hold “{term}”: correct the id, or explain it in {file}.",
                        term=span.term,
                        file="glossary.toml",
                    )
                    yield checked.fault(line, why)
                elif span.term in met:
                    why = Refusal("Mark “{term}” only where it first stands.", term=span.term)
                    yield checked.fault(line, why)
                met.add(span.term)


def _sources(checked: CheckedArticle, known: Known) -> Iterator[ContentFault]:
    used = {span.key for _, span in spans_of(checked.article) if isinstance(span, Source)}
    listed = set(checked.article.sources)
    front = checked.key_line("sources")
    for key in sorted(used - listed):
        why = Refusal("List the source “{key}” in the front matter.", key=key)
        yield checked.fault(checked.line(f"[^{key}]"), why)
    for key in sorted(listed - used):
        why = Refusal("The source “{key}” is listed but not used; take it out.", key=key[:60])
        yield checked.fault(checked.line(f'"{key}"', front), why)
    for key in sorted((used | listed) - set(known.sources)):
        why = Refusal("Describe the source “{key}” in sources.toml.", key=key[:60])
        yield checked.fault(checked.line(f'"{key}"', front), why)
    for block in blocks_of(checked.article):
        marked = any(isinstance(span, Source) for line in lines_of(block) for span in line)
        if isinstance(block, Paragraph | Bullets) and not marked:
            words = line_text(lines_of(block)[0]).strip()[:30] if lines_of(block) else ""
            why = Refusal("Give a source for “{words}…”: [^KEY] after the sentence.", words=words)
            yield checked.fault(block.line, why)


def _figures(checked: CheckedArticle, known: Known) -> Iterator[ContentFault]:
    figures: tuple[Figure, ...] = checked.article.figures
    for figure in figures:
        if figure.id not in known.figures:
            why = Refusal("There is no figure “{name}” in the folder “figures”.", name=figure.id)
            yield checked.fault(figure.line, why)
    if not figures and not checked.article.no_figure:
        why = Refusal("Put a figure in, or say in “no_figure” why there is none.")
        yield checked.fault(checked.key_line("no_figure"), why)
