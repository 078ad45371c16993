"""Checks that an article says the same in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from lupusdiary.education.checks.checked import CheckedArticle
from lupusdiary.education.checks.numbers import only_in
from lupusdiary.education.content.article import (
    Article,
    Figure,
    Link,
    QuizItem,
    Section,
    Source,
    Term,
    Warning,
    line_text,
    lines_of,
)
from lupusdiary.education.content.content_fault import ContentFault
from lupusdiary.language import Refusal

_SAME = ("category", "order", "date", "symptoms", "analytes", "medicines", "events")


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of an article that is compared with its twin: its words, and the lines where it begins."""

    text: str
    lines: Sequence[int]


def check_translation(korean: CheckedArticle, english: CheckedArticle) -> Iterator[ContentFault]:
    """What differs, said of the file and the line that has more; of the English one where neither has."""
    one, other = korean.article, english.article
    for field in _SAME:
        if getattr(one, field) != getattr(other, field):
            yield english.fault(english.key_line(field), _not_same(field))
    if set(one.sources) != set(other.sources):
        yield english.fault(english.key_line("sources"), _not_same("sources"))
    # A reviewer's name is written in the letters of each language; the day is the same.
    if one.review[-10:] != other.review[-10:]:
        yield english.fault(english.key_line("review"), _not_same("review"))
    if bool(one.no_figure) != bool(other.no_figure):
        yield english.fault(english.key_line("no_figure"), _not_same("no_figure"))
    for checked in (korean, english):
        if checked.article.one_language:
            why = Refusal("Take “{name}” out: the article is there in both languages.", name="one_language")
            yield checked.fault(checked.key_line("one_language"), why)
    if [_right(q) for q in one.quiz] != [_right(q) for q in other.quiz]:
        yield _quizzes(one, english)
    if [slide.section for slide in one.slides] != [slide.section for slide in other.slides]:
        yield english.fault(english.key_line("slides"), _not_same("slides"))
    yield from _numbers(_fronts(korean), _fronts(english), korean, english)
    if [s.anchor for s in one.sections] != [s.anchor for s in other.sections]:
        yield _anchors(korean, english)
        return
    yield from _numbers(_bodies(one), _bodies(other), korean, english)
    for ours, theirs in zip(one.sections, other.sections, strict=True):
        yield from _more(ours, theirs, korean, _in_english)
        yield from _more(theirs, ours, english, _in_korean)


def _not_same(name: str) -> Refusal:
    return Refusal("“{name}” must be the same in both languages.", name=name)


def _in_english(words: str) -> Refusal:
    return Refusal(
        "This stands only here, not in the same place of the English article: {words}. Write it there too, "
        "or take it out here.",
        words=words,
    )


def _in_korean(words: str) -> Refusal:
    return Refusal(
        "This stands only here, not in the same place of the Korean article: {words}. Write it there too, "
        "or take it out here.",
        words=words,
    )


def _right(item: QuizItem) -> tuple[int, int, bool, bool]:
    """What is right of a question, and of its statement."""
    return (len(item.options), item.answer, bool(item.statement), item.true)


def _quizzes(korean: Article, english: CheckedArticle) -> ContentFault:
    pairs = list(zip_longest(korean.quiz, english.article.quiz))
    differs = (
        at
        for at, (ours, theirs) in enumerate(pairs)
        if ours is None or theirs is None or _right(ours) != _right(theirs)
    )
    why = Refusal("Both languages need the same questions with the same right answers.")
    head = english.key_line("quiz", next(differs, 0))
    return english.fault(english.key_line("answer", after=head), why)


def _anchors(korean: CheckedArticle, english: CheckedArticle) -> ContentFault:
    """The first place where the sections part."""
    for ours, theirs in zip_longest(korean.article.sections, english.article.sections):
        if theirs is None:
            why = Refusal(
                "Both languages need the same sections: the English article lacks this one, {anchor}.",
                anchor=f"{{#{ours.anchor}}}",
            )
            return korean.fault(ours.line, why)
        if ours is None or ours.anchor != theirs.anchor:
            why = Refusal(
                "Both languages need the same sections, with the same anchors in the same order; the Korean "
                "article has here: {anchor}.",
                anchor=f"{{#{ours.anchor}}}" if ours else "–",
            )
            return english.fault(theirs.line, why)
    raise AssertionError("the sections are the same")


def _numbers(
    ours: Sequence[_Part], theirs: Sequence[_Part], korean: CheckedArticle, english: CheckedArticle
) -> Iterator[ContentFault]:
    for mine, yours in zip(ours, theirs, strict=False):
        if more := only_in(mine.text, yours.text):
            yield korean.fault(korean.number_line(more[0], mine.lines), _in_english(", ".join(more[:12])))
        if more := only_in(yours.text, mine.text):
            yield english.fault(english.number_line(more[0], yours.lines), _in_korean(", ".join(more[:12])))


def _fronts(checked: CheckedArticle) -> list[_Part]:
    article = checked.article
    said = (checked.key_line("summary"), checked.key_line("action"))
    return [
        _Part(f"{article.summary}\n{article.action}", said),
        *(
            _Part(
                "\n".join((q.question, *q.options, q.explanation, q.statement)),
                (checked.key_line("quiz", nth),),
            )
            for nth, q in enumerate(article.quiz)
        ),
        *(
            _Part(f"{told.message}\n{told.ask}", (checked.key_line("teach_back", nth),))
            for nth, told in enumerate(article.teach_back)
        ),
        *(
            _Part(f"{slide.says}\n{slide.more}\n{slide.caveat}", (checked.key_line("slides", nth),))
            for nth, slide in enumerate(article.slides)
        ),
    ]


def _bodies(article: Article) -> list[_Part]:
    return [_Part(_text(section), (section.line,)) for section in article.sections]


def _text(section: Section) -> str:
    # What the table of danger says is the same by its making.
    written = (block for block in section.blocks if not (isinstance(block, Warning) and block.ids))
    return "\n".join(line_text(line) for block in written for line in lines_of(block))


def _more(
    mine: Section, yours: Section, checked: CheckedArticle, why: Callable[[str], Refusal]
) -> Iterator[ContentFault]:
    """Sources, links, terms and figures that a section has and its twin has not."""
    there = set(_pointers(yours))
    for mark in dict.fromkeys(each for each in _pointers(mine) if each not in there):
        yield checked.fault(checked.line(mark, mine.line), why(mark.strip("()")))


def _pointers(section: Section) -> Iterator[str]:
    """What a section points to, as it is written in the file."""
    for block in section.blocks:
        if isinstance(block, Figure):
            yield f"(figure:{block.id}"
        for span in (span for line in lines_of(block) for span in line):
            if isinstance(span, Source):
                yield f"[^{span.key}]"
            elif isinstance(span, Term):
                yield f"(term:{span.term})"
            elif isinstance(span, Link):
                yield f"(article:{span.article})"
