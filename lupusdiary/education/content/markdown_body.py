"""Reads the Markdown of an article: headings, paragraphs, lists, figures, warning boxes, and nothing else.

HTML is shown as the text that it is; whatever else Markdown knows is refused with its line.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from lupusdiary.education.content.article import Block, Bullets, Figure, Line, Paragraph, Section, Warning
from lupusdiary.education.content.content_fault import ContentFaults
from lupusdiary.education.content.markdown_inline import lines_of_inline
from lupusdiary.education.content.urgency_words import warning_of
from lupusdiary.language import Refusal

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_HEADING = re.compile(r"(.+?)\s*\{#([a-z][a-z0-9_]*)\}")
_BOX = "[!WARNING]"
_SIGNS = ":::signs"
_EXAMPLE = "## Heading {#anchor}"


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).disable(["reference", "autolink"])
    # Its rules are put together by the first text: a second thread must not meet them half done.
    parser.parse("*a*")
    return parser


def read_body(text: str, first_line: int, faults: ContentFaults, language: str) -> tuple[Section, ...]:
    """The sections of a body whose first line is `first_line` of its file; its warnings speak `language`."""
    return _BodyReader(_parser().parse(text), first_line, faults, language).sections()


class _BodyReader:
    """Walks over the blocks of one body."""

    def __init__(self, tokens: list[Token], first_line: int, faults: ContentFaults, language: str) -> None:
        self._tokens = tokens
        self._language = language
        self._first_line = first_line
        self._faults = faults
        self._at = 0
        self._line = first_line

    def sections(self) -> tuple[Section, ...]:
        found: list[tuple[str, str, list[Block], int]] = []
        while self._at < len(self._tokens):
            token = self._next()
            if token.type == "heading_open":
                anchor, heading = self._heading(token)
                found.append((anchor, heading, [], self._line))
                continue
            block = self._block(token)
            if block is None:
                continue
            if not found:
                self._fault(Refusal("Begin the text with a heading: {example}", example=_EXAMPLE))
                found.append(("", "", [], self._line))
            found[-1][2].append(block)
        if not found:
            self._fault(Refusal("The article has no text yet; write it below the second +++ line."))
        return tuple(Section(anchor, heading, tuple(blocks), at) for anchor, heading, blocks, at in found)

    def _next(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        if token.map:
            self._line = self._first_line + token.map[0]
        return token

    def _skip(self, opened: Token) -> None:
        """Goes on behind what `opened` opens."""
        if opened.nesting != 1:
            return
        depth = 1
        while depth and self._at < len(self._tokens):
            depth += self._tokens[self._at].nesting
            self._at += 1

    def _heading(self, token: Token) -> tuple[str, str]:
        words = self._next().content
        self._next()
        found = _HEADING.fullmatch(words.strip())
        if token.tag != "h2" or token.markup != "##" or found is None:
            self._fault(
                Refusal("Write a heading as {example}, with an anchor of small letters.", example=_EXAMPLE)
            )
            return "", words
        return found[2], found[1]

    def _block(self, token: Token) -> Block | None:
        if token.type == "paragraph_open":
            return self._paragraph()
        if token.type in ("bullet_list_open", "ordered_list_open"):
            return self._list(token)
        if token.type == "blockquote_open":
            return self._box()
        self._skip(token)
        self._fault(
            Refusal(
                "Only headings (##), paragraphs, lists, figures and warning boxes can stand in an article."
            )
        )
        return None

    def _paragraph(self) -> Block | None:
        inline = self._next()
        self._next()
        children = [child for child in inline.children or [] if child.type != "text" or child.content.strip()]
        if len(children) == 1 and children[0].type == "image":
            return self._figure(children[0])
        start = self._line
        if inline.content.split(maxsplit=1)[:1] == [_SIGNS]:
            return self._signs(inline.content.split()[1:])
        lines = self._spans(inline)
        return Paragraph(lines[0], line=start) if lines else None

    def _signs(self, ids: list[str]) -> Block | None:
        try:
            return warning_of(ids, self._language, self._line)
        except Refusal as refusal:
            self._fault(refusal)
            return None

    def _figure(self, image: Token) -> Block | None:
        kind, _, id = str(image.attrs.get("src", "")).partition(":")
        alt, caption = image.content.strip(), str(image.attrs.get("title", "")).strip()
        if kind != "figure" or not id or not alt or not caption:
            self._fault(
                Refusal(
                    "Write a figure as {example}.",
                    example='![what is to be seen](figure:name_of_the_figure "caption")',
                )
            )
            return None
        return Figure(id, alt, caption, line=self._line)

    def _list(self, token: Token) -> Block:
        start = self._line
        items: list[Line] = []
        while (inner := self._next()).type != token.type.replace("open", "close"):
            if inner.type == "inline":
                items += self._spans(inner)[:1]
            elif inner.type not in ("list_item_open", "list_item_close", "paragraph_open", "paragraph_close"):
                self._skip(inner)
                self._fault(Refusal("A list holds nothing but lines of text."))
        return Bullets(tuple(items), numbered=token.type.startswith("ordered"), line=start)

    def _box(self) -> Block:
        start = self._line
        lines: list[Line] = []
        titled = False
        while (inner := self._next()).type != "blockquote_close":
            if inner.type == "inline":
                found = self._spans(inner)
                if not titled and inner.content.split("\n")[0].strip() == _BOX:
                    titled, found = True, found[1:]
                lines += found
            elif inner.type not in ("paragraph_open", "paragraph_close") and "list" not in inner.type:
                self._skip(inner)
                self._fault(Refusal("A warning box holds nothing but lines of text."))
        if not titled or not lines:
            self._line = start
            self._fault(Refusal("Begin a warning box with the line “> [!WARNING]”, and its text below it."))
        return Warning(tuple(lines), line=start)

    def _spans(self, inline: Token) -> list[Line]:
        return lines_of_inline(inline, self._fault, split=_BOX in inline.content)

    def _fault(self, why: Refusal) -> None:
        self._faults.add(self._line, why)
