"""What stands on a painted slide: every piece of text with its size and place, read from its SVG."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from PySide6.QtCore import QBuffer, QIODevice, QRect, QRectF
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


def written(painter: SlidePainter, frame: Frame, shown: Shown) -> list[Written]:
    """Every line of text of a slide."""
    display, buffer = painter.display, QBuffer()
    area = QRect(0, 0, display.width, display.height)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    paper = QSvgGenerator()
    paper.setOutputDevice(buffer)
    paper.setViewBox(area)
    paper.setResolution(round(display.dpi))
    brush = QPainter(paper)
    painter.paint(brush, QRectF(area), frame, shown)
    brush.end()
    found, matrix = [], QTransform()
    for place, attributes, text in _PIECE.findall(buffer.data().toStdString()):
        if place:
            a, b, c, d, x, y = (float(number) for number in place.split(","))
            matrix = QTransform(a, b, c, d, x, y)
        elif said := unescape(text).replace("\u2060", "").strip():
            values = dict(_VALUE.findall(attributes))
            size = float(values["font-size"])
            face = QFont(values["font-family"])
            face.setPixelSize(100)
            bold = values["font-weight"] == "700"
            face.setBold(bold)
            ink = QFontMetricsF(face).tightBoundingRect(said)
            left, base, part = float(values["x"]), float(values["y"]), size / 100
            box = QRectF(
                left + ink.x() * part, base + ink.y() * part, ink.width() * part, ink.height() * part
            )
            points = size * matrix.m22() * 72 / display.dpi
            found.append(Written(said, points, matrix.mapRect(box), bold))
    return found
