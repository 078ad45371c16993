"""Chooses what a laboratory prints: its tests in the order of the sheet, under the labels of the sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.diary import Diary
from lupusdiary.domain.records import OwnAnalyte, SheetRow, SheetTemplate
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.base.page import SIDE, TOP
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.labs.analyte_side import AnalyteSide
from lupusdiary.ui.labs.chosen_side import ChosenSide
from lupusdiary.ui.labs.custom_test_form import CustomTestForm
from lupusdiary.ui.labs.halves import Halves
from lupusdiary.ui.labs.row_finder import RowFinder
from lupusdiary.ui.labs.sheet.unread_lines import UnreadLines
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.flow_layout import FlowLayout, flow_of
from lupusdiary.ui.widgets.labels import attempt, plain_label, set_role
from lupusdiary.ui.widgets.line_edits import hand_on_tables
from lupusdiary.ui.widgets.scroll_column import scrolled

_SIDE_BY_SIDE = 880
_LEAST_ROWS = 5
_LARGE = 1.4
# What the edges take beside a name, and the longest name that is seen whole, in pixels.
_EDGES, _LONGEST = 34, 400


class AnalyteChooser(QWidget):
    """`saved` carries the laboratory's name (or None) once its rows are kept."""

    saved = Signal(object)
    closed = Signal()

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self._diary = diary
        self._context = context
        self.title, self._intro, self._name_label = plain_label("title"), plain_label("muted"), QLabel()
        self.name = QLineEdit()
        self.name.setObjectName("laboratory_name")
        self.tests = AnalyteSide(diary, context)
        self.search, self.list, self.cards = self.tests.search, self.tests.list, self.tests.cards
        self.side = ChosenSide(context)
        self.chosen = self.side.table
        self.paste = QPushButton()
        self.paste.setObjectName("paste_rows")
        self.unread, self._middle = UnreadLines(), QStackedWidget()
        self.finder = RowFinder(diary, context, self.unread)
        self.add_own = QPushButton()
        self.add_own.setObjectName("open_own_test")
        self.add_own.setProperty("role", "quiet")
        self.own = CustomTestForm()
        self.own.hide()
        self.save = QPushButton()
        self.save.setObjectName("save_rows")
        self.save.setProperty("role", "primary")
        self.cancel = QPushButton()
        self.problem = plain_label("note")
        self.problem.hide()
        self._build()
        self.search.textChanged.connect(self._fill_list)
        hand_on_tables(self.find_pasted, self.name, self.search)
        self.list.switched.connect(lambda code, on: self._switch([code], on=on))
        self.cards.switched.connect(lambda codes, on: self._switch(codes, on=on))
        self.chosen.taken.connect(lambda _: self.list.show_on(self.chosen.codes()))
        self.chosen.chosen.changed.connect(lambda: self.tests.fill_cards(self.chosen.codes()))
        self.paste.clicked.connect(lambda: self.find_pasted(QGuiApplication.clipboard().text()))
        self.finder.found.connect(self._add_found)
        self.finder.finished.connect(self._show_choice)
        self.side.usual.clicked.connect(self._add_usual)
        self.add_own.clicked.connect(self.own.begin)
        self.own.requested.connect(self._add_own)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.closed)

    def _build(self) -> None:
        self.title.setWordWrap(False)
        self.name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        named = flow_of(10, self.title, self._name_label, self.name)
        self._sides = Halves(self.tests, self.side)
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._foot = flow_of(10, self.save, self.cancel, self.problem, gap)
        self._foot.setContentsMargins(SIDE, 8, SIDE, 14)
        self._tools = FlowLayout(10)
        body = QWidget()
        column = self._column = QVBoxLayout(body)
        column.setContentsMargins(SIDE, TOP, SIDE, 4)
        column.setSpacing(10)
        column.addLayout(named)
        column.addWidget(self._intro)
        column.addLayout(self._tools)
        for part in (self._sides, self.unread):
            self._middle.addWidget(part)
        column.addWidget(self._middle, 1)
        column.addWidget(self.own)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scrolled(body), 1)
        outer.addLayout(self._foot)

    def joins(self, keeper: DraftKeeper) -> None:
        """Keeps what is chosen until it is saved or given up."""
        self._untouched: dict[str, Any] | None = None
        self.drafted = keeper.join("rows", self._draft_key, self._typed, self._put_back)
        note = DraftNote.on(self.drafted, self._diary.now, self._context, self._give_up, self)
        self._column.insertWidget(2, note)
        self.own.joins(keeper, self._diary.now)
        for leaving in (self.saved, self.closed):
            leaving.connect(self._end)

    def _draft_key(self) -> str | None:
        if self._untouched is None:
            return None
        return "new" if self._new else f"of {self._laboratory or ''}"

    def _values(self) -> dict[str, Any]:
        rows = [asdict(row) for row in self.chosen.chosen.sheet_rows()]
        return {"name": self.name.text() if self._new else "", "rows": rows}

    def _typed(self) -> dict[str, Any] | None:
        values = self._values()
        return values if values != self._untouched else None

    def _put_back(self, values: Mapping[str, Any]) -> None:
        if self._new:
            self.name.setText(values["name"])
        self.chosen.chosen.clear()
        for row in values["rows"]:
            if row["analyte"] in self._diary.labs.catalogue():
                self._add(SheetRow(**row))
        self.list.show_on(self.chosen.codes())

    def _give_up(self) -> None:
        self._end()
        self.begin(self._laboratory, new=self._new)

    def _end(self) -> None:
        self.drafted.done()
        self._untouched = None

    def begin(self, laboratory: str | None, *, new: bool) -> None:
        """Shows the rows of a laboratory; a `new` one is named first."""
        self.drafted.try_keep()
        self._new = new
        self.name.setText(laboratory or "")
        # A long one is read from its beginning.
        self.name.setCursorPosition(0)
        words = self.name.fontMetrics().horizontalAdvance(laboratory or "") + _EDGES
        self.name.setMinimumWidth(0 if new else min(words, round(_LONGEST * self._context.theme.scale)))
        self.name.setReadOnly(not new)
        self.problem.hide()
        self.own.hide()
        self.search.clear()
        self.chosen.chosen.clear()
        self._middle.setCurrentIndex(0)
        if not new:
            for row in self._diary.labs.sheet(laboratory).rows:
                self._add(row)
        self.chosen.to_top()
        self._laboratory = laboratory
        self.retranslate()
        self.list.show_on(self.chosen.codes())
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
        self.tests.retranslate()
        self.add_own.setText(tr.text("A test is missing …"))
        self.save.setText(tr.text("Keep these rows"))
        self.cancel.setText(tr.text("Cancel"))
        self.own.retranslate(tr)
        self.paste.setText(tr.text("Find from a pasted sheet"))
        self.paste.setToolTip(tr.text("Copy the table of a sheet first: its tests are put here as printed."))
        self.side.retranslate()
        self._fill_list()

    def restyle(self) -> None:
        """Follows theme and text size."""
        theme = self._context.theme
        self.side.restyle()
        self.own.fit(theme.scale)
        self.list.height_of_row = target(theme.scale)
        for part in (self.list, self.chosen):
            part.setMinimumHeight(target(theme.scale) * _LEAST_ROWS)
        self._fill_list()
        # In large text the foot keeps to one line.
        place = self._foot if theme.scale < _LARGE else self._tools
        for button in (self.paste, self.add_own):
            place.addWidget(button)
        self._sides.fit(round(_SIDE_BY_SIDE * theme.scale))

    def _fill_list(self) -> None:
        self.tests.fill(self.chosen.codes())

    def _add(self, row: SheetRow) -> None:
        self.chosen.add(row, self._diary.labs.catalogue())

    def _switch(self, codes: list[str], *, on: bool) -> None:
        for code in codes:
            if on and code not in self.chosen.codes():
                self._add(SheetRow(code))
            elif not on:
                self.chosen.take(code)
        self.list.show_on(self.chosen.codes())

    def find_pasted(self, text: str) -> None:
        """Puts the tests that a copied sheet names on the list, each as it is printed there."""
        tr, found = self._context.tr, list[int]()
        if not attempt(lambda: found.append(self.finder.read(text)), self.problem, tr):
            return
        self.list.show_on(self.chosen.codes())
        words = tr.plural("{count} test found", "{count} tests found", found[0])
        self._say(words, "muted" if found[0] else "note")
        if self.finder.unread:
            self._middle.setCurrentWidget(self.unread)
            self.unread.back.setFocus()

    def _add_found(self, row: SheetRow) -> None:
        if row.analyte not in self.chosen.codes():
            self._add(row)
            self.list.show_on(self.chosen.codes())

    def _show_choice(self) -> None:
        self._middle.setCurrentIndex(0)
        self.chosen.setFocus()

    def _say(self, words: str, role: str = "note") -> None:
        set_role(self.problem, role)
        self.problem.setText(words)
        self.problem.show()

    def _add_usual(self) -> None:
        for analyte in self._diary.labs.catalogue().all:
            if analyte.tier == "core" and analyte.id not in self.chosen.codes():
                self._add(SheetRow(analyte.id))
        self.list.show_on(self.chosen.codes())

    def _add_own(self, own: OwnAnalyte) -> None:
        try:
            code = self._diary.labs.add_own(own)
        except Refusal as refusal:
            self.own.say(self._context.tr.refusal(refusal))
            return
        self.own.ended()
        self._add(SheetRow(code))
        self._fill_list()
        self.add_own.setFocus()

    def _save(self) -> None:
        tr = self._context.tr
        name = (self.name.text().strip() or None) if self._new else self._laboratory
        rows = self.chosen.chosen.sheet_rows()
        try:
            if not rows:
                raise Refusal("Choose at least one test.")
            if self._new and self._diary.labs.sheet(name).rows:
                raise Refusal("This laboratory is there already. Open it to change its rows.")
            self._diary.labs.set_sheet(SheetTemplate(name, rows))
        except Refusal as refusal:
            self._say(tr.refusal(refusal))
            return
        self.saved.emit(name)
