"""Compares a plain diary with its last backup.

SQLite's plain pages have no checksum, so a byte that flips inside a value is invisible to every other check.
"""

from __future__ import annotations

from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.engine import connect, uri_of
from lupusdiary.storage.schema import LOGGED, TRASH_TABLE

# Written without a step, or by the end of one: a difference says nothing there.
_OUTSIDE = {TRASH_TABLE, "article_progress"}


def silent_changes(file: DiaryFile, backup: Path) -> int | None:
    """How many rows differ from the backup although no step since then changed them.

    None where that cannot be said: the log does not reach back, or the schema is another one.
    """
    try:
        connection = connect(file.path, "ro")
        try:
            connection.execute("ATTACH DATABASE ? AS old KEY ''", [uri_of(backup.resolve(), "ro")])
            since = _reaches_back(connection)
            if since is None:
                return None
            tables = [name for name in LOGGED if name not in _OUTSIDE]
            return sum(_differing(connection, name, file.columns(name), since) for name in tables)
        finally:
            connection.close()
    except sqlite.Error:
        return None


def _reaches_back(connection: sqlite.Connection) -> int | None:
    """The newest step of the backup, if the diary's log still holds it and all later ones."""
    versions = [connection.execute(f"PRAGMA {name}.user_version").fetchone() for name in ("main", "old")]
    if versions[0] != versions[1]:
        return None
    newest = connection.execute(
        "SELECT id, label, at FROM old.change_step ORDER BY id DESC LIMIT 1"
    ).fetchone()
    if newest is None:
        return None
    there = connection.execute(
        "SELECT id, label, at FROM main.change_step WHERE id = ?", [newest[0]]
    ).fetchone()
    return int(newest[0]) if there == newest else None


def _differing(connection: sqlite.Connection, table: str, columns: tuple[str, ...], since: int) -> int:
    """Rows of a table that are not what they were, or not there on one side, without an image.

    The newest step of the backup counts as later: a visit that went on was added to it.
    """
    names = ", ".join(f'"{column}"' for column in columns)
    found = connection.execute(
        "SELECT count(*) FROM ("
        f" SELECT id FROM (SELECT {names} FROM main.{table} EXCEPT SELECT {names} FROM old.{table})"
        f" UNION SELECT id FROM (SELECT {names} FROM old.{table} EXCEPT SELECT {names} FROM main.{table}))"
        ' AS differing WHERE NOT EXISTS (SELECT 1 FROM main.change_image WHERE step >= ? AND "table" = ?'
        " AND row = differing.id)",
        [since, table],
    ).fetchone()
    return int(found[0])
