"""One message of a teach-back: the open question, what should come, what was said, and how it went."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPlainTextEdit, QPushButton, QVBoxLayout

from lupusdiary.domain.learning import TeachBackResult
from lupusdiary.education.content.article import TeachBackMessage
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.chip import Chip
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label

_LONGEST = 2000


class TeachBackCard(QFrame):
    """`edited` is sent when the person or the nurse wrote or chose something."""

    edited = Signal()

    def __init__(self, number: int, context: UiContext) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._number = number
        self._context = context
        self.ask = plain_label("section", f"teach_ask_{number}")
        self.message = plain_label("muted", f"teach_message_{number}")
        # What should come is the educator's to see, once the person has spoken.
        self.reveal = QPushButton(self)
        self.reveal.setObjectName(f"reveal_{number}")
        self.reveal.setProperty("role", "quiet")
        self.reveal.setCheckable(True)
        self.reveal.toggled.connect(lambda _: self._show_what_should_come())
        # The Tab key goes in this order: first the words, then how it went.
        self.words = QPlainTextEdit(self)
        self.words.setObjectName(f"words_{number}")
        self.words.setTabChangesFocus(True)
        self.words.textChanged.connect(self.edited)
        self.said = Chip(f"said_{number}", self)
        self.again = Chip(f"again_{number}", self)
        self._group = QButtonGroup(self)
        choice = FlowLayout()
        for chip in (self.said, self.again):
            self._group.addButton(chip)
            chip.clicked.connect(self.edited)
            chip.toggled.connect(lambda _: self._show_what_should_come())
            choice.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        for widget in (self.ask, self.words):
            column.addWidget(widget)
        column.addLayout(choice)
        column.addWidget(self.reveal, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.message)
        self._show_what_should_come()

    def _show_what_should_come(self) -> None:
        self.message.setVisible(self.answered or self.reveal.isChecked())
        self.reveal.setVisible(not self.answered)

    def show_message(self, message: TeachBackMessage) -> None:
        """Shows what is asked, and what should come."""
        tr = self._context.tr
        self.ask.setText(f"{self._number}. {message.ask}")
        self.message.setText(tr.text("Should come: {text}", text=message.message))
        self.reveal.setText(tr.text("Show what should come"))
        self.said.setText(tr.text("Said in own words"))
        self.again.setText(tr.text("Explain again"))
        self.words.setPlaceholderText(tr.text("In the person’s own words"))
        self.words.setAccessibleName(
            tr.text("Message {number}: in the person’s own words", number=self._number)
        )
        self.words.setFixedHeight(round(66 * self._context.theme.scale))

    def load(self, result: TeachBackResult | None) -> None:
        """Shows how it went, or an empty message."""
        self.reveal.setChecked(False)
        self._group.setExclusive(False)
        self.said.setChecked(result is not None and result.said)
        self.again.setChecked(result is not None and not result.said)
        self._group.setExclusive(True)
        self.words.setPlainText((result and result.words) or "")

    def values(self) -> dict[str, str | bool]:
        """What was written and chosen, as it stands."""
        return {
            "words": self.words.toPlainText(),
            "said": self.said.isChecked(),
            "again": self.again.isChecked(),
        }

    def put_back(self, values: Mapping[str, Any]) -> None:
        """Shows what was written and chosen before."""
        self.words.setPlainText(str(values["words"]))
        self.said.setChecked(values["said"] is True)
        self.again.setChecked(values["again"] is True)

    @property
    def answered(self) -> bool:
        """Whether it was chosen how it went."""
        return self.said.isChecked() or self.again.isChecked()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written or chosen."""
        return not self.answered and self.result.words is None

    @property
    def result(self) -> TeachBackResult:
        """What stands here."""
        return TeachBackResult(self.said.isChecked(), self.words.toPlainText().strip()[:_LONGEST] or None)
