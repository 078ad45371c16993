"""What stands in front of a diary: a calm column of text and controls in the middle of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from lupusdiary.ui.base.context import UiContext

_WIDTH = 740


class StartScreen(QScrollArea):
    """A card in the middle with a title and a column to be filled by a subclass."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.context = context
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        backdrop = QWidget()
        backdrop.setObjectName("backdrop")
        self.card = QFrame()
        self.card.setProperty("role", "card")
        self.column = QVBoxLayout(self.card)
        self.column.setContentsMargins(36, 24, 36, 24)
        self.column.setSpacing(12)
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        self.column.addWidget(self.title)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card, 100)
        row.addStretch(1)
        outer = QVBoxLayout(backdrop)
        outer.setContentsMargins(16, 12, 16, 12)
        outer.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(2)
        self.setWidget(backdrop)
        self.restyle()

    def paragraph(self, role: str = "") -> QLabel:
        """A wrapping label at the end of the column."""
        label = QLabel()
        label.setWordWrap(True)
        if role:
            label.setProperty("role", role)
        self.column.addWidget(label)
        return label

    def retranslate(self) -> None:
        """Sets every text."""

    def restyle(self) -> None:
        """Makes room for the text size."""
        self.card.setMaximumWidth(round(_WIDTH * self.context.theme.scale))
