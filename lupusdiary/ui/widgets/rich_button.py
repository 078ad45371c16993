"""A button that holds lines of text which wrap, as a card or an answer does."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout

from lupusdiary.ui.base.style_sheet import TARGET


class RichButton(QPushButton):
    """As high as its lines need at the width that it has; Enter presses it as Space does."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", role)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(4)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        policy.setVerticalPolicy(policy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add_line(self, role: str, text: str = "", form: Qt.TextFormat = Qt.TextFormat.PlainText) -> QLabel:
        """A line below the others; a click on it is a click on the button."""
        label = QLabel(text)
        label.setProperty("role", role)
        label.setTextFormat(form)
        label.setWordWrap(True)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.column.addWidget(label)
        # Its font is known before its height is asked for.
        label.ensurePolished()
        return label

    def sizeHint(self) -> QSize:
        hint = self.column.sizeHint()
        return QSize(hint.width(), max(hint.height(), TARGET))

    def minimumSizeHint(self) -> QSize:
        return QSize(3 * TARGET, TARGET)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self.column.totalHeightForWidth(width), TARGET)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
