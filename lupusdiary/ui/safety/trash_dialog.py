"""What was removed in the last thirty days, each with a way back; and how a day stood before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.diary.changes.trash import NAMES, Removed
from lupusdiary.domain.day_record import BloodPressure, ReadingValue
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.language import Refusal, Translator
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label
from lupusdiary.ui.widgets.text_dialog import TextDialog

# What tells one removed thing from another, in this order.
_TELLING = ("day", "start_day", "name", "title", "kind", "analyte", "value", "note", "number", "topic")


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
        room, scale = parent.window().size(), context.theme.scale
        self.resize(min(round(620 * scale), room.width() - 40), min(round(440 * scale), room.height() - 40))
        self._found: list[Removed] = []
        self.refresh()

    def refresh(self) -> None:
        """Lists again what lies there."""
        tr = self._context.tr
        self._found = self._diary.trash.all()
        self.list.clear()
        for removed in self._found:
            self.list.addItem(describe(removed, tr))
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


def describe(removed: Removed, tr: Translator) -> str:
    """One removed thing in a line: when, what, and what stood in it."""
    at = removed.at.astimezone()
    held = [str(removed.values[name]) for name in _TELLING if removed.values.get(name) not in (None, "")]
    parts = [f"{tr.date(at.date())} {tr.time(at.time())}", tr.text(NAMES[removed.kind]), *held[:3]]
    return " · ".join(parts)


class DayHistory(TextDialog):
    """What stood at a day before it was changed."""

    def __init__(self, parent: QWidget, context: UiContext, diary: Diary, day: date) -> None:
        self._day = day
        self._versions = diary.earlier_versions(day)
        self._own = {each.symptom: each.name for each in diary.symptoms.tracked() if each.name}
        super().__init__(parent, context)

    def heading(self, tr: Translator) -> str:
        return tr.text("What did I change on {day}?", day=tr.date(self._day))

    def content(self, tr: Translator) -> Sequence[tuple[str, Sequence[str]]]:
        if not self._versions:
            return ((self.heading(tr), (tr.text("Nothing was changed on this day."),)),)
        lines = []
        for version in self._versions:
            at = version.at.astimezone()
            when = f"{tr.date(at.date())} {tr.time(at.time())}"
            if version.symptom is not None:
                what = self._name(version.symptom, tr)
                stood = version.entered or _shown(version.value, tr)
            elif version.note is not None:
                what, stood = tr.text("Note"), version.note
            else:
                what, stood = tr.text("Entry at a time"), str(version.timed.note if version.timed else "")
            lines.append(tr.text("Until {when}: {what}: {stood}", when=when, what=what, stood=stood))
        return ((self.heading(tr), lines),)

    def _name(self, symptom: str, tr: Translator) -> str:
        catalogue = SymptomCatalogue()
        return catalogue.get(symptom).name(tr) if symptom in catalogue else self._own.get(symptom, symptom)


def _shown(value: ReadingValue | None, tr: Translator) -> str:
    if isinstance(value, bool):
        return tr.text("Yes") if value else tr.text("No")
    if isinstance(value, BloodPressure):
        return f"{value.systolic}/{value.diastolic}"
    return "" if value is None else tr.number(value)
