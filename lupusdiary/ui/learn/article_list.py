"""The library: at the left every article by its subject, at the right what the marked one promises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.learning import ArticleState
from lupusdiary.education.content.library import Library
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.page import SIDE
from lupusdiary.ui.learn.article_model import ArticleDelegate, ArticleModel, ArticleRow
from lupusdiary.ui.learn.own_subjects import own_subjects
from lupusdiary.ui.learn.promise import ArticlePromise, ArticleRequest, ArticleTask
from lupusdiary.ui.widgets.flow_layout import flow_of
from lupusdiary.ui.widgets.labels import plain_label

_MOST_BEGUN = 3
# Below this width, at 100 %, there is room for the list alone: a click opens the article.
_BESIDE = 760


class ArticleList(QWidget):
    """`chosen` carries an article's id; `requested` an `ArticleRequest` for what else is to be done with one;
    `review_requested` asks for the questions that come again, `postponed` leaves them for another day."""

    chosen = Signal(str)
    requested = Signal(object)
    go = Signal(object)
    review_requested = Signal()
    postponed = Signal()

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self._diary = diary
        self._context = context
        self._refused: Refusal | None = None
        self._library: Library | None = None
        self._states: Mapping[str, ArticleState] = {}
        self.review_card = QFrame()
        self.review_card.setObjectName("review_card")
        self.review_card.setProperty("role", "card")
        self._review_words = QLabel()
        self._review_words.setProperty("role", "strong")
        self._review_hint = QLabel()
        self._review_hint.setProperty("role", "hint")
        self.review_button = QPushButton()
        self.review_button.setObjectName("start_review")
        self.review_button.clicked.connect(self.review_requested)
        self.leave_button = QPushButton()
        self.leave_button.setObjectName("leave_review")
        self.leave_button.setProperty("role", "quiet")
        self.leave_button.clicked.connect(self.postponed)
        self.empty = plain_label("muted", "list_empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for label in (self._review_words, self._review_hint, self.empty):
            label.setWordWrap(True)
        self.model = ArticleModel(context)
        self.view = QListView()
        self.view.setObjectName("article_rows")
        self.view.setProperty("role", "articles")
        self.view.setModel(self.model)
        self.view.setItemDelegate(ArticleDelegate(self.view, context))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMouseTracking(True)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        # Or it would keep the heights that the rows had in another width.
        self.view.setWordWrap(True)
        self.promise = ArticlePromise(diary, context)
        self._lay_out()
        self.view.selectionModel().currentChanged.connect(self._turn_to)
        self.view.clicked.connect(self._press)
        self.view.activated.connect(self._open)
        self.promise.requested.connect(self._pass_on)
        self.promise.go.connect(self.go)

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self.review_card)
        inside.setContentsMargins(16, 10, 16, 12)
        for widget in (self._review_words, self._review_hint):
            inside.addWidget(widget)
        inside.addLayout(flow_of(8, self.review_button, self.leave_button))
        # Nothing stands here before the library has been read.
        for part in (self.review_card, self.promise, self.view):
            part.hide()
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.review_card)
        left.addWidget(self.empty)
        left.addWidget(self.view, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 2, SIDE, 16)
        row.setSpacing(16)
        row.addLayout(left, 4)
        row.addWidget(self.promise, 7)

    @property
    def ids(self) -> list[str]:
        """The articles of the rows, in their order."""
        return [row.id for row in self.model.rows if row.id is not None]

    @property
    def beside(self) -> bool:
        """Whether the promise has room beside the list."""
        return self.width() >= _BESIDE * self._context.theme.scale

    def show_library(
        self, library: Library, states: Mapping[str, ArticleState], due: int, *, bookmarked: bool
    ) -> None:
        """Shows every article, or only those with a bookmark."""
        tr = self._context.tr
        self._library, self._states = library, states
        self._review_words.setText(
            tr.plural("{count} question from what you read", "{count} questions from what you read", due)
        )
        self._review_hint.setText(tr.text("A few at a time, and only if you like."))
        self.review_button.setText(tr.text("Answer now"))
        self.leave_button.setText(tr.text("Not today"))
        self.review_card.setVisible(bool(due) and not bookmarked)
        kept, scrolled_to = self.marked, self.view.verticalScrollBar().value()
        self.model.show_rows(self._rows(library, bookmarked=bookmarked))
        self.empty.setText(
            tr.text("No article has a bookmark yet. In an article, press the bookmark at its top.")
            if bookmarked
            else tr.text("Articles appear here once they can be read.")
        )
        self.empty.setVisible(not self.ids)
        self.view.setVisible(bool(self.ids))
        self._mark(kept if kept in self.ids else next(iter(self.ids), None))
        self.view.verticalScrollBar().setValue(scrolled_to)

    def _rows(self, library: Library, *, bookmarked: bool) -> list[ArticleRow]:
        tr, states = self._context.tr, self._states
        found: list[ArticleRow] = []
        if not bookmarked:
            begun = [id for id, state in states.items() if 0 < state.progress < 1 and not state.finished]
            begun = sorted(set(begun) & set(library.ids()), key=lambda id: -states[id].progress)
            found += self._part(tr.text("Read on"), begun[:_MOST_BEGUN])
            found += self._part(tr.text("In my diary"), own_subjects(self._diary, library))
        for category in library.categories:
            kept = [id for id in category.articles if not bookmarked or _marked(states.get(id))]
            found += self._part(tr.text(category.name), kept)
        return found

    def _part(self, title: str, ids: Sequence[str]) -> list[ArticleRow]:
        if not ids or self._library is None:
            return []
        cards = [self._library.card(id, self._context.tr.code) for id in ids]
        rows = [ArticleRow(card.front.title, card, self._states.get(card.front.id)) for card in cards]
        return [ArticleRow(title), *rows]

    @property
    def marked(self) -> str | None:
        """The article that is marked in the list."""
        at = self.view.currentIndex().row()
        return self.model.rows[at].id if 0 <= at < len(self.model.rows) else None

    def mark(self, id: str) -> None:
        """Marks an article, as if its row had been pressed."""
        self._mark(id)

    def _mark(self, id: str | None) -> None:
        at = self.model.place_of(id) if id is not None else None
        if at is not None:
            self.view.setCurrentIndex(self.model.index(at))
        self._show_promise()

    def _turn_to(self, _: QModelIndex) -> None:
        self._show_promise()

    def _show_promise(self) -> None:
        id = self.marked
        self.promise.setVisible(id is not None and self.beside)
        if id is not None and self._library is not None and self.beside:
            card = self._library.card(id, self._context.tr.code)
            self.promise.show_card(self._library, card, self._states.get(id))

    def _press(self, _: QModelIndex) -> None:
        if self.marked is not None and not self.beside:
            self.chosen.emit(self.marked)

    def _open(self, _: QModelIndex) -> None:
        if self.marked is not None:
            self.chosen.emit(self.marked)

    def _pass_on(self, request: ArticleRequest) -> None:
        if request.task == ArticleTask.READ:
            self.chosen.emit(request.article)
        else:
            self.requested.emit(request)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows the promise where it has room."""
        super().resizeEvent(event)
        self._show_promise()

    def retranslate(self) -> None:
        """Says that the library is being read, until it is there, or why it cannot be."""
        tr = self._context.tr
        self.view.setAccessibleName(tr.text("Articles"))
        if not self.ids:
            waiting = tr.text("The articles are being read…")
            self.empty.setText(waiting if self._refused is None else tr.refusal(self._refused))

    def refuse(self, refusal: Refusal) -> None:
        """The library cannot be read."""
        self._refused = refusal
        self.retranslate()

    def restyle(self) -> None:
        """Fits the rows to the text size."""
        self.view.reset() if not self.ids else self.view.doItemsLayout()
        self._show_promise()


def _marked(state: ArticleState | None) -> bool:
    return state is not None and state.bookmarked
