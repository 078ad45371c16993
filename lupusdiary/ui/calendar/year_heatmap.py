"""A year of one item: a row a month, a cell a day, of stronger colour where the number is higher; an empty,
dotted cell where nothing is recorded."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from lupusdiary.charts.table import ChartTable, TableRow
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import ReadingValue
from lupusdiary.domain.symptom import Symptom
from lupusdiary.language import Translator
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.palette import Colours
from lupusdiary.ui.base.style_sheet import BASE_POINTS, FAMILY
from lupusdiary.ui.calendar.year_cell import CellBounds, paint_cell, paint_focus

_MONTHS, _DAYS = 12, 31
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_MONTH_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class YearMap(QWidget):
    """`pointed` carries the day under pointer or keyboard, `walked` the one that the keyboard reached,
    `opened` the one that was clicked or entered; `turned` asks for another year."""

    pointed = Signal(object)
    walked = Signal(object)
    opened = Signal(object)
    turned = Signal(int)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("year_map")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._context = context
        self._year = 1
        self._today = date(1, 1, 1)
        self._symptom: Symptom | None = None
        self._values: Mapping[date, ReadingValue] = {}
        self._bounds = CellBounds()
        self.day = date(1, 1, 1)

    def show_year(
        self, year: int, symptom: Symptom, values: Mapping[date, ReadingValue], today: date
    ) -> None:
        """Shows the values of an item in a year; days that have not come are left away."""
        self._year, self._symptom, self._values, self._today = year, symptom, values, today
        self._bounds = CellBounds.of(symptom, list(values.values()))
        first = date(year, 1, 1)
        if self.day.year != year or self.day > today:
            self.day = today if today.year == year else first
        self.updateGeometry()
        self._say()
        self.update()

    def words(self, day: date) -> str:
        """What a day holds, in words."""
        tr = self._context.tr
        if self._symptom is None:
            return ""
        state = value_words(self._symptom, self._values.get(day), tr)
        return tr.text("{day}: {state}", day=tr.date(day), state=state)

    def cell(self, day: date) -> QRect:
        """Where a day is drawn."""
        grid = self._grid()
        width, height = grid.width() / _DAYS, grid.height() / _MONTHS
        left, top = grid.left() + (day.day - 1) * width, grid.top() + (day.month - 1) * height
        return QRect(round(left), round(top), round(width) - 2, round(height) - 2)

    def day_at(self, point: QPoint) -> date | None:
        """The day that is drawn there, if it has come."""
        grid = self._grid()
        if not grid.contains(point):
            return None
        month = 1 + (point.y() - grid.top()) * _MONTHS // max(1, grid.height())
        number = 1 + (point.x() - grid.left()) * _DAYS // max(1, grid.width())
        month = min(month, _MONTHS)
        if number > monthrange(self._year, month)[1]:
            return None
        day = date(self._year, month, number)
        return day if day <= self._today else None

    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        wide, high = metrics.horizontalAdvance("00") + 7, metrics.height() + 8
        return QSize(self._names_width() + _DAYS * wide, metrics.height() + 6 + _MONTHS * high)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.day)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in _STEPS:
            self._go(self.day + timedelta(days=_STEPS[key]))
        elif key in _MONTH_STEPS:
            self._go_month(_MONTH_STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = monthrange(self._year, self.day.month)[1]
            self._go(self.day.replace(day=1 if key == Qt.Key.Key_Home else last))
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        self.pointed.emit(day or self.day)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self._go(day)
            self.opened.emit(day)

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(self.day)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self.day_at(event.pos())
            QToolTip.showText(event.globalPos(), self.words(day) if day else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = self._context.theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        grid, head = self._grid(), painter.fontMetrics().height()
        painter.setPen(QColor(c.muted))
        for number in (1, 5, 10, 15, 20, 25, 30):
            place = self.cell(date(self._year, 1, number))
            head_place = QRect(place.left(), 0, place.width(), head)
            painter.drawText(head_place, Qt.AlignmentFlag.AlignCenter, str(number))
        for month in range(1, _MONTHS + 1):
            first = date(self._year, month, 1)
            row = self.cell(first)
            name = QRect(0, row.top(), grid.left() - 8, row.height())
            painter.setPen(QColor(c.muted))
            aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(name, aligned, _month_name(month))
            for number in range(monthrange(self._year, month)[1]):
                self._paint_day(painter, c, first + timedelta(days=number))
        painter.end()

    def _paint_day(self, painter: QPainter, c: Colours, day: date) -> None:
        if day > self._today:
            return
        box = QRectF(self.cell(day)).adjusted(0.5, 0.5, -0.5, -0.5)
        paint_cell(painter, c, box, self._values.get(day), self._bounds)
        if day == self.day and self.hasFocus():
            paint_focus(painter, c, box)

    def _go(self, day: date) -> None:
        if day.year != self._year:
            self.turned.emit(-1 if day.year < self._year else 1)
        elif day <= self._today:
            self.day = day
            self._say()
            self.update()
            self.walked.emit(day)

    def _go_month(self, step: int) -> None:
        month = self.day.month + step
        if 1 <= month <= _MONTHS:
            last = monthrange(self._year, month)[1]
            self._go(date(self._year, month, min(self.day.day, last)))

    def _say(self) -> None:
        self.setAccessibleDescription(self.words(self.day))
        self.pointed.emit(self.day)

    def _font(self) -> QFont:
        font = QFont(FAMILY)
        font.setPointSizeF(max(11.0, BASE_POINTS - 1) * self._context.theme.scale)
        return font

    def _names_width(self) -> int:
        metrics = QFontMetrics(self._font())
        return max(metrics.horizontalAdvance(_month_name(month)) for month in range(1, _MONTHS + 1)) + 10

    def _grid(self) -> QRect:
        head = QFontMetrics(self._font()).height() + 4
        left = self._names_width()
        return QRect(left, head, self.width() - left, self.height() - head)


def _month_name(month: int) -> str:
    return QLocale().standaloneMonthName(month, QLocale.FormatType.ShortFormat)


def value_words(symptom: Symptom, value: ReadingValue | None, tr: Translator) -> str:
    """What a day holds, in words; nothing recorded is never a zero."""
    return tr.text("not recorded") if value is None else symptom.show(value, tr)


def year_table(
    symptom: Symptom, values: Mapping[date, ReadingValue], period: Period, tr: Translator
) -> ChartTable:
    """Every day of `period`, also those without a record."""
    days = list(reversed(list(period)))
    return ChartTable(
        (tr.text("Day"), symptom.name(tr)),
        tuple(TableRow(day, (value_words(symptom, values.get(day), tr),)) for day in days),
        tuple(tr.date(day) for day in days),
    )
