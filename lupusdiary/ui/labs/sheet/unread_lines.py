"""The pasted lines that no row took: each as it was printed, with the tests that it may mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.exchange.pasted_results import PastedLine
from lupusdiary.language import Translator
from lupusdiary.ui.widgets.discard import discard
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label
from lupusdiary.ui.widgets.scroll_column import scrolled


class UnreadLines(QWidget):
    """`named` carries a line and the test that the person says it is; `closed` leads back to the table."""

    named = Signal(object, object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back = QPushButton()
        self.back.setObjectName("back_to_sheet")
        self._words = plain_label("muted")
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.addStretch(1)
        self._lines: list[QWidget] = []
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(scrolled(self._body), 1)
        self.back.clicked.connect(self.closed)

    def show_lines(self, lines: Sequence[PastedLine], tr: Translator) -> None:
        """Shows the lines."""
        self.back.setText(tr.text("Back to the sheet"))
        self._words.setText(
            tr.text("The sheet has no surely known row for these lines. Choose a test, or leave them out.")
        )
        for widget in self._lines:
            self._column.removeWidget(widget)
            discard(widget)
        self._lines = [self._line(line, tr) for line in lines]
        for at, widget in enumerate(self._lines):
            self._column.insertWidget(at, widget)

    def _line(self, line: PastedLine, tr: Translator) -> QWidget:
        widget = QWidget(self._body)
        row = FlowLayout(8)
        printed = QLabel(line.printed.replace("\t", "   "))
        printed.setTextFormat(Qt.TextFormat.PlainText)
        printed.setProperty("role", "strong")
        row.addWidget(printed)
        for test in line.tests:
            button = QPushButton(test.name(tr))
            button.setProperty("role", "chip")
            button.setAccessibleDescription(line.printed)
            button.clicked.connect(lambda _=False, test=test: self.named.emit(line, test))
            row.addWidget(button)
        if not line.tests:
            unknown = QLabel(tr.text("not in the list of tests"))
            unknown.setProperty("role", "muted")
            row.addWidget(unknown)
        widget.setLayout(row)
        return widget
