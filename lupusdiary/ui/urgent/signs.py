"""The warning signs of the urgent page: short words below what is to be done, each of them to be scrolled to;
full texts one press away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.domain.urgency import Group, Level, Sign, grouped, urgency
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.labels import plain_label, set_role

# Below this width, at 100 %, the columns stand one below the other.
_THREE_COLUMNS = 660
# From this width on, at 100 %, three columns have room for large signs.
_LARGE_SIGNS = 1000
_FIRST_TIER = 1
# Each column of the page with its levels.
_COLUMNS = (("call_119", "call_109"), ("call_hospital_now",), ("same_day", "next_visit"))
_SENTENCES = ("higher_counts", "own_limit", "tell_on_phone", "others_call")
_EVERYONE = "everyone"


class SignColumns(QWidget):
    """The same for everybody, whatever is recorded; only a lower limit of her own hospital's stands with the
    fever."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._limit = ""
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

    def own_limit(self, degrees: str) -> None:
        """Shows the hospital's own limit with the fever, or none."""
        if degrees != self._limit:
            self._limit = degrees
            self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        clear(self._columns)
        # Fever first, then what is looked for most often.
        signs = sorted(urgency().signs, key=lambda sign: (not sign.is_fever, sign.tier))
        for levels in _COLUMNS:
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(12)
            for group in grouped(sign for sign in signs if sign.level.id in levels):
                column.addWidget(self._card(group, full=False))
            column.addStretch(1)
            self._columns.addWidget(holder, 1)
        self._set_size()
        self.more.setText(tr.text("Read each sign in full"))
        self._show_details()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the columns below each other where they have no room."""
        super().resizeEvent(event)
        wide = event.size().width() >= _THREE_COLUMNS * self._context.theme.scale
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)
        self._set_size()

    def _set_size(self) -> None:
        """In narrow columns the signs are a little smaller: rather that than a word alone in a line."""
        wide = self._columns.direction() == QBoxLayout.Direction.LeftToRight
        narrow = wide and self.width() < _LARGE_SIGNS * self._context.theme.scale
        role, other = ("sign_narrow", "sign") if narrow else ("sign", "sign_narrow")
        for label in self.findChildren(QLabel):
            if label.property("role") == other:
                set_role(label, role)

    def _show_details(self) -> None:
        clear(self._details)
        if not self.more.isChecked():
            return
        tr, table = self._context.tr, urgency()
        said = plain_label("")
        said.setText(" ".join(tr.pick(*table.sentence(id)) for id in _SENTENCES))
        self._details.addWidget(said)
        for phone in table.phones:
            if phone.urgent_page:
                line = plain_label("")
                line.setText(f"{phone.number}  {tr.pick(*phone.what)}")
                self._details.addWidget(line)
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
            large = not full and (sign.tier == _FIRST_TIER or sign.is_fever)
            layout.addWidget(_line("sign" if large else "", sign.full(tr) if full else sign.short(tr)))
            for words in () if full else self._beside(sign):
                layout.addWidget(_line("muted", words))
        return card

    def _beside(self, sign: Sign) -> list[str]:
        """For whom a fever is so urgent, with the medicines by name, and her hospital's own limit."""
        tr = self._context.tr
        if not sign.is_fever:
            return []
        whom = [urgency().applies[each] for each in sign.applies if each != _EVERYONE]
        lines = [tr.text("For: {whom}", whom="; ".join(tr.pick(*each) for each in whom))] if whom else []
        if self._limit:
            lines.append(tr.text("My hospital’s own limit: {degrees} °C", degrees=self._limit))
        return lines


def _line(role: str, words: str) -> QLabel:
    line = plain_label(role)
    line.setText(words)
    line.setContentsMargins(16, 0, 16, 0)
    return line


def _look(level: Level) -> str:
    """How strongly a heading stands out: colour is never the only difference, its words say the same."""
    return ("dark", "dark", "accent", "soft", "soft")[level.rank]
