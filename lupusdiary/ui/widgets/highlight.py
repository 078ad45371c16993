"""Words that were looked for, on coloured ground, in a list of results as in the article that opens."""

from __future__ import annotations

from html import escape

from lupusdiary.ui.base.palette import Colours

Marks = tuple[tuple[int, int], ...]


def mark_style(colours: Colours) -> str:
    """The look of a mark in rich text."""
    return f"background-color:{colours.accent_soft};color:{colours.on_accent_soft};font-weight:bold"


def marked(text: str, marks: Marks, style: str) -> str:
    """Plain text as rich text, its marked stretches in this look; every sign is escaped."""
    parts, at = [], 0
    for start, end in marks:
        parts += [escape(text[at:start]), f'<span style="{style}">{escape(text[start:end])}</span>']
        at = end
    return "".join([*parts, escape(text[at:])])


def within(marks: Marks, start: int, end: int) -> Marks:
    """The marks of the stretch from `start` to `end` of a text, counted from its beginning."""
    return tuple((max(a, start) - start, min(b, end) - start) for a, b in marks if a < end and b > start)
