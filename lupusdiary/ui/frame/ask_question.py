"""A question for the doctor, written down from wherever one is."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.visits import OpenQuestion
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.widgets.choice import Choice
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.form_fields import FormFields
from lupusdiary.ui.widgets.labels import attempt, plain_label

_FORM, _KEY = "ask_anywhere", "new"
_LONGEST = 2000


class AskQuestion(QDialog):
    """One line and a department; `page` is where the person was. What was typed and not kept stands there
    again the next time."""

    def __init__(self, parent: QWidget, diary: Diary, context: UiContext, page: str) -> None:
        super().__init__(parent)
        self._diary = diary
        self._context = context
        self._page = page
        tr = context.tr
        self.setWindowTitle(tr.text("Ask my doctor"))
        self._intro = plain_label("muted")
        self._intro.setText(tr.text("Kept with your questions on the “Visit” page, without a date."))
        self.line = QLineEdit()
        self.line.setObjectName("ask_line")
        self.line.setMaxLength(_LONGEST)
        self.line.setPlaceholderText(tr.text("A question for the doctor"))
        self.line.setAccessibleName(tr.text("A question for the doctor"))
        self.department = Choice()
        self.department.setObjectName("ask_department")
        self.department.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.department.setAccessibleName(tr.text("For which department"))
        self.department.addItem(tr.text("Any next visit"), None)
        for name in diary.asking.departments():
            self.department.addItem(name, name)
        self.department.setVisible(self.department.count() > 1)
        self.problem = plain_label("note", "ask_problem")
        self.problem.hide()
        self.keep, self.cancel = QPushButton(tr.text("Write it down")), QPushButton(tr.text("Cancel"))
        self.keep.setObjectName("ask_keep")
        self.keep.setProperty("role", "primary")
        self.keep.setDefault(True)
        self.cancel.setObjectName("ask_cancel")
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.department)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        self._fields = FormFields(question=self.line, department=self.department)
        self.drafted = DraftKeeper(diary.drafts, self, writes=not diary.read_only).join(
            _FORM, lambda: _KEY, self._fields.typed, self._fields.put_back
        )
        note = DraftNote.on(self.drafted, diary.now, context, self._give_up, self)
        for part in (self._intro, note, self.line, self.problem):
            column.addWidget(part)
        column.addLayout(row)
        self.setMinimumWidth(min(round(560 * context.theme.scale), parent.window().width() - 40))
        self.drafted.look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.line.setFocus()

    def done(self, result: int) -> None:
        """Keeps what is typed as a draft when the window is closed without keeping it."""
        if result != QDialog.DialogCode.Accepted:
            self.drafted.try_keep()
        super().done(result)

    def _give_up(self) -> None:
        self.drafted.done()
        self.line.clear()
        self.line.setFocus()

    def _keep(self) -> None:
        text = self.line.text().strip()
        if not text:
            self.line.setFocus()
            return
        question = OpenQuestion(text, self.department.currentData(), origin=f"page:{self._page}")
        add = self._diary.open_questions.add
        if not attempt(lambda: add(question), self.problem, self._context.tr):
            return
        self.drafted.done()
        self.accept()
