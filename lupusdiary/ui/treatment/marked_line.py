"""A line to type in, in which words that were not understood are underlined."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QInputMethodEvent, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QToolButton

from lupusdiary.domain.medicines.quick_entry.left_over import places_of
from lupusdiary.ui.base.icons import icon
from lupusdiary.ui.base.palette import Colours
from lupusdiary.ui.widgets.line_edits import HintLine

# Qt's rectangle of the cursor begins so many pixels before the cursor itself.
_BEFORE_CURSOR = 5
_BELOW = 3


class MarkedLine(HintLine):
    """The underlines go with the next key, until `underline` is called again."""

    def __init__(self) -> None:
        super().__init__()
        self._places: tuple[tuple[int, int], ...] = ()
        self._composed = ""
        self._colour = ""
        self.textChanged.connect(lambda _: self.underline(None))

    def restyle(self, colours: Colours) -> None:
        """Draws in these colours from now on, also the sign that empties the line."""
        self._colour = colours.on_note
        clear = self.findChild(QToolButton)
        if clear is not None:
            clear.setIcon(icon("x", colours.text, 18))
        self.update()

    def underline(self, left_over: str | None) -> None:
        """Underlines the words of `left_over` where they stand."""
        self._places = places_of(left_over, self.text())
        self.update()

    @property
    def underlines(self) -> list[QLineF]:
        """What is drawn below the words, in pixels of the line; nothing while a syllable is composed, which
        moves them."""
        if self._composed or not self._places:
            return []
        layout = QTextLayout(self.text(), self.font())
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()

        def x_of(at: int) -> float:
            place: Any = line.cursorToX(at)
            return float(place[0] if isinstance(place, tuple) else place)

        cursor = self.cursorRect()
        origin = cursor.x() + _BEFORE_CURSOR - x_of(self.cursorPosition())
        y = (cursor.center().y() + self.fontMetrics().ascent() / 2) + _BELOW
        return [
            QLineF(QPointF(origin + x_of(start), y), QPointF(origin + x_of(end), y))
            for start, end in self._places
        ]

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composed = event.preeditString()
        super().inputMethodEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        lines = self.underlines
        if not lines:
            return
        painter = QPainter(self)
        painter.setClipRect(self.rect().adjusted(10, 0, -34, 0))
        painter.setPen(QPen(QColor(self._colour), 2))
        painter.drawLines(lines)
        painter.end()
