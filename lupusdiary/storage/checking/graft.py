"""Reads around a damaged list of tables: a diary of ours keeps each table where one like it has it.

The list (sqlite_schema) begins on the first page, with the file's own counters. A new file with the same key
gets the list of another diary, on its first page and behind the last page of the damaged one; then all other
pages are laid into it as they are. That works for a protected file too, whose pages only the engine can read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.language import Refusal
from lupusdiary.storage.checking.page_macs import PAGE
from lupusdiary.storage.checking.salvage import Salvage
from lupusdiary.storage.diary_file import Clock
from lupusdiary.storage.durable import name_beside
from lupusdiary.storage.engine import connect
from lupusdiary.storage.identity import fit_id
from lupusdiary.storage.keys import Secret
from lupusdiary.storage.opening import create_file
from lupusdiary.storage.schema import IDENTITY_TABLE, MIGRATIONS_TABLE, TABLES

# Bytes a row of what makes the new file as long as the damaged one.
_FILLING = 64 * PAGE


@dataclass(frozen=True, slots=True)
class TableList:
    """What a diary's list of tables says, and the diary's id; None for a new one that is nobody's."""

    rows: tuple[tuple[str, str, str, int, str | None], ...]
    diary: str | None


def list_of(path: Path, key: bytes | None) -> TableList | None:
    """The list of a closed diary file; None if it cannot be read or names what is not ours."""
    try:
        connection = connect(path, "ro", key)
        try:
            rows = connection.execute(
                "SELECT type, name, tbl_name, rootpage, sql FROM main.sqlite_schema ORDER BY rowid"
            ).fetchall()
            found = connection.execute(f"SELECT diary FROM main.{IDENTITY_TABLE} WHERE id = 1").fetchone()
        finally:
            connection.close()
    except sqlite.Error:
        return None
    ours = all(kind in {"table", "index"} and table in TABLES for kind, _, table, _, _ in rows)
    return TableList(tuple(rows), fit_id(found[0]) if found else None) if ours and rows else None


@contextmanager
def grafted(
    damaged: Path, key: bytes | None, salt: bytes | None, lists: Sequence[TableList], clock: Clock, name: str
) -> Iterator[Salvage | None]:
    """The pages of a damaged file under the first of the lists that fits them, else under that of a new
    diary; None if none does. `damaged` stays as it is."""
    secret = None if key is None else Secret(None, key, salt)
    with name_beside(damaged) as made:
        for each in (*lists, None):
            made.unlink(missing_ok=True)
            with suppress(sqlite.Error, Refusal):
                create_file(made, secret, clock).close()
                known = each or list_of(made, key)
                if known is None:
                    continue
                _lay(damaged, made, key, known)
                salvage = Salvage(made, key, name)
                fits = _fits(salvage, each)
                salvage.close()
                if fits:
                    break
        else:
            yield None
            return
        try:
            yield salvage
        finally:
            salvage.close()


def _lay(damaged: Path, made: Path, key: bytes | None, known: TableList) -> None:
    """Puts the list into a new file so that it takes no page of the damaged one but the first, then its pages
    into that file."""
    pages = -(-damaged.stat().st_size // PAGE)
    if pages < max(root for _, _, _, root, _ in known.rows):
        raise sqlite.DatabaseError("some tables would be those of the new file")
    connection = connect(made, "rw", key)
    try:
        connection.execute("PRAGMA journal_mode = OFF").fetchall()
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("BEGIN")
        connection.execute("CREATE TABLE main.filling (x BLOB)")
        connection.execute("DELETE FROM main.sqlite_schema")
        # What the old list has left free is filled too, or the new one would stand there.
        while (
            connection.execute("PRAGMA page_count").fetchone()[0] <= pages
            or connection.execute("PRAGMA freelist_count").fetchone()[0]
        ):
            connection.execute("INSERT INTO main.filling VALUES (zeroblob(?))", [_FILLING])
        connection.executemany("INSERT INTO main.sqlite_schema VALUES (?, ?, ?, ?, ?)", known.rows)
        connection.execute("COMMIT")
    finally:
        connection.close()
    with damaged.open("rb") as source, made.open("r+b") as target:
        source.seek(PAGE)
        target.seek(PAGE)
        while data := source.read(_FILLING):
            target.write(data)


def _fits(salvage: Salvage, known: TableList | None) -> bool:
    """Whether the tables are where the list says: the diary's id stands where it should, the names of the
    migrations, and in each table rows that can be its own; of a page that cannot be read nothing is known."""
    ids = [row["diary"] for row in salvage.rows(IDENTITY_TABLE, ("id", "diary"))]
    steps = [str(row["name"]) for row in salvage.rows(MIGRATIONS_TABLE, ("id", "name"))]
    salvage.lost = 0
    if known is not None and known.diary is not None and ids and ids != [known.diary]:
        return False
    right_id = len(ids) == 1 and fit_id(ids[0]) is not None
    right_steps = bool(steps) and all(step.startswith("m00") for step in steps)
    if not ((right_id or not ids) and (right_steps or not steps) and (right_id or right_steps)):
        return False
    seen = [salvage.begins_as_it_should(table) for table in salvage.tables()]
    return False not in seen and seen.count(None) <= len(seen) // 4
