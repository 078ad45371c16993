"""My plan: the one thing that was agreed on in each teach-back, with what was said in own words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from lupusdiary.domain.learning import TeachBack
from lupusdiary.education.content.library import Library
from lupusdiary.language import Translator
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.page import SIDE
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label
from lupusdiary.ui.widgets.scroll_column import scrolled


class MyPlan(QWidget):
    """The newest first. `again_requested`, `printed` and `removed` carry a teach-back, `chosen` the id of its
    article."""

    again_requested = Signal(object)
    printed = Signal(object)
    removed = Signal(object)
    chosen = Signal(str)

    def __init__(self, context: UiContext, *, writable: bool) -> None:
        super().__init__()
        self._context = context
        self._writable = writable
        self.empty = plain_label("muted", "plan_empty")
        self.cards: list[QFrame] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(SIDE, 2, SIDE, 16)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.empty, 1)
        column.addLayout(self._list)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(body))

    def show_plan(self, library: Library, teach_backs: Sequence[TeachBack]) -> None:
        """Shows what was agreed on."""
        tr = self._context.tr
        self._clear()
        known = set(library.ids())
        for each in reversed(teach_backs):
            title = library.card(each.article, tr.code).front.title if each.article in known else None
            card = self._card(each, title)
            self.cards.append(card)
            self._list.addWidget(card)
            card.show()
        self.empty.setText(
            tr.text(
                "There is no plan yet. At the end of an article, press “Say it in your own "
                "words”: the one thing that you agree on appears here afterwards."
            )
        )
        self.empty.setVisible(not teach_backs)

    def _card(self, teach_back: TeachBack, title: str | None) -> QFrame:
        tr = self._context.tr
        card = QFrame()
        card.setObjectName("plan_card")
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(6)
        lines = [("strong", teach_back.action or tr.text("No plan was written down."))]
        lines += [("hint", " · ".join([tr.date(teach_back.day), title or teach_back.article]))]
        lines += [("", words) for words in _said(teach_back, tr)]
        for role, words in lines:
            label = plain_label(role)
            label.setText(words)
            column.addWidget(label)
        buttons = FlowLayout()
        for name, words, does in (
            ("plan_again", tr.text("Go through it again"), lambda: self.again_requested.emit(teach_back)),
            ("plan_print", tr.text("Print the card…"), lambda: self.printed.emit(teach_back)),
            ("plan_read", tr.text("Read the article"), lambda: self.chosen.emit(teach_back.article)),
            ("plan_remove", tr.text("Remove"), lambda: self.removed.emit(teach_back)),
        ):
            if (name == "plan_remove" or title is not None) and (
                self._writable or name in ("plan_print", "plan_read")
            ):
                button = QPushButton(words)
                button.setObjectName(name)
                button.setAccessibleDescription(teach_back.action or title or "")
                button.clicked.connect(does)
                buttons.addWidget(button)
        column.addLayout(buttons)
        return card

    def _clear(self) -> None:
        self.cards = []
        clear(self._list)


def _said(teach_back: TeachBack, tr: Translator) -> list[str]:
    """One line a message: how it went, and the person's own words."""
    lines = []
    for number, result in enumerate(teach_back.results, start=1):
        how = (
            tr.text("Not reached yet")
            if result.said is None
            else tr.text("Said in own words")
            if result.said
            else tr.text("Explain again")
        )
        words = tr.text("“{words}”", words=" ".join(result.words.split())) if result.words else ""
        lines.append(f"{number}. {how}{': ' if words else ''}{words}")
    return lines
