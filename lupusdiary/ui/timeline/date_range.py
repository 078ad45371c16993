"""Two days that bound what the timeline shows."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from lupusdiary.domain.period import Period
from lupusdiary.language import Refusal, Translator
from lupusdiary.ui.widgets.date_field import DateField
from lupusdiary.ui.widgets.flow_layout import FlowLayout


class DateRange(QWidget):
    """A line with two day fields; `chosen` carries the `Period`, in whichever order the days were given."""

    chosen = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._from_label, self._to_label = QLabel(), QLabel()
        self.first, self.last = DateField(today), DateField(today)
        self.first.setObjectName("first_day")
        self.last.setObjectName("last_day")
        self._from_label.setBuddy(self.first)
        self._to_label.setBuddy(self.last)
        self.show_it = QPushButton()
        self.show_it.setObjectName("show_dates")
        line = FlowLayout()
        for widget in (self._from_label, self.first, self._to_label, self.last, self.show_it):
            line.addWidget(widget)
        self.setLayout(line)
        self.show_it.clicked.connect(self._choose)

    def show_period(self, period: Period) -> None:
        """Shows the days that bound the picture now."""
        self.first.set_day(period.start)
        self.last.set_day(period.end)

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self._from_label.setText(tr.text("From"))
        self._to_label.setText(tr.text("to"))
        self.show_it.setText(tr.text("Show"))
        for field, name in ((self.first, tr.text("First day")), (self.last, tr.text("Last day"))):
            field.retranslate(tr)
            field.setAccessibleName(name)

    def _choose(self) -> None:
        # A field whose text is no day says so itself.
        with suppress(Refusal):
            days = sorted((self.first.day(), self.last.day()))
            self.chosen.emit(Period(days[0], days[1]))
