"""Labs: what the hospital prints, sheets as they are entered, all results in a table, and their trend."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import LabResult
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.page import SIDE, TOP, Page
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.labs.analyte_chooser import AnalyteChooser
from lupusdiary.ui.labs.overview import LabOverview
from lupusdiary.ui.labs.sheet_form import SheetForm
from lupusdiary.ui.labs.sheet_header import ANOTHER
from lupusdiary.ui.labs.trend import LabTrend


class LabsPage(Page):
    """Shows one of: an invitation, the table, the chooser, a sheet, the trend of one test."""

    nouns: ClassVar[frozenset[str]] = frozenset({"labs", "analytes", "profile", "settings"})

    def __init__(self, diary: Diary, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(diary, context, parent)
        self.overview = LabOverview(diary, context)
        self.chooser = AnalyteChooser(diary, context)
        self.form = SheetForm(diary, context)
        self.form.joins(self.keeper)
        self.chooser.joins(self.keeper)
        self.trend = LabTrend(diary, context)
        self._empty = QWidget()
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._invitation = QLabel()
        self._invitation.setProperty("role", "muted")
        self._invitation.setWordWrap(True)
        self._invitation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.start = QPushButton()
        self.start.setObjectName("start_labs")
        self.start.setProperty("role", "primary")
        self.unsaved = QPushButton()
        self.unsaved.setObjectName("unsaved_sheet")
        self.unsaved.hide()
        self.stack = QStackedWidget()
        self._build()
        # What leads from one part to another is joined here, in one place.
        self.start.clicked.connect(self._begin)
        self.overview.new_requested.connect(self._begin)
        self.overview.rows_requested.connect(self._choose_last)
        self.overview.table.sheet_requested.connect(self.open_sheet)
        self.overview.table.trend_requested.connect(self.show_trend)
        self.chooser.saved.connect(self._rows_kept)
        self.chooser.closed.connect(self._back)
        self.trend.closed.connect(self._show_table)
        self.trend.sheet_requested.connect(self.open_sheet)
        self.overview.go.connect(self.go)
        self.trend.go.connect(self.go)
        self.form.saved.connect(self._saved)
        self.form.closed.connect(self._show_table)
        self.form.rows_requested.connect(self._choose)
        self.form.sheet_requested.connect(self.open_sheet)

    def _build(self) -> None:
        column = QVBoxLayout(self._empty)
        column.setContentsMargins(SIDE, TOP, SIDE, 16)
        column.setSpacing(18)
        column.addWidget(self._title)
        column.addStretch(2)
        column.addWidget(self._invitation)
        column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        for widget in (self._empty, self.overview, self.chooser, self.form, self.trend):
            self.stack.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._above = above = QHBoxLayout()
        above.addWidget(self.unsaved, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addLayout(above)
        outer.addWidget(self.stack)
        self.stack.currentChanged.connect(lambda _: self._offer_unsaved())
        for signal in (self.stack.currentChanged, self.form.filling.shown):
            signal.connect(lambda *_: self.stepped.emit())
        above.setContentsMargins(SIDE, 0, SIDE, 0)
        outer.setSpacing(0)
        self.unsaved.clicked.connect(self._go_on_typing)

    def retranslate(self) -> None:
        tr = self.language
        self._title.setText(tr.text("Labs"))
        self.unsaved.setText(tr.text("A sheet is not saved yet. Go on typing…"))
        self._invitation.setText(
            tr.text("Your laboratory sheets are kept here exactly as printed, and shown side by side.")
        )
        self.start.setText(tr.text("Enter your first sheet"))
        self.start.setEnabled(not self.diary.read_only)
        self.overview.retranslate()
        self.chooser.retranslate()
        self.form.retranslate()
        self.trend.retranslate()
        # What was said belongs to its moment, and to the language it was said in.
        self.overview.say("")
        self._load()

    def restyle(self) -> None:
        for part in (self.overview, self.chooser, self.form, self.trend):
            part.restyle()
        self._load()

    def _offer_unsaved(self) -> None:
        """Above everything but the form stands the sheet that is not saved yet."""
        self.form.drafted.try_keep()
        elsewhere = self.stack.currentWidget() not in (self.form, self.chooser)
        waits = elsewhere and bool(self.form.drafted.waiting())
        self.unsaved.setVisible(waits)
        # The edges of an empty line would push the page down.
        self._above.setContentsMargins(SIDE, TOP if waits else 0, SIDE, 0)

    def _go_on_typing(self) -> None:
        day, _, laboratory = self.form.drafted.waiting()[0].partition(" ")
        if self.form.is_open:
            self.stack.setCurrentWidget(self.form)
        elif day == "new" or not self._results(date.fromisoformat(day), laboratory or None):
            self._begin()
        else:
            self.open_sheet(date.fromisoformat(day), laboratory or None)

    def _load(self) -> None:
        """Loads now if the page is seen, else when it is shown."""
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def refresh(self) -> None:
        self._offer_unsaved()
        used = self.diary.labs.analytes_used()
        shown = self.stack.currentWidget()
        if shown is self.trend and self.trend.code in used:
            self.trend.refresh()
        elif shown is self.trend:
            self._show_table()
        elif shown in (self._empty, self.overview):
            if used:
                self.overview.refresh()
            self.stack.setCurrentWidget(self.overview if used else self._empty)

    def visit(self, route: Route) -> None:
        """A day leads to its sheet, a series to its trend."""
        if route.day is not None and self._results(route.day, route.laboratory):
            self.open_sheet(route.day, route.laboratory)
        elif route.series and route.series[0] in self.diary.labs.analytes_used():
            self.show_trend(route.series[0])

    def from_start(self) -> None:
        super().from_start()
        if self.stack.currentWidget() in (self._empty, self.overview):
            # It was loaded before it was shown.
            self.overview.table.scrollToTop()
            self.overview.table.horizontalScrollBar().setValue(0)
            self._take_keyboard()
        else:
            self._show_table()

    def leave(self) -> None:
        self.overview.say("")
        # A draft stays in its form until it is saved; only what is being composed is taken.
        self.form.keep()

    def unsaved_step(self, *, back: bool) -> str | None:
        seen = self.stack.currentWidget() is self.form
        return self.language.text("Paste") if seen and self.form.filling.can_step(back=back) else None

    def step(self, *, back: bool) -> None:
        self.form.filling.step(back=back)

    def open_sheet(self, day: date, laboratory: str | None) -> None:
        """Opens a sheet to look at it and to change it; a draft that was begun is not thrown away for it."""
        results = self._results(day, laboratory)
        if not results or self.diary.read_only:
            return
        if self.form.is_open and not self.form.may_go():
            self.stack.setCurrentWidget(self.form)
            return
        self.stack.setCurrentWidget(self.form)
        self.form.open(results)

    def show_trend(self, code: str) -> None:
        """Shows the trend of one test."""
        self.stack.setCurrentWidget(self.trend)
        self.trend.show_trend(code)
        self.trend.back.setFocus()

    def _results(self, day: date, laboratory: str | None) -> list[LabResult]:
        found = self.diary.labs.all(Period(day, day))
        same = [each for each in found if each.laboratory == laboratory]
        if same or laboratory is not None or not found:
            return same
        return [each for each in found if each.laboratory == found[0].laboratory]

    def _last_laboratory(self) -> str | None:
        """The laboratory of the latest sheet, else the first one that is known."""
        results = self.diary.labs.all()
        sheets = [each for each in self.diary.labs.sheets() if each.rows]
        if results and any(each.laboratory == results[-1].laboratory for each in sheets):
            return results[-1].laboratory
        return sheets[0].laboratory if sheets else None

    def _begin(self) -> None:
        """A new sheet; before the first one, the choice of what is printed."""
        if not any(each.rows for each in self.diary.labs.sheets()):
            self._choose(ANOTHER)
            return
        self.stack.setCurrentWidget(self.form)
        self.form.begin(self._last_laboratory())

    def _choose_last(self) -> None:
        self._choose(self._last_laboratory())

    def _choose(self, laboratory: str | None) -> None:
        new = laboratory == ANOTHER
        self.stack.setCurrentWidget(self.chooser)
        self.chooser.begin(None if new else laboratory, new=new)

    def _rows_kept(self, laboratory: str | None) -> None:
        self.stack.setCurrentWidget(self.form)
        if self.form.is_open:
            self.form.reload_rows(laboratory)
        else:
            self.form.begin(laboratory)

    def _back(self) -> None:
        if self.form.is_open:
            self.stack.setCurrentWidget(self.form)
        else:
            self._show_table()

    def _saved(self, count: int) -> None:
        tr = self.language
        self._show_table()
        self.overview.say(tr.plural("{count} result saved", "{count} results saved", count))

    def _show_table(self) -> None:
        self.stack.setCurrentWidget(self._empty)
        self.refresh()
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        if self.stack.currentWidget() is self.overview:
            self.overview.table.setFocus()
        else:
            self.start.setFocus()
