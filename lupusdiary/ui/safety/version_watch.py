"""Notices another version of the diary beside it, and offers to look into it and to bring its entries in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from lupusdiary.language import Refusal, mark
from lupusdiary.ui.base.command import BringIn
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.frame.diary_view import DiaryView
from lupusdiary.ui.frame.notice_bar import Notice
from lupusdiary.ui.frame.window import Window

if TYPE_CHECKING:
    from lupusdiary.diary.backup.versions import Beside
from lupusdiary.ui.safety.fingerprint import fingerprint

_LOOK_MS = 60_000
# Which states of which files were told already, the latest of them.
_SEEN, _MOST = "versions_seen", 40
BESIDE = mark(
    "There is another version of this diary beside it: “{name}”. It may hold entries that "
    "are not here, perhaps from another computer. Both are kept."
)
LOCKED_BESIDE = mark(
    "“{name}” lies beside this diary and opens with another passphrase. If it is another version of this "
    "diary, open it, export it, and import that here. Both are kept."
)


class VersionWatch(QObject):
    """Looks beside the diary that the window shows, when it is opened and each time a file comes there."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._view: DiaryView | None = None
        self._there: frozenset[str] = frozenset()
        self._background = Background(self)
        self.timer = QTimer(self)
        self.timer.setInterval(_LOOK_MS)
        self.timer.timeout.connect(self.look)

    def watch(self, view: DiaryView) -> None:
        """Another diary is shown."""
        self._background.drop()
        self._view, self._there = view, frozenset()
        self.timer.start()
        self.look()

    def leave(self) -> None:
        """The diary is closed next."""
        self._background.drop()
        self.timer.stop()
        self._view = None

    def look(self) -> None:
        """Looks, if another file lies there than the last time."""
        view = self._view
        if view is None or view is not self._window.view:
            self.timer.stop()
            return
        there = _names(view.diary.path.resolve().parent)
        if there == self._there or self._background.busy:
            return
        self._there = there
        from lupusdiary.diary.backup.versions import version_search

        try:
            search = version_search(view.diary)
        except Refusal:
            return  # What stands in the way of reading is said where it is read.
        if search is not None:
            self._background.run(search.run, lambda found: self._say(view, found), lambda _refusal: None)

    def _say(self, view: DiaryView, found: Beside) -> None:
        known = set(self._window.context.preferences.word(_SEEN).split())
        new = [each for each in (*found.versions, *found.locked) if _mark(each) not in known]
        if not new or view is not self._window.view:
            return
        version = new[0]
        if version in found.locked:
            values = {"name": version.name}
            view.notices.say(
                Notice(
                    "version_beside",
                    LOCKED_BESIDE,
                    (),
                    lambda: self._remember(version),
                    values,
                    pressing=True,
                )
            )
            return
        bring = (mark("Bring its entries in…"), lambda: self._bring_in(view, version))
        notice = Notice(
            "version_beside",
            BESIDE,
            () if view.diary.read_only else (bring,),
            lambda: self._remember(version),
            {"name": version.name},
            pressing=True,
        )
        view.notices.say(notice)

    def _bring_in(self, view: DiaryView, version: Path) -> None:
        view.notices.withdraw("version_beside")
        self._remember(version)
        view.requested.emit(BringIn(version))

    def _remember(self, version: Path) -> None:
        preferences = self._window.context.preferences
        preferences.remember(_SEEN, " ".join([*preferences.word(_SEEN).split(), _mark(version)][-_MOST:]))


def _names(folder: Path) -> frozenset[str]:
    try:
        return frozenset(each.name for each in folder.iterdir() if ".lupusdiary" in each.name.lower())
    except OSError:
        return frozenset()


def _mark(version: Path) -> str:
    """Tells one state of a file from another, and nothing about it."""
    try:
        status = version.stat()
    except OSError:
        return ""
    return fingerprint(f"{version} {status.st_size} {status.st_mtime_ns}", 12)
