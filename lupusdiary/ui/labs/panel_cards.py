"""The ready panels: one press puts all tests of a panel on the sheet, another takes them off. The tests of
the one that the pointer or the keyboard is on stand below them before it is pressed."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.language import Translator
from lupusdiary.ui.base.icons import icon
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label

_KEYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}


class _Card(QPushButton):
    """`looked_at` is sent when the pointer or the keyboard comes to it."""

    looked_at = Signal()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.looked_at.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.looked_at.emit()


class PanelCards(QWidget):
    """`switched` carries the codes of a panel and whether they shall be on; `shown` the panel that was
    pressed, so that its tests can be brought into view."""

    switched = Signal(object, bool)
    shown = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._line = FlowLayout(6)
        self.tests = plain_label("hint", "panel_tests")
        self.tests.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._line)
        column.addWidget(self.tests)
        self._codes: dict[str, list[str]] = {}
        self._told: dict[str, str] = {}
        self._at = ""
        self._whole: set[str] = set()
        self.cards: dict[str, QPushButton] = {}

    def fill(self, catalogue: AnalyteCatalogue, on: Collection[str], tr: Translator, theme: Theme) -> None:
        """Shows every panel with how many of its tests are on."""
        size = round(20 * (0.6 + 0.4 * theme.scale))
        for panel in catalogue.panels:
            tests = catalogue.of_panel(panel.id)
            if not tests:
                continue
            card = self.cards.get(panel.id) or self._add(panel.id)
            self._codes[panel.id] = [each.id for each in tests]
            count = sum(each.id in on for each in tests)
            words = tr.text("{panel} {count}/{all}", panel=panel.name(tr), count=count, all=len(tests))
            card.setText(words.replace("&", "&&"))
            names = tr.listing([each.label(tr) for each in tests])
            self._told[panel.id] = tr.text("{panel}: {tests}", panel=panel.name(tr), tests=names)
            (self._whole.add if count == len(tests) else self._whole.discard)(panel.id)
            state = "check" if count == len(tests) else "minus" if count else "plus"
            card.setChecked(count > 0)
            colour = theme.colours.on_accent_soft if count else theme.colours.muted
            card.setIcon(icon(state, colour, size))
            card.setIconSize(QSize(size, size))
            said = tr.text("{count} of {all} tests are on the sheet", count=count, all=len(tests))
            card.setAccessibleDescription(f"{said}. {names}")
        self._at = self._at or next(iter(self.cards), "")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _look_at(self, panel: str) -> None:
        self._at = panel
        self.tests.setText(self._told[panel])

    def _fit(self) -> None:
        """Keeps room for the longest of the lines, so that nothing moves while they change."""
        self.tests.setText(self._told.get(self._at, ""))
        room = QRect(0, 0, max(1, self.width()), 10_000)
        measure, wraps = self.tests.fontMetrics(), Qt.TextFlag.TextWordWrap
        tall = [measure.boundingRect(room, wraps, text).height() for text in self._told.values()]
        self.tests.setFixedHeight(max(tall, default=0) + 2)

    def _add(self, panel: str) -> QPushButton:
        card = _Card()
        card.looked_at.connect(lambda: self._look_at(panel))
        card.setObjectName(f"panel_{panel}")
        card.setProperty("role", "panel")
        card.setCheckable(True)
        self.cards[panel] = card
        self._line.addWidget(card)
        card.clicked.connect(lambda: self._press(panel))
        return card

    def _press(self, panel: str) -> None:
        self.switched.emit(self._codes[panel], panel not in self._whole)
        self.shown.emit(panel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cards = list(self.cards.values())
        here = next((at for at, card in enumerate(cards) if card.hasFocus()), -1)
        to = here + _KEYS.get(Qt.Key(event.key()), 0)
        if to != here and here >= 0 and 0 <= to < len(cards):
            cards[to].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
