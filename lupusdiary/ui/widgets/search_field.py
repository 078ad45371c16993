"""A field to search in: what an input method is still composing counts as typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QToolButton

from lupusdiary.ui.base.icons import icon
from lupusdiary.ui.base.palette import Colours
from lupusdiary.ui.widgets.line_edits import HintLine


class SearchField(HintLine):
    """`sought` is sent whenever `wanted` may have changed, also by a syllable that is not finished; `entered`
    with Enter or the down key, when the person goes on to what was found."""

    sought = Signal()
    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setClearButtonEnabled(True)
        self._composed = ""
        self.textChanged.connect(lambda _: self.sought.emit())

    @property
    def wanted(self) -> str:
        """What is looked for."""
        at = self.cursorPosition()
        text = self.text()
        return (text[:at] + self._composed + text[at:]).strip()

    def restyle(self, colours: Colours) -> None:
        """Draws the sign that empties the field."""
        clear = self.findChild(QToolButton)
        if clear is not None:
            clear.setIcon(icon("x", colours.text, 18))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        before, self._composed = self._composed, event.preeditString()
        super().inputMethodEvent(event)
        if self._composed != before:
            self.sought.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
