"""After a diary got its first passphrase: its older backups, still readable, are encrypted or deleted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from lupusdiary.diary.protection import ReadableBackups, readable_backups
from lupusdiary.language import Refusal, mark
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.frame.diary_view import DiaryView
from lupusdiary.ui.frame.notice_bar import Notice
from lupusdiary.ui.frame.window import Window

_ENCRYPT, _DELETE = range(2)
# So many are named one by one.
_NAMED = 8
READABLE = mark("Older backups of this diary can be read by anybody: {count}.")


class ReadableOffer(QObject):
    """Names them, and does what the person chooses in a worker."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._context = window.context
        self._background = Background(self)

    def offer(self, view: DiaryView) -> None:
        """Says it on the pages of the diary, if there are any."""
        try:
            found = view.diary.backups.readable_without_passphrase()
        except Refusal:
            return  # What stands in the way of reading is said where it is read.
        if found:
            look = (mark("What to do with them…"), lambda: self._ask(view))
            view.notices.say(
                Notice("readable_backups", READABLE, (look,), values={"count": len(found)}, pressing=True)
            )

    def _ask(self, view: DiaryView) -> None:
        tr = self._context.tr
        readable = readable_backups(view.diary)
        names = [path.name for path in readable.paths[:_NAMED]]
        if len(readable.paths) > _NAMED:
            names.append(tr.text("and {count} more", count=len(readable.paths) - _NAMED))
        question = tr.text(
            "These backups were made before the diary had a passphrase, so anybody can read them:"
        )
        answer = self._context.prompts.choose(
            self._window,
            "\n".join([question, *names]),
            (tr.text("Encrypt them"), tr.text("Delete them")),
            tr.text("Leave them as they are"),
        )
        if answer not in (_ENCRYPT, _DELETE):
            return
        view.notices.withdraw("readable_backups")
        self._do(readable, encrypt=answer == _ENCRYPT)

    def _do(self, readable: ReadableBackups, *, encrypt: bool) -> None:
        tr = self._context.tr

        def done(paths: list[Path]) -> None:
            self._tell(
                tr.plural(
                    "{count} backup is encrypted now.", "{count} backups are encrypted now.", len(paths)
                )
                if encrypt
                else tr.plural("{count} backup is deleted.", "{count} backups are deleted.", len(paths))
            )

        self._background.run(
            readable.encrypt if encrypt else readable.delete,
            done,
            lambda refusal: self._tell(tr.refusal(refusal)),
        )

    def _tell(self, text: str) -> None:
        self._context.prompts.tell(self._window, text, self._context.tr.text("Close"))
