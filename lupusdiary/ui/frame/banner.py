"""The strip above the pages: which diary is open, when that needs saying."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from lupusdiary.diary import Diary
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.page import SIDE


class Banner(QFrame):
    """Names a demonstration diary or one that can only be read; hidden for a person's own diary."""

    reset_requested = Signal()
    own_diary_requested = Signal()
    end_requested = Signal()

    def __init__(self, diary: Diary, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._diary = diary
        self._context = context
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._reset = QPushButton(self)
        self._reset.setProperty("role", "link")
        self._reset.setObjectName("reset_demonstration")
        self._reset.clicked.connect(self.reset_requested)
        self._own = QPushButton(self)
        self._own.setProperty("role", "link")
        self._own.setObjectName("own_diary")
        self._own.clicked.connect(self.own_diary_requested)
        self._end = QPushButton(self)
        self._end.setProperty("role", "link")
        self._end.setObjectName("end_session")
        self._end.clicked.connect(self.end_requested)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(SIDE, 2, SIDE, 2)
        self._line.setSpacing(4)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self._reset)
        buttons.addWidget(self._own)
        buttons.addWidget(self._end)
        buttons.addStretch(1)
        self._line.addWidget(self._text, 1)
        self._line.addLayout(buttons)
        if diary.demonstration is None and not diary.read_only:
            self.hide()

    def retranslate(self) -> None:
        """Sets every text."""
        tr, teaching = self._context.tr, self._context.mode.on
        fictional = self._diary.demonstration is not None
        self._reset.setVisible(fictional and not teaching and not self._diary.read_only)
        self._own.setVisible(fictional and not teaching)
        self._end.setVisible(teaching)
        self._end.setText(tr.text("End the session: all back to the start"))
        if fictional:
            parts = [
                tr.text("Demonstration mode: a fictional person.")
                if teaching
                else tr.text("Demonstration: a fictional person."),
                tr.text("Treatment results differ from person to person."),
            ]
        else:
            why = self._diary.why_read_only
            parts = [] if why is None else [tr.refusal(why)]
        self._text.setText(" ".join(parts))
        self._reset.setText(tr.text("Reset to the start"))
        self._own.setText(tr.text("Back to my diary"))
        self._arrange()

    def restyle(self) -> None:
        """Fits the text size."""
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        # Where the words do not fit beside the two buttons, the buttons go below them.
        for button in (self._reset, self._own, self._end):
            button.ensurePolished()
        self._text.ensurePolished()
        words = self._text.fontMetrics().horizontalAdvance(self._text.text())
        buttons = sum(b.sizeHint().width() for b in (self._reset, self._own, self._end) if not b.isHidden())
        fits = words + buttons + 2 * SIDE + 20 <= self.width()
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._line.direction() != way:
            self._line.setDirection(way)
            self._line.setSpacing(4 if fits else 0)
            # Above the buttons the words keep away from the edge as the buttons' own words do.
            self._text.setContentsMargins(0, 0 if fits else 6, 0, 0)
