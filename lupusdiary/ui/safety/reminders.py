"""What a person is quietly reminded of: a second place for the backups, a recovery sheet on paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from lupusdiary.diary import Diary
from lupusdiary.language import mark
from lupusdiary.ui.base.preferences import Preferences
from lupusdiary.ui.frame.notice_bar import Notice
from lupusdiary.ui.safety.fingerprint import fingerprint

# What is put off comes again after this.
EVERY = timedelta(days=30)
# A diary of fewer days has little to lose yet.
_YOUNG = timedelta(days=7)
_BACKUPS, _SHEET = "reminded_backups", "recovery_sheet"

ONLY_HERE = mark("Backups are only on this computer.")
NO_SHEET = mark("Your recovery sheet is not printed yet. If you forget the passphrase, only it helps.")


def remember_sheet(preferences: Preferences, diary: Diary) -> None:
    """The recovery sheet of the present key was saved or printed."""
    preferences.remember(f"{_SHEET}_{diary.id}", _mark(diary))


def reminders(
    diary: Diary, preferences: Preferences, copy: Callable[[], None], sheet: Callable[[], None]
) -> list[Notice]:
    """What is due now. `copy` asks for a second place, `sheet` for the recovery sheet."""
    first = diary.days.first()
    if diary.demonstration is not None or diary.read_only or first is None:
        return []
    found, today = [], diary.today()
    if today - first >= _YOUNG and diary.backups.only_on_this_disk and _is_due(preferences, _BACKUPS, today):
        # Once a month, whatever she does with it.
        preferences.remember(_BACKUPS, today.isoformat())
        found.append(Notice("backups_only_here", ONLY_HERE, ((mark("Copy to a stick…"), copy),)))
    later = f"reminded_sheet_{diary.id}"
    if (
        diary.encrypted
        and preferences.word(f"{_SHEET}_{diary.id}") != _mark(diary)
        and _is_due(preferences, later, today)
    ):
        found.append(
            Notice(
                "recovery_sheet",
                NO_SHEET,
                ((mark("Recovery sheet…"), sheet),),
                lambda: preferences.remember(later, today.isoformat()),
            )
        )
    return found


def _is_due(preferences: Preferences, key: str, today: date) -> bool:
    try:
        last = date.fromisoformat(preferences.word(key))
    except ValueError:
        return True
    return not timedelta() <= today - last < EVERY


def _mark(diary: Diary) -> str:
    """Tells one recovery key from another, and nothing about it."""
    return fingerprint("sheet" + diary.recovery_key(), 6)
