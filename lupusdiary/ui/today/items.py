"""The rows of the items that Today asks, and the way of the keyboard through them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.domain.records import ReadingValue
from lupusdiary.domain.symptom import Symptom
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.today.item_row import QUESTION_WIDTH, ScoreRow
from lupusdiary.ui.widgets.discard import discard

# Eleven cells, the two small buttons and the gaps, in pixels at text scale 1.
_ANSWER_WIDTH = 580


class TodayItems(QFrame):
    """`answered` carries code and value; `finished` says that the keyboard went on past the last item."""

    answered = Signal(str, object)
    finished = Signal()
    row_reached = Signal(object)
    more_requested = Signal()
    read = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._context = context
        self._read_only = read_only
        self._wide = True
        self._placed = False
        self._items: list[Symptom] = []
        self._values: Mapping[str, ReadingValue] = {}
        self._built: list[ScoreRow] = []
        self._lines: list[QFrame] = []
        self._empty = QLabel(self)
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self.more = QPushButton(self)
        self.more.setObjectName("more_items")
        self.more.clicked.connect(self.more_requested)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 6, 12, 14)
        self._column.setSpacing(0)
        self._column.addWidget(self._empty)
        self._column.addSpacing(8)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def rows(self) -> list[ScoreRow]:
        """The row of every item; those that were left for later are made now."""
        self.complete()
        return self._built

    @property
    def is_complete(self) -> bool:
        """Whether every item has its row."""
        return len(self._built) == len(self._items)

    def show_items(self, items: Sequence[Symptom], room: int | None = None) -> None:
        """Makes the rows of `items`, unless they are there already. With `room`, a height in pixels, it
        stops where that is full and leaves the others for `complete`."""
        if self._items == list(items):
            return
        for old in (*self._built, *self._lines):
            self._column.removeWidget(old)
            discard(old)
        self._built, self._lines = [], []
        self._items = list(items)
        filled = 0
        while not self.is_complete and (room is None or filled < room):
            filled += self._add().sizeHint().height()
        self._empty.setVisible(not items)

    def complete(self) -> None:
        """Makes the rows that were left for later."""
        while not self.is_complete:
            row = self._add()
            row.reset(self._values.get(row.symptom.id))

    def _add(self) -> ScoreRow:
        at = len(self._built)
        row = ScoreRow(self._items[at], self._context, self, read_only=self._read_only)
        row.answered.connect(self.answered)
        row.read.connect(self.read)
        row.onward.connect(lambda step: self._go(at + step))
        if at:
            line = QFrame(self)
            line.setProperty("role", "line")
            self._lines.append(line)
            self._column.insertWidget(self._column.count() - 3, line)
        self._column.insertWidget(self._column.count() - 3, row)
        row.answer.past = self._past
        row.retranslate()
        row.restyle()
        row.arrange(wide=self._wide)
        self._built.append(row)
        self._take_place(row)
        return row

    def _take_place(self, row: ScoreRow) -> None:
        """The keyboard goes through the rows from the top, and on to the button below them."""
        if not self._placed:
            QWidget.setTabOrder(row.info, self.more)
            return
        # Made later than what stands below it.
        before = self.more.previousInFocusChain()
        while before is not None and before.focusPolicy() == Qt.FocusPolicy.NoFocus:
            before = before.previousInFocusChain()
        for part in row.findChildren(QWidget):
            if before is not None and part.focusPolicy() != Qt.FocusPolicy.NoFocus:
                QWidget.setTabOrder(before, part)
                before = part

    def ask_about(self, past: date | None) -> None:
        """Asks about a day that is over, or (None) about today."""
        self._past = past
        for row in self._built:
            row.ask_about(past)

    _past: date | None = None

    @property
    def typing(self) -> bool:
        """Whether a row holds something that is not recorded yet."""
        return any(row.typing for row in self._built)

    def show_values(self, values: Mapping[str, ReadingValue], *, fresh: bool) -> None:
        """Shows what is recorded; `fresh` also drops what was refused, e.g. on another day."""
        self._values = values
        for row in self._built:
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
        empty = (row for row in self._built if row.value is None)
        row = next(empty, None) or next((row for row in self.rows if row.value is None), None)
        if row is not None or self._built:
            (row or self._built[0]).take_focus()

    def keep(self) -> None:
        """Hands over what is still being typed."""
        for row in self._built:
            row.keep()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self._empty.setText(
            tr.text("Here stands what you want to be asked every day. Choose it with “More items”.")
        )
        self.more.setText(tr.text("More items"))
        for row in self._built:
            row.retranslate()
            row.restyle()

    def restyle(self) -> None:
        """Fits the rows to the text size and theme."""
        self._arrange(force=True)
        for row in self._built:
            row.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._placed = True
        self._arrange(force=False)

    def _arrange(self, *, force: bool) -> None:
        scale = self._context.theme.scale
        needed = QUESTION_WIDTH * scale + _ANSWER_WIDTH * (0.5 + 0.5 * scale)
        wide = self.width() >= needed if self._placed else self._wide
        if force or wide != self._wide:
            self._wide = wide
            for row in self._built:
                row.arrange(wide=wide)

    def _go(self, at: int) -> None:
        if at >= len(self.rows):
            self.finished.emit()
        elif at >= 0:
            self.rows[at].take_focus()
            self.row_reached.emit(self.rows[at])
