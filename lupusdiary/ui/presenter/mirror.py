"""The live timeline once more, small: what the audience sees of it, on the presenter's display."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from lupusdiary.ui.presenter.stage.slide_view import SlideView


class Mirror(QObject):
    """Shows a picture of `source` in `view`, anew after each paint, while it is asked to."""

    def __init__(self, source: QWidget, view: SlideView, parent: QObject) -> None:
        super().__init__(parent)
        self._source = source
        self._view = view
        self._shown = False
        self._taking = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._take)
        for each in (source, *source.findChildren(QWidget)):
            each.installEventFilter(self)

    def show(self, shown: bool) -> None:
        """Begins or ends it."""
        self._shown = shown
        if shown:
            self._soon.start()
        else:
            self._soon.stop()
            self._view.show_picture(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # To take the picture paints as well.
        if self._shown and not self._taking and event.type() == QEvent.Type.Paint:
            self._soon.start()
        return False

    def _take(self) -> None:
        self._taking = True
        picture = self._source.grab()
        self._taking = False
        self._view.show_picture(picture)
