"""Two things beside one another where both have room, else one below the other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

_GAP = 14


class Halves(QWidget):
    """Each takes its half, but never less than it needs; below `least` pixels (see `fit`) they do not try."""

    def __init__(self, first: QWidget, second: QWidget) -> None:
        super().__init__()
        self._sides = (first, second)
        self._least = 0
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(_GAP)
        for side in self._sides:
            self._box.addWidget(side, 1)

    def fit(self, least: int) -> None:
        """Takes the least width in pixels at which they stand beside one another."""
        self._least = least
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        # One below the other is always possible: so little width is asked for.
        wide = max(side.minimumSizeHint().width() for side in self._sides)
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            # Letters or words of another size asked for other room.
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        half = max(side.minimumSizeHint().width() for side in self._sides)
        wide = self.width() >= max(self._least, 2 * half + _GAP)
        way = QBoxLayout.Direction
        self._box.setDirection(way.LeftToRight if wide else way.TopToBottom)
