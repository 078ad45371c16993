"""The table of before and after, for the eye, the keyboard and a screen reader."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from lupusdiary.language import Translator
from lupusdiary.ui.base.style_sheet import target

_WIDEST = 240


class Numbers(QTableWidget):
    """Rows of items and tests, whose names are the heads of the rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("compared_numbers")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self._scale = 1.0

    def show_rows(self, headings: Sequence[str], rows: Sequence[Sequence[str]], tr: Translator) -> None:
        """Shows `rows`, the first cell of each being its head; `headings` has the corner first."""
        self.setAccessibleName(tr.text("The same in numbers"))
        self.setRowCount(len(rows))
        self.setColumnCount(max(0, len(headings) - 1))
        # Two lines: the period and what is told of it.
        self.setHorizontalHeaderLabels([each.replace(", ", "\n") for each in headings[1:]])
        self.setVerticalHeaderLabels([row[0] for row in rows])
        for at, row in enumerate(rows):
            for column, words in enumerate(row[1:]):
                item = QTableWidgetItem(words)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, words or tr.text("not recorded"))
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(at, column, item)
        self.fit(self._scale)

    def fit(self, scale: float) -> None:
        """Fits rows and columns to the text size; all rows are seen without scrolling."""
        self._scale = scale
        self.verticalHeader().setDefaultSectionSize(target(scale))
        self.resizeColumnsToContents()
        for column in range(self.columnCount()):
            self.setColumnWidth(column, min(self.columnWidth(column), round(_WIDEST * scale)))
        head = self.horizontalHeader().sizeHint().height()
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(head + self.rowCount() * target(scale) + bar + 6)
