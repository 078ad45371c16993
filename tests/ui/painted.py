"""What a painter wrote: every piece of text with its size, ink and place, read from its SVG."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTransform
from PySide6.QtSvg import QSvgGenerator

from lupusdiary.education.sessions.frames import Frame
from lupusdiary.ui.presenter.stage.slide_painter import Shown, SlidePainter

_PIECE = re.compile(r'transform="matrix\(([^)]*)\)"|<text([^>]*)>(.*?)</text>', re.DOTALL)
_VALUE = re.compile(r'([\w-]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Written:
    """A line of text: its size in points on the display, and the room that its letters take in pixels."""

    text: str
    points: float
    box: QRectF
    bold: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that was written at once: its height in pixels, the room of its letters, its ink as #rrggbb, and
    how much of it covers what lies beneath."""

    text: str
    pixels: float
    box: QRectF
    bold: bool
    ink: str
    cover: float


def written(painter: SlidePainter, frame: Frame, shown: Shown) -> list[Written]:
    """Every line of text of a slide."""
    display = painter.display
    size = QSize(display.width, display.height)

    def paint(brush: QPainter) -> None:
        painter.paint(brush, QRectF(QPoint(0, 0), size), frame, shown)

    return [
        Written(each.text, each.pixels * 72 / display.dpi, each.box, each.bold)
        for each in pieces(paint, size, display.dpi)
    ]


def pieces(paint: Callable[[QPainter], None], size: QSize, dpi: float) -> Iterator[Piece]:
    """Every piece of text that `paint` writes into a room of this size."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    paper = QSvgGenerator()
    paper.setOutputDevice(buffer)
    paper.setViewBox(QRect(QPoint(0, 0), size))
    paper.setResolution(round(dpi))
    brush = QPainter(paper)
    paint(brush)
    brush.end()
    matrix = QTransform()
    for place, attributes, text in _PIECE.findall(buffer.data().toStdString()):
        if place:
            a, b, c, d, x, y = (float(number) for number in place.split(","))
            matrix = QTransform(a, b, c, d, x, y)
        elif said := unescape(text).replace("\u2060", "").strip():
            values = dict(_VALUE.findall(attributes))
            height, bold = float(values["font-size"]), values["font-weight"] == "700"
            face = QFont(values["font-family"])
            face.setPixelSize(100)
            face.setBold(bold)
            ink = QFontMetricsF(face).tightBoundingRect(said)
            left, base, part = float(values["x"]), float(values["y"]), height / 100
            box = QRectF(
                left + ink.x() * part, base + ink.y() * part, ink.width() * part, ink.height() * part
            )
            cover = float(values.get("fill-opacity", 1))
            yield Piece(said, height * matrix.m22(), matrix.mapRect(box), bold, values["fill"], cover)
