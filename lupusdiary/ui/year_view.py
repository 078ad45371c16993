"""A year of one item in the calendar: which item, which year, the map, and what a day holds in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.period import EARLIEST_DAY, Period
from lupusdiary.domain.symptom import Symptom
from lupusdiary.ui.flow import FlowLayout
from lupusdiary.ui.icon_button import IconButton
from lupusdiary.ui.scrolled import scrolled
from lupusdiary.ui.surroundings import Surroundings
from lupusdiary.ui.year_map import YearMap


class YearView(QWidget):
    """`opened` carries the day that was chosen."""

    opened = Signal(object)

    def __init__(self, diary: Diary, surroundings: Surroundings) -> None:
        super().__init__()
        self._diary = diary
        self._surroundings = surroundings
        self._items: list[Symptom] = []
        self.year = diary.today().year
        self.before = IconButton("chevron-left", "year_before", self, quiet=False)
        self.after = IconButton("chevron-right", "year_after", self, quiet=False)
        self.title = QLabel()
        self.title.setObjectName("year_title")
        self.title.setProperty("role", "section")
        self.item = QComboBox()
        self.item.setObjectName("year_item")
        self.item.setMinimumWidth(220)
        self.number = QLabel()
        self.number.setObjectName("year_number")
        self.number.setProperty("role", "muted")
        self.map = YearMap(surroundings)
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
        self.map.pointed.connect(lambda day: self.readout.setText(self.map.words(day)))
        self.map.opened.connect(self.opened)
        self.map.turned.connect(self.turn)

    def _lay_out(self) -> None:
        head = FlowLayout()
        for widget in (self.before, self.title, self.after, self.item, self.number):
            head.addWidget(widget)
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(26, 4, 26, 4)
        inside.addLayout(head)
        inside.addWidget(self.map, 1)
        inside.addWidget(self.readout)
        inside.addWidget(self.legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.addWidget(scrolled(body))

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
        self.title.setText(self._surroundings.tr.date(date(self.year, 1, 1), "year"))
        self.before.setEnabled(self.year > EARLIEST_DAY.year)
        self.after.setEnabled(self.year < today.year)
        if not self._items:
            return
        item = self._items[max(0, self.item.currentIndex())]
        last = min(date(self.year, 12, 31), today)
        period = Period(date(self.year, 1, 1), last)
        values = self._diary.days.values(item.id, period)
        self.map.show_year(self.year, item, values, today)
        tr = self._surroundings.tr
        self.number.setText(
            tr.text("recorded on {recorded} of {days} days", recorded=len(values), days=period.days)
        )
        self.map.setAccessibleName(
            tr.text("{item} in {year}", item=item.name(tr), year=self.title.text())
            + f", {self.number.text()}"
        )

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._surroundings.tr
        self.before.say(tr.text("Year before"))
        self.after.say(tr.text("Year after"))
        self.item.setAccessibleName(tr.text("Item that the year shows"))
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
            button.restyle(self._surroundings.looks)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.map.updateGeometry()
        self.map.update()

    def _offer_items(self, *, anew: bool = False) -> None:
        """The items that Today asks, in their order."""
        items = self._diary.symptoms.catalogue().ordered(self._diary.symptoms.tracked())
        if items == self._items and not anew:
            return
        chosen = self.item.currentData()
        self._items = items
        self.item.clear()
        for symptom in items:
            self.item.addItem(symptom.name(self._surroundings.tr), symptom.id)
        self.item.setCurrentIndex(max(0, self.item.findData(chosen)))
