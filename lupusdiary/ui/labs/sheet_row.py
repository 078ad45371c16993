"""One row of a sheet that is entered: value, unit, range, what was read, a question, and more on demand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from lupusdiary.language import Translator
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.labs.sheet_cell import SheetCell, WrittenCombo
from lupusdiary.ui.labs.sheet_entry import EntryReading, SheetEntry, read_entry
from lupusdiary.ui.labs.sheet_question import SheetQuestion
from lupusdiary.ui.widgets.icon_button import IconButton

# The test whose results of different methods must not be joined: its method is always asked for.
METHOD_SHOWN = frozenset({"anti_dsdna"})


class SheetRowEditor(QWidget):
    """Shows one `SheetEntry` and fills it. `onto` asks for the value cell below (+1) or above (-1)."""

    onto = Signal(int)
    unit_answered = Signal(str)

    def __init__(
        self, entry: SheetEntry, sex: Callable[[], str | None], tr: Callable[[], Translator]
    ) -> None:
        super().__init__()
        self.entry = entry
        self._sex = sex
        self._tr = tr
        code = entry.analyte.id
        self.setObjectName(f"row_{code}")
        self.name = QLabel(self)
        self.name.setProperty("role", "strong")
        self.name.setWordWrap(True)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.value = SheetCell(f"value_{code}", self)
        self.unit = WrittenCombo(f"unit_{code}", self)
        self.range = SheetCell(f"range_{code}", self)
        self.said = QLabel(self)
        self.said.setObjectName(f"said_{code}")
        self.said.setProperty("role", "muted")
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.more = IconButton("chevron-down", f"more_{code}", self)
        self.more.setCheckable(True)
        self.question = SheetQuestion(f"question_{code}", self)
        self.method = QLineEdit(self)
        self.method.setObjectName(f"method_{code}")
        self.note = QLineEdit(self)
        self.note.setObjectName(f"note_{code}")
        self.remove = QPushButton(self)
        self.remove.setObjectName(f"remove_{code}")
        self.remove.setProperty("role", "quiet")
        self._aside = QWidget(self)
        aside = QHBoxLayout(self._aside)
        aside.setContentsMargins(0, 0, 0, 0)
        aside.setSpacing(8)
        for widget in (self.method, self.note):
            aside.addWidget(widget, 1)
        aside.addWidget(self.remove)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 6, 0, 6)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._stacked: bool | None = None
        self._factor = 1.0
        self.unit.addItems([each.display for each in entry.analyte.units])
        self.unit.addItems(list(entry.analyte.kit_units))
        self._show_entry()
        self._join()

    def _join(self) -> None:
        self.value.textChanged.connect(self._typed)
        self.unit.editTextChanged.connect(self._typed)
        self.range.textChanged.connect(self._typed)
        self.method.textChanged.connect(self._typed)
        self.note.textChanged.connect(self._typed)
        self.question.answered.connect(self._answer)
        self.more.toggled.connect(self._show_more)
        self.remove.clicked.connect(self.clear)
        self.value.onward.connect(self._onward)
        self.range.onward.connect(lambda: self.onto.emit(1))
        for cell in (self.value, self.range):
            cell.down.connect(lambda: self.onto.emit(1))
            cell.up.connect(lambda: self.onto.emit(-1))
        line = self.unit.lineEdit()
        if line is not None:
            line.returnPressed.connect(lambda: self.onto.emit(1))
        self.value.aside.connect(lambda step: self._go(self.unit if step > 0 else None))
        self.range.aside.connect(lambda step: self._go(self.unit if step < 0 else None))

    def _show_entry(self) -> None:
        entry = self.entry
        self.value.setText(entry.value)
        self.unit.show_text(entry.unit)
        self.range.setText(entry.range_text)
        self.method.setText(entry.method)
        self.note.setText(entry.note)
        self.more.setChecked(
            bool(entry.note) or (bool(entry.method) and entry.analyte.id not in METHOD_SHOWN)
        )
        self._show_more()

    def clear(self) -> None:
        """Empties the value; on saving, a result that was there is removed."""
        self.value.clear()
        self.note.clear()
        self.value.setFocus()

    def take_focus(self) -> None:
        """Puts the keyboard into the value."""
        self.value.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Takes what an input method is still composing."""
        if any(field.hasFocus() for field in (self.value, self.range, self.method, self.note)):
            QGuiApplication.inputMethod().commit()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._tr()
        label = self.entry.named(tr)
        self.name.setText(label)
        self.name.setToolTip(self.entry.analyte.name(tr))
        for field, name in (
            (self.value, tr.text("{test}, value as printed", test=label)),
            (self.unit, tr.text("{test}, unit", test=label)),
            (self.range, tr.text("{test}, range on the sheet", test=label)),
            (self.method, tr.text("{test}, method", test=label)),
            (self.note, tr.text("{test}, note", test=label)),
        ):
            field.setAccessibleName(name)
        units = bool(self.entry.analyte.units or self.entry.analyte.kit_units or self.entry.analyte.own)
        self.unit.setEnabled(units)
        line = self.unit.lineEdit()
        if line is not None:
            line.setPlaceholderText(tr.text("unit") if units else "–")
        self.range.setPlaceholderText(tr.text("range"))
        self.method.setPlaceholderText(tr.text("Method, for example ELISA or FEIA"))
        self.note.setPlaceholderText(tr.text("Note"))
        self.remove.setText(tr.text("Remove this result"))
        self.more.say(tr.text("{test}: method and note", test=label))
        self.read()

    def restyle(self, theme: Theme) -> None:
        """Sizes that follow the text."""
        self.more.restyle(theme)
        factor = 0.4 + 0.6 * theme.scale
        self._factor = factor
        self._widen()

    def _widen(self) -> None:
        # Stacked, the three fields share a narrow line; a longer text scrolls inside its field.
        factor = min(self._factor, 1.45) if self._stacked else self._factor
        if not self._stacked:
            self.name.setFixedWidth(round(168 * factor))
        self.value.setFixedWidth(round((104 if self._stacked else 120) * factor))
        self.unit.setFixedWidth(round((150 if self._stacked else 172) * factor))
        self.range.setFixedWidth(round(120 * factor))

    def stack(self, stacked: bool) -> None:
        """Puts the row's parts into one line, or where that is too narrow into two."""
        if stacked == self._stacked:
            return
        self._stacked = stacked
        grid = self._grid
        if stacked:
            self.name.setMaximumWidth(16_777_215)
            self.name.setMinimumWidth(0)
            grid.addWidget(self.name, 0, 0, 1, 6)
            grid.addWidget(self.said, 2, 0, 1, 6)
            places = ((self.value, 0), (self.unit, 1), (self.range, 2), (self.more, 4))
            line = 1
        else:
            grid.addWidget(self.name, 0, 0)
            places = ((self.value, 1), (self.unit, 2), (self.range, 3), (self.more, 5))
            grid.addWidget(self.said, 0, 4)
            line = 0
        for widget, column in places:
            grid.addWidget(widget, line, column)
        for column in range(6):
            grid.setColumnStretch(column, 1 if column == (3 if stacked else 4) else 0)
        first = 0 if stacked else 1
        line += int(stacked)
        self._widen()
        grid.addWidget(self.question, line + 1, first, 1, 6 - first)
        grid.addWidget(self._aside, line + 2, first, 1, 6 - first)

    def read(self) -> EntryReading:
        """Says what is read now, and asks what is unsure."""
        reading = read_entry(self.entry, self._sex(), self._tr())
        text = reading.problem or reading.text
        if self.entry.is_empty and self.entry.id is not None:
            text = self._tr().text("is removed when you save")
        self.said.setText(text)
        self.question.ask(reading.question, reading.answers)
        self.value.setAccessibleDescription(reading.question or text)
        return reading

    def _answer(self, key: str) -> None:
        before = self.entry.unit
        self.entry.answer(key)
        if self.entry.unit != before:
            self.unit.show_text(self.entry.unit)
            self.unit_answered.emit(self.entry.unit)
        if not self.read().question:
            self.onto.emit(1)
        else:
            self.question.take_focus()

    def _typed(self) -> None:
        entry = self.entry
        entry.type_value(self.value.text())
        entry.type_unit(self.unit.currentText())
        entry.range_text = self.range.text()
        entry.method = self.method.text()
        entry.note = self.note.text()
        self.read()

    def _show_more(self) -> None:
        opened = self.more.isChecked()
        method_only = self.entry.analyte.id in METHOD_SHOWN and not opened
        self._aside.setVisible(opened or method_only)
        self.note.setVisible(opened)
        self.remove.setVisible(opened)

    def _onward(self) -> None:
        if self.question.isVisible():
            self.question.take_focus()
        else:
            self.onto.emit(1)

    def _go(self, widget: QWidget | None) -> None:
        if widget is self.unit and not self.unit.isEnabled():
            widget = self.range
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
