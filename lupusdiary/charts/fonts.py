"""The program's own fonts: which of them has a character, how wide a text is, and its outline. Any thread may
ask.

On a screen and in a picture file text is one shape a colour: matplotlib's own text costs 2 ms a label, 0.15 s
a picture. What a font says of its characters is read without matplotlib, which paper does not need.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, NamedTuple

from lupusdiary.resources import resource

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font
    from matplotlib.path import Path as Shape

_UNKNOWN = "\u25a1"
# Outlines are read at this size and scaled; 72 dots an inch make a point a dot.
_EM = 1000

# A face of FreeType holds the one glyph that was loaded last, and all faces share one library; a file is read
# piece by piece. A worker that makes a PDF while the window draws must not come between.
_ONE_AT_A_TIME = RLock()


class FontFile(NamedTuple):
    """What a font file says of its characters: the glyph of each, and how far each glyph moves on, in units
    of which `em` make an em."""

    glyphs: Mapping[int, str]
    advances: Mapping[str, tuple[int, int]]
    em: int


@cache
def font_file(path: Path) -> FontFile:
    """Reads a font file."""
    from fontTools.ttLib import TTFont

    with _ONE_AT_A_TIME, TTFont(path, lazy=True) as font:
        # By number: to name its glyphs most of the font would be read.
        font.setGlyphOrder([str(glyph) for glyph in range(font["maxp"].numGlyphs)])
        return FontFile(font["cmap"].getBestCmap() or {}, font["hmtx"].metrics, font["head"].unitsPerEm)


@lru_cache(20_000)
def width(text: str, points: float, bold: bool = False) -> float:
    """How wide a line of text is, in inches."""
    return sum(_advance(c, bold) for c in text) * points / 72


def clean(text: str) -> str:
    """The text in one line of characters that the fonts can show; what none covers becomes a box."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    composed = unicodedata.normalize("NFC", text)
    line = " ".join("".join(" " if unicodedata.category(c)[0] == "C" else c for c in composed).split())
    return line if line.isascii() else "".join(c if _place(c, False) is not None else _UNKNOWN for c in line)


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


def in_main_font(text: str, bold: bool) -> bool:
    """Whether the main font alone can set the whole text; not every letter takes every accent."""
    return text.isascii() or all(_place(c, bold) == 0 and unicodedata.category(c)[0] != "M" for c in text)


def outline(lines: Iterable[tuple[float, float, str, bool]], points: float) -> Shape:
    """Lines of text as one shape; each stands at x and on the base line y, in inches."""
    import numpy as np
    from matplotlib.path import Path as Shape

    shapes: list[Any] = [np.empty((0, 2))]
    codes: list[Any] = [np.empty(0, dtype=np.uint8)]
    scale = points / 72
    for x, y, text, bold in lines:
        for character in text:
            vertices, code = _glyph(character, bold)
            if len(vertices):
                shapes.append(vertices * scale + (x, y))
                codes.append(code)
            x += _advance(character, bold) * scale
    return Shape(np.concatenate(shapes), np.concatenate(codes))


@cache
def _place(character: str, bold: bool) -> int | None:
    """Which of the fonts has a character, the main one first; None if none has."""
    found = (n for n, path in enumerate(_paths(bold)) if ord(character) in font_file(path).glyphs)
    return next(found, None)


@cache
def _advance(character: str, bold: bool) -> float:
    """How far a character moves on, in ems."""
    file = font_file(_paths(bold)[_place(character, bold) or 0])
    return file.advances[file.glyphs.get(ord(character), "0")][0] / file.em


@cache
def _glyph(character: str, bold: bool) -> tuple[Any, Any]:
    """The outline of one character in ems."""
    from matplotlib.ft2font import LoadFlags

    with _ONE_AT_A_TIME:
        face = _face(_paths(bold)[_place(character, bold) or 0])
        face.load_char(ord(character), flags=LoadFlags.NO_HINTING)
        vertices, codes = face.get_path()
        return vertices / _EM, codes


@cache
def _face(path: Path) -> FT2Font:
    """A font for outlines; used under the lock only."""
    from matplotlib.ft2font import FT2Font

    face = FT2Font(str(path))
    face.set_size(_EM, 72)
    return face


@cache
def _paths(bold: bool) -> tuple[Path, ...]:
    """The main font in its weight, then those that know more characters."""
    weight = "Bold" if bold else "Regular"
    found = [
        resource("fonts", "pretendard", f"Pretendard-{weight}.ttf"),
        *sorted(p for p in resource("fonts").glob("*/*.[ot]tf") if p.parent.name != "pretendard"),
    ]
    matplotlib = find_spec("matplotlib")
    if matplotlib is not None and matplotlib.origin is not None:
        last = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
        found.append(Path(matplotlib.origin).parent / "mpl-data" / "fonts" / "ttf" / last)
    return tuple(found)
