"""Calendar: a month with what was recorded, and a search through all notes."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.diary import Diary
from lupusdiary.domain.period import EARLIEST_DAY
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.icons import icon
from lupusdiary.ui.base.page import Page
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.calendar.legend import CalendarLegend
from lupusdiary.ui.calendar.month_days import month_days, next_month
from lupusdiary.ui.calendar.month_grid import MonthGrid
from lupusdiary.ui.calendar.note_results import NoteResults
from lupusdiary.ui.calendar.year_view import YearView
from lupusdiary.ui.widgets.chip import Chip
from lupusdiary.ui.widgets.date_popup import DayCalendar
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.icon_button import IconButton
from lupusdiary.ui.widgets.scroll_column import scrolled

_TYPING_MS = 200
# Visits lie ahead; further than this nobody has one.
_YEARS_AHEAD = 3


class CalendarPage(Page):
    """Reads only the six weeks that it shows; a search reads the notes."""

    nouns: ClassVar[frozenset[str]] = frozenset({"days", "labs", "events", "flares", "visits", "symptoms"})

    def __init__(self, diary: Diary, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(diary, context, parent)
        self._today = diary.today()
        self.month = self._today.replace(day=1)
        self.before = IconButton("chevron-left", "month_before", self, quiet=False)
        self.after = IconButton("chevron-right", "month_after", self, quiet=False)
        self.jump = IconButton("calendar", "choose_month", self, quiet=False)
        self.title = QLabel()
        self.title.setObjectName("month_title")
        self.title.setProperty("role", "title")
        self.back = QPushButton()
        self.back.setObjectName("this_month")
        self.search = QLineEdit()
        self.search.setObjectName("search_notes")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(240)
        self.grid = MonthGrid(context)
        self.results = NoteResults(context)
        self.legend = CalendarLegend(context)
        self.whole_year = Chip("whole_year", self)
        self.year = YearView(diary, context)
        self.calendar = DayCalendar(self, lambda: context.tr)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        gap = QWidget()
        gap.setSizePolicy(self.search.sizePolicy().Policy.Expanding, gap.sizePolicy().verticalPolicy())
        head = FlowLayout(spacing=8)
        line = (self.before, self.title, self.after, self.jump, self.back, self.whole_year, gap, self.search)
        for part in line:
            head.addWidget(part)
        month = QWidget()
        below = QVBoxLayout(month)
        below.setContentsMargins(26, 0, 26, 16)
        below.setSpacing(8)
        below.addWidget(self.grid, 1)
        below.addWidget(self.legend)
        found = QWidget()
        inside = QVBoxLayout(found)
        inside.setContentsMargins(26, 4, 26, 22)
        inside.addWidget(self.results)
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolled(month))
        self._stack.addWidget(scrolled(found))
        self._stack.addWidget(self.year)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(8)
        above = QVBoxLayout()
        above.setContentsMargins(26, 0, 26, 0)
        above.addLayout(head)
        column.addLayout(above)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        self.back.clicked.connect(lambda: self.show_month(self.diary.today()))
        self.jump.clicked.connect(self._open_calendar)
        self.calendar.chosen.connect(self._reach)
        self.grid.opened.connect(self._open)
        self.grid.turned.connect(self._turn_by_key)
        self.grid.requested.connect(self._reach)
        self.results.opened.connect(self._open)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.search.returnPressed.connect(self._search)
        self._pause.timeout.connect(self._search)
        self.whole_year.clicked.connect(self._show_whole_year)
        self.year.opened.connect(self._open)

    def show_month(self, day: date) -> None:
        """Shows the month of a day."""
        self.month = day.replace(day=1)
        self.refresh()

    def from_start(self) -> None:
        super().from_start()
        self.search.clear()
        if self.whole_year.isChecked():
            self.whole_year.setChecked(False)
            self._show_whole_year(False)
        self.show_month(self.diary.today())

    def new_day(self) -> bool:
        self._today, before = self.diary.today(), self._today
        if self.month == before.replace(day=1):
            self.month = self._this_month()
        return super().new_day()

    def turn(self, step: int) -> None:
        """Shows the month `step` months later, as far as a diary goes."""
        month = next_month(self.month, step)
        if EARLIEST_DAY <= month <= self._last_month():
            self.show_month(month)

    def visit(self, route: Route) -> None:
        if route.day is not None:
            self.show_month(route.day)

    def refresh(self) -> None:
        today = self.diary.today()
        self.title.setText(self.language.date(self.month, "month"))
        self.back.setEnabled(self.month != today.replace(day=1))
        self.before.setEnabled(self.month > EARLIEST_DAY)
        self.after.setEnabled(self.month < self._last_month())
        days = month_days(self.diary, self.month)
        self.grid.show_days(days, self.month, today)
        self.legend.show_month(
            empty=not any(day.recorded or day.labs or day.events or day.visits or day.flare for day in days)
        )
        if self.whole_year.isChecked():
            self.year.refresh()
        self._search()

    def retranslate(self) -> None:
        tr = self.language
        self.before.say(tr.text("Month before"))
        self.after.say(tr.text("Month after"))
        self.jump.say(tr.text("Choose a month"))
        self.back.setText(tr.text("To this month"))
        self.search.setPlaceholderText(tr.text("Search in notes"))
        self.search.setAccessibleName(tr.text("Search in notes"))
        self.legend.retranslate()
        self.whole_year.setText(tr.text("Whole year"))
        self.year.retranslate()
        self.grid.retranslate()
        if not self._stale:
            self.refresh()

    def restyle(self) -> None:
        for button in (self.before, self.after, self.jump):
            button.restyle(self.context.theme)
        clear = self.search.findChild(QToolButton)
        if clear is not None:
            clear.setIcon(icon("x", self.context.theme.colours.text, 18))
        self.grid.restyle()
        self.legend.restyle()
        self.year.restyle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.search.text() and not self.whole_year.isChecked():
            self.grid.take_focus(self.diary.today() if self.month == self._this_month() else self.month)

    def _this_month(self) -> date:
        return self.diary.today().replace(day=1)

    def _last_month(self) -> date:
        return next_month(self._this_month(), 12 * _YEARS_AHEAD)

    def _turn_by_key(self, step: int) -> None:
        self.turn(step)
        self.grid.take_focus(self.month)

    def _reach(self, day: date) -> None:
        if EARLIEST_DAY <= day <= self.diary.today():
            self.show_month(day)
            self.grid.take_focus(day)

    def _open(self, day: date) -> None:
        self.go.emit(Route("today", day=day))

    def _open_calendar(self) -> None:
        below = self.jump.mapToGlobal(QPoint(0, self.jump.height() + 4))
        today = self.diary.today()
        self.calendar.open_at(below, min(self.month, today), today)

    def _search(self) -> None:
        self._pause.stop()
        wanted = self.search.text().strip()
        if wanted:
            self.results.show_found(self.diary.days.search_notes(wanted), wanted)
        self._stack.setCurrentIndex(1 if wanted else 2 if self.whole_year.isChecked() else 0)

    def _show_whole_year(self, on: bool) -> None:
        for widget in (self.before, self.title, self.after, self.jump, self.back):
            widget.setVisible(not on)
        self.refresh()
        if on:
            self.year.show_year(self.month.year)
            self.year.take_focus()
