"""Notices another version of the diary beside it, and offers to look into it and to bring its entries in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lupusdiary.language import Refusal, mark
from lupusdiary.ui.base.command import BringIn
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.frame.diary_view import DiaryView
from lupusdiary.ui.frame.notice_bar import Notice
from lupusdiary.ui.frame.window import Window
from lupusdiary.ui.safety.fingerprint import fingerprint
from lupusdiary.ui.safety.watch import Watch

if TYPE_CHECKING:
    from lupusdiary.diary.backup.versions import Beside

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


class VersionWatch(Watch):
    """Looks beside the diary that the window shows, when it is opened and each time a file comes there."""

    def __init__(self, window: Window) -> None:
        super().__init__(window, _LOOK_MS)
        self._there: frozenset[str] = frozenset()
        self._background = Background(self)

    def watch(self, view: DiaryView) -> None:
        self._background.drop()
        self._there = frozenset()
        super().watch(view)
        self.look()

    def leave(self) -> None:
        self._background.drop()
        super().leave()

    def look_after(self, view: DiaryView) -> None:
        """Looks, if another file lies there than the last time."""
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
        known = set(self.window.context.preferences.word(_SEEN).split())
        new = [each for each in (*found.versions, *found.locked) if _mark(each) not in known]
        if not new or view is not self.window.view:
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
        preferences = self.window.context.preferences
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
