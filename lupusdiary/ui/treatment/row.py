"""One line of the list on the Treatment page: when, what, in which words, and its small buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lupusdiary.ui.base.style_sheet import NO_LIMIT
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.widgets.icon_button import IconButton

_DAY_WIDTH = 190
_BESIDE = 640


class TreatmentRow(QWidget):
    """`buttons` stand at the right, `links` below the words; where the window is narrow the day stands above
    them."""

    # Its words stand beside the day, or now below it.
    arranged = Signal()

    def __init__(
        self,
        when: str,
        what: str,
        words: Sequence[str],
        buttons: Sequence[IconButton],
        theme: Theme,
        links: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._scale = theme.scale
        day = QLabel(when)
        day.setProperty("role", "muted")
        day.setWordWrap(True)
        self._day = day
        text = QVBoxLayout()
        text.setSpacing(2)
        strong = QLabel(what)
        strong.setProperty("role", "strong")
        strong.setWordWrap(True)
        text.addWidget(strong)
        for line in words:
            label = QLabel(line)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            text.addWidget(label)
        if links is not None:
            text.addWidget(links)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(10)
        self._words.addWidget(day)
        self._words.addLayout(text, 1)
        if not when:
            day.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 6)
        layout.setSpacing(2)
        layout.addLayout(self._words, 1)
        for button in buttons:
            button.restyle(theme)
            layout.addWidget(button)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= _BESIDE * self._scale
        wide = round(_DAY_WIDTH * self._scale)
        self._day.setMinimumWidth(wide if beside else 0)
        self._day.setMaximumWidth(wide if beside else NO_LIMIT)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._words.direction() != way:
            self.arranged.emit()
            self._words.setDirection(way)
            self._words.setSpacing(10 if beside else 2)
