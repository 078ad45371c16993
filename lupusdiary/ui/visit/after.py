"""After the visit: answers, what was agreed, what became of last time's, and the page that was taken."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.records import Visit
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.visit.agreed import AgreedCard
from lupusdiary.ui.visit.answers import AnswersCard
from lupusdiary.ui.visit.last_time import LastTimeCard
from lupusdiary.ui.visit.taken_page import TakenPageCard
from lupusdiary.ui.widgets.labels import plain_label
from lupusdiary.ui.widgets.scroll_column import scrolled

_BESIDE = 780


class AfterVisit(QWidget):
    """Two columns where there is room, else one below the other."""

    go = Signal(object)

    def __init__(self, diary: Diary, context: UiContext, keeper: DraftKeeper) -> None:
        super().__init__()
        self._context = context
        self._empty = plain_label("muted", "no_visit_yet")
        self.answers = AnswersCard(diary, context, keeper)
        self.agreed = AgreedCard(diary, context, keeper)
        self.last_time = LastTimeCard(diary, context, keeper)
        self.taken = TakenPageCard(diary, context)
        self.agreed.go.connect(self.go)
        first, second = QWidget(), QWidget()
        for column, cards in ((first, (self.answers, self.agreed)), (second, (self.last_time, self.taken))):
            layout = QVBoxLayout(column)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(12)
            for card in cards:
                layout.addWidget(card)
            layout.addStretch(1)
        body = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(14)
        self._halves.addWidget(first, 2)
        self._halves.addWidget(second, 1)
        whole = QVBoxLayout(body)
        whole.setContentsMargins(20, 4, 20, 16)
        whole.addWidget(self._empty)
        whole.addLayout(self._halves)
        whole.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.area = scrolled(body)
        outer.addWidget(self.area)

    def show_visit(self, visit: Visit | None, *, waiting: bool) -> None:
        """Shows a visit; with `waiting` also the questions that waited for it."""
        self._empty.setVisible(visit is None)
        self.answers.setVisible(visit is not None)
        self.agreed.setVisible(visit is not None)
        self.taken.setVisible(visit is not None)
        self.answers.show_visit(visit, waiting=waiting)
        self.agreed.show_visit(visit)
        self.last_time.show_visit(visit)
        self.taken.show_visit(visit)

    def keep(self) -> None:
        """Keeps what is still being typed."""
        self.answers.keep()
        self.last_time.keep()

    def retranslate(self) -> None:
        """Sets every text."""
        self._empty.setText(
            self._context.tr.text("There has been no visit yet. On the day of a visit its answers go here.")
        )
        for card in (self.answers, self.agreed, self.last_time, self.taken):
            card.retranslate()

    def restyle(self) -> None:
        """Fits icons to the text size and theme."""
        self.agreed.restyle()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = self.width() >= _BESIDE * (0.3 + 0.7 * self._context.theme.scale)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(way)
