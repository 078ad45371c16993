"""One line below the head of Today: a flare that is running, the next visit, and what a past day is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lupusdiary.domain.records import Flare, Visit
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.widgets.flow_layout import FlowLayout


class Hatch(QWidget):
    """The strokes that say “flare” wherever days are shown."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.setFixedWidth(14)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), self._context.theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(QRectF(self.rect()))
        painter.setPen(QPen(QColor(colours.accent), 2.4))
        for y in range(-self.width(), self.height() + self.width(), 8):
            painter.drawLine(0, y + self.width(), self.width(), y)
        painter.end()


class _OneLine(QLabel):
    """Words that want one line of what flows, and wrap only where that has no room."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 4, metrics.height())


class StatusStrip(QFrame):
    """Absent where there is nothing to say. It shows what the person entered and counts no ill days.
    `ended` asks for the end of the flare on the day shown, `visit_requested` for the page of visits."""

    ended = Signal(object)
    visit_requested = Signal()

    def __init__(self, context: UiContext, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self.setObjectName("status_strip")
        self._context = context
        self._read_only = read_only
        self._day = self._today = date.min
        self._flare: Flare | None = None
        self._visit: Visit | None = None
        self._low = False
        self._hatch = Hatch(context, self)
        self.later = _OneLine("filled_in_later")
        self.flare = _OneLine("strip_flare")
        self.visit = _OneLine("strip_visit")
        # Between what stands at the left and at the right: before the flare of a past day, else after it.
        self._before_flare, self._gap = QWidget(self), QWidget(self)
        for gap in (self._before_flare, self._gap):
            gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.end, self.questions = QPushButton(self), QPushButton(self)
        self.end.setObjectName("strip_flare_end")
        self.questions.setObjectName("strip_questions")
        for button in (self.end, self.questions):
            button.setProperty("role", "plain_link")
        self._flow = FlowLayout(spacing=10)
        self._flow.setContentsMargins(12, 0, 8, 0)
        # The hatch never stands in another line than its words.
        self._ongoing = QWidget(self)
        told = QHBoxLayout(self._ongoing)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(10)
        told.addWidget(self._hatch)
        told.addWidget(self.flare)
        parts = (self._ongoing, self.end, self._gap, self.visit, self.questions)
        for widget in (self.later, self._before_flare, *parts):
            self._flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._flow)
        self.end.clicked.connect(lambda: self.ended.emit(self._flare))
        self.questions.clicked.connect(self.visit_requested)

    def show_day(self, day: date, today: date, flares: Sequence[Flare], visit: Visit | None) -> None:
        """Shows the flare that `day` lies in, and from today the visit that comes next."""
        shown = self._day, self._today, self._flare, self._visit
        self._day, self._today = day, today
        around = [each for each in flares if each.start <= day and (each.end is None or day <= each.end)]
        self._flare = max(around, key=lambda each: each.start, default=None)
        self._visit = visit if day == today else None
        if shown != (self._day, self._today, self._flare, self._visit):
            self.retranslate()

    def shrink(self, low: bool) -> None:
        """Gives up its links where the window is low, so that the items keep their room."""
        if low != self._low:
            self._low = low
            self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        tr, flare, visit = self._context.tr, self._flare, self._visit
        past = self._day < self._today
        self.later.setText(
            tr.text("You are filling in an earlier day. The diary remembers that it was entered later.")
        )
        if flare is not None:
            since = tr.date(flare.start, "weekday" if flare.start.year == self._today.year else "short")
            if flare.end is None:
                said = tr.text("Flare since {day}, as you or your doctor call it", day=since)
            else:
                said = tr.text(
                    "A flare, as you or your doctor call it: {span}", span=tr.span(flare.start, flare.end)
                )
            self.flare.setText(said)
        self.end.setText(tr.text("It ends on this day"))
        if visit is not None:
            parts = [tr.date(visit.day, "weekday")]
            parts += [tr.time(visit.at)] if visit.at is not None else []
            parts += [visit.department] if visit.department else []
            days = (visit.day - self._today).days
            near = {0: tr.text("today"), 1: tr.text("tomorrow")}.get(days)
            parts.append(near or tr.plural("in {count} day", "in {count} days", days))
            self.visit.setText(tr.text("Next visit: {visit}", visit=" ".join(parts)))
            asked = len(visit.questions)
            self.questions.setText(
                tr.plural("{count} question to ask", "{count} questions to ask", asked)
                if asked
                else tr.text("To the visit")
            )
        self.later.setVisible(past)
        self._before_flare.setVisible(past)
        self._gap.setVisible(not past)
        self._ongoing.setVisible(flare is not None)
        ends = flare is not None and flare.end is None and not past
        self.end.setVisible(ends and not self._read_only and not self._low)
        self.visit.setVisible(visit is not None)
        self.questions.setVisible(visit is not None and not self._low)
        self.setVisible(past or flare is not None or visit is not None)
        self._fit()

    def restyle(self) -> None:
        """Fits the text size."""
        self._fit()

    def _fit(self) -> None:
        scale = self._context.theme.scale
        tall = round(24 * scale) if self._low else target(scale)
        self._hatch.setFixedHeight(tall)
