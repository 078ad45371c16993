"""Restores a backup in the place of a diary that is closed, damaged or gone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from lupusdiary import places
from lupusdiary.diary.diary import Diary
from lupusdiary.diary.validation import Clock
from lupusdiary.language import Refusal, mark
from lupusdiary.storage.backups.backup import salt_if_protected
from lupusdiary.storage.backups.listing import Backup as Backup
from lupusdiary.storage.backups.listing import list_backups, look_into, newest_first
from lupusdiary.storage.backups.restore import Restored as Restored
from lupusdiary.storage.backups.restore import restore
from lupusdiary.storage.backups.schedule import BY_HAND, BackupName
from lupusdiary.storage.checking.verification import prove
from lupusdiary.storage.keys import Secret
from lupusdiary.storage.opening import open_file
from lupusdiary.storage.place import head_of, is_encrypted
from lupusdiary.storage.stopping import Stop, stoppable

_BACKUP = mark("This is a backup. It can be read, but not changed.")


def restore_backup(
    backup: Path,
    to: Path,
    secrets: Sequence[Secret],
    clock: Clock,
    root: Path | None = None,
    stop: Stop | None = None,
) -> Restored:
    """Puts a backup at `to`; what stands there is backed up first, also when it does not open.

    `secrets` are tried on both; the diary must not be open in this program. Raises `Refusal`, also when
    another thread asks `stop`, and then `to` is as it was.
    """
    with stoppable(stop):
        return restore(backup, to, secrets, root or places.backups(), clock())


def look_inside(backup: Path, secret: Secret | None, clock: Clock) -> Diary:
    """The backup as a diary that can only be read; not a byte of it changes. Raises `Refusal`."""
    return Diary(open_file(backup, secret, clock, for_reading=_BACKUP), clock)


def look_at(path: Path, secrets: Sequence[Secret] = ()) -> Backup:
    """Any diary file as a backup: one that does not bear a backup's name has the date of the file. Raises
    `Refusal` if it is no diary."""
    head_of(path)
    if salt_if_protected(path) is not None and not is_encrypted(path):
        raise Refusal("“{name}” is not a diary, or it is damaged.", name=path.name)
    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime).astimezone().replace(tzinfo=None)
    except OSError as fault:
        raise Refusal("“{name}” cannot be read.", name=path.name) from fault
    return look_into(path, BackupName.of(path.name) or BackupName(0, changed, BY_HAND), None, secrets)


def newest_whole_backup_of(path: Path, secret: Secret | None, root: Path | None = None) -> Backup | None:
    """The newest backup that is whole now and, as far as can be told of a diary that does not open, is one of
    that at `path`: a protected one has its salt; of a plain diary it may be any plain one."""
    salt = salt_if_protected(path)
    for backup in backups_of_all([] if secret is None else [secret], root):
        if backup.verified and salt_if_protected(backup.path) == salt:
            try:
                prove(backup.path, backup.key)
            except Refusal:
                continue
            return backup
    return None


def backups_of_all(secrets: Sequence[Secret] = (), root: Path | None = None) -> list[Backup]:
    """Every backup on this computer, whosever it is, the newest first: for a diary that is gone."""
    folder = root or places.backups()
    folders = sorted(each for each in folder.iterdir() if each.is_dir()) if folder.is_dir() else []
    return newest_first(list_backups(each, None, secrets) for each in folders)
