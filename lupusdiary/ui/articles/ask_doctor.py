"""A question for the doctor, put among those that wait for a visit, from where it came up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.visits import OpenQuestion
from lupusdiary.education.content.ready_questions import ReadyQuestion
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.widgets.check_line import CheckLine
from lupusdiary.ui.widgets.discard import discard
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.flow_layout import FlowLayout

_LONGEST = 2000


class AskDoctor(QWidget):
    """One line, ready questions to tick, and one button. No date is needed: the questions wait."""

    go = Signal(object)

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self._diary = diary
        self._context = context
        self._suggestion = ""
        self.question = QLineEdit()
        self.question.setObjectName("question_for_doctor")
        self.question.setMaxLength(_LONGEST)
        self.question.returnPressed.connect(self._ask)
        self._ready: Sequence[ReadyQuestion] = ()
        self.ticks: list[CheckLine] = []
        self._ticks = QVBoxLayout()
        self._ticks.setSpacing(4)
        self.ask = QPushButton()
        self.ask.setObjectName("ask_doctor")
        self.ask.clicked.connect(self._ask)
        self.visit = QPushButton()
        self.visit.setObjectName("to_visit")
        self.visit.setProperty("role", "quiet")
        self.visit.clicked.connect(lambda: self.go.emit(Route("visit")))
        self.said = QLabel()
        self.said.setObjectName("asked")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        row = FlowLayout()
        row.addWidget(self.ask)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.question)
        column.addLayout(self._ticks)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addWidget(self.visit, 0, Qt.AlignmentFlag.AlignLeft)
        self._say("")
        if diary.read_only:
            self.hide()

    def joins(self, keeper: DraftKeeper, form: str, about: Callable[[], str | None]) -> None:
        """Keeps a question that is being typed `about` an article until it is asked."""
        self._about = about
        self._drafted = keeper.join(form, about, self._typed, self._put_back)
        note = DraftNote.on(self._drafted, self._diary.now, self._context, self._give_up, self)
        self._column.insertWidget(0, note)

    def _give_up(self) -> None:
        """What was typed is thrown away: what is offered stands there again."""
        self._drafted.done()
        self.question.setText(self._suggestion)

    def _typed(self) -> dict[str, Any] | None:
        text = self.question.text()
        return None if text.strip() in ("", self._suggestion) else {"question": text}

    def _put_back(self, values: Mapping[str, Any]) -> None:
        self.question.setText(values["question"])

    def keep(self) -> None:
        """Keeps the question before another article is shown."""
        self._drafted.try_keep()

    def suggest(self, question: str, ready: Sequence[ReadyQuestion] = ()) -> None:
        """Offers a question that can be sent as it is or written over, and others that can be ticked beside
        it."""
        self._offer(ready)
        if self.question.text() in ("", self._suggestion):
            self.question.setText(question)
            self.question.setCursorPosition(0)
        self._suggestion = question

    def begin(self, question: str, ready: Sequence[ReadyQuestion] = ()) -> None:
        """Begins anew for another article."""
        self.question.clear()
        self._say("")
        for tick in self.ticks:
            tick.box.setChecked(False)
        self.suggest(question, ready)
        self._drafted.look()

    def _offer(self, ready: Sequence[ReadyQuestion]) -> None:
        if ready != self._ready:
            for tick in self.ticks:
                discard(tick)
            self.ticks = [CheckLine(f"ready_question_{number}") for number in range(len(ready))]
            for tick in self.ticks:
                self._ticks.addWidget(tick)
            self._ready = ready
        for tick, each in zip(self.ticks, ready, strict=True):
            tick.say(each.text(self._context.tr), "")

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self.question.setAccessibleName(tr.text("A question for the doctor"))
        self.question.setPlaceholderText(tr.text("A question for the doctor"))
        for tick, each in zip(self.ticks, self._ready, strict=True):
            tick.say(each.text(tr), "")
        self.ask.setText(tr.text("Ask my doctor about this"))
        self.visit.setText(tr.text("See my questions"))

    def _ask(self) -> None:
        tr = self._context.tr
        typed = self.question.text().strip()
        chosen = zip(self.ticks, self._ready, strict=True)
        ticked = [each.text(tr) for tick, each in chosen if tick.box.isChecked()]
        asked = [typed, *ticked] if typed else ticked
        if not asked:
            self.question.setFocus()
            return
        try:
            with self._diary.writing("visits.question"):
                for text in asked:
                    self._diary.open_questions.add(OpenQuestion(text, origin=self._origin()))
        except Refusal as refusal:
            self._say(tr.refusal(refusal))
            return
        for tick in self.ticks:
            tick.box.setChecked(False)
        visit = self._diary.visits.next()
        if visit is None:
            said = tr.text(
                "Added to your questions for the next visit. It is printed on the page for the doctor too."
            )
        else:
            said = tr.text(
                "Added to your questions for {day}. It is printed on the page for the doctor too.",
                day=tr.date(visit.day),
            )
        self._say(said, asked=True)
        self.question.clear()
        self._drafted.done()

    def _origin(self) -> str | None:
        """The article that the question came up in."""
        about = self._about()
        return f"article:{about.split()[0]}" if about else None

    def _say(self, words: str, *, asked: bool = False) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.visit.setVisible(asked)
