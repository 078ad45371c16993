"""An article on paper, to be taken home: 14 pt, at most two pages A4 a language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from lupusdiary.education.content.article import (
    Article,
    Block,
    Bullets,
    Figure,
    Line,
    Plain,
    Section,
    Source,
    Warning,
    lines_of,
)
from lupusdiary.education.content.disclaimers import (
    NOT_YOUR_DOCTOR,
    PEOPLE_DIFFER,
    differs,
    review_state,
    written_on,
)
from lupusdiary.education.content.figures import figure_svg
from lupusdiary.education.content.library import Library
from lupusdiary.education.content.sentences import sentences
from lupusdiary.language import Refusal, Translator
from lupusdiary.report.typesetting import typeset

_TEMPLATE = "handout.typ"
# How many sentences of a paragraph stand on paper, from all of them to what two pages surely hold.
_VERSIONS = (None, 3, 2, 1)
# The smallest words of a drawing on paper, in points.
_LEGIBLE = 8.6
_BOX = re.compile(r'viewBox="[^"]*?([\d.]+)"')
_SIZE = re.compile(r'font-size[:=]\s*"?([\d.]+)')
# The figures' colours on paper: told apart in grey as well.
INKS: Mapping[str, str] = MappingProxyType(
    {
        "text": "#000000",
        "muted": "#4a4a4a",
        "accent": "#4a3c86",
        "accent_soft": "#dcd7ec",
        "surface": "#ffffff",
        "border": "#7d7d7d",
        "series1": "#0072b2",
        "series2": "#c2500a",
        "series3": "#0a7a5a",
        "warn": "#8a5300",
    }
)


def write_pdf(
    articles: Sequence[Article],
    library: Library,
    languages: Sequence[Translator],
    numbers: str = "",
) -> bytes:
    """The PDF (PDF/UA-1, undated) of articles, each in the language in which it was read.

    `languages` holds a translator for each of these languages; `numbers` are the hospital's. An
    article that is too long for two pages
    gives the first sentences of its paragraphs, and says so. Title, summary, headings, points, warnings, the
    one action, the sentences that stand everywhere and the sources are never left out, even if a third page
    is needed for them.
    """
    translators = {tr.code: tr for tr in languages}
    parts = [_part(article, library, translators[article.language], numbers) for article in articles]
    titles = dict.fromkeys(part["title"] for part in parts)
    return typeset(_TEMPLATE, {"title": " / ".join(titles), "parts": parts})


def _part(article: Article, library: Library, tr: Translator, numbers: str) -> dict[str, Any]:
    return {
        "lang": tr.code,
        "title": article.title,
        "running": tr.text("Handout · {date}", date=written_on(article, tr)),
        "summary": article.summary,
        "versions": [
            {"sections": [_section(each.heading, each.blocks, most) for each in _urgent_first(article)]}
            for most in _VERSIONS
        ],
        "figure": _figure(article, library, tr),
        "numbers_title": tr.text("My hospital’s number:"),
        "numbers": numbers,
        "action_title": tr.text("One thing to do"),
        "action": article.action,
        "questions": tr.text("What I want to ask"),
        "shortened_here": tr.text("Shortened for paper; the whole text is in the diary under “Learn”."),
        "sources_title": tr.text("Sources"),
        "sources": _sources(article, library, tr),
        "review": review_state(article, tr),
        "closing": tr.text(NOT_YOUR_DOCTOR),
        "differ": tr.text(PEOPLE_DIFFER) if differs(article) else "",
    }


def _urgent_first(article: Article) -> list[Section]:
    """Its sections, those with warning signs before the others: on paper they stand on the first page."""
    return sorted(
        article.sections, key=lambda each: not any(isinstance(block, Warning) for block in each.blocks)
    )


def _section(heading: str, blocks: Sequence[Block], most: int | None) -> dict[str, Any]:
    return {"heading": heading, "blocks": [_block(block, most) for block in blocks if lines_of(block)]}


def _block(block: Block, most: int | None) -> dict[str, Any]:
    if isinstance(block, Warning):
        return {"kind": "warning", "lines": [_spans(line) for line in block.paragraphs]}
    if isinstance(block, Bullets):
        kind = "steps" if block.numbered else "points"
        return {"kind": kind, "lines": [_spans(line) for line in block.items]}
    return {"kind": "paragraph", "lines": [_beginning(_spans(line), most) for line in lines_of(block)]}


def _spans(line: Line) -> list[dict[str, Any]]:
    return [
        {"text": span.text, "strong": isinstance(span, Plain) and span.strong}
        for span in line
        if not isinstance(span, Source)
    ]


def _beginning(spans: list[dict[str, Any]], most: int | None) -> list[dict[str, Any]]:
    """The first sentences of a paragraph."""
    whole = sentences("".join(span["text"] for span in spans))
    if most is None or len(whole) <= most:
        return spans
    left = len(" ".join(whole[:most]))
    kept = []
    for span in spans:
        if left <= 0:
            break
        kept.append(span | {"text": span["text"][:left]})
        left -= len(span["text"])
    return kept


def _figure(article: Article, library: Library, tr: Translator) -> dict[str, Any] | None:
    """The first figure; one that cannot be drawn is left out, for the text matters more."""
    figures: tuple[Figure, ...] = article.figures
    for figure in figures:
        try:
            svg = figure_svg(library, figure.id, tr.code, INKS)
        except Refusal:
            continue
        return {"svg": svg, "alt": figure.alt, "caption": figure.caption, "least": _least_height(svg)}
    return None


def _least_height(svg: str) -> float:
    """How high in points a drawing must stand for its smallest words to be legible."""
    box = _BOX.search(svg)
    sizes = [float(size) for size in _SIZE.findall(svg)]
    return _LEGIBLE * float(box[1]) / min(sizes) if box and sizes and min(sizes) > 0 else 0.0


def _sources(article: Article, library: Library, tr: Translator) -> list[str]:
    return [library.sources[key].text(tr) for key in article.sources if key in library.sources]
