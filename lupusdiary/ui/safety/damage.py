"""A damaged diary found at start or while a page loads: said truthfully, with the ways out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from lupusdiary.diary import Diary, Secret
from lupusdiary.diary.backup.restoring import Backup
from lupusdiary.language import Refusal
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.frame.diary_view import DiaryView
from lupusdiary.ui.frame.window import Window
from lupusdiary.ui.safety.restore_page import RestorePlace
from lupusdiary.ui.safety.restoring import Restoring

_RESTORE, _RESCUE = range(2)


@dataclass(frozen=True, slots=True)
class Damaged:
    """What is needed of a damaged diary once it is closed. `listing` lists its backups; None where not even
    its id can be read."""

    path: Path
    secret: Secret | None
    listing: Callable[[], Sequence[Backup]] | None

    @classmethod
    def of(cls, diary: Diary) -> Damaged:
        """Reads it from the open diary."""
        secret = Secret.recovery_key(diary.recovery_key()) if diary.encrypted else None
        listing = None
        with suppress(Refusal):
            listing = diary.backups.listing().run
        return cls(diary.path, secret, listing)

    def place(self) -> RestorePlace:
        """Where one of its backups would be put back."""
        from lupusdiary.diary.backup.restoring import backups_of_all

        return RestorePlace(self.path, self.secret, self.listing or backups_of_all)


class DamageKeeper:
    """Meets faults of a damaged diary at start and while its pages load."""

    def __init__(self, window: Window, clock: Callable[[], datetime], restoring: Restoring) -> None:
        self._window = window
        self._clock = clock
        self._restoring = restoring

    def meet(self, fault: BaseException) -> bool:
        """Whether a fault came of the shown diary's damage; then it is said, and the ways out are offered."""
        view = self._window.view
        damage = None if view is None else view.diary.damage_behind(fault)
        if view is None or damage is None:
            return False
        restore = self._restoring.restore_open_diary
        offer_ways_out(self._window, Damaged.of(view.diary), damage, self._clock, restore)
        return True

    def turn_away(
        self, diary: Diary, view: DiaryView | None, fault: Exception, start: Callable[[], object]
    ) -> None:
        """Closes a diary whose first page cannot be shown: `start` stands there instead, and it is said why,
        with the ways out of a damaged one. Raises what is neither damage nor a fault of the world again."""
        damage, damaged = diary.damage_behind(fault), Damaged.of(diary)
        diary.close()
        start()
        if view is not None:
            view.close_diary()
            view.deleteLater()
        if damage is not None:
            restore = partial(self._restoring.show_restore, damaged.place())
            offer_ways_out(self._window, damaged, damage, self._clock, restore)
        elif isinstance(fault, Refusal):
            tr = self._window.context.tr
            self._window.context.prompts.tell(self._window, tr.refusal(fault), tr.text("Close"))
        else:
            raise fault


def offer_ways_out(
    window: Window,
    damaged: Damaged,
    damage: Refusal,
    clock: Callable[[], datetime],
    restore: Callable[[], None],
) -> None:
    """Says that the diary is damaged, and restores a backup or rescues what can be read, as she chooses."""
    context, tr = window.context, window.context.tr
    answer = context.prompts.choose(
        window,
        tr.refusal(damage),
        (tr.text("Restore a backup…"), tr.text("Save what can be read…")),
        tr.text("Not now"),
    )
    if answer == _RESTORE:
        restore()
    elif answer == _RESCUE:
        _rescue(window, damaged, clock, restore)


def _rescue(
    window: Window, damaged: Damaged, clock: Callable[[], datetime], restore: Callable[[], None]
) -> None:
    """In a worker: a large diary is read row by row."""
    from lupusdiary.diary.backup.rescuing import NothingReadable, Rescued, rescue

    context, tr = window.context, window.context.tr
    kinds = tr.text("Lupus diary (*.lupusdiary)")
    title = tr.text("A new diary for what can be read")
    to: Path | None = context.prompts.save_path(window, title, "rescued.lupusdiary", kinds)
    if to is None:
        return

    def done(rescued: Rescued) -> None:
        told = tr.text(
            "Saved as “{name}”. Entries brought over: {kept}. Lost: {lost}. Of these some text is lost: "
            "{mended}. The damaged diary stays as it is.",
            name=to.name,
            kept=rescued.kept,
            lost=rescued.lost,
            mended=rescued.mended,
        )
        context.prompts.tell(window, told, tr.text("Close"))

    def failed(refusal: Refusal) -> None:
        if not isinstance(refusal, NothingReadable):
            context.prompts.tell(window, tr.refusal(refusal), tr.text("Close"))
        elif context.prompts.confirm(
            window, tr.refusal(refusal), tr.text("Restore a backup…"), tr.text("Not now")
        ):
            restore()

    Background(window).run(lambda: rescue(damaged.path, damaged.secret, to, clock), done, failed)
