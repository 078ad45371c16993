"""Draws an item in words as tiles: the worst of a day, week or month. No line runs between words.

A shade says how much, never how bad; on paper the tile is filled from its foot, so that a copy in one ink
keeps it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from lupusdiary.charts.bins import Bin, bin_end, bin_start, gather
from lupusdiary.charts.canvas import BANDS, LINES, Area, Canvas, Rectangle
from lupusdiary.charts.panels import LEVELS, ScorePanel

# Tiles nearer than this (inches) have no outline: it would be all that is seen.
_OUTLINED = 0.04
_GAP = 0.14
_DASH = (0, (2.2, 1.6))


@dataclass(frozen=True, slots=True)
class Tile:
    """One tile from `left` to `right` (inches); `level` None: nothing was recorded."""

    left: float
    right: float
    level: int | None


def draw_tiles(area: Area, panel: ScorePanel, size: str, until: date) -> None:
    """One item in its lane, a tile a bin; what comes after `until` has no tile."""
    tiles = _tiles(area, gather(panel.points, size), size, until)
    if panel.style == LEVELS:
        draw_level_tiles(area.canvas, tiles, area.bottom, area.top, panel.code)
    else:
        draw_yes_tiles(area.canvas, tiles, area.bottom, area.top, panel.code)


def draw_level_tiles(canvas: Canvas, tiles: list[Tile], bottom: float, top: float, name: str) -> None:
    """Tiles of none, mild, moderate and severe (0 to 3)."""
    colours = canvas.colours
    _outlines(canvas, tiles, bottom, top, name)
    for level in (1, 2, 3):
        share = level / 3 if colours.stepped else 1.0
        found = [
            (t.left, t.right, bottom, bottom + (top - bottom) * share) for t in tiles if t.level == level
        ]
        canvas.rectangles(found, f"{name}/{level}", LINES, colours.shades[level])


def draw_yes_tiles(canvas: Canvas, tiles: list[Tile], bottom: float, top: float, name: str) -> None:
    """Tiles of yes and no: yes is a smaller mark inside, so that it is told from every severity."""
    _outlines(canvas, tiles, bottom, top, name)
    inset = (top - bottom) * 0.22
    found: list[Rectangle] = []
    for tile in tiles:
        if tile.level:
            side = min(inset, (tile.right - tile.left) * 0.2)
            found.append((tile.left + side, tile.right - side, bottom + inset, top - inset))
    canvas.rectangles(found, f"{name}/yes", LINES, canvas.colours.shades[3])


def _outlines(canvas: Canvas, tiles: list[Tile], bottom: float, top: float, name: str) -> None:
    """A solid outline where something was recorded, a dashed one where nothing was."""
    colours = canvas.colours
    edge: dict[str, Any] = {"edgecolor": colours.tile_edge, "linewidth": 0.7}
    known: list[Rectangle] = [(t.left, t.right, bottom, top) for t in tiles if t.level is not None]
    empty: list[Rectangle] = [(t.left, t.right, bottom, top) for t in tiles if t.level is None]
    if max((tile.right - tile.left for tile in tiles), default=0.0) < _OUTLINED:
        canvas.rectangles(known, f"{name}/recorded", BANDS, colours.grid)
        return
    canvas.rectangles(known, f"{name}/recorded", BANDS, colours.shades[0], **edge)
    canvas.rectangles(empty, f"{name}/not_recorded", BANDS, "none", linestyle=_DASH, **edge)


def _tiles(area: Area, bins: list[Bin], size: str, until: date) -> list[Tile]:
    worst = {found.start: round(found.high) for found in bins}
    period = area.period
    tiles = []
    start = bin_start(period.start, size)
    while start <= min(period.end, until):
        end = bin_end(start, size)
        left = area.x(max(start, period.start).toordinal() - 0.5)
        right = area.x(min(end, period.end).toordinal() + 0.5)
        gap = min((right - left) * _GAP, 0.02) if (right - left) >= _OUTLINED else 0.0
        tiles.append(Tile(left + gap, right - gap, worst.get(start)))
        start = end + timedelta(days=1)
    return tiles
