"""Chips painted into a cell of a table: choices that are pressed there without a widget for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from lupusdiary.ui.base.palette import Colours

GAP = 6
_ROUND = 9.0
# The least width of a target.
_LEAST = 44


@dataclass(frozen=True, slots=True)
class PaintedChip:
    """One choice. `number` is the digit that presses it (0: none), `dashed` that the program brought it."""

    key: str
    words: str
    number: int = 0
    dashed: bool = False
    quiet: bool = False


def chip_width(chip: PaintedChip, metrics: QFontMetrics, *, numbered: bool) -> int:
    """The width of a chip in pixels."""
    words = f"{chip.number}  {chip.words}" if numbered and chip.number else chip.words
    return max(_LEAST, metrics.horizontalAdvance(words) + 22)


def place_chips(
    chips: Sequence[PaintedChip], rect: QRect, metrics: QFontMetrics, *, numbered: bool = False
) -> list[QRectF]:
    """Where the chips stand in a cell, from its left edge; as high as the cell."""
    x = float(rect.left())
    places = []
    for chip in chips:
        width = chip_width(chip, metrics, numbered=numbered)
        places.append(QRectF(x, rect.top() + 1.5, width, rect.height() - 3))
        x += width + GAP
    return places


def chip_at(places: Sequence[QRectF], point: QPointF) -> int:
    """The number of the chip under a point, -1 beside all of them."""
    return next((at for at, place in enumerate(places) if place.contains(point)), -1)


def paint_chip(
    painter: QPainter,
    chip: PaintedChip,
    place: QRectF,
    colours: Colours,
    *,
    numbered: bool = False,
    focused: bool = False,
) -> None:
    """One chip: solid, or dashed while it waits for being confirmed; ringed under the keyboard."""
    line = colours.accent if chip.dashed else colours.border if chip.quiet else colours.control_border
    style = Qt.PenStyle.DashLine if chip.dashed else Qt.PenStyle.SolidLine
    painter.save()
    painter.setPen(QPen(QColor(line), 1.2, style))
    painter.setBrush(QColor(colours.surface))
    inset = 4 if chip.dashed else 0.5
    painter.drawRoundedRect(place.adjusted(0.5, inset, -0.5, -inset), _ROUND, _ROUND)
    if focused:
        painter.setPen(QPen(QColor(colours.focus), 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), _ROUND, _ROUND)
    text = QColor(colours.on_accent_soft if chip.dashed else colours.muted if chip.quiet else colours.text)
    middle = Qt.AlignmentFlag.AlignVCenter
    inner = place.adjusted(11, 0, -11, 0)
    if numbered and chip.number:
        painter.setPen(QColor(colours.muted))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, str(chip.number))
        painter.setPen(text)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, chip.words)
    else:
        painter.setPen(text)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, chip.words)
    painter.restore()
