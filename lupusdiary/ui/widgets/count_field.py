"""A small field for a number of things: people, hands, minutes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit


class CountField(QLineEdit):
    """Empty is 0. `counted` carries the number after each change by hand."""

    counted = Signal(int)

    def __init__(self, name: str, most: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setValidator(QIntValidator(0, most, self))
        self.setMaxLength(len(str(most)))
        self.setFixedWidth(90)
        self.textEdited.connect(lambda _: self.counted.emit(self.number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A blank is no number: the page around may have a use for the key.
        if event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @property
    def number(self) -> int:
        """What stands in it."""
        text = self.text().strip()
        return int(text) if text.isdecimal() else 0

    def show_number(self, number: int) -> None:
        """Shows a number; what is typed with the same meaning stays as it is."""
        if number != self.number:
            self.setText(str(number) if number else "")
