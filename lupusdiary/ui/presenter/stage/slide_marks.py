"""What stands on a slide besides its words: how far the session is, and the box of a warning."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from lupusdiary.ui.base.palette import Colours
from lupusdiary.ui.presenter.stage.slide_text import HEIGHT, font, write

_PIECES_GAP, _MOST_PIECES = 5.0, 40


def paint_progress(painter: QPainter, breadth: float, number: int, total: int, c: Colours) -> None:
    """How far the session is: a piece a screen, or one bar where the pieces would be too small."""
    part = breadth / max(1, total)
    gap = _PIECES_GAP if total <= _MOST_PIECES else 0.0
    for at in range(total):
        colour = c.accent if at < number else c.border
        painter.fillRect(QRectF(at * part, HEIGHT - 8, part - gap, 8), QColor(colour))


def paint_warning_box(painter: QPainter, box: QRectF, c: Colours) -> None:
    """The ground of a warning, with its sign at the left."""
    painter.save()
    painter.setPen(QPen(QColor(c.note_border), 5))
    painter.setBrush(QColor(c.note))
    painter.drawRoundedRect(box, 26, 26)
    write(painter, "!", QRectF(box.x() + 44, box.y() + 20, 80, 160), font(104, bold=True), c.on_note)
    painter.restore()
