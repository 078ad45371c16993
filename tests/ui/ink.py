"""What can hardly be read: the ink of each piece of text against the ground under it, as they are painted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QRegion, Qt
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from lupusdiary.charts.fonts import width
from lupusdiary.ui.base.palette import contrast
from lupusdiary.ui.chart.canvas import ChartCanvas
from lupusdiary.ui.chart.rendering import POINTS
from tests.ui.painted import pieces

# Device pixels a pixel: the stems of letters are wide enough then to hold their whole ink.
RATIO = 3
# WCAG 2.2, 1.4.3: large is 18 pt, or 14 pt in bold.
_LARGE, _LARGE_BOLD = 24.0, 18.66
# Two colours of which each channel differs by less are one.
_ALIKE = 10
Pixels = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Inked:
    """A piece of text in the pixels of a window: its ink as #rrggbb and how much of it covers the ground."""

    text: str
    box: QRectF
    ink: str
    cover: float
    large: bool


@dataclass(frozen=True, slots=True)
class Read:
    """A text in sight: who wrote it, its contrast with its ground, and the least that it needs."""

    text: str
    where: str
    ink: str
    contrast: float
    least: float


def faint(window: QWidget, scale: float = 1.0) -> list[str]:
    """Each text in sight of a window that has not the contrast of WCAG 2.2 AA."""
    return [
        f"{each.text[:40]!r} of {each.where}: {each.ink} has {each.contrast:.2f}"
        for each in read(window, scale)
        if each.contrast < each.least
    ]


def read(window: QWidget, scale: float = 1.0) -> Iterator[Read]:
    """Each text that stands wholly in sight, of controls that can be used; `scale` is that of the text, which
    makes none of it large."""
    picture = pixels(window)
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisible() or not widget.isEnabled() or widget.window() is not window:
            continue
        seen = widget.visibleRegion()
        for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            # Such as the field in which a cell is written: it lies on the words of the cell.
            seen -= QRegion(child.geometry()) if child.isVisible() and not child.isWindow() else QRegion()
        seen.translate(widget.mapTo(window, QPoint(0, 0)))
        for piece in (*inked(widget, window, scale), *charted(widget, window)):
            room = piece.box.toAlignedRect()
            if seen.intersected(room) != QRegion(room) or off(widget, window, room):
                continue
            ratio = contrast_of(piece, cut(picture, piece.box))
            if ratio is not None:
                where = str(widget.objectName() or widget.property("role") or type(widget).__name__)
                yield Read(piece.text, where, piece.ink, ratio, 3.0 if piece.large else 4.5)


def inked(widget: QWidget, window: QWidget, scale: float) -> Iterator[Inked]:
    """What a widget writes by itself, without what it holds."""
    size = widget.size()

    def paint(painter: QPainter) -> None:
        widget.render(painter, QPoint(0, 0), QRegion(), QWidget.RenderFlag.IgnoreMask)

    corner = widget.mapTo(window, QPoint(0, 0))
    for piece in pieces(paint, size, widget.logicalDpiY()):
        large = piece.pixels / scale >= (_LARGE_BOLD if piece.bold else _LARGE)
        yield Inked(piece.text, piece.box.translated(corner), piece.ink, piece.cover, large)


def charted(widget: QWidget, window: QWidget) -> Iterator[Inked]:
    """What stands in a chart, which is an image to Qt."""
    drawn = widget.drawn if isinstance(widget, ChartCanvas) else None
    if drawn is None:
        return
    corner, dpi, points = widget.mapTo(window, QPoint(0, 0)), drawn.screen.dpi, POINTS * drawn.screen.scale
    for line in drawn.picture.written:
        wide, high = width(line.words, points, line.bold) * dpi, points / 72 * dpi * 0.7
        box = QRectF(line.left * dpi, drawn.y(line.base) - high, wide, high).translated(corner)
        yield Inked(line.words, box, line.colour, 1.0, False)


def off(widget: QWidget, window: QWidget, room: QRect) -> bool:
    """Whether it is an entry of a menu that cannot be chosen."""
    if not isinstance(widget, QMenu | QMenuBar):
        return False
    entry = widget.actionAt(widget.mapFrom(window, room.center()))
    return entry is not None and not entry.isEnabled()


def contrast_of(piece: Inked, there: Pixels) -> float | None:
    """The contrast of a piece with what lies around its letters; None where its ink is not seen at all, since
    something else lies on it."""
    colours, counts = np.unique(there, return_counts=True)
    channels = np.stack([colours >> 16, colours >> 8 & 255, colours & 255], axis=1)
    red, green, blue, _ = QColor(piece.ink).getRgb()
    colour = np.array([red, green, blue])
    if piece.cover < 1:
        colour = (colour * piece.cover + channels[counts.argmax()] * (1 - piece.cover)).round()
    is_ink = (np.abs(channels - colour) < _ALIKE).all(axis=1)
    if not is_ink.any():
        return None
    around = np.where(is_ink, 0, counts)
    ground = colour if is_ink.all() else channels[around.argmax()]
    return contrast(*(QColor(*(int(part) for part in each)).name() for each in (colour, ground)))


def pixels(window: QWidget) -> Pixels:
    """A picture of the window: rows of pixels, each 0xrrggbb."""
    size = window.size() * RATIO
    image = QImage(size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(RATIO)
    image.fill(Qt.GlobalColor.black)
    window.render(image)
    rows = np.frombuffer(image.constBits(), np.uint32).reshape(size.height(), size.width())
    return (rows & 0xFFFFFF).astype(np.int32)


def cut(picture: Pixels, box: QRectF) -> Pixels:
    """The pixels of a box."""
    room = QRectF(box.topLeft() * RATIO, box.size() * RATIO).toAlignedRect()
    room &= QRect(QPoint(0, 0), QSize(picture.shape[1], picture.shape[0]))
    return picture[room.top() : room.bottom() + 1, room.left() : room.right() + 1]
