"""A question for the doctor, put on the list of the next visit from where it came up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.education.content.ready_questions import ReadyQuestion
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.widgets.check_line import TickLine
from lupusdiary.ui.widgets.date_field import DayField
from lupusdiary.ui.widgets.discard import discard
from lupusdiary.ui.widgets.flow_layout import FlowLayout

_AHEAD = timedelta(days=3 * 366)
_LONGEST = 2000


class AskDoctor(QWidget):
    """One line, ready questions to tick, and one button. Where no next visit is entered yet, its day is asked
    for as well."""

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
        self.ticks: list[TickLine] = []
        self._ticks = QVBoxLayout()
        self._ticks.setSpacing(4)
        self._when = QLabel()
        self._when.setWordWrap(True)
        self.day = DayField(diary.today, _AHEAD)
        self.day.setObjectName("day_of_question")
        self.day.set_day(None)
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
        row.addWidget(self.day)
        row.addWidget(self.ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.question)
        column.addLayout(self._ticks)
        column.addWidget(self._when)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addWidget(self.visit, 0, Qt.AlignmentFlag.AlignLeft)
        self._say("")
        if diary.read_only:
            self.hide()

    def joins(self, keeper: DraftKeeper, form: str, about: Callable[[], str | None]) -> None:
        """Keeps a question that is being typed `about` an article until it is asked."""
        self._drafted = keeper.join(form, about, self._typed, self._put_back)

    def _typed(self) -> dict[str, Any] | None:
        text = self.question.text()
        if text.strip() in ("", self._suggestion) and self.day.is_empty:
            return None
        return {"question": text, "day": self.day.text}

    def _put_back(self, values: Mapping[str, Any]) -> None:
        self.question.setText(values["question"])
        self.day.show_text(values["day"])

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
        self.day.set_day(None)
        self._say("")
        for tick in self.ticks:
            tick.box.setChecked(False)
        self.suggest(question, ready)
        self._drafted.look()

    def _offer(self, ready: Sequence[ReadyQuestion]) -> None:
        if ready != self._ready:
            for tick in self.ticks:
                discard(tick)
            self.ticks = [TickLine(f"ready_question_{number}") for number in range(len(ready))]
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
        self.day.retranslate(tr)
        self.day.setAccessibleName(tr.text("Day of the next visit"))
        self.refresh()

    def refresh(self) -> None:
        """Asks for a day only while there is no next visit."""
        tr = self._context.tr
        unknown = self._diary.visits.next() is None
        self._when.setText(tr.text("No next visit is entered yet. On which day is it?"))
        self._when.setVisible(unknown)
        self.day.setVisible(unknown)

    def _ask(self) -> None:
        tr = self._context.tr
        typed = self.question.text().strip()
        chosen = zip(self.ticks, self._ready, strict=True)
        ticked = [each.text(tr) for tick, each in chosen if tick.box.isChecked()]
        asked = [typed, *ticked] if typed else ticked
        if not asked:
            self.question.setFocus()
            return
        if self.day.isVisible() and self.day.is_empty:
            self._say(tr.text("Please choose the day of the next visit."))
            self.day.setFocus()
            return
        try:
            for text in asked:
                visit = self._diary.visits.ask(text, self._day_of_visit())
        except Refusal as refusal:
            self._say(tr.refusal(refusal))
            return
        for tick in self.ticks:
            tick.box.setChecked(False)
        self._say(
            tr.text(
                "It stands among your questions for {day} and is printed on the page for the doctor.",
                day=tr.date(visit.day),
            ),
            asked=True,
        )
        self.question.clear()
        self.day.set_day(None)
        self._drafted.done()
        self.refresh()

    def _day_of_visit(self) -> date | None:
        """The day of the next visit where it is asked for; raises `Refusal`."""
        if not self.day.isVisible():
            return None
        day = self.day.day()
        if day < self._diary.today():
            raise Refusal("This day is over. On which day is the next visit?")
        return day

    def _say(self, words: str, *, asked: bool = False) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.visit.setVisible(asked)
