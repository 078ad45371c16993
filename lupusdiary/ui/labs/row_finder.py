"""Finds the rows of a laboratory from a pasted sheet: what is sure is taken as printed, the rest is asked."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from lupusdiary.diary import Diary
from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.records import SheetRow
from lupusdiary.exchange.pasted_results import PastedLine, read_pasted
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.labs.sheet.unread_lines import UnreadLines


class RowFinder(QObject):
    """`found` carries a row for the sheet, `finished` comes when no line is left to be asked about."""

    found = Signal(object)
    finished = Signal()

    def __init__(self, diary: Diary, context: UiContext, lines: UnreadLines) -> None:
        super().__init__(lines)
        self._diary = diary
        self._context = context
        self._lines = lines
        self.unread: list[PastedLine] = []
        lines.named.connect(self._take)
        lines.closed.connect(self.finished)

    def read(self, text: str) -> int:
        """Takes the lines of a copied sheet that name a test surely, and says how many."""
        lines = read_pasted(text, self._diary.labs.catalogue().match_label).lines
        self.unread = [line for line in lines if line.sure is None]
        for line in lines:
            if line.sure is not None:
                self.found.emit(SheetRow(line.sure.id, line.label or None))
        self._lines.show_lines(self.unread, self._context.tr)
        return len(lines) - len(self.unread)

    def _take(self, line: PastedLine, test: Analyte) -> None:
        self.unread.remove(line)
        self.found.emit(SheetRow(test.id, line.label or None))
        self._lines.show_lines(self.unread, self._context.tr)
        if not self.unread:
            self.finished.emit()
