"""The card of the settings that makes a laptop a teaching laptop, and deliberately not one any more."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.ui.base.context import UiContext


class DemonstrationCard(QFrame):
    """One button that switches the demonstration mode, after a question."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        self._mode = context.mode
        self.title = QLabel()
        self.title.setWordWrap(True)
        self.title.setProperty("role", "section")
        self.words = QLabel()
        self.words.setProperty("role", "hint")
        self.words.setWordWrap(True)
        self.state = QLabel()
        self.state.setObjectName("demonstration_state")
        self.state.setWordWrap(True)
        self.button = QPushButton()
        self.button.setObjectName("demonstration_mode")
        self.button.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        for widget in (self.title, self.words, self.state):
            column.addWidget(widget)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._mode.changed.connect(self.retranslate)

    def retranslate(self) -> None:
        """Sets every text."""
        tr, on = self._context.tr, self._mode.on
        self.title.setText(tr.text("Demonstration mode (for a laptop that teaches)"))
        self.words.setText(
            tr.text(
                "Only fictional diaries can be seen, so that nobody’s own entries appear on "
                "a screen. “End the session” puts everything back to the start."
            )
        )
        if self._mode.for_this_start:
            self.state.setText(
                tr.text("On, because the program was started for a demonstration. Close it to leave.")
            )
        else:
            self.state.setText(tr.text("On.") if on else tr.text("Off."))
        self.button.setText(
            tr.text("Switch demonstration mode off…") if on else tr.text("Switch demonstration mode on…")
        )
        self.button.setEnabled(not self._mode.for_this_start)

    def _ask(self) -> None:
        tr, on = self._context.tr, self._mode.on
        parent: QWidget = self.window()
        question = (
            tr.text("Switch demonstration mode off? Real diaries can then be opened on this laptop again.")
            if on
            else tr.text(
                "Switch demonstration mode on? Your own diary stays where it is and as it is, but it cannot "
                "be opened here until you switch the mode off."
            )
        )
        yes = tr.text("Switch off") if on else tr.text("Switch on")
        if self._context.prompts.confirm(parent, question, yes, tr.text("Cancel")):
            self._mode.switch(not on)
