"""Puts a backup in the place of a diary. What stood there is kept first, in whatever condition it is."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.language import Refusal
from lupusdiary.storage.backups.backup import BackupSource, salt_if_protected, write_backup
from lupusdiary.storage.checking.verification import opens, prove
from lupusdiary.storage.durable import COMPANIONS, growing_beside, move_over, move_to_new, sync
from lupusdiary.storage.engine import DiskRefusal, connect, refuse
from lupusdiary.storage.identity import id_of
from lupusdiary.storage.journal import is_foreign
from lupusdiary.storage.keys import Secret
from lupusdiary.storage.past_sqlite import copy_file, kept_open
from lupusdiary.storage.place import head_of, refuse_long_name
from lupusdiary.storage.stopping import Stopped, refuse_if_stopped
from lupusdiary.whole_file import new_folder, real_path

# Where files go that are no backups of a known diary: damaged ones, and those whose passphrase is not known.
ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Restored:
    """The key of the restored diary, and where lies what stood in its place before, if anything did."""

    key: bytes | None
    before: Path | None


def opening_key(backup: Path, secrets: Sequence[Secret]) -> bytes | None:
    """The key that opens a backup, each secret tried in turn; None for a plain one. Raises `Refusal`."""
    head_of(backup)
    salt = salt_if_protected(backup)
    if salt is None:
        return None
    for secret in secrets:
        key = secret.key_for(salt)
        if opens(backup, key):
            return key
        refuse_if_stopped()
    if not secrets:
        raise Refusal("“{name}” is protected and opens only with its passphrase.", name=backup.name)
    raise Refusal(
        "“{name}” does not open with this passphrase. A backup opens with the passphrase that the diary had "
        "when it was made, or with the recovery sheet of that time.",
        name=backup.name,
    )


def restore(backup: Path, to: Path, secrets: Sequence[Secret], root: Path, at: datetime) -> Restored:
    """Proves the backup, keeps what stands at `to` below `root`, then puts the backup there.

    Raises `Refusal`; until the last moment the diary at `to` is what it was.
    """
    to = real_path(to)
    key = opening_key(backup, secrets)
    if to.exists() and to.samefile(backup):
        raise Refusal("“{name}” is that backup itself.", name=to.name)
    prove(backup, key)
    refuse_long_name(to)
    try:
        with new_folder(to.parent), ExitStack() as hold:
            before = keep_present(to, secrets, root, at, hold)
            with growing_beside(to) as growing:
                copy_file(backup, growing)
                prove(growing, key)
                refuse_if_stopped()
                if os.name == "nt":
                    # A file that is open there cannot be replaced.
                    hold.close()
                _lay_journal_aside(to)
                move_over(growing, to)
    except OSError as fault:
        raise Refusal("“{path}” cannot be written there.", path=to.name) from fault
    return Restored(key, before)


def keep_present(
    path: Path, secrets: Sequence[Secret], root: Path, at: datetime, hold: ExitStack
) -> Path | None:
    """Keeps the file at `path` as a verified backup, or byte for byte with its journal if it is damaged.

    Until `hold` is closed nobody writes into what was kept: that would be neither there nor in the backup.
    """
    if not path.exists():
        return None
    if not path.is_file():
        raise Refusal("“{name}” is a folder, not a diary.", name=path.name)
    if path.stat().st_size == 0:
        return None
    # Opening takes an interrupted write back, or away: what lies there is copied as it is before that.
    aside = copy_aside(path, root / ASIDE, at) if any(_beside(path)) else None
    found = _open_present(path, secrets)
    if found is None:
        return aside or copy_aside(path, root / ASIDE, at)
    if aside is not None:
        for copy in (aside, *_beside(aside)):
            copy.unlink()
    key, id = found
    _hold_writers_off(path, key, hold)
    return write_backup(BackupSource(path, key), root / id, "restore", at)


def _hold_writers_off(path: Path, key: bytes | None, hold: ExitStack) -> None:
    hold.enter_context(kept_open(path))
    try:
        connection = connect(path, "rw", key)
        hold.callback(connection.close)
        connection.execute("BEGIN IMMEDIATE")
    except sqlite.Error as error:
        refuse(error)


def copy_aside(path: Path, folder: Path, at: datetime) -> Path:
    """A copy of a file that does not open, byte for byte, with what SQLite left beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    stem = at.strftime("%Y-%m-%d_%H%M%S")
    number = 0
    while True:
        kept = folder / f"{stem}{f'_{number}' if number else ''}.kept"
        try:
            with growing_beside(kept) as growing:
                copy_file(path, growing)
                move_to_new(growing, kept)
        except FileExistsError:
            number += 1
            continue
        break
    for beside in _beside(path):
        copy = kept.with_name(kept.name + beside.name.removeprefix(path.name))
        copy_file(beside, copy)
        sync(copy)
    return kept


def _beside(path: Path) -> list[Path]:
    """What SQLite left beside a file."""
    places = [path.with_name(path.name + companion) for companion in COMPANIONS]
    return [place for place in places if place.is_file()]


def _open_present(path: Path, secrets: Sequence[Secret]) -> tuple[bytes | None, str] | None:
    """Key and id of the diary that stands in the place, once its interrupted write is taken back; None if it
    does not open. Raises `Refusal` when another program is writing to it."""
    salt = salt_if_protected(path)
    keys = [None] if salt is None else [secret.key_for(salt) for secret in secrets]
    for key in keys:
        if any(is_foreign(beside, path, key) for beside in _beside(path)):
            # SQLite would write it into the diary: both are kept as they are.
            return None
        try:
            connection = connect(path, "rw", key)
            try:
                connection.execute("BEGIN IMMEDIATE")
                id = id_of(connection)
                connection.execute("ROLLBACK")
                prove(path, key)
            finally:
                connection.close()
        except sqlite.Error as error:
            refuse_if_stopped()
            if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite.SQLITE_BUSY:
                refuse(error)
            continue
        except (DiskRefusal, Stopped):
            raise
        except Refusal:
            # It opens, and it is damaged.
            continue
        return key, id
    return None


def _lay_journal_aside(path: Path) -> None:
    """What SQLite left beside the old file must not be applied to the new one. A copy of both is kept."""
    for companion in COMPANIONS:
        with suppress(FileNotFoundError):
            path.with_name(path.name + companion).unlink()
