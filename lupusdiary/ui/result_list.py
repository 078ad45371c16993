"""The rows of what was found, below each other; they are made once and filled anew at each key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from lupusdiary.ui.learn_search import KINDS, Found
from lupusdiary.ui.result_row import ResultRow
from lupusdiary.ui.surroundings import Surroundings


class ResultList(QWidget):
    """`chosen` carries the `Found` that was clicked and its row, `reached` the row that the keyboard came to,
    None above the first."""

    chosen = Signal(object, object)
    reached = Signal(object)

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        self._pool: list[ResultRow] = []
        self._found: Sequence[Found] = ()
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def rows(self) -> list[ResultRow]:
        """The rows that are shown, in order."""
        return self._pool[: len(self._found)]

    def warm(self, number: int) -> None:
        """Makes rows before they are needed."""
        while len(self._pool) < number:
            row = ResultRow(self._surroundings, self)
            at = len(self._pool)
            row.clicked.connect(lambda _=False, at=at, row=row: self.chosen.emit(self._found[at], row))
            row.stepped.connect(lambda step, at=at: self._step(at + step))
            row.hide()
            self._pool.append(row)

    def show_found(self, found: Sequence[Found], *, kinds: bool) -> None:
        """Shows these; with `kinds` each says what it is."""
        self.warm(len(found))
        self._found = found
        tr = self._surroundings.tr
        for each, row in zip(found, self._pool, strict=False):
            kind = tr.text(KINDS[each.kind]) if kinds else ""
            row.show_lines(each.title, each.title_marks, each.excerpt, each.marks, kind)
        self._place()
        for at, row in enumerate(self._pool):
            row.setVisible(at < len(found))
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(row.heightForWidth(width) for row in self.rows)

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(max(400, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        y, width = 0, self.width()
        for row in self.rows:
            height = row.heightForWidth(width)
            row.setGeometry(0, y, width, height)
            y += height

    def _step(self, at: int) -> None:
        rows = self.rows
        if at < 0:
            self.reached.emit(None)
        elif at < len(rows):
            rows[at].setFocus()
            self.reached.emit(rows[at])
