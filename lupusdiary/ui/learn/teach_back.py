"""Teach-back: the person says three messages in her own words, one at a time; what is not clear yet is
explained again and asked again.

After the AHRQ Health Literacy Universal Precautions Toolkit, tool 5: it tests the explanation, not
the person.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.learning import TEACH_BACK_MESSAGES, TeachBack, TeachBackResult
from lupusdiary.education.content.article import Article
from lupusdiary.language import Refusal
from lupusdiary.ui.articles.ask_doctor import AskDoctor
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.base.page import SIDE, TOP
from lupusdiary.ui.learn.teach_back_message import TeachBackCard
from lupusdiary.ui.learn.teach_back_steps import TeachBackSteps
from lupusdiary.ui.learn.teach_back_words import introduction, unfinished
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label
from lupusdiary.ui.widgets.scroll_column import scrolled

_WIDEST = 860
_LONGEST = 2000
_NOT_COME_TO = TeachBackResult(None)


class TeachBackView(QWidget):
    """`printed` carries the article and the teach-back to print, None for an empty form. In a demonstration
    diary all of it can be practised and nothing is kept: what a real person says does not belong in it."""

    closed = Signal()
    printed = Signal(object, object)
    go = Signal(object)

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self._diary = diary
        self._context = context
        self._article: Article | None = None
        self.kept: TeachBack | None = None
        self.stores = diary.demonstration is None and not diary.read_only
        self.back = QPushButton()
        self.back.setObjectName("teach_back_closed")
        self.back.clicked.connect(self.closed)
        self.title = plain_label("title", "teach_title")
        self._intro = plain_label("", "teach_intro")
        self.messages = [TeachBackCard(number, context) for number in range(1, TEACH_BACK_MESSAGES + 1)]
        self._plan_card = QFrame()
        self.steps = TeachBackSteps(self.messages, self._plan_card)
        self.steps.turned.connect(self._show_step)
        self._plan = plain_label("section", "teach_plan")
        self.action = QPlainTextEdit()
        self.action.setObjectName("teach_action")
        self.action.setTabChangesFocus(True)
        self._touched = False
        self.action.textChanged.connect(self._edited)
        for message in self.messages:
            message.edited.connect(self._edited)
        self.ask = AskDoctor(diary, context)
        self.ask.go.connect(self.go)
        self.problem = plain_label("note", "teach_problem")
        self.problem.hide()
        self.said = plain_label("", "teach_said")
        self.save = QPushButton()
        self.save.setObjectName("teach_save")
        self.save.setProperty("role", "primary")
        self.save.clicked.connect(self._save)
        self.print = QPushButton()
        self.print.setObjectName("teach_print")
        self.print.clicked.connect(self._print)
        self._lay_out()

    def _lay_out(self) -> None:
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(SIDE, TOP, SIDE, 16)
        column.setSpacing(12)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.title, self._intro, self.steps, *self.messages):
            column.addWidget(widget)
        self._plan_card.setProperty("role", "card")
        inside = QVBoxLayout(self._plan_card)
        inside.setContentsMargins(18, 14, 18, 14)
        inside.setSpacing(10)
        for part in (self._plan, self.action, self.ask):
            inside.addWidget(part)
        column.addWidget(self._plan_card)
        column.addWidget(self.problem)
        row = FlowLayout()
        row.addWidget(self.save)
        row.addWidget(self.print)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = scrolled(self._column)
        outer.addWidget(self._scroll)

    def joins(self, keeper: DraftKeeper) -> None:
        """Keeps what was said until it is kept in the diary."""
        self._drafted = keeper.join("teach_back", self._draft_key, self._typed, self._put_back)
        self._draft_note = DraftNote(self._drafted, self._diary.now, self)
        self._draft_note.given_up.connect(self._give_up)
        column = self._column.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(2, self._draft_note)
        self.ask.joins(keeper, "teach_question", self._draft_key)

    def _draft_key(self) -> str | None:
        if self._article is None or not self.stores:
            return None
        return self._article.id if self.kept is None else f"{self._article.id} {self.kept.id}"

    def _typed(self) -> dict[str, Any] | None:
        if not self._touched:
            return None
        values = {f"message_{at}": each.values() for at, each in enumerate(self.messages)}
        return {**values, "action": self.action.toPlainText()}

    def _put_back(self, values: Mapping[str, Any]) -> None:
        for at, message in enumerate(self.messages):
            message.put_back(values[f"message_{at}"])
        self.action.setPlainText(values["action"])
        self._touched = True

    def _give_up(self) -> None:
        self._drafted.done()
        self._load(self.kept)
        self.retranslate()

    @property
    def article(self) -> Article | None:
        """What is talked about."""
        return self._article

    def begin(self, article: Article) -> None:
        """Begins with an article's messages; goes on where today's talk about it was left."""
        same = self._article is not None and self._article.id == article.id
        if not same or (self.kept is not None and self.kept.day != self._diary.today()):
            self._turn_to(article, unfinished(self._diary, article) if self.stores else None)
        self.follow(article)

    def resume(self, article: Article, kept: TeachBack) -> None:
        """Goes on with a teach-back of the diary: what was explained again can be said now."""
        self._turn_to(article, kept)
        self.retranslate()

    def _turn_to(self, article: Article, kept: TeachBack | None) -> None:
        self.ask.keep()
        self._drafted.try_keep()
        self._article = article
        self._load(kept)
        self.ask.begin("")
        self._drafted.look()
        self.steps.begin(min(len(article.teach_back), len(self.messages)))

    def follow(self, article: Article) -> None:
        """Shows the same article, now in another language."""
        if self._article is not None and self.kept is None and self._action() == self._article.action:
            touched = self._touched
            self.action.setPlainText(article.action)
            self._touched = touched
        self._article = article
        self.retranslate()

    def take_focus(self) -> None:
        """Puts the keyboard where the talk begins, and shows it from its top."""
        self._scroll.verticalScrollBar().setValue(0)
        self._show_step()

    def _show_step(self) -> None:
        """Puts the keyboard into what is shown now."""
        at = self.steps.at
        (self.messages[at].words if at < len(self.messages) else self.action).setFocus()

    def refresh(self) -> None:
        """What was kept may have been taken back."""
        if self.kept is None:
            return
        teach_backs, kept = self._diary.learning.teach_backs(), self.kept
        now = next((each for each in teach_backs if each.id == kept.id), None)
        if now != kept:
            if now is not None and not self._touched:
                self._load(now)
            self.kept = now
            self.retranslate()

    def leave(self) -> None:
        """Keeps by itself what was decided; words alone stay as what is typed and not kept yet."""
        if self.stores and self._touched and any(message.answered for message in self.messages):
            self._save()

    def _load(self, kept: TeachBack | None) -> None:
        assert self._article is not None
        results = kept.results if kept is not None else ()
        for at, message in enumerate(self.messages):
            message.load(results[at] if at < len(results) else None)
        self.action.setPlainText(self._article.action if kept is None else kept.action or "")
        self.kept = kept
        self._touched = False
        self.problem.hide()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self.back.setText(tr.text("Back"))
        self._intro.setText(introduction(self._diary, self._context.tr, keeps=self.stores))
        self._plan.setText(tr.text("One thing for the plan"))
        self.action.setAccessibleName(tr.text("One thing for the plan"))
        self.ask.retranslate()
        self._draft_note.retranslate(tr)
        self.save.setText(tr.text("Keep in the diary"))
        self.print.setText(tr.text("Print the card…") if self.stores else tr.text("Print empty forms…"))
        self.save.setVisible(self.stores)
        self.ask.setVisible(self.stores)
        self.steps.retranslate(tr)
        self.steps.show_step()
        self._tell_kept()
        if self._article is None:
            return
        self.title.setText(tr.text("In your own words: {title}", title=self._article.title))
        for message, text in zip(self.messages, self._article.teach_back, strict=False):
            message.show_message(text)

    def restyle(self) -> None:
        """Keeps lines short enough to be read."""
        self.action.setFixedHeight(round(66 * self._context.theme.scale))
        self._column.setMaximumWidth(round(_WIDEST * self._context.theme.scale) + 52)
        self.retranslate()

    def _action(self) -> str:
        return " ".join(self.action.toPlainText().split())

    def _teach_back(self) -> TeachBack:
        assert self._article is not None
        return TeachBack(
            self.kept.day if self.kept is not None else self._diary.today(),
            self._article.id,
            self._results(),
            self._action()[:_LONGEST] or None,
            self.kept.id if self.kept is not None else None,
        )

    def _results(self) -> tuple[TeachBackResult, ...]:
        """How each message went, up to the last one that was come to."""
        results = [message.result for message in self.messages]
        while results and results[-1] == _NOT_COME_TO:
            results.pop()
        return tuple(results)

    def _save(self) -> bool:
        tr = self._context.tr
        if not self._touched and self.kept is None:
            self._complain(tr.text("Nothing was ticked or written yet."))
            return False
        learning = self._diary.learning
        keep = learning.add_teach_back if self.kept is None else learning.change_teach_back
        try:
            self.kept = keep(self._teach_back())
        except Refusal as refusal:
            self._complain(tr.refusal(refusal))
            return False
        self._drafted.done()
        self._touched = False
        self.problem.hide()
        self._tell_kept()
        return True

    def _print(self) -> None:
        if not self.stores or (self.kept is None and not self._touched):
            self.printed.emit(self._article, None)
        elif not self._touched or self._save():
            self.printed.emit(self._article, self._teach_back())

    def _edited(self) -> None:
        self._touched = True
        self._tell_kept()

    def _tell_kept(self) -> None:
        kept = self.kept is not None and not self._touched
        tr = self._context.tr
        self.said.setText(tr.text("Kept in the diary. The plan is in Learn under “My plan”.") if kept else "")

    def _complain(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.show()
