"""One article to be read: its text in a comfortable column, with what belongs to the person around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QFont, QFontMetrics, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolTip, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.education.content.article import Article
from lupusdiary.education.content.disclaimers import NOT_YOUR_DOCTOR
from lupusdiary.education.content.library import Library
from lupusdiary.language import Refusal
from lupusdiary.ui.articles.rich_text import ARTICLE, TERM, plain_text
from lupusdiary.ui.articles.term_popup import TermPopup, term_tip
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.page import SIDE, TOP
from lupusdiary.ui.base.spoken import DOCUMENT, speak_as
from lupusdiary.ui.base.style_sheet import BASE_POINTS, FAMILY
from lupusdiary.ui.learn.reader.article_body import ArticleBody
from lupusdiary.ui.learn.reader.footer import ReaderFooter, origin_words
from lupusdiary.ui.learn.reader.header import ReaderHeader
from lupusdiary.ui.learn.reader.own_results import OwnResults
from lupusdiary.ui.learn.reader.position import ReaderPosition
from lupusdiary.ui.learn.reader.table_of_contents import TableOfContents
from lupusdiary.ui.learn.reader.toolbar import ReaderToolbar
from lupusdiary.ui.widgets.scroll_column import scrolled

SIZES = (1.0, 1.15, 1.3, 1.5, 1.75)
# A line of this many signs is read without losing the way back.
_SIGNS = 70
_CONTENTS_WIDTH = 230
_SAID_MS = 2500


class ArticleReader(QWidget):
    """`article_requested` carries the id of another article, `paper_requested`, `quiz_requested` and
    `teach_back_requested` the article that is open."""

    closed = Signal()
    article_requested = Signal(str)
    paper_requested = Signal(object)
    quiz_requested = Signal(object)
    teach_back_requested = Signal(object)
    go = Signal(object)

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self._diary = diary
        self._context = context
        self._library: Library | None = None
        self.article: Article | None = None
        self._looked_for: tuple[re.Pattern[str], ...] = ()
        self.text: ArticleBody | None = None
        self.head = ReaderToolbar(context)
        self.contents = TableOfContents()
        self.top = ReaderHeader(context)
        self.values = OwnResults(diary, context)
        self.foot = ReaderFooter(diary, context)
        self.popup = TermPopup(self, context)
        self._said = QTimer(self)
        self._said.setSingleShot(True)
        self._said.setInterval(_SAID_MS)
        self._lay_out()
        self.place = ReaderPosition(diary, self._scroll)
        self._connect()

    def _lay_out(self) -> None:
        self._column = QWidget()
        self._text_place = QVBoxLayout()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 6, 0, 30)
        column.setSpacing(12)
        for widget in (self.top, self.values):
            column.addWidget(widget)
        column.addLayout(self._text_place)
        column.addWidget(self.foot)
        column.addStretch(1)
        body = QWidget()
        centred = QHBoxLayout(body)
        centred.setContentsMargins(SIDE, 0, SIDE, 0)
        centred.addStretch(1)
        centred.addWidget(self._column, 100)
        centred.addStretch(1)
        self._scroll = scrolled(body)
        self._scroll.setObjectName("reading")
        speak_as(self._scroll, DOCUMENT)
        # Up, down and page keys scroll; Tab goes on to the words that are explained.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        beside = QHBoxLayout()
        # A frame around what has the keyboard does not lie on the edge of the window.
        beside.setContentsMargins(SIDE, 0, 6, 6)
        beside.setSpacing(12)
        beside.addWidget(self.contents, 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self._scroll, 1)
        above = QVBoxLayout()
        above.setContentsMargins(SIDE, TOP, SIDE, 0)
        above.addWidget(self.head)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(above)
        outer.addLayout(beside, 1)

    def _connect(self) -> None:
        self.head.back_requested.connect(self.closed)
        self.head.resized.connect(self._resize_text)
        self.head.bookmark_requested.connect(self._bookmark)
        self.head.section_requested.connect(self.go_to)
        self.head.paper_requested.connect(lambda: self.paper_requested.emit(self.article))
        self.head.copy_requested.connect(self._copy)
        self.contents.section_requested.connect(self.go_to)
        self.foot.quiz_requested.connect(lambda: self.quiz_requested.emit(self.article))
        self.foot.teach_back_requested.connect(lambda: self.teach_back_requested.emit(self.article))
        self.foot.ask.go.connect(self.go)
        self.values.go.connect(self.go)
        self.popup.article_requested.connect(self.article_requested)
        self.place.reached.connect(self.contents.show_place)
        self.place.reached.connect(self.head.show_place)
        self._said.timeout.connect(self.head.retranslate)

    @property
    def text_size(self) -> float:
        """How much larger than the program's text the articles are."""
        kept = self._context.preferences.number("reader_size", SIZES[0])
        return min(SIZES, key=lambda each: abs(each - kept))

    def open(
        self,
        library: Library,
        id: str,
        anchor: str | None = None,
        looked_for: Sequence[re.Pattern[str]] = (),
    ) -> None:
        """Shows an article from `anchor` on, else from where the person was, with what was looked for marked.
        Raises `Refusal`."""
        article = library.article(id, self._context.tr.code)
        self._looked_for = tuple(looked_for)
        fresh = self.article is None or self.article.id != id
        if fresh:
            self.leave()
        self._library, self.article = library, article
        old, self.text = self.text, ArticleBody(article, library)
        if old is not None:
            self._text_place.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._text_place.addWidget(self.text)
        # What is hidden has no height: the place could not be found again.
        self.text.show()
        before: QWidget = self.values.more
        for stop in self.text.stops:
            self.setTabOrder(before, stop)
            before = stop
        self.text.followed.connect(self._follow)
        self.text.pointed.connect(self._point)
        self.head.show_sections(article.sections)
        self.contents.show_sections(article.sections)
        self.foot.show_article(article, library, fresh=fresh)
        self.retranslate()
        self.restyle()
        self.refresh()
        self.place.open(article.id, self.text.headings, self.text, anchor, keep=not fresh)

    def take_focus(self) -> None:
        """Puts the keyboard on the text."""
        self._scroll.setFocus()

    def show_note(self) -> None:
        """Goes to the person's own note, to what was looked for in it."""
        self.foot.show_note(self._looked_for)
        self.place.see(self.foot.note)

    def show_question(self) -> None:
        """Goes to the question for the doctor."""
        self.foot.ask.question.setFocus()
        self.place.see(self.foot.ask.question)

    def refresh(self) -> None:
        """Loads what the diary holds of the article."""
        if self.article is None or self._library is None:
            return
        state = self._diary.learning.state(self.article.id)
        self.head.show_bookmark(state.bookmarked)
        self.foot.refresh()
        self.values.show_values(self.article.analytes)

    def retranslate(self) -> None:
        """Sets every text; another language is another article, which `open` shows."""
        if self.article is None or self._library is None:
            return
        tr = self._context.tr
        if self.article.language != tr.code:
            other = self._library.article(self.article.id, tr.code)
            if other.language != self.article.language:
                self.open(self._library, self.article.id, looked_for=self._looked_for)
                return
        self.head.retranslate()
        self.foot.retranslate()
        self.contents.setAccessibleName(tr.text("Contents"))
        self.top.show_article(self.article, self._library)
        self._scroll.setAccessibleName(self.article.title)

    def restyle(self) -> None:
        """Dresses everything in the theme, the program's text size and the reader's own on top of it."""
        self.head.restyle()
        if self.article is None or self.text is None:
            return
        theme = self._context.theme
        points = BASE_POINTS * theme.scale * self.text_size
        self.top.restyle(points, self._looked_for)
        self.text.restyle(theme.colours, points, theme.scale, self._looked_for)
        self.foot.restyle(points)
        font = QFont(FAMILY)
        font.setPointSizeF(points)
        metrics = QFontMetrics(font)
        sign = (
            metrics.horizontalAdvance("가") * 0.6
            if self.article.language == "ko"
            else metrics.averageCharWidth()
        )
        self._column.setMaximumWidth(round(sign * _SIGNS))
        self.head.smaller.setEnabled(self.text_size > SIZES[0])
        self.head.larger.setEnabled(self.text_size < SIZES[-1])
        self._fit()

    def leave(self) -> None:
        """Keeps the note that is being written and the place that is being read."""
        self.foot.note.keep()
        if self.article is not None:
            self.place.keep()

    def go_to(self, anchor: str) -> None:
        """Scrolls to a section."""
        self.place.go_to(anchor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The headings stand beside the text where both have room, else behind a button."""
        width = round(_CONTENTS_WIDTH * self._context.theme.scale**0.5)
        beside = self.width() >= self._column.maximumWidth() + width + 110
        self.contents.setFixedWidth(width)
        self.contents.fit()
        self.contents.setVisible(beside)
        self.head.contents.setVisible(not beside)

    def _resize_text(self, step: int) -> None:
        at = SIZES.index(self.text_size) + step
        self._context.preferences.remember("reader_size", SIZES[min(max(at, 0), len(SIZES) - 1)])
        self.place.hold(self.restyle)

    def _bookmark(self, on: bool) -> None:
        if self.article is None:
            return
        try:
            self._diary.learning.bookmark(self.article.id, on)
        except Refusal as refusal:
            self._context.prompts.tell(
                self, self._context.tr.refusal(refusal), self._context.tr.text("Close")
            )
        self.head.show_bookmark(self._diary.learning.state(self.article.id).bookmarked)

    def _copy(self) -> None:
        if self.article is None:
            return
        tr = self._context.tr
        ends = [*origin_words(self.article, tr), *self.foot.source_lines(), tr.text(NOT_YOUR_DOCTOR)]
        QGuiApplication.clipboard().setText(plain_text(self.article, ends))
        self.head.copied.say(tr.text("The text is copied"))
        QToolTip.showText(QCursor.pos(), tr.text("The text is copied"), self.head.copied)
        self._said.start()

    def _follow(self, link: str, at: QPoint) -> None:
        QToolTip.hideText()
        if link.startswith(ARTICLE):
            self.article_requested.emit(link.removeprefix(ARTICLE))
        elif link.startswith(TERM) and self._library is not None and self.article is not None:
            id = link.removeprefix(TERM)
            if id in self._library.glossary:
                self.popup.explain(self._library.glossary.get(id), self._library, self.article.id, at)

    def _point(self, link: str) -> None:
        id = link.removeprefix(TERM)
        if link.startswith(TERM) and self._library is not None and id in self._library.glossary:
            tip = term_tip(self._library.glossary.get(id), self._context.tr)
            QToolTip.showText(QCursor.pos() + QPoint(8, 12), tip, self)
        else:
            QToolTip.hideText()
