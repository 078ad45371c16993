"""The head of the Today page: which day it is, the week around it, and the way to other days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.icons import before_words
from lupusdiary.ui.today.day_strip import DAYS, DayStrip
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from lupusdiary.ui.widgets.date_popup import DatePopup


def week_of(day: date, today: date) -> list[date]:
    """The seven days that the strip shows: those up to today, or with an earlier `day` in their middle."""
    last = today if (today - day).days < DAYS else day + timedelta(days=DAYS // 2)
    return [last - timedelta(days=ago) for ago in reversed(range(DAYS))]


class DayHeader(QWidget):
    """`chosen` carries the day that is wanted."""

    chosen = Signal(object)

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._day = self._today = date.min
        self._recorded: Mapping[date, str] = {}
        self._place, self._end = QWidget(self), QWidget(self)
        self.before = IconButton("chevron-left", "day_before", self._place, quiet=False)
        self.after = IconButton("chevron-right", "day_after", self._place, quiet=False)
        self.title = QLabel(self._place)
        self.title.setProperty("role", "title")
        self.title.setObjectName("day_title")
        self.badge = QLabel(self._place)
        self.badge.setProperty("role", "badge")
        self.badge.setObjectName("day_badge")
        self.badge.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.back = QPushButton(self._end)
        self.back.setObjectName("back_to_today")
        self.month = QPushButton(self._end)
        self.month.setObjectName("choose_day")
        self.month.setProperty("role", "quiet")
        self.strip = DayStrip(context, self)
        self.calendar: DatePopup | None = None
        _fill(self._place, self.before, self.title, self.badge, self.after, spacing=8)
        _fill(self._end, self.back, self.month, spacing=8)
        self._gap = QWidget(self)
        policy = self._gap.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self._gap.setSizePolicy(policy)
        row = FlowLayout(spacing=10)
        for widget in (self._place, self.strip, self._gap, self._end):
            row.addWidget(widget)
        self.setLayout(row)
        self.before.clicked.connect(lambda: self.chosen.emit(self._day - timedelta(days=1)))
        self.after.clicked.connect(lambda: self.chosen.emit(self._day + timedelta(days=1)))
        self.back.clicked.connect(lambda: self.chosen.emit(self._today))
        self.month.clicked.connect(self._open_calendar)
        self.strip.chosen.connect(self.chosen)

    def show_day(self, day: date, today: date, recorded: Mapping[date, str]) -> None:
        """Shows `day`; `recorded` says how each recorded one of its week came to be."""
        if (day, today, recorded) == (self._day, self._today, self._recorded):
            return
        self._day, self._today, self._recorded = day, today, recorded
        self.after.setEnabled(day < today)
        self.back.setVisible(day != today)
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self.before.say(tr.text("Day before"))
        self.after.say(tr.text("Day after"))
        # A style sheet cannot set the room between a button’s icon and its text.
        self.month.setText(f"  {tr.text('Another day')}")
        self.month.setAccessibleName(tr.text("Another day"))
        self.month.setToolTip(tr.text("Choose a day"))
        self.back.setText(tr.text("To today"))
        if self._day == date.min:
            return
        self.title.setText(tr.date(self._day))
        near = {0: tr.text("Today"), 1: tr.text("Yesterday")}.get((self._today - self._day).days)
        self.badge.setText(near or "")
        self.badge.setVisible(near is not None)
        days = week_of(self._day, self._today)
        self.strip.show_days(days, self._recorded, self._day, self._today)
        number = sum(day in self._recorded for day in days)
        self.strip.setAccessibleName(
            tr.text("{number} of these {days} days are recorded", number=number, days=DAYS)
        )
        self._arrange()

    def restyle(self) -> None:
        """Draws icons and days in the colours and size of the moment."""
        theme = self._context.theme
        for button in (self.before, self.after):
            button.restyle(theme)
        side = round(20 * (0.6 + 0.4 * theme.scale))
        before_words(self.month, "calendar-days", theme.colours.muted, side)
        self.strip.restyle()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        # The week goes before anything else does: each of its days is a press or two away all the same.
        needed = sum(part.sizeHint().width() + 10 for part in (self._place, self._end, self.strip))
        self.strip.setVisible(self.width() >= needed)

    def _open_calendar(self) -> None:
        if self.calendar is None:
            from lupusdiary.ui.widgets.date_popup import DatePopup

            self.calendar = DatePopup(self, lambda: self._context.tr)
            self.calendar.chosen.connect(self.chosen)
        below = self.month.mapToGlobal(QPoint(0, self.month.height() + 4))
        self.calendar.open_at(below, self._day, self._today)


def _fill(group: QWidget, *widgets: QWidget, spacing: int) -> None:
    layout = QHBoxLayout(group)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
