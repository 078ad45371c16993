"""Says from which day on a medicine was not taken any more, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.medicines.period import REASONS
from lupusdiary.domain.medicines.wording import REASON_WORDS
from lupusdiary.language import Translator
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.widgets.choice import Choice
from lupusdiary.ui.widgets.date_field import DateField
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.form_fields import FormFields
from lupusdiary.ui.widgets.labels import attempt, plain_label


class StopForm(QWidget):
    """Says from which day on a medicine was not taken any more, and why."""

    def __init__(self, diary: Diary, keeper: DraftKeeper) -> None:
        super().__init__()
        self._diary = diary
        self._code = ""
        self.label = plain_label("strong", "stop_medicine")
        self.day = DateField(diary.today)
        self.day.setObjectName("stop_day")
        self.reason = Choice()
        self.reason.setObjectName("stop_reason")
        self.reason.addItem("", None)
        for code in REASONS:
            self.reason.addItem("", code)
        self.save, self.cancel = QPushButton(), QPushButton()
        self.save.setObjectName("save_stop")
        self.save.setProperty("role", "primary")
        self.cancel.setObjectName("cancel_stop")
        self.cancel.setProperty("role", "quiet")
        self.problem = plain_label("note", "stop_problem")
        self.problem.hide()
        line = FlowLayout(spacing=10)
        for widget in (self.day, self.reason, self.save, self.cancel):
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._fields = FormFields(day=self.day, reason=self.reason)
        self.drafted = keeper.join(
            "stop", lambda: self._code or None, self._fields.typed, self._fields.put_back
        )
        self._note = DraftNote(self.drafted, diary.now, self)
        self._note.given_up.connect(self._leave)
        column.addWidget(self._note)
        column.addWidget(self.label)
        column.addLayout(line)
        column.addWidget(self.problem)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self._leave)
        self.hide()

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self._tr = tr
        self._note.retranslate(tr)
        self.day.retranslate(tr)
        self.day.setAccessibleName(tr.text("First day without it"))
        self.reason.setAccessibleName(tr.text("Why it was stopped"))
        self.reason.setItemText(0, tr.text("No reason given"))
        for at in range(1, self.reason.count()):
            self.reason.setItemText(at, tr.text(REASON_WORDS[self.reason.itemData(at)]))
        self.save.setText(tr.text("Stopped from this day"))
        self.cancel.setText(tr.text("Cancel"))

    def ask(self, code: str, label: str) -> None:
        """Shows the form for a medicine."""
        self.drafted.try_keep()
        self._code = code
        self.label.setText(
            self._tr.text("{medicine}: from which day on was it not taken any more?", medicine=label)
        )
        self.day.set_day(self._diary.today())
        self.reason.setCurrentIndex(0)
        self.problem.hide()
        self._fields.settle()
        self.drafted.look()
        self.show()
        self.day.setFocus()

    def _save(self) -> None:
        code, reason = self._code, self.reason.currentData()
        if attempt(lambda: self._diary.medicines.stop(code, self.day.day(), reason), self.problem, self._tr):
            self._leave()

    def _leave(self) -> None:
        """The stop was written, or given up."""
        self.drafted.done()
        self._code = ""
        self.hide()
