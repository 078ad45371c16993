"""Chooses what a laboratory prints: its tests in the order of the sheet, under the labels of the sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.diary import Diary
from lupusdiary.domain.records import OwnAnalyte, SheetRow, SheetTemplate
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.labs.analyte_list import AnalyteList
from lupusdiary.ui.labs.chosen_rows import ChosenRows
from lupusdiary.ui.labs.custom_test_form import OwnTestForm
from lupusdiary.ui.widgets.scroll_column import scrolled

_SIDE_BY_SIDE = 620
_LEAST_ROWS = 5


class AnalyteChooser(QWidget):
    """`saved` carries the laboratory's name (or None) once its rows are kept."""

    saved = Signal(object)
    closed = Signal()

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self._diary = diary
        self._context = context
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self._intro = QLabel()
        self._intro.setProperty("role", "muted")
        self._intro.setWordWrap(True)
        self._name_label = QLabel()
        self.name = QLineEdit()
        self.name.setObjectName("laboratory_name")
        self.search = QLineEdit()
        self.search.setObjectName("search_tests")
        self.search.setClearButtonEnabled(True)
        self.usual = QPushButton()
        self.usual.setObjectName("usual_tests")
        self.list = AnalyteList()
        self.chosen = ChosenRows()
        self._chosen_label = QLabel()
        self._chosen_label.setProperty("role", "strong")
        self.add_own = QPushButton()
        self.add_own.setObjectName("open_own_test")
        self.add_own.setProperty("role", "quiet")
        self.own = OwnTestForm()
        self.own.hide()
        self.save = QPushButton()
        self.save.setObjectName("save_rows")
        self.save.setProperty("role", "primary")
        self.cancel = QPushButton()
        self.problem = QLabel()
        self.problem.setProperty("role", "note")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._build()
        self.search.textChanged.connect(self._fill_list)
        self.list.switched.connect(self._switched)
        self.chosen.removed.connect(lambda _: self._show_chosen())
        self.usual.clicked.connect(self._add_usual)
        self.add_own.clicked.connect(self.own.begin)
        self.own.requested.connect(self._add_own)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.closed)

    def _build(self) -> None:
        named = QHBoxLayout()
        named.addWidget(self._name_label)
        named.addWidget(self.name, 1)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        right = QVBoxLayout()
        right.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self._chosen_label, 1)
        head.addWidget(self.usual)
        right.addLayout(head)
        self._card = QFrame()
        self._card.setProperty("role", "card")
        inner = QVBoxLayout(self._card)
        inner.setContentsMargins(4, 4, 4, 4)
        inner.addWidget(scrolled(self.chosen))
        right.addWidget(self._card, 1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(14)
        self._sides.addLayout(left, 1)
        self._sides.addLayout(right, 1)
        foot = QHBoxLayout()
        for widget in (self.save, self.cancel):
            foot.addWidget(widget)
        foot.addWidget(self.problem, 1)
        foot.addStretch(0)
        foot.addWidget(self.add_own)
        foot.setContentsMargins(26, 8, 26, 14)
        foot.setSpacing(10)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(26, 18, 26, 4)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self._intro)
        column.addLayout(named)
        column.addLayout(self._sides, 1)
        column.addWidget(self.own)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scrolled(body), 1)
        outer.addLayout(foot)

    def joins(self, keeper: DraftKeeper) -> None:
        """Keeps what is chosen until it is saved or given up."""
        self._untouched: dict[str, Any] | None = None
        self.drafted = keeper.join("rows", self._draft_key, self._typed, self._put_back)
        self.own.joins(keeper)
        for leaving in (self.saved, self.closed):
            leaving.connect(self._end)

    def _draft_key(self) -> str | None:
        if self._untouched is None:
            return None
        return "new" if self._new else f"of {self._laboratory or ''}"

    def _values(self) -> dict[str, Any]:
        rows = [asdict(row.sheet_row()) for row in self.chosen.rows]
        return {"name": self.name.text() if self._new else "", "rows": rows}

    def _typed(self) -> dict[str, Any] | None:
        values = self._values()
        return values if values != self._untouched else None

    def _put_back(self, values: Mapping[str, Any]) -> None:
        if self._new:
            self.name.setText(values["name"])
        self.chosen.clear()
        for row in values["rows"]:
            if row["analyte"] in self._diary.labs.catalogue():
                self._add(SheetRow(**row))
        self._show_chosen()

    def _end(self) -> None:
        self.drafted.done()
        self._untouched = None

    def begin(self, laboratory: str | None, *, new: bool) -> None:
        """Shows the rows of a laboratory; a `new` one is named first."""
        self._new = new
        self.name.setText(laboratory or "")
        self.name.setReadOnly(not new)
        self.problem.hide()
        self.own.hide()
        self.search.clear()
        self.chosen.clear()
        if not new:
            for row in self._diary.labs.sheet(laboratory).rows:
                self._add(row)
        self._laboratory = laboratory
        self.retranslate()
        self._show_chosen()
        self._untouched = self._values()
        self.drafted.look()
        self.own.look()
        (self.name if new else self.search).setFocus()

    _new = True
    _laboratory: str | None = None

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self.title.setText(tr.text("What your hospital prints"))
        self._intro.setText(
            tr.text(
                "Take a sheet of your hospital and choose its tests once. A new sheet then has the "
                "same rows in the same order. You can change this at any time."
            )
        )
        self._name_label.setText(tr.text("Laboratory or hospital"))
        self.name.setAccessibleName(tr.text("Laboratory or hospital"))
        self.name.setPlaceholderText(tr.text("Name, may be left empty"))
        self.search.setPlaceholderText(tr.text("Find a test by name or abbreviation"))
        self.search.setAccessibleName(tr.text("Find a test by name or abbreviation"))
        self.list.setAccessibleName(tr.text("All tests"))
        self.usual.setText(tr.text("Add the usual tests"))
        self.chosen.empty.setText(
            tr.text(
                "Nothing is chosen yet. Tick tests in the list; here they stand in the order of your sheet."
            )
        )
        self.add_own.setText(tr.text("A test is missing …"))
        self.save.setText(tr.text("Keep these rows"))
        self.cancel.setText(tr.text("Cancel"))
        self.own.retranslate(tr)
        for row in self.chosen.rows:
            row.retranslate(tr)
        self._fill_list()
        self._count()

    def restyle(self) -> None:
        """Follows theme and text size."""
        theme = self._context.theme
        for row in self.chosen.rows:
            row.restyle(theme)
        self.own.fit(theme.scale)
        self.list.height_of_row = target(theme.scale)
        for part in (self.list, self._card):
            part.setMinimumHeight(target(theme.scale) * _LEAST_ROWS)
        self._fill_list()
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        wide = self.width() >= _SIDE_BY_SIDE * (0.5 + 0.5 * self._context.theme.scale)
        way = QBoxLayout.Direction
        self._sides.setDirection(way.LeftToRight if wide else way.TopToBottom)

    def _fill_list(self) -> None:
        catalogue = self._diary.labs.catalogue()
        self.list.fill(catalogue, self.chosen.codes(), self.search.text(), self._context.tr)

    def _add(self, row: SheetRow) -> None:
        self.chosen.add(row, self._diary.labs.catalogue(), self._context.tr, self._context.theme)

    def _switched(self, code: str, on: bool) -> None:
        if on and code not in self.chosen.codes():
            self._add(SheetRow(code))
        elif not on:
            self.chosen.take(code)
        self._count()

    def _show_chosen(self) -> None:
        self.list.show_on(self.chosen.codes())
        self._count()

    def _count(self) -> None:
        tr = self._context.tr
        self._chosen_label.setText(
            tr.plural("{count} row on the sheet", "{count} rows on the sheet", len(self.chosen.rows))
        )

    def _add_usual(self) -> None:
        for analyte in self._diary.labs.catalogue().all:
            if analyte.tier == "core" and analyte.id not in self.chosen.codes():
                self._add(SheetRow(analyte.id))
        self._show_chosen()

    def _add_own(self, own: OwnAnalyte) -> None:
        try:
            code = self._diary.labs.add_own(own)
        except Refusal as refusal:
            self.own.say(self._context.tr.refusal(refusal))
            return
        self.own.ended()
        self._add(SheetRow(code))
        self._fill_list()
        self._count()
        self.add_own.setFocus()

    def _save(self) -> None:
        tr = self._context.tr
        name = (self.name.text().strip() or None) if self._new else self._laboratory
        rows = tuple(row.sheet_row() for row in self.chosen.rows)
        try:
            if not rows:
                raise Refusal("Choose at least one test.")
            if self._new and self._diary.labs.sheet(name).rows:
                raise Refusal("This laboratory is there already. Open it to change its rows.")
            self._diary.labs.set_sheet(SheetTemplate(name, rows))
        except Refusal as refusal:
            self.problem.setText(tr.refusal(refusal))
            self.problem.show()
            return
        self.saved.emit(name)
