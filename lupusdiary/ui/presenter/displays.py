"""The displays of a session: the presenter's own, and the one that the audience looks at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def displays() -> Sequence[QScreen]:
    """The displays of the computer."""
    return QGuiApplication.screens()


class Displays(QObject):
    """`changed` is sent when one was plugged in or pulled out."""

    changed = Signal()

    def __init__(self, parent: QObject, window: QWidget, screens: Callable[[], Sequence[QScreen]]) -> None:
        super().__init__(parent)
        self._screens = screens
        self._own = window.screen()
        self._gone: QScreen | None = None
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self.changed)
        app.screenRemoved.connect(self._unplugged)

    @property
    def own(self) -> QScreen:
        """Where the presenter sits."""
        known = self._known()
        if self._own not in known:
            self._own = known[0]
        return self._own

    @property
    def audience(self) -> QScreen:
        """Where the slides are: the second display, else the only one."""
        own = self.own
        return next((screen for screen in self._known() if screen is not own), own)

    @property
    def two(self) -> bool:
        """Whether notes can stand on a display of their own."""
        return self.audience is not self.own

    def _known(self) -> list[QScreen]:
        return [screen for screen in self._screens() if screen is not self._gone]

    def _unplugged(self, screen: QScreen) -> None:
        # One that is going may still be counted while it says so.
        self._gone = screen
        self.changed.emit()
        self._gone = None
