"""A small month to reach any day that has come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from lupusdiary.domain.period import EARLIEST_DAY
from lupusdiary.language import Translator
from lupusdiary.ui.widgets.month_calendar import MonthCalendar
from lupusdiary.ui.widgets.qdate import day_of, qdate


class DatePopup(QFrame):
    """A popup: a click or Enter sends `chosen`; Escape closes it. Weeks begin on Sunday."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, tr: Callable[[], Translator]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popover")
        self._tr = tr
        self.month = MonthCalendar()
        self.month.setMinimumDate(qdate(EARLIEST_DAY))
        self.month.clicked.connect(self._choose)
        self.month.activated.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.month)

    def open_at(self, place: QPoint, day: date, today: date) -> None:
        """Opens below `place` (of the screen) at the month of `day`; no day after `today` can be chosen."""
        self.month.setLocale(self.locale())
        self.month.setMaximumDate(qdate(today))
        self.month.setSelectedDate(qdate(day))
        self.month.say(self._tr())
        # Not `adjustSize`: it stops at two thirds of the screen, and large text needs more.
        self.resize(self.sizeHint())
        screen = self.screen().availableGeometry()
        size = self.sizeHint()
        x = max(screen.left(), min(place.x(), screen.right() - size.width()))
        y = max(screen.top(), min(place.y(), screen.bottom() - size.height()))
        self.move(x, y)
        self.show()
        self.month.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _choose(self, chosen: QDate) -> None:
        if self.isVisible():
            self.hide()
            self.chosen.emit(day_of(chosen))
