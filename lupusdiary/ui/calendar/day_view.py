"""One item in a month or a year: which item, the tiles or their table, and what they mean."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lupusdiary.charts.table import ChartTable
from lupusdiary.diary import Diary
from lupusdiary.domain.period import Period
from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.queries.calendar_days import CalendarDay, calendar_days
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.calendar.day_table import DayTable
from lupusdiary.ui.calendar.legend import CalendarLegend
from lupusdiary.ui.calendar.spans import grid_period, year_period
from lupusdiary.ui.calendar.year_table import year_table
from lupusdiary.ui.chart.table_view import ChartTableView
from lupusdiary.ui.widgets.chip import Chip
from lupusdiary.ui.widgets.choice import Choice
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label, plain_tip

MONTH, YEAR = "month", "year"
_READOUT = 420


class DayView(QWidget):
    """`opened` carries a day that is to be opened. `item` and `number` stand in the head of the page, and
    `legend` at its foot."""

    opened = Signal(object)

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self._diary = diary
        self._context = context
        self._items: list[Symptom] = []
        self._mode, self._day = MONTH, date(2000, 1, 1)
        self._infos: dict[date, CalendarDay] = {}
        self.item = Choice()
        self.item.setObjectName("shown_item")
        # As wide as most items need; its list shows the longest whole.
        self.item.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.item.setMinimumContentsLength(15)
        self.number = QLabel()
        self.number.setObjectName("days_number")
        self.number.setProperty("role", "muted")
        self.table = DayTable(context)
        self.numbers = ChartTableView()
        self._written = ChartTable((), (), ())
        self.readout = plain_label("strong", "year_readout")
        self.open = QPushButton()
        self.open.setObjectName("open_read")
        self.as_table = Chip("year_as_table", self)
        self.copy = QPushButton()
        self.copy.setObjectName("copy_year")
        self._foot = QWidget()
        self.legend = CalendarLegend(context)
        self._lay_out()
        self.open.clicked.connect(lambda: self.opened.emit(self._day))
        self.as_table.clicked.connect(lambda: self.load(self._mode, self._day))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._written.text()))
        self.numbers.opened.connect(lambda day, _: self.opened.emit(day))

    def _lay_out(self) -> None:
        header = self.numbers.horizontalHeader()
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.numbers.hide()
        foot = FlowLayout(spacing=8)
        self._foot.setLayout(foot)
        self.readout.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for part in (self.readout, self.open, self.as_table, self.copy):
            foot.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.table, 1)
        column.addWidget(self.numbers, 1)
        column.addWidget(self._foot)

    @property
    def symptom(self) -> Symptom | None:
        """The item that is shown; None where nothing is asked and nothing was recorded."""
        at = self.item.currentIndex()
        return self._items[at] if 0 <= at < len(self._items) else None

    @property
    def code(self) -> str | None:
        """The code of the item that is shown."""
        return self.symptom.id if self.symptom is not None else None

    def info(self, day: date) -> CalendarDay:
        """What is known of a day that is shown."""
        return self.table.days.info(day)

    def holds(self, day: date) -> bool:
        """Whether a day belongs to the month or year that is shown."""
        if self._mode == YEAR:
            return day.year == self._day.year
        return (day.year, day.month) == (self._day.year, self._day.month)

    def load(self, mode: str, day: date) -> None:
        """Reads and shows the month or year of a day."""
        self._offer_items()
        self._mode, self._day = mode, day
        tr, today, year = self._context.tr, self._diary.today(), mode == YEAR
        period = year_period(day.year) if year else grid_period(day)
        infos = self._infos = calendar_days(self._diary, self.code, period, tr)
        self.table.days.symptom = self.symptom
        self.table.day = self.table.delegate.current = day
        if year:
            self.table.days.show_year(day.year, infos, today)
        else:
            self.table.days.show_month(day.replace(day=1), infos, today)
        shown = period if year else Period(day.replace(day=1), _last_of(day))
        self._count(shown, today)
        empty = not any(each in shown and not info.is_empty for each, info in infos.items())
        self.legend.show_item(self.symptom, empty=empty and not year, year=year)
        self._foot.setVisible(year)
        written = year and self.as_table.isChecked()
        self.numbers.setVisible(written)
        self.table.setVisible(not written)
        if year:
            self._write(Period(period.start, min(period.end, max(today, period.start))))

    def _count(self, shown: Period, today: date) -> None:
        tr = self._context.tr
        last = min(shown.end, today)
        days = (last - shown.start).days + 1 if last >= shown.start else 0
        recorded = sum(info.value is not None for day, info in self._infos.items() if day in shown)
        self.number.setText(tr.text("{recorded} of {days} days", recorded=recorded, days=days))
        said = tr.text("recorded on {recorded} of {days} days", recorded=recorded, days=days)
        self.number.setToolTip(plain_tip(said))
        self.number.setAccessibleName(said)
        if self.symptom is None:
            return
        span = tr.date(shown.start, "year" if self._mode == YEAR else "month")
        name = tr.text("{item} in {year}", item=self.symptom.name(tr), year=span)
        self.table.setAccessibleName(f"{name}, {said}")

    def _write(self, period: Period) -> None:
        if self.symptom is None:
            return
        self._written = year_table(self.symptom, self._infos, period, self._context.tr)
        if self.as_table.isChecked():
            self.numbers.show_values(self._written, self.table.accessibleName(), self._context.theme.scale)

    def show_day(self, day: date) -> None:
        """Marks the chosen day, and says what it holds."""
        self._day = day
        self.table.show_day(day)
        words = self.table.days.words(day)
        self.readout.setText(words)
        # In a line that flows a text is else as wide as its longest word.
        wanted = self.readout.fontMetrics().horizontalAdvance(words) + 8
        self.readout.setMinimumWidth(min(wanted, round(_READOUT * (0.4 + 0.6 * self._context.theme.scale))))
        self.table.setAccessibleDescription(words)
        self.open.setEnabled(day <= self._diary.today())

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self.item.setAccessibleName(tr.text("Item that is shown"))
        self.open.setText(tr.text("Open this day"))
        self.as_table.setText(tr.text("As table"))
        self.copy.setText(tr.text("Copy the table"))
        self.table.restyle()
        self.legend.retranslate()
        self._offer_items(anew=True)

    def restyle(self) -> None:
        """Draws in the colours and size of the moment."""
        self.table.restyle()
        self.legend.restyle()

    def _offer_items(self, *, anew: bool = False) -> None:
        """The items that Today asks, in their order, then others that were ever recorded."""
        catalogue = self._diary.symptoms.catalogue()
        items = catalogue.ordered(self._diary.symptoms.tracked())
        asked = {item.id for item in items}
        used = self._diary.days.symptoms_used()
        items += [catalogue.get(code) for code in used if code in catalogue and code not in asked]
        if items == self._items and not anew:
            return
        chosen = self.item.currentData()
        self._items = items
        self.item.clear()
        for symptom in items:
            self.item.addItem(symptom.name(self._context.tr), symptom.id)
        self.item.view().setMinimumWidth(self.item.view().sizeHintForColumn(0) + 48)
        self.item.setCurrentIndex(max(0, self.item.findData(chosen)))


def _last_of(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
