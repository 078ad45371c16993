"""The list of articles: what was begun, what may be asked again, and every article by its subject."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.domain.learning import ArticleState
from lupusdiary.education.content.library import Card, Library
from lupusdiary.language import Refusal, Translator
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.card_grid import LearnGrid
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.rich_button import RichButton
from lupusdiary.ui.widgets.scroll_column import scrolled

_LEAST = 300
_MOST_BEGUN = 3


class LearnShelf(QWidget):
    """`chosen` carries an article's id; `review` asks for the questions that come again, `not_today` leaves
    them for another day."""

    chosen = Signal(str)
    review = Signal()
    not_today = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._grids: list[LearnGrid] = []
        self._refused: Refusal | None = None
        self.cards: list[LearnCard] = []
        self.review_card = QFrame()
        self.review_card.setObjectName("review_card")
        self.review_card.setProperty("role", "card")
        self._review_words = QLabel()
        self._review_words.setProperty("role", "strong")
        self._review_words.setWordWrap(True)
        self._review_hint = QLabel()
        self._review_hint.setProperty("role", "hint")
        self._review_hint.setWordWrap(True)
        self.review_button = QPushButton()
        self.review_button.setObjectName("start_review")
        self.review_button.clicked.connect(self.review)
        self.leave_button = QPushButton()
        self.leave_button.setObjectName("leave_review")
        self.leave_button.setProperty("role", "quiet")
        self.leave_button.clicked.connect(self.not_today)
        buttons = FlowLayout()
        buttons.addWidget(self.review_button)
        buttons.addWidget(self.leave_button)
        inside = QVBoxLayout(self.review_card)
        inside.setContentsMargins(16, 12, 16, 14)
        for widget in (self._review_words, self._review_hint):
            inside.addWidget(widget)
        inside.addLayout(buttons)
        # Nothing stands here before the library has been read.
        self.review_card.hide()
        self.empty = QLabel()
        self.empty.setObjectName("shelf_empty")
        self.empty.setProperty("role", "muted")
        self.empty.setWordWrap(True)
        body = QWidget()
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        column = QVBoxLayout(body)
        column.setContentsMargins(26, 2, 26, 26)
        column.setSpacing(12)
        column.addWidget(self.review_card)
        column.addWidget(self.empty)
        column.addLayout(self._list)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = scrolled(body)
        outer.addWidget(self._scroll)

    def show_library(
        self, library: Library, states: Mapping[str, ArticleState], due: int, *, bookmarked: bool
    ) -> None:
        """Shows every article, or only those with a bookmark."""
        tr = self._context.tr
        focused = next((card.id for card in self.cards if card.hasFocus()), None)
        self._clear()
        self._review_words.setText(
            tr.plural("{count} question from what you read", "{count} questions from what you read", due)
        )
        self._review_hint.setText(
            tr.text("Not clear yet the last time. A few at a time, and only if you like.")
        )
        self.review_button.setText(tr.text("Answer now"))
        self.leave_button.setText(tr.text("Not today"))
        self.review_card.setVisible(bool(due) and not bookmarked)
        if not bookmarked:
            begun = [id for id, state in states.items() if 0 < state.progress < 1 and not state.finished]
            known = set(library.ids())
            begun = sorted(set(begun) & known, key=lambda id: -states[id].progress)[:_MOST_BEGUN]
            self._add(tr.text("Read on"), begun, library, states)
        for category in library.categories:
            kept = [id for id in category.articles if not bookmarked or _marked(states.get(id))]
            self._add(tr.text(category.name), kept, library, states)
        self.empty.setText(
            tr.text("No article has a bookmark yet. In an article, press the bookmark at its top.")
            if bookmarked
            else tr.text("Articles stand here once they can be read.")
        )
        self.empty.setVisible(not self.cards)
        again = next((card for card in self.cards if card.id == focused), None)
        if again is not None:
            again.setFocus()

    def retranslate(self) -> None:
        """Says that the library is being read, until it is there, or why it cannot be."""
        tr = self._context.tr
        if not self.cards:
            reading = tr.text("The articles are being read…")
            self.empty.setText(reading if self._refused is None else tr.refusal(self._refused))

    def refuse(self, refusal: Refusal) -> None:
        """The library cannot be read."""
        self._refused = refusal
        self.retranslate()

    def restyle(self) -> None:
        """Deals the cards out anew for the text size."""
        for grid in self._grids:
            grid.arrange()

    def _add(
        self, title: str, ids: Sequence[str], library: Library, states: Mapping[str, ArticleState]
    ) -> None:
        if not ids:
            return
        tr = self._context.tr
        heading = QLabel(title)
        heading.setProperty("role", "section")
        cards = [LearnCard(library.card(id, tr.code), states.get(id), tr) for id in ids]
        for card in cards:
            card.clicked.connect(lambda _=False, id=card.id: self.chosen.emit(id))
        grid = LearnGrid(cards, _LEAST, self._context)
        self.cards += cards
        self._grids.append(grid)
        for widget in (heading, grid):
            self._list.addWidget(widget)
            widget.show()

    def _clear(self) -> None:
        self.cards, self._grids = [], []
        clear(self._list)


def _marked(state: ArticleState | None) -> bool:
    return state is not None and state.bookmarked


def state_words(card: Card, state: ArticleState | None, tr: Translator) -> str:
    """Minutes, progress and bookmark in one line."""
    parts = [tr.plural("about {count} minute", "about {count} minutes", card.minutes)]
    if state is not None and state.finished:
        parts.append(tr.text("read"))
    elif state is not None and state.progress > 0:
        parts.append(tr.text("{percent} % read", percent=max(1, round(100 * state.progress))))
    if state is not None and state.bookmarked:
        parts.append(tr.text("bookmarked"))
    if state is not None and state.note:
        parts.append(tr.text("with my note"))
    if not card.shipped:
        parts.append(tr.text("from your hospital"))
    return " · ".join(parts)


class LearnCard(RichButton):
    """A card that opens its article. `id` says which."""

    def __init__(self, card: Card, state: ArticleState | None, tr: Translator) -> None:
        super().__init__(f"article_{card.front.id}", "card")
        self.id = card.front.id
        words = state_words(card, state, tr)
        self.add_line("strong", card.front.title)
        self.add_line("", _first_sentence(card.front.summary))
        self.add_line("hint", words)
        self.column.insertStretch(2)
        self.setAccessibleName(f"{card.front.title}, {words}")
        self.setAccessibleDescription(card.front.summary)


def _first_sentence(text: str) -> str:
    end = text.find(". ")
    return text if end < 0 else text[: end + 1]
