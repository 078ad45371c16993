"""What 0 and 10 mean, once above the bars: the exact words of the item in use."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.ui.base.context import UiContext


class Anchors(QWidget):
    """Stands always in the same place; without an item of 0 to 10 it takes no room."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._first: Symptom | None = None
        self._symptom: Symptom | None = None
        self._items: list[Symptom] = []
        self._inside = QWidget(self)
        self.low, self.high = QLabel(self._inside), QLabel(self._inside)
        self.low.setObjectName("anchor_low")
        self.high.setObjectName("anchor_high")
        self.high.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        inside = self._line_inside = QHBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        for label in (self.low, self.high):
            label.setProperty("role", "hint")
            label.setWordWrap(True)
            inside.addWidget(label, 1, Qt.AlignmentFlag.AlignBottom)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 1)
        self._line.setSpacing(0)
        self._line.addWidget(self._inside)
        self._line.addStretch(1)

    def show_items(self, items: Sequence[Symptom]) -> None:
        """Explains the first item of 0 to 10 until another one is in use."""
        self._items = [item for item in items if item.scale.is_numbers]
        self._first = next(iter(self._items), None)
        self._symptom = self._first
        self.setVisible(self._first is not None)
        self.retranslate()

    def explain(self, symptom: Symptom | None) -> None:
        """Shows the words of the item in use, if it is one of 0 to 10."""
        if symptom is not None and symptom.scale.is_numbers and symptom is not self._symptom:
            self._symptom = symptom
            self.retranslate()

    def place(self, left: int, width: int) -> None:
        """Stands over the bars: `left` pixels in, `width` wide."""
        self._line.setContentsMargins(left, 0, 0, 1)
        self._inside.setFixedWidth(max(width, 0))
        self._keep_height()

    def _keep_height(self) -> None:
        """As high as the longest words of any item: the rows below stay while another one is in use."""
        for label in (self.low, self.high):
            label.ensurePolished()
        room = self._inside.width() - self._line_inside.spacing()
        metrics, flags = self.low.fontMetrics(), int(Qt.TextFlag.TextWordWrap)
        tall = 0
        for item in self._items:
            words, shares = self._words(item), self._shares(item)
            for each, share in zip(words, shares, strict=True):
                wide = max(room * share // sum(shares), 1)
                tall = max(tall, metrics.boundingRect(0, 0, wide, 4000, flags, each).height())
        self._inside.setFixedHeight(tall)

    def _shares(self, symptom: Symptom) -> tuple[int, int]:
        """How the two share the width: each as it has words."""
        low, high = (self.low.fontMetrics().horizontalAdvance(each) for each in self._words(symptom))
        return low, high

    def _words(self, symptom: Symptom) -> tuple[str, str]:
        tr, scale = self._context.tr, symptom.scale
        return f"0  {scale.anchor_low(tr)}".strip(), f"{scale.anchor_high(tr)}  10".strip()

    def retranslate(self) -> None:
        """Sets every text."""
        if self._symptom is not None:
            low, high = self._words(self._symptom)
            self.low.setText(low)
            self.high.setText(high)
            for at, share in enumerate(self._shares(self._symptom)):
                self._line_inside.setStretch(at, share)
