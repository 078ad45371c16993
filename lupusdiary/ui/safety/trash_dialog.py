"""What was removed in the last thirty days, each with a way back; and how a day stood before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.diary.changes.trash import Removed
from lupusdiary.language import Refusal, Translator
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.dialog_size import fit_dialog
from lupusdiary.ui.safety.removed_words import RemovedWords
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label
from lupusdiary.ui.widgets.text_dialog import TextDialog


class TrashDialog(QDialog):
    """Lists what was removed; “Put back” is one undo step."""

    def __init__(self, parent: QWidget, diary: Diary, context: UiContext) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._diary = diary
        self._context = context
        tr = context.tr
        self.setWindowTitle(tr.text("Trash"))
        self.what = plain_label("")
        self.list = QListWidget()
        self.list.setAccessibleName(tr.text("Trash"))
        self.list.setWordWrap(True)
        self.restore = QPushButton(tr.text("Put back"))
        self.restore.setObjectName("put_back")
        self.restore.setProperty("role", "primary")
        self.restore.clicked.connect(self._put_back)
        close = QPushButton(tr.text("Close"))
        close.clicked.connect(self.accept)
        row = FlowLayout(spacing=10)
        row.addWidget(self.restore)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        column.addWidget(self.what)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        fit_dialog(self, context.theme.scale, 620, 440)
        self._found: list[Removed] = []
        self.refresh()

    def refresh(self) -> None:
        """Lists again what lies there."""
        tr = self._context.tr
        self._found = self._diary.trash.all()
        self.list.clear()
        words = RemovedWords(self._diary, tr)
        for removed in self._found:
            self.list.addItem(words.removed(removed))
        if self._found:
            self.list.setCurrentRow(0)
        self.what.setText(
            tr.text("What was removed stays here for 30 days and can be put back.")
            if self._found
            else tr.text("Nothing was removed in the last 30 days.")
        )
        self.restore.setEnabled(bool(self._found) and not self._diary.read_only)

    def _put_back(self) -> None:
        row, tr = self.list.currentRow(), self._context.tr
        if not 0 <= row < len(self._found):
            return
        try:
            self._diary.trash.restore(self._found[row].id)
        except Refusal as refusal:
            self.what.setText(tr.refusal(refusal))
            return
        self.refresh()


class DayHistory(TextDialog):
    """What stood at a day before it was changed."""

    def __init__(self, parent: QWidget, context: UiContext, diary: Diary, day: date) -> None:
        self._day = day
        self._diary = diary
        self._versions = diary.earlier_versions(day)
        super().__init__(parent, context)

    def heading(self, tr: Translator) -> str:
        return tr.text("What did I change on {day}?", day=tr.date(self._day))

    def content(self, tr: Translator) -> Sequence[tuple[str, Sequence[str]]]:
        if not self._versions:
            return ((self.heading(tr), (tr.text("Nothing was changed on this day."),)),)
        words = RemovedWords(self._diary, tr)
        return ((self.heading(tr), [words.earlier(version) for version in self._versions]),)
