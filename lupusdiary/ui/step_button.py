"""A button that counts one up or down."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from lupusdiary.ui.choice_cells import OWN_KEYS

_SIGNS = {"minus": "−", "plus": "+"}


class StepButton(QPushButton):
    """Shows − or +; held down it repeats. Keys other than Space are the row's."""

    def __init__(self, sign: str, parent: QWidget) -> None:
        super().__init__(_SIGNS[sign], parent)
        self.setProperty("role", "cell")
        self.setAutoRepeat(True)
        self.setAutoRepeatDelay(500)

    def say(self, words: str, question: str) -> None:
        """Sets its words for the tooltip and a screen reader."""
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(question)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OWN_KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()
