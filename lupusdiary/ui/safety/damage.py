"""A damaged diary found while a page loads: said truthfully, with the ways out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from lupusdiary.diary import Diary, Secret
from lupusdiary.language import Refusal
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.frame.window import Window

_RESTORE, _RESCUE = range(2)


def meet(
    window: Window, fault: BaseException, clock: Callable[[], datetime], restore: Callable[[], None]
) -> bool:
    """Whether a fault came of a damaged diary; `restore` lists its backups."""
    view = window.view
    damage = None if view is None else view.diary.damage_behind(fault)
    if view is None or damage is None:
        return False
    offer_ways_out(window, view.diary, damage, clock, restore)
    return True


def offer_ways_out(
    window: Window, diary: Diary, damage: Refusal, clock: Callable[[], datetime], restore: Callable[[], None]
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
        _rescue(window, diary, clock, restore)


def _rescue(window: Window, diary: Diary, clock: Callable[[], datetime], restore: Callable[[], None]) -> None:
    """In a worker: a large diary is read row by row."""
    from lupusdiary.diary.backup.rescuing import NothingReadable, Rescued, rescue

    context, tr = window.context, window.context.tr
    kinds = tr.text("Lupus diary (*.lupusdiary)")
    title = tr.text("A new diary for what can be read")
    to: Path | None = context.prompts.save_path(window, title, "rescued.lupusdiary", kinds)
    if to is None:
        return
    try:
        secret = Secret.recovery_key(diary.recovery_key()) if diary.encrypted else None
    except Refusal as refusal:
        context.prompts.tell(window, tr.refusal(refusal), tr.text("Close"))
        return
    path = diary.path

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

    Background(window).run(lambda: rescue(path, secret, to, clock), done, failed)
