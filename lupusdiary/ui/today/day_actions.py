"""The two buttons that fill in a whole day at once."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.flow_layout import FlowLayout


class DayActions(QFrame):
    """“Same as last record” and “No symptoms today”: both fill only what is empty."""

    copy_requested = Signal()
    none_requested = Signal()

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._context = context
        self._source: date | None = None
        self._is_today = True
        self.copy = QPushButton(self)
        self.copy.setObjectName("copy_last")
        self.copy.setProperty("role", "primary")
        self.none = QPushButton(self)
        self.none.setObjectName("no_symptoms")
        self._hint = QLabel(self)
        self._hint.setProperty("role", "hint")
        self._hint.setWordWrap(True)
        self._hint.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        flow = FlowLayout(spacing=10)
        for widget in (self.copy, self.none, self._hint):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 12)
        column.addLayout(flow)
        self.copy.clicked.connect(self.copy_requested)
        self.none.clicked.connect(self.none_requested)

    def show_day(self, source: date | None, *, is_today: bool) -> None:
        """Names the day that would be copied; without one there is nothing to copy."""
        self._source, self._is_today = source, is_today
        self.copy.setVisible(source is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        if self._source is not None:
            self.copy.setText(tr.text("Same as last record ({day})", day=tr.date(self._source, "day")))
        self.none.setText(
            tr.text("No symptoms today") if self._is_today else tr.text("No symptoms on this day")
        )
        self._hint.setText(
            tr.text("Only empty items are filled in, and never what you measure, such as temperature.")
        )
