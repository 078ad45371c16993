"""Makes and opens diary files. What is not a diary is refused, and stays as it is byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import NoReturn

from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.language import Message, Refusal, mark
from lupusdiary.storage.diary_file import Clock, DiaryFile
from lupusdiary.storage.durable import growing_beside, move_to_new, name_beside, sweep
from lupusdiary.storage.engine import connect, connect_in_memory, refuse
from lupusdiary.storage.identity import id_of
from lupusdiary.storage.journal import is_wrong_for_journal, lay_foreign_journal_aside
from lupusdiary.storage.keys import Secret, salt_of
from lupusdiary.storage.past_sqlite import keep_open, let_go
from lupusdiary.storage.place import (
    PLAIN_MAGIC,
    has_journal,
    head_of,
    is_encrypted,
    may_write,
    refuse_existing,
    refuse_long_name,
)
from lupusdiary.storage.schema import APPLICATION_ID, DEMONSTRATION_TABLE, SCHEMA_VERSION, TABLES
from lupusdiary.storage.stopping import Stopped
from lupusdiary.whole_file import new_folder

NEWER = mark("This diary was written by a newer version. Here it can be read and exported, but not changed.")
PROTECTED_PLACE = mark(
    "The diary is in a place where nothing can be written. It can be read and exported, but not changed."
)

NO_BACKUP = mark(
    "This diary comes from an older version, and no backup of it could be made here. Without one it is not "
    "brought up to date: it can be read and exported, but not changed."
)


def create_file(
    path: Path, secret: Secret | None, clock: Clock, *, parents: bool = False, shown: Path | None = None
) -> DiaryFile:
    """Makes a new diary at `path`, readable by its owner only. Refuses an existing path.

    Nothing is left behind on failure: it grows beside its place and moves there when it is whole. A refusal
    names the path that is `shown`.
    """
    refuse_existing(path)
    refuse_long_name(path)
    prepared = secret.derive() if secret is not None and secret.salt is None else secret
    try:
        with new_folder(path.parent) if parents else nullcontext():
            sweep(path.parent, path.name)
            with growing_beside(path) as growing:
                _fill(growing, prepared)
                move_to_new(growing, path)
    except OSError as error:
        if isinstance(error, FileExistsError):
            refuse_existing(path)
        raise Refusal(
            "No diary can be created at “{name}”: nothing can be written there.", name=str(shown or path)
        ) from error
    return open_file(path, prepared, clock)


def memory_file(clock: Clock) -> DiaryFile:
    """A plain diary that is nowhere on the disk, to try something out on."""
    connection = connect_in_memory()
    _migrate(connection)
    return DiaryFile(Path(), connection, clock, key=None, why_read_only=None, on_disk=False)


@contextmanager
def growing_file(path: Path, secret: Secret | None, clock: Clock) -> Iterator[DiaryFile]:
    """A new diary that is filled before anybody sees it: it gets its name at the end, and a failure or a kill
    on the way leaves nothing at `path`. Refuses an existing path, at the end too."""
    refuse_existing(path)
    refuse_long_name(path)
    sweep(path.parent, path.name)
    with name_beside(path) as growing:
        file = create_file(growing, secret, clock, shown=path)
        try:
            yield file
        finally:
            file.close()
        try:
            move_to_new(growing, path)
        except FileExistsError:
            raise Refusal(
                "“{name}” was made by another program just now. Nothing of this was written; try again.",
                name=path.name,
            ) from None


def open_file(
    path: Path,
    secret: Secret | None,
    clock: Clock,
    backups: Path | None = None,
    *,
    for_reading: Message | None = None,
) -> DiaryFile:
    """Opens the diary at `path`; for reading only when it is newer than this program or cannot be written.

    An older one is brought to the present schema once it is backed up in a folder below `backups`, by default
    the user's own; where that is not possible, it is opened for reading only. `for_reading` says why any
    other is opened so too.
    """
    key = _key_for(path, secret)
    # SQLite lays the journal beside the file itself, not beside a link to it.
    named, path = path, path.resolve()
    if key is not None and is_wrong_for_journal(path, key):
        raise _wrong_secret(path)
    lay_foreign_journal_aside(path, key)
    # After a crash the interrupted write is taken back first, and that needs a writing connection.
    mode = "rw" if has_journal(path) and may_write(path) else "ro"
    connection, kept = None, keep_open(path)
    try:
        connection = connect(path, mode, key)
        version = _version(connection, path)
        why: Message | None = NEWER if version > SCHEMA_VERSION else for_reading
        if why is None and not may_write(path):
            why = PROTECTED_PLACE
        _refuse_strange_objects(connection, path, version)
        if mode != (lasting := "rw" if why is None else "ro"):
            connection.close()
            connection = connect(path, lasting, key)
        if why is None:
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
            _clear_journal(connection, path, version)
            sweep(path.parent, path.name)
            if version < SCHEMA_VERSION and not _is_backed_up(connection, path, key, clock, backups):
                why = NO_BACKUP
        if version < SCHEMA_VERSION and why is None:
            _bring_up(connection)
        return DiaryFile(named, connection, clock, key=key, why_read_only=why, kept=kept)
    except BaseException as error:
        if connection is not None:
            connection.close()
        let_go(kept)
        if isinstance(error, sqlite.Error):
            _refuse_opening(error, path, key)
        raise


def _is_backed_up(
    connection: sqlite.Connection, path: Path, key: bytes | None, clock: Clock, backups: Path | None
) -> bool:
    """Whether the diary has a verified backup as it is now; a demonstration needs none."""
    if connection.execute(f"SELECT 1 FROM main.{DEMONSTRATION_TABLE}").fetchone() is not None:
        return True
    from lupusdiary import places
    from lupusdiary.storage.backups.backup import BackupSource, write_backup

    folder = (backups or places.backups()) / id_of(connection)
    try:
        write_backup(BackupSource(path, key), folder, "migration", clock())
    except Stopped:
        raise
    except Refusal:
        return False
    return True


def _bring_up(connection: sqlite.Connection) -> None:
    """Brings an older diary to the present schema."""
    try:
        _migrate(connection)
    except sqlite.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) != sqlite.SQLITE_ERROR:
            raise
        # Another program may just have done the same; otherwise its tables are not those of its version.
        if connection.execute("PRAGMA user_version").fetchone()[0] != SCHEMA_VERSION:
            raise Refusal("The diary file is damaged. Nothing was changed.") from error


def _clear_journal(connection: sqlite.Connection, path: Path, version: int) -> None:
    """Takes away what a killed program left beside the file; a write does that."""
    if has_journal(path):
        # It may also be another program's that is writing just now.
        with suppress(sqlite.OperationalError):
            connection.execute(f"PRAGMA user_version = {version:d}")


def _fill(path: Path, secret: Secret | None) -> None:
    salt = secret.salt if secret is not None else None
    key = secret.key_for(salt) if secret is not None and salt is not None else None
    try:
        connection = connect(path, "rw", key, salt)
        try:
            _migrate(connection)
        finally:
            connection.close()
    except sqlite.Error as error:
        refuse(error)


def _key_for(path: Path, secret: Secret | None) -> bytes | None:
    if head_of(path).startswith(PLAIN_MAGIC):
        return None
    if not is_encrypted(path):
        raise _not_a_diary(path)
    if secret is None:
        raise Refusal("“{name}” is protected and opens only with its passphrase.", name=path.name)
    return secret.key_for(salt_of(path))


def _refuse_opening(error: sqlite.Error, path: Path, key: bytes | None) -> NoReturn:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite.SQLITE_NOTADB and key is not None:
        raise _wrong_secret(path) from None
    if code in {sqlite.SQLITE_NOTADB, sqlite.SQLITE_CORRUPT}:
        raise _not_a_diary(path) from None
    if code in {sqlite.SQLITE_READONLY, sqlite.SQLITE_CANTOPEN} and has_journal(path):
        raise Refusal(
            "“{name}” was left in the middle of a write. Open it once where it can be written.",
            name=path.name,
        ) from None
    refuse(error)


def _version(connection: sqlite.Connection, path: Path) -> int:
    """The schema version of the file, once it is known to be a diary of ours."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if application != APPLICATION_ID or version < 1:
        raise _not_a_diary(path)
    return version


def _refuse_strange_objects(connection: sqlite.Connection, path: Path, version: int) -> None:
    objects = connection.execute("SELECT type, name FROM main.sqlite_schema").fetchall()
    if any(kind in {"trigger", "view"} for kind, _ in objects):
        raise Refusal(
            "“{name}” contains parts that do not belong in a diary, so it was not opened.", name=path.name
        )
    tables = {name for kind, name in objects if kind == "table"}
    if version == SCHEMA_VERSION and not tables >= TABLES:
        raise Refusal("The diary file is damaged. Nothing was changed.")


def _wrong_secret(path: Path) -> Refusal:
    return Refusal(
        "That passphrase or key is wrong. If you are sure of it, “{name}” may be another diary or none.",
        name=path.name,
    )


def _not_a_diary(path: Path) -> Refusal:
    return Refusal("“{name}” is not a diary, or it is damaged.", name=path.name)


def _migrate(connection: sqlite.Connection) -> None:
    # Most openings find the present schema: all earlier ones are loaded only to bring a file to it.
    from lupusdiary.storage.migrations import migrate

    migrate(connection)
