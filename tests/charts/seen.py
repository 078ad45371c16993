"""Looks into a drawn figure: its artists by name, its text by name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from math import isnan

from matplotlib.artist import Artist
from matplotlib.collections import Collection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch

from lupusdiary.charts.colours import PAPER, ChartColours
from lupusdiary.charts.figure import Picture, timeline_picture
from lupusdiary.charts.panels import Timeline
from lupusdiary.language import translator


def picture(
    timeline: Timeline,
    width: float = 9.0,
    height: float = 10.0,
    colours: ChartColours = PAPER,
    language: str = "en",
) -> Picture:
    """The timeline, really drawn: a fault or a missing glyph while drawing fails the test."""
    found = timeline_picture(timeline, translator(language), colours, (width, height), 96, 11, listed=True)
    found.figure.canvas.draw()
    return found


def names(figure: Figure) -> set[str]:
    """The names of everything drawn."""
    return {str(artist.get_gid()) for artist in figure.get_children() if artist.get_gid()}


def artists(figure: Figure, name: str) -> Iterator[Artist]:
    """What is drawn under a name."""
    return (artist for artist in figure.get_children() if artist.get_gid() == name)


def line(figure: Figure, name: str) -> Line2D:
    """The one line of a name."""
    found = list(artists(figure, name))
    assert len(found) == 1, name
    assert isinstance(found[0], Line2D)
    return found[0]


def stretches(drawn: Line2D) -> list[list[tuple[float, float]]]:
    """The points of a line in the stretches that are joined."""
    points = [(float(x), float(y)) for x, y in drawn.get_xydata()]
    runs = groupby(points, key=lambda point: isnan(point[1]))
    return [list(run) for broken, run in runs if not broken]


def corners(figure: Figure, name: str) -> list[list[tuple[float, float]]]:
    """The corners of each part of a shape, without the one that closes it."""
    (found,) = artists(figure, name)
    if isinstance(found, Collection):
        return [[(float(x), float(y)) for x, y in path.vertices] for path in found.get_paths()]
    assert isinstance(found, PathPatch)
    path = found.get_path()
    parts: list[list[tuple[float, float]]] = []
    for (x, y), code in zip(path.vertices, path.codes, strict=True):
        if code == path.MOVETO:
            parts.append([])
        parts[-1].append((float(x), float(y)))
    return [part[:-1] if len(part) > 2 and part[0] == part[-1] else part for part in parts]


def words(drawn: Picture, name: str) -> list[str]:
    """The lines of text that stand in the picture under a name."""
    return [line.words for line in drawn.written if line.name == name]
