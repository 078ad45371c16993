"""Notes and clock over the slide, for a laptop without a second display: shown and hidden by a key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from lupusdiary.education.sessions.frames import Frame
from lupusdiary.language import Translator
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.presenter.large_label import large_label
from lupusdiary.ui.presenter.live_guide import LiveGuide
from lupusdiary.ui.presenter.presenter_view import elapsed_words
from lupusdiary.ui.presenter.stage.ox_slide import NO_HANDS
from lupusdiary.ui.presenter.stage.slide_painter import Shown

_EDGE = 18


def _counted(now: Frame, shown: Shown, tr: Translator) -> str:
    """The hands of a question, or how they are counted; nothing elsewhere."""
    if now.kind != "quiz":
        return ""
    if shown.hands != NO_HANDS:
        return f"O {tr.number(shown.hands.for_o)} · X {tr.number(shown.hands.for_x)}"
    return tr.text("hands not counted") if shown.revealed else tr.text("The keys O and X count hands")


class NotesCard(QFrame):
    """Lies in the lower right of the stage, or of the live window beside what it shows, in the text size of
    the window: only the nearest can read it."""

    def __init__(self, stage: QWidget, context: UiContext, guide: LiveGuide) -> None:
        super().__init__(stage)
        self.hide()
        self.setObjectName("notes_card")
        self.setProperty("role", "card")
        self._context = context
        self._stage = stage
        self._guide = guide
        self._room: Callable[[], QRect] = stage.rect
        self.clock = large_label("title", "card_clock")
        self.elapsed = large_label("section", "card_elapsed")
        self.number = large_label("section", "card_number")
        self.notes = QTextBrowser()
        self.notes.setObjectName("card_notes")
        # What the keys counted is seen nowhere else before the answer.
        self.hands = large_label("section", "card_hands")
        self.then = large_label("muted", "card_then")
        self.keys = large_label("hint", "card_keys")
        for label in (self.then, self.keys):
            label.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(18)
        for each in (self.clock, self.elapsed, self.number):
            head.addWidget(each)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.notes, 1)
        column.addWidget(self.hands)
        column.addWidget(self.then)
        column.addWidget(self.keys)
        # The keys stay with the stage, the wheel scrolls.
        self.notes.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        stage.installEventFilter(self)
        guide.stood.connect(self._over_live)
        guide.left.connect(self._over_stage)
        context.theme.changed.connect(self.restyle)
        self.restyle()
        self.retranslate()

    def _stand_over(self, under: QWidget, room: Callable[[], QRect]) -> None:
        self._room = room
        before = self.parentWidget()
        if before is not None and before is not under:
            shown = not self.isHidden()
            before.removeEventFilter(self)
            self.setParent(under)
            under.installEventFilter(self)
            self.setVisible(shown)
        self._stand()

    def _over_live(self) -> None:
        self._stand_over(self._guide.window, lambda: self._guide.room)

    def _over_stage(self) -> None:
        self._stand_over(self._stage, self._stage.rect)

    def retranslate(self) -> None:
        """Sets what does not change with the slide."""
        tr = self._context.tr
        self.notes.setAccessibleName(tr.text("Notes"))
        self.keys.setText(
            tr.text(
                "N: notes away · F2: 한국어 / English · F3: timeline · F6: overview · B: black · Escape: end"
            )
        )

    def restyle(self) -> None:
        """Takes the colours and the text size of the window."""
        self._context.theme.apply_to(self)
        self._stand()

    def show_frame(self, now: Frame, shown: Shown, then: Frame | None) -> None:
        """Shows what is said to a screen, and what comes next."""
        tr = self._context.tr
        if self.notes.toPlainText() != now.notes:
            self.notes.setPlainText(now.notes)
        self.number.setText(tr.text("Slide {number} of {total}", number=shown.number, total=shown.total))
        counted = _counted(now, shown, tr)
        self.hands.setText(counted)
        self.hands.setVisible(bool(counted))
        self.then.setText(tr.text("Next: {heading}", heading=then.heading) if then is not None else "")

    def show_time(self, now: datetime, minutes: int, planned: int) -> None:
        """Shows the clock, and the minutes that have passed of those planned."""
        tr = self._context.tr
        self.clock.setText(tr.time(now.time()))
        self.elapsed.setText(elapsed_words(tr, minutes, planned))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._stand()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A click beside the notes goes on to the next slide; one on them does not.
        event.accept()

    def _stand(self) -> None:
        room, scale = self._room(), self._context.theme.scale
        width = min(room.width() - 2 * _EDGE, round(460 * scale))
        height = min(room.height() - 2 * _EDGE, round(340 * scale))
        self.setGeometry(QRect(room.right() - width - _EDGE, room.bottom() - height - _EDGE, width, height))
        self.raise_()
