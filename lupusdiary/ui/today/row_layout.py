"""Where the parts of an item's row stand: the answer beside the name, or below it in a narrow window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from lupusdiary.ui.base.style_sheet import NO_LIMIT, target
from lupusdiary.ui.today.answer import Answer
from lupusdiary.ui.today.flag_note import FlagNote
from lupusdiary.ui.today.row_tools import RowTools

NAME_WIDTH = 180
GAP = 10
# A fixed question takes so many lines beside the answer, or so many below the name; else it is shortened.
_BESIDE, _BELOW = 2, 1
# A refusal needs so many pixels beside the answer, at text scale 1, and a sign the rest of them.
_SENTENCE = 380


class RowLayout:
    """Lays out one row. `words` holds the name and may hold the fixed question, `body` the answer."""

    def __init__(self, row: QWidget) -> None:
        self._row = row
        self.words, self.body = QWidget(row), QWidget(row)
        self._short = self._error_beside = False

    def fill(
        self, name: QLabel, answer: Answer, error: QLayout, tools: RowTools, flag: FlagNote | None
    ) -> None:
        """Takes the parts of the row."""
        self._answer, self._error, self._tools, self._flag = answer, error, tools, flag
        self._name = QVBoxLayout(self.words)
        self._name.setContentsMargins(0, 3, 0, 3)
        self._name.setSpacing(0)
        self._name.addWidget(name)
        holder = QVBoxLayout(self.body)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(answer)
        self._beside = QHBoxLayout()
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(GAP)
        self._beside.addLayout(error)
        self._grid = QGridLayout(self._row)
        self._grid.setContentsMargins(10, 0, 0, 1)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(2)

    def arrange(self, width: int, scale: float, *, wide: bool) -> None:
        """Takes `width` pixels at a text size."""
        middle = Qt.AlignmentFlag.AlignVCenter
        for widget in (self.words, self.body, self._tools):
            self._grid.removeWidget(widget)
        self._grid.removeItem(self._beside)
        beside = short = False
        left = 0
        self.words.setMinimumWidth(0)
        self.words.setMaximumWidth(NO_LIMIT)
        if wide:
            name = round(NAME_WIDTH * scale)
            room = width - 10 - name - 2 * GAP - self._tools.width()
            self._answer.take_room(room)
            left = room - min(room, self._answer.width_wanted) - GAP
            if self._flag is not None:
                beside = self._flag.lines(left) <= _BESIDE
                short = not beside and self._flag.lines(name) > _BELOW
                beside = beside or (short and left >= self._flag.short_width)
            self.words.setFixedWidth(name)
            self._grid.addWidget(self.words, 0, 0, middle)
            self._grid.addWidget(self.body, 0, 1, middle)
            self._grid.addLayout(self._beside, 0, 2)
            self._grid.addWidget(self._tools, 0, 3, middle)
        else:
            self._answer.take_room(width - 20)
            # Beside both lines the buttons make the row no taller when they are seen.
            beside = self._answer.width_wanted + GAP <= width - 20 - self._tools.width()
            self._grid.addWidget(self.words, 0, 0, 1, 3)
            self._grid.addWidget(self._tools, 0, 3, 2 if beside else 1, 1, middle)
            self._grid.addWidget(self.body, 1, 0, 1, 3 if beside else 4)
            self._grid.addLayout(self._beside, 2, 0)
        self._grid.setColumnStretch(2, 1)
        self._grid.setContentsMargins(10, 0 if wide else 6, 0, 1 if wide else 6)
        edge = 0 if wide else 3
        self._name.setContentsMargins(0, edge, 0, edge)
        self._tall = target(scale)
        self._error_beside = wide and left >= round(_SENTENCE * scale)
        self._place_flag(beside=beside, short=short, tall=self._tall if wide and beside else NO_LIMIT)
        self._row.setMinimumHeight(self._tall + 1)

    @property
    def holds_refusal(self) -> bool:
        """Whether a sentence stands beside the answer; elsewhere it would move the rows below."""
        return self._error_beside

    def make_room(self, *, for_refusal: bool) -> None:
        """Shortens the sign while a refusal stands beside it; the place below the items has it in full."""
        squeezed = for_refusal and self._error_beside
        self._beside.setStretchFactor(self._error, 3 if squeezed else 0)
        if self._flag is not None:
            self._flag.shorten(self._short or squeezed)
            self._flag.setMinimumWidth(self._flag.short_width if squeezed else 0)

    def _place_flag(self, *, beside: bool, short: bool, tall: int) -> None:
        if self._flag is None:
            return
        self._short = short
        self._flag.shorten(short)
        # Asked how high it were in another width, it would make the row higher than it is anywhere.
        self._flag.setMaximumHeight(tall)
        self._name.removeWidget(self._flag)
        self._beside.removeWidget(self._flag)
        (self._beside if beside else self._name).addWidget(self._flag, 1 if beside else 0)
        # Another parent hides it until the layout gets round to it.
        self._flag.show()
