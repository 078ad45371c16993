"""What was removed or changed in the last thirty days, each with a way back; and how a day stood before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.diary import Diary
from lupusdiary.diary.changes.replaced import Replaced
from lupusdiary.diary.changes.trash import Removed
from lupusdiary.language import Refusal, Translator
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.dialog_size import fit_dialog
from lupusdiary.ui.safety.removed_words import RemovedWords
from lupusdiary.ui.widgets.chip import Segments
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label
from lupusdiary.ui.widgets.text_dialog import TextDialog

REMOVED, CHANGED = "removed", "changed"


# What the look of the list takes of its width beside the words, in pixels.
_BESIDE = 40


class _Wrapped(QStyledItemDelegate):
    """Lines break where they are drawn: Qt measures them as wide as the list, without what stands beside."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        narrow = QStyleOptionViewItem(option)
        narrow.rect = option.rect.adjusted(0, 0, -_BESIDE, 0)
        return super().sizeHint(narrow, index)


class TrashDialog(QDialog):
    """Lists what was removed, or how things stood that were changed; “Put back” is one undo step."""

    def __init__(self, parent: QWidget, diary: Diary, context: UiContext) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._diary = diary
        self._context = context
        tr = context.tr
        self.setWindowTitle(tr.text("Trash"))
        self.switch = Segments("trash_side", (REMOVED, CHANGED))
        self.switch.say(tr.text("Trash"), removed=tr.text("Removed"), changed=tr.text("Changed"))
        self.switch.chosen.connect(lambda _: self.refresh())
        self.what = plain_label("")
        self.list = QListWidget()
        self.list.setAccessibleName(tr.text("Trash"))
        self.list.setWordWrap(True)
        self.list.setItemDelegate(_Wrapped(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        top = QHBoxLayout()
        top.addWidget(self.switch)
        top.addStretch(1)
        column.addLayout(top)
        column.addWidget(self.what)
        column.addWidget(self.list, 1)
        # Where there is nothing to list, the words stay at the top and the buttons at the foot.
        column.addStretch(0)
        column.addLayout(row)
        fit_dialog(self, context.theme.scale, 620, 440)
        self._found: Sequence[Removed | Replaced] = []
        self.refresh()

    def refresh(self) -> None:
        """Lists again what lies there."""
        tr, trash = self._context.tr, self._diary.trash
        words = RemovedWords(self._diary, tr)
        self.list.clear()
        if self.switch.code == REMOVED:
            removed = trash.all()
            self._found = removed
            self.list.addItems([words.removed(each) for each in removed])
            some = tr.text("What was removed stays here for 30 days and can be put back.")
            none = tr.text("Nothing was removed in the last 30 days.")
        else:
            changed = trash.replaced()
            self._found = changed
            self.list.addItems([words.replaced(each) for each in changed])
            some = tr.text("How things stood before they were changed stays here for 30 days.")
            none = tr.text("Nothing was changed in the last 30 days.")
        if self._found:
            self.list.setCurrentRow(0)
        self.what.setText(some if self._found else f"{none} {some}")
        for part in (self.list, self.restore):
            part.setVisible(bool(self._found))
        self.restore.setEnabled(bool(self._found) and not self._diary.read_only)

    def _put_back(self) -> None:
        row, tr, trash = self.list.currentRow(), self._context.tr, self._diary.trash
        if not 0 <= row < len(self._found):
            return
        chosen = self._found[row]
        try:
            trash.restore(chosen.id) if isinstance(chosen, Removed) else trash.put_back(chosen.id)
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
