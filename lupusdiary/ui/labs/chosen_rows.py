"""The rows that a laboratory prints, in order: each under its label, moved by buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lupusdiary.domain.lab.catalogue import Analyte, AnalyteCatalogue
from lupusdiary.domain.records import SheetRow
from lupusdiary.language import Translator
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.labs.sheet_cell import WrittenCombo
from lupusdiary.ui.widgets.discard import discard
from lupusdiary.ui.widgets.icon_button import IconButton


class ChosenRow(QWidget):
    """One test that stands on the sheet, with the label that the sheet gives it."""

    step = Signal(int)
    removed = Signal()

    def __init__(self, row: SheetRow, analyte: Analyte, labels: list[str], tr: Translator) -> None:
        super().__init__()
        self.row = row
        self.analyte = analyte
        self.setObjectName(f"chosen_{analyte.id}")
        self.label = WrittenCombo(f"label_{analyte.id}", self)
        self.label.setMaxVisibleItems(12)
        self._labels = labels
        self._own = ""
        self._show_labels(tr, row.label)
        self.up = IconButton("chevron-up", f"up_{analyte.id}", self)
        self.down = IconButton("chevron-down", f"down_{analyte.id}", self)
        self.out = IconButton("x", f"out_{analyte.id}", self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(4)
        line.addWidget(self.label, 1)
        for button in (self.up, self.down, self.out):
            line.addWidget(button)
        self.up.clicked.connect(lambda: self.step.emit(-1))
        self.down.clicked.connect(lambda: self.step.emit(1))
        self.out.clicked.connect(self.removed)

    def sheet_row(self) -> SheetRow:
        """The row as chosen; the catalogue's own label is not written down, it follows the language."""
        text = self.label.currentText().strip()
        return SheetRow(self.analyte.id, text if text and text != self._own else None, self.row.unit_answer)

    def _show_labels(self, tr: Translator, label: str | None) -> None:
        self._own = self.analyte.label(tr)
        self.label.clear()
        self.label.addItems(list(dict.fromkeys([self._own, *self._labels])))
        self.label.show_text(label or self._own)

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self._show_labels(tr, self.sheet_row().label)
        name = self.analyte.name(tr)
        self.label.setAccessibleName(tr.text("{test}, label on the sheet", test=name))
        self.label.setToolTip(name)
        self.up.say(tr.text("{test}: move up", test=name))
        self.down.say(tr.text("{test}: move down", test=name))
        self.out.say(tr.text("{test}: take off the sheet", test=name))

    def restyle(self, theme: Theme) -> None:
        """Draws the icons again."""
        for button in (self.up, self.down, self.out):
            button.restyle(theme)


class ChosenRows(QWidget):
    """All chosen rows. `removed` carries the code of a test that was taken off."""

    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("scrolled")
        self.rows: list[ChosenRow] = []
        self.empty = QLabel()
        self.empty.setProperty("role", "muted")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 6, 8, 6)
        self._column.setSpacing(0)
        self._column.addWidget(self.empty)
        self._column.addStretch(1)

    def codes(self) -> list[str]:
        """The codes of the tests, in order."""
        return [row.analyte.id for row in self.rows]

    def clear(self) -> None:
        """Takes all rows off."""
        for row in list(self.rows):
            self._take(row)

    def add(self, chosen: SheetRow, catalogue: AnalyteCatalogue, tr: Translator, theme: Theme) -> None:
        """Puts a test at the end."""
        analyte = catalogue.get(chosen.analyte)
        row = ChosenRow(chosen, analyte, catalogue.labels(analyte), tr)
        row.step.connect(lambda step, moved=row: self._move(moved, step))
        row.removed.connect(lambda left=row: self._remove(left))
        row.retranslate(tr)
        row.restyle(theme)
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, row)
        self._show_ends()

    def take(self, code: str) -> None:
        """Takes a test off."""
        for row in [each for each in self.rows if each.analyte.id == code]:
            self._take(row)

    def _remove(self, row: ChosenRow) -> None:
        at = self.rows.index(row)
        self._take(row)
        self.removed.emit(row.analyte.id)
        if self.rows:
            self.rows[min(at, len(self.rows) - 1)].out.setFocus()

    def _take(self, row: ChosenRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        discard(row)
        self._show_ends()

    def _move(self, row: ChosenRow, step: int) -> None:
        at = self.rows.index(row)
        to = at + step
        if not 0 <= to < len(self.rows):
            return
        self.rows.insert(to, self.rows.pop(at))
        self._column.removeWidget(row)
        self._column.insertWidget(to, row)
        self._show_ends()
        # A button at its end is switched off and loses the keyboard: the other one takes it.
        wanted = row.up if step < 0 else row.down
        (wanted if wanted.isEnabled() else (row.down if step < 0 else row.up)).setFocus()

    def _show_ends(self) -> None:
        self.empty.setVisible(not self.rows)
        for at, row in enumerate(self.rows):
            row.up.setEnabled(at > 0)
            row.down.setEnabled(at < len(self.rows) - 1)
        for before, after in zip(self.rows, self.rows[1:], strict=False):
            QWidget.setTabOrder(before.out, after.label)
