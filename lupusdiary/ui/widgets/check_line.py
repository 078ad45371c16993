"""A tick box whose words wrap."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget


class CheckLine(QWidget):
    """A tick box beside its words; a click on the words is a click on the box."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setObjectName(name)
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.box)
        layout.addWidget(self.words, 1)

    def say(self, words: str, plain: str) -> None:
        """Sets the words, and a sentence that explains them."""
        self.words.setText(words)
        self.box.setAccessibleName(words)
        self.box.setAccessibleDescription(plain)
        self.setToolTip(plain)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.click()
