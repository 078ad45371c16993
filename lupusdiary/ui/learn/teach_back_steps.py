"""The steps of a teach-back: one message at a time, then the plan. What was said carries a tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from lupusdiary.language import Translator
from lupusdiary.ui.base.spoken import GROUP, speak_as
from lupusdiary.ui.learn.teach_back_message import TeachBackCard
from lupusdiary.ui.widgets.chip import Chip
from lupusdiary.ui.widgets.flow_layout import FlowLayout


class TeachBackSteps(QWidget):
    """Shows one of `cards` at a time and after them `plan`; a chip each leads to it. `turned` is sent when
    another one is shown."""

    turned = Signal()

    def __init__(self, cards: Sequence[TeachBackCard], plan: QWidget) -> None:
        super().__init__()
        self._cards = cards
        self._parts: list[QWidget] = [*cards, plan]
        self._of = len(cards)
        self.at = 0
        self._group = QButtonGroup(self)
        speak_as(self, GROUP)
        self.chips = [Chip(f"teach_step_{number}", self) for number in range(1, len(self._parts) + 1)]
        row = FlowLayout()
        for at, chip in enumerate(self.chips):
            self._group.addButton(chip)
            chip.clicked.connect(lambda _=False, at=at: self.go_to(at))
            row.addWidget(chip)
        self.setLayout(row)
        for card in cards:
            card.went_on.connect(self.go_on)
            card.edited.connect(self._mark)

    def begin(self, messages: int) -> None:
        """Shows the first of so many messages that is not said yet; the plan if all of them are."""
        self._of = messages
        self.at = next(
            (at for at, card in enumerate(self._cards[:messages]) if card.result.said is not True),
            len(self._parts) - 1,
        )
        self.show_step()

    def go_on(self) -> None:
        """To the next message, or to the plan after the last one."""
        at = self.at + 1
        self.go_to(at if at < self._of else len(self._parts) - 1)

    def go_to(self, at: int) -> None:
        """To one of the messages, or to the plan."""
        self.at = at
        self.show_step()
        self.turned.emit()

    def show_step(self) -> None:
        """Shows the part that is meant and no other one."""
        for at, part in enumerate(self._parts):
            part.setVisible(at == self.at)
        for at, chip in enumerate(self.chips):
            chip.setVisible(at < self._of or at == len(self.chips) - 1)
        self.chips[self.at].setChecked(True)

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self._tr = tr
        self.setAccessibleName(tr.text("Parts of the conversation"))
        self._mark()

    def _mark(self) -> None:
        tr = self._tr
        for at, (card, chip) in enumerate(zip(self._cards, self.chips, strict=False), start=1):
            words = tr.text("Message {number}", number=at)
            chip.setText(f"{words} ✓" if card.result.said else words)
            state = tr.text("Said in own words") if card.result.said else ""
            chip.setAccessibleDescription(state)
        self.chips[-1].setText(tr.text("The plan"))
