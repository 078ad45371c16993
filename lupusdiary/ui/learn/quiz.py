"""A few questions, one at a time; each answer is explained at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.learning import QuizAnswer
from lupusdiary.education.content.article import QuizItem
from lupusdiary.education.content.library import Library
from lupusdiary.language import Refusal, Translator
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.page import SIDE, TOP
from lupusdiary.ui.learn.review import Asked, option_order
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label
from lupusdiary.ui.widgets.rich_button import RichButton
from lupusdiary.ui.widgets.scroll_column import scrolled

_WIDEST = 720


@dataclass(frozen=True, slots=True)
class _Given:
    """An answer that was given: the option, and what the diary keeps of it (nothing if it can only be
    read)."""

    option: int
    right: bool
    kept: QuizAnswer | None


class QuizView(QWidget):
    """`closed` leads back; `article_requested` to the article of a question."""

    closed = Signal()
    article_requested = Signal(str)

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self._diary = diary
        self._context = context
        self._library: Library | None = None
        self._questions: list[Asked] = []
        self._at = 0
        self._given: list[_Given] = []
        # What was answered is scrolled to when it has found its place.
        self._reveal = QTimer(self)
        self._reveal.setSingleShot(True)
        self._reveal.setInterval(0)
        self._reveal.timeout.connect(self._show_answer)
        self.back = QPushButton()
        self.back.setObjectName("quiz_back")
        self.back.clicked.connect(self.closed)
        self._number = plain_label("muted", "quiz_number")
        self.question = plain_label("title", "quiz_question")
        self._options = QVBoxLayout()
        self._options.setSpacing(8)
        self.options: list[QuizOption] = []
        self._answer = QFrame()
        self._answer.setProperty("role", "card")
        self.verdict = plain_label("section", "quiz_verdict")
        self.explanation = plain_label("", "quiz_explanation")
        self.problem = plain_label("note", "quiz_problem")
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
        column.setContentsMargins(SIDE, TOP, SIDE, 16)
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
        self._scroll = scrolled(self._column)
        outer.addWidget(self._scroll)

    def ask(self, library: Library, questions: Sequence[Asked]) -> None:
        """Begins with these questions."""
        self._library, self._questions = library, list(questions)
        self._at = 0
        self._given = []
        self._show()

    def refresh(self) -> None:
        """An answer that was taken back is asked for again."""
        if not any(each.kept for each in self._given):
            return
        there = {answer.id for answer in self._diary.learning.answers()}
        gone = [at for at, each in enumerate(self._given) if each.kept and each.kept.id not in there]
        if gone:
            self._at = gone[0]
            del self._given[self._at :]
            self._show()

    def retranslate(self) -> None:
        """Sets every text."""
        if self._library is not None:
            self._show()

    def restyle(self) -> None:
        """Keeps lines short enough to be read."""
        self._column.setMaximumWidth(round(_WIDEST * self._context.theme.scale) + 52)
        if self._library is not None:
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = event.key() - Qt.Key.Key_1
        if self._chosen is None and 0 <= at < len(self.options):
            self.options[at].click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.next.hasFocus():
            # Outside a dialog Qt's own buttons leave Enter alone.
            self.next.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @property
    def _chosen(self) -> int | None:
        """The option of this question that was chosen."""
        return self._given[self._at].option if self._at < len(self._given) else None

    @property
    def _done(self) -> bool:
        return self._at >= len(self._questions)

    def _item(self) -> QuizItem:
        assert self._library is not None
        asked = self._questions[self._at]
        return self._library.article(asked.article, self._context.tr.code).quiz[asked.item]

    def _show(self) -> None:
        tr = self._context.tr
        self.back.setText(tr.text("Back"))
        clear(self._options)
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
                else tr.text(
                    "“{chosen}” is not right. The answer is: {answer}",
                    chosen=item.options[self._chosen],
                    answer=item.options[item.answer],
                )
            )
            told = item.feedback[self._chosen] if item.feedback else ""
            self.explanation.setText(f"{told} {item.explanation}" if told else item.explanation)
            self.explanation.show()
            last = self._at + 1 == len(self._questions)
            self.next.setText(tr.text("Finish") if last else tr.text("Next question"))

    def _add_option(self, place: int, option: int, item: QuizItem) -> None:
        judged = self._chosen is not None and option in (item.answer, self._chosen)
        right = option == item.answer if judged else None
        button = QuizOption(place, item.options[option], right, self._context.tr)
        button.setEnabled(self._chosen is None)
        button.clicked.connect(lambda: self._choose(option))
        self._options.addWidget(button)
        self.options.append(button)
        button.show()
        if place == 1 and self._chosen is None:
            button.setFocus()

    def _show_end(self) -> None:
        tr = self._context.tr
        total, right = len(self._questions), sum(each.right for each in self._given)
        self._number.setText(tr.text("Finished"))
        self.question.setText(tr.text("{right} of {total} right at the first try", right=right, total=total))
        self._answer.setVisible(right < total)
        self.verdict.setText(tr.text("What was not right yet comes again on another day."))
        self.explanation.hide()
        self.next.setText(tr.text("Back"))
        self.next.setFocus()

    def _choose(self, option: int) -> None:
        asked, right = self._questions[self._at], option == self._item().answer
        kept = None
        self.problem.hide()
        try:
            if not self._diary.read_only:
                kept = self._diary.learning.answer(asked.article, asked.item, right)
        except Refusal as refusal:
            self.problem.setText(self._context.tr.refusal(refusal))
            self.problem.show()
        self._given.append(_Given(option, right, kept))
        self._show()
        self.next.setFocus()
        self._reveal.start()

    def _show_answer(self) -> None:
        if self._chosen is not None and not self._done:
            self._scroll.ensureWidgetVisible(self.next)
            self._scroll.ensureWidgetVisible(self.verdict, 0, 0)

    def _go_on(self) -> None:
        if self._done:
            self.closed.emit()
            return
        self._at += 1
        self._show()

    def _read(self) -> None:
        self.article_requested.emit(self._questions[self._at].article)


class QuizOption(RichButton):
    """`place` counts from 1 and is the key that chooses it. `right` is None until a question is answered,
    and where an option was neither right nor chosen."""

    def __init__(self, place: int, words: str, right: bool | None, tr: Translator) -> None:
        super().__init__(f"option_{place}", "option")
        sign = "" if right is None else "  ✓" if right else "  ✗"
        self.add_line("strong" if right else "", f"{place}.  {words}{sign}")
        if right is None:
            self.setAccessibleName(words)
        elif right:
            self.setAccessibleName(tr.text("{answer}: right", answer=words))
        else:
            self.setAccessibleName(tr.text("{answer}: not right", answer=words))
