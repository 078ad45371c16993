"""Filling a sheet at once: finding or adding a row by its name, and pasting a column or a table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.exchange.pasted_results import PastedLine, read_pasted
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.labs.sheet.footer import SheetFooter
from lupusdiary.ui.labs.sheet.table import SheetTable
from lupusdiary.ui.labs.sheet.tools import SheetTools
from lupusdiary.ui.labs.sheet.unread_lines import UnreadLines
from lupusdiary.ui.labs.sheet_draft import SheetDraft, row_values
from lupusdiary.ui.widgets.line_edits import hand_on_tables


class SheetFilling(QObject):
    """Leads the tools, the table and the list of unread lines of one form; `shown` after the rows changed."""

    shown = Signal()

    def __init__(
        self,
        diary: Diary,
        context: UiContext,
        tools: SheetTools,
        table: SheetTable,
        unread: UnreadLines,
        footer: SheetFooter,
        middle: QStackedWidget,
    ) -> None:
        super().__init__(middle)
        self.draft: SheetDraft | None = None
        self._diary = diary
        self._context = context
        self._tools = tools
        self._table = table
        self._unread = unread
        self._footer = footer
        self._middle = middle
        # What was pasted where, and the rows after it: a step back or on is one only while they stand so.
        self._pasted: tuple[SheetDraft, str, int] | None = None
        self._rows_then: list[dict[str, Any]] = []
        tools.paste_requested.connect(lambda: self.paste(QGuiApplication.clipboard().text()))
        hand_on_tables(self.paste, tools.search)
        tools.search.sought.connect(self._search)
        tools.search.entered.connect(self._take_found)
        table.pasted.connect(self.paste)
        unread.named.connect(self._take_unread)
        unread.closed.connect(self._show_table)
        footer.unread.clicked.connect(self._show_unread)
        footer.undo.clicked.connect(self.undo)

    # Finding a row

    def find(self) -> None:
        """Puts the keyboard into the search."""
        self._tools.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._tools.search.selectAll()

    def _found(self) -> tuple[int | None, Analyte | None]:
        """The row that the search finds, else a test that could be added."""
        wanted, draft = self._tools.search.wanted, self.draft
        if draft is None or not wanted:
            return None, None
        for row, entry in enumerate(draft.entries):
            if entry.label and wanted.casefold() in entry.label.casefold():
                return row, entry.analyte
        ranked = self._diary.labs.catalogue().search(wanted)
        rows = {entry.analyte.id: row for row, entry in reversed(list(enumerate(draft.entries)))}
        there = next((each for each in ranked if each.id in rows), None)
        if there is not None:
            return rows[there.id], there
        return None, ranked[0] if ranked else None

    def _search(self) -> None:
        tr, (row, analyte) = self._context.tr, self._found()
        words = ""
        if row is not None:
            index = self._table.sheet.index(row, 0)
            self._table.setCurrentIndex(index)
            self._table.scrollTo(self._table.sheet.index(row, 1))
        elif analyte is not None:
            words = tr.text("Enter adds {test} to this sheet.", test=analyte.label(tr))
        elif self._tools.search.wanted:
            words = tr.text("No test is found.")
        self._tools.found.setText(words)

    def _take_found(self) -> None:
        row, analyte = self._found()
        if self.draft is None or analyte is None:
            return
        if row is None:
            row = self.draft.add_test(analyte)
            self._table.sheet.show(self.draft)
        self._tools.search.clear()
        self._show_again(row)

    # Pasting

    def paste(self, text: str) -> None:
        """Fills a column from the row of the keyboard down, or reads a table by its labels."""
        if self.draft is None or not text.strip():
            return
        tr = self._context.tr
        try:
            pasted = read_pasted(text, self._tests_named)
        except Refusal as refusal:
            self._footer.complain(tr.refusal(refusal))
            return
        if pasted.column:
            row = max(0, self._table.currentIndex().row())
            count = self.draft.paste_column(pasted.column, row)
        else:
            row, count = 0, self.draft.paste_lines(pasted.lines)
        self._table.sheet.show(self.draft)
        self._pasted, self._rows_then = (self.draft, text, row), self._rows()
        self._show_again(row)
        self._footer.say(tr.plural("{count} value pasted", "{count} values pasted", count))

    def _tests_named(self, label: str) -> list[Analyte]:
        """The tests that a label may mean; the name of a row settles its own label."""
        wanted = label.casefold().replace(" ", "")
        entries = self.draft.entries if self.draft is not None else []
        own = [each.analyte for each in entries if (each.label or "").casefold().replace(" ", "") == wanted]
        return own[:1] or self._diary.labs.catalogue().match_label(label)

    def _show_again(self, row: int) -> None:
        self._unread.show_lines(self.draft.unread if self.draft else (), self._context.tr)
        self._table.go(row)
        self.shown.emit()

    def undo(self) -> None:
        """Takes the last paste back, whole."""
        if self.draft is not None and self.draft.can_undo_paste:
            self.draft.undo_paste()
            self._rows_then = self._rows()
            self._middle.setCurrentWidget(self._table)
            self._table.sheet.show(self.draft)
            self._show_again(0)
            self._footer.say(self._context.tr.text("The paste was undone."))

    def _rows(self) -> list[dict[str, Any]]:
        return [] if self.draft is None else [row_values(each) for each in self.draft.entries]

    def can_step(self, *, back: bool) -> bool:
        """Whether the last that happened to the rows is a paste, or for a step on a paste that was undone."""
        if self._pasted is None or self._pasted[0] is not self.draft:
            return False
        return self.draft.can_undo_paste is back and self._rows() == self._rows_then

    def step(self, *, back: bool) -> None:
        """Takes the paste back, or pastes once more what was taken back."""
        if back:
            self.undo()
        elif self._pasted is not None:
            _, text, row = self._pasted
            self._table.go(row)
            self.paste(text)

    def _show_unread(self) -> None:
        self._middle.setCurrentWidget(self._unread)
        self._unread.back.setFocus()

    def _show_table(self) -> None:
        self._middle.setCurrentWidget(self._table)
        self._table.go(max(0, self._table.currentIndex().row()))

    def _take_unread(self, line: PastedLine, test: Analyte) -> None:
        if self.draft is None:
            return
        self.draft.take_unread(line, test)
        self._table.sheet.show(self.draft)
        if not self.draft.unread:
            self._middle.setCurrentWidget(self._table)
        self._show_again(self.draft.add_test(test))
        if self.draft.unread:
            self._show_unread()
