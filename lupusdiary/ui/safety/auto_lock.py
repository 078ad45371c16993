"""Notices that nobody is there: by the wall clock, so that the time a laptop sleeps counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from shiboken6 import isValid

from lupusdiary.ui.base.lock_minutes import NEVER, lock_minutes
from lupusdiary.ui.base.preferences import Preferences

NOTICE = timedelta(minutes=1)
_LOOK_MS = 5000
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class AutoLock(QObject):
    """`due` says that it is time to lock, `soon` that there is a minute left, or that somebody is there."""

    due = Signal()
    soon = Signal(bool)

    def __init__(self, clock: Callable[[], datetime], preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._preferences = preferences
        self._last = clock()
        self._warned = False
        self._typed_in: QObject | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(_LOOK_MS)
        self.timer.timeout.connect(self.look)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        # Only what a person does to the window that has the keyboard: a filter for every event of the
        # program would cost time at each of them.
        app.focusWindowChanged.connect(self._follow)
        app.focusObjectChanged.connect(self._follow_typing)

    def start(self) -> None:
        """A protected diary is open from now on."""
        self._last, self._warned = self._clock(), False
        self._follow(QGuiApplication.focusWindow())
        self._follow_typing(QGuiApplication.focusObject())
        self.timer.start()

    def stop(self) -> None:
        """Nothing is left to lock."""
        self.timer.stop()
        self._warned = False

    def look(self) -> None:
        """Looks at the clock."""
        minutes = lock_minutes(self._preferences)
        now = self._clock()
        # A clock that was set back starts the time anew.
        self._last = min(self._last, now)
        if minutes == NEVER or not self.timer.isActive():
            return
        idle = now - self._last
        if idle >= timedelta(minutes=minutes):
            self.stop()
            self.due.emit()
        elif idle >= timedelta(minutes=minutes) - NOTICE and not self._warned:
            self._warned = True
            self.soon.emit(True)

    def touched(self) -> None:
        """Somebody is there, unless the time was over before."""
        self.look()
        if not self.timer.isActive():
            return
        self._last = self._clock()
        if self._warned:
            self._warned = False
            self.soon.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT and self.timer.isActive():
            self.touched()
        return super().eventFilter(watched, event)

    def _follow(self, window: QWindow | None) -> None:
        if window is not None:
            # Installed again it stays one.
            window.installEventFilter(self)

    def _follow_typing(self, field: QObject | None) -> None:
        # An input method takes the key before the window, and hands what it writes to the field alone.
        if self._typed_in is not None and isValid(self._typed_in):
            self._typed_in.removeEventFilter(self)
        self._typed_in = field
        if field is not None:
            field.installEventFilter(self)
