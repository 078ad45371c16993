"""Cards in rows of equal height, as many beside each other as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from lupusdiary.ui.base.context import UiContext

_MOST = 3


class LearnGrid(QWidget):
    """Reads from left to right, then down; each card is at least `least` pixels wide at text scale 1."""

    def __init__(self, cards: Sequence[QWidget], least: int, context: UiContext) -> None:
        super().__init__()
        self._cards = list(cards)
        self._least = least
        self._context = context
        self._number = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self.arrange()

    def arrange(self) -> None:
        """Deals the cards out to the columns that fit."""
        fit = self.width() // round(self._least * self._context.theme.scale)
        number = max(1, min(fit, _MOST))
        if number == self._number:
            return
        self._number = number
        for at, card in enumerate(self._cards):
            self._grid.addWidget(card, at // number, at % number)
        for column in range(_MOST):
            self._grid.setColumnStretch(column, 1 if column < number else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
