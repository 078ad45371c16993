"""The program's own fonts for matplotlib, set once; and text that they can show."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from lupusdiary.resources import resource

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

_FIRST = "Pretendard"
_LAST = "DejaVu Sans"
_BOLD = 700
_UNKNOWN = "\u25a1"


@cache
def families() -> tuple[str, ...]:
    """Registers the fonts that travel with the program and names their families, the main one first."""
    import matplotlib
    from matplotlib import font_manager

    manager = font_manager.fontManager
    known = len(manager.ttflist)
    for path in sorted(p for p in resource("fonts").rglob("*.*") if p.suffix.lower() in {".ttf", ".otf"}):
        manager.addfont(path)
    added = manager.ttflist[known:]
    bold = {entry.name for entry in added if entry.weight == _BOLD}
    # A fallback has one weight; as its own bold face it is found without a complaint.
    manager.ttflist.extend(replace(entry, weight=_BOLD) for entry in added if entry.name not in bold)
    ours = sorted({entry.name for entry in added}, key=lambda name: (name != _FIRST, name))
    matplotlib.rcParams["axes.unicode_minus"] = False
    # Unhinted glyphs cost half the time to draw and keep their widths on screen and paper.
    matplotlib.rcParams["text.hinting"] = "none"
    matplotlib.rcParams["font.family"] = [*ours, _LAST]
    return (*ours, _LAST)


@cache
def font(points: float, bold: bool = False) -> FontProperties:
    """The program's font in a size of typographic points."""
    from matplotlib.font_manager import FontProperties

    return FontProperties(family=list(families()), size=points, weight="bold" if bold else "normal")


@cache
def width(text: str, points: float, bold: bool = False) -> float:
    """How wide a line of text is, in inches."""
    faces = _faces(bold)
    total = 0.0
    for character in text:
        face = next((f for f in faces if f.get_char_index(ord(character))), faces[0])
        total += _advance(face, character)
    return total * points / 72


def clean(text: str) -> str:
    """The text in one line of characters that the fonts can show; what none covers becomes a box."""
    composed = unicodedata.normalize("NFC", text)
    line = " ".join("".join(c if unicodedata.category(c)[0] != "C" else " " for c in composed).split())
    return line if line.isascii() else "".join(c if _shown(c) else _UNKNOWN for c in line)


def shortened(text: str, points: float, room: float, bold: bool = False) -> str:
    """The text, or as much of its beginning as fits into `room` inches, with an ellipsis."""
    if width(text, points, bold) <= room:
        return text
    kept = text
    while kept and width(kept + "…", points, bold) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…" if kept.strip() else ""


@cache
def _shown(character: str) -> bool:
    return all(any(f.get_char_index(ord(character)) for f in _faces(bold)) for bold in (False, True))


@cache
def _faces(bold: bool) -> Sequence[Any]:
    from matplotlib.font_manager import FontProperties, fontManager, get_font

    weight = "bold" if bold else "normal"
    found = (fontManager.findfont(FontProperties(family=[f], weight=weight)) for f in families())
    return [get_font(path) for path in found]


@cache
def _advance(face: Any, character: str) -> float:
    """How far one character moves on, in ems."""
    from matplotlib.ft2font import LoadFlags

    glyph = face.load_char(ord(character), flags=LoadFlags.NO_SCALE)
    return float(glyph.horiAdvance) / float(face.units_per_EM)
