"""The card of the settings about backups: where they lie, whether they are whole, and a second place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from lupusdiary.diary import Diary
from lupusdiary.diary.backup.backups import BackupMade
from lupusdiary.language import Message, Refusal, mark
from lupusdiary.ui.base.command import Verb
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label, set_role

_BUTTONS: tuple[tuple[str, Message], ...] = (
    ("back_up_now", mark("Back up now")),
    ("copy_to_stick", mark("Copy to a stick…")),
    ("restore_backup", mark("Restore a backup…")),
    ("practise_restore", mark("Practise a restore")),
    ("moving", mark("Moving to another computer…")),
    ("show_backups", mark("Show the folder")),
    ("no_second_place", mark("No second place any more")),
)


class BackupsCard(QFrame):
    """`requested` carries a command to the window: to restore, or to read how a diary moves."""

    requested = Signal(object)

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary = diary
        self._context = context
        self._looking, self._working = Background(self), Background(self)
        self._newest: datetime | None = None
        self._looked = False
        self._title = plain_label("section")
        self._place = plain_label("", "backups_place")
        self._last = plain_label("", "backups_last")
        self._second = plain_label("note", "backups_second")
        self._plain = plain_label("hint")
        self.state = plain_label("strong", "backups_state")
        self.state.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        for label in (self._title, self._place, self._last, self._second, self._plain):
            column.addWidget(label)
        row = FlowLayout(spacing=8)
        acts: dict[str, Callable[[], None]] = {
            "back_up_now": self._back_up,
            "copy_to_stick": self.copy_to_stick,
            "restore_backup": lambda: self.requested.emit(Verb.RESTORE),
            "practise_restore": self._practise,
            "moving": lambda: self.requested.emit(Verb.MOVING),
            "show_backups": self._show_folder,
            "no_second_place": self._no_second_place,
        }
        self._buttons: dict[str, QPushButton] = {}
        for name, _ in _BUTTONS:
            button = QPushButton()
            button.setObjectName(name)
            button.clicked.connect(acts[name])
            row.addWidget(button)
            self._buttons[name] = button
        if diary.read_only:
            for name in ("back_up_now", "copy_to_stick", "no_second_place"):
                self._buttons[name].hide()
        column.addLayout(row)
        column.addWidget(self.state)

    def refresh(self) -> None:
        """Looks at the backups again, in a worker: each of them is opened."""
        listing = self._diary.backups.listing()
        self.setVisible(bool(listing.folders))

        def newest() -> datetime | None:
            return next((each.name.at for each in listing.run() if each.verified), None)

        if listing.folders:
            self._looking.run(newest, self._show_newest, lambda _: self._show_newest(None))
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        tr, backups = self._context.tr, self._diary.backups
        self._title.setText(tr.text("Backups"))
        for name, text in _BUTTONS:
            self._buttons[name].setText(tr.text(text))
        if backups.folder is None:
            return
        self._place.setText(tr.text("They are in {folder}", folder=_breakable(str(backups.folder))))
        if not self._looked:
            self._last.setText(tr.text("Looking at the backups…"))
        elif self._newest is None:
            self._last.setText(tr.text("There is no backup yet."))
        else:
            at = self._newest
            self._last.setText(
                tr.text(
                    "Last verified backup: {day}, {time}", day=tr.date(at.date()), time=tr.time(at.time())
                )
            )
        place = backups.second_place
        set_role(self._second, "" if place and backups.second_place_is_another_disk else "note")
        if place is None:
            self._second.setText(
                tr.text(
                    "Backups are only on this computer. If it breaks or is stolen, they are gone with it: "
                    "choose a stick or another disk."
                )
            )
        elif not place.is_dir():
            self._second.setText(
                tr.text("Second place, not there now: {folder}", folder=_breakable(str(place)))
            )
        elif not backups.second_place_is_another_disk:
            self._second.setText(
                tr.text(
                    "Second place: {folder}. It is on the same disk as the diary: both can be lost at once.",
                    folder=_breakable(str(place)),
                )
            )
        else:
            self._second.setText(tr.text("Second place: {folder}", folder=_breakable(str(place))))
        self._buttons["no_second_place"].setVisible(place is not None and not self._diary.read_only)
        self._plain.setVisible(not self._diary.encrypted)
        self._plain.setText(
            tr.text(
                "A diary without a passphrase has no checksums: damage to the disk can stay unseen. "
                "The check compares it with the last verified backup."
            )
        )

    def copy_to_stick(self) -> None:
        """Asks for the second place and makes a backup there."""
        tr = self._context.tr
        folder = self._context.prompts.folder(
            self.window(), tr.text("A stick or a folder on another disk, for a second copy of each backup")
        )
        if folder is None:
            return
        try:
            self._diary.backups.choose_second_place(folder)
        except Refusal as refusal:
            self._say(tr.refusal(refusal))
            return
        self.retranslate()
        self._back_up()

    def _back_up(self) -> None:
        job = self._diary.backups.job("manual")
        if job is None or self._working.busy:
            return
        tr = self._context.tr
        self._say(tr.text("Making a backup…"))

        def made(done: BackupMade) -> None:
            if done.away is not None:
                reason = tr.refusal(done.away)
                self._say(tr.text("A verified backup was made on this computer. {reason}", reason=reason))
            elif done.second is not None:
                self._say(tr.text("A verified backup was made in both places."))
            else:
                self._say(tr.text("A verified backup was made."))
            self.refresh()

        self._working.run(job.run, made, lambda refusal: self._say(tr.refusal(refusal)))

    def _practise(self) -> None:
        tr, listing = self._context.tr, self._diary.backups.listing()
        if self._working.busy:
            return
        self._say(tr.text("Reading the newest backup from its first to its last page…"))

        def proved(found: tuple[datetime | None, datetime | None]) -> None:
            newest, at = found
            if at is None:
                self._say(tr.text("No backup could be opened. Please make one now."))
            elif newest is not None and newest > at:
                self._say(
                    tr.text(
                        "The newest backup is damaged. That of {day}, {time} is whole and could be restored. "
                        "Please make a new one now.",
                        day=tr.date(at.date()),
                        time=tr.time(at.time()),
                    )
                )
            else:
                self._say(
                    tr.text(
                        "The backup of {day}, {time} is whole and could be restored. Nothing was changed.",
                        day=tr.date(at.date()),
                        time=tr.time(at.time()),
                    )
                )

        def work() -> tuple[datetime | None, datetime | None]:
            found, whole = listing.run(), listing.last_whole()
            return found[0].name.at if found else None, None if whole is None else whole.name.at

        self._working.run(work, proved, lambda refusal: self._say(tr.refusal(refusal)))

    def _show_folder(self) -> None:
        folder = self._diary.backups.folder
        if folder is not None and folder.is_dir():
            self._context.prompts.show_folder(folder)
        else:
            self._say(self._context.tr.text("There is no backup yet."))

    def _no_second_place(self) -> None:
        self._diary.backups.choose_second_place(None)
        self.retranslate()

    def _show_newest(self, at: datetime | None) -> None:
        self._newest, self._looked = at, True
        self.retranslate()

    def _say(self, text: str) -> None:
        self.state.setText(text)
        self.state.show()


def _breakable(path: str) -> str:
    """A long path may break at each separator, or it would widen the whole page."""
    return path.replace("/", "/\u200b").replace("\\", "\\\u200b")
