"""The diary that was open last is opened next time, and others that were open here are a step away."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.preferences import LAST_DIARY, RECENT_DIARIES, REMEMBERS_DIARIES
from lupusdiary.ui.base.small_json import is_kept
from lupusdiary.ui.frame.window import Window

_MOST = 6


def mirrored() -> bool:
    """Whether a display shows what another one shows."""
    places = [screen.geometry() for screen in QGuiApplication.screens()]
    return any(one.intersects(other) for at, one in enumerate(places) for other in places[at + 1 :])


class RecentDiaries:
    """Places of diaries, remembered for this computer's user unless she switched that off; shown by their
    file names alone, and neither in demonstration mode nor where an audience may look on."""

    def __init__(self, context: UiContext, mirrored: Callable[[], bool] = mirrored) -> None:
        self._preferences = context.preferences
        self._mode = context.mode
        self._mirrored = mirrored

    @property
    def remembers(self) -> bool:
        """Whether this computer remembers which diaries were open."""
        return self._preferences.flag(REMEMBERS_DIARIES, True)

    def remember(self, path: Path) -> None:
        """A person's own diary was opened."""
        if not self.remembers:
            return
        others = [each for each in self._known() if each != path]
        self._keep([path, *others])
        self._preferences.remember(LAST_DIARY, str(path))

    def last(self) -> Path | None:
        """The diary that was open last; None if none was, or it is not remembered."""
        last = self._preferences.word(LAST_DIARY)
        return Path(last) if last and self.remembers else None

    def shown(self) -> list[Path]:
        """The diaries that may be named in the menu now, the latest first."""
        if self._mode.on or not self.remembers or self._mirrored():
            return []
        return self._known()

    def clear(self) -> None:
        """Forgets them all, also which one was open last."""
        self._keep([])
        self._preferences.remember(LAST_DIARY, "")

    def _known(self) -> list[Path]:
        try:
            found = json.loads(self._preferences.word(RECENT_DIARIES, "[]"))
        except (ValueError, RecursionError):
            return []
        return (
            [Path(each) for each in found if isinstance(each, str) and is_kept(each)]
            if isinstance(found, list)
            else []
        )

    def _keep(self, paths: list[Path]) -> None:
        self._preferences.remember(RECENT_DIARIES, json.dumps([str(each) for each in paths[:_MOST]]))


def first_diary(window: Window, recent: RecentDiaries, own: Path, find: Callable[[], Path | None]) -> Path:
    """Which diary the program begins with: the one that was open last, else the person's `own`. Where that is
    not there now, she is told and may look again, `find` it, or go on with another."""
    last = recent.last()
    tr = window.context.tr
    while last is not None and last != own and not _is_there(last):
        answer = window.context.prompts.choose(
            window,
            tr.text(
                "“{name}”, the diary that was open last, is not where it was. Is it on a stick that is not "
                "plugged in?",
                name=last.name,
            ),
            (tr.text("Look again"), tr.text("Find it…"), tr.text("Another diary")),
            tr.text("Close"),
        )
        if answer == 1 and (found := find()) is not None:
            return found
        if answer not in (0, 1):
            return own
    return last if last is not None and _is_there(last) else own


def _is_there(path: Path) -> bool:
    """Whether a file is there; a folder in its place is none, and a name that no system takes neither."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
