"""Lines to type in: one that says when the keyboard leaves it, and one that says what belongs in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

# What the edges of a line and its sign take beside the words, in pixels.
_BESIDE_WORDS = 36


class LeavingLine(QLineEdit):
    """Offers all of itself to the keyboard that comes; a click leaves the cursor where it was put. `left` is
    not sent for a menu of its own."""

    left = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class HintLine(QLineEdit):
    """Says while it is empty what belongs there, in all words or in few: never half of them."""

    hint = ("", "")

    def explain(self, words: str, few: str) -> None:
        """Says `words` where they have room, else the `few`. A screen reader hears all of them."""
        self.hint = (words, few)
        self.setAccessibleName(words)
        self.updateGeometry()
        self._say()

    def room_for(self, words: str) -> int:
        """How wide the line is in which these words are read whole, in pixels."""
        self.ensurePolished()
        return self.fontMetrics().horizontalAdvance(words) + _BESIDE_WORDS

    def sizeHint(self) -> QSize:
        hint, few = super().sizeHint(), self.hint[1]
        return hint.expandedTo(QSize(self.room_for(few), 0)) if few else hint

    def _say(self) -> None:
        words, few = self.hint
        if words:
            self.setPlaceholderText(words if self.room_for(words) <= self.width() else few)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._say()
