"""What a hand does to a chart: wheel and drag, keys, click. Whatever the mouse does, a key does too."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

from lupusdiary.ui.chart.canvas import ChartCanvas

_STEP = 0.75
_SHIFT = 0.25
# A press that moves less than this is a click (logical pixels).
_STILL = 5.0


class Motion(StrEnum):
    """A way through time that a button offers as well."""

    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"
    EARLIER = "earlier"
    LATER = "later"


class Chart(ChartCanvas):
    """The chart with its gestures. Left and right move the crosshair, with Shift they move in time;
    plus and minus zoom; Home and End go to the ends of the diary; Enter opens the day, Escape lets go."""

    wheel_zooms = True
    _pressed: float | None = None
    _dragged = False

    def zoom(self, factor: float, at: float = 0.5) -> None:
        """Shows less (below 1) or more time; `at` 0 to 1 stays where it is."""
        self.move_to(self.span.zoomed(factor, at, self.bounds))

    def go(self, motion: Motion) -> None:
        """Does what a button asks for."""
        match motion:
            case Motion.ZOOM_IN:
                self.zoom_in()
            case Motion.ZOOM_OUT:
                self.zoom_out()
            case Motion.EARLIER:
                self.earlier()
            case Motion.LATER:
                self.later()

    def zoom_in(self) -> None:
        """A step nearer."""
        self.zoom(_STEP, self._anchor())

    def zoom_out(self) -> None:
        """A step further away."""
        self.zoom(1 / _STEP, self._anchor())

    def earlier(self) -> None:
        """Moves a quarter of what is shown back in time."""
        self.move_to(self.span.moved(-max(1.0, round(self.span.days * _SHIFT)), self.bounds))

    def later(self) -> None:
        """Moves a quarter of what is shown on in time."""
        self.move_to(self.span.moved(max(1.0, round(self.span.days * _SHIFT)), self.bounds))

    def to_start(self) -> None:
        """Goes to where the diary begins."""
        self.move_to(self.span.moved(-float(self.bounds.days), self.bounds))

    def to_end(self) -> None:
        """Goes to where the diary ends."""
        self.move_to(self.span.moved(float(self.bounds.days), self.bounds))

    def step(self, by: int) -> None:
        """Moves the crosshair to the next (1) or last (-1) recorded day, and time along with it."""
        self._step_to(self.next_day(by))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.zoom_out()
        elif key == Qt.Key.Key_Left:
            self.earlier() if shifted else self.step(-1)
        elif key == Qt.Key.Key_Right:
            self.later() if shifted else self.step(1)
        elif key == Qt.Key.Key_Home:
            self.to_start()
        elif key == Qt.Key.Key_End:
            self.to_end()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_at(None)
        elif key == Qt.Key.Key_Escape and self.hit is not None:
            self.point(None)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel zooms; where the page has to scroll, it scrolls, and Ctrl and the wheel zoom."""
        turn = event.angleDelta()
        sideways = turn.x() if abs(turn.x()) > abs(turn.y()) else 0
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            sideways = turn.x() or turn.y()
        if sideways:
            self.move_to(self.span.moved(-sideways / 120 * self.span.days * 0.1, self.bounds))
        elif self.wheel_zooms or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_STEP ** (turn.y() / 120), self._place(event.position().x()))
        else:
            event.ignore()
            return
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position().x(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._pressed is None:
            if not self.in_margin(x):
                self.point(self.day_at(x))
            return
        if self.drawn is None or (not self._dragged and abs(x - self._pressed) < _STILL):
            return
        if not self._dragged:
            self._dragged = True
            self.point(None)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        a_day = (self.drawn.right - self.drawn.left) / self.span.days
        self.move_to(self.span.moved((self._pressed - x) / a_day, self.bounds))
        self._pressed = x

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._pressed = None
        self.unsetCursor()
        if self._dragged:
            self.settle()
            return
        if not self.in_margin(event.position().x()):
            self.point(self.day_at(event.position().x()))
        self.open_at(event.position().y())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self.point(None)

    def _step_to(self, day: date | None) -> None:
        if day is None:
            return
        span = self.span.around(day, self.bounds)
        if span != self.span:
            self.span = span
            self.settle()
        self.point(day)

    def _anchor(self) -> float:
        return 0.5 if self.hit is None else self.span.place(self.hit.day.toordinal() + 0.5)

    def _place(self, x: float) -> float:
        if self.drawn is None:
            return 0.5
        return min(1.0, max(0.0, (x - self.drawn.left) / (self.drawn.right - self.drawn.left)))
