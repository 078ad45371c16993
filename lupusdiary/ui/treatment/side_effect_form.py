"""A complaint that she puts down to a medicine, in her words: since when, how much, whether it is over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.medicines.side_effect import SEVERITIES, SideEffect
from lupusdiary.domain.medicines.wording import medicine_label
from lupusdiary.language import Message, Refusal, Translator, mark
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.widgets.choice import Choice
from lupusdiary.ui.widgets.date_field import DateField
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.form_fields import FormFields
from lupusdiary.ui.widgets.labels import plain_label

SEVERITY_WORDS: Mapping[str, Message] = {
    "mild": mark("mild"),
    "moderate": mark("moderate"),
    "severe": mark("severe"),
}


class SideEffectForm(QWidget):
    """The medicine is chosen from the list; only what was noticed must be written."""

    def __init__(self, diary: Diary, keeper: DraftKeeper) -> None:
        super().__init__()
        self._diary = diary
        self.medicine, self.severity = Choice(), Choice()
        self.medicine.setObjectName("side_effect_medicine")
        self.severity.setObjectName("side_effect_severity")
        self.what = QLineEdit()
        self.what.setObjectName("side_effect_what")
        self.start, self.end = DateField(diary.today), DateField(diary.today)
        self.start.setObjectName("side_effect_start")
        self.end.setObjectName("side_effect_end")
        self._from, self._to = plain_label("muted"), plain_label("muted")
        for label in (self._from, self._to):
            label.setWordWrap(False)
        self.add = QPushButton()
        self.add.setObjectName("add_side_effect")
        self.problem = plain_label("note", "side_effect_problem")
        self.problem.hide()
        line = FlowLayout(spacing=8)
        for widget in (
            *(self.medicine, self.severity, self._from, self.start, self._to, self.end, self.add),
        ):
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        self._fields = FormFields(
            medicine=self.medicine, what=self.what, severity=self.severity, start=self.start, end=self.end
        )
        self.drafted = keeper.join("side_effect", lambda: "new", self._fields.typed, self._fields.put_back)
        self._note = DraftNote(self.drafted, diary.now, self)
        self._note.given_up.connect(self._empty)
        column.addWidget(self._note)
        column.addWidget(self.what)
        column.addLayout(line)
        column.addWidget(self.problem)
        for empty in (self.start, self.end):
            empty.set_day(None)
        self.severity.addItem("", None)
        for code in SEVERITIES:
            self.severity.addItem("", code)
        self._fields.settle()
        self.what.returnPressed.connect(self._save)
        self.add.clicked.connect(self._save)

    def retranslate(self, tr: Translator) -> None:
        """Sets every text, and the medicines to choose from; what is chosen stays."""
        self._tr = tr
        self._note.retranslate(tr)
        words = tr.text("What was noticed: sleeplessness, nausea")
        self.what.setPlaceholderText(words)
        self.what.setAccessibleName(words)
        chosen = self.medicine.currentData()
        self.medicine.clear()
        self.medicine.addItem(tr.text("Which medicine?"), None)
        for medicine in self._diary.medicines.all():
            self.medicine.addItem(medicine_label(medicine, tr), medicine.code)
        self.medicine.setCurrentIndex(max(0, self.medicine.findData(chosen)))
        self.medicine.setAccessibleName(tr.text("The medicine that it is put down to"))
        self.severity.setAccessibleName(tr.text("How much"))
        self.severity.setItemText(0, tr.text("How much?"))
        for at, code in enumerate(SEVERITIES, start=1):
            self.severity.setItemText(at, tr.text(SEVERITY_WORDS[code]))
        self._from.setText(tr.text("From"))
        self._to.setText(tr.text("to"))
        for field, name in ((self.start, tr.text("First day")), (self.end, tr.text("Last day of it"))):
            field.retranslate(tr)
            field.setAccessibleName(name)
        self.add.setText(tr.text("Add side effect"))

    def _save(self) -> None:
        try:
            code = self.medicine.currentData()
            if code is None:
                raise Refusal("Choose the medicine that it is put down to.")
            effect = SideEffect(
                code,
                " ".join(self.what.text().split()),
                _day(self.start),
                _day(self.end),
                self.severity.currentData(),
            )
            self._diary.side_effects.add(effect)
        except Refusal as refusal:
            self.problem.setText(self._tr.refusal(refusal))
            self.problem.show()
            return
        self._empty()

    def _empty(self) -> None:
        """What was typed was written, or given up; the medicine stays for the next one."""
        self.drafted.done()
        self.problem.hide()
        self.what.clear()
        self.severity.setCurrentIndex(0)
        for field in (self.start, self.end):
            field.set_day(None)
        self._fields.settle()


def _day(field: DateField) -> date | None:
    return None if field.is_empty else field.day()
