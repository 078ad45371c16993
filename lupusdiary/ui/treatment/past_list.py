"""The medicines that were taken once: their last dose, from when to when, and why they were stopped."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.medicines.quick_entry.finding import found_medicines
from lupusdiary.language import Translator
from lupusdiary.queries.medicines import PastMedicine, past_medicines
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.treatment.row import TreatmentRow
from lupusdiary.ui.widgets.discard import add_row, clear
from lupusdiary.ui.widgets.icon_button import IconButton
from lupusdiary.ui.widgets.labels import plain_label


class PastList(QFrame):
    """`again_requested` carries the name of a medicine that is begun again."""

    again_requested = Signal(str)

    def __init__(self, diary: Diary) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary = diary
        self._empty = plain_label("muted", "no_past_medicines")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 12, 10)
        column.addWidget(self._empty)
        column.addLayout(self._rows)

    def show_all(self, tr: Translator, theme: Theme, wanted: str) -> int:
        """Fills the rows anew with what `wanted` finds; how many past medicines there are."""
        past = past_medicines(self._diary, self._diary.today(), tr)
        shown = found_medicines(self._diary.medicines.all(), wanted)
        clear(self._rows)
        for each in past:
            if each.code in shown:
                add_row(self._rows, self._row(each, tr, theme))
        self._empty.setText(tr.text("Medicines that were stopped or have run out are listed here."))
        self._empty.setVisible(not past)
        return len(past)

    def _row(self, past: PastMedicine, tr: Translator, theme: Theme) -> QWidget:
        when = (
            tr.span(past.start, past.end)
            if past.end is not None and past.end >= past.start
            else tr.date(past.start, "short")
        )
        words = [each for each in (past.dose, past.reason) if each]
        return TreatmentRow(when, past.label, words, self._buttons(past, tr), theme)

    def _buttons(self, past: PastMedicine, tr: Translator) -> list[IconButton]:
        if self._diary.read_only:
            return []
        again, remove = (
            IconButton("rotate-ccw", "begin_again", self),
            IconButton("trash-2", "remove_medicine", self),
        )
        again.say(tr.text("Taken again: {what}", what=past.label))
        remove.say(tr.text("Remove: {what}", what=past.label))
        again.clicked.connect(lambda: self.again_requested.emit(self._diary.medicines.get(past.code).name))
        remove.clicked.connect(lambda: self._diary.medicines.remove(past.code))
        return [again, remove]
