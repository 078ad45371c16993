"""The end of an article: one thing to do, a check of what was understood, an own note, and the sources."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.education.content.article import Article
from lupusdiary.education.content.disclaimers import NOT_YOUR_DOCTOR, review_state, written_on
from lupusdiary.education.content.library import Library
from lupusdiary.education.content.ready_questions import ready_questions
from lupusdiary.education.repetition import answered
from lupusdiary.education.search.corpus import folded
from lupusdiary.education.search.excerpt import marks_in
from lupusdiary.language import Refusal, Translator
from lupusdiary.ui.articles.ask_doctor import AskDoctor
from lupusdiary.ui.articles.rich_text import Typeface
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import RichLabel, plain_label
from lupusdiary.ui.widgets.note_edit import NoteEdit


def origin_words(article: Article, tr: Translator) -> list[str]:
    """Of which day it is, and who has read it."""
    return [written_on(article, tr), review_state(article, tr)]


class ReaderFooter(QWidget):
    """`quiz_requested` and `teach_back_requested` lead to the two ways of checking."""

    quiz_requested = Signal()
    teach_back_requested = Signal()

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self._diary = diary
        self._context = context
        self._article: Article | None = None
        self._library: Library | None = None
        self._do = plain_label("section")
        self.action = RichLabel(links=False)
        self.action.setObjectName("action")
        self.ask = AskDoctor(diary, context)
        self._check = plain_label("section")
        self.quiz = QPushButton()
        self.quiz.setObjectName("start_quiz")
        self.quiz.clicked.connect(self.quiz_requested)
        self.teach_back = QPushButton()
        self.teach_back.setObjectName("start_teach_back")
        self.teach_back.clicked.connect(self.teach_back_requested)
        self.answered = plain_label("hint")
        self.answered.setObjectName("quiz_answered")
        self._note_title = plain_label("section")
        self.note = NoteEdit()
        self.note.setObjectName("article_note")
        self.note.setReadOnly(diary.read_only)
        self.note.written.connect(self._keep_note)
        self._problem = plain_label("note")
        self._problem.hide()
        self._sources_title = plain_label("section")
        self.sources = RichLabel(links=False)
        self.sources.setObjectName("sources")
        self.origin = RichLabel(links=False)
        self.origin.setObjectName("origin")
        self.closing = RichLabel(links=False)
        self.closing.setObjectName("closing")
        self._lay_out()

    def _lay_out(self) -> None:
        checks = FlowLayout()
        checks.addWidget(self.quiz)
        checks.addWidget(self.teach_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(14)
        self._check_card, self._note_card = QFrame(), QFrame()
        for card, parts in (
            (QFrame(), (self._do, self.action, self.ask)),
            (self._check_card, (self._check, checks, self.answered)),
            (self._note_card, (self._note_title, self.note, self._problem)),
        ):
            card.setProperty("role", "card")
            inside = QVBoxLayout(card)
            inside.setContentsMargins(18, 14, 18, 16)
            inside.setSpacing(10)
            for part in parts:
                if isinstance(part, QWidget):
                    inside.addWidget(part)
                else:
                    inside.addLayout(part)
            column.addWidget(card)
        for line in (self.origin, self._sources_title, self.sources, self.closing):
            column.addWidget(line)

    def joins(self, keeper: DraftKeeper) -> None:
        """Keeps a question that is being typed, and a note that could not be saved."""
        self.ask.joins(keeper, "question", self._draft_key)
        self._drafted = keeper.join(
            "article_note", self._draft_key, self._unsaved, lambda values: self.note.put_back(values["note"])
        )
        note = DraftNote.on(self._drafted, self._diary.now, self._context, self._give_up, self)
        column = self._note_card.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, note)

    def _give_up(self) -> None:
        """The note stands there again as the diary holds it."""
        self._drafted.done()
        self.note.load(self.note.base)
        self._problem.hide()

    def _draft_key(self) -> str | None:
        return None if self._article is None else self._article.id

    def _unsaved(self) -> dict[str, Any] | None:
        return None if self.note.unsaved is None else {"note": self.note.unsaved}

    def show_article(self, article: Article, library: Library, *, fresh: bool) -> None:
        """Shows what belongs to this article; `fresh` says that another was here before."""
        if fresh:
            self.ask.keep()
            self._drafted.try_keep()
        self._article, self._library = article, library
        state = self._diary.learning.state(article.id)
        tr = self._context.tr
        ready = ready_questions(article.id)
        question = (
            ready[0].text(tr)
            if ready
            else tr.text("What does “{title}” mean for me, and is there anything to do?", title=article.title)
        )
        if fresh:
            self.note.load(state.note or "")
            self.ask.begin(question, ready[1:])
            self._drafted.look()
        else:
            self.note.show_text(state.note or "")
            self.ask.suggest(question, ready[1:])
        self.retranslate()

    def refresh(self) -> None:
        """Loads what the diary holds of the article that is shown."""
        if self._article is None:
            return
        learning, number = self._diary.learning, len(self._article.quiz)
        self.note.show_text(learning.state(self._article.id).note or "")
        done, right = answered(learning.answers(), self._article.id, number)
        tr = self._context.tr
        # Nobody is told that nothing was right.
        self.answered.setText(
            tr.text(
                "Answered so far: {done} of {total}, {right} of them correctly.",
                done=done,
                total=number,
                right=right,
            )
            if right
            else tr.text("Answered so far: {done} of {total}.", done=done, total=number)
        )
        self.answered.setVisible(bool(done))

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self._do.setText(tr.text("One thing to do next"))
        self.ask.retranslate()
        self._check.setText(tr.text("Check for yourself"))
        self.teach_back.setText(tr.text("Say it in your own words"))
        self._note_title.setText(tr.text("My own note on this"))
        self.note.setAccessibleName(tr.text("My own note on this"))
        self.note.setPlaceholderText(tr.text("Saved automatically while you write"))
        self._sources_title.setText(tr.text("Sources"))
        if self._article is not None:
            number = len(self._article.quiz)
            self.quiz.setText(tr.plural("Answer {count} question", "Answer {count} questions", number))
            self.quiz.setVisible(bool(number))
            self.teach_back.setVisible(bool(self._article.teach_back))
            self._check_card.setVisible(bool(number or self._article.teach_back))
            self.sources.setAccessibleName("\n".join(self.source_lines()))
            self.refresh()

    def restyle(self, points: float) -> None:
        """Dresses the words in the reader's size."""
        theme = self._context.theme
        face, small = Typeface.of(theme.colours, points), Typeface.of(theme.colours, points * 11 / 12)
        self.note.setFixedHeight(round(96 * theme.scale))
        if self._article is None:
            return
        self.action.setText(_html([self._article.action], face))
        self.sources.setText(_html(self.source_lines(), small))
        tr = self._context.tr
        self.origin.setText(_html(origin_words(self._article, tr), small))
        self.closing.setText(_html([tr.text(NOT_YOUR_DOCTOR)], small))

    def show_note(self, looked_for: Sequence[re.Pattern[str]]) -> None:
        """Puts the keyboard into the own note, with the first find selected."""
        found = marks_in(folded(self.note.toPlainText()), looked_for)
        cursor = self.note.textCursor()
        if found:
            cursor.setPosition(found[0][0])
            cursor.setPosition(found[0][1], cursor.MoveMode.KeepAnchor)
        self.note.setTextCursor(cursor)
        self.note.setFocus()

    def source_lines(self) -> list[str]:
        """The sources by their numbers; an address is text, never opened from here."""
        if self._article is None or self._library is None:
            return []
        lines = []
        for number, key in enumerate(self._article.sources, start=1):
            source = self._library.sources.get(key)
            words = key if source is None else " ".join((source.text(self._context.tr), source.url))
            lines.append(f"{number}. {words.strip()}")
        return lines

    def _keep_note(self, text: str, same_visit: bool) -> None:
        if self._article is None:
            return
        learning, article = self._diary.learning, self._article.id
        try:
            alone = learning.set_note(article, text, same_visit=same_visit, over=self.note.base)
        except Refusal as refusal:
            self._problem.setText(self._context.tr.refusal(refusal))
            self._problem.show()
            return
        self.note.accepted()
        self._drafted.settled()
        self._problem.setVisible(not alone)
        if not alone:
            self.note.load(learning.state(article).note or "")
            words = Refusal("This note was also written elsewhere. Both texts are kept in it.")
            self._problem.setText(self._context.tr.refusal(words))


def _html(lines: list[str], face: Typeface) -> str:
    style = f"font-size:{face.points:.1f}pt; color:{face.text}"
    return "".join(
        f'<p style="margin:0 0 6px 0; line-height:140%"><span style="{style}">{escape(line)}</span></p>'
        for line in lines
    )
