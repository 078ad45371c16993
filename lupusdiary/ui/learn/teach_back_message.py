"""One message of a teach-back: at the left what the person is asked, at the right the educator's side.

Asked, and then ticked, or explained in other words and asked again: until it was said.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from lupusdiary.domain.learning import TeachBackResult
from lupusdiary.education.content.article import TeachBackMessage
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.spoken import QuestionGroup
from lupusdiary.ui.widgets.chip import Chip
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label

_LONGEST = 2000
# Below this width, at 100 %, the educator's side stands below the person's.
_BESIDE = 640


class TeachBackCard(QFrame):
    """`edited` is sent when the person or the nurse wrote or chose something, `went_on` when the message was
    said and the next one can come."""

    edited = Signal()
    went_on = Signal()

    def __init__(self, number: int, context: UiContext) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._number = number
        self._context = context
        self.ask = plain_label("section", f"teach_ask_{number}")
        self.words = QPlainTextEdit(self)
        self.words.setObjectName(f"words_{number}")
        self.words.setTabChangesFocus(True)
        self.words.textChanged.connect(self.edited)
        self.side = QFrame()
        self.side.setObjectName(f"educator_side_{number}")
        self.side.setProperty("role", "side")
        self._whose = plain_label("strong")
        self.how = plain_label("", f"teach_how_{number}")
        self.said = Chip(f"said_{number}", self)
        self.again = Chip(f"again_{number}", self)
        self._group = QuestionGroup(self, self.how)
        for chip in (self.said, self.again):
            self._group.addButton(chip)
        # What should come is the educator's to see: on request, or to explain it once more.
        self.reveal = QPushButton(self)
        self.reveal.setObjectName(f"reveal_{number}")
        self.reveal.setProperty("role", "quiet")
        self.reveal.setCheckable(True)
        self.message = plain_label("muted", f"teach_message_{number}")
        self.ask_again = QPushButton(self)
        self.ask_again.setObjectName(f"ask_again_{number}")
        self._explains = False
        self._lay_out()
        self.said.clicked.connect(self._was_said)
        self.again.clicked.connect(self._explain)
        self.ask_again.clicked.connect(self._ask_once_more)
        self.reveal.toggled.connect(lambda _: self._show_what_should_come())
        self._show_what_should_come()

    def _lay_out(self) -> None:
        choice = FlowLayout()
        choice.addWidget(self.said)
        choice.addWidget(self.again)
        mine = QVBoxLayout()
        mine.setSpacing(8)
        mine.addWidget(self.ask)
        mine.addWidget(self.words)
        mine.addStretch(1)
        side = QVBoxLayout(self.side)
        side.setContentsMargins(14, 10, 14, 12)
        side.setSpacing(8)
        side.addWidget(self._whose)
        side.addWidget(self.how)
        side.addLayout(choice)
        side.addWidget(self.reveal, 0, Qt.AlignmentFlag.AlignLeft)
        side.addWidget(self.message)
        side.addWidget(self.ask_again, 0, Qt.AlignmentFlag.AlignLeft)
        side.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(18, 14, 18, 14)
        self._sides.setSpacing(18)
        self._sides.addLayout(mine, 3)
        self._sides.addWidget(self.side, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the educator's side below where it has no room beside."""
        super().resizeEvent(event)
        wide = event.size().width() >= _BESIDE * self._context.theme.scale
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._sides.direction() != direction:
            self._sides.setDirection(direction)

    def _show_what_should_come(self) -> None:
        self.message.setVisible(self._explains or self.reveal.isChecked())
        self.reveal.setVisible(not self._explains)
        self.ask_again.setVisible(self._explains)
        tr = self._context.tr
        self.how.setText(
            tr.text("Explain it in other words, with an example. Then ask again.")
            if self._explains
            else tr.text("Ask, listen, and do not help. Then tick.")
        )

    def _was_said(self) -> None:
        self._explains = False
        self.reveal.setChecked(False)
        self._show_what_should_come()
        self.edited.emit()
        self.went_on.emit()

    def _explain(self) -> None:
        self._explains = True
        self._show_what_should_come()
        self.edited.emit()
        self.ask_again.setFocus()

    def _ask_once_more(self) -> None:
        self._explains = False
        self.reveal.setChecked(False)
        self._show_what_should_come()
        self.words.setFocus()

    def show_message(self, message: TeachBackMessage) -> None:
        """Shows what is asked, and what should come."""
        tr = self._context.tr
        self.ask.setText(message.ask)
        self._whose.setText(tr.text("For the educator"))
        self.message.setText(tr.text("Should come: {text}", text=message.message))
        self.reveal.setText(tr.text("Show what should come"))
        self.said.setText(tr.text("Said in own words"))
        self.again.setText(tr.text("Explain again"))
        self.ask_again.setText(tr.text("Ask again"))
        self.words.setPlaceholderText(tr.text("In the person’s own words"))
        self.words.setAccessibleName(
            tr.text("Message {number}: in the person’s own words", number=self._number)
        )
        self.words.setFixedHeight(round(96 * self._context.theme.scale))
        self._show_what_should_come()

    def load(self, result: TeachBackResult | None) -> None:
        """Shows how it went, or an empty message."""
        self._explains = False
        self.reveal.setChecked(False)
        self._group.setExclusive(False)
        self.said.setChecked(result is not None and result.said is True)
        self.again.setChecked(result is not None and result.said is False)
        self._group.setExclusive(True)
        self.words.setPlainText((result and result.words) or "")
        self._show_what_should_come()

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
        said = self.said.isChecked() if self.answered else None
        return TeachBackResult(said, self.words.toPlainText().strip()[:_LONGEST] or None)
