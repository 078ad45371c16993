"""The days of a month or a year as a table: a week or a month a row."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt

from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.language import Translator
from lupusdiary.queries.calendar_days import CalendarDay
from lupusdiary.ui.calendar.shade import value_words
from lupusdiary.ui.calendar.spans import grid_period
from lupusdiary.ui.widgets.labels import plain_tip

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MONTHS, _DAYS, _WEEK = 12, 31, 7
EMPTY = CalendarDay()


class DayModel(QAbstractTableModel):
    """`month` is the month that is shown, or any day of a whole `year`. What a cell holds is read by the
    delegate through `day_at` and `info`; a screen reader hears `words`."""

    def __init__(self, tr: Translator) -> None:
        super().__init__()
        self.language = tr
        self.symptom: Symptom | None = None
        self.month = self.today = date(2000, 1, 1)
        self.year = False
        self._first = self.month
        self._weeks = 6
        self._infos: Mapping[date, CalendarDay] = {}

    def show_month(self, month: date, infos: Mapping[date, CalendarDay], today: date) -> None:
        """Shows the weeks of a month."""
        period = grid_period(month)
        self.beginResetModel()
        self.year, self.month, self.today, self._infos = False, month, today, infos
        self._first, self._weeks = period.start, period.days // _WEEK
        self.endResetModel()

    def show_year(self, year: int, infos: Mapping[date, CalendarDay], today: date) -> None:
        """Shows the months of a year."""
        self.beginResetModel()
        self.year, self.month, self.today, self._infos = True, date(year, 1, 1), today, infos
        self.endResetModel()

    def day_at(self, row: int, column: int) -> date | None:
        """The day of a cell; None where a month is shorter."""
        if not self.year:
            return self._first + timedelta(days=row * _WEEK + column)
        if row < 0 or column < 0 or column >= monthrange(self.month.year, row + 1)[1]:
            return None
        return date(self.month.year, row + 1, column + 1)

    def index_of(self, day: date) -> QModelIndex:
        """The cell of a day; an invalid one where it is not shown."""
        if self.year:
            return self.index(day.month - 1, day.day - 1) if day.year == self.month.year else _NOWHERE
        at = (day - self._first).days
        return self.index(at // _WEEK, at % _WEEK) if 0 <= at < self._weeks * _WEEK else _NOWHERE

    def info(self, day: date) -> CalendarDay:
        """What is known of a day."""
        return self._infos.get(day, EMPTY)

    def is_beside(self, day: date) -> bool:
        """Whether it belongs to the month before or after the one that is shown."""
        return not self.year and (day.year, day.month) != (self.month.year, self.month.month)

    def words(self, day: date) -> str:
        """What a day holds, in words."""
        tr, info = self.language, self.info(day)
        parts = []
        if self.symptom is not None and (day <= self.today or info.value is not None):
            parts.append(f"{self.symptom.name(tr)} {value_words(self.symptom, info.value, tr)}")
        parts += [mark.text for mark in info.marks]
        if info.flare:
            parts.append(tr.text("within a flare, as you or your doctor call it"))
        if info.note:
            parts.append(tr.text("note"))
        if day == self.today:
            parts.append(tr.text("today"))
        if not parts:
            return tr.date(day)
        return tr.text("{day}: {state}", day=tr.date(day), state=tr.listing(parts))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else _MONTHS if self.year else self._weeks

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else _DAYS if self.year else _WEEK

    def flags(self, index: _Index) -> Qt.ItemFlag:
        there = self.day_at(index.row(), index.column()) is not None
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if there else Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.DisplayRole,
        ):
            return None
        day = self.day_at(index.row(), index.column())
        if day is None:
            # The 30th of February: said, so that the keyboard does not come to nothing.
            return "–" if role == Qt.ItemDataRole.AccessibleTextRole else None
        words = self.words(day)
        return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Vertical and not self.year:
            begins = self._first + timedelta(days=section * _WEEK)
            ends = begins + timedelta(days=_WEEK - 1)
            # The head of a week is not seen.
            return self.language.span(begins, ends) if role == Qt.ItemDataRole.AccessibleTextRole else ""
        if orientation == Qt.Orientation.Vertical:
            return month_name(section + 1)
        if self.year and role == Qt.ItemDataRole.AccessibleTextRole:
            return str(section + 1)
        if self.year:
            return str(section + 1) if section == 0 or (section + 1) % 5 == 0 else ""
        short = QLocale.FormatType.ShortFormat
        return QLocale().standaloneDayName(section or 7, short)


def month_name(month: int) -> str:
    """A month in a few signs, in the language of the window."""
    return QLocale().standaloneMonthName(month, QLocale.FormatType.ShortFormat)
