"""Slides from the text that is read: a section is a slide, the first sentence of each paragraph a line."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from lupusdiary.education.content.article import (
    Article,
    Bullets,
    Figure,
    Line,
    Section,
    Warning,
    line_text,
    lines_of,
)
from lupusdiary.education.content.disclaimers import differs
from lupusdiary.education.content.sentences import sentences

# What a screen holds at 28 pt: rows of so many letters (a Hangul syllable takes two), fewer beside a figure.
_ROWS = 9
_LETTERS = 62
_LETTERS_BESIDE = 34


@dataclass(frozen=True, slots=True)
class Slide:
    """One screen. `kind` is title, section, warning or action; `notes` is the whole text, for the presenter;
    `part` of `parts` says where a section goes on; `differs` asks for the sentence that people differ."""

    heading: str
    lines: tuple[str, ...]
    figure: Figure | None
    notes: str
    anchor: str | None
    kind: str = "section"
    part: int = 1
    parts: int = 1
    differs: bool = False


def slides(article: Article, anchors: tuple[str, ...] = ()) -> list[Slide]:
    """The slides of an article, or of some of its sections: title, sections, and what to do next."""
    caution = differs(article)
    whole = not anchors
    sections = [s for s in article.sections if whole or s.anchor in anchors]
    found = [_title(article, caution)]
    for section in sections:
        found += _section(section, caution)
    if whole:
        found.append(
            Slide(article.title, (article.action,), None, article.action, None, "action", 1, 1, caution)
        )
    return found


def counterpart(slides: Sequence[Slide], of: Slide) -> int:
    """Where the same place is among the slides of the other language, which may break elsewhere."""
    same = [
        (abs(slide.part - of.part), at)
        for at, slide in enumerate(slides)
        if (slide.anchor, slide.kind) == (of.anchor, of.kind)
    ]
    return min(same)[1] if same else 0


def _title(article: Article, caution: bool) -> Slide:
    lines = tuple(sentences(article.summary))
    return Slide(article.title, lines, None, article.summary, None, "title", 1, 1, caution)


def _section(section: Section, caution: bool) -> list[Slide]:
    figures = [block for block in section.blocks if isinstance(block, Figure)]
    lines: list[str] = []
    warnings: list[str] = []
    notes: list[str] = []
    for block in section.blocks:
        texts = [line_text(line) for line in lines_of(block)]
        notes += texts
        if isinstance(block, Warning):
            warnings += texts
        elif isinstance(block, Bullets):
            lines += [_first(line) for line in block.items]
        elif texts:
            lines.append(sentences(texts[0])[0] if sentences(texts[0]) else texts[0])
    screens = _screens(lines, bool(figures))
    # More figures than screens: each further figure has a screen of its own.
    screens += [()] * (len(figures) - len(screens))
    spoken = "\n\n".join(notes)
    made = [
        (screen, figures[at] if at < len(figures) else None, "section") for at, screen in enumerate(screens)
    ]
    made += [(screen, None, "warning") for screen in _screens(warnings, beside=False)]
    return [
        Slide(section.heading, screen, figure, spoken, section.anchor, kind, part, len(made), caution)
        for part, (screen, figure, kind) in enumerate(made, start=1)
    ]


def _first(line: Line) -> str:
    found = sentences(line_text(line))
    return found[0] if found else ""


def _screens(lines: list[str], beside: bool) -> list[tuple[str, ...]]:
    """The lines on as few screens as they need, the first of them beside a figure if there is one."""
    screens: list[list[str]] = [[]] if beside else []
    room = _ROWS if beside else 0
    for line in lines:
        letters = _LETTERS_BESIDE if beside and len(screens) == 1 else _LETTERS
        rows = ceil(_width(line) / letters)
        if rows > room and (screens != [[]] or rows > _ROWS):
            screens.append([])
            room = _ROWS
            rows = ceil(_width(line) / _LETTERS)
        screens[-1].append(line)
        room -= rows
    if len(screens) > 1 and len(screens[-1]) == 1 and len(screens[-2]) > 2:
        screens[-1].insert(0, screens[-2].pop())
    return [tuple(screen) for screen in screens]


def _width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line)
