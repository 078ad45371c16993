"""A year of one item in the calendar: which item, which year, the map or its table, and a day in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from lupusdiary.charts.table import ChartTable
from lupusdiary.diary import Diary
from lupusdiary.domain.period import EARLIEST_DAY, Period
from lupusdiary.domain.symptom import Symptom
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.calendar.year_heatmap import YearMap, year_table
from lupusdiary.ui.chart.table_view import ChartTableView
from lupusdiary.ui.widgets.chip import Chip
from lupusdiary.ui.widgets.choice import Choice
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.icon_button import IconButton
from lupusdiary.ui.widgets.scroll_column import scrolled


class YearView(QWidget):
    """`opened` carries the day that was chosen."""

    opened = Signal(object)

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self._diary = diary
        self._context = context
        self._items: list[Symptom] = []
        self.year = diary.today().year
        self.before = IconButton("chevron-left", "year_before", self, quiet=False)
        self.after = IconButton("chevron-right", "year_after", self, quiet=False)
        self.title = QLabel()
        self.title.setObjectName("year_title")
        self.title.setProperty("role", "section")
        self.item = Choice()
        self.item.setObjectName("year_item")
        # As wide as most items need; its list shows the longest whole.
        self.item.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.item.setMinimumContentsLength(14)
        self.number = QLabel()
        self.number.setObjectName("year_number")
        self.number.setProperty("role", "muted")
        self.as_table = Chip("year_as_table", self)
        self.copy = QPushButton()
        self.copy.setObjectName("copy_year")
        self.map = YearMap(context)
        self.numbers = ChartTableView()
        self._table = ChartTable((), (), ())
        self.readout = QLabel()
        self.readout.setObjectName("year_readout")
        self.readout.setProperty("role", "strong")
        self.legend = QLabel()
        self.legend.setProperty("role", "hint")
        self.legend.setWordWrap(True)
        self._lay_out()
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        self.item.activated.connect(lambda _: self.refresh())
        self.as_table.clicked.connect(self._show_part)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._table.text()))
        self.numbers.opened.connect(lambda day, _: self.opened.emit(day))
        self.map.pointed.connect(lambda day: self.readout.setText(self.map.words(day)))
        self.map.opened.connect(self.opened)
        self.map.turned.connect(self.turn)

    def _lay_out(self) -> None:
        head = FlowLayout()
        line = (self.before, self.title, self.after, self.item, self.as_table, self.copy, self.number)
        for widget in line:
            head.addWidget(widget)
        # A map wider than the window is moved across alone; all else stays where it is.
        self._across = QScrollArea()
        self._across.setFrameShape(QFrame.Shape.NoFrame)
        self._across.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._across.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._across.setWidgetResizable(True)
        self._across.setWidget(self.map)
        self.map.walked.connect(self._follow)
        self._picture = QWidget()
        drawn = QVBoxLayout(self._picture)
        drawn.setContentsMargins(0, 0, 0, 0)
        drawn.addWidget(self._across, 1)
        drawn.addWidget(self.readout)
        drawn.addWidget(self.legend)
        self.numbers.hide()
        header = self.numbers.horizontalHeader()
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._body = QWidget()
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(26, 4, 26, 4)
        inside.addLayout(head)
        inside.addWidget(self._picture, 1)
        inside.addWidget(self.numbers, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        self._scroll = scrolled(self._body)
        column.addWidget(self._scroll)

    def show_year(self, year: int) -> None:
        """Shows a year, as far as a diary goes."""
        if EARLIEST_DAY.year <= year <= self._diary.today().year:
            self.year = year
            self.refresh()

    def turn(self, step: int) -> None:
        """Shows the year before or after."""
        self.show_year(self.year + step)

    def refresh(self) -> None:
        """Loads the year of the chosen item."""
        self._offer_items()
        today = self._diary.today()
        self.title.setText(self._context.tr.date(date(self.year, 1, 1), "year"))
        self.before.setEnabled(self.year > EARLIEST_DAY.year)
        self.after.setEnabled(self.year < today.year)
        if not self._items:
            return
        item = self._items[max(0, self.item.currentIndex())]
        last = min(date(self.year, 12, 31), today)
        period = Period(date(self.year, 1, 1), last)
        values = self._diary.days.values(item.id, period)
        self.map.show_year(self.year, item, values, today)
        tr = self._context.tr
        self.number.setText(
            tr.text("recorded on {recorded} of {days} days", recorded=len(values), days=period.days)
        )
        name = tr.text("{item} in {year}", item=item.name(tr), year=self.title.text())
        self.map.setAccessibleName(f"{name}, {self.number.text()}")
        self._table = year_table(item, values, period, tr)
        if self.as_table.isChecked():
            self.numbers.show_values(self._table, f"{name}, {self.number.text()}", self._context.theme.scale)

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self.before.say(tr.text("Year before"))
        self.after.say(tr.text("Year after"))
        self.item.setAccessibleName(tr.text("Item that the year shows"))
        self.as_table.setText(tr.text("As table"))
        self.copy.setText(tr.text("Copy the table"))
        self.legend.setText(
            tr.text(
                "A dotted, empty day was not recorded; that is not a zero. The stronger the colour, the "
                "higher the number. Arrow keys move, Enter opens the day."
            )
        )
        self._offer_items(anew=True)

    def restyle(self) -> None:
        """Draws in the colours and size of the moment."""
        for button in (self.before, self.after):
            button.restyle(self._context.theme)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.map.updateGeometry()
        self.map.update()
        bar = self._across.horizontalScrollBar().sizeHint().height()
        self._across.setMinimumHeight(self.map.minimumSizeHint().height() + bar)

    def take_focus(self) -> None:
        """Puts the keyboard on the year."""
        (self.numbers if self.as_table.isChecked() else self.map).setFocus()
        # Where the day stands is known once the page has its size.
        QTimer.singleShot(0, self, lambda: self._follow(self.map.day))

    def _show_part(self, as_table: bool) -> None:
        self._picture.setVisible(not as_table)
        self.numbers.setVisible(as_table)
        self.refresh()

    def _follow(self, day: date) -> None:
        """A day that the keyboard reaches is brought into sight."""
        box = self.map.cell(day)
        at, half = box.center(), box.width()
        self._across.ensureVisible(at.x(), at.y(), 2 * half, 0)
        here = self.map.mapTo(self._body, at)
        self._scroll.ensureVisible(here.x(), here.y(), 0, 2 * half)

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
