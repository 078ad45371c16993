"""Cards in as many columns as the window has room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.discard import discard


class Masonry(QWidget):
    """Each column is at least `least` pixels wide at text scale 1. A card goes where the column is shortest
    and stays there as long as there are as many columns: known by its object name, nothing jumps when a card
    is made anew."""

    def __init__(self, least: int, context: UiContext) -> None:
        super().__init__()
        self._least = least
        self._context = context
        self._cards: list[QWidget] = []
        self._places: dict[str, int] = {}
        self._number = 0
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)

    def fill(self, cards: Sequence[QWidget]) -> None:
        """Shows these cards; former ones that are not among them go."""
        for card in self._cards:
            if card not in cards:
                discard(card)
        self._cards = list(cards)
        self._deal(self._number or self._fitting())

    def arrange(self) -> None:
        """Deals the cards out to the columns that fit."""
        number = self._fitting()
        if number != self._number:
            self._deal(number)

    def _fitting(self) -> int:
        least = round(self._least * self._context.theme.scale)
        return max(1, min(len(self._cards), 3, self.width() // least))

    def _deal(self, number: int) -> None:
        if number != self._number:
            self._places.clear()
        self._number = number
        while (item := self._row.takeAt(0)) is not None:
            old = item.layout()
            while old is not None and old.takeAt(0) is not None:
                pass
            if old is not None:
                old.deleteLater()
        columns = [QVBoxLayout() for _ in range(number)]
        filled = [0] * number
        for card in self._cards:
            at = self._places.get(card.objectName(), filled.index(min(filled)))
            if card.objectName():
                self._places[card.objectName()] = at
            columns[at].addWidget(card)
            filled[at] += card.sizeHint().height() + 14
        for column in columns:
            column.setSpacing(14)
            column.addStretch(1)
            self._row.addLayout(column, 1)
        for card in self._cards:
            # Until it is shown it has no height, and the others would be laid over each other.
            card.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
