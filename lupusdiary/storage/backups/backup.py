"""Backups of one diary: made from the open file, proved, and moved into place only then."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.language import Refusal, mark, translator
from lupusdiary.storage import engine
from lupusdiary.storage.backups import raw_copy
from lupusdiary.storage.backups.raw_copy import copy_bytes
from lupusdiary.storage.backups.schedule import BackupName, kept, next_name
from lupusdiary.storage.checking.verification import Counts, prove, row_counts
from lupusdiary.storage.durable import growing_beside, move_over, move_to_new, sweep, sync
from lupusdiary.storage.engine import DiskRefusal, connect, in_use, refuse
from lupusdiary.storage.keys import SALT_BYTES
from lupusdiary.storage.past_sqlite import copy_file, kept_open, read_head
from lupusdiary.storage.place import PLAIN_MAGIC
from lupusdiary.storage.stopping import refuse_if_stopped
from lupusdiary.whole_file import new_folder

READ_ME = "먼저 읽어 주세요.txt"
# Pages a step: between steps the window can write.
_STEP = 4_000
_TRIES = 5
# Seconds between two looks at a file that is locked.
_PAUSE = 0.02
# Not every system has quotas.
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


@dataclass(frozen=True, slots=True)
class BackupSource:
    """What is backed up: a diary file and the key that opens it. Nothing here touches an open connection, so
    a worker may use it."""

    path: Path
    key: bytes | None


class NoRoom(Refusal):
    """The disk of a folder for backups is full."""

    def __init__(self, folder: Path) -> None:
        super().__init__(mark("There is no room left for a backup in “{name}”."), name=str(folder))


def write_backup(source: BackupSource, folder: Path, reason: str, at: datetime) -> Path:
    """Makes a verified backup in `folder` and says where it is. `at` is the person's local time.

    Raises `Refusal`, and then nothing half-made stays behind.
    """
    try:
        with _growing_in(folder) as growing:
            counts = copy_diary(source, growing)
            with ThreadPoolExecutor(1) as worker:
                # The disk writes while the processor proves.
                synchronised = worker.submit(sync, growing)
                prove(growing, source.key, counts, copied=True)
                synchronised.result()
            refuse_if_stopped()
            write_read_me(folder)
            return _named(growing, folder, reason, at)
    except DiskRefusal as fault:
        raise Refusal("The backup could not be made: {reason}", reason=fault) from fault
    except OSError as fault:
        raise _cannot_write(folder, fault) from fault


def copy_to(backup: Path, folder: Path, reason: str, at: datetime) -> Path:
    """Puts a closed backup into a second place as well, byte for byte, and reads it back there."""
    try:
        with _growing_in(folder) as growing:
            copy_file(backup, growing)
            if _digest(growing) != _digest(backup):
                raise Refusal("“{name}” is damaged.", name=str(folder))
            write_read_me(folder)
            return _named(growing, folder, reason, at)
    except OSError as fault:
        raise _cannot_write(folder, fault) from fault


def copy_diary(source: BackupSource, into: Path) -> Counts:
    """Copies an open or closed diary into an empty file, encrypted as it is, and says what it held.

    A large one byte by byte, else page by page with SQLite's own backup; both start again when somebody
    writes meanwhile, and the last try keeps writers waiting.
    """
    with kept_open(source.path):
        try:
            connection = connect(source.path, "ro", source.key)
            try:
                connection.execute(f"PRAGMA busy_timeout = {_patience():d}").fetchall()
                if _is_large(connection, source.path):
                    counts = copy_bytes(connection, source.path, into, authenticated=source.key is not None)
                    if counts is not None:
                        return counts
                    os.truncate(into, 0)
                salt = _salt(connection) if source.key is not None else None
                target = connect(into, "rw", source.key, salt)
                try:
                    # The file is synchronised once, when it is whole.
                    target.execute("PRAGMA journal_mode = OFF").fetchall()
                    target.execute("PRAGMA synchronous = OFF")
                    return _copy(connection, target)
                finally:
                    target.close()
            finally:
                connection.close()
        except sqlite.Error as error:
            refuse(error)


def _is_large(connection: sqlite.Connection, path: Path) -> bool:
    """Whether its bytes are copied: only where all that is committed stands in the file itself."""
    return path.stat().st_size >= raw_copy.LARGE and connection.execute("PRAGMA journal_mode").fetchone() == (
        "delete",
    )


def _copy(connection: sqlite.Connection, target: sqlite.Connection) -> Counts:
    for attempt in range(_TRIES):
        if attempt == _TRIES - 1:
            connection.execute("BEGIN")
        before = connection.execute("PRAGMA data_version").fetchone()
        counts = row_counts(connection)
        connection.backup(target, pages=_STEP, sleep=_PAUSE, progress=_patient())
        if connection.execute("PRAGMA data_version").fetchone() == before:
            break
    return counts


def _patience() -> int:
    """Milliseconds that a backup waits: longer than a person, who writes meanwhile, would."""
    return 5 * engine.PATIENCE


def _patient() -> Callable[[int, int, int], None]:
    """Ends the copying when somebody keeps the file locked: SQLite itself would ask for ever."""
    asked = 0

    def progress(status: int, _remaining: int, _pages: int) -> None:
        nonlocal asked
        refuse_if_stopped()
        asked = asked + 1 if status in {sqlite.SQLITE_BUSY, sqlite.SQLITE_LOCKED} else 0
        if asked * _PAUSE * 1000 > _patience():
            raise in_use()

    return progress


def backups_in(folder: Path) -> dict[BackupName, Path]:
    """The backups in a folder, the newest first."""
    found = {}
    with suppress(OSError):
        for path in folder.iterdir():
            name = BackupName.of(path.name)
            if name is not None and path.is_file():
                found[name] = path
    return dict(sorted(found.items(), reverse=True))


def forget_old(folder: Path, salt: bytes | None) -> list[Path]:
    """Removes the backups whose time is over, and says which. `salt` is that of the diary's present key, None
    for a plain diary: whose key was another one is told apart by it."""
    return _remove(_outlived(folder, salt))


def make_room(backup: Path, folder: Path, reason: str, at: datetime) -> bool:
    """Removes from a full folder those that go anyway once a copy of `backup` is there, if that is enough for
    it; else nothing is removed."""
    coming = next_name(backups_in(folder), at, reason)
    gone = _outlived(folder, salt_if_protected(backup), coming)
    try:
        free = shutil.disk_usage(folder).free + sum(path.stat().st_size for path in gone)
        return free >= backup.stat().st_size and bool(_remove(gone))
    except OSError:
        return False


def _outlived(folder: Path, salt: bytes | None, coming: BackupName | None = None) -> list[Path]:
    there = backups_in(folder)
    other = {name for name, path in there.items() if salt_if_protected(path) != salt}
    staying = kept({*there, coming} if coming is not None else there, other)
    return [path for name, path in there.items() if name not in staying]


def _remove(paths: list[Path]) -> list[Path]:
    for path in paths:
        with suppress(OSError):
            path.unlink()
    return paths


def salt_if_protected(path: Path) -> bytes | None:
    """The salt of a protected file; None for a plain one, empty for one that cannot be read."""
    try:
        head = read_head(path, SALT_BYTES)
    except OSError:
        return b""
    return None if head == PLAIN_MAGIC else head


def write_read_me(folder: Path) -> None:
    """Lays the sheet into a folder of backups that says how to restore one; it names nobody."""
    path = folder / READ_ME
    # An empty one is what a full disk left.
    if path.exists() and path.stat().st_size:
        return
    texts = []
    for language in ("ko", "en"):
        tr = translator(language)
        lines = (
            tr.text("These are backups of a diary that was kept with Lupus Diary."),
            tr.text(
                "To restore one: open Lupus Diary, choose “Restore a backup”, and choose a file of this "
                "folder. The present diary is backed up first."
            ),
            tr.text("Without the window: lupusdiary restore BACKUP --to DIARY"),
            tr.text(
                "A protected backup opens with the passphrase that the diary had then, or with its recovery "
                "sheet."
            ),
            tr.text(
                "Each name holds a number, the date, the time and the reason. "
                "The highest number is the newest."
            ),
        )
        texts.append("\n\n".join(lines))
    with growing_beside(path) as growing:
        growing.write_text("\n\n\n".join(texts) + "\n", encoding="utf-8-sig", newline="\r\n")
        move_over(growing, path)


@contextmanager
def _growing_in(folder: Path) -> Iterator[Path]:
    """A backup that grows in a folder, after what killed programs left there is gone. Where the folder is new
    and the backup fails, its sheet goes with it."""
    new = not folder.exists()
    with new_folder(folder, 0o700):
        try:
            sweep(folder)
            with growing_beside(folder / "backup") as growing:
                yield growing
        except BaseException:
            if new:
                (folder / READ_ME).unlink(missing_ok=True)
            raise


def _named(growing: Path, folder: Path, reason: str, at: datetime) -> Path:
    """Gives a whole backup the next free name of its folder."""
    while True:
        path = folder / str(next_name(backups_in(folder), at, reason))
        try:
            move_to_new(growing, path)
        except FileExistsError:
            # Another program was quicker: the next number is free.
            continue
        return path


def _salt(connection: sqlite.Connection) -> bytes:
    """The salt of an open protected file: reading it past SQLite would let go of SQLite's locks."""
    return bytes.fromhex(connection.execute("PRAGMA cipher_salt").fetchone()[0])


def _digest(path: Path) -> bytes:
    import hashlib

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def _cannot_write(folder: Path, fault: OSError) -> Refusal:
    if fault.errno in _FULL:
        return NoRoom(folder)
    if os.path.lexists(folder) and not folder.is_dir():
        return Refusal("“{name}” is a file, not a folder for backups.", name=str(folder))
    return Refusal("No backup could be written in “{name}”.", name=str(folder))
