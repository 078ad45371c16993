"""What an empty diary says above its first day: where to begin, and that a filled one can be looked at."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.demonstration_mode import STORIES
from lupusdiary.ui.widgets.flow_layout import FlowLayout


class FirstSteps(QFrame):
    """`story_requested` carries the name of the demonstration diary that was chosen."""

    story_requested = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("first_steps")
        self._context = context
        self._begun = False
        self._title, self._words = QLabel(self), QLabel(self)
        self._title.setProperty("role", "strong")
        self._words.setProperty("role", "muted")
        for label in (self._title, self._words):
            label.setWordWrap(True)
        flow = FlowLayout(spacing=10)
        self._stories = {story: QPushButton(self) for story, _ in STORIES}
        for story, button in self._stories.items():
            button.setObjectName(f"look_at_{story}")
            button.clicked.connect(lambda _=False, story=story: self.story_requested.emit(story))
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addLayout(flow)

    def show_begun(self, begun: bool) -> None:
        """Says that the first entry is kept; the card itself stays until the page is left."""
        if begun != self._begun:
            self._begun = begun
            self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self._title.setText(
            tr.text("Your first entry is kept. There is nothing to save.")
            if self._begun
            else tr.text("Your diary is still empty. Begin below with today.")
        )
        self._words.setText(
            tr.text(
                "Or look first at a demonstration diary: a fictional person, never mixed with your own diary."
            )
        )
        for story, name in STORIES:
            self._stories[story].setText(tr.text(name))
