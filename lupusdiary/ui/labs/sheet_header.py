"""The head of a sheet: the way back, which laboratory printed it, and when it was collected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lupusdiary.language import Translator
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.widgets.choice import Choice
from lupusdiary.ui.widgets.date_field import DateField
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.icon_button import IconButton
from lupusdiary.ui.widgets.labels import line_label

# Stands for a laboratory that is not known yet.
ANOTHER = "\0another"
_WIDEST = 420


class SheetHeader(QWidget):
    """`day_changed` after another day, `day_entered` when the person goes on from it with Enter,
    `laboratory_chosen` carries a name, None or `ANOTHER`, `rows_requested` asks for the chooser,
    `there_requested` for the sheet that is there already."""

    day_changed = Signal()
    day_entered = Signal()
    laboratory_chosen = Signal(object)
    rows_requested = Signal()
    there_requested = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._day_label, self._laboratory_label, self._there = QLabel(), QLabel(), line_label("hint")
        self.back = IconButton("chevron-left", "discard_sheet", self, quiet=False)
        self.title = line_label("title")
        self.day = DateField(today)
        self.day.setObjectName("sheet_day")
        self.laboratory = Choice()
        self.laboratory.setObjectName("sheet_laboratory")
        self.laboratory.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.change_rows = QPushButton()
        self.change_rows.setObjectName("change_rows")
        self.open_there = QPushButton()
        self.open_there.setObjectName("open_there")
        self.open_there.setProperty("role", "quiet")
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line, there = FlowLayout(10), FlowLayout(10)
        where = _pair(self._laboratory_label, self.laboratory)
        when = _pair(self._day_label, self.day)
        for widget in (self.back, self.title, where, when, gap, self.change_rows):
            line.addWidget(widget)
        for widget in (self._there, self.open_there):
            there.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addLayout(there)
        self._laboratory: str | None = None
        self.day.changed.connect(self.day_changed)
        self.day.line.returnPressed.connect(self._go_on)
        self.laboratory.activated.connect(self._chosen)
        self.change_rows.clicked.connect(self.rows_requested)
        self.open_there.clicked.connect(self.there_requested)

    def show_day(self, day: date) -> None:
        """Shows a day."""
        self.day.set_day(day)

    def show_laboratories(self, names: Sequence[str | None], chosen: str | None, tr: Translator) -> None:
        """Offers the laboratories that are known, and another one."""
        self._laboratory = chosen
        self.laboratory.clear()
        for name in dict.fromkeys([*names, chosen]):
            self.laboratory.addItem(name or tr.text("Without a name"), name)
        self.laboratory.addItem(tr.text("Another laboratory …"), ANOTHER)
        self._show_chosen()

    def show_there(self, there: bool, tr: Translator) -> None:
        """Says whether there is a sheet of this day and laboratory already."""
        self._there.setText(tr.text("There is a sheet of this day and laboratory already."))
        self._there.setVisible(there)
        self.open_there.setVisible(there)

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self._day_label.setText(tr.text("Collected on"))
        self.day.setAccessibleName(tr.text("Collected on"))
        self.day.retranslate(tr)
        self._laboratory_label.setText(tr.text("Laboratory"))
        self.laboratory.setAccessibleName(tr.text("Laboratory"))
        self.change_rows.setText(tr.text("Change the rows"))
        self.back.say(tr.text("Close without saving"))
        self.open_there.setText(tr.text("Open that sheet"))

    def restyle(self, theme: Theme) -> None:
        """Draws the icon again."""
        self.back.restyle(theme)
        self.laboratory.setMaximumWidth(round(_WIDEST * theme.scale))

    def _go_on(self) -> None:
        if not self.day.unread:
            self.day_entered.emit()

    def _chosen(self, at: int) -> None:
        chosen = self.laboratory.itemData(at)
        if chosen == ANOTHER:
            self._show_chosen()
        if chosen != self._laboratory:
            self.laboratory_chosen.emit(chosen)

    def _show_chosen(self) -> None:
        at = [self.laboratory.itemData(n) for n in range(self.laboratory.count())].index(self._laboratory)
        self.laboratory.setCurrentIndex(at)


def _pair(label: QLabel, field: QWidget) -> QWidget:
    """A field and its name, never in two lines."""
    pair = QWidget()
    line = QHBoxLayout(pair)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(10)
    line.addWidget(label)
    line.addWidget(field)
    return pair
