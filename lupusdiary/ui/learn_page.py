"""Learn: the library, read and searched; what was understood; and sheets to take along."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QButtonGroup, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.learning import TeachBack
from lupusdiary.domain.treatment import event_kind
from lupusdiary.education.article import Article
from lupusdiary.education.library import Library
from lupusdiary.education.repetition import due
from lupusdiary.language import Message, Refusal, mark
from lupusdiary.ui.background import Background
from lupusdiary.ui.chip import Chip
from lupusdiary.ui.flow import FlowLayout
from lupusdiary.ui.learn_papers import handout, teach_back_card
from lupusdiary.ui.learn_results import LearnResults
from lupusdiary.ui.learn_search import Found, LearnSearch
from lupusdiary.ui.learn_shelf import LearnShelf
from lupusdiary.ui.page import Page
from lupusdiary.ui.paper_view import PaperView
from lupusdiary.ui.quiz_view import Asked, QuizView
from lupusdiary.ui.reader import Reader
from lupusdiary.ui.route import Route
from lupusdiary.ui.surroundings import Surroundings
from lupusdiary.ui.teach_back_view import TeachBackView
from lupusdiary.ui.term_popup import TermPopup

_TYPING_MS = 120
_VIEWS: tuple[tuple[str, Message], ...] = (
    ("all", mark("All")),
    ("bookmarks", mark("Bookmarks")),
    ("words", mark("Words explained")),
)


class LearnPage(Page):
    """A list, an article, a quiz, a teach-back or a sheet: one of them at a time."""

    nouns: ClassVar[frozenset[str]] = frozenset({"learning", "visits", "labs", "analytes"})

    def __init__(self, diary: Diary, surroundings: Surroundings) -> None:
        super().__init__(diary, surroundings)
        self.library: Library | None = None
        self._view = "all"
        self._pending: Route | None = None
        self._background = Background(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_MS)
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.search = QLineEdit()
        self.search.setObjectName("search_library")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(300)
        self._group = QButtonGroup(self)
        self.chips = {code: Chip(f"shelf_{code}", self) for code, _ in _VIEWS}
        self.shelf = LearnShelf(surroundings)
        self.results = LearnResults(surroundings)
        self.reader = Reader(diary, surroundings)
        self.quiz = QuizView(diary, surroundings)
        self.teach_back = TeachBackView(diary, surroundings)
        self.paper = PaperView(surroundings)
        self._searching = LearnSearch(diary, surroundings)
        self.popup = TermPopup(self, surroundings)
        self._before: QWidget | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = FlowLayout(spacing=10)
        head.addWidget(self.title)
        head.addWidget(self.search)
        for code, chip in self.chips.items():
            self._group.addButton(chip)
            chip.setChecked(code == self._view)
            head.addWidget(chip)
        above = QVBoxLayout()
        above.setContentsMargins(26, 16, 26, 0)
        above.addLayout(head)
        self._below = QStackedWidget()
        self._below.addWidget(self.shelf)
        self._below.addWidget(self.results)
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(above)
        column.addWidget(self._below, 1)
        self._stack = QStackedWidget()
        for widget in (self._list, self.reader, self.quiz, self.teach_back, self.paper):
            self._stack.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _connect(self) -> None:
        for code, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, code=code: self._show_view(code))
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.search.returnPressed.connect(self._search)
        self._pause.timeout.connect(self._search)
        self._searching.ready.connect(self._search)
        self.shelf.chosen.connect(lambda id: self.open(id))
        self.shelf.review.connect(self._review)
        self.results.chosen.connect(self._follow)
        self.popup.article.connect(lambda id: self.open(id))
        self.reader.closed.connect(self.show_shelf)
        self.reader.article_wanted.connect(lambda id: self.open(id))
        self.reader.quiz_wanted.connect(self._ask)
        self.reader.teach_back_wanted.connect(self._begin_teach_back)
        self.reader.paper_wanted.connect(self._print_handout)
        self.quiz.article_wanted.connect(lambda id: self.open(id))
        self.teach_back.printed.connect(self._print_card)
        self.teach_back.closed.connect(lambda: self._show(self.reader))
        for view in (self.quiz, self.paper):
            view.closed.connect(self._go_back)
        for part in (self.reader, self.teach_back):
            part.go.connect(self.go)

    def visit(self, route: Route) -> None:
        """Goes to an article; to the list when the page is asked for while it is shown."""
        if route.article is None and route.explains is None:
            if self.isVisible():
                self.show_shelf()
        elif self.library is None:
            self._pending = route
        else:
            self._reach(route)

    def retranslate(self) -> None:
        tr = self.language
        self.title.setText(tr.text("Learn"))
        words = tr.text("Search in articles, words, tests and your own notes")
        self.search.setPlaceholderText(words)
        self.search.setAccessibleName(words)
        for code, text in _VIEWS:
            self.chips[code].setText(tr.text(text))
        for part in (self.reader, self.quiz, self.teach_back, self.paper):
            part.retranslate()
        self._searching.forget()
        if not self._stale:
            self.refresh()

    def restyle(self) -> None:
        for part in (self.reader, self.quiz, self.teach_back, self.paper, self.shelf):
            part.restyle()
        self._search()

    def refresh(self) -> None:
        if self.library is None:
            if not self._background.busy:
                self._background.run(_load, self._loaded, self._not_loaded)
            return
        self._searching.forget()
        self.reader.refresh()
        if self._stack.currentWidget() is self._list:
            self._show_list()

    def leave(self) -> None:
        self.reader.leave()

    def show_shelf(self) -> None:
        """Goes back to the list."""
        self.reader.leave()
        self._stack.setCurrentWidget(self._list)
        if self.library is not None:
            self._show_list()

    def open(self, id: str, anchor: str | None = None) -> None:
        """Opens an article."""
        if self.library is None:
            return
        try:
            self.reader.open(self.library, id, anchor)
        except Refusal as refusal:
            self._tell(refusal)
            return
        self._stack.setCurrentWidget(self.reader)
        self.reader.take_focus()

    def _loaded(self, library: Library) -> None:
        self.library = library
        self._searching.prepare(library)
        self.refresh()
        if self._pending is not None:
            route, self._pending = self._pending, None
            self._reach(route)

    def _not_loaded(self, refusal: Refusal) -> None:
        self._tell(refusal)

    def _reach(self, route: Route) -> None:
        assert self.library is not None
        if route.article is not None:
            self.open(route.article, route.anchor)
            return
        kind, _, code = (route.explains or "").partition(":")
        found = {
            "symptom": self.library.for_symptom,
            "analyte": self.library.for_analyte,
            "event": self.library.for_event,
            "medicine": self.library.for_medicine,
        }[kind](code)
        if found is not None:
            self.open(found)
        else:
            # Better a search for it than nothing at all.
            self.show_shelf()
            self.search.setText(self._name(kind, code))

    def _name(self, kind: str, code: str) -> str:
        if kind == "symptom":
            return self.diary.symptoms.catalogue().get(code).name(self.language)
        if kind == "analyte":
            return self.diary.labs.catalogue().get(code).label(self.language)
        return event_kind(code).name(self.language)

    def _show_view(self, view: str) -> None:
        self._view = view
        self.search.clear()
        self._search()

    def _show_list(self) -> None:
        assert self.library is not None
        learning = self.diary.learning
        waiting = [
            each
            for each in due(learning.answers(), self.diary.today())
            if self._knows(each.article, each.item)
        ]
        self.shelf.show_library(
            self.library, learning.states(), len(waiting), bookmarked=self._view == "bookmarks"
        )
        self._search()

    def _knows(self, article: str, item: int) -> bool:
        assert self.library is not None
        known = article in set(self.library.ids())
        return known and item < len(self.library.card(article, self.language.code).front.quiz)

    def _search(self) -> None:
        self._pause.stop()
        wanted = self.search.text().strip()
        if self.library is None:
            return
        if wanted and not self._searching.is_ready:
            self._searching.prepare(self.library)
            self.results.wait()
        elif wanted:
            self.results.show_found(self._searching.find(wanted), wanted)
        elif self._view == "words":
            self.results.show_found(self._searching.words(self.library), "")
        listed = bool(wanted) or self._view == "words"
        self._below.setCurrentWidget(self.results if listed else self.shelf)

    def _follow(self, found: Found, row: QWidget) -> None:
        if found.route is None and self.library is not None and found.term is not None:
            term = self.library.glossary.get(found.term)
            self.popup.explain(term, self.library, "", row.mapToGlobal(QPoint(20, row.height())))
        elif found.route is not None and found.route.page == "learn" and self.library is not None:
            self._reach(found.route)
        else:
            self.go.emit(found.route)

    def _review(self) -> None:
        waiting = due(self.diary.learning.answers(), self.diary.today())
        asked = [Asked(each.article, each.item) for each in waiting if self._knows(each.article, each.item)]
        self._quiz(asked)

    def _ask(self, article: Article) -> None:
        self._quiz([Asked(article.id, item) for item in range(len(article.quiz))])

    def _quiz(self, asked: list[Asked]) -> None:
        if self.library is not None and asked:
            self._show(self.quiz)
            self.quiz.ask(self.library, asked)

    def _begin_teach_back(self, article: Article) -> None:
        self.teach_back.begin(article)
        self._show(self.teach_back)

    def _print_handout(self, article: Article) -> None:
        if self.library is not None:
            self.paper.show_paper(handout(self.library, article, self.language))
            self._show(self.paper)

    def _print_card(self, article: Article, said: TeachBack | None) -> None:
        if self.library is not None:
            self.paper.show_paper(teach_back_card(self.library, article, said, self.language))
            self._show(self.paper)

    def _show(self, view: QWidget) -> None:
        self._before = self._stack.currentWidget()
        self._stack.setCurrentWidget(view)

    def _go_back(self) -> None:
        if self._before is None or self._before is self._list:
            self.show_shelf()
        else:
            self._stack.setCurrentWidget(self._before)

    def _tell(self, refusal: Refusal) -> None:
        tr = self.language
        self.surroundings.prompts.tell(self, tr.refusal(refusal), tr.text("Close"))


def _load() -> Library:
    library = Library()
    library.ids()
    return library
