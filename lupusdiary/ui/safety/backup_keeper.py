"""Makes the backups that nobody asks for: each half hour when something changed, and on leaving a diary."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QObject, QTimer

from lupusdiary.diary import Diary
from lupusdiary.language import Refusal, mark
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.frame.notice_bar import Notice, NoticeBar

EVERY_MS = 30 * 60 * 1000
AWAY = mark("The second place of the backups is not there now. Backups go on on this computer.")
NOT_THERE = mark("The second place got no backup. {reason} Backups go on on this computer.")
FAILED = mark("No backup could be made: {reason}")


class BackupKeeper(QObject):
    """Works for the diary that is shown, in a worker, quietly. What goes wrong is said once a diary."""

    def __init__(self, context: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._diary: Diary | None = None
        self._notices: NoticeBar | None = None
        self._said: set[str] = set()
        self._background = Background(self)
        self._last = Background(self)
        # Set once the backup of the diary that was left last is made, or failed.
        self._settled = Event()
        self._settled.set()
        self.timer = QTimer(self)
        self.timer.setInterval(EVERY_MS)
        self.timer.timeout.connect(self.back_up)

    def watch(self, diary: Diary, notices: NoticeBar) -> None:
        """A diary was opened."""
        self._diary, self._notices = diary, notices
        self._said = set()
        self.timer.start()

    def back_up(self) -> None:
        """Makes a backup if something changed since the last one."""
        if self._diary is None or self._background.busy:
            return
        try:
            job = self._diary.backups.job() if _is_due(self._diary) else None
        except Refusal:
            # What stands in the way of reading is said where it is read.
            return
        if job is not None:
            self._background.run(job.run, lambda made: self._say_away(made.away), self._say_failed)

    def leave(self, diary: Diary) -> None:
        """The diary is closed next: its last backup is made meanwhile, and the program ends after it."""
        self.timer.stop()
        self._background.drop()
        self._diary = self._notices = None
        try:
            job = diary.backups.job() if _is_due(diary) else None
        except Refusal:
            return
        if job is not None:
            self._settled = settled = Event()

            def work() -> None:
                try:
                    job.run()
                finally:
                    settled.set()

            # There is nobody to be told any more: Settings show when the last one was made.
            self._last.run(work, lambda _made: None, lambda _refusal: None)

    def wait_until_settled(self) -> None:
        """Waits, in a worker, for the backup that is made of the diary that was left last: until then its
        folder changes."""
        self._settled.wait()

    def _say_away(self, away: Refusal | None) -> None:
        from lupusdiary.diary.backup.backups import PlaceAway

        if isinstance(away, PlaceAway):
            self._say(Notice("backup_away", AWAY))
        elif away is not None:
            reason = self._context.tr.refusal(away)
            self._say(Notice("backup_away", NOT_THERE, values={"reason": reason}))

    def _say_failed(self, refusal: Refusal) -> None:
        self._say(Notice("backup_failed", FAILED, values={"reason": self._context.tr.refusal(refusal)}))

    def _say(self, notice: Notice) -> None:
        if self._notices is not None and notice.key not in self._said:
            self._said.add(notice.key)
            self._notices.say(notice)


def _is_due(diary: Diary) -> bool:
    return diary.demonstration is None and not diary.read_only and diary.backups.is_due()
