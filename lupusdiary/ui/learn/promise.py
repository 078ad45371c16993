"""What an article promises, before its text: who has read it, what one knows afterwards, three messages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.learning import ArticleState
from lupusdiary.education.content.disclaimers import PEOPLE_DIFFER, about_car_t, review_state
from lupusdiary.education.content.library import Card, Library
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.learn.article_model import state_words
from lupusdiary.ui.learn.promise_figure import PromiseFigure
from lupusdiary.ui.learn.reader.own_results import OwnResults
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.flow_layout import flow_of
from lupusdiary.ui.widgets.labels import plain_label
from lupusdiary.ui.widgets.scroll_column import scrolled


class ArticleTask(StrEnum):
    """What can be done with an article from the list; a button each."""

    READ = "read"
    QUIZ = "quiz"
    HANDOUT = "handout"
    SLIDES = "slides"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class ArticleRequest:
    """What is to be done with which article."""

    task: ArticleTask
    article: str


class ArticlePromise(QFrame):
    """`requested` carries an `ArticleRequest`, `go` a page where her results are."""

    requested = Signal(object)
    go = Signal(object)

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("article_promise")
        self.setProperty("role", "card")
        self._context = context
        self._card: Card | None = None
        self.title = plain_label("title", "promise_title")
        self.about = plain_label("muted", "promise_about")
        self.review = plain_label("hint", "promise_review")
        self._after = plain_label("strong")
        self.summary = plain_label("", "promise_summary")
        self.differs = plain_label("strong")
        self._three = plain_label("strong")
        self._messages = QVBoxLayout()
        self._messages.setSpacing(0)
        self.values = OwnResults(diary, context)
        self.values.go.connect(self.go)
        self.figure = PromiseFigure(context)
        self.buttons: dict[ArticleTask, QPushButton] = {}
        for task in ArticleTask:
            button = QPushButton()
            button.setObjectName(f"promise_{task}")
            button.clicked.connect(lambda _=False, task=task: self._request(task))
            self.buttons[task] = button
        self.buttons[ArticleTask.READ].setProperty("role", "primary")
        self.buttons[ArticleTask.ASK].setProperty("role", "quiet")
        self._lay_out()

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(22, 18, 22, 10)
        column.setSpacing(8)
        for part in (
            self.title,
            self.about,
            self.review,
            self._after,
            self.summary,
            self.differs,
            self._three,
        ):
            column.addWidget(part)
        column.addLayout(self._messages)
        column.addWidget(self.values)
        column.addWidget(self.figure, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2, 2, 2, 14)
        outer.addWidget(scrolled(body), 1)
        edge = QFrame()
        edge.setProperty("role", "line")
        outer.addWidget(edge)
        row = flow_of(8, *self.buttons.values(), even=True)
        row.setContentsMargins(20, 0, 20, 0)
        outer.addLayout(row)

    def show_card(self, library: Library, card: Card, state: ArticleState | None) -> None:
        """Shows what this article promises."""
        self._card = card
        tr, front = self._context.tr, card.front
        self.title.setText(front.title)
        sources = tr.plural("{count} source", "{count} sources", len(front.sources))
        self.about.setText(" · ".join((state_words(card, state, tr), sources)))
        self.review.setText(review_state(front, tr))
        self._after.setText(tr.text("What it is about"))
        self.summary.setText(front.summary)
        self.differs.setText(tr.text(PEOPLE_DIFFER))
        self.differs.setVisible(about_car_t(front))
        messages = [each.message for each in front.teach_back]
        self._three.setText(
            tr.plural("{count} thing to remember", "{count} things to remember", len(messages))
        )
        self._three.setVisible(bool(messages))
        clear(self._messages)
        for number, words in enumerate(messages, start=1):
            line = _message(number, words)
            self._messages.addWidget(line)
            line.show()
        self.values.begin(None)
        self.values.show_values(front.analytes)
        figures = library.article(front.id, tr.code).figures
        self.figure.show_figure(library, figures[0] if figures else None, card.language)
        begun = state is not None and 0 < state.progress < 1 and not state.finished
        self.buttons[ArticleTask.READ].setText(tr.text("Read on") if begun else tr.text("Read"))
        number = len(front.quiz)
        self.buttons[ArticleTask.QUIZ].setText(
            tr.plural("Answer {count} question", "Answer {count} questions", number)
        )
        self.buttons[ArticleTask.QUIZ].setVisible(bool(number))
        self.buttons[ArticleTask.HANDOUT].setText(tr.text("Handout…"))
        self.buttons[ArticleTask.SLIDES].setText(tr.text("As slides"))
        self.buttons[ArticleTask.ASK].setText(tr.text("Ask my doctor"))

    def _request(self, task: ArticleTask) -> None:
        if self._card is not None:
            self.requested.emit(ArticleRequest(task, self._card.front.id))


def _message(number: int, words: str) -> QFrame:
    line = QFrame()
    line.setProperty("role", "ruled")
    disc = QLabel(str(number))
    disc.setProperty("role", "disc")
    disc.setAlignment(Qt.AlignmentFlag.AlignCenter)
    said = plain_label("")
    said.setText(words)
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 7, 0, 7)
    row.setSpacing(10)
    row.addWidget(disc, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(said, 1)
    return line
