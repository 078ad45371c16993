"""The way to the backups of a diary and back: listing them, looking into one, restoring it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lupusdiary.diary import Diary, Secret
from lupusdiary.language import Refusal, mark
from lupusdiary.ui.frame.notice_bar import Notice
from lupusdiary.ui.frame.window import Window
from lupusdiary.ui.safety.diary_actions import DiaryActions
from lupusdiary.ui.safety.restore_page import RestorePage, RestorePlace

if TYPE_CHECKING:
    from lupusdiary.diary.backup.restoring import Backup

RESTORED = mark("The backup is restored.")
RESTORED_OVER = mark("The backup is restored. What was there before is a backup now.")
LOOKING = mark("You are looking into a backup.")


class Restoring(QObject):
    """`open` opens a diary again with the secret that is known; `settle` waits until no backup is being made
    of the one that was left."""

    def __init__(
        self,
        window: Window,
        clock: Callable[[], datetime],
        actions: DiaryActions,
        open: Callable[[Path, Secret | None], None],
        settle: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._context = window.context
        self._clock = clock
        self._actions = actions
        self._open = open
        self._settle = settle
        self._looked: tuple[Diary, RestorePlace] | None = None

    def restore_open_diary(self) -> None:
        """Closes the diary that is shown and lists its backups."""
        view = self._window.view
        if view is None or view.diary.demonstration is not None or not self._actions.may_go():
            return
        diary, looked = view.diary, self.looked_into(view.diary)
        if looked is not None:
            self._back_to_list(looked)
            return
        secret = Secret.recovery_key(diary.recovery_key()) if diary.encrypted else None
        place = RestorePlace(diary.path, secret, diary.backups.listing().run)
        self._actions.leave()
        self.show_restore(place)

    def looked_into(self, diary: Diary) -> RestorePlace | None:
        """Where this diary would be put back, if it is a backup that was opened to be looked at."""
        return self._looked[1] if self._looked is not None and self._looked[0] is diary else None

    def show_restore(self, place: RestorePlace) -> None:
        """The list of backups for one place."""
        page = RestorePage(replace(place, find=partial(self._find, place)), self._context, self._clock)
        page.restored.connect(self._open_restored)
        page.look_requested.connect(partial(self._look, place))
        page.closed.connect(lambda: self._back_from(place))
        self._window.show_start_screen(page)

    def _find(self, place: RestorePlace) -> Sequence[Backup]:
        # The diary that was just left is still being backed up, and an older one of the day goes for it.
        self._settle()
        return place.find()

    def restore_unopened(self, path: Path) -> None:
        """The list of every backup on this computer, for a diary that does not open or is gone."""
        from lupusdiary.diary.backup.restoring import backups_of_all

        self.show_restore(RestorePlace(path, None, backups_of_all))

    def _open_restored(self, path: Path, secret: Secret | None, kept: bool) -> None:
        self._open(path, secret)
        if self._window.view is not None:
            self._window.view.notices.say(Notice("restored", RESTORED_OVER if kept else RESTORED))

    def _back_from(self, place: RestorePlace) -> None:
        if place.secret is None:
            self._actions.enter(place.to)
        else:
            self._open(place.to, place.secret)

    def _look(self, place: RestorePlace, backup: Path, secret: Secret | None) -> None:
        from lupusdiary.diary.backup.restoring import look_inside

        page = self._window.shown
        try:
            diary = look_inside(backup, secret, self._clock)
        except Refusal as refusal:
            if isinstance(page, RestorePage):
                page.refuse(refusal)
            return
        self._looked = (diary, place)
        self._actions.show_passing(diary)
        if self._window.view is None:
            # It cannot be shown, and that is said.
            self._back_to_list(place)
        else:
            back = (mark("Back to the backups"), lambda: self._back_to_list(place))
            self._window.view.notices.say(Notice("looking", LOOKING, (back,), pressing=True))

    def leave(self) -> None:
        """What is shown is closed next; the key that was known is let go with it."""
        self._looked = None

    def _back_to_list(self, place: RestorePlace) -> None:
        self._actions.leave()
        self.show_restore(place)
