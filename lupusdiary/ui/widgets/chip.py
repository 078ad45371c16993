"""One of several choices in a row: checked, it is written in bold and keeps its place."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton, QWidget


class Chip(QPushButton):
    """A button that can be checked, as wide as its words are in bold."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "chip")
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        bold = QFont(self.font())
        bold.setBold(True)
        normal = self.fontMetrics().horizontalAdvance(self.text())
        wider = QFontMetrics(bold).horizontalAdvance(self.text()) - normal
        return QSize(hint.width() + max(0, wider), hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
