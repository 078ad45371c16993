"""The rows of the items that Today asks, and the way of the keyboard through them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.domain.records import ReadingValue
from lupusdiary.domain.symptom import Symptom
from lupusdiary.ui.score_row import QUESTION_WIDTH, ScoreRow
from lupusdiary.ui.surroundings import Surroundings

# Eleven cells, the two small buttons and the gaps, in pixels at text scale 1.
_ANSWER_WIDTH = 580


class TodayItems(QFrame):
    """`answered` carries code and value; `finished` says that the keyboard went on past the last item."""

    answered = Signal(str, object)
    finished = Signal()
    row_reached = Signal(object)
    more_wanted = Signal()
    read = Signal(str)

    def __init__(self, surroundings: Surroundings, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._surroundings = surroundings
        self._read_only = read_only
        self._wide = True
        self._placed = False
        self.rows: list[ScoreRow] = []
        self._lines: list[QFrame] = []
        self._empty = QLabel(self)
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self.more = QPushButton(self)
        self.more.setObjectName("more_items")
        self.more.clicked.connect(self.more_wanted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 6, 12, 14)
        self._column.setSpacing(0)
        self._column.addWidget(self._empty)
        self._column.addSpacing(8)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_items(self, items: Sequence[Symptom]) -> None:
        """Makes the rows of `items`, unless they are there already."""
        if [row.symptom for row in self.rows] == list(items):
            return
        for old in (*self.rows, *self._lines):
            self._column.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self.rows, self._lines = [], []
        for at, item in enumerate(items):
            row = ScoreRow(item, self._surroundings, self, read_only=self._read_only)
            row.answered.connect(self.answered)
            row.read.connect(self.read)
            row.onward.connect(lambda step, at=at: self._go(at + step))
            if at:
                line = QFrame(self)
                line.setProperty("role", "line")
                self._lines.append(line)
                self._column.insertWidget(self._column.count() - 3, line)
            self._column.insertWidget(self._column.count() - 3, row)
            row.retranslate()
            row.restyle()
            row.arrange(wide=self._wide)
            self.rows.append(row)
        self._empty.setVisible(not items)

    def show_values(self, values: Mapping[str, ReadingValue], *, fresh: bool) -> None:
        """Shows what is recorded; `fresh` also drops what was refused, e.g. on another day."""
        for row in self.rows:
            value = values.get(row.symptom.id)
            if fresh:
                row.reset(value)
            else:
                row.show_value(value)

    def row(self, code: str) -> ScoreRow:
        """The row of an item."""
        return next(row for row in self.rows if row.symptom.id == code)

    def take_focus(self) -> None:
        """Puts the keyboard on the first item that is not recorded, else on the first."""
        if self.rows:
            empty = (row for row in self.rows if row.value is None)
            next(empty, self.rows[0]).take_focus()

    def keep(self) -> None:
        """Hands over what is still being typed."""
        for row in self.rows:
            row.keep()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._surroundings.tr
        self._empty.setText(
            tr.text("Here stands what you want to be asked every day. Choose it with “More items”.")
        )
        self.more.setText(tr.text("More items"))
        for row in self.rows:
            row.retranslate()
            row.restyle()

    def restyle(self) -> None:
        """Fits the rows to the text size and theme."""
        self._arrange(force=True)
        for row in self.rows:
            row.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._placed = True
        self._arrange(force=False)

    def _arrange(self, *, force: bool) -> None:
        scale = self._surroundings.looks.scale
        needed = QUESTION_WIDTH * scale + _ANSWER_WIDTH * (0.5 + 0.5 * scale)
        wide = self.width() >= needed if self._placed else self._wide
        if force or wide != self._wide:
            self._wide = wide
            for row in self.rows:
                row.arrange(wide=wide)

    def _go(self, at: int) -> None:
        if at >= len(self.rows):
            self.finished.emit()
        elif at >= 0:
            self.rows[at].take_focus()
            self.row_reached.emit(self.rows[at])
