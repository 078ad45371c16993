"""The rows of a sheet in order, with the buttons that move the one of the keyboard."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.labs.chosen_rows import ChosenRows
from lupusdiary.ui.widgets.flow_layout import flow_of
from lupusdiary.ui.widgets.icon_button import IconButton


class ChosenSide(QWidget):
    """`table` holds the rows; `usual` is the button for the tests of every sheet."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self.table = ChosenRows(context)
        self._count = QLabel()
        self._count.setProperty("role", "strong")
        self._empty = QLabel()
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self.up = IconButton("chevron-up", "row_up", self, quiet=False)
        self.down = IconButton("chevron-down", "row_down", self, quiet=False)
        self.out = IconButton("x", "row_out", self, quiet=False)
        self.usual = QPushButton()
        self.usual.setObjectName("usual_tests")
        # What is left of the line; in large text the buttons go below.
        self._count.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        head = flow_of(6, self._count, self.up, self.down, self.out, self.usual)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self.table, 1)
        self.up.clicked.connect(lambda: self.table.step(-1))
        self.down.clicked.connect(lambda: self.table.step(1))
        self.out.clicked.connect(self.table.take_current)
        self.table.moved.connect(self._show_ends)
        self.table.chosen.changed.connect(self._show_count)

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self.up.say(tr.text("Move the row up (Alt+Up)"))
        self.down.say(tr.text("Move the row down (Alt+Down)"))
        self.out.say(tr.text("Take the row off the sheet (Del)"))
        self.usual.setText(tr.text("Add the usual tests"))
        self._empty.setText(
            tr.text(
                "Nothing is chosen yet. Tick tests in the list; they appear here in the order of your sheet."
            )
        )
        self.table.setAccessibleName(tr.text("Rows of the sheet, in order"))
        self.table.fit()
        self._show_count()

    def restyle(self) -> None:
        """Follows theme and text size."""
        self.table.fit()
        for button in (self.up, self.down, self.out):
            button.restyle(self._context.theme)

    def _show_count(self) -> None:
        count = len(self.table.codes())
        words = self._context.tr.plural("{count} row on the sheet", "{count} rows on the sheet", count)
        self._count.setText(words)
        self._empty.setVisible(not count)
        self._show_ends()

    def _show_ends(self) -> None:
        at, count = self.table.currentIndex().row(), len(self.table.codes())
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < count - 1)
        self.out.setEnabled(0 <= at < count)
