"""The title line of the items: how much of the day is filled in, and what fills in a whole day at once."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label


class DayActions(QWidget):
    """“Same as last record” and “No symptoms today” fill only what is empty; what was copied can be taken out
    again."""

    copy_requested = Signal()
    none_requested = Signal()
    drop_requested = Signal()

    def __init__(self, context: UiContext, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self._context = context
        self._read_only = read_only
        self._day = date.min
        self._source: date | None = None
        self._copied_from: date | None = None
        self._is_today = True
        self._entered = self._copied = self._asked = 0
        self._message: str | None = None
        self._may_copy = self._may_zero = True
        self._title = plain_label("section", "items_title")
        self._title.setWordWrap(False)
        self.counter = plain_label("hint", "counter")
        self.counter.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._sample = QFrame(self)
        self._sample.setProperty("role", "sample")
        self.copy, self.none, self.drop = QPushButton(self), QPushButton(self), QPushButton(self)
        self.copy.setObjectName("copy_last")
        self.copy.setProperty("role", "primary")
        self.none.setObjectName("no_symptoms")
        self.drop.setObjectName("drop_copied")
        self.drop.setProperty("role", "quiet")
        said = QWidget(self)
        said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        words = QHBoxLayout(said)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(10)
        words.addWidget(self._title)
        words.addWidget(self._sample)
        words.addWidget(self.counter, 1)
        self._said = said
        flow = FlowLayout(spacing=8)
        flow.setContentsMargins(10, 0, 10, 0)
        for widget in (said, self.drop, self.copy, self.none):
            flow.addWidget(widget)
        self.setLayout(flow)
        self.copy.clicked.connect(self.copy_requested)
        self.none.clicked.connect(self.none_requested)
        self.drop.clicked.connect(self.drop_requested)

    def show_day(self, day: date, source: date | None, *, is_today: bool) -> None:
        """Names the day that would be copied; without one there is nothing to copy. `offer` shows it."""
        if day != self._day:
            self._message = self._copied_from = None
        self._day, self._source, self._is_today = day, source, is_today

    def show_filled(self, entered: int, copied: int, asked: int) -> None:
        """Counts what was entered and what was only copied, of all that is asked."""
        if (entered, copied) != (self._entered, self._copied):
            self._message = None
        self._entered, self._copied, self._asked = entered, copied, asked
        if copied and self._copied_from is None:
            self._copied_from = self._source

    def offer(self, *, copy: bool, none: bool) -> None:
        """Offers to fill a day at once where something is left that this would fill."""
        self._may_copy, self._may_zero = copy, none
        self.retranslate()

    def say(self, message: str) -> None:
        """Says what was just filled in, until something else is."""
        self._message = message
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self._title.setText(tr.text("How was today?") if self._is_today else tr.text("How was that day?"))
        if self._source is not None:
            day = tr.date(self._source, "day")
            if (self._day - self._source).days > 1:
                self.copy.setText(tr.text("Same as {day}", day=day))
            elif self._is_today:
                self.copy.setText(tr.text("Same as yesterday ({day})", day=day))
            else:
                self.copy.setText(tr.text("Same as the day before ({day})", day=day))
            self.copy.setToolTip(
                tr.text("Only empty items are filled in, and never what you measure, such as temperature.")
            )
        self.none.setText(
            tr.text("No symptoms today") if self._is_today else tr.text("No symptoms on this day")
        )
        self.drop.setText(tr.text("Take them out"))
        self.drop.setToolTip(tr.text("Removes the dashed values, which were only copied"))
        self.counter.setText(self._message or self._count())
        writes = not self._read_only and not self._copied
        self._sample.setVisible(bool(self._copied))
        self.drop.setVisible(bool(self._copied) and not self._read_only)
        self.copy.setVisible(writes and self._may_copy and self._source is not None)
        self.none.setVisible(writes and self._may_zero)
        self._fit()

    def _count(self) -> str:
        tr = self._context.tr
        if not self._copied:
            return (
                tr.text("{number} of {all}", number=self._entered, all=self._asked) if self._entered else ""
            )
        source = self._copied_from
        day = "" if source is None else tr.date(source, "day")
        if source is not None and (self._day - source).days == 1 and self._is_today:
            return tr.text(
                "{entered} entered, {copied} from yesterday ({day})",
                entered=self._entered,
                copied=self._copied,
                day=day,
            )
        return tr.text(
            "{entered} entered, {copied} from {day}", entered=self._entered, copied=self._copied, day=day
        )

    def restyle(self) -> None:
        """Fits the text size."""
        scale = self._context.theme.scale
        self._sample.setFixedSize(round(26 * scale), round(20 * scale))
        self._said.setMinimumHeight(target(scale))
        self._fit()

    def _fit(self) -> None:
        # A line that expands is else as wide as its longest word.
        self.counter.ensurePolished()
        wanted = self.counter.fontMetrics().horizontalAdvance(self.counter.text())
        self.counter.setMinimumWidth(min(wanted + 4, round(230 * self._context.theme.scale), 400))
