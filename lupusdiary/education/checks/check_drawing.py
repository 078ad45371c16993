"""Whether the words of a drawing can be read from the back row: 28 pt on a projector of 1280 x 720."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from xml.parsers import expat

from lupusdiary.education.content.content_fault import ContentFault
from lupusdiary.education.content.drawing import PLACE
from lupusdiary.education.content.text_file import read_text
from lupusdiary.language import Refusal

_BOX = re.compile(r"\s*-?[\d.]+[\s,]+-?[\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)")
_SIZE = re.compile(r"\s*([\d.]+)\s*(px|em|%)?\s*")
_STYLED = re.compile(r"font-size\s*:([^;]+)")
_SCALE = re.compile(r"scale\(\s*([\d.]+)")
# What SVG takes where nothing is said.
_USUAL = 16.0
# The room of a drawing on a slide of 1920 x 1080, and what 28 pt are there on a display of 720 lines.
_ROOM, _LEAST = (1888.0, 880.0), 56.0


@dataclass(frozen=True, slots=True)
class _Inside:
    """What an element hands down: the size of its words and how much it is enlarged."""

    size: float = _USUAL
    scale: float = 1.0
    words: bool = False


def small_words(path: Path) -> Iterator[ContentFault]:
    """The first line of a readable drawing whose words are too small, and how large they have to be."""
    svg = PLACE.sub("x", read_text(path))
    within = [_Inside()]
    # (line, size that is needed)
    found: list[tuple[int, int]] = []
    least = 0.0
    parser = expat.ParserCreate()

    def opened(name: str, attributes: dict[str, str]) -> None:
        nonlocal least
        if len(within) == 1:
            least = _least(attributes.get("viewBox", ""))
        within.append(_inside(within[-1], name, attributes))

    def said(text: str) -> None:
        now = within[-1]
        if now.words and text.strip() and now.size * now.scale < least:
            found.append((parser.CurrentLineNumber, ceil(least / now.scale)))

    def closed(_: str) -> None:
        within.pop()

    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.CharacterDataHandler = said
    parser.Parse(svg, True)
    for line, size in found[:1]:
        why = Refusal(
            "These words are below 28 pt on a projector: make their font-size {size} or more.", size=size
        )
        yield ContentFault(path, line, why)


def _least(box: str) -> float:
    """The least size of words in the units of a drawing; 0 where it says no shape."""
    found = _BOX.match(box)
    if found is None:
        return 0.0
    return _LEAST / min(_ROOM[0] / float(found[1]), _ROOM[1] / float(found[2]))


def _inside(outer: _Inside, name: str, attributes: Mapping[str, str]) -> _Inside:
    words = name in ("text", "tspan")
    styled = _STYLED.search(attributes.get("style", ""))
    size = _SIZE.fullmatch(styled[1] if styled else attributes.get("font-size", ""))
    scale = _SCALE.search(attributes.get("transform", ""))
    enlarged = outer.scale * (float(scale[1]) or 1.0 if scale else 1.0)
    if size is None:
        return _Inside(outer.size, enlarged, words)
    said = float(size[1])
    relative = {"em": said * outer.size, "%": said * outer.size / 100}
    return _Inside(relative.get(size[2], said), enlarged, words)
