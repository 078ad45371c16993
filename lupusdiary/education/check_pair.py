"""Checks that an article says the same in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from lupusdiary.education.article import (
    Article,
    Figure,
    Link,
    QuizItem,
    Section,
    Source,
    TeachBackMessage,
    Term,
    line_text,
    lines_of,
)
from lupusdiary.education.checked import CheckedArticle
from lupusdiary.education.content_fault import ContentFault
from lupusdiary.education.numbers import difference, numbers_in
from lupusdiary.language import Refusal

_SAME = ("category", "order", "date", "review", "sources", "symptoms", "analytes", "medicines", "events")


def check_pair(korean: CheckedArticle, english: CheckedArticle) -> Iterator[ContentFault]:
    """What differs; said of the English file, at the place where it differs."""
    one, other = korean.article, english.article
    for field in _SAME:
        if getattr(one, field) != getattr(other, field):
            why = Refusal("“{name}” must be the same in both languages.", name=field)
            yield english.fault(english.key_line(field), why)
    if bool(one.no_figure) != bool(other.no_figure):
        why = Refusal("“{name}” must be the same in both languages.", name="no_figure")
        yield english.fault(english.key_line("no_figure"), why)
    if numbers := difference(numbers_in(_said(one)), numbers_in(_said(other))):
        yield english.fault(english.key_line("summary"), _numbers(numbers))
    yield from _quizzes(one, english)
    if [s.anchor for s in one.sections] != [s.anchor for s in other.sections]:
        why = Refusal("Both languages need the same sections, with the same anchors in the same order.")
        yield english.fault(english.line("## "), why)
        return
    for ours, theirs in zip(one.sections, other.sections, strict=True):
        yield from _section(ours, theirs, english)


def _quizzes(one: Article, english: CheckedArticle) -> Iterator[ContentFault]:
    other = english.article
    if [(len(q.options), q.answer) for q in one.quiz] != [(len(q.options), q.answer) for q in other.quiz]:
        why = Refusal("Both languages need the same questions with the same right answers.")
        yield english.fault(english.key_line("quiz"), why)
    for nth, (ours, theirs) in enumerate(zip(one.quiz, other.quiz, strict=False)):
        if numbers := difference(numbers_in(_asked(ours)), numbers_in(_asked(theirs))):
            yield english.fault(english.key_line("quiz", nth), _numbers(numbers))
    for nth, (mine, yours) in enumerate(zip(one.teach_back, other.teach_back, strict=False)):
        if numbers := difference(numbers_in(_told(mine)), numbers_in(_told(yours))):
            yield english.fault(english.key_line("teach_back", nth), _numbers(numbers))


def _section(ours: Section, theirs: Section, english: CheckedArticle) -> Iterator[ContentFault]:
    line = english.section_line(theirs.anchor)
    if _sources(ours) != _sources(theirs):
        keys = ", ".join(sorted(_sources(ours) ^ _sources(theirs)))
        why = Refusal("These sources stand only in one language in this section: {keys}.", keys=keys)
        yield english.fault(line, why)
    if _pointers(ours) != _pointers(theirs):
        names = ", ".join(sorted(set(_pointers(ours)) ^ set(_pointers(theirs))))
        why = Refusal("These links stand only in one language in this section: {names}.", names=names)
        yield english.fault(line, why)
    if numbers := difference(numbers_in(_text(ours)), numbers_in(_text(theirs))):
        yield english.fault(line, _numbers(numbers))


def _numbers(numbers: list[str]) -> Refusal:
    shown = ", ".join(numbers[:12])
    return Refusal("These numbers do not stand equally often in both languages: {numbers}.", numbers=shown)


def _said(article: Article) -> str:
    return f"{article.summary}\n{article.action}"


def _asked(item: QuizItem) -> str:
    return "\n".join((item.question, *item.options, item.explanation))


def _told(message: TeachBackMessage) -> str:
    return f"{message.message}\n{message.ask}"


def _text(section: Section) -> str:
    return "\n".join(line_text(line) for block in section.blocks for line in lines_of(block))


def _sources(section: Section) -> set[str]:
    return {
        span.key
        for block in section.blocks
        for line in lines_of(block)
        for span in line
        if isinstance(span, Source)
    }


def _pointers(section: Section) -> list[str]:
    found = [f"figure:{block.id}" for block in section.blocks if isinstance(block, Figure)]
    for block in section.blocks:
        for line in lines_of(block):
            found += [f"term:{span.term}" for span in line if isinstance(span, Term)]
            found += [f"article:{span.article}" for span in line if isinstance(span, Link)]
    return sorted(found)
