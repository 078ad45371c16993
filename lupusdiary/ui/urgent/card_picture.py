"""The wallet card in small: what it is that one prints."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.spoken import DRAWING, speak_as

# The shape of a bank card, at 100 %.
_WIDE, _TALL = 152, 96
_TEXT, _MOST = 8.0, 7


class CardPicture(QWidget):
    """A drawing of the card with its cutting line; its text is too small to be read here, as on a photo."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._title = ""
        self.lines: tuple[str, ...] = ()
        self.setObjectName("card_picture")
        speak_as(self, DRAWING)
        self.restyle()

    def show_lines(self, title: str, lines: Sequence[str]) -> None:
        """Draws what stands on the card."""
        self._title, self.lines = title, tuple(lines)
        self.update()

    def restyle(self) -> None:
        """Fits the drawing to the text size."""
        grown = 0.6 + 0.4 * self._context.theme.scale
        self.setFixedSize(round(_WIDE * grown), round(_TALL * grown))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._context.theme.colours
        grown = self.width() / _WIDE
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.control_border), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        font = self.font()
        room = self.width() - 16 * grown
        painter.setPen(QColor(colours.text))
        base = 16 * grown
        for number, words in enumerate((self._title, *self.lines[:_MOST])):
            font.setPixelSize(max(1, round((_TEXT + (number == 0)) * grown)))
            font.setBold(number == 0)
            painter.setFont(font)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(
                QRectF(8 * grown, base - 9 * grown, room, 12 * grown), Qt.AlignmentFlag.AlignVCenter, shown
            )
            base += 11 * grown
