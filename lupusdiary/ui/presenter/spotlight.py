"""A frame around one control of the live window, and where that control is to be seen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from lupusdiary.ui.base.context import UiContext

_ROOM = 8
_BESIDE = 24
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange}


class Spotlight(QWidget):
    """A frame around one place of the window; the mouse goes through it."""

    def __init__(self, parent: QWidget, context: UiContext) -> None:
        super().__init__(parent)
        self.setObjectName("spotlight")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._context = context
        self.place = QRect()

    def show_place(self, window: QWidget, place: QRect) -> None:
        """Frames a place of the window, above everything; an empty one takes the frame away."""
        self.setGeometry(window.rect())
        self.place = place
        self.update()
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.place.isEmpty():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._context.theme.colours.focus), 6))
        painter.drawRoundedRect(self.place, 12, 12)
        painter.end()


class TargetWatch(QObject):
    """Tells at once that a control stands elsewhere in the window: `moved` always, `laid_out` when a layout
    did it, not somebody who scrolls. It watches until it is deleted."""

    moved = Signal()
    laid_out = Signal()

    def __init__(self, target: QWidget, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._target = target
        self._window = window
        self._look_up()

    def _look_up(self) -> None:
        self._scrolled = [area.widget() for area in scrolling(self._target)]
        watched: QWidget | None = self._target
        while watched is not None and watched is not self._window:
            watched.installEventFilter(self)
            watched = watched.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ParentChange:
            self._look_up()
        if event.type() in _MOVES:
            self.moved.emit()
            if event.type() != QEvent.Type.Move or watched not in self._scrolled:
                self.laid_out.emit()
        return False


def framed(target: QWidget | None, window: QWidget) -> QRect:
    """The part of a control that can be seen in the window, with a little room; empty where none can."""
    if target is None or not target.isVisible():
        return QRect()
    seen = _rect(target, window).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
    for area in scrolling(target):
        seen &= _rect(area.viewport(), window)
    return seen & window.rect().adjusted(4, 4, -4, -4)


def bring(target: QWidget, window: QWidget, low: int) -> None:
    """Scrolls a control into sight, above the line `low` of the window if it can stand there."""
    for area in scrolling(target):
        area.ensureWidgetVisible(target, 20, 20)
        inner = area.widget()
        if inner is not None and _rect(target, window).bottom() + _ROOM > low:
            area.verticalScrollBar().setValue(target.mapTo(inner, QPoint(0, 0)).y() - _BESIDE)


def scrolling(target: QWidget) -> Iterator[QScrollArea]:
    """The areas that a control is scrolled in, the nearest first."""
    above = target.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            yield above
        above = above.parentWidget()


def _rect(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
