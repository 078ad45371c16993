"""A laboratory sheet on the screen: date, laboratory and rows, saved as one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.records import LabResult
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftedForm, DraftKeeper
from lupusdiary.ui.labs.sheet_draft import SheetDraft
from lupusdiary.ui.labs.sheet_header import ANOTHER as ANOTHER
from lupusdiary.ui.labs.sheet_header import SheetHead
from lupusdiary.ui.labs.sheet_row import SheetRowEditor
from lupusdiary.ui.widgets.discard import discard
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.scroll_column import scrolled

# Below this width in pixels at text size 100 % a row needs two lines.
_ONE_LINE = 780


class SheetForm(QWidget):
    """Enters a new sheet or changes an old one. What is typed stays until it is saved or discarded."""

    saved = Signal(int)
    closed = Signal()
    rows_requested = Signal(object)
    sheet_requested = Signal(object, object)

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self._diary = diary
        self._context = context
        self.draft: SheetDraft | None = None
        self.rows: list[SheetRowEditor] = []
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.head = SheetHead(diary.today)
        self.save = QPushButton()
        self.save.setObjectName("save_sheet")
        self.save.setProperty("role", "primary")
        self.discard = QPushButton()
        self.discard.setObjectName("discard_sheet")
        self.problem = QLabel()
        self.problem.setObjectName("sheet_problem")
        self.problem.setProperty("role", "note")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._hint = QLabel()
        self._hint.setProperty("role", "hint")
        self._hint.setWordWrap(True)
        self._build()
        self.head.day_changed.connect(self._day_changed)
        self.head.laboratory_chosen.connect(self._laboratory_chosen)
        self.head.rows_requested.connect(lambda: self.rows_requested.emit(self._named()))
        self.head.there_requested.connect(self._open_there)
        self.save.clicked.connect(self._save)
        self.discard.clicked.connect(self._close)

    def _build(self) -> None:
        self._card = QFrame()
        self._card.setProperty("role", "card")
        self._list = QVBoxLayout(self._card)
        self._list.setContentsMargins(16, 6, 12, 8)
        self._list.setSpacing(0)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(26, 18, 26, 12)
        column.setSpacing(10)
        self._body = column
        column.addWidget(self.title)
        column.addWidget(self.head)
        column.addWidget(self._hint)
        column.addWidget(self._card)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(26, 8, 26, 14)
        foot.setSpacing(10)
        foot.addWidget(self.save)
        foot.addWidget(self.discard)
        foot.addWidget(self.problem, 1)
        foot.addStretch(0)
        self._area = scrolled(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._area, 1)
        outer.addLayout(foot)

    def joins(self, keeper: DraftKeeper) -> DraftedForm:
        """Keeps what is typed in a sheet until it is saved or given up."""
        self.drafted = keeper.join("sheet", self._draft_key, self._typed, self._put_back)
        self._note = DraftNote(self.drafted, self._diary.now, self)
        self._note.given_up.connect(self._close)
        self._body.insertWidget(1, self._note)
        return self.drafted

    def _draft_key(self) -> str | None:
        return None if self.draft is None else self.draft.key

    def _typed(self) -> dict[str, Any] | None:
        return None if self.draft is None else self.draft.typed(self.head.day.text)

    def _put_back(self, values: Mapping[str, Any]) -> None:
        if self.draft is not None:
            self.draft.put_back(self._diary, values)
            self._fill(self.draft)
            self.head.day.show_text(values.get("day", ""))

    @property
    def is_open(self) -> bool:
        """Whether there is a draft, typed or not."""
        return self.draft is not None

    def begin(self, laboratory: str | None) -> None:
        """Starts a new sheet of a laboratory; a draft that was begun goes on."""
        if self.draft is None:
            self._show(SheetDraft.new(self._diary, laboratory))

    def open(self, results: Sequence[LabResult]) -> None:
        """Opens the sheet to which `results` belong."""
        self._show(SheetDraft.of(self._diary, results))

    def reload_rows(self, laboratory: str | None) -> None:
        """Takes the rows of a laboratory as they are now; what is typed stays."""
        if self.draft is not None:
            self.draft.change_laboratory(self._diary, laboratory)
            self._fill(self.draft)

    def _show(self, draft: SheetDraft) -> None:
        if self.draft is not None and self.draft is not draft:
            self.drafted.try_keep()
        self._fill(draft)
        self.drafted.look()

    def _fill(self, draft: SheetDraft) -> None:
        self.draft = draft
        self.problem.hide()
        self.head.show_day(draft.day)
        for row in self.rows:
            self._list.removeWidget(row)
            discard(row)
        self.rows = [SheetRowEditor(entry, self._sex, lambda: self._context.tr) for entry in draft.entries]
        for at, row in enumerate(self.rows):
            row.onto.connect(lambda step, here=at: self._go(here + step))
            row.unit_answered.connect(lambda unit, here=row: self._remember_unit(here, unit))
            self._list.addWidget(row)
        self.retranslate()
        self.restyle()
        self._stack()
        self._order_tabs()
        if self.rows:
            self.rows[0].take_focus()

    def _sex(self) -> str | None:
        return self._diary.profile.get().sex

    def _order_tabs(self) -> None:
        for before, after in zip(self.rows, self.rows[1:], strict=False):
            QWidget.setTabOrder(before.remove, after.value)

    def _go(self, at: int) -> None:
        if 0 <= at < len(self.rows):
            row = self.rows[at]
            row.take_focus()
            self._area.ensureWidgetVisible(row, 0, 24)
        elif at >= len(self.rows):
            self.save.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.head.laboratory.setFocus(Qt.FocusReason.BacktabFocusReason)

    def retranslate(self) -> None:
        """Sets every text."""
        tr, draft = self._context.tr, self.draft
        self.head.retranslate(tr)
        self._note.retranslate(tr)
        self.save.setText(tr.text("Save the sheet"))
        self.discard.setText(tr.text("Close without saving"))
        self._hint.setText(
            tr.text(
                "Type each value exactly as it is printed, for example <1.3, 1:640, 2+ or 음성. "
                "Rows without a value are left out."
            )
        )
        if draft is None:
            return
        original = draft.original
        self.title.setText(
            tr.text("Sheet of {day}", day=tr.date(original[0].collected_on))
            if original
            else tr.text("New sheet")
        )
        self._fill_laboratories()
        for row in self.rows:
            row.retranslate()
        self._say_what_is_there()

    def restyle(self) -> None:
        """Follows theme and text size."""
        for row in self.rows:
            row.restyle(self._context.theme)
        self._stack()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack()

    def _stack(self) -> None:
        stacked = self.width() < _ONE_LINE * (0.4 + 0.6 * self._context.theme.scale)
        for row in self.rows:
            row.stack(stacked)

    def _fill_laboratories(self) -> None:
        if self.draft is not None:
            names = [sheet.laboratory for sheet in self._diary.labs.sheets()]
            known = [*names, *self._diary.labs.laboratories()]
            self.head.show_laboratories(known, self.draft.laboratory, self._context.tr)

    def _laboratory_chosen(self, chosen: str | None) -> None:
        if chosen == ANOTHER:
            self.rows_requested.emit(ANOTHER)
        else:
            self.reload_rows(chosen)

    def _day_changed(self) -> None:
        if self.draft is not None:
            self.draft.day = self.head.day.day()
            self._say_what_is_there()

    def _say_what_is_there(self) -> None:
        draft = self.draft
        there = draft is not None and not draft.original and bool(draft.results_there(self._diary))
        self.head.show_there(there, self._context.tr)

    def _open_there(self) -> None:
        if self.draft is not None:
            self.sheet_requested.emit(self.draft.day, self.draft.laboratory)

    def _named(self) -> str | None:
        return self.draft.laboratory if self.draft is not None else None

    def _remember_unit(self, row: SheetRowEditor, unit: str) -> None:
        if self.draft is not None:
            self.draft.remember_unit(self._diary, row.entry, unit)

    def keep(self) -> None:
        """Takes what an input method is still composing."""
        for row in self.rows:
            row.keep()

    def _save(self) -> None:
        if self.draft is None:
            return
        self.keep()
        try:
            self.draft.day = self.head.day.day()
            count = self.draft.save(self._diary, self._sex())
        except Refusal as refusal:
            self.problem.setText(self._context.tr.refusal(refusal))
            self.problem.show()
            self._show_problem()
            return
        self._end()
        self.saved.emit(count)

    def _show_problem(self) -> None:
        for at, row in enumerate(self.rows):
            if row.read().problem:
                self._go(at)
                return

    def may_go(self) -> bool:
        """Whether the draft may be given up: nothing is typed in it, or the person says so."""
        if self.draft is None or not self.draft.is_touched:
            return True
        tr = self._context.tr
        question = tr.text("Close this sheet without saving what you typed?")
        return self._context.prompts.confirm(
            self, question, tr.text("Close without saving"), tr.text("Keep typing")
        )

    def _close(self) -> None:
        if self.may_go():
            self._end()
            self.closed.emit()

    def _end(self) -> None:
        self.drafted.done()
        self.draft = None
        self.problem.hide()
