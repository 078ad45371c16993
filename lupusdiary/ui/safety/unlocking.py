"""Opening a protected diary: its key is worked out in a worker, then it is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject

from lupusdiary.diary import Diary, Secret, open_diary
from lupusdiary.diary.secret import fitting
from lupusdiary.language import Refusal, mark
from lupusdiary.ui.base.command import Verb
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.frame.notice_bar import Notice
from lupusdiary.ui.frame.unlock import Unlock
from lupusdiary.ui.frame.window import Window

BY_KEY = mark("Opened with the recovery key. You can choose a new passphrase now.")


class Unlocking(QObject):
    """Joins a page that asks for the secret with the diary behind it."""

    def __init__(self, window: Window, clock: Callable[[], datetime], show: Callable[[Diary], None]) -> None:
        super().__init__(window)
        self._window = window
        self._clock = clock
        self._show = show
        self._background = Background(self)

    def serve(self, page: Unlock) -> None:
        """Opens what `page` asks for."""
        page.requested.connect(lambda path, secret: self._unlock(page, path, secret))

    def _unlock(self, page: Unlock, path: Path, secret: Secret) -> None:
        def failed(refusal: Refusal) -> None:
            if self._window.shown is page:
                page.say(self._window.context.tr.refusal(refusal))

        def derived(ready: Secret) -> None:
            try:
                diary = open_diary(path, ready, self._clock)
            except Refusal as refusal:
                failed(refusal)
                return
            by_key = page.by_key
            self._show(diary)
            view = self._window.view
            if by_key and view is not None and view.diary is diary and not diary.read_only:
                choose = (mark("Choose a new passphrase…"), lambda: view.requested.emit(Verb.PASSPHRASE))
                view.notices.say(Notice("by_key", BY_KEY, (choose,)))

        self._background.run(lambda: fitting(path, secret), derived, failed)
