"""Restores a backup in the place of a diary that is closed, damaged or gone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lupusdiary import places
from lupusdiary.diary.validation import Clock
from lupusdiary.storage.backups.listing import Backup, list_backups
from lupusdiary.storage.backups.restore import Restored as Restored
from lupusdiary.storage.backups.restore import opening_key, restore
from lupusdiary.storage.keys import Secret
from lupusdiary.storage.verification import prove


def restore_backup(
    backup: Path, to: Path, secrets: Sequence[Secret], clock: Clock, root: Path | None = None
) -> Restored:
    """Puts a backup at `to`; what stands there is backed up first, also when it does not open.

    `secrets` are tried on both; the diary must not be open in this program. Raises `Refusal`, and then `to`
    is as it was.
    """
    return restore(backup, to, secrets, root or places.backups(), clock())


def practise(backup: Path, secrets: Sequence[Secret] = ()) -> None:
    """Proves that a backup could be restored. Raises `Refusal` if not."""
    prove(backup, opening_key(backup, secrets))


def backups_of_all(secrets: Sequence[Secret] = (), root: Path | None = None) -> list[Backup]:
    """Every backup on this computer, whosever it is, diary by diary: for one that is gone."""
    folder = root or places.backups()
    folders = sorted(each for each in folder.iterdir() if each.is_dir()) if folder.is_dir() else []
    return [backup for each in folders for backup in list_backups(each, None, secrets)]
