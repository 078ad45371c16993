"""A week as seven cells, each of which leads to its day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.palette import Colours
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.widgets.day_marks import paint_tick
from lupusdiary.ui.widgets.labels import plain_tip

DAYS = 7


class _Square(QAbstractButton):
    """One day: its name above a square that is filled with a tick when recorded, dashed when not."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.recorded = False
        self.shown = False
        self.colours: Colours | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.colours is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.shown or self.hasFocus() or self.underMouse():
            colour = self.colours.accent if self.shown else self.colours.control_border
            painter.setPen(QPen(QColor(self.colours.focus if self.hasFocus() else colour), 2))
            painter.drawRoundedRect(whole, 8, 8)
        font = self.font()
        font.setBold(self.shown)
        painter.setFont(font)
        painter.setPen(QColor(self.colours.text if self.isEnabled() else self.colours.disabled))
        upper = QRectF(whole.x(), whole.y() + 1, whole.width(), whole.height() * 0.5)
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, self.text())
        side = whole.height() * 0.38
        box = QRectF(whole.center().x() - side / 2, whole.bottom() - side - 3, side, side)
        if self.recorded:
            paint_tick(painter, box, self.colours)
        elif self.isEnabled():
            painter.setPen(QPen(QColor(self.colours.control_border), 1.4, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(box, side * 0.25, side * 0.25)
        painter.end()


class DayStrip(QWidget):
    """`chosen` carries the day of the cell that was pressed. One stop for the Tab key; arrows move."""

    chosen = Signal(object)

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._days: list[date] = []
        self.squares = [_Square(self) for _ in range(DAYS)]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for at, square in enumerate(self.squares):
            square.clicked.connect(lambda _=False, at=at: self.chosen.emit(self._days[at]))
            layout.addWidget(square)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_days(self, days: list[date], recorded: Mapping[date, str], shown: date, today: date) -> None:
        """Shows the days, oldest first; `shown` is the one that the page shows."""
        self._days = days
        tr = self._context.tr
        anchor = days.index(shown) if shown in days else DAYS - 1
        ways = {
            "on_the_day": tr.text("recorded"),
            "later": tr.text("recorded later"),
            "copied": tr.text("recorded by copying"),
        }
        for at, (square, day) in enumerate(zip(self.squares, days, strict=True)):
            square.recorded = day in recorded
            square.shown = day == shown
            square.setEnabled(day <= today)
            square.setText(tr.date(day, "weekday_day"))
            square.setObjectName(f"square_{day.isoformat()}")
            state = ways.get(recorded.get(day, ""), tr.text("not recorded"))
            words = tr.text("{day}: {state}", day=tr.date(day), state=state)
            square.setToolTip(plain_tip(words))
            square.setAccessibleName(words)
            policy = Qt.FocusPolicy.StrongFocus if at == anchor else Qt.FocusPolicy.ClickFocus
            square.setFocusPolicy(policy)
            square.update()
        self._fit()

    def restyle(self) -> None:
        """Draws in the colours and size of the moment."""
        for square in self.squares:
            square.colours = self._context.theme.colours
            square.update()
        self._fit()

    def _fit(self) -> None:
        scale = self._context.theme.scale
        self.squares[0].ensurePolished()
        bold = self.squares[0].font()
        bold.setBold(True)
        widest = max(QFontMetrics(bold).horizontalAdvance(square.text()) for square in self.squares)
        for square in self.squares:
            square.setFixedSize(max(round(46 * (0.6 + 0.4 * scale)), widest + 10), target(scale) + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        focused = [at for at, square in enumerate(self.squares) if square.hasFocus()]
        if step is None or not focused:
            event.ignore()
            return
        at = focused[0] + step
        if 0 <= at < DAYS and self.squares[at].isEnabled():
            self.squares[at].setFocus(Qt.FocusReason.OtherFocusReason)
