"""Leads through a sheet: the row of the keyboard, what is still asked, and the units that are offered."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.labs.sheet.footer import SheetFooter
from lupusdiary.ui.labs.sheet.row_details import RowDetails
from lupusdiary.ui.labs.sheet.table import SheetTable
from lupusdiary.ui.labs.sheet.tools import SheetTools
from lupusdiary.ui.labs.sheet_draft import SheetDraft


class SheetGuide(QObject):
    """Keeps the tools, the details and the foot of one form in step with its table."""

    def __init__(
        self,
        context: UiContext,
        tools: SheetTools,
        table: SheetTable,
        details: RowDetails,
        footer: SheetFooter,
    ) -> None:
        super().__init__(table)
        self.draft: SheetDraft | None = None
        self._context = context
        self._tools = tools
        self._table = table
        self._details = details
        self._footer = footer
        self._area: QScrollArea | None = None
        self._body: QWidget = table
        tools.same_requested.connect(self._confirm_units)
        table.row_changed.connect(self.show_row)
        table.sheet.typed.connect(lambda _: self.count())
        table.verticalScrollBar().valueChanged.connect(lambda _: self.count())
        details.removed.connect(self._remove_result)
        details.second_requested.connect(self._add_second)
        footer.questions.clicked.connect(self.next_question)

    def scrolls(self, area: QScrollArea, body: QWidget) -> None:
        """Takes the area in which the row of the keyboard is brought into view."""
        self._area, self._body = area, body

    def show_row(self, row: int) -> None:
        """Shows what stands beside the row of the keyboard."""
        entries = self.draft.entries if self.draft is not None else []
        entry = entries[row] if 0 <= row < len(entries) else None
        self._details.show_entry(entry, self._context.tr)
        if self._area is not None:
            place = self._table.visualRect(self._table.currentIndex()).center()
            seen = self._table.viewport().mapTo(self._body, place)
            height = self._table.verticalHeader().defaultSectionSize()
            self._area.ensureVisible(seen.x(), seen.y(), 0, height)

    def count(self) -> None:
        """Says how far the sheet is and what is open."""
        draft, sheet, tr = self.draft, self._table.sheet, self._context.tr
        if draft is None:
            return
        self._tools.show_offered(len(self._offered_in_sight()), tr)
        typed = sum(not each.is_empty for each in draft.entries)
        self._footer.count(len(sheet.open_rows()), len(draft.unread), draft.can_undo_paste, tr)
        self._footer.filled(typed, len(draft.entries), tr)
        self._details.show_filled()

    def _offered_in_sight(self) -> list[int]:
        seen = set(self._table.visible_rows())
        return [row for row in self._table.sheet.offered_rows() if row in seen]

    def _confirm_units(self) -> None:
        """Confirms what stands on the screen and nothing that is scrolled away."""
        for row in self._offered_in_sight():
            self._table.sheet.choose_unit(row, self._table.sheet.entry(row).offered or "")
        self._table.go(max(0, self._table.currentIndex().row()))

    def next_question(self) -> None:
        """Puts the keyboard on the next open question, on the Save button if none is left."""
        if not self._table.next_question():
            self._footer.save.setFocus(Qt.FocusReason.TabFocusReason)

    def _remove_result(self) -> None:
        row = self._table.currentIndex().row()
        self._table.sheet.entry(row).note = ""
        self._table.go(row)
        editor = self._table.editor()
        if editor is not None:
            editor.clear()
        self.show_row(row)

    def _add_second(self) -> None:
        if self.draft is None:
            return
        row = self.draft.add_second(self._table.currentIndex().row())
        self._table.sheet.show(self.draft)
        self._table.go(row)
        self.count()
