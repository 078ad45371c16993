"""A question under a row of a sheet, with a button for each answer; it may stay unanswered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.ui.widgets.discard import discard
from lupusdiary.ui.widgets.flow_layout import FlowLayout


class SheetQuestion(QFrame):
    """`answered` carries the key of the answer."""

    answered = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "note")
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._line = FlowLayout(6)
        self.buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 2, 4, 2)
        column.setSpacing(6)
        column.addWidget(self._words)
        column.addLayout(self._line)
        self.hide()

    def ask(self, question: str, answers: tuple[tuple[str, str], ...]) -> None:
        """Shows a question, or hides when there is none. The same question keeps its buttons."""
        self._words.setText(question)
        self.setVisible(bool(question))
        if answers == tuple((str(button.property("answer")), button.text()) for button in self.buttons):
            return
        for button in self.buttons:
            self._line.removeWidget(button)
            discard(button)
        self.buttons = [self._button(key, words, question) for key, words in answers]

    def take_focus(self) -> None:
        """Puts the keyboard on the first answer."""
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _button(self, key: str, words: str, question: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("role", "chip")
        button.setProperty("answer", key)
        button.setAccessibleDescription(question)
        button.clicked.connect(lambda: self.answered.emit(key))
        self._line.addWidget(button)
        return button
