"""Whether the words of a drawing can be read from the back row: 28 pt on a projector of 1280 x 720."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil
from pathlib import Path

from lupusdiary.education.content.content_fault import ContentFault
from lupusdiary.education.content.text_file import read_text
from lupusdiary.language import Refusal

_BOX = re.compile(r'viewBox="\s*-?[\d.]+[\s,]+-?[\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)')
_SIZE = re.compile(r'font-size\s*[:=]\s*"?\s*([\d.]+)')
# The room of a drawing on a slide of 1920 x 1080, and what 28 pt are there on a display of 720 lines.
_ROOM, _LEAST = (1888.0, 880.0), 56.0


def small_words(path: Path) -> Iterator[ContentFault]:
    """The first line of a readable drawing whose words are too small, and how large they have to be."""
    svg = read_text(path)
    box = _BOX.search(svg)
    if box is None:
        return
    width, height = float(box[1]), float(box[2])
    least = _LEAST / min(_ROOM[0] / width, _ROOM[1] / height)
    for number, line in enumerate(svg.split("\n"), start=1):
        sizes = [float(size) for size in _SIZE.findall(line)]
        if sizes and min(sizes) < least:
            yield ContentFault(
                path,
                number,
                Refusal(
                    "These words are below 28 pt on a projector: make their font-size {size} or more.",
                    size=ceil(least),
                ),
            )
            return
