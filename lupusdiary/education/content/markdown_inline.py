"""Reads the words of a line: plain and strong ones, terms, links to other articles, source marks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from lupusdiary.education.content.article import Line, Link, Plain, Source, Span, Term
from lupusdiary.language import Refusal

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARK = re.compile(r"\[\^([A-Za-z0-9_]+)\]")
# What looks like a mark but is none: it would be read as words by the person whom it should help.
_BROKEN = re.compile(r"\[\^|\]\(|\{#")
_TARGET = re.compile(r"(term|article):([a-z][a-z0-9_]*)")


def lines_of_inline(inline: Token, fault: Callable[[Refusal], None], *, split: bool) -> list[Line]:
    """The spans of one run of text; `split` makes each line of the file a line of its own."""
    return _InlineReader(fault, split).read(inline.children or [])


class _InlineReader:
    """Walks over the marks of one run of text."""

    def __init__(self, fault: Callable[[Refusal], None], split: bool) -> None:
        self._fault = fault
        self._split = split
        self._lines: list[list[Span]] = [[]]
        self._strong = self._emphasis = 0
        self._target: str | None = None
        self._linked = ""

    def read(self, tokens: list[Token]) -> list[Line]:
        for token in tokens:
            self._one(token)
        return [tuple(_joined(line)) for line in self._lines if line]

    def _one(self, token: Token) -> None:
        match token.type:
            case "text":
                self._text(token.content)
            case "softbreak" | "hardbreak" if self._split and self._target is None:
                self._lines.append([])
            case "softbreak" | "hardbreak":
                self._text(" ")
            case "strong_open" | "strong_close":
                self._strong += token.nesting
            case "em_open" | "em_close":
                self._emphasis += token.nesting
            case "link_open":
                self._target, self._linked = str(token.attrs.get("href", "")), ""
            case "link_close":
                self._link()
            case "image":
                self._fault(Refusal("Give the figure a line of its own, between two empty lines."))
            case _:
                self._fault(Refusal("Write “{text}” as plain words.", text=token.content[:40]))
                self._text(token.content)

    def _text(self, text: str) -> None:
        if self._target is not None:
            self._linked += text
            return
        at = 0
        for found in _MARK.finditer(text):
            self._plain(text[at : found.start()])
            self._lines[-1].append(Source(found[1]))
            at = found.end()
        self._plain(text[at:])

    def _plain(self, text: str) -> None:
        if found := _BROKEN.search(text):
            self._fault(_broken(text[max(0, found.start() - 20) : found.end() + 20]))
        if text:
            self._lines[-1].append(Plain(text, self._strong > 0, self._emphasis > 0))

    def _link(self) -> None:
        target, words = self._target or "", " ".join(self._linked.split())
        self._target = None
        found = _TARGET.fullmatch(target)
        if found is None or not words:
            self._fault(
                Refusal(
                    "A link leads to a word of the glossary, [words](term:id), or to another article, "
                    "[words](article:id); “{target}” is neither.",
                    target=target[:60],
                )
            )
            self._plain(words)
        else:
            self._lines[-1].append(Term(words, found[2]) if found[1] == "term" else Link(words, found[2]))


def _joined(line: list[Span]) -> list[Span]:
    """Neighbouring words of one kind as one span."""
    joined: list[Span] = []
    for span in line:
        last = joined[-1] if joined else None
        if (
            isinstance(span, Plain)
            and isinstance(last, Plain)
            and (span.strong, span.emphasis) == (last.strong, last.emphasis)
        ):
            joined[-1] = Plain(last.text + span.text, span.strong, span.emphasis)
        else:
            joined.append(span)
    return joined


def _broken(words: str) -> Refusal:
    return Refusal(
        "“{words}” is not read as a mark. Write a source as [^KEY] with English letters and digits, a word "
        "as [words](term:id), another article as [words](article:id), without spaces in the round brackets.",
        words=words.strip(),
    )
