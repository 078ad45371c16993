"""What to ask the doctor: written down when it comes to mind, put in order, taken along."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from lupusdiary.diary import Diary
from lupusdiary.domain.records import Visit
from lupusdiary.domain.visits import OpenQuestion
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.visit.question_rows import QuestionRow, QuestionRows
from lupusdiary.ui.visit.question_source import is_of, question_rows_of
from lupusdiary.ui.visit.question_tools import QuestionTools
from lupusdiary.ui.widgets.chip import Segments
from lupusdiary.ui.widgets.choice import Choice
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import attempt, plain_label

_ALL = "all"
_LONGEST = 2000
# A long name of a department ends in an ellipsis here; its list shows it whole.
_DEPARTMENT = 240
# From this width on, the line, its department and its button stand in one row.
_BESIDE = 560


class QuestionsCard(QFrame):
    """The waiting questions and those of the visit that is shown, in the order of the paper."""

    def __init__(self, diary: Diary, context: UiContext, keeper: DraftKeeper) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary = diary
        self._context = context
        self._visit: Visit | None = None
        self._changing: QuestionRow | None = None
        self._departments: list[str] = []
        self._shown = _ALL
        self._title, self._hint = plain_label("section"), plain_label("muted", "question_hint")
        self.filter = Segments("questions_of", (_ALL,))
        self.filter.chosen.connect(self._filter)
        self.line = QLineEdit()
        self.line.setObjectName("new_question")
        self.line.setMaxLength(_LONGEST)
        self.department = Choice()
        self.department.setObjectName("question_department")
        self.department.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.add = QPushButton()
        self.add.setObjectName("add_question")
        self.cancel = QPushButton()
        self.cancel.setObjectName("cancel_question")
        self.cancel.setProperty("role", "quiet")
        self.cancel.hide()
        self._problem = plain_label("note", "question_problem")
        self._problem.hide()
        self.rows = QuestionRows(context)
        self._tools = QuestionTools(context)
        self.buttons = self._tools.buttons
        self._empty = plain_label("muted", "no_questions")
        self._drafted = keeper.join("open_question", self._draft_key, self._typed, self._put_back)
        self._note = DraftNote.on(self._drafted, diary.now, context, lambda: self._begin(None), self)
        self._lay_out()
        self._connect()
        self._looked = False

    def _lay_out(self) -> None:
        head = FlowLayout(spacing=10)
        self._title.setWordWrap(False)
        head.addWidget(self._title)
        head.addWidget(self.filter)
        self._entry = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._entry.setSpacing(8)
        self._entry.addWidget(self.line, 1)
        beside = QHBoxLayout()
        beside.setSpacing(8)
        for part in (self.department, self.add, self.cancel):
            beside.addWidget(part)
        beside.addStretch(1)
        self._entry.addLayout(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addWidget(self._note)
        column.addLayout(self._entry)
        column.addWidget(self._problem)
        column.addWidget(self._empty)
        column.addWidget(self.rows)
        column.addWidget(self._tools)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _BESIDE * (0.2 + 0.8 * self._context.theme.scale)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._entry.setDirection(way)

    def _connect(self) -> None:
        self.line.returnPressed.connect(self._keep)
        self.add.clicked.connect(self._keep)
        self.cancel.clicked.connect(lambda: self._begin(None))
        self.rows.moved.connect(self._move)
        self.rows.change_requested.connect(lambda: self._begin(self.rows.current()))
        self.rows.removal_requested.connect(self._remove)
        self.rows.current_moved.connect(self._enable)
        self.buttons["question_up"].clicked.connect(lambda: self.rows.step(-1))
        self.buttons["question_down"].clicked.connect(lambda: self.rows.step(1))
        self.buttons["question_change"].clicked.connect(lambda: self._begin(self.rows.current()))
        self.buttons["question_remove"].clicked.connect(self._remove)

    def show_visit(self, visit: Visit | None) -> None:
        """Shows what would be asked at this visit, and what waits for others."""
        moved = (visit.id if visit else None) != (self._visit.id if self._visit else None)
        self._visit = visit
        self._departments = self._diary.asking.departments(visit)
        self._offer_departments(fresh=moved and not self.line.text())
        self._fill()
        if not self._looked:
            self._looked = True
            waiting = {str(row.id): row for row in self.rows.questions.rows}
            for key in self._drafted.waiting()[:1]:
                self._changing = waiting.get(key)
                self._drafted.look()
                self._show_changing()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self._title.setText(tr.text("What to ask"))
        self._hint.setText(tr.text("Ctrl+K writes down a question from any page."))
        self.line.setPlaceholderText(tr.text("What comes to mind"))
        self.line.setAccessibleName(tr.text("A question for the doctor"))
        self.department.setAccessibleName(tr.text("For which department"))
        self.cancel.setText(tr.text("Cancel"))
        self._tools.retranslate()
        self._empty.setText(tr.text("No question is waiting. What you write here is printed on the page."))
        self.rows.setAccessibleName(tr.text("Questions for the doctor, in the order of the paper"))
        self._offer_departments(fresh=False)
        self._fill()

    def restyle(self) -> None:
        """Fits rows and icons to the text size and theme."""
        self._tools.restyle()
        self.department.setMaximumWidth(round(_DEPARTMENT * self._context.theme.scale))
        self.rows.restyle()

    def _offer_departments(self, *, fresh: bool) -> None:
        kept = self.department.currentData() if not fresh and self.department.count() else None
        if fresh and self._visit is not None:
            kept = self._visit.department
        self.department.clear()
        self.department.addItem(self._context.tr.text("Any next visit"), None)
        for name in self._departments:
            self.department.addItem(name, name)
        self.department.setCurrentIndex(max(0, self.department.findData(kept)))
        self.department.setVisible(bool(self._departments))

    def _fill(self) -> None:
        tr = self._context.tr
        every = question_rows_of(self._diary, self._visit, self._context)
        named = [name for name in self._departments if any(is_of(row, name) for row in every)]
        self._name_filter(named, every)
        rows = every
        if self._shown != _ALL:
            rows = [row for row in every if not row.department or is_of(row, self._shown)]
        self.rows.show_rows(rows)
        self.rows.setVisible(bool(rows))
        self._tools.setVisible(bool(rows) and not self._diary.read_only)
        self._empty.setVisible(not rows)
        self.add.setText(tr.text("Save the change") if self._changing else tr.text("Add"))
        self._enable()

    def _name_filter(self, named: Sequence[str], every: Sequence[QuestionRow]) -> None:
        tr = self._context.tr
        self.filter.offer((_ALL, *named))
        self.filter.setVisible(len(named) > 1)
        every_one = tr.text("All")
        words = {_ALL: f"{every_one} {len(every)}"}
        for name in named:
            number = sum(not row.department or is_of(row, name) for row in every)
            words[name] = f"{name} {number}"
        self.filter.say(tr.text("Questions of which department"), **words)
        self._shown = self.filter.code if len(named) > 1 else _ALL

    def _enable(self) -> None:
        self._tools.enable(self.rows.currentIndex().row(), len(self.rows.questions.rows))

    def _filter(self, code: str) -> None:
        self._shown = code
        self._fill()

    def _begin(self, row: QuestionRow | None) -> None:
        """Puts a question into the line to be changed; None ends that."""
        if self._diary.read_only:
            return
        self._drafted.done() if row is None else self._drafted.try_keep()
        self._changing = row
        self.line.setText(row.text if row is not None else "")
        if row is not None:
            self.department.setCurrentIndex(max(0, self.department.findData(row.department or None)))
            self.line.setFocus()
        else:
            self._offer_departments(fresh=True)
        self._drafted.look()
        self._problem.hide()
        self._show_changing()

    def _show_changing(self) -> None:
        self.cancel.setVisible(self._changing is not None)
        self._fill()

    def _keep(self) -> None:
        text, department = self.line.text().strip(), self.department.currentData()
        if not text:
            self.line.setFocus()
            return
        row = self._changing
        if self._write(lambda: self._put(row, text, department)):
            self._begin(None)
            self.line.setFocus()

    def _put(self, row: QuestionRow | None, text: str, department: str | None) -> None:
        waiting = self._diary.open_questions
        if row is None:
            waiting.add(OpenQuestion(text, department))
            return
        with self._diary.writing("visits.question"):
            kept = self._waiting_row(row)
            waiting.change(replace(kept, text=text, department=department))

    def _waiting_row(self, row: QuestionRow) -> OpenQuestion:
        """The question of a row; one of the visit's own becomes one that waits."""
        if row.id is None and self._visit is not None:
            self._diary.asking.take_in(self._visit)
        for each in self._diary.open_questions.all():
            if each.id == row.id or (row.id is None and each.text == row.text):
                return each
        raise Refusal("This entry is no longer there.")

    def _move(self, at: int, to: int) -> None:
        rows = list(self.rows.questions.rows)
        rows.insert(to, rows.pop(at))

        def write() -> None:
            with self._diary.writing("visits.question"):
                self._diary.open_questions.arrange([self._waiting_row(row).id for row in rows])

        if self._write(write):
            self.rows.setCurrentIndex(self.rows.questions.index(to))

    def _remove(self) -> None:
        row = self.rows.current()
        if row is None or self._diary.read_only:
            return

        def write() -> None:
            with self._diary.writing("visits.question"):
                self._diary.open_questions.remove(self._waiting_row(row).id)

        self._write(write)

    def _write(self, write: Callable[[], object]) -> bool:
        return attempt(write, self._problem, self._context.tr)

    def _draft_key(self) -> str:
        """A question that is changed is a draft of its own; one of the visit's own has no other number."""
        row = self._changing
        return "new" if row is None else str(row.id or f"{self._visit and self._visit.id} {row.text[:99]}")

    def _typed(self) -> dict[str, Any] | None:
        text = self.line.text()
        if not text.strip() or (self._changing is not None and text == self._changing.text):
            return None
        return {"question": text, "department": self.department.currentData() or ""}

    def _put_back(self, values: Mapping[str, Any]) -> None:
        self.line.setText(values["question"])
        self.department.setCurrentIndex(max(0, self.department.findData(values.get("department") or None)))
