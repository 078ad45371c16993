"""The warning signs of the urgent page: short words below what is to be done, full texts one press away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.domain.urgency import Group, Level, grouped, urgency
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.discard import clear

# Below this width, at 100 %, the columns stand one below the other.
_THREE_COLUMNS = 660
_FIRST_TIER = 1
# Each column of the page with its levels.
_COLUMNS = (("call_119", "call_109"), ("call_hospital_now",), ("same_day", "next_visit"))
_SENTENCES = ("higher_counts", "in_doubt", "no_answer", "tell_on_phone", "others_call")


class SignColumns(QWidget):
    """The same for everybody, whatever is recorded."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(12)
        self.more = QPushButton()
        self.more.setObjectName("read_all_signs")
        self.more.setCheckable(True)
        self.more.toggled.connect(lambda _: self._show_details())
        self._details = QVBoxLayout()
        self._details.setSpacing(12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addLayout(self._columns)
        outer.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addLayout(self._details)

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        clear(self._columns)
        first = [sign for sign in urgency().signs if sign.tier == _FIRST_TIER]
        for levels in _COLUMNS:
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(12)
            for group in grouped(sign for sign in first if sign.level.id in levels):
                column.addWidget(self._card(group, full=False))
            column.addStretch(1)
            self._columns.addWidget(holder, 1)
        self.more.setText(tr.text("Read each sign in full"))
        self._show_details()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the columns below each other where they have no room."""
        super().resizeEvent(event)
        wide = event.size().width() >= _THREE_COLUMNS * self._context.theme.scale
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)

    def _show_details(self) -> None:
        clear(self._details)
        if not self.more.isChecked():
            return
        tr, table = self._context.tr, urgency()
        said = QLabel(" ".join(tr.pick(*table.sentence(id)) for id in _SENTENCES))
        said.setWordWrap(True)
        self._details.addWidget(said)
        for group in grouped(table.signs):
            self._details.addWidget(self._card(group, full=True))

    def _card(self, group: Group, *, full: bool) -> QFrame:
        tr = self._context.tr
        card = QFrame()
        card.setProperty("role", "card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(0, 0, 0, 14)
        layout.setSpacing(8)
        head = QLabel(group.heading(tr))
        head.setProperty("role", "level")
        head.setProperty("level", _look(group.level))
        head.setWordWrap(True)
        layout.addWidget(head)
        for sign in group.signs:
            line = QLabel(sign.full(tr) if full else sign.short(tr))
            line.setWordWrap(True)
            line.setContentsMargins(16, 0, 16, 0)
            layout.addWidget(line)
        return card


def _look(level: Level) -> str:
    """How strongly a heading stands out: colour is never the only difference, its words say the same."""
    return ("dark", "dark", "accent", "soft", "soft")[level.rank]
