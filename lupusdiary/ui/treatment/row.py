"""One line of the list on the Treatment page: when, what, in which words, and its small buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lupusdiary.ui.base.style_sheet import NO_LIMIT, target
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.widgets.flow_layout import flow_of
from lupusdiary.ui.widgets.icon_button import IconButton
from lupusdiary.ui.widgets.labels import plain_label

_DAY_WIDTH = 215
_BESIDE = 640


class TreatmentRow(QWidget):
    """What and the words to it in one line, as far as they fit; `buttons` stand at the right. Where the
    window is narrow the day stands above."""

    # Its words stand beside the day, or now below it.
    arranged = Signal()

    def __init__(
        self,
        when: str,
        what: str,
        words: Sequence[str],
        buttons: Sequence[IconButton],
        theme: Theme,
    ) -> None:
        super().__init__()
        self._scale = theme.scale
        day, strong, said = plain_label("muted"), plain_label("strong"), plain_label("")
        day.setText(when)
        strong.setText(what)
        said.setText(" · ".join(words))
        said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._day = day
        self._strong = strong
        self._taken = len(buttons) * (target(theme.scale) + 2)
        text = QVBoxLayout()
        text.addStretch(1)
        text.addLayout(flow_of(10, strong, *([said] if words else [])))
        text.addStretch(1)
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
        # Only what is longer than the line goes on in a second one.
        room = self.width() - self._taken - (wide + 10 if beside else 0)
        bold = self._strong.fontMetrics().horizontalAdvance(self._strong.text())
        self._strong.setWordWrap(bold > room)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._words.direction() != way:
            self.arranged.emit()
            self._words.setDirection(way)
            self._words.setSpacing(10 if beside else 2)
