"""What stands beside a row of a sheet: its method, its note, a second value, and taking the result out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QWidget

from lupusdiary.language import Translator
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.labs.sheet_entry import SheetEntry
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label

# The test whose results of different methods must not be joined: its method is asked for.
METHOD_MATTERS = frozenset({"anti_dsdna"})


class RowDetails(QWidget):
    """Always stands under the table, for the row of the keyboard. `written` after every letter, `removed`
    when the result shall be taken out, `second_requested` when the sheet prints another value of the test."""

    written = Signal()
    removed = Signal()
    second_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._entry: SheetEntry | None = None
        self.name = plain_label("muted")
        self.method = QLineEdit()
        self.method.setObjectName("row_method")
        self.note = QLineEdit()
        self.note.setObjectName("row_note")
        self.remove = QPushButton()
        self.remove.setObjectName("remove_result")
        self.remove.setProperty("role", "quiet")
        self.second = QPushButton()
        self.second.setObjectName("second_value")
        self.second.setProperty("role", "quiet")
        line = FlowLayout(8)
        for widget in (self.name, self.method, self.note, self.second, self.remove):
            line.addWidget(widget)
        self.setLayout(line)
        self.method.textEdited.connect(self._write)
        self.note.textEdited.connect(self._write)
        self.remove.clicked.connect(self.removed)
        self.second.clicked.connect(self.second_requested)

    def show_entry(self, entry: SheetEntry | None, tr: Translator) -> None:
        """Shows the row of the keyboard."""
        self._entry = entry
        self.setEnabled(entry is not None)
        name = entry.named(tr) if entry is not None else ""
        self.name.setText(name)
        asked = entry is not None and entry.analyte.id in METHOD_MATTERS
        self.method.setPlaceholderText(
            tr.text("Method on the sheet?") if asked else tr.text("Method, e.g. ELISA")
        )
        self.note.setPlaceholderText(tr.text("Note"))
        self.second.setText(tr.text("A second value"))
        self.second.setToolTip(tr.text("Adds a row for another value of this test on the same sheet"))
        self.remove.setText(tr.text("Remove this result"))
        self.method.setAccessibleName(tr.text("{test}, method", test=name))
        self.note.setAccessibleName(tr.text("{test}, note", test=name))
        for field, text in (
            (self.method, entry.method if entry else ""),
            (self.note, entry.note if entry else ""),
        ):
            if field.text() != text:
                field.setText(text)
        self.show_filled()

    def show_filled(self) -> None:
        """There is something to take out, or to put a second value below, only where something is typed."""
        for button in (self.remove, self.second):
            button.setEnabled(self._entry is not None and not self._entry.is_empty)

    def fit(self, scale: float) -> None:
        """Gives the fields room at the current text size."""
        factor = 0.4 + 0.6 * scale
        # The fields stay where they are from row to row, however long a name is.
        two_lines = 2 * self.name.fontMetrics().lineSpacing() + 2
        self.name.setFixedSize(round(156 * factor), max(target(scale), two_lines))
        for field, width in ((self.method, 190), (self.note, 190)):
            field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            field.setFixedWidth(round(width * factor))

    def keep(self) -> None:
        """Takes what an input method is still composing."""
        if self.method.hasFocus() or self.note.hasFocus():
            QGuiApplication.inputMethod().commit()

    def _write(self) -> None:
        if self._entry is not None:
            self._entry.method, self._entry.note = self.method.text(), self.note.text()
            self.written.emit()
