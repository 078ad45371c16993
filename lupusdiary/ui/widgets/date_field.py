"""One day, typed or chosen from a calendar; never after today."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDateEdit

from lupusdiary.domain.period import EARLIEST_DAY
from lupusdiary.ui.widgets.month_calendar import SmallMonth
from lupusdiary.ui.widgets.qdate import day_of, qdate


class DayField(QDateEdit):
    """A date field with a calendar, Sunday first. `latest` is the last day that it takes."""

    def __init__(self, latest: date) -> None:
        super().__init__()
        self.setCalendarPopup(True)
        self.setCalendarWidget(SmallMonth())
        self.setDisplayFormat("yyyy-MM-dd")
        self.setDateRange(qdate(EARLIEST_DAY), qdate(latest))
        self.set_day(latest)

    def day(self) -> date:
        """The chosen day."""
        return day_of(self.date())

    def set_day(self, day: date) -> None:
        """Shows `day`."""
        self.setDate(qdate(day))

    def retranslate(self) -> None:
        """Follows the language: the calendar's names of months and days."""
        self.setLocale(QLocale())
        self.calendarWidget().setLocale(QLocale())
