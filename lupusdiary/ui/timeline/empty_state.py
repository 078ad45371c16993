"""What the timeline says while there is nothing to draw."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.language import Translator


class EmptyState(QWidget):
    """One sentence and one button: for everything that is recorded, or for a first record on Today."""

    everything_requested = Signal()
    today_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._anything = False
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton()
        self.button.setObjectName("begin")
        self.button.setProperty("role", "primary")
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(1)
        column.addWidget(self.sentence)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        self.button.clicked.connect(
            lambda: (self.everything_requested if self._anything else self.today_requested).emit()
        )

    def say(self, tr: Translator, anything: bool, missing: str) -> None:
        """Whether there is `anything` at all to draw, and what is `missing` of what was asked for."""
        self._anything = anything
        if anything:
            nothing = tr.text("Nothing of this is recorded yet.")
            self.sentence.setText(f"{nothing} {missing}".strip())
            self.button.setText(tr.text("Show everything recorded"))
        else:
            self.sentence.setText(
                tr.text(
                    "Once something is recorded, your days and your results appear here, one below the other."
                )
            )
            self.button.setText(tr.text("Record today"))
