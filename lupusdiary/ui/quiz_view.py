"""A few questions, one at a time; each answer is explained at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.education.article import QuizItem
from lupusdiary.education.library import Library
from lupusdiary.language import Refusal
from lupusdiary.ui.flow import FlowLayout
from lupusdiary.ui.rich_button import RichButton
from lupusdiary.ui.scrolled import scrolled
from lupusdiary.ui.surroundings import Surroundings

_WIDEST = 720
# What is true or false is asked in this order; other options in one that does not tell.
_TRUE_FALSE = (("True", "False"), ("맞다", "틀리다"))


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: which of which article."""

    article: str
    item: int


def option_order(asked: Asked, options: Sequence[str]) -> list[int]:
    """In which order options stand: the same each time, but not always the right one first."""
    order = list(range(len(options)))
    if tuple(options) not in _TRUE_FALSE:
        Random(f"{asked.article} {asked.item}").shuffle(order)
    return order


class QuizView(QWidget):
    """`closed` leads back; `article_wanted` to the article of a question."""

    closed = Signal()
    article_wanted = Signal(str)

    def __init__(self, diary: Diary, surroundings: Surroundings) -> None:
        super().__init__()
        self._diary = diary
        self._surroundings = surroundings
        self._library: Library | None = None
        self._questions: list[Asked] = []
        self._at = 0
        self._right = 0
        self._chosen: int | None = None
        self.back = QPushButton()
        self.back.setObjectName("quiz_back")
        self.back.clicked.connect(self.closed)
        self._number = _label("muted", "quiz_number")
        self.question = _label("title", "quiz_question")
        self._options = QVBoxLayout()
        self._options.setSpacing(8)
        self.options: list[RichButton] = []
        self._answer = QFrame()
        self._answer.setProperty("role", "card")
        self.verdict = _label("section", "quiz_verdict")
        self.explanation = _label("", "quiz_explanation")
        self.problem = _label("note", "quiz_problem")
        self.problem.hide()
        self.next = QPushButton()
        self.next.setObjectName("quiz_next")
        self.next.setProperty("role", "primary")
        self.next.clicked.connect(self._go_on)
        self.read = QPushButton()
        self.read.setObjectName("quiz_read")
        self.read.clicked.connect(self._read)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._answer)
        inside.setContentsMargins(18, 14, 18, 14)
        inside.addWidget(self.verdict)
        inside.addWidget(self.explanation)
        buttons = FlowLayout()
        buttons.addWidget(self.next)
        buttons.addWidget(self.read)
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(26, 18, 26, 22)
        column.setSpacing(14)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._number, self.question):
            column.addWidget(widget)
        column.addLayout(self._options)
        column.addWidget(self._answer)
        column.addWidget(self.problem)
        column.addLayout(buttons)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(self._column))

    def ask(self, library: Library, questions: Sequence[Asked]) -> None:
        """Begins with these questions."""
        self._library, self._questions = library, list(questions)
        self._at = self._right = 0
        self._chosen = None
        self._show()

    def retranslate(self) -> None:
        """Sets every text."""
        if self._library is not None:
            self._show()

    def restyle(self) -> None:
        """Keeps lines short enough to be read."""
        self._column.setMaximumWidth(round(_WIDEST * self._surroundings.looks.scale) + 52)
        if self._library is not None:
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = event.key() - Qt.Key.Key_1
        if self._chosen is None and 0 <= at < len(self.options):
            self.options[at].click()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @property
    def _done(self) -> bool:
        return self._at >= len(self._questions)

    def _item(self) -> QuizItem:
        assert self._library is not None
        asked = self._questions[self._at]
        return self._library.article(asked.article, self._surroundings.tr.code).quiz[asked.item]

    def _show(self) -> None:
        tr = self._surroundings.tr
        self.back.setText(tr.text("Back"))
        while (old := self._options.takeAt(0)) is not None:
            gone = old.widget()
            if gone is not None:
                gone.setParent(None)
                gone.deleteLater()
        self.options = []
        self._answer.setVisible(self._chosen is not None and not self._done)
        self.read.setText(tr.text("Read it again"))
        self.read.setVisible(self._chosen is not None and not self._done)
        self.next.setVisible(self._chosen is not None or self._done)
        if self._done:
            self._show_end()
            return
        item, asked = self._item(), self._questions[self._at]
        of = {"number": self._at + 1, "total": len(self._questions)}
        self._number.setText(tr.text("Question {number} of {total}", **of))
        self.question.setText(item.question)
        for place, option in enumerate(option_order(asked, item.options), start=1):
            self._add_option(place, option, item)
        if self._chosen is not None:
            right = self._chosen == item.answer
            self.verdict.setText(
                tr.text("That is right.")
                if right
                else tr.text("Not quite. The answer is: {answer}", answer=item.options[item.answer])
            )
            self.explanation.setText(item.explanation)
            last = self._at + 1 == len(self._questions)
            self.next.setText(tr.text("Finish") if last else tr.text("Next question"))

    def _add_option(self, place: int, option: int, item: QuizItem) -> None:
        tr = self._surroundings.tr
        button = RichButton(f"option_{place}", "option")
        words = item.options[option]
        mark = ""
        if self._chosen is not None:
            mark = "  ✓" if option == item.answer else "  ✗" if option == self._chosen else ""
        button.add_line("strong" if mark == "  ✓" else "", f"{place}.  {words}{mark}")
        named = {
            "  ✓": tr.text("{answer}: right", answer=words),
            "  ✗": tr.text("{answer}: not right", answer=words),
        }
        button.setAccessibleName(named.get(mark, words))
        button.setEnabled(self._chosen is None)
        button.clicked.connect(lambda: self._choose(option))
        self._options.addWidget(button)
        self.options.append(button)
        button.show()
        if place == 1 and self._chosen is None:
            button.setFocus()

    def _show_end(self) -> None:
        tr = self._surroundings.tr
        total = len(self._questions)
        self._number.setText(tr.text("Finished"))
        self.question.setText(
            tr.text("{right} of {total} right at the first try", right=self._right, total=total)
        )
        self._answer.setVisible(self._right < total)
        self.verdict.setText(tr.text("What was not right yet comes again on another day."))
        self.explanation.setText("")
        self.next.setText(tr.text("Back"))
        self.next.setFocus()

    def _choose(self, option: int) -> None:
        asked, right = self._questions[self._at], option == self._item().answer
        self._chosen = option
        self._right += right
        try:
            if not self._diary.read_only:
                self._diary.learning.answer(asked.article, asked.item, right)
            self.problem.hide()
        except Refusal as refusal:
            self.problem.setText(self._surroundings.tr.refusal(refusal))
            self.problem.show()
        self._show()
        self.next.setFocus()

    def _go_on(self) -> None:
        if self._done:
            self.closed.emit()
            return
        self._at += 1
        self._chosen = None
        self._show()

    def _read(self) -> None:
        self.article_wanted.emit(self._questions[self._at].article)


def _label(role: str, name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    label.setWordWrap(True)
    return label
