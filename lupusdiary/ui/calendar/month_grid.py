"""The six weeks of a month, to be walked through by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.calendar.month_cell import MonthCell
from lupusdiary.ui.calendar.month_days import WEEKS, MonthDay

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MonthGrid(QWidget):
    """`opened` carries the day that was clicked; `requested` one of another month that the keyboard reached;
    `turned` asks for another month. One stop for the Tab key; arrows move."""

    opened = Signal(object)
    requested = Signal(object)
    turned = Signal(int)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._days: list[MonthDay] = []
        self.cells = [MonthCell() for _ in range(7 * WEEKS)]
        self._names = [QLabel() for _ in range(7)]
        self._grid = layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for at, name in enumerate(self._names):
            name.setProperty("role", "hint")
            name.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(name, 0, at)
            layout.setColumnStretch(at, 1)
        for at, cell in enumerate(self.cells):
            cell.clicked.connect(lambda _=False, at=at: self.opened.emit(self._days[at].day))
            layout.addWidget(cell, 1 + at // 7, at % 7)
            layout.setRowStretch(1 + at // 7, 1)

    def show_days(self, days: Sequence[MonthDay], month: date, today: date) -> None:
        """Shows the days of the grid of `month`."""
        self._days = list(days)
        tr = self._context.tr
        for cell, day in zip(self.cells, days, strict=True):
            cell.show_day(
                day,
                tr,
                outside=(day.day.year, day.day.month) != (month.year, month.month),
                is_today=day.day == today,
                came=day.day <= today,
            )
        # A week that lies wholly in another month is left away.
        for week in range(WEEKS):
            cells = self.cells[7 * week : 7 * week + 7]
            elsewhere = all(each.outside for each in cells)
            self._grid.setRowStretch(1 + week, 0 if elsewhere else 1)
            for cell in cells:
                cell.setVisible(not elsewhere)
        self._set_tab_stop(self._anchor(month, today))

    def retranslate(self) -> None:
        """Sets the names of the days of the week."""
        locale = QLocale()
        for at, name in enumerate(self._names):
            name.setText(locale.standaloneDayName(7 if at == 0 else at, QLocale.FormatType.ShortFormat))

    def restyle(self) -> None:
        """Draws in the colours and size of the moment."""
        theme = self._context.theme
        for cell in self.cells:
            cell.restyle(theme.colours, theme.scale)

    def take_focus(self, day: date) -> None:
        """Puts the keyboard on a day."""
        at = (day - self._days[0].day).days
        if 0 <= at < len(self.cells):
            self._set_tab_stop(at)
            self.cells[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        focused = next((at for at, cell in enumerate(self.cells) if cell.hasFocus()), None)
        if key in _MONTHS:
            self.turned.emit(_MONTHS[key])
        elif focused is not None and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            week = focused - focused % 7
            self._go(week if key == Qt.Key.Key_Home else week + 6)
        elif focused is not None and key in _STEPS:
            self._go(focused + _STEPS[key])
        else:
            event.ignore()

    def _go(self, at: int) -> None:
        if 0 <= at < len(self.cells) and not self.cells[at].isHidden():
            if self.cells[at].isEnabled():
                self.take_focus(self._days[at].day)
        else:
            self.requested.emit(self._days[0].day + timedelta(days=at))

    def _anchor(self, month: date, today: date) -> int:
        at = (today - self._days[0].day).days
        if 0 <= at < len(self._days) and not self.cells[at].outside:
            return at
        return (month.replace(day=1) - self._days[0].day).days

    def _set_tab_stop(self, anchor: int) -> None:
        for at, cell in enumerate(self.cells):
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == anchor else Qt.FocusPolicy.ClickFocus)
