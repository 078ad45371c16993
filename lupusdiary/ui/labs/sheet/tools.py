"""The line above the table of a sheet: finding a row, pasting, and confirming the offered units at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from lupusdiary.language import Translator
from lupusdiary.ui.base.icons import before_words
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import line_label
from lupusdiary.ui.widgets.search_field import SearchField


class SheetTools(QWidget):
    """`paste_requested` and `same_requested` are the two buttons."""

    paste_requested = Signal()
    same_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = SearchField("search_rows")
        self.paste = QPushButton()
        self.paste.setObjectName("paste_sheet")
        self.found = QLabel()
        self.found.setObjectName("rows_found")
        self.found.setProperty("role", "muted")
        self.offered = line_label("", "offered_units")
        self.same = QPushButton()
        self.same.setObjectName("same_units")
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line = FlowLayout(10)
        for widget in (self.search, self.paste, self.found, gap, self.offered, self.same):
            line.addWidget(widget)
        self.setLayout(line)
        self.paste.clicked.connect(self.paste_requested)
        self.same.clicked.connect(self.same_requested)

    def show_offered(self, count: int, tr: Translator) -> None:
        """How many visible rows have a unit that one press confirms; the place stays where there is none."""
        self.offered.setText(
            tr.plural(
                "{count} unit brought, dashed. The same on your paper?",
                "{count} units brought, dashed. The same on your paper?",
                count,
            )
            if count
            else ""
        )
        self.same.setEnabled(count > 0)

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self.search.setPlaceholderText(tr.text("Find a row by its name"))
        self.search.setAccessibleName(tr.text("Find a row by its name"))
        self.paste.setText(tr.text("Paste"))
        self.paste.setToolTip(tr.text("Copy a column or the table of results, then paste it with Ctrl+V."))
        self.same.setText(tr.text("All the same"))

    def restyle(self, theme: Theme) -> None:
        """Draws the icons again and gives the search its room."""
        size = round(20 * (0.6 + 0.4 * theme.scale))
        before_words(self.paste, "copy", theme.colours.text, size)
        self.search.restyle(theme.colours)
        self.search.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.search.setFixedWidth(round(270 * (0.4 + 0.6 * theme.scale)))
