"""The words of an article as rich text: every sign of its file is escaped, and no link leads out of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

from lupusdiary.education.content.article import (
    Article,
    Block,
    Bullets,
    Figure,
    Line,
    Link,
    Paragraph,
    Plain,
    Section,
    Source,
    Span,
    Term,
    Warning,
    line_text,
)
from lupusdiary.education.search.corpus import folded
from lupusdiary.education.search.excerpt import Marks, marks_in
from lupusdiary.ui.base.palette import Colours
from lupusdiary.ui.widgets.highlight import mark_style, marked, within

TERM = "term:"
ARTICLE = "article:"


@dataclass(frozen=True, slots=True)
class Typeface:
    """How the words of an article look now: the size in points, the colours of text and links, and what was
    looked for, with the look of its marks."""

    points: float
    text: str
    muted: str
    link: str
    looked_for: Sequence[re.Pattern[str]] = ()
    mark: str = ""

    @classmethod
    def of(cls, colours: Colours, points: float, looked_for: Sequence[re.Pattern[str]] = ()) -> Typeface:
        """The look in these colours."""
        return cls(points, colours.text, colours.muted, colours.accent, looked_for, mark_style(colours))

    def on_note(self, colours: Colours) -> Typeface:
        """The same in a box of warning signs."""
        return replace(self, text=colours.on_note, muted=colours.on_note, link=colours.on_note)

    def marks(self, text: str) -> Marks:
        """Where what was looked for stands in a text."""
        return marks_in(folded(text), self.looked_for) if self.looked_for else ()

    def marked(self, text: str) -> str:
        """A text with its marks, every sign escaped."""
        return marked(text, self.marks(text), self.mark)


def source_numbers(article: Article) -> dict[str, int]:
    """The number of each source as it stands at the foot."""
    return {key: number for number, key in enumerate(article.sources, start=1)}


def paragraph_html(line: Line, face: Typeface, numbers: Mapping[str, int]) -> str:
    """A line of an article as one paragraph."""
    return _paragraph(line_html(line, face, numbers), face)


def bullets_html(bullets: Bullets, face: Typeface, numbers: Mapping[str, int]) -> str:
    """Points below each other, with a sign or a number before each."""
    rows = []
    for number, item in enumerate(bullets.items, start=1):
        sign = f"{number}." if bullets.numbered else "•"
        words = line_html(item, face, numbers)
        rows.append(
            f'<tr><td style="padding:0 10px 6px 4px">{_sized(sign, face)}</td>'
            f'<td width="100%" style="padding:0 0 6px 0">{_paragraph(words, face)}</td></tr>'
        )
    return f'<table cellspacing="0" cellpadding="0" width="100%">{"".join(rows)}</table>'


def line_html(line: Line, face: Typeface, numbers: Mapping[str, int]) -> str:
    """The spans of a line. Sentences that follow each other from the same sources share one mark, which
    stands after the last of them."""
    groups = [(marks, list(spans)) for marks, spans in groupby(line, lambda span: isinstance(span, Source))]
    sources = [tuple(_keys(spans)) if marks else () for marks, spans in groups]
    parts = []
    # A word that was looked for may begin in one span and end in the next.
    found, done = face.marks(line_text(line)), 0
    for at, (marks, spans) in enumerate(groups):
        if not marks:
            for span in spans:
                length = len(line_text([span]))
                parts.append(_span(span, face, within(found, done, done + length)))
                done += length
        elif sources[at] not in sources[at + 1 : at + 3]:
            shown = ", ".join(str(numbers[key]) for key in sources[at] if key in numbers)
            small = f"font-size:{face.points * 11 / 12:.1f}pt; color:{face.muted}"
            parts.append(f'<span style="{small}"> [{shown}]</span>')
    return "".join(parts)


def plain_text(article: Article, other_lines: Sequence[str]) -> str:
    """The whole article without marks, for the clipboard; `other_lines` stand at its end."""
    parts = [article.title, article.summary]
    for section in article.sections:
        parts.append(section.heading)
        parts += [text for block in section.blocks if (text := block_text(block))]
    return "\n\n".join([*parts, article.action, "\n".join(other_lines)]) + "\n"


def block_text(block: Block) -> str:
    """The words of a block; of a figure, its caption."""
    if isinstance(block, Figure):
        return block.caption
    if isinstance(block, Paragraph):
        return line_text(block.spans)
    if isinstance(block, Warning):
        return "\n".join(line_text(line) for line in block.paragraphs)
    signs = (f"{number}." if block.numbered else "-" for number in range(1, len(block.items) + 1))
    return "\n".join(f"{sign} {line_text(line)}" for sign, line in zip(signs, block.items, strict=True))


def has_links(block: Block | Section) -> bool:
    """Whether something in it can be followed."""
    if isinstance(block, Section):
        return any(has_links(each) for each in block.blocks)
    lines: tuple[Line, ...] = ()
    if isinstance(block, Paragraph):
        lines = (block.spans,)
    elif isinstance(block, Bullets):
        lines = block.items
    elif isinstance(block, Warning):
        lines = block.paragraphs
    return any(isinstance(span, Term | Link) for line in lines for span in line)


def _span(span: Span, face: Typeface, found: Marks) -> str:
    words = marked(span.text, found, face.mark) if not isinstance(span, Source) else ""
    if isinstance(span, Term):
        return f'<a href="{TERM}{escape(span.term)}" style="color:{face.text}">{words}</a>'
    if isinstance(span, Link):
        return f'<a href="{ARTICLE}{escape(span.article)}" style="color:{face.link}">{words}</a>'
    if isinstance(span, Plain) and span.strong:
        words = f"<b>{words}</b>"
    return f"<i>{words}</i>" if isinstance(span, Plain) and span.emphasis else words


def _keys(spans: Sequence[Span]) -> list[str]:
    return [span.key for span in spans if isinstance(span, Source)]


def _paragraph(words: str, face: Typeface) -> str:
    return f'<p style="margin:0; line-height:150%">{_sized(words, face)}</p>'


def _sized(words: str, face: Typeface) -> str:
    return f'<span style="font-size:{face.points:.1f}pt; color:{face.text}">{words}</span>'
