"""The front of the Learn page: a search, four views, and below them the library, plans or results."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.education.content.library import Library
from lupusdiary.language import Message, mark
from lupusdiary.ui.articles.term_popup import TermPopup
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.page import SIDE, TOP
from lupusdiary.ui.base.spoken import QuestionGroup
from lupusdiary.ui.learn.article_list import ArticleList
from lupusdiary.ui.learn.my_plan import MyPlan
from lupusdiary.ui.learn.results import LearnResults
from lupusdiary.ui.learn.review_note import ReviewNote
from lupusdiary.ui.learn.search import PLAN, Found, LearnSearch
from lupusdiary.ui.widgets.chip import Chip, Joined
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label
from lupusdiary.ui.widgets.search_field import SearchField

_IDLE_MS = 900
_LARGEST, _LEAST_FIELD = 1.6, 150
# Below this height, in pixels at 100 %, the note would lie over the search.
_TOO_LOW = 230
_ALL, _BOOKMARKS, _PLAN, _WORDS = "all", "bookmarks", "plan", "words"
_VIEWS: tuple[tuple[str, Message], ...] = (
    (_ALL, mark("All")),
    (_BOOKMARKS, mark("Bookmarks")),
    (_PLAN, mark("My plan")),
    (_WORDS, mark("Words explained")),
)


class LearnFront(QWidget):
    """`chosen` carries an article's id, `go` a route that a result leads to, `requested` an `ArticleRequest`;
    `review_requested` asks for the questions that come again, `postponed` leaves them for another day."""

    chosen = Signal(str)
    go = Signal(object)
    review_requested = Signal()
    postponed = Signal()
    sessions_requested = Signal()
    requested = Signal(object)

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self._diary = diary
        self._context = context
        self._library: Library | None = None
        self._view = _ALL
        self._due = 0
        # Keys that wait already are searched for together.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        # The index is made when the page stands, or at once when somebody types.
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._prepare)
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.search = SearchField("search_library")
        self._left_out: Path | None = None
        self.left_out = plain_label("note", "own_articles_left_out")
        self.left_out.hide()
        self.review_note = ReviewNote(context)
        self._group = QuestionGroup(self, self.title)
        self.chips = {code: Chip(f"list_{code}", self) for code, _ in _VIEWS}
        self.teach = QPushButton()
        self.teach.setObjectName("education_sessions")
        self.teach.clicked.connect(self.sessions_requested)
        self.articles = ArticleList(diary, context)
        self.plan = MyPlan(context, writable=not diary.read_only)
        self.results = LearnResults(context)
        self.popup = TermPopup(self, context)
        self._searching = LearnSearch(diary, context)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = FlowLayout(spacing=10)
        head.addWidget(self.title)
        for code, chip in self.chips.items():
            self._group.addButton(chip)
            chip.setChecked(code == self._view)
        self._switch = Joined([*self.chips.values()])
        for part in (self._switch, self.search, self.teach):
            head.addWidget(part)
        above = QVBoxLayout()
        above.setContentsMargins(SIDE, TOP, SIDE, 0)
        above.addLayout(head)
        above.addWidget(self.left_out)
        above.addWidget(self.review_note)
        self._below = QStackedWidget()
        self._below.addWidget(self.articles)
        self._below.addWidget(self.plan)
        self._below.addWidget(self.results)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(above)
        column.addWidget(self._below, 1)

    def _connect(self) -> None:
        for code, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, code=code: self.show_view(code))
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.search.setFocus)
        self.search.sought.connect(self._soon.start)
        self.search.entered.connect(self._enter)
        self._soon.timeout.connect(self._search)
        self._searching.ready.connect(self._search)
        self._searching.refused.connect(self.results.refuse)
        self.articles.chosen.connect(self.chosen)
        self.articles.requested.connect(self.requested)
        self.articles.go.connect(self.go)
        self.articles.review_requested.connect(self.review_requested)
        self.articles.postponed.connect(self.postponed)
        self.plan.chosen.connect(self.chosen)
        self.results.chosen.connect(self._follow)
        self.results.left.connect(self.search.setFocus)
        self.popup.article_requested.connect(self.chosen)

    def show_library(self, library: Library, due: int) -> None:
        """Shows what the diary says of the articles now; `due` is how many questions come again."""
        self._library, self._due = library, due
        self._searching.forget()
        self._idle.start()
        self.review_note.show_library(library, self._diary.today())
        states = self._diary.learning.states()
        self.articles.show_library(library, states, due, bookmarked=self._view == _BOOKMARKS)
        self.plan.show_plan(library, self._diary.learning.teach_backs())
        self._search()

    def forget_days(self) -> None:
        """The notes of days were changed: the next search reads them anew."""
        self._searching.forget_days()

    def leave_out(self, folder: Path | None) -> None:
        """Says which folder of the hospital's is not in the library although it was chosen."""
        self._left_out = folder
        self.left_out.setVisible(folder is not None)
        if folder is not None:
            self.left_out.setText(
                self._context.tr.text(
                    "The articles of your hospital (“{name}”) cannot be shown now; Settings says why when "
                    "you press “Check and use”.",
                    name=folder.name,
                )
            )

    def show_view(self, view: str) -> None:
        """Shows all articles, those with a bookmark, the plan, or the explained words."""
        self._view = view
        self.chips[view].setChecked(True)
        self.search.clear()
        if self._library is not None:
            self.show_library(self._library, self._due)

    def look_for(self, words: str) -> None:
        """Searches as if these words had been typed."""
        self.search.setText(words)
        self._search()

    def patterns(self, looked_for: str) -> list[re.Pattern[str]]:
        """What is marked in an article that was found by these words."""
        return self._searching.patterns(looked_for)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._below.currentWidget() is self.results:
            self.search.setFocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a place too low for both the articles have it: each of them says by itself who has read it."""
        super().resizeEvent(event)
        low = self.height() < _TOO_LOW * self._context.theme.scale
        self.review_note.step_aside(low)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._search()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self.title.setText(tr.text("Learn"))
        self._switch.setAccessibleName(tr.text("Learn"))
        self.teach.setText(tr.text("Education session…"))
        words = tr.text("Search in articles, words, tests and your own notes")
        self.search.explain(words, tr.text("Search"))
        self._fit_search()
        for code, text in _VIEWS:
            self.chips[code].setText(tr.text(text))
        self.leave_out(self._left_out)
        self.articles.retranslate()
        if self._library is not None:
            self.show_library(self._library, self._due)

    def _fit_search(self) -> None:
        """What can be looked for is read whole in the empty field; in the largest text the field stays in one
        line with its neighbour."""
        wanted, scale = self.search.room_for(self.search.hint[0]), self._context.theme.scale
        self.search.setMinimumWidth(wanted if scale < _LARGEST else min(wanted, round(_LEAST_FIELD * scale)))

    def restyle(self) -> None:
        """Fits cards and marks to the text size and theme."""
        self.search.restyle(self._context.theme.colours)
        self._fit_search()
        self.articles.restyle()
        self._search()

    def _search(self) -> None:
        self._soon.stop()
        wanted = self.search.wanted
        # Unseen, it waits: a diary that was closed meanwhile cannot be asked any more.
        if self._library is None or not self.isVisible():
            return
        if wanted and not self._searching.is_ready:
            self._prepare()
            self.results.wait()
        elif wanted:
            self.results.show_found(self._searching.find(wanted), wanted)
        elif self._view == _WORDS:
            self.results.show_found(self._searching.words(self._library), "")
        listed = bool(wanted) or self._view == _WORDS
        self.search.setAccessibleDescription(self.results.number.text() if wanted else "")
        shown = self.plan if self._view == _PLAN else self.articles
        self._below.setCurrentWidget(self.results if listed else shown)

    def _enter(self) -> None:
        """Goes on from the field to what was found."""
        self._search()
        if self._below.currentWidget() is self.results:
            self.results.take_focus()

    def _prepare(self) -> None:
        if self._library is not None:
            self._searching.prepare(self._library)
            self.results.warm()

    def _follow(self, found: Found, row: QWidget) -> None:
        if found.kind == PLAN:
            self.show_view(_PLAN)
        elif found.route is not None:
            self.go.emit(found.route)
        elif self._library is not None and found.term is not None:
            term = self._library.glossary.get(found.term)
            self.popup.explain(term, self._library, "", row.mapToGlobal(QPoint(20, row.height())))
