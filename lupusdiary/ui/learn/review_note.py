"""Says that no clinician has read the texts yet: once in two weeks, as long as it is true."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from lupusdiary.education.content.library import Library
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.labels import plain_label, plain_tip

_AGAIN = timedelta(days=14)
_SEEN = "review_note_seen"
# What the margins and the frame take of a line, in pixels.
_EDGES = 60


class ReviewNote(QFrame):
    """Hidden where every text has a reviewer's name, or where it was read less than two weeks ago."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("review_note")
        self.setProperty("role", "note")
        self._context = context
        self._today = date.min
        self._said = "", ""
        self._is_open = self._is_aside = False
        self.words = plain_label("note", "review_note_words")
        self.seen = QPushButton()
        self.seen.setObjectName("review_note_seen")
        self.seen.setProperty("role", "quiet")
        self.seen.clicked.connect(self._put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 6, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.seen)
        self.hide()

    def show_library(self, library: Library, today: date) -> None:
        """Counts the texts without a reviewer's name."""
        tr, self._today = self._context.tr, today
        cards = library.cards(tr.code)
        open_ = sum(not card.front.review for card in cards)
        said = (
            tr.text("No clinician has reviewed any of the {total} texts yet.", total=len(cards))
            if open_ == len(cards)
            else tr.text(
                "No clinician has reviewed {count} of the {total} texts yet.", count=open_, total=len(cards)
            )
        )
        self._said = said, " ".join((said, tr.text("Talk with your team about what you read.")))
        self._fit()
        self.seen.setText(tr.text("Noted"))
        self.seen.setToolTip(tr.text("This note comes again in 14 days."))
        self._is_open = bool(open_) and self._is_due()
        self.setVisible(self._is_open and not self._is_aside)

    def step_aside(self, aside: bool) -> None:
        """Gives its place to what needs it more, or takes it again."""
        self._is_aside = aside
        self.setVisible(self._is_open and not aside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Says all of it in one line, else only what matters most: the articles below need the room."""
        brief, whole = self._said
        room = self.width() - self.seen.sizeHint().width() - self.words.contentsMargins().left() - _EDGES
        self.words.setText(whole if self.words.fontMetrics().horizontalAdvance(whole) <= room else brief)
        self.words.setToolTip(plain_tip(whole))

    def _is_due(self) -> bool:
        try:
            last = date.fromisoformat(self._context.preferences.word(_SEEN))
        except ValueError:
            return True
        # A clock that was put back does not silence it.
        return not last <= self._today < last + _AGAIN

    def _put_away(self) -> None:
        self._context.preferences.remember(_SEEN, self._today.isoformat())
        self._is_open = False
        self.hide()
