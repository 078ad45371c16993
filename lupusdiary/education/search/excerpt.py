"""Cuts the piece out of a text that shows what was found in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

Marks = tuple[tuple[int, int], ...]

_BEFORE, _AFTER = 40, 110
_GAP = "…"


def excerpt(text: str, folded: str, patterns: Sequence[re.Pattern[str]]) -> tuple[str, Marks]:
    """A piece of `text` around the first find, and the marks in it; `folded` is `text` in small letters."""
    first = min((m.start() for p in patterns if (m := p.search(folded)) is not None), default=0)
    start, end = max(0, first - _BEFORE), min(len(text), first + _AFTER)
    if start > 0:
        space = text.find(" ", start, first)
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", first, end)
        end = space if space > first else end
    head, tail = _GAP if start > 0 else "", _GAP if end < len(text) else ""
    piece = folded[start:end]
    shift = len(head)
    marks = tuple((a + shift, b + shift) for a, b in marks_in(piece, patterns))
    return head + text[start:end].replace("\n", " ") + tail, marks


def marks_in(folded: str, patterns: Sequence[re.Pattern[str]]) -> Marks:
    """Every find as (start, end), in order and without overlaps."""
    found = sorted((m.start(), m.end()) for p in patterns for m in p.finditer(folded) if m.end() > m.start())
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)
