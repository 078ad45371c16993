"""The ready panels: one press puts all tests of a panel on the sheet, another takes them off."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.language import Translator
from lupusdiary.ui.base.icons import icon
from lupusdiary.ui.base.theme import Theme


class PanelCards(QWidget):
    """`switched` carries the codes of a panel and whether they shall be on; `shown` the panel of the
    keyboard, so that its tests can be brought into view."""

    switched = Signal(object, bool)
    shown = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._codes: dict[str, list[str]] = {}
        self.cards: dict[str, QPushButton] = {}
        self._columns = 2

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
            card.setToolTip(tr.listing([each.label(tr) for each in tests]))
            state = "check" if count == len(tests) else "minus" if count else "plus"
            card.setChecked(count > 0)
            colour = theme.colours.on_accent if count else theme.colours.muted
            card.setIcon(icon(state, colour, size))
            card.setAccessibleDescription(
                tr.text("{count} of {all} tests are on the sheet", count=count, all=len(tests))
            )

    def _add(self, panel: str) -> QPushButton:
        card = QPushButton()
        card.setObjectName(f"panel_{panel}")
        card.setProperty("role", "chip")
        card.setCheckable(True)
        at = len(self.cards)
        self.cards[panel] = card
        self._grid.addWidget(card, at // self._columns, at % self._columns)
        card.clicked.connect(lambda: self._press(panel))
        return card

    def stack(self, columns: int) -> None:
        """Puts the cards into so many columns."""
        if columns != self._columns:
            self._columns = columns
            for at, card in enumerate(self.cards.values()):
                self._grid.addWidget(card, at // columns, at % columns)

    def _press(self, panel: str) -> None:
        codes = self._codes[panel]
        all_on = self.cards[panel].icon().isNull() or self.is_whole(panel)
        self.switched.emit(codes, not all_on)
        self.shown.emit(panel)

    def is_whole(self, panel: str) -> bool:
        """Whether every test of a panel is on."""
        done, _, everything = self.cards[panel].text().rpartition(" ")[2].partition("/")
        return done == everything

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: self._columns, Qt.Key.Key_Up: -self._columns}.get(Qt.Key(event.key()), 0)
        cards = list(self.cards.values())
        here = next((n for n, card in enumerate(cards) if card.hasFocus()), -1)
        if step and here >= 0 and 0 <= here + step < len(cards):
            cards[here + step].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
