"""The drawings of the library in one language and the colours of the moment."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from lupusdiary.education.content.drawing import COLOURS, PLACE, Drawing, read_drawing
from lupusdiary.education.content.library import Library
from lupusdiary.language import Refusal


def drawing(library: Library, id: str) -> Drawing:
    """A drawing with its words. Raises `Refusal` when it is unknown or cannot be read."""
    path = library.figure_files.get(id)
    if path is None:
        raise Refusal("The library has no figure “{name}”.", name=id[:60])
    found, faults = read_drawing(path)
    if found is None:
        raise faults[0]
    return found


def figure_svg(library: Library, id: str, language: str, colours: Mapping[str, str]) -> str:
    """The SVG of a drawing, its words in `language` and its colours filled in (see `COLOURS` for names)."""
    return filled(drawing(library, id), language, colours)


def filled(drawing: Drawing, language: str, colours: Mapping[str, str]) -> str:
    """A drawing's SVG with every placeholder filled in, words escaped."""
    values = {name: escape(text) for name, text in drawing.labels[language].items()}
    values |= {name: escape(colours[name]) for name in COLOURS}
    return PLACE.sub(lambda place: values[place[1]], drawing.svg)
