"""The program's own fonts as outlines: how wide a text is, and its shape. Any thread may ask.

Text is drawn as one shape a colour: matplotlib's own text costs 2 ms a label, 0.15 s a picture.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from threading import RLock
from typing import TYPE_CHECKING, Any

from lupusdiary.resources import resource

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font
    from matplotlib.path import Path

_UNKNOWN = "\u25a1"
# Outlines are read at this size and scaled; 72 dots an inch make a point a dot.
_EM = 1000

# A face holds the one glyph that was loaded last, and all faces share one FreeType library: a worker that
# makes a PDF while the window draws must not come between loading a glyph and taking its outline.
_ONE_AT_A_TIME = RLock()


@lru_cache(20_000)
def width(text: str, points: float, bold: bool = False) -> float:
    """How wide a line of text is, in inches."""
    return sum(_glyph(c, bold)[2] for c in text) * points / 72


def clean(text: str) -> str:
    """The text in one line of characters that the fonts can show; what none covers becomes a box."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    composed = unicodedata.normalize("NFC", text)
    line = " ".join("".join(" " if unicodedata.category(c)[0] == "C" else c for c in composed).split())
    return line if line.isascii() else "".join(c if _shown(c) else _UNKNOWN for c in line)


def shortened(text: str, points: float, room: float, bold: bool = False) -> str:
    """The text, or as much of its beginning as fits into `room` inches, with an ellipsis."""
    if width(text, points, bold) <= room:
        return text
    kept = text
    while kept and width(kept + "…", points, bold) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…" if kept.strip() else ""


def two_lines(text: str, points: float, room: float, *, bold: bool = True) -> tuple[str, ...]:
    """A text in one line or, where it is too long, in two."""
    if width(text, points, bold) <= room:
        return (text,)
    words = text.replace("(", " (").split()
    for cut in range(len(words) - 1, 0, -1):
        first = " ".join(words[:cut])
        if width(first, points, bold) <= room:
            return first, " ".join(words[cut:])
    return (text,)


def outline(lines: Iterable[tuple[float, float, str, bool]], points: float) -> Path:
    """Lines of text as one shape; each stands at x and on the base line y, in inches."""
    import numpy as np
    from matplotlib.path import Path

    shapes: list[Any] = [np.empty((0, 2))]
    codes: list[Any] = [np.empty(0, dtype=np.uint8)]
    scale = points / 72
    for x, y, text, bold in lines:
        for character in text:
            vertices, code, advance = _glyph(character, bold)
            if len(vertices):
                shapes.append(vertices * scale + (x, y))
                codes.append(code)
            x += advance * scale
    return Path(np.concatenate(shapes), np.concatenate(codes))


@cache
def _shown(character: str) -> bool:
    with _ONE_AT_A_TIME:
        return any(face.get_char_index(ord(character)) for face in _faces(False))


@cache
def _glyph(character: str, bold: bool) -> tuple[Any, Any, float]:
    """The outline of one character in ems, and how far it moves on."""
    from matplotlib.ft2font import LoadFlags

    with _ONE_AT_A_TIME:
        faces = _faces(bold)
        face = next((f for f in faces if f.get_char_index(ord(character))), faces[0])
        glyph = face.load_char(ord(character), flags=LoadFlags.NO_HINTING)
        vertices, codes = face.get_path()
        return vertices / _EM, codes, glyph.linearHoriAdvance / 65536 / _EM


@cache
def _faces(bold: bool) -> tuple[FT2Font, ...]:
    """The main font in its weight, then those that know more characters; used under the lock only."""
    import matplotlib
    from matplotlib.ft2font import FT2Font

    weight = "Bold" if bold else "Regular"
    last = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    paths = [
        resource("fonts", "pretendard", f"Pretendard-{weight}.ttf"),
        *sorted(p for p in resource("fonts").glob("*/*.[ot]tf") if p.parent.name != "pretendard"),
        f"{matplotlib.get_data_path()}/fonts/ttf/{last}",
    ]
    found = tuple(FT2Font(str(path)) for path in paths)
    for face in found:
        face.set_size(_EM, 72)
    return found
