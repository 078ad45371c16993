"""A column that scrolls when the window is too small for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class ScrollColumn(QScrollArea):
    """Scrolls `body` up and down. Rows that the body was given before it was first shown are measured anew:
    until then they counted as hidden, and Qt would squeeze them into the height of the window."""

    def __init__(self, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        body.setObjectName("scrolled")
        self._measure = QTimer(self)
        self._measure.setSingleShot(True)
        self._measure.setInterval(0)
        self._measure.timeout.connect(body.updateGeometry)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._measure.start()


def scrolled(body: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """`body` in an area that scrolls up and down and follows the keyboard focus."""
    return ScrollColumn(body, parent)
