"""Proves a closed diary file: it opens with its key, its pages fit together, and it holds what it should."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.language import Refusal
from lupusdiary.storage.engine import connect, refuse
from lupusdiary.storage.keys import Secret
from lupusdiary.storage.schema import APPLICATION_ID

Counts = Mapping[str, int]


def row_counts(connection: sqlite.Connection) -> Counts:
    """How many rows each table has."""
    names = _table_names(connection)
    while True:
        try:
            return {
                name: connection.execute(f"SELECT count(*) FROM main.{_quoted(name)}").fetchone()[0]
                for name in names
            }
        except sqlite.OperationalError as error:
            now = _table_names(connection)
            if error.sqlite_errorcode != sqlite.SQLITE_ERROR or now == names:
                raise
            # Another program took a table away between its name and its rows, as a migration does.
            names = now


def _table_names(connection: sqlite.Connection) -> list[str]:
    found = connection.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'")
    return [name for (name,) in found]


def prove(path: Path, key: bytes | None, expected: Counts | None = None, *, copied: bool = False) -> None:
    """Reads the whole file. Raises `Refusal` if it is not whole, or does not hold the `expected` rows.

    Of a file that was `copied` page by page a moment ago, the indexes are not compared with their tables nor
    these with each other: that is so as it was in the diary. If it is protected, every page is authenticated;
    how pages hang together is left out then of a large one, for that takes four times as long.
    """
    try:
        connection = connect(path, "ro", key)
        try:
            whole = connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
            counts: Counts = {}
            if whole and copied:
                # Here, for hashlib takes 3 MiB, and a window that only lists its backups needs none of it.
                from lupusdiary.storage.checking.page_macs import LARGE, count_forged

                with ThreadPoolExecutor(1) as worker:
                    forged = worker.submit(count_forged, path, key) if key is not None else None
                    counts = row_counts(connection)
                large = path.stat().st_size > LARGE
                whole = (forged is None or forged.result() == 0) and (
                    (large and forged is not None) or _trees_are_whole(path, key, counts)
                )
            else:
                whole = (
                    whole
                    and connection.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]
                    and not connection.execute("PRAGMA foreign_key_check").fetchall()
                )
                if whole and key is not None:
                    whole = not connection.execute("PRAGMA cipher_integrity_check").fetchall()
                if whole and expected is not None:
                    counts = row_counts(connection)
            if whole and expected is not None:
                whole = counts == expected
        finally:
            connection.close()
    except sqlite.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite.SQLITE_NOTADB, sqlite.SQLITE_CORRUPT}:
            whole = False
        else:
            refuse(error)
    if not whole:
        raise Refusal("“{name}” is damaged.", name=path.name)


def _trees_are_whole(path: Path, key: bytes | None, counts: Counts) -> bool:
    """Whether every page of every table and index can be read and fits its neighbours. Two connections share
    the tables: to decrypt them takes most of the time."""
    largest_first = sorted(counts, key=lambda name: -counts[name])
    with ThreadPoolExecutor(2) as workers:
        parts = (largest_first[::2], largest_first[1::2])
        return all(list(workers.map(lambda names: _fit(path, key, names), parts)))


def _fit(path: Path, key: bytes | None, tables: list[str]) -> bool:
    connection = connect(path, "ro", key)
    try:
        return all(
            connection.execute(f"PRAGMA quick_check({_quoted(name)})").fetchall() == [("ok",)]
            for name in tables
        )
    finally:
        connection.close()


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


def fitting(path: Path, secret: Secret) -> Secret:
    """The secret with its key for the file at `path` worked out (0.5 s for each way that is tried): as it was
    typed, else as the same keys write it with 한/영 the other way round. Where none opens the file, it is as
    typed. Raises `Refusal` if the file cannot be read."""
    ready = secret.derive(path)
    for way in (secret, *secret.other_ways()):
        found = ready if way is secret else way.derive(path)
        if found.salt is not None and opens(path, found.key_for(found.salt)):
            return found
    return ready


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
