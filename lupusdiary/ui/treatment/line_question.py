"""One question that a typed line asks, with its answers to press or a field to write one in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lupusdiary.ui.widgets.chip import Chip
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label

Answer = tuple[str, str]


class LineQuestion(QWidget):
    """`answered` carries the name of the question and the answer as the domain reads it."""

    answered = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._asked = ""
        self._several = False
        self.question = plain_label("strong", "line_question")
        self._chips = FlowLayout()
        self.field = QLineEdit()
        self.field.setObjectName("line_answer")
        self.field.setMaximumWidth(260)
        self.done = QPushButton()
        self.done.setObjectName("line_answer_done")
        self.field.returnPressed.connect(self._give)
        self.done.clicked.connect(self._give)
        self._writing = QWidget()
        line = QHBoxLayout(self._writing)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.field)
        line.addWidget(self.done)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.question)
        column.addLayout(self._chips)
        column.addWidget(self._writing)
        self.hide()

    def ask(
        self, name: str, text: str, answers: Sequence[Answer], done: str, *, several: bool = False
    ) -> None:
        """Shows a question; without `answers` one is written. Of `several` answers more than one is given."""
        if name == self._asked and self.question.text() == text and self.isVisible():
            return
        if name != self._asked:
            self.field.clear()
        self._asked, self._several = name, several
        self.question.setText(text)
        self.field.setAccessibleName(text)
        self.done.setText(done)
        # Who answers goes on to the next answer; else the keyboard would leave with the old ones.
        here = self.hasFocus() or any(each.hasFocus() for each in self.findChildren(QWidget))
        clear(self._chips)
        before: QWidget = self.field
        for value, words in answers:
            chip = Chip(f"answer_{value}", self)
            chip.setText(words)
            chip.setProperty("answer", value)
            if not several:
                chip.clicked.connect(lambda _=False, value=value: self.answered.emit(self._asked, value))
            self._chips.addWidget(chip)
            chip.show()
            # The keyboard comes to the answers from what is above them, though they are made last.
            QWidget.setTabOrder(before, chip)
            before = chip
        self.field.setVisible(not answers)
        self._writing.setVisible(not answers or several)
        self.show()
        if here:
            first = self._chips.itemAt(0) if answers else None
            ((first.widget() if first is not None else None) or self.field).setFocus()

    def stand_between(self, before: QWidget, after: QWidget) -> None:
        """The keyboard comes to the question from `before`, and goes on to `after`."""
        for one, other in pairwise((before, self.field, self.done, after)):
            QWidget.setTabOrder(one, other)

    def typed(self, answers: Mapping[str, str]) -> dict[str, Any]:
        """The `answers` that were given and what is being written as the next one, as a form keeps them."""
        return {"answers": dict(answers), "answer": self.field.text() if self._asked else ""}

    def put_back(self, values: Mapping[str, Any]) -> None:
        """Shows what was being written."""
        self.field.setText(str(values.get("answer", "")))

    def silence(self) -> None:
        """Nothing is asked."""
        self._asked = ""
        self.hide()

    def _give(self) -> None:
        if self._several:
            chosen = [str(chip.property("answer")) for chip in self.findChildren(Chip) if chip.isChecked()]
            text = ",".join(chosen)
        else:
            text = self.field.text().strip()
        if text:
            self.answered.emit(self._asked, text)
