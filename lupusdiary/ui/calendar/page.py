"""Calendar: a month or a year of one item, the chosen day beside it, and a search in what was written."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.diary import Diary
from lupusdiary.domain.period import EARLIEST_DAY
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.page import SIDE, TOP, Page
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.base.style_sheet import NO_LIMIT
from lupusdiary.ui.calendar.day_panel import DayPanel
from lupusdiary.ui.calendar.day_view import MONTH, YEAR, DayView
from lupusdiary.ui.calendar.head import CalendarHead
from lupusdiary.ui.calendar.note_results import NoteResults
from lupusdiary.ui.calendar.spans import month_later, next_month
from lupusdiary.ui.widgets.date_popup import DatePopup
from lupusdiary.ui.widgets.scroll_column import scrolled

_TYPING_MS = 200
# Visits lie ahead; further than this nobody has one.
_YEARS_AHEAD = 3
# The width of the day beside the month, and what the month needs itself, in pixels.
_PANEL, _LEAST = 300, 560


class CalendarPage(Page):
    """Reads only the days that it shows; a search reads what was written. The item, the search and the chosen
    day stay when the view changes."""

    nouns: ClassVar[frozenset[str]] = frozenset(
        {"days", "labs", "events", "flares", "visits", "symptoms", "medicines", "settings"}
    )

    def __init__(self, diary: Diary, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(diary, context, parent)
        self._today = self.day = diary.today()
        self.view = DayView(diary, context)
        self.head = head = CalendarHead(self.view.item, self.view.number)
        self.before, self.after, self.title, self.switch = head.before, head.after, head.title, head.switch
        self.search = head.search
        self.table = self.view.table
        self.panel = DayPanel(diary, context)
        self.results = NoteResults(context)
        self.calendar = DatePopup(self, lambda: context.tr)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._side = QStackedWidget()
        self._side.addWidget(self.panel)
        place = QWidget()
        found = QVBoxLayout(place)
        found.setContentsMargins(0, 0, 0, 0)
        found.addWidget(self.results)
        self._side.addWidget(scrolled(place))
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(14)
        self._halves.addWidget(self.view, 1)
        self._halves.addWidget(self._side)
        # In large text the head needs several lines: it is scrolled with what it heads.
        self._body = body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(SIDE, TOP, SIDE, 10)
        inside.setSpacing(6)
        inside.addWidget(self.head)
        inside.addLayout(self._halves, 1)
        inside.addWidget(self.view.legend)
        self._scroll = scrolled(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        self.head.back.clicked.connect(lambda: self.show_day(self.diary.today()))
        self.head.jump.clicked.connect(self._open_calendar)
        self.calendar.chosen.connect(self._reach)
        self.switch.chosen.connect(self._switch)
        self.view.item.activated.connect(lambda _: self.refresh())
        self.table.chosen.connect(self._reach)
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda *_: self._fit())
        self.table.opened.connect(self._open)
        self.view.opened.connect(self._open)
        self.panel.chosen.connect(self._reach)
        self.panel.go.connect(self.go)
        self.results.opened.connect(lambda page, day: self.go.emit(Route(page, day=day)))
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.search.returnPressed.connect(self._search)
        self._pause.timeout.connect(self._search)
        for keys, code in (("Ctrl+PgUp", MONTH), ("Ctrl+PgDown", YEAR)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda code=code: self._switch(code))
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.search.setFocus)

    @property
    def month(self) -> date:
        """The month of the chosen day."""
        return self.day.replace(day=1)

    def show_day(self, day: date) -> None:
        """Chooses a day, in the month or year that it lies in."""
        moved = not self.view.holds(day)
        self.day = day
        if moved or self._stale:
            self.refresh()
        else:
            self._show_chosen()

    def from_start(self) -> None:
        super().from_start()
        self.search.clear()
        before = self.switch.code, self.day
        self.switch.show_chosen(MONTH)
        self.day = self.diary.today()
        if (MONTH, self.day) != before:
            self.refresh()

    def new_day(self) -> bool:
        self._today, before = self.diary.today(), self._today
        if self.month == before.replace(day=1):
            self.day = self._today
        return super().new_day()

    def turn(self, step: int) -> None:
        """Shows the month or year `step` later, as far as a diary goes."""
        self._reach(month_later(self.day, step * (12 if self.switch.code == YEAR else 1)))

    def visit(self, route: Route) -> None:
        if route.day is not None:
            self.show_day(route.day)

    def refresh(self) -> None:
        self.view.load(self.switch.code, self.day)
        year = self.switch.code == YEAR
        self.head.show_span(self.day, self.language, year=year)
        self.before.setEnabled(month_later(self.day, -12 if year else -1) >= EARLIEST_DAY)
        self.after.setEnabled(month_later(self.day, 12 if year else 1) <= self._last_day())
        self._show_chosen()
        self._search()

    def _show_chosen(self) -> None:
        self.head.back.setEnabled(self.day != self.diary.today())
        self.view.show_day(self.day)
        self.panel.show_day(self.day, self.view.info(self.day), self.view.code)
        if self.table.hasFocus():
            place = self.table.visualRect(self.table.currentIndex()).center()
            at = self.table.viewport().mapTo(self._body, place)
            self._scroll.ensureVisible(at.x(), at.y(), 0, self.table.rowHeight(0))

    def retranslate(self) -> None:
        self.head.retranslate(self.language)
        self.view.retranslate()
        if not self._stale:
            self.refresh()
        self._fit()

    def restyle(self) -> None:
        self.head.restyle(self.context.theme)
        self.view.restyle()
        self.panel.restyle()
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.search.text():
            self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The day stands beside the month where both have room, else below it; a year has the whole width,
        and its day in one line, unless something is searched for."""
        scale = self.context.theme.scale
        bar = self._scroll.verticalScrollBar()
        self.head.fit(self.width() - 2 * SIDE - (bar.sizeHint().width() if bar.maximum() else 0))
        grown = 0.4 + 0.6 * scale
        beside = self.width() >= (_PANEL + _LEAST) * grown
        year, searching = self.switch.code == YEAR, bool(self.search.text().strip())
        self._side.setVisible(searching or not year)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(way)
        wide = min(round(_PANEL * grown), round(self.width() * 0.34)) if beside else NO_LIMIT
        self._side.setMinimumWidth(wide if beside else 0)
        self._side.setMaximumWidth(wide)
        # Below the month the day has its own height, and the page scrolls.
        self._side.setMinimumHeight(0 if beside else round(320 * scale))
        # In large text the page scrolls, not the month in a part of it.
        self.table.setMinimumHeight(self.table.height_needed)

    def _last_day(self) -> date:
        return next_month(self.diary.today(), 12 * _YEARS_AHEAD)

    def _reach(self, day: date) -> None:
        if EARLIEST_DAY <= day <= self._last_day():
            self.show_day(day)

    def _switch(self, code: str) -> None:
        self.switch.show_chosen(code)
        self._fit()
        self.refresh()
        self.table.setFocus()

    def _open(self, day: date) -> None:
        if day <= self.diary.today():
            self.go.emit(Route("today", day=day))
        elif any(visit.day == day for visit in self.diary.visits.coming()):
            self.go.emit(Route("visit", day=day))

    def _open_calendar(self) -> None:
        jump = self.head.jump
        below = jump.mapToGlobal(QPoint(0, jump.height() + 4))
        today = self.diary.today()
        self.calendar.open_at(below, min(self.day, today), today)

    def _search(self) -> None:
        self._pause.stop()
        wanted = self.search.text().strip()
        if wanted:
            self.results.show_found(
                self.diary.days.search_notes(wanted), wanted, self.diary.asking.search(wanted)
            )
        self._side.setCurrentIndex(1 if wanted else 0)
        self._fit()
