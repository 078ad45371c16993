"""A flare, as the person or her doctor calls it: one calm line with a beginning and an end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lupusdiary.domain.records import Flare
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.flow_layout import FlowLayout


class FlareLine(QFrame):
    """Never says by itself that a flare is there: it shows what the person entered, and its buttons ask
    for a begin (`begun`), an end (`ended`) or that it was none (`removed`)."""

    begun = Signal()
    ended = Signal(object)
    removed = Signal(object)

    def __init__(self, context: UiContext, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self._context = context
        self._read_only = read_only
        self._day = date.min
        self._flare: Flare | None = None
        self._text = QLabel(self)
        self._text.setObjectName("flare_text")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.begin, self.end, self.remove = QPushButton(self), QPushButton(self), QPushButton(self)
        for button, name in (
            (self.begin, "flare_begin"),
            (self.end, "flare_end"),
            (self.remove, "flare_remove"),
        ):
            button.setObjectName(name)
        self.remove.setProperty("role", "quiet")
        flow = FlowLayout(spacing=10)
        for widget in (self._text, self.begin, self.end, self.remove):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        self.begin.clicked.connect(self.begun)
        self.end.clicked.connect(lambda: self.ended.emit(self._flare))
        self.remove.clicked.connect(lambda: self.removed.emit(self._flare))

    def show_day(self, day: date, flares: Sequence[Flare]) -> None:
        """Shows the flare that `day` lies in, if the person entered one."""
        self._day = day
        around = [each for each in flares if each.start <= day and (each.end is None or day <= each.end)]
        self._flare = max(around, key=lambda each: each.start, default=None)
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        flare = self._flare
        self.begin.setText(tr.text("A flare begins on this day"))
        self.end.setText(tr.text("It ends on this day"))
        self.remove.setText(tr.text("Remove this flare"))
        if flare is None:
            text = tr.text("Do you or your doctor call this a flare?")
        elif flare.end is None:
            text = tr.text("A flare since {day}, as you or your doctor call it", day=tr.date(flare.start))
        else:
            span = tr.span(flare.start, flare.end)
            text = tr.text("A flare, as you or your doctor call it: {span}", span=span)
        self._text.setText(text)
        held = any(button.hasFocus() for button in (self.begin, self.end, self.remove))
        self.begin.setVisible(flare is None and not self._read_only)
        self.end.setVisible(flare is not None and flare.end != self._day and not self._read_only)
        self.remove.setVisible(flare is not None and not self._read_only)
        if held:
            # A button that is gone would leave the keyboard to whatever comes next on the page.
            buttons = (self.end, self.remove, self.begin)
            next(button for button in buttons if not button.isHidden()).setFocus()
