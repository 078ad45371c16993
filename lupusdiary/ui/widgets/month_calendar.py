"""A month to choose a day from, in the colours of the palette."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QShowEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QToolButton, QWidget

from lupusdiary.language import Translator
from lupusdiary.ui.base.icons import icon
from lupusdiary.ui.widgets.qdate import qdate

_ARROWS = (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right"))


def _words(tr: Translator) -> tuple[str, str]:
    return tr.text("Month before"), tr.text("Month after")


class MonthCalendar(QCalendarWidget):
    """Weeks begin on Sunday; no day of the week is red, and the arrows are those of the window."""

    def __init__(self) -> None:
        super().__init__()
        self.setFirstDayOfWeek(Qt.DayOfWeek.Sunday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.currentPageChanged.connect(lambda _year, _month: self._name())
        self._apply()

    def say(self, tr: Translator) -> None:
        """Names the month and what is in it for a screen reader, and says what the arrows do."""
        self.setAccessibleName(tr.text("Choose a day"))
        days = self.findChild(QWidget, "qt_calendar_calendarview")
        for part, words in ((days, tr.text("Choose a day")), *zip(self._arrows(), _words(tr), strict=True)):
            if part is not None:
                part.setAccessibleName(words)

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate | date) -> None:
        """A day that cannot be chosen looks so: a format of its weekday would draw it as any other."""
        shown = day if isinstance(day, QDate) else qdate(day)
        if self.minimumDate() <= shown <= self.maximumDate():
            super().paintCell(painter, rect, shown)
            return
        painter.save()
        painter.setPen(self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(shown.day()))
        painter.restore()

    def _arrows(self) -> list[QToolButton | None]:
        return [self.findChild(QToolButton, name) for name, _ in _ARROWS]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._name()

    def _name(self) -> None:
        """Writes the month as the language does: Qt puts the year behind the month in all of them."""
        bar = self.findChild(QWidget, "qt_calendar_navigationbar")
        month, year = (self.findChild(QToolButton, f"qt_calendar_{part}button") for part in ("month", "year"))
        layout = bar.layout() if bar is not None else None
        if not isinstance(layout, QHBoxLayout) or month is None or year is None:
            return
        korean = self.locale().language() == QLocale.Language.Korean
        first, second = (year, month) if korean else (month, year)
        if layout.indexOf(first) > layout.indexOf(second):
            at = layout.indexOf(second)
            layout.removeWidget(first)
            layout.insertWidget(at, first)
        year.setText(f"{self.yearShown()}년" if korean else str(self.yearShown()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._apply()

    def _apply(self) -> None:
        # The application's palette, because a style sheet may not have reached this window yet.
        palette = QPalette()
        text, muted = (
            palette.color(QPalette.ColorRole.Text),
            palette.color(QPalette.ColorRole.PlaceholderText),
        )
        days, head = QTextCharFormat(), QTextCharFormat()
        days.setForeground(text)
        head.setForeground(muted)
        head.setBackground(palette.color(QPalette.ColorRole.Base))
        for day in Qt.DayOfWeek:
            self.setWeekdayTextFormat(day, days)
        self.setHeaderTextFormat(head)
        # A day is as large as any other target, and the month no taller than a small window.
        line = self.fontMetrics().height()
        across, down = max(40, round(line * 1.9)), min(max(40, round(line * 1.5)), 48)
        self.setMinimumSize(7 * across, 7 * down + round(line * 2.2))
        size = max(16, round(self.fontMetrics().height() * 0.9))
        for name, drawing in _ARROWS:
            arrow = self.findChild(QToolButton, name)
            if arrow is not None:
                arrow.setIcon(icon(drawing, QColor(text).name(), size))
                arrow.setIconSize(QSize(size, size))
