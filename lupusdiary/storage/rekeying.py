"""Encrypts, decrypts or re-encrypts a diary: at any moment the old or the new file stands there, whole."""

from __future__ import annotations

import os
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.language import Refusal
from lupusdiary.storage.checking.verification import Counts, prove, row_counts
from lupusdiary.storage.durable import growing_beside, move_over
from lupusdiary.storage.engine import connect, refuse, uri_of
from lupusdiary.storage.past_sqlite import kept_open
from lupusdiary.storage.stopping import refuse_if_stopped


def change_key(path: Path, old: bytes | None, new: bytes | None, salt: bytes | None) -> None:
    """Gives the file at `path` another key, or none, or its first one. `salt` is that of the new key.

    It is written anew beside its place, proved, and moved there in one step; meanwhile nobody else writes.
    Raises `Refusal`, and then the file is as it was.
    """
    path = path.resolve()
    with kept_open(path):
        _change_key(path, old, new, salt)


def _change_key(path: Path, old: bytes | None, new: bytes | None, salt: bytes | None) -> None:
    try:
        connection = connect(path, "rw", old)
        try:
            # Holds other writers off until the new file stands in the place.
            connection.execute("BEGIN IMMEDIATE")
            with growing_beside(path) as growing:
                write_with_key(path, old, growing, new, salt)
                refuse_if_stopped()
                if os.name == "nt":
                    # A file that is open there cannot be replaced.
                    connection.close()
                move_over(growing, path)
        finally:
            connection.close()
    except sqlite.Error as error:
        refuse(error)
    except OSError as fault:
        raise Refusal("“{path}” cannot be written there.", path=path.name) from fault


def write_with_key(
    source: Path, old: bytes | None, into: Path, new: bytes | None, salt: bytes | None
) -> None:
    """Writes the contents of a diary file into an empty one under another key, and proves it."""
    connection = connect(into, "rw", new, salt)
    try:
        # It is synchronised once, when it is whole; rows come in the order of their tables.
        connection.execute("PRAGMA journal_mode = OFF").fetchall()
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA foreign_keys = OFF")
        key = "" if old is None else f"x'{old.hex()}'"
        connection.execute("ATTACH DATABASE ? AS source KEY ?", [uri_of(source.resolve(), "ro"), key])
        connection.execute("SELECT sqlcipher_export('main', 'source')").fetchall()
        for pragma in ("application_id", "user_version"):
            (value,) = connection.execute(f"PRAGMA source.{pragma}").fetchone()
            connection.execute(f"PRAGMA main.{pragma} = {int(value):d}")
        expected = _counts_of(connection)
        connection.execute("DETACH DATABASE source")
        if row_counts(connection) != expected:
            raise Refusal("“{name}” is damaged.", name=source.name)
    finally:
        connection.close()
    prove(into, new, expected)


def _counts_of(connection: sqlite.Connection) -> Counts:
    names = connection.execute("SELECT name FROM source.sqlite_schema WHERE type = 'table'").fetchall()
    return {
        name: connection.execute(f"SELECT count(*) FROM source.{_quoted(name)}").fetchone()[0]
        for (name,) in names
    }


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
