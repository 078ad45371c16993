"""The small square with a tick that says “recorded”, the same wherever a day is shown."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lupusdiary.ui.palette import Colours


def paint_tick(painter: QPainter, box: QRectF, colours: Colours) -> None:
    """Draws it into `box`, a square."""
    side = box.width()
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.accent))
    painter.drawRoundedRect(box, side * 0.25, side * 0.25)
    painter.setPen(QPen(QColor(colours.on_accent), side * 0.13))
    painter.drawPolyline(
        [
            QPointF(box.x() + side * 0.25, box.center().y()),
            QPointF(box.x() + side * 0.44, box.y() + side * 0.7),
            QPointF(box.x() + side * 0.76, box.y() + side * 0.3),
        ]
    )
    painter.restore()
