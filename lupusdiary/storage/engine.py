"""The one SQLite of the program: SQLCipher, for protected and plain diaries alike."""

from __future__ import annotations

import os
import sys
from pathlib import Path, PurePath
from typing import Any, NoReturn
from urllib.parse import quote

import sqlcipher3
from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.language import Message, Refusal, mark
from lupusdiary.storage.stopping import Stopped, watch

# How long a write waits for another program that is writing, in milliseconds.
PATIENCE = 2_000

_IN_USE = mark("Another program is using the diary just now. Nothing was changed; try again.")
_DAMAGED = mark("The diary file is damaged. Nothing was changed.")
_WORLD: dict[int, Message] = {
    sqlite.SQLITE_FULL: mark("The disk is full. Nothing was changed."),
    sqlite.SQLITE_BUSY: _IN_USE,
    sqlite.SQLITE_LOCKED: _IN_USE,
    sqlite.SQLITE_READONLY: mark("The diary can only be read here. Nothing was changed."),
    sqlite.SQLITE_PERM: mark("The diary can only be read here. Nothing was changed."),
    sqlite.SQLITE_IOERR: mark("The disk with the diary could not be reached. Nothing was changed."),
    sqlite.SQLITE_CANTOPEN: mark("The disk with the diary could not be reached. Nothing was changed."),
    sqlite.SQLITE_CORRUPT: _DAMAGED,
    sqlite.SQLITE_NOTADB: _DAMAGED,
    sqlite.SQLITE_TOOBIG: mark("That is too much text to keep. Nothing was changed."),
}


_PASSING = {sqlite.SQLITE_BUSY, sqlite.SQLITE_LOCKED, sqlite.SQLITE_IOERR, sqlite.SQLITE_CANTOPEN}

# sqlite3_errstr() of the codes above.
_BY_WORDS = {
    "database or disk is full": sqlite.SQLITE_FULL,
    "database is locked": sqlite.SQLITE_BUSY,
    "attempt to write a readonly database": sqlite.SQLITE_READONLY,
    "disk I/O error": sqlite.SQLITE_IOERR,
    "unable to open database file": sqlite.SQLITE_CANTOPEN,
    "database disk image is malformed": sqlite.SQLITE_CORRUPT,
    "file is not a database": sqlite.SQLITE_NOTADB,
    "interrupted": sqlite.SQLITE_INTERRUPT,
    # No code of its own: a byte of the file's head that says how its schema is written.
    "unsupported file format": sqlite.SQLITE_CORRUPT,
}


class DiskRefusal(Refusal):
    """The disk, a lock or damage stands in the way, not what the person entered.
    `code` is SQLite's."""

    def __init__(self, message: Message, code: int) -> None:
        super().__init__(message)
        self.code = code

    @property
    def keeps_away(self) -> bool:
        """Whether a lock or the disk stands in the way, which may pass."""
        return self.code & 0xFF in _PASSING


def code_of(error: sqlite.Error) -> int | None:
    """SQLite's code of a fault; what copies a whole database hands on SQLite's words only."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return _BY_WORDS.get(str(error), code) if code in {None, sqlite.SQLITE_ERROR} else code


def is_busy(error: sqlite.Error) -> bool:
    """Whether another program keeps the file."""
    code = code_of(error)
    return code is not None and code & 0xFF in {sqlite.SQLITE_BUSY, sqlite.SQLITE_LOCKED}


def refuse(error: sqlite.Error) -> NoReturn:
    """Turns a fault of the world (full disk, lock, damage) into a refusal; a fault of ours stays one."""
    code = code_of(error)
    if code == sqlite.SQLITE_INTERRUPT:
        raise Stopped from error
    if code is None and "decode" in str(error):
        # Bytes that are no text: the driver says so without a code of SQLite's.
        raise damaged() from error
    message = _WORLD.get(code & 0xFF) if code is not None else None
    if message is None or code is None:
        raise error
    raise DiskRefusal(message, code) from error


def damaged() -> DiskRefusal:
    """Says that what stands in the file cannot have been written so."""
    return DiskRefusal(_DAMAGED, sqlite.SQLITE_CORRUPT)


def in_use() -> DiskRefusal:
    """Says that another program keeps the diary."""
    return DiskRefusal(_IN_USE, sqlite.SQLITE_BUSY)


def uri_of(path: PurePath, mode: str) -> str:
    """The absolute path as SQLite's URI. A hospital's network place (//server/share) needs an empty host."""
    host = "//" if path.as_posix().startswith("//") else ""
    return f"file:{host}{quote(os.fsencode(path.as_posix()))}?mode={mode}"


def connect(path: Path, mode: str, key: bytes | None = None, salt: bytes | None = None) -> sqlite.Connection:
    """A connection in autocommit. `mode` is "ro" or "rw"; `salt` is given only when a file is being made."""
    uri = uri_of(path.resolve(), mode)
    connection = sqlite.connect(uri, uri=True, isolation_level=None, timeout=PATIENCE / 1000)
    watch(connection)
    return _set_up(connection, key, salt)


def connect_in_memory() -> sqlite.Connection:
    """A connection to an empty database that is nowhere on the disk."""
    return _set_up(sqlite.connect(":memory:", isolation_level=None), None, None)


def _set_up(connection: sqlite.Connection, key: bytes | None, salt: bytes | None) -> sqlite.Connection:
    try:
        # First of all: SQLCipher writes its complaints to standard error otherwise.
        connection.execute("PRAGMA cipher_log_level = NONE")
        version = connection.execute("PRAGMA cipher_version").fetchone()
        if not version or not version[0]:
            raise RuntimeError("This SQLite cannot encrypt: a diary would be written unprotected.")
        if key is not None:
            # Only hexadecimal digits reach the statement; a pragma takes no parameters.
            connection.execute(f"PRAGMA key = \"x'{key.hex()}{salt.hex() if salt else ''}'\"")
        for pragma in (
            "trusted_schema = OFF",
            "foreign_keys = ON",
            "temp_store = MEMORY",
            "secure_delete = ON",
            "synchronous = EXTRA",
        ):
            connection.execute(f"PRAGMA {pragma}")
    except UnicodeDecodeError as error:
        # SQLite's own sentence about a broken schema quotes bytes of it that are no text.
        connection.close()
        fault = sqlite.DatabaseError("database disk image is malformed")
        fault.sqlite_errorcode = sqlite.SQLITE_CORRUPT
        raise fault from error
    except BaseException:
        connection.close()
        raise
    return connection


def sqlite_utils_on_this_engine() -> Any:
    """sqlite-utils, made to use this SQLite. Costs 0.25 s, so only a migration asks for it."""
    sys.modules.setdefault("pysqlite3", sqlcipher3)
    sys.modules.setdefault("pysqlite3.dbapi2", sqlite)
    import sqlite_utils

    return sqlite_utils
