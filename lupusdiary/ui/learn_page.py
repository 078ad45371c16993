"""Learn: the library, read and searched; what was understood; and sheets to take along."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.learning import TeachBack
from lupusdiary.domain.treatment import event_kind
from lupusdiary.education.article import Article
from lupusdiary.education.library import Library
from lupusdiary.education.repetition import due
from lupusdiary.language import Refusal
from lupusdiary.ui.background import Background
from lupusdiary.ui.learn_list import LearnList
from lupusdiary.ui.learn_papers import handout, teach_back_card
from lupusdiary.ui.own_articles import OwnArticles, ReadLibrary, own_articles, read_library
from lupusdiary.ui.page import Page
from lupusdiary.ui.paper_view import PaperView
from lupusdiary.ui.quiz_view import Asked, QuizView
from lupusdiary.ui.reader import Reader
from lupusdiary.ui.route import Route
from lupusdiary.ui.surroundings import Surroundings
from lupusdiary.ui.teach_back_view import TeachBackView


class LearnPage(Page):
    """The list, an article, a quiz, a teach-back or a sheet: one of them at a time. The library is read
    beside the window when the page is first shown."""

    nouns: ClassVar[frozenset[str]] = frozenset({"learning", "visits", "labs", "analytes"})

    def __init__(self, diary: Diary, surroundings: Surroundings) -> None:
        super().__init__(diary, surroundings)
        self.library: Library | None = None
        self._articles = own_articles(surroundings.preferences)
        self._pending: Route | None = None
        self._background = Background(self)
        self.list = LearnList(diary, surroundings)
        self.reader = Reader(diary, surroundings)
        self.quiz = QuizView(diary, surroundings)
        self.teach_back = TeachBackView(diary, surroundings)
        self.paper = PaperView(surroundings)
        self._before: QWidget = self.list
        self._parts = (self.list, self.reader, self.quiz, self.teach_back, self.paper)
        self._stack = QStackedWidget()
        for widget in self._parts:
            self._stack.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._connect()

    def _connect(self) -> None:
        self.list.chosen.connect(lambda id: self.open(id))
        self.list.go.connect(self._follow)
        self.list.review.connect(lambda: self._quiz(self._waiting()))
        self.reader.closed.connect(self.show_shelf)
        self.reader.article_wanted.connect(lambda id: self.open(id))
        self.reader.quiz_wanted.connect(self._ask)
        self.reader.head.slides.connect(self._present)
        self.list.sessions.connect(lambda: self.wanted.emit("session", ""))
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
        self._look_for_own()
        if route.article is not None or route.explains is not None:
            self._reach(route)
        elif self.isVisible():
            self.show_shelf()

    def load(self) -> None:
        self._look_for_own()
        super().load()

    def retranslate(self) -> None:
        for part in self._parts:
            part.retranslate()

    def restyle(self) -> None:
        for part in self._parts:
            part.restyle()

    def refresh(self) -> None:
        if self.library is None:
            if not self._background.busy:
                own = self._articles
                self._background.run(lambda: _load(own), self._loaded, self._tell)
            return
        self.reader.refresh()
        if self._stack.currentWidget() is self.list:
            self.list.show_library(self.library, len(self._waiting()))

    def _present(self) -> None:
        if self.reader.article is not None:
            self.wanted.emit("session", self.reader.article.id)

    def leave(self) -> None:
        self.reader.leave()

    def show_shelf(self) -> None:
        """Goes back to the list."""
        self.reader.leave()
        self._stack.setCurrentWidget(self.list)
        if self.library is not None:
            self.list.show_library(self.library, len(self._waiting()))

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

    def _look_for_own(self) -> None:
        """The library is read anew when another folder of the hospital's was chosen in the settings."""
        chosen = own_articles(self.surroundings.preferences)
        if chosen != self._articles:
            self._background.drop()
            self._articles, self.library, self._stale = chosen, None, True
            self.reader.leave()
            self._stack.setCurrentWidget(self.list)

    def _loaded(self, read: ReadLibrary) -> None:
        self.library = read.library
        self.list.leave_out(read.left_out)
        self.refresh()
        if self._pending is not None:
            route, self._pending = self._pending, None
            self._reach(route)

    def _follow(self, route: Route) -> None:
        if route.page == "learn":
            self._reach(route)
        else:
            self.go.emit(route)

    def _reach(self, route: Route) -> None:
        if self.library is None:
            self._pending = route
            return
        if route.article is not None:
            self.open(route.article, route.anchor)
            return
        kind, _, code = (route.explains or "").partition(":")
        found = {
            "symptom": self.library.for_symptom,
            "analyte": self.library.for_analyte,
            "event": self.library.for_event,
        }[kind](code)
        if found is not None:
            self.open(found)
        else:
            # Better a search for it than nothing at all.
            self.show_shelf()
            self.list.look_for(self._name(kind, code))

    def _name(self, kind: str, code: str) -> str:
        if kind == "symptom":
            return self.diary.symptoms.catalogue().get(code).name(self.language)
        if kind == "analyte":
            return self.diary.labs.catalogue().get(code).label(self.language)
        return event_kind(code).name(self.language)

    def _waiting(self) -> list[Asked]:
        """The missed questions that may come again today, as far as the library still has them."""
        if self.library is None:
            return []
        known = {card.front.id: len(card.front.quiz) for card in self.library.cards(self.language.code)}
        again = due(self.diary.learning.answers(), self.diary.today())
        return [Asked(each.article, each.item) for each in again if each.item < known.get(each.article, 0)]

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
        self._before = self._stack.currentWidget() or self.list
        self._stack.setCurrentWidget(view)

    def _go_back(self) -> None:
        if self._before is self.list:
            self.show_shelf()
        else:
            self._stack.setCurrentWidget(self._before)

    def _tell(self, refusal: Refusal) -> None:
        tr = self.language
        self.surroundings.prompts.tell(self, tr.refusal(refusal), tr.text("Close"))


def _load(own: OwnArticles) -> ReadLibrary:
    read = read_library(own)
    read.library.ids()
    return read
