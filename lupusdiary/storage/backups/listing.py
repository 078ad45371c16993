"""What a person sees of backups before she restores one: date, size, what is in it, whether it opens."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.storage.backups.backup import backups_in, salt_if_protected
from lupusdiary.storage.backups.schedule import BackupName
from lupusdiary.storage.engine import connect
from lupusdiary.storage.keys import Secret
from lupusdiary.storage.schema import APPLICATION_ID


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup. `verified` is whether it was proved when it was made and opens now; None says that it needs
    another passphrase, and then `days` and `results` are not known."""

    path: Path
    name: BackupName
    size: int
    protected: bool
    verified: bool | None
    days: int | None = None
    results: int | None = None
    key: bytes | None = None


def newest_first(folders: Iterable[Sequence[Backup]]) -> list[Backup]:
    """The backups of several folders, each newest first, as one list. Each folder counts for itself: between
    them the date decides, within one its number, whatever the clock said."""
    return list(heapq.merge(*folders, key=lambda backup: backup.name.at, reverse=True))


def list_backups(folder: Path, key: bytes | None, secrets: Sequence[Secret] = ()) -> list[Backup]:
    """The backups in a folder, the newest first. `key` is that of the diary as it is now; each of the
    `secrets` is tried on those that it does not open."""
    return [look_into(path, name, key, secrets) for name, path in backups_in(folder).items()]


def look_into(path: Path, name: BackupName, key: bytes | None, secrets: Sequence[Secret] = ()) -> Backup:
    """One backup as a person sees it."""
    try:
        size = path.stat().st_size
    except OSError:
        size = 0
    salt = salt_if_protected(path)
    if not salt:
        held = _held(path, None)
        return _backup(path, name, size, held, None, protected=salt is not None, readable=held is not None)
    keys = ([] if key is None else [key]) + [secret.key_for(salt) for secret in secrets]
    for each in keys:
        held = _held(path, each)
        if held is not None:
            return _backup(path, name, size, held, each, protected=True, readable=True)
    return Backup(path, name, size, True, None)


def _backup(
    path: Path,
    name: BackupName,
    size: int,
    held: tuple[int, int] | None,
    key: bytes | None,
    *,
    protected: bool,
    readable: bool,
) -> Backup:
    days, results = held or (None, None)
    return Backup(path, name, size, protected, readable, days, results, key)


def _held(path: Path, key: bytes | None) -> tuple[int, int] | None:
    """Days recorded and laboratory results; None if the file does not open so."""
    try:
        connection = connect(path, "ro", key)
        try:
            if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
                return None
            ((days,),) = connection.execute(
                "SELECT count(*) FROM (SELECT day FROM main.reading UNION SELECT day FROM main.day_note"
                " UNION SELECT day FROM main.timed_entry)"
            ).fetchall()
            ((results,),) = connection.execute("SELECT count(*) FROM main.lab_result").fetchall()
            return days, results
        finally:
            connection.close()
    except sqlite.Error:
        return None
