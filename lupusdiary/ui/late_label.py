"""A line of text that is made when there is first something to say."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout


class LateLabel(QVBoxLayout):
    """Takes no room and no time while it is silent; most rows of a day never refuse or explain anything."""

    def __init__(self, role: str, name: str) -> None:
        super().__init__()
        self._role = role
        self._name = name
        self._label: QLabel | None = None

    def say(self, text: str | None) -> None:
        """Shows the text; None hides the line."""
        if text is None:
            if self._label is not None:
                self._label.hide()
            return
        if self._label is None:
            self._label = QLabel(self.parentWidget())
            self._label.setObjectName(self._name)
            self._label.setProperty("role", self._role)
            self._label.setWordWrap(True)
            self.addWidget(self._label)
        self._label.setText(text)
        self._label.show()
