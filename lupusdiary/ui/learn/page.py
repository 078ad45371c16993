"""Learn: the library, read and searched; what was understood; and sheets to take along."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.change import Change
from lupusdiary.domain.learning import TeachBack
from lupusdiary.education.content.article import Article
from lupusdiary.education.content.library import Library
from lupusdiary.language import Refusal, Translator
from lupusdiary.ui.articles.explains import article_for, name_of
from lupusdiary.ui.base.article_folder import ReadLibrary, load_library, own_articles
from lupusdiary.ui.base.command import Present, Verb
from lupusdiary.ui.base.context import HANDOUT_NUMBERS, UiContext
from lupusdiary.ui.base.page import Page
from lupusdiary.ui.base.route import OWN_NOTE, Route
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.learn.front import LearnFront
from lupusdiary.ui.learn.handouts import handout, teach_back_card
from lupusdiary.ui.learn.promise import ArticleRequest, ArticleTask
from lupusdiary.ui.learn.quiz import QuizView
from lupusdiary.ui.learn.reader.reader import ArticleReader
from lupusdiary.ui.learn.review import Asked, leave_for_today, waiting
from lupusdiary.ui.learn.teach_back import TeachBackView
from lupusdiary.ui.pdf.document_view import DocumentView, PrintedDocument


class LearnPage(Page):
    """The list, an article, a quiz, a teach-back or a sheet: one of them at a time. The library is read
    beside the window when the page is first shown."""

    nouns: ClassVar[frozenset[str]] = frozenset({"learning", "visits", "labs", "analytes", "settings"})

    def __init__(self, diary: Diary, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(diary, context, parent)
        self.library: Library | None = None
        self._articles = own_articles(context.preferences)
        self._pending: Route | None = None
        self._background = Background(self)
        self.list = LearnFront(diary, context)
        self.reader = ArticleReader(diary, context)
        self.quiz = QuizView(diary, context)
        self.teach_back = TeachBackView(diary, context)
        self.paper = DocumentView(context)
        self._sheet: Callable[[], PrintedDocument] | None = None
        # Where "Back" leads, the last one first to be taken.
        self._behind: list[QWidget] = []
        self._parts = (self.list, self.reader, self.quiz, self.teach_back, self.paper)
        self._stack = QStackedWidget()
        for widget in self._parts:
            self._stack.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._connect()

    def _connect(self) -> None:
        self.reader.foot.joins(self.keeper)
        self.teach_back.joins(self.keeper)
        self.list.chosen.connect(lambda id: self.open(id))
        self.list.go.connect(self._follow)
        self.list.requested.connect(self._do)
        self.list.review_requested.connect(lambda: self._quiz(self._waiting()))
        self.list.postponed.connect(lambda: self._try(lambda: leave_for_today(self.diary)))
        self.list.plan.again_requested.connect(self._resume)
        self.list.plan.printed.connect(lambda kept: self._print_card(kept.article, kept))
        self.list.plan.removed.connect(
            lambda kept: self._try(lambda: self.diary.learning.remove_teach_back(kept.id))
        )
        self.reader.closed.connect(self.show_list)
        self.reader.article_requested.connect(lambda id: self.open(id))
        self.reader.quiz_requested.connect(self._ask)
        self.reader.head.slides_requested.connect(self._present)
        self.list.sessions_requested.connect(lambda: self.requested.emit(Verb.SESSION))
        self.reader.teach_back_requested.connect(self._begin_teach_back)
        self.reader.paper_requested.connect(self._print_handout)
        self.quiz.article_requested.connect(lambda id: self.open(id))
        self.teach_back.printed.connect(lambda article, said: self._print_card(article.id, said))
        for view in (self.quiz, self.teach_back, self.paper):
            view.closed.connect(self._go_back)
        for part in (self.reader, self.teach_back):
            part.go.connect(self.go)

    def visit(self, route: Route) -> None:
        """Goes to an article; to the list when the page is asked for while it is shown."""
        self._look_for_own()
        if route.article is not None or route.explains is not None:
            self._reach(route)
        elif self.isVisible():
            self.show_list()

    def from_start(self) -> None:
        self.leave()
        self.show_list()
        super().from_start()

    def load(self) -> None:
        self._look_for_own()
        super().load()

    def notice(self, change: Change) -> None:
        if "days" in change.nouns:
            self.list.forget_days()
        super().notice(change)

    def retranslate(self) -> None:
        for part in self._parts:
            part.retranslate()
        about = self.teach_back.article
        if self.library is not None and about is not None:
            self.teach_back.follow(self.library.article(about.id, self.language.code))
        if self._sheet is not None:
            self.paper.rename(self._sheet())

    def restyle(self) -> None:
        for part in self._parts:
            part.restyle()

    def refresh(self) -> None:
        if self.library is None:
            if not self._background.busy:
                own = self._articles
                self._background.run(lambda: load_library(own), self._loaded, self._not_loaded)
            return
        self.reader.refresh()
        self.teach_back.refresh()
        if self._stack.currentWidget() is self.quiz:
            self.quiz.refresh()
        if self._stack.currentWidget() is self.list:
            self.list.show_library(self.library, len(self._waiting()))

    def _do(self, request: ArticleRequest) -> None:
        """Does with an article of the list what its own page would do."""
        if self.library is None:
            return
        article = self.library.article(request.article, self.language.code)
        if request.task == ArticleTask.SLIDES:
            self.requested.emit(Present(article.id))
        elif request.task == ArticleTask.QUIZ:
            self._ask(article)
        elif request.task == ArticleTask.HANDOUT:
            self._print_handout(article)
        else:
            self.open(article.id)
            self.reader.show_question()

    def _present(self) -> None:
        if self.reader.article is not None:
            self.requested.emit(Present(self.reader.article.id))

    def leave(self) -> None:
        self.reader.leave()
        self.teach_back.leave()

    def show_list(self) -> None:
        """Goes back to the list."""
        self.reader.leave()
        self._behind.clear()
        self._stack.setCurrentWidget(self.list)
        if self.library is not None:
            self.list.show_library(self.library, len(self._waiting()))

    def open(
        self,
        id: str,
        anchor: str | None = None,
        looked_for: str | None = None,
        about: str | None = None,
    ) -> None:
        """Opens an article, with what was looked for marked in it; `about` is the test that led here."""
        if self.library is None:
            return
        patterns = self.list.patterns(looked_for) if looked_for else []
        noted = anchor == OWN_NOTE
        self.reader.values.begin(about)
        try:
            self.reader.open(self.library, id, None if noted else anchor, patterns)
        except Refusal as refusal:
            self._tell(refusal)
            return
        self._behind.clear()
        self._stack.setCurrentWidget(self.reader)
        if noted:
            self.reader.show_note()
        else:
            self.reader.take_focus()

    def _look_for_own(self) -> None:
        """The library is read anew when another folder of the hospital's was chosen in the settings."""
        chosen = own_articles(self.context.preferences)
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
            self.open(route.article, route.anchor, route.looked_for)
            return
        explains = route.explains or ""
        found = article_for(self.library, explains)
        if found is not None:
            kind, _, code = explains.partition(":")
            about = code if kind == "analyte" else None
            self.open(found, looked_for=route.looked_for, about=about)
        else:
            # Better a search for it than nothing at all.
            self.show_list()
            self.list.look_for(name_of(self.diary, explains, self.language))

    def _waiting(self) -> list[Asked]:
        return [] if self.library is None else waiting(self.diary, self.library, self.language.code)

    def _try(self, write: Callable[[], object]) -> None:
        try:
            write()
        except Refusal as refusal:
            self._tell(refusal)

    def _ask(self, article: Article) -> None:
        self._quiz([Asked(article.id, item) for item in range(len(article.quiz))])

    def _quiz(self, asked: list[Asked]) -> None:
        if self.library is not None and asked:
            self._show(self.quiz)
            self.quiz.ask(self.library, asked)

    def _begin_teach_back(self, article: Article) -> None:
        self.teach_back.begin(article)
        self._show(self.teach_back)
        self.teach_back.take_focus()

    def _resume(self, kept: TeachBack) -> None:
        if self.library is not None:
            self.teach_back.resume(self.library.article(kept.article, self.language.code), kept)
            self._show(self.teach_back)
            self.teach_back.take_focus()

    def _print_handout(self, article: Article) -> None:
        self._print(article.id, handout)

    def _print_card(self, id: str, said: TeachBack | None) -> None:
        self._print(id, lambda library, about, *rest: teach_back_card(library, about, said, *rest))

    def _print(self, id: str, make: Callable[[Library, Article, Translator, str], PrintedDocument]) -> None:
        library = self.library
        if library is None:
            return
        numbers = self.context.preferences.word(HANDOUT_NUMBERS)
        self._sheet = lambda: make(library, library.article(id, self.language.code), self.language, numbers)
        self.paper.show_document(self._sheet())
        self._show(self.paper)
        self.paper.back.setFocus()

    def _show(self, view: QWidget) -> None:
        self._behind.append(self._stack.currentWidget() or self.list)
        self._stack.setCurrentWidget(view)

    def _go_back(self) -> None:
        if self._stack.currentWidget() is self.teach_back:
            self.teach_back.leave()
        before = self._behind.pop() if self._behind else self.list
        if before is self.list:
            self.show_list()
            return
        self._stack.setCurrentWidget(before)
        if before is self.reader:
            self.reader.take_focus()

    def _not_loaded(self, refusal: Refusal) -> None:
        self.list.articles.refuse(refusal)
        self._tell(refusal)

    def _tell(self, refusal: Refusal) -> None:
        tr = self.language
        self.context.prompts.tell(self, tr.refusal(refusal), tr.text("Close"))
