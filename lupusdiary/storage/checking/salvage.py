"""Reads what can still be read of a damaged diary file: row by row, around what is broken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.language import Refusal
from lupusdiary.storage.engine import connect
from lupusdiary.storage.protocols import Value
from lupusdiary.storage.schema import TABLES
from lupusdiary.storage.table import Row

# Where the last rows cannot be counted any more, so many numbers are tried beyond the last one that was read.
_BEYOND = 400
# So many broken places are gone around in one table.
_MOST_FAILURES = 3_000
# What a column of a declared type can hold, besides nothing.
_KINDS = {"INTEGER": {"integer"}, "TEXT": {"text"}, "REAL": {"real", "integer"}, "BLOB": {"blob"}}
_REPLACED = "\ufffd"


class Salvage:
    """One damaged file, opened for reading. `lost` counts the rows, at least, that cannot be read."""

    def __init__(self, path: Path, key: bytes | None, name: str) -> None:
        self._path = path
        self._name = name
        self._key = key
        self._connection: sqlite.Connection | None = None
        self.lost = 0

    def names_tables(self) -> bool:
        """Whether the file's list of tables can be read."""
        return self._names() is not None

    def tables(self) -> list[str]:
        """The tables of ours that the file names. Raises `Refusal` when not even that can be read."""
        found = self._names()
        if found is None:
            raise self.nothing_readable()
        return [str(name) for (name,) in found if name in TABLES]

    def nothing_readable(self) -> Refusal:
        """What to say of a file whose list of tables cannot be read."""
        return Refusal(
            "Nothing of “{name}” can be read: its list of tables is damaged, or the passphrase is "
            "another one. Restore a backup.",
            name=self._name,
        )

    def _names(self) -> list[tuple[Value, ...]] | None:
        return self._ask("SELECT name FROM main.sqlite_schema WHERE type = 'table'")

    def rows(self, table: str, columns: tuple[str, ...]) -> Iterator[Row]:
        """The readable rows of a table, of those columns that the file has too. Text that is broken inside is
        kept with a mark in the place of what is lost of it."""
        found = self._ask(f"PRAGMA main.table_info({table})")
        there = {str(row[1]) for row in found or []}
        names = [column for column in columns if column in there]
        if "id" not in names:
            return
        selected = ", ".join(f'"{name}"' for name in names)
        statement = f"SELECT {selected} FROM main.{table} WHERE id BETWEEN ? AND ? ORDER BY id"
        first, last = self._first(table), self._last(table)
        ranges = [(first, last)] if last >= first else []
        failures = 0
        while ranges:
            low, high = ranges.pop()
            rows = self._ask(statement, low, high)
            if rows is not None:
                yield from (dict(zip(names, row, strict=True)) for row in rows)
                continue
            failures += 1
            if failures > _MOST_FAILURES:
                self.lost += high - low + 1
            elif low == high:
                self.lost += 1
            else:
                middle = (low + high) // 2
                ranges += [(middle + 1, high), (low, middle)]

    def begins_as_it_should(self, table: str) -> bool | None:
        """Whether the first row of a table has values of the kinds of its columns; None if it is not
        readable."""
        columns = self._ask(f"PRAGMA main.table_info({table})") or []
        kinds = ", ".join(f'typeof("{column[1]}")' for column in columns)
        found = self._ask(f"SELECT {kinds} FROM main.{table} LIMIT 1") if columns else None
        if found is None:
            return None
        return all(
            kind in _KINDS[str(column[2])] or (kind == "null" and not column[3])
            for row in found
            for column, kind in zip(columns, row, strict=True)
        )

    def close(self) -> None:
        """Lets go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _first(self, table: str) -> int:
        """The lowest number of a row: below one only where something has changed it."""
        found = self._ask(f"SELECT min(id) FROM main.{table}")
        return min(1, found[0][0]) if found and isinstance(found[0][0], int) else 1

    def _last(self, table: str) -> int:
        """The highest number of a row; where the end is broken, one beyond which nothing was found."""
        found = self._ask(f"SELECT max(id) FROM main.{table}")
        if found is not None:
            return found[0][0] if isinstance(found[0][0], int) else 0
        low, high = 0, 1
        while high < 1 << 40 and self._ask(f"SELECT id FROM main.{table} WHERE id >= ? LIMIT 1", high):
            low, high = high, high * 2
        while low + 1 < high:
            middle = (low + high) // 2
            if self._ask(f"SELECT id FROM main.{table} WHERE id >= ? LIMIT 1", middle):
                low = middle
            else:
                high = middle
        return low + _BEYOND

    def _ask(self, statement: str, *values: Value) -> list[tuple[Value, ...]] | None:
        """What a statement finds; None if something of it is broken. After a broken page SQLCipher answers
        nothing more on a connection, so the next one is another."""
        try:
            return self._open().execute(statement, values).fetchall()  # type: ignore[no-any-return]
        except (sqlite.Error, OverflowError):
            self.close()
            return None

    def _open(self) -> sqlite.Connection:
        if self._connection is None:
            self._connection = connect(self._path, "rw", self._key)
            self._connection.text_factory = lambda data: data.decode("utf-8", "replace")
        return self._connection


def is_mended(row: Row) -> bool:
    """Whether something of a text of this row was lost."""
    return any(isinstance(value, str) and _REPLACED in value for value in row.values())
