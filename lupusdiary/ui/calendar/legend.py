"""What the small marks of the calendar mean, or, in an empty month, what belongs there."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.icons import pixmap
from lupusdiary.ui.calendar.month_cell import MARKS
from lupusdiary.ui.widgets.day_marks import FlareSample
from lupusdiary.ui.widgets.flow_layout import FlowLayout


class CalendarLegend(QWidget):
    """One line below the month."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._empty = QLabel(self)
        self._empty.setObjectName("calendar_empty")
        self._empty.setWordWrap(True)
        self._empty.setProperty("role", "muted")
        self._drawings = {field: QLabel() for field, _ in MARKS}
        self._words = {field: QLabel() for field, _ in MARKS}
        self._marks = QWidget(self)
        flow = FlowLayout(spacing=18)
        for field, _ in MARKS:
            pair = QWidget()
            line = QHBoxLayout(pair)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(6)
            line.addWidget(self._drawings[field])
            line.addWidget(self._words[field])
            self._words[field].setProperty("role", "hint")
            flow.addWidget(pair)
        flare = QWidget()
        line = QHBoxLayout(flare)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        self._bar, self._flare = FlareSample(context), QLabel()
        self._flare.setProperty("role", "hint")
        line.addWidget(self._bar)
        line.addWidget(self._flare)
        flow.addWidget(flare)
        self._marks.setLayout(flow)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 0)
        column.addWidget(self._empty)
        column.addWidget(self._marks)

    def show_month(self, *, empty: bool) -> None:
        """Says what belongs here while a month is empty."""
        self._empty.setVisible(empty)
        self._marks.setVisible(not empty)

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self._empty.setText(
            tr.text("Nothing is recorded in this month. Choose a day that has come to fill it in.")
        )
        words = {
            "visits": tr.text("Visit"),
            "labs": tr.text("Laboratory results"),
            "events": tr.text("Event"),
        }
        self._flare.setText(tr.text("Flare, as you or your doctor call it"))
        for field, text in words.items():
            self._words[field].setText(text)

    def restyle(self) -> None:
        """Draws the marks in the colours and size of the moment."""
        theme = self._context.theme
        self._bar.restyle()
        size = round(15 * (0.4 + 0.6 * theme.scale))
        for field, drawing in MARKS:
            self._drawings[field].setPixmap(pixmap(drawing, theme.colours.accent, size))
