"""What looks at times after the diary that the window shows."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from lupusdiary.ui.frame.diary_view import DiaryView
from lupusdiary.ui.frame.window import Window


class Watch(QObject):
    """Looks each `every_ms` while a diary is shown; a subclass says what for in `look_after`."""

    def __init__(self, window: Window, every_ms: int) -> None:
        super().__init__(window)
        self.window = window
        self._view: DiaryView | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(every_ms)
        self.timer.timeout.connect(self.look)

    def watch(self, view: DiaryView) -> None:
        """Another diary is shown."""
        self._view = view
        self.timer.start()

    def leave(self) -> None:
        """The diary is closed next."""
        self.timer.stop()
        self._view = None

    def look(self) -> None:
        """Looks now; one whose diary is shown no more looks never again."""
        view = self._view
        if view is None or view is not self.window.view:
            self.timer.stop()
        else:
            self.look_after(view)

    def look_after(self, view: DiaryView) -> None:
        """Looks after the diary that is shown."""
