"""The last days of one medicine as small marks: filled taken, hollow not taken, half partly, a low tick
unrecorded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lupusdiary.queries.medicine_course import NOT_DUE, PARTLY, SKIPPED, TAKEN, UNRECORDED
from lupusdiary.ui.base.palette import LIGHT, Colours
from lupusdiary.ui.widgets.labels import plain_tip

_WIDE, _GAP, _TALL = 6.0, 2.0, 18.0


class IntakeMarks(QWidget):
    """A picture beside the count; `words` say the same to a screen reader."""

    def __init__(self) -> None:
        super().__init__()
        self._marks: tuple[str, ...] = ()
        self._colours: Colours = LIGHT
        self._scale = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_marks(self, marks: Sequence[str], words: str, colours: Colours, scale: float) -> None:
        """Shows the marks of so many days, the oldest first."""
        self._marks, self._colours = tuple(marks), colours
        # The marks say no more when they grow with the text: half its growth keeps a row on the screen.
        self._scale = 0.6 + 0.4 * scale
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = len(self._marks) * (_WIDE + _GAP) * self._scale
        return QSize(round(width), round((_TALL + 2) * self._scale))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, mark in enumerate(self._marks):
            left = number * (_WIDE + _GAP) * self._scale
            box = QRectF(left + 0.7, 1, _WIDE * self._scale - 1, _TALL * self._scale)
            self._paint(painter, box, mark)
        painter.end()

    def _paint(self, painter: QPainter, box: QRectF, mark: str) -> None:
        colours = self._colours
        accent, muted = QColor(colours.accent), QColor(colours.control_border)
        painter.setPen(Qt.PenStyle.NoPen)
        if mark == TAKEN:
            painter.setBrush(accent)
            painter.drawRoundedRect(box, 1.5, 1.5)
        elif mark in {SKIPPED, PARTLY}:
            if mark == PARTLY:
                half = QRectF(box.left(), box.center().y(), box.width(), box.height() / 2)
                painter.setBrush(accent)
                painter.drawRect(half)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.text), 1.3))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)
        elif mark in {UNRECORDED, NOT_DUE}:
            painter.setBrush(muted)
            low = 5 * self._scale if mark == UNRECORDED else 1.5
            wide = box.width() * (0.35 if mark == UNRECORDED else 0.7)
            painter.drawRect(QRectF(box.center().x() - wide / 2, box.bottom() - low, wide, low))
