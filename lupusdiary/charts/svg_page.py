"""A page that becomes an SVG, for paper and for a file.

Only text that has to be drawn as outlines asks matplotlib: to import it takes longer than to make the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from math import ceil, cos, isnan, pi, sin
from typing import TYPE_CHECKING, Any

from lupusdiary.charts.canvas import HALO, HALO_WIDTH, WORDS, Area, Corners, Written
from lupusdiary.charts.fonts import in_main_font, outline, width
from lupusdiary.charts.markers import AT_LEAST, AT_MOST, limit_mark

if TYPE_CHECKING:
    from matplotlib.path import Path

# An SVG counts in points here.
_POINTS = 72
# What a text that was imported may hold and XML may not (https://www.w3.org/TR/xml/#charsets).
_NOT_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))
_FAMILY = "Pretendard"
# Hatching as matplotlib draws "//": a line each six points across.
_HATCH = 6 / _POINTS
# What a line of text covers above and below its base line, and at its ends, in ems.
_ABOVE, _BELOW, _BESIDE = 0.86, 0.16, 0.12
# Marks of equal sides, a corner at the top.
_SIDES = {"D": 4, "p": 5, "h": 6}


class SvgPage:
    """A page of this size (inches) and ground, on which a `Canvas` draws. `outlined` is for a reader that may
    lack the font: text is drawn as outlines, else it stays text and whoever sets the page has the font."""

    def __init__(self, size_inches: tuple[float, float], ground: str, *, outlined: bool) -> None:
        self._wide, self._tall = size_inches
        self._ground = ground
        self._outlined = outlined
        self._clips: dict[Area, str] = {}
        self._parts: list[tuple[int, str]] = []

    def shape(
        self, parts: Sequence[Corners], name: str, order: int, area: Area | None, style: dict[str, Any]
    ) -> None:
        """Draws broken lines or filled shapes, all as one."""
        placed = [[area.point(*corner) for corner in part] for part in parts] if area else parts
        clip = self._clip(area)
        if "hatch" in style:
            placed = [stroke for corners in placed for stroke in _hatched(corners)]
            style = {**style, "fill": False, "linewidth": 1.0}
        path = "".join(self._path(corners) for corners in placed)
        self._add(order, name, f'<path d="{path}"{_paint(style)}/>', clip)

    def line(
        self,
        points: tuple[Sequence[float], Sequence[float]],
        name: str,
        order: int,
        area: Area | None,
        clipped: bool,
        style: dict[str, Any],
    ) -> None:
        """Draws a line, loose marks, or both; NaN breaks the line."""
        pairs = zip(*points, strict=True)
        placed = [None if isnan(x) or isnan(y) else area.point(x, y) if area else (x, y) for x, y in pairs]
        found = []
        if style.get("linestyle", "-") != "none":
            stretches = [list(run) for there, run in groupby(placed, lambda each: each is not None) if there]
            path = "".join(self._path([p for p in run if p]) for run in stretches if len(run) > 1)
            join = style.get("solid_joinstyle", "round")
            stroke = {"edgecolor": style["color"], "fill": False, "linewidth": style.get("linewidth", 1.5)}
            ends = "butt" if isinstance(style.get("linestyle"), tuple) else "square"
            paint = _paint(stroke | {"linestyle": style.get("linestyle")})
            if path:
                found.append(f'<path d="{path}"{paint} stroke-linejoin="{join}" stroke-linecap="{ends}"/>')
        if "marker" in style:
            edge = style.get("markeredgecolor", style["color"])
            paint = _paint(
                {
                    "facecolor": style.get("markerfacecolor", style["color"]),
                    "edgecolor": edge,
                    "linewidth": style["markeredgewidth"],
                }
            )
            marks = (self._mark(style["marker"], style["markersize"], *place) for place in placed if place)
            found.append(f"<g{paint}>{''.join(marks)}</g>")
        self._add(order, name, "".join(found), self._clip(area) if clipped else "")

    def words(self, lines: Sequence[Written], points: float, ground: str) -> None:
        """Writes lines of text; below those that have one lies a halo in the colour of the ground."""
        for line in lines:
            if self._outlined or not in_main_font(line.words, line.bold):
                path = self._outline(outline([(line.left, line.base, line.words, line.bold)], points))
                if line.halo:
                    halo = f'fill={_quoted(ground)} stroke={_quoted(ground)} stroke-linejoin="round"'
                    wide = points * HALO_WIDTH
                    self._add(HALO, "halo", f'<path d="{path}" {halo} stroke-width="{wide:.2f}"/>')
                self._add(WORDS, line.name, f'<path d="{path}" fill={_quoted(line.colour)}/>')
                continue
            x, y = self._place((line.left, line.base))
            if line.halo:
                self._add(HALO, "halo", self._plate(line, x, y, points, ground))
            weight = ' font-weight="700"' if line.bold else ""
            start = f'<text x="{x:.2f}" y="{y:.2f}" font-size="{points:g}"{weight}'
            self._add(WORDS, line.name, f"{start} fill={_quoted(line.colour)}>{escape(line.words)}</text>")

    def svg(self, title: str, description: str) -> bytes:
        """The page as the content of a file: equal pages give equal files."""
        wide, tall = self._wide * _POINTS, self._tall * _POINTS
        head = (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:g}pt" height="{tall:g}pt" '
            f'viewBox="0 0 {wide:g} {tall:g}" font-family="{_FAMILY}" font-kerning="none">'
            f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
            f'<rect width="{wide:g}" height="{tall:g}" fill={_quoted(self._ground)}/>'
        )
        clips = "".join(
            f'<clipPath id="{name}"><path d="{self._path(_corners(area.inside))}Z"/></clipPath>'
            for area, name in self._clips.items()
        )
        parts = (part for _, part in sorted(self._parts, key=lambda each: each[0]))
        whole = "".join((head, f"<defs>{clips}</defs>", *parts, "</svg>"))
        return whole.translate(_NOT_XML).encode("utf-8")

    def _add(self, order: int, name: str, drawn: str, clip: str = "") -> None:
        """Draws it when the page is made: what has the same order comes later than what was there."""
        self._parts.append((order, f"<g id={_quoted(name)}{clip}>{drawn}</g>"))

    def _clip(self, area: Area | None) -> str:
        if area is None:
            return ""
        name = self._clips.setdefault(area, f"area{len(self._clips)}")
        return f' clip-path="url(#{name})"'

    def _place(self, point: tuple[float, float]) -> tuple[float, float]:
        return point[0] * _POINTS, (self._tall - point[1]) * _POINTS

    def _path(self, corners: Corners) -> str:
        return "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in map(self._place, corners))

    def _plate(self, line: Written, x: float, y: float, points: float, ground: str) -> str:
        """What keeps a line of text legible over what lies below it."""
        wide = width(line.words, points, line.bold) * _POINTS + 2 * _BESIDE * points
        tall = (_ABOVE + _BELOW) * points
        return (
            f'<rect x="{x - _BESIDE * points:.2f}" y="{y - _ABOVE * points:.2f}" width="{wide:.2f}" '
            f'height="{tall:.2f}" rx="{points * 0.2:.2f}" fill={_quoted(ground)}/>'
        )

    def _mark(self, marker: str, size: float, x: float, y: float) -> str:
        x, y = self._place((x, y))
        if marker == "o":
            return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{size / 2:.2f}"/>'
        parts = []
        for corners, closed in _mark_corners(marker):
            placed = "L".join(f"{x + dx * size:.2f} {y - dy * size:.2f}" for dx, dy in corners)
            parts.append(f"M{placed}{'Z' if closed else ''}")
        return f'<path d="{"".join(parts)}"/>'

    def _outline(self, shape: Path) -> str:
        letters = {1: "M", 2: "L", 3: "Q", 4: "C"}
        found = []
        for vertices, code in shape.iter_segments(simplify=False, curves=True):
            places = zip(vertices[::2], vertices[1::2], strict=True)
            ends = " ".join(f"{x:.2f} {y:.2f}" for x, y in map(self._place, places))
            found.append(f"{letters[int(code)]}{ends}" if int(code) in letters else "Z")
        return "".join(found)


def _quoted(value: str) -> str:
    return f'"{escape(value)}"'


def _corners(box: tuple[float, float, float, float]) -> Corners:
    left, bottom, right, top = box
    return [(left, bottom), (right, bottom), (right, top), (left, top)]


def _mark_corners(marker: str) -> Iterator[tuple[Corners, bool]]:
    """The corners of a mark in marker sizes, upwards positive, as matplotlib draws it, and whether they are
    joined to a shape."""
    if marker in (AT_MOST, AT_LEAST):
        triangle, stem = limit_mark(marker)
        yield triangle, True
        yield stem, False
    elif marker == "|":
        yield ((0.0, -0.5), (0.0, 0.5)), False
    elif marker == "s":
        yield ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)), True
    elif marker in ("^", "v"):
        up = 0.5 if marker == "^" else -0.5
        yield ((0.0, up), (-0.5, -up), (0.5, -up)), True
    else:
        sides = _SIDES[marker]
        # A diamond is a square on its corner.
        far = 0.5 * (2**0.5 if marker == "D" else 1.0)
        turns = (2 * pi * n / sides for n in range(sides))
        yield [(-sin(turn) * far, cos(turn) * far) for turn in turns], True


def _hatched(corners: Corners) -> Iterator[Corners]:
    """Lines that rise to the right through the box around some corners."""
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    bottom, top = min(y for _, y in corners), max(y for _, y in corners)
    # On each line the height less the way across is the same.
    for step in range(ceil((bottom - right) / _HATCH), ceil((top - left) / _HATCH)):
        rise = step * _HATCH
        start, end = max(left, bottom - rise), min(right, top - rise)
        if start < end:
            yield [(start, start + rise), (end, end + rise)]


def _paint(style: dict[str, Any]) -> str:
    """A style of matplotlib as attributes; its dashes are counted in widths of the line."""
    fill = "none" if style.get("fill") is False else style.get("facecolor", "none")
    stroke, wide = style.get("edgecolor", "none"), style.get("linewidth", 1.0)
    found = [f" fill={_quoted(fill)}"]
    if stroke != "none" and wide:
        found.append(f' stroke={_quoted(stroke)} stroke-width="{wide:.2f}"')
        if isinstance(style.get("linestyle"), tuple):
            dashes = " ".join(f"{length * wide:.2f}" for length in style["linestyle"][1])
            found.append(f' stroke-dasharray="{dashes}"')
    if "alpha" in style:
        found.append(f' fill-opacity="{style["alpha"]:g}" stroke-opacity="{style["alpha"]:g}"')
    return "".join(found)
