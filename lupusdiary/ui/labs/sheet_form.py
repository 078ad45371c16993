"""A laboratory sheet on the screen: date, laboratory and one table of rows, saved as one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.records import LabResult
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftedForm, DraftKeeper
from lupusdiary.ui.base.page import SIDE, TOP
from lupusdiary.ui.labs.sheet.filling import SheetFilling
from lupusdiary.ui.labs.sheet.footer import SheetFooter
from lupusdiary.ui.labs.sheet.guide import SheetGuide
from lupusdiary.ui.labs.sheet.row_details import RowDetails
from lupusdiary.ui.labs.sheet.table import SheetTable
from lupusdiary.ui.labs.sheet.tools import SheetTools
from lupusdiary.ui.labs.sheet.unread_lines import UnreadLines
from lupusdiary.ui.labs.sheet_draft import SheetDraft
from lupusdiary.ui.labs.sheet_header import ANOTHER, SheetHeader
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.scroll_column import scrolled

_LEAST_ROWS = 3


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
        self.head = SheetHeader(diary.today)
        self.title = self.head.title
        self.discard = self.head.back
        self.tools = SheetTools()
        self.table = SheetTable(diary, context)
        self.unread = UnreadLines()
        self.details = RowDetails()
        self.footer = SheetFooter()
        self.guide = SheetGuide(context, self.tools, self.table, self.details, self.footer)
        self.save = self.footer.save
        self.middle = QStackedWidget()
        self.filling = SheetFilling(
            diary, context, self.tools, self.table, self.unread, self.footer, self.middle
        )
        self._build()
        self._join()

    def _build(self) -> None:
        self.middle.addWidget(self.table)
        self.middle.addWidget(self.unread)
        body = QWidget()
        column = self._column = QVBoxLayout(body)
        column.setContentsMargins(SIDE, TOP, SIDE, 4)
        column.setSpacing(8)
        for part in (self.head, self.tools):
            column.addWidget(part)
        column.addWidget(self.middle, 1)
        column.addWidget(self.details)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        area = scrolled(body)
        self.guide.scrolls(area, body)
        outer.addWidget(area, 1)
        outer.addWidget(self.footer)

    def _join(self) -> None:
        head, table, footer = self.head, self.table, self.footer
        head.day_changed.connect(self._day_changed)
        head.day_entered.connect(table.go_on)
        head.laboratory_chosen.connect(self._laboratory_chosen)
        head.rows_requested.connect(lambda: self.rows_requested.emit(self._named()))
        head.there_requested.connect(self._open_there)
        head.back.clicked.connect(self._close)
        table.left.connect(self._leave_table)
        table.finished.connect(self._save)
        footer.save.clicked.connect(self._save)
        self.filling.shown.connect(self.guide.count)
        for keys, work in (
            (QKeySequence("F8"), self._next_question),
            (QKeySequence("Ctrl+F"), self.filling.find),
            (QKeySequence("Ctrl+Return"), self._save),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(work)

    def joins(self, keeper: DraftKeeper) -> DraftedForm:
        """Keeps what is typed in a sheet until it is saved or given up."""
        self.drafted = keeper.join("sheet", self._draft_key, self._typed, self._put_back)
        self._note = DraftNote(self.drafted, self._diary.now, self)
        self._note.given_up.connect(self._close)
        self._column.insertWidget(1, self._note)
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
            self.table.go_on()

    @property
    def is_open(self) -> bool:
        """Whether there is a draft, typed or not."""
        return self.draft is not None

    def begin(self, laboratory: str | None) -> None:
        """Starts a new sheet of a laboratory; a draft that was begun goes on."""
        if self.draft is None:
            self._show(SheetDraft.new(self._diary, laboratory))
        else:
            self.table.go(max(0, self.table.currentIndex().row()))

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
        self.footer.say("")
        self.head.show_day(draft.day)
        self.filling.draft = self.guide.draft = draft
        self.table.sheet.show(draft)
        self.middle.setCurrentWidget(self.table)
        self.retranslate()
        self.restyle()
        self.table.go(0)
        if not draft.entries:
            self.tools.search.setFocus()

    def retranslate(self) -> None:
        """Sets every text."""
        tr, draft = self._context.tr, self.draft
        self.head.retranslate(tr)
        self._note.retranslate(tr)
        self.tools.retranslate(tr)
        self.footer.retranslate(tr)
        self.table.setAccessibleName(tr.text("Rows of the sheet"))
        if draft is None:
            return
        original = draft.original
        self.title.setText(
            tr.text("Sheet of {day}", day=tr.date(original[0].collected_on, "short"))
            if original
            else tr.text("New sheet")
        )
        self._fill_laboratories()
        self.table.sheet.retranslate()
        self.unread.show_lines(draft.unread, tr)
        self.guide.show_row(self.table.currentIndex().row())
        self._say_what_is_there()
        self.guide.count()

    def restyle(self) -> None:
        """Follows theme and text size."""
        theme = self._context.theme
        for part in (self.head, self.tools, self.footer):
            part.restyle(theme)
        self.details.fit(theme.scale)
        self.table.fit()
        # With large text the page scrolls rather than that fewer than three rows are seen.
        rows = self.table.verticalHeader().defaultSectionSize() * _LEAST_ROWS
        self.middle.setMinimumHeight(rows + self.table.horizontalHeader().sizeHint().height() + 4)

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
            self.table.sheet.look_back()
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

    def _next_question(self) -> None:
        self.middle.setCurrentWidget(self.table)
        self.guide.next_question()

    def _leave_table(self, step: int) -> None:
        if step > 0:
            self.save.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.head.laboratory.setFocus(Qt.FocusReason.BacktabFocusReason)

    # Keeping

    def keep(self) -> None:
        """Takes what an input method is still composing."""
        self.table.keep()
        self.details.keep()

    def _save(self) -> None:
        if self.draft is None:
            return
        self.keep()
        try:
            self.draft.day = self.head.day.day()
            count = self.draft.save(self._diary, self._diary.profile.get().sex)
        except Refusal as refusal:
            self._show_problem()
            self.footer.complain(self._context.tr.refusal(refusal))
            return
        self._end()
        self.saved.emit(count)

    def _show_problem(self) -> None:
        sheet = self.table.sheet
        for row in range(sheet.rowCount()):
            if sheet.parsed(row).problem:
                self.table.go(row)
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
        self.draft = self.filling.draft = self.guide.draft = None
        self.table.sheet.show(None)
        self.footer.say("")
