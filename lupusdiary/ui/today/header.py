"""The head of the Today page: which day it is, the way to other days, and what was kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.today.day_strip import DAYS, DayStrip
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from lupusdiary.ui.widgets.date_popup import DayCalendar


class DayHeader(QWidget):
    """`chosen` carries the day that is wanted; `undo_requested` asks to take the last step back."""

    chosen = Signal(object)
    undo_requested = Signal()

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._day = self._today = date.min
        self._wide = False
        self._recorded: Mapping[date, str] = {}
        self._saved: time | None = None
        self._place, self._last_days, self._end = QWidget(self), QWidget(self), QWidget(self)
        self.before = IconButton("chevron-left", "day_before", self._place, quiet=False)
        self.after = IconButton("chevron-right", "day_after", self._place, quiet=False)
        self.month = IconButton("calendar", "choose_day", self._place, quiet=False)
        self._buttons = (self.before, self.after, self.month)
        self.title = QLabel(self._place)
        self.title.setProperty("role", "title")
        self.title.setObjectName("day_title")
        self.back = QPushButton(self)
        self.back.setObjectName("back_to_today")
        self.strip = DayStrip(context, self._last_days)
        self._count = QLabel(self._last_days)
        self._count.setProperty("role", "hint")
        self._count.setObjectName("days_recorded")
        self._count.setWordWrap(True)
        self._kept = QLabel(self._end)
        self._kept.setProperty("role", "hint")
        self._kept.setObjectName("saved")
        self.undo = QPushButton(self._end)
        self.undo.setObjectName("undo")
        self._later = QLabel(self)
        self._later.setProperty("role", "hint")
        self._later.setObjectName("filled_in_later")
        self._later.setWordWrap(True)
        self.calendar: DayCalendar | None = None
        gap = QWidget(self._end)
        _fill(self._place, self.before, self.title, self.after, self.month, spacing=8)
        _fill(self._last_days, self.strip, self._count, spacing=8)
        _fill(self._end, gap, self._kept, self.undo, spacing=10)
        for widget in (gap, self._end, self._last_days):
            widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._first_row, self._second_row = FlowLayout(spacing=8), FlowLayout(spacing=8)
        for widget in (self._place, self.back, self._end):
            self._first_row.addWidget(widget)
        self._second_row.addWidget(self._last_days)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._first_row)
        column.addLayout(self._second_row)
        column.addWidget(self._later)
        self._arrange()
        self.before.clicked.connect(lambda: self.chosen.emit(self._day - timedelta(days=1)))
        self.after.clicked.connect(lambda: self.chosen.emit(self._day + timedelta(days=1)))
        self.back.clicked.connect(lambda: self.chosen.emit(self._today))
        self.month.clicked.connect(self._open_calendar)
        self.undo.clicked.connect(self.undo_requested)
        self.strip.chosen.connect(self.chosen)

    def show_day(self, day: date, today: date, recorded: Mapping[date, str], *, can_undo: bool) -> None:
        """Shows `day`; `recorded` says how each recorded one of the last 14 days came to be."""
        self._day, self._today, self._recorded = day, today, recorded
        self.after.setEnabled(day < today)
        self.back.setVisible(day != today)
        self._later.setVisible(day < today)
        self.undo.setEnabled(can_undo)
        self.retranslate()

    def say_saved(self, at: time | None) -> None:
        """Says when the last thing was kept; None: nothing yet."""
        self._saved = at
        tr = self._context.tr
        self._kept.setText("" if at is None else tr.text("Saved {time}", time=tr.time(at)))

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self.before.say(tr.text("Day before"))
        self.after.say(tr.text("Day after"))
        self.month.say(tr.text("Choose a day"))
        self.back.setText(tr.text("To today"))
        self.undo.setText(tr.text("Undo"))
        self._later.setText(
            tr.text("You are filling in an earlier day. The diary remembers that it was entered later.")
        )
        self.say_saved(self._saved)
        if self._day == date.min:
            return
        self.title.setText(tr.date(self._day))
        days = [self._today - timedelta(days=ago) for ago in reversed(range(DAYS))]
        self.strip.show_days(days, self._recorded, self._day)
        number = sum(day in self._recorded for day in days)
        text = tr.text("{number} of the last {days} days are recorded", number=number, days=DAYS)
        self._count.setText(text)
        self.strip.setAccessibleName(text)
        self._count.setMinimumWidth(min(self._count.fontMetrics().horizontalAdvance(text) + 4, 260))
        self._arrange()

    def restyle(self) -> None:
        """Draws icons and squares in the colours and size of the moment."""
        for button in self._buttons:
            button.restyle(self._context.theme)
        self.strip.restyle()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        parts = (self._place, self.back, self._last_days, self._end)
        needed = sum(part.sizeHint().width() for part in parts if not part.isHidden())
        if self._wide != (self.width() >= needed + 60):
            self._wide = not self._wide
            for widget in (self._last_days, self._end):
                for row in (self._first_row, self._second_row):
                    row.removeWidget(widget)
            (self._first_row if self._wide else self._second_row).addWidget(self._last_days)
            self._first_row.addWidget(self._end)

    def _open_calendar(self) -> None:
        if self.calendar is None:
            from lupusdiary.ui.widgets.date_popup import DayCalendar

            self.calendar = DayCalendar(self, lambda: self._context.tr)
            self.calendar.chosen.connect(self.chosen)
        below = self.month.mapToGlobal(QPoint(0, self.month.height() + 4))
        self.calendar.open_at(below, self._day, self._today)


def _fill(group: QWidget, *widgets: QWidget, spacing: int) -> None:
    layout = QHBoxLayout(group)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
