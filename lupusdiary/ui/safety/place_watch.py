"""Notices that the file of the open diary was moved, removed or replaced, and offers a copy."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from lupusdiary.language import Message, Refusal, mark
from lupusdiary.ui.frame.diary_view import DiaryView
from lupusdiary.ui.frame.notice_bar import Notice
from lupusdiary.ui.frame.window import Window

_LOOK_MS = 5000


class PlaceWatch(QObject):
    """Looks for the file at times, for the diary that the window shows."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._view: DiaryView | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(_LOOK_MS)
        self.timer.timeout.connect(self.look)

    def watch(self, view: DiaryView) -> None:
        """Another diary is shown."""
        self._view = view
        self.timer.start()

    def look(self) -> None:
        """Says once what happened to the file."""
        view = self._view
        if view is None or view is not self._window.view:
            self.timer.stop()
            return
        moved = view.diary.misplaced()
        if moved is None:
            return
        self.timer.stop()
        copy = (mark("Save a copy…"), lambda: self._save(view))
        view.notices.say(
            Notice("misplaced", Message(moved.message), (copy,), values=moved.fields, pressing=True)
        )

    def _save(self, view: DiaryView) -> None:
        context, tr = self._window.context, self._window.context.tr
        kinds = tr.text("Lupus diary (*.lupusdiary)")
        name = view.diary.path.name
        path = context.prompts.save_path(self._window, tr.text("Save a copy of the diary"), name, kinds)
        if path is None:
            return
        view.keep()
        try:
            view.diary.save_copy(path)
        except Refusal as refusal:
            context.prompts.tell(self._window, tr.refusal(refusal), tr.text("Close"))
            return
        view.notices.withdraw("misplaced")
        said = tr.text("Saved as “{name}”. Please open this copy to go on writing.", name=path.name)
        context.prompts.tell(self._window, said, tr.text("Close"))
