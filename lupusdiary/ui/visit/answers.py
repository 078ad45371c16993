"""What was asked at a visit and what was answered; what was not asked is taken along to the next one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.records import Visit
from lupusdiary.domain.visits import AskedQuestion
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.widgets.check_line import CheckLine
from lupusdiary.ui.widgets.discard import add_row, clear
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.labels import attempt, plain_label

_LONGEST = 2000


class _Row:
    """The controls of one question."""

    def __init__(self, number: int, said: AskedQuestion) -> None:
        self.said = said
        self.tick = CheckLine(f"asked_{number}")
        self.answer = QLineEdit()
        self.answer.setObjectName(f"answer_{number}")
        self.answer.setMaxLength(_LONGEST)
        self.carry = QPushButton()
        self.carry.setObjectName(f"carry_{number}")
        self.carry.setProperty("role", "quiet")
        self.carried = plain_label("muted", f"carried_{number}")


class AnswersCard(QFrame):
    """A tick, the question and a line for its answer, each."""

    def __init__(self, diary: Diary, context: UiContext, keeper: DraftKeeper) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary = diary
        self._context = context
        self._visit: Visit | None = None
        self.rows: list[_Row] = []
        self._title, self._count = plain_label("section"), plain_label("muted", "asked_count")
        self._empty = plain_label("muted", "nothing_asked")
        self._problem = plain_label("note", "answer_problem")
        self._problem.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        self._drafted = keeper.join("answers", self._draft_key, self._typed, self._put_back)
        column.addLayout(head)
        column.addWidget(DraftNote.on(self._drafted, diary.now, context, self._give_up, self))
        column.addWidget(self._problem)
        column.addWidget(self._empty)
        column.addLayout(self._list)

    def show_visit(self, visit: Visit | None, *, waiting: bool) -> None:
        """Shows the questions of a visit; with `waiting` also those that waited for it."""
        fresh = (visit.id if visit else None) != (self._visit.id if self._visit else None)
        if fresh:
            self._drafted.try_keep()
        self._visit = visit
        said = [] if visit is None else self._questions(visit, waiting=waiting)
        if fresh or [each.question for each in said] != [row.said.question for row in self.rows]:
            self._make(said)
        for row, each in zip(self.rows, said, strict=True):
            self._fill(row, each)
        self._say_count()
        self.retranslate()
        if fresh and visit is not None:
            self._drafted.look()

    def _questions(self, visit: Visit, *, waiting: bool) -> list[AskedQuestion]:
        kept = {each.question: each for each in visit.asked}
        found = [kept.get(text, AskedQuestion(text)) for text in visit.questions]
        if waiting:
            more = [
                each.text
                for each in self._diary.asking.waiting_for(visit)
                if each.text not in visit.questions and (each.added_on is None or each.added_on <= visit.day)
            ]
            found += [AskedQuestion(text) for text in more]
        return found

    def _make(self, said: list[AskedQuestion]) -> None:
        clear(self._list)
        self.rows = [_Row(number, each) for number, each in enumerate(said, 1)]
        for row in self.rows:
            box = QWidget()
            inside = QVBoxLayout(box)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(4)
            inside.addWidget(row.tick)
            below = QHBoxLayout()
            below.setContentsMargins(34, 0, 0, 0)
            below.addWidget(row.answer, 1)
            below.addWidget(row.carried, 1)
            below.addWidget(row.carry)
            inside.addLayout(below)
            add_row(self._list, box)
            for widget in (row.tick.box, row.answer, row.carry):
                widget.setEnabled(not self._diary.read_only)
            row.tick.box.clicked.connect(self._ticker(row))
            row.answer.editingFinished.connect(self._answerer(row))
            row.carry.clicked.connect(self._carrier(row))

    def _fill(self, row: _Row, said: AskedQuestion) -> None:
        row.said = said
        row.tick.box.setChecked(said.asked is True)
        if not (row.answer.hasFocus() and row.answer.isModified()):
            row.answer.setText(said.answer or "")
        carried = said.asked is False
        row.answer.setVisible(not carried)
        row.carry.setVisible(said.asked is None and not said.answer)
        row.carried.setVisible(carried)

    def _say_count(self) -> None:
        asked = sum(row.said.asked is True for row in self.rows)
        tr = self._context.tr
        words = tr.text("{asked} of {all}", asked=asked, all=len(self.rows)) if self.rows else ""
        self._count.setText(words)
        self._empty.setVisible(not self.rows)

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self._title.setText(tr.text("What was asked"))
        self._empty.setText(tr.text("No question was taken along to this visit."))
        for row in self.rows:
            row.tick.say(row.said.question, tr.text("Tick what was asked."))
            row.answer.setPlaceholderText(tr.text("What was answered, as you heard it"))
            row.answer.setAccessibleName(tr.text("Answer to: {question}", question=row.said.question))
            row.carry.setText(tr.text("Carry to the next visit"))
            row.carry.setAccessibleName(
                tr.text("Carry to the next visit: {question}", question=row.said.question)
            )
            row.carried.setText(tr.text("Not asked. Carried over to the next visit."))
        self._say_count()

    def keep(self) -> None:
        """Keeps answers that are still being typed."""
        for row in self.rows:
            if row.answer.isModified():
                self._answer(row)

    def _ticker(self, row: _Row) -> Callable[[bool], None]:
        return lambda done: self._put(
            row, AskedQuestion(row.said.question, True if done else None, row.answer.text().strip() or None)
        )

    def _answerer(self, row: _Row) -> Callable[[], None]:
        return lambda: self._answer(row)

    def _answer(self, row: _Row) -> None:
        text = row.answer.text().strip() or None
        row.answer.setModified(False)
        if text == row.said.answer:
            return
        # Who writes down an answer has asked.
        self._put(row, AskedQuestion(row.said.question, True if text else row.said.asked, text))

    def _carrier(self, row: _Row) -> Callable[[], None]:
        def carry() -> None:
            visit = self._visit
            if visit is not None:
                self._write(lambda: self._diary.asking.carry(visit, [row.said.question]))

        return carry

    def _put(self, row: _Row, said: AskedQuestion) -> None:
        visit = self._visit
        if visit is not None and not self._diary.read_only:
            self._write(lambda: self._diary.asking.answer(visit, said))

    def _write(self, write: Callable[[], object]) -> None:
        if attempt(write, self._problem, self._context.tr):
            self._drafted.settled()

    def _give_up(self) -> None:
        """Answers that could not be saved are thrown away."""
        self._drafted.done()
        for row in self.rows:
            row.answer.setText(row.said.answer or "")

    def _draft_key(self) -> str | None:
        return None if self._visit is None else f"{self._visit.id}"

    def _typed(self) -> dict[str, Any] | None:
        typed = {
            row.said.question: row.answer.text()
            for row in self.rows
            if row.answer.text().strip() != (row.said.answer or "")
        }
        return typed or None

    def _put_back(self, values: Mapping[str, Any]) -> None:
        for row in self.rows:
            if row.said.question in values:
                row.answer.setText(str(values[row.said.question]))
                row.answer.setModified(True)
