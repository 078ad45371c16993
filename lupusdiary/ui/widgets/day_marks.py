"""The small square with a tick that says “recorded”, the same wherever a day is shown."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.palette import Colours


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


def bar_height(scale: float) -> float:
    """How tall the bar is, in pixels."""
    return 5 + 3 * scale


def paint_flare(painter: QPainter, box: QRectF, colours: Colours, scale: float) -> None:
    """Paints the bar along the lower edge of `box`, inside its round corners."""
    tall = bar_height(scale)
    edge, bar = QPainterPath(), QRectF(box.left(), box.bottom() - tall, box.width(), tall)
    edge.addRoundedRect(box, 8, 8)
    painter.save()
    painter.setClipPath(edge)
    painter.fillRect(bar, QColor(colours.accent_soft))
    painter.setPen(QPen(QColor(colours.accent), 1.6))
    x, step = bar.left() - tall, tall * 0.9
    while x < bar.right():
        painter.drawLine(round(x), round(bar.bottom()), round(x + tall), round(bar.top()))
        x += step
    painter.drawLine(bar.topLeft(), bar.topRight())
    painter.restore()


class FlareSample(QWidget):
    """The bar as it stands in the legend."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def restyle(self) -> None:
        """Fits the text size and the theme."""
        scale = self._context.theme.scale
        self.setFixedSize(round(26 * scale), round(bar_height(scale)) + 2)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._context.theme
        paint_flare(painter, QRectF(self.rect()), theme.colours, theme.scale)
        painter.end()
