"""The questions that a person takes along to a visit, one a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.discard import discard
from lupusdiary.ui.widgets.icon_button import IconButton


class QuestionList(QWidget):
    """A line a question and an empty one below; `changed` is sent when a line was left or removed."""

    changed = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._rows: list[tuple[QWidget, QLineEdit, IconButton]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def questions(self) -> tuple[str, ...]:
        """What stands in the lines, without the empty ones."""
        texts = (line.text().strip() for _, line, _ in self._rows)
        return tuple(text for text in texts if text)

    def show_questions(self, questions: Sequence[str]) -> None:
        """Shows these questions; while a line is being typed in, all stay as they are."""
        wanted = [*questions, ""]
        lines = [line for _, line, _ in self._rows]
        if any(line.hasFocus() and line.isModified() for line in lines) or wanted == [
            x.text() for x in lines
        ]:
            return
        while len(self._rows) > len(wanted):
            row, _, _ = self._rows.pop()
            discard(row)
        while len(self._rows) < len(wanted):
            self._add()
        for (_, line, _), text in zip(self._rows, wanted, strict=True):
            line.setText(text)
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        for at, (_, line, remove) in enumerate(self._rows, 1):
            line.setAccessibleName(tr.text("Question {number}", number=at))
            line.setPlaceholderText(tr.text("A question for the doctor"))
            remove.say(tr.text("Remove question {number}", number=at))

    def restyle(self) -> None:
        """Fits icons to the text size and theme."""
        for _, _, remove in self._rows:
            remove.restyle(self._context.theme)

    def _add(self) -> None:
        row = QWidget()
        line = QLineEdit()
        line.setObjectName(f"question_{len(self._rows) + 1}")
        line.setMaxLength(2000)
        remove = IconButton("x", f"remove_question_{len(self._rows) + 1}", row)
        remove.restyle(self._context.theme)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(line, 1)
        layout.addWidget(remove)
        line.editingFinished.connect(self._finished)
        line.returnPressed.connect(self._go_on)
        remove.clicked.connect(lambda: self._remove(line))
        self._rows.append((row, line, remove))
        self._column.addWidget(row)

    def _remove(self, line: QLineEdit) -> None:
        line.clear()
        self._finished()

    def _go_on(self) -> None:
        self._finished()
        self._rows[-1][1].setFocus()

    def _finished(self) -> None:
        for _, line, _ in self._rows:
            line.setModified(False)
        self.changed.emit()
        self.show_questions(self.questions())
