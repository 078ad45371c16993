"""Lines to type in: one that says when the keyboard leaves it, and one that says what belongs in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import takewhile

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

# What the edges of a line and its sign take beside the words, in pixels.
_BESIDE_WORDS = 36


def is_table(text: str) -> bool:
    """Whether a copied text is a table and no line: two of its lines or more have several cells."""
    return sum("\t" in line.strip() for line in text.splitlines()) > 1


def hand_on_tables(take: Callable[[str], object], *lines: QLineEdit) -> None:
    """A table that is pasted into one of the lines goes to `take` instead, however it was pasted; the line
    keeps what it held before."""

    def look(line: QLineEdit, text: str) -> None:
        if not is_table(text):
            return
        line.undo()
        before = line.text()
        same = takewhile(lambda pair: pair[0] == pair[1], zip(before, text, strict=False))
        start = len(list(same))
        # What followed the line as it was typed follows it back.
        line.textEdited.emit(before)
        take(text[start : len(text) - (len(before) - start)])

    for each in lines:
        each.textEdited.connect(partial(look, each))


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
