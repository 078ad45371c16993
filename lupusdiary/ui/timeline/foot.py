"""The line below the timeline: what is shown, before and after an event, and the ways through time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from lupusdiary.language import Translator, mark
from lupusdiary.ui.base.page import SIDE
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.chart.gestures import Motion
from lupusdiary.ui.timeline.before_after import BeforeAfterMenu
from lupusdiary.ui.timeline.header import TimelineHeader
from lupusdiary.ui.widgets.flow_layout import flow_of
from lupusdiary.ui.widgets.icon_button import IconButton

# From this text size on the controls stand above the picture: below it they would leave it no room.
_LARGE = 1.4
_MOVES = {
    Motion.ZOOM_IN: ("zoom-in", mark("Show less time (+, or Ctrl and the wheel)")),
    Motion.ZOOM_OUT: ("zoom-out", mark("Show more time (−, or Ctrl and the wheel)")),
    Motion.EARLIER: ("chevron-left", mark("Earlier (Shift and left arrow)")),
    Motion.LATER: ("chevron-right", mark("Later (Shift and right arrow)")),
}


class TimelineFoot(QWidget):
    """Always seen, so that the head above the picture takes one line; `motion_requested` carries a
    `Motion`."""

    motion_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.readout = QLabel()
        self.readout.setObjectName("readout")
        self.readout.setProperty("role", "hint")
        self.readout.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.compare = BeforeAfterMenu()
        self.hands = QWidget()
        self.moves = {name: IconButton(drawing, name, self.hands) for name, (drawing, _) in _MOVES.items()}
        for name, button in self.moves.items():
            button.clicked.connect(lambda _=False, name=name: self.motion_requested.emit(name))
        beside = QHBoxLayout(self.hands)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(4)
        for widget in (self.compare, *self.moves.values()):
            beside.addWidget(widget)
        self._line = flow_of(8, self.readout, self.hands)
        self._line.setContentsMargins(SIDE, 0, SIDE, 0)
        self.setLayout(self._line)

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        for name, (_, saying) in _MOVES.items():
            self.moves[name].say(tr.text(saying))

    def restyle(self, theme: Theme, header: TimelineHeader) -> None:
        """Draws the icons in the colours and size of the moment; large controls scroll away with `header`."""
        small = theme.scale < _LARGE
        line = self._line if small else header.line
        if line.indexOf(self.hands) < 0:
            line.addWidget(self.hands)
        for button in self.moves.values():
            button.restyle(theme)
