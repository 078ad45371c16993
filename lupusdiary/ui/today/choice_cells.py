"""A bar of joined cells of which at most one is chosen."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from lupusdiary.domain.day_record import ReadingValue
from lupusdiary.ui.base.palette import Colours
from lupusdiary.ui.base.spoken import GROUP, speak_as
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.widgets.labels import plain_tip

OWN_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Select)
_EDGE = 1
# Between the words of a cell and its two sides, in pixels.
_AROUND = 12


class Cell(QPushButton):
    """One answer of a bar: solid when it was given, dashed while it is only copied. Space chooses it; every
    other key is the row's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "cell")
        self.setCheckable(True)
        self.colours: Colours | None = None
        self.copied = False
        # The next key may choose it.
        self.awaited = False
        # Whether it begins a line of its bar: nothing divides it from the edge.
        self.first = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OWN_KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def nextCheckState(self) -> None:
        # A second click on the chosen cell keeps it: only the clear button empties a row.
        self.setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self.colours
        if colours is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if not self.first:
            painter.setPen(QPen(QColor(colours.border), 1))
            painter.drawLine(0, 1, 0, self.height() - 2)
        box = whole.adjusted(3, 2.5, -2, -2.5)
        text = colours.text if self.isEnabled() else colours.disabled
        if self.isChecked() and self.copied:
            text = colours.on_accent_soft
            painter.setBrush(QColor(colours.accent_soft))
            painter.setPen(QPen(QColor(colours.accent), 1.4, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box, 7, 7)
        elif self.isChecked():
            text = colours.on_accent
            painter.setBrush(QColor(colours.accent))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 7, 7)
        elif self.underMouse() and self.isEnabled():
            painter.setBrush(QColor(colours.hover))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 7, 7)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.awaited:
            painter.setPen(QPen(QColor(colours.accent), 2.5, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box, 7, 7)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), 2.5))
            painter.drawRoundedRect(whole.adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
        font = self.font()
        font.setBold(self.isChecked())
        painter.setFont(font)
        painter.setPen(QColor(text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class ChoiceCells(QWidget):
    """`chosen` carries a value that was clicked; `moved` one that an arrow key is passing over."""

    chosen = Signal(object)
    moved = Signal(object)

    def __init__(self, values: Sequence[ReadingValue], parent: QWidget) -> None:
        super().__init__(parent)
        speak_as(self, GROUP)
        self.values = tuple(values)
        self._value: ReadingValue | None = None
        self._colours: Colours | None = None
        self._sizes, self._tall = (48, 40), 40
        self._wanted, self._least = self._sizes
        self._a_line = len(self.values)
        self.cells = [Cell(self) for _ in self.values]
        for cell, value in zip(self.cells, self.values, strict=True):
            cell.clicked.connect(lambda _=False, chosen=value: self._choose(chosen))
        self._set_tab_stop()

    @property
    def value(self) -> ReadingValue | None:
        """The value that is shown as chosen."""
        return self._value

    def set_labels(self, labels: Sequence[str], question: str, names: Sequence[str] | None = None) -> None:
        """Sets what the cells say, and what is read aloud where that is more, with the `question`."""
        self.setAccessibleName(question)
        for cell, label, name in zip(self.cells, labels, names or labels, strict=True):
            cell.setText(label)
            cell.setAccessibleName(name)
            cell.setAccessibleDescription(question)
        self._measure()

    def restyle(self, theme: Theme, wanted: int, least: int) -> None:
        """Takes the colours of the theme; a cell is `wanted` pixels wide at text scale 1 where there is room,
        and never narrower than `least`."""
        factor = 0.5 + 0.5 * theme.scale
        self._colours = theme.colours
        self._sizes = round(wanted * factor), round(least * factor)
        self._tall = target(theme.scale)
        for cell in self.cells:
            cell.colours = theme.colours
        self._measure()
        self.take_room(self.width_wanted)

    def _measure(self) -> None:
        """No cell is narrower than the longest word of its bar, which is bold once it is chosen."""
        font = QFont(self.cells[0].font())
        font.setBold(True)
        metrics = QFontMetrics(font)
        words = max(metrics.horizontalAdvance(cell.text()) for cell in self.cells) + _AROUND
        self._wanted, self._least = (max(size, words) for size in self._sizes)

    @property
    def width_wanted(self) -> int:
        """How wide the bar is in one line, in pixels."""
        return len(self.cells) * self._wanted + 2 * _EDGE

    @property
    def width_needed(self) -> int:
        """How wide the bar is at the least in one line, in pixels."""
        return len(self.cells) * self._least + 2 * _EDGE

    def take_room(self, width: int) -> None:
        """Takes at most `width` pixels: in one line, or where they do not suffice in several."""
        width = max(min(width, self.width_wanted), self._least + 2 * _EDGE)
        fits = max(1, (width - 2 * _EDGE) // self._least)
        lines = math.ceil(len(self.cells) / fits)
        self._a_line = math.ceil(len(self.cells) / lines)
        each = min(self._wanted, (width - 2 * _EDGE) // self._a_line)
        size = QSize(self._a_line * each + 2 * _EDGE, lines * self._tall)
        if size != self.size() or size != self.minimumSize():
            self.setFixedSize(size)
        self._place(each)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place((self.width() - 2 * _EDGE) // self._a_line)

    def _place(self, each: int) -> None:
        for at, cell in enumerate(self.cells):
            line, place = divmod(at, self._a_line)
            cell.first = place == 0
            cell.setGeometry(_EDGE + place * each, line * self._tall, each, self._tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._colours is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(self._colours.surface))
        painter.setPen(QPen(QColor(self._colours.control_border), 1))
        last = len(self.cells) - 1
        for begin in range(0, len(self.cells), self._a_line):
            ends = (
                self.cells[begin]
                .geometry()
                .united(self.cells[min(begin + self._a_line - 1, last)].geometry())
            )
            painter.drawRoundedRect(QRectF(ends).adjusted(-0.5, 0.5, 0.5, -0.5), 9, 9)
        painter.end()

    def show_value(self, value: ReadingValue | None, *, copied: bool = False) -> None:
        """Shows the value as chosen; None, or a value without a cell, shows no choice."""
        self._value = value if value in self.values else None
        for cell, own in zip(self.cells, self.values, strict=True):
            chosen = self._value is not None and own == self._value
            # What stays as it is is not painted again: a day has sixty cells.
            if (cell.isChecked(), cell.copied) != (chosen, chosen and copied):
                cell.copied = chosen and copied
                cell.setChecked(chosen)
                cell.update()
        self._set_tab_stop()

    def outline(self, at: int | None) -> None:
        """Outlines a cell that the next key may choose; None takes that away."""
        for number, cell in enumerate(self.cells):
            if cell.awaited != (number == at):
                cell.awaited = number == at
                cell.update()

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
        self.setProperty("role", "step")
        self.setAutoRepeat(True)
        self.setAutoRepeatDelay(500)

    def say(self, words: str, question: str) -> None:
        """Sets its words for the tooltip and a screen reader."""
        self.setToolTip(plain_tip(words))
        self.setAccessibleName(words)
        self.setAccessibleDescription(question)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OWN_KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()
