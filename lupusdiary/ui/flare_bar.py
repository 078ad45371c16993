"""The mark of a day that lies in a flare: a hatched bar, told by its pattern and not by its colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lupusdiary.ui.palette import Colours
from lupusdiary.ui.surroundings import Surroundings


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

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def restyle(self) -> None:
        """Fits the text size and the theme."""
        scale = self._surroundings.looks.scale
        self.setFixedSize(round(26 * scale), round(bar_height(scale)) + 2)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        looks = self._surroundings.looks
        paint_flare(painter, QRectF(self.rect()), looks.colours, looks.scale)
        painter.end()
