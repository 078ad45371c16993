"""The month or the year as one table that the keyboard walks through."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.table_ways import set_table_ways
from lupusdiary.ui.calendar.day_delegate import DayDelegate
from lupusdiary.ui.calendar.day_model import DayModel
from lupusdiary.ui.calendar.spans import month_later

_SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_WEEK = 7


_MOST_WEEKS = 6


class DayTable(QTableView):
    """`chosen` carries the day that was clicked or reached, shown or not; `opened` the one that a double
    click or Enter asks for."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("days")
        self.setProperty("role", "days")
        self._context = context
        self.days = DayModel(context.tr)
        self.delegate = DayDelegate(self.days, context, self)
        self.day = date(2000, 1, 1)
        self.setModel(self.days)
        self.setItemDelegate(self.delegate)
        self.setShowGrid(False)
        set_table_ways(self)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setMinimumSectionSize(8)
        self.days.modelReset.connect(self._after_reset)

    def restyle(self) -> None:
        """Takes language, colours and text size."""
        self.days.language = self._context.tr
        self.delegate.restyle()
        self.fit()
        self.viewport().update()

    def show_day(self, day: date) -> None:
        """Marks a day as the chosen one."""
        self.day = self.delegate.current = day
        index = self.days.index_of(day)
        if index.isValid():
            # The bars know the new sizes first, or the day would be looked for where it was.
            self.executeDelayedItemsLayout()
            self.updateGeometries()
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self.viewport().update()

    @property
    def height_needed(self) -> int:
        """How high it is with the lowest rows in which a day can be read, in pixels: then nothing scrolls."""
        head = QFontMetrics(self.font()).height() + 10
        return head + 6 + self._least_high * (self.days.rowCount() if self.days.year else _MOST_WEEKS)

    @property
    def _least_high(self) -> int:
        line = QFontMetrics(self.font()).height()
        return line + 10 if self.days.year else 2 * line + 16

    def fit(self) -> None:
        """Shares the room among the days, as far as their least size allows."""
        year = self.days.year
        self.verticalHeader().setVisible(year)
        metrics = QFontMetrics(self.font())
        left = metrics.horizontalAdvance("00월 ") + 18 if year else 0
        head = metrics.height() + 10
        self.verticalHeader().setFixedWidth(left)
        self.horizontalHeader().setFixedHeight(head)
        rows, columns = self.days.rowCount(), self.days.columnCount()
        scale = self._context.theme.scale
        least_wide = metrics.horizontalAdvance("00") + 10 if year else round(64 * (0.6 + 0.4 * scale))
        room = self.height() - head - 6
        high = max(self._least_high, min(room // rows, round(130 * scale)))
        # A bar at the side takes its width from the days.
        bar = self.verticalScrollBar().sizeHint().width() if high * rows > room else 0
        wide = max(least_wide, (self.width() - left - bar - 6) // columns)
        for header, size in ((self.horizontalHeader(), wide), (self.verticalHeader(), high)):
            header.setDefaultSectionSize(size)

    def _after_reset(self) -> None:
        self.fit()
        self.show_day(self.day)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
        self.show_day(self.day)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.delegate.focused = True
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.delegate.focused = False
        self.viewport().update()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, mods = Qt.Key(event.key()), event.modifiers()
        shift = bool(mods & Qt.KeyboardModifier.ShiftModifier)
        alt = bool(mods & Qt.KeyboardModifier.AltModifier)
        if mods & Qt.KeyboardModifier.ControlModifier or (alt and key != Qt.Key.Key_Home):
            event.ignore()
            return
        wanted = self._reached(key, shift=shift, alt=alt)
        if wanted is not None:
            self.chosen.emit(wanted)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.day)
        else:
            event.ignore()

    def _reached(self, key: Qt.Key, *, shift: bool, alt: bool) -> date | None:
        """The day that a key leads to."""
        day, year = self.day, self.days.year
        if key in _SIDES:
            return day + timedelta(days=_SIDES[key])
        if key in _ROWS:
            return month_later(day, _ROWS[key]) if year else day + timedelta(days=_WEEK * _ROWS[key])
        if key in _PAGES:
            return month_later(day, _PAGES[key] * (12 if year or shift else 1))
        if key == Qt.Key.Key_Home and alt:
            return self.days.today
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            first = key == Qt.Key.Key_Home
            if year:
                return day.replace(day=1) if first else month_later(day.replace(day=1), 1) - timedelta(days=1)
            ago = (day.weekday() + 1) % _WEEK
            return day - timedelta(days=ago) if first else day + timedelta(days=_WEEK - 1 - ago)
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_under(event)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        day = self._day_under(event)
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(day)

    def _day_under(self, event: QMouseEvent) -> date | None:
        index = self.indexAt(event.position().toPoint())
        return self.days.day_at(index.row(), index.column()) if index.isValid() else None
