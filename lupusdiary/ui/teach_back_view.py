"""Teach-back: the person says three messages in her own words, the nurse listens and explains again.

After the AHRQ Health Literacy Universal Precautions Toolkit, tool 5: it tests the explanation, not
the person.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.diary import Diary
from lupusdiary.domain.learning import TEACH_BACK_MESSAGES, TeachBack, TeachBackResult
from lupusdiary.education.article import Article
from lupusdiary.language import Refusal
from lupusdiary.ui.ask_doctor import AskDoctor
from lupusdiary.ui.chip import Chip
from lupusdiary.ui.flow import FlowLayout
from lupusdiary.ui.scrolled import scrolled
from lupusdiary.ui.surroundings import Surroundings

_WIDEST = 860
_LONGEST = 2000


class _Message(QFrame):
    """One message, the open question, and what came of it."""

    def __init__(self, number: int, surroundings: Surroundings) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._number = number
        self._surroundings = surroundings
        self.ask = _label("section", f"teach_ask_{number}")
        self.message = _label("muted", f"teach_message_{number}")
        self.said = Chip(f"said_{number}", self)
        self.again = Chip(f"again_{number}", self)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.words = QPlainTextEdit()
        self.words.setObjectName(f"words_{number}")
        self.words.setTabChangesFocus(True)
        choice = FlowLayout()
        for chip in (self.said, self.again):
            self._group.addButton(chip)
            choice.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(self.ask)
        column.addWidget(self.message)
        column.addWidget(self.words)
        column.addLayout(choice)

    def show_message(self, message: str, ask: str) -> None:
        """Shows what is asked, and what should come."""
        tr = self._surroundings.tr
        self.ask.setText(f"{self._number}. {ask}")
        self.message.setText(tr.text("Should come: {text}", text=message))
        self.said.setText(tr.text("Said in own words"))
        self.again.setText(tr.text("Explain again"))
        self.words.setPlaceholderText(tr.text("In the person’s own words"))
        self.words.setAccessibleName(
            tr.text("Message {number}: in the person’s own words", number=self._number)
        )
        self.words.setFixedHeight(round(66 * self._surroundings.looks.scale))

    def clear(self) -> None:
        """Begins anew."""
        self._group.setExclusive(False)
        self.said.setChecked(False)
        self.again.setChecked(False)
        self._group.setExclusive(True)
        self.words.clear()

    @property
    def answered(self) -> bool:
        return self.said.isChecked() or self.again.isChecked()

    @property
    def result(self) -> TeachBackResult:
        return TeachBackResult(self.said.isChecked(), self.words.toPlainText().strip()[:_LONGEST] or None)


class TeachBackView(QWidget):
    """`printed` carries the article and the teach-back to print, None for an empty form. In a demonstration
    diary there is only the empty form: what a real person says does not belong in it."""

    closed = Signal()
    printed = Signal(object, object)
    go = Signal(object)

    def __init__(self, diary: Diary, surroundings: Surroundings) -> None:
        super().__init__()
        self._diary = diary
        self._surroundings = surroundings
        self._article: Article | None = None
        self.kept: TeachBack | None = None
        self.stores = diary.demonstration is None and not diary.read_only
        self.back = QPushButton()
        self.back.setObjectName("teach_back_closed")
        self.back.clicked.connect(self.closed)
        self.title = _label("title", "teach_title")
        self._intro = _label("", "teach_intro")
        self.messages = [_Message(number, surroundings) for number in range(1, TEACH_BACK_MESSAGES + 1)]
        self._plan = _label("section", "teach_plan")
        self.action = QLineEdit()
        self.action.setObjectName("teach_action")
        self.action.setMaxLength(_LONGEST)
        self.ask = AskDoctor(diary, surroundings)
        self.ask.go.connect(self.go)
        self.problem = _label("note", "teach_problem")
        self.problem.hide()
        self.said = _label("", "teach_said")
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
        column.setContentsMargins(26, 18, 26, 22)
        column.setSpacing(12)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.title, self._intro, *self.messages):
            column.addWidget(widget)
        self._plan_card = QFrame()
        self._plan_card.setProperty("role", "card")
        inside = QVBoxLayout(self._plan_card)
        inside.setContentsMargins(18, 14, 18, 14)
        inside.setSpacing(10)
        for part in (self._plan, self.action, self.ask):
            inside.addWidget(part)
        column.addWidget(self._plan_card)
        column.addWidget(self.problem)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self.print)
        row.addWidget(self.said, 1)
        column.addLayout(row)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(self._column))

    def begin(self, article: Article) -> None:
        """Begins with an article's messages."""
        if self._article is None or self._article.id != article.id:
            for message in self.messages:
                message.clear()
            self.kept = None
            self.action.setText(article.action)
            self.ask.begin("")
        self._article = article
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._surroundings.tr
        self.back.setText(tr.text("Back to the article"))
        self._intro.setText(
            tr.text(
                "It is about how well we have explained, not a test. Ask, listen, and write down what was "
                "said. What is still unclear is explained again, in other words."
            )
            if self.stores
            else tr.text(
                "This is a demonstration diary, so nothing is kept here. Print the empty form, two to a "
                "page, and fill it in by hand."
            )
        )
        self._plan.setText(tr.text("One thing for the plan"))
        self.action.setAccessibleName(tr.text("One thing for the plan"))
        self.ask.retranslate()
        self.save.setText(tr.text("Keep in the diary"))
        self.print.setText(tr.text("Print the card…") if self.stores else tr.text("Print empty forms…"))
        for widget in (*self.messages, self._plan_card, self.save):
            widget.setVisible(self.stores)
        self.print.setProperty("role", "" if self.stores else "primary")
        self.print.style().polish(self.print)
        self.said.setText(tr.text("Kept in the diary.") if self.kept is not None else "")
        if self._article is None:
            return
        self.title.setText(tr.text("In your own words: {title}", title=self._article.title))
        for message, text in zip(self.messages, self._article.teach_back, strict=False):
            message.show_message(text.message, text.ask)

    def restyle(self) -> None:
        """Keeps lines short enough to be read."""
        self._column.setMaximumWidth(round(_WIDEST * self._surroundings.looks.scale) + 52)
        self.retranslate()

    def _teach_back(self) -> TeachBack:
        assert self._article is not None
        return TeachBack(
            self._diary.today(),
            self._article.id,
            tuple(message.result for message in self.messages),
            self.action.text().strip() or None,
        )

    def _save(self) -> None:
        tr = self._surroundings.tr
        open_ = [message for message in self.messages if not message.answered]
        if open_:
            self._complain(tr.text("Please choose for each message: said, or explain again."))
            open_[0].said.setFocus()
            return
        try:
            self.kept = self._diary.learning.add_teach_back(self._teach_back())
        except Refusal as refusal:
            self._complain(tr.refusal(refusal))
            return
        self.problem.hide()
        self.retranslate()

    def _print(self) -> None:
        self.printed.emit(self._article, self._teach_back() if self.stores else None)

    def _complain(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.show()


def _label(role: str, name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    label.setWordWrap(True)
    return label
