"""Proves a closed diary file: it opens with its key, its pages fit together, and it holds what it should."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.language import Refusal
from lupusdiary.storage.engine import connect, refuse
from lupusdiary.storage.schema import APPLICATION_ID

Counts = Mapping[str, int]


def row_counts(connection: sqlite.Connection) -> Counts:
    """How many rows each table has."""
    names = connection.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'").fetchall()
    return {
        name: connection.execute(f"SELECT count(*) FROM main.{_quoted(name)}").fetchone()[0]
        for (name,) in names
    }


def prove(path: Path, key: bytes | None, expected: Counts | None = None, *, copied: bool = False) -> None:
    """Reads the whole file. Raises `Refusal` if it is not whole, or does not hold the `expected` rows.

    Of a file that was `copied` page by page a moment ago, the indexes are not compared with their tables.
    """
    look = "quick_check" if copied else "integrity_check"
    try:
        connection = connect(path, "ro", key)
        try:
            whole = (
                connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
                and connection.execute(f"PRAGMA {look}(1)").fetchall() == [("ok",)]
                and not connection.execute("PRAGMA foreign_key_check").fetchall()
            )
            if whole and key is not None and not copied:
                whole = not connection.execute("PRAGMA cipher_integrity_check").fetchall()
            if whole and expected is not None:
                whole = row_counts(connection) == expected
        finally:
            connection.close()
    except sqlite.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite.SQLITE_NOTADB, sqlite.SQLITE_CORRUPT}:
            whole = False
        else:
            refuse(error)
    if not whole:
        raise Refusal("“{name}” is damaged.", name=path.name)


def opens(path: Path, key: bytes | None) -> bool:
    """Whether this key opens the file, whatever its condition beyond the first page. A wrong key and a first
    page that is damaged cannot be told apart."""
    try:
        connection = connect(path, "ro", key)
        try:
            return bool(connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,))
        finally:
            connection.close()
    except sqlite.Error as error:
        return bool(getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite.SQLITE_NOTADB)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
