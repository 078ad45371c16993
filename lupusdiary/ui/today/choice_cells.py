"""A row of large cells of which at most one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from lupusdiary.domain.records import ReadingValue
from lupusdiary.ui.base.style_sheet import target

OWN_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Select)


class Cell(QPushButton):
    """One answer. Space chooses it; every other key is the row's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "cell")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OWN_KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def nextCheckState(self) -> None:
        # A second click on the chosen cell keeps it: only the clear button empties a row.
        self.setChecked(True)


class ChoiceCells(QWidget):
    """`chosen` carries a value that was clicked; `moved` one that an arrow key is passing over."""

    chosen = Signal(object)
    moved = Signal(object)

    def __init__(self, values: Sequence[ReadingValue], parent: QWidget) -> None:
        super().__init__(parent)
        self.values = tuple(values)
        self._value: ReadingValue | None = None
        self.cells = [Cell(self) for _ in self.values]
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for cell, value in zip(self.cells, self.values, strict=True):
            cell.clicked.connect(lambda _=False, chosen=value: self._choose(chosen))
            layout.addWidget(cell, 1)
        self._set_tab_stop()

    @property
    def value(self) -> ReadingValue | None:
        """The value that is shown as chosen."""
        return self._value

    def set_labels(self, labels: Sequence[str], question: str) -> None:
        """Sets what the cells say; `question` is read aloud with each."""
        for cell, label in zip(self.cells, labels, strict=True):
            cell.setText(label)
            cell.setAccessibleName(label)
            cell.setAccessibleDescription(question)

    def set_widths(self, least: int, most: int, scale: float) -> None:
        """Bounds the width of each cell in pixels at text scale 1."""
        factor = 0.5 + 0.5 * scale
        for cell in self.cells:
            cell.ensurePolished()
            needed = max(round(least * factor), cell.sizeHint().width() if least > 60 else 0)
            cell.setMinimumSize(needed, target(scale) + 2)
            cell.setMaximumSize(round(most * factor), target(scale) + 2)
        gaps = self._row.spacing() * (len(self.cells) - 1)
        self.setMaximumWidth(len(self.cells) * round(most * factor) + gaps)

    def show_value(self, value: ReadingValue | None) -> None:
        """Shows the value as chosen; None, or a value without a cell, shows no choice."""
        self._value = value if value in self.values else None
        for cell, own in zip(self.cells, self.values, strict=True):
            cell.setChecked(self._value is not None and own == self._value)
        self._set_tab_stop()

    def outline(self, at: int | None) -> None:
        """Outlines a cell that the next key may choose; None takes that away."""
        for number, cell in enumerate(self.cells):
            if (cell.property("awaited") is True) == (number == at):
                continue
            cell.setProperty("awaited", number == at)
            # Its look is worked out anew, but it keeps its size: nothing may move under the hand.
            least, most = cell.minimumSize(), cell.maximumSize()
            cell.style().unpolish(cell)
            cell.style().polish(cell)
            cell.setMinimumSize(least)
            cell.setMaximumSize(most)

    def take_focus(self) -> None:
        """Puts the keyboard on the chosen cell, else on the first."""
        self.cells[self._anchor()].setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, step: int) -> None:
        """Chooses the neighbour of the chosen cell; without a choice the first one."""
        at = 0 if self._value is None else self._anchor() + step
        if 0 <= at < len(self.values) and self.values[at] != self._value:
            self.show_value(self.values[at])
            self.take_focus()
            self.moved.emit(self.values[at])

    def _choose(self, value: ReadingValue) -> None:
        self.show_value(value)
        self.chosen.emit(value)

    def _anchor(self) -> int:
        return 0 if self._value is None else self.values.index(self._value)

    def _set_tab_stop(self) -> None:
        # One stop for the Tab key: arrows and digits do the rest.
        anchor = self._anchor()
        for at, cell in enumerate(self.cells):
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == anchor else Qt.FocusPolicy.ClickFocus)


_SIGNS = {"minus": "−", "plus": "+"}


class StepButton(QPushButton):
    """Shows − or +; held down it repeats. Keys other than Space are the row's."""

    def __init__(self, sign: str, parent: QWidget) -> None:
        super().__init__(_SIGNS[sign], parent)
        self.setProperty("role", "cell")
        self.setAutoRepeat(True)
        self.setAutoRepeatDelay(500)

    def say(self, words: str, question: str) -> None:
        """Sets its words for the tooltip and a screen reader."""
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(question)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OWN_KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()
