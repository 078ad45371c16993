"""Rows of one table, in and out, so that no other package needs SQL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.protocols import Value
from lupusdiary.storage.schema import LOGGED, SCHEMA_VERSION
from lupusdiary.storage.text import kept_text

Row = dict[str, Value]


class Between(NamedTuple):
    """Rows whose `column` lies from `low` to `high`, both included."""

    column: str
    low: str
    high: str


class Table:
    """One table of a diary file. Names are those of the schema; values always travel as parameters."""

    def __init__(self, file: DiaryFile, name: str) -> None:
        self._file = file
        self.name = name
        self._inserts: dict[tuple[str, ...], str] = {}

    def find(
        self,
        where: Mapping[str, Value] | None = None,
        *,
        between: Between | None = None,
        order: Sequence[str] = ("id",),
    ) -> list[Row]:
        """Whole rows."""
        columns = self._file.columns(self.name)
        found = self.select(columns, where, between=between, order=order)
        return [dict(zip(columns, row, strict=True)) for row in found]

    def one(self, where: Mapping[str, Value]) -> Row | None:
        """The only such row, if there is one."""
        found = self.find(where)
        return found[0] if found else None

    def last(self, where: Mapping[str, Value], order: Sequence[str]) -> Row | None:
        """The last such row in this order; the others are not read."""
        if not self._is_there():
            return None
        columns = self._file.columns(self.name)
        conditions, values = self._conditions(where, None)
        names = ", ".join(self._selected(column) for column in columns)
        ordered = ", ".join(f"{self._name(column)} DESC" for column in order)
        found = self._file.run(
            f"SELECT {names} FROM main.{self.name}{conditions} ORDER BY {ordered} LIMIT 1", *values
        )
        return dict(zip(columns, found[0], strict=True)) if found else None

    def select(
        self,
        columns: Sequence[str],
        where: Mapping[str, Value] | None = None,
        *,
        between: Between | None = None,
        order: Sequence[str] = ("id",),
        distinct: bool = False,
    ) -> list[tuple[Value, ...]]:
        """Some columns of rows: quicker than `find` where there are many."""
        if not self._is_there():
            return []
        conditions, values = self._conditions(where, between)
        names = ", ".join(self._selected(column) for column in columns)
        ordered = ", ".join(self._name(column) for column in order)
        verb = "SELECT DISTINCT" if distinct else "SELECT"
        return self._file.run(
            f"{verb} {names} FROM main.{self.name}{conditions} ORDER BY {ordered}",
            *values,
        )

    def gathered(
        self,
        group: str,
        key: str,
        columns: Sequence[str],
        *,
        between: Between | None = None,
        only: Sequence[str] | None = None,
    ) -> list[tuple[Value, ...]]:
        """For each value of `group` (`only`: for these): the value, the `key` of its rows and the first of
        the `columns` that each has, both as one text with a comma between the rows, and how many rows have
        each column. Half the work of `select` where there are many rows; for what holds no comma."""
        if not self._is_there():
            return []
        conditions, values = self._conditions(None, between, {} if only is None else {group: only})
        names = [self._name(column) for column in columns]
        counts = ", ".join(f"count({name})" for name in names)
        return self._file.run(
            f"SELECT {self._name(group)}, group_concat({self._name(key)}),"
            f" group_concat(coalesce({', '.join(names)}, '')), {counts}"
            f" FROM main.{self.name}{conditions} GROUP BY {self._name(group)}",
            *values,
        )

    def distinct(self, between: Between) -> list[str]:
        """The texts of an indexed column in a stretch, each once and in their order; for what holds no comma.
        From one text the next is looked up: of many rows with the same text only one is read."""
        if not self._is_there():
            return []
        name, table = self._name(between.column), f"main.{self.name}"
        found = self._file.run(
            f"WITH RECURSIVE each(value) AS (SELECT min({name}) FROM {table} WHERE {name} >= ? "
            f"UNION ALL SELECT (SELECT min({name}) FROM {table} WHERE {name} > each.value) FROM each "
            "WHERE each.value < ?) SELECT group_concat(value) FROM each WHERE value <= ?",
            *(between.low, between.high, between.high),
        )
        return [] if found[0][0] is None else str(found[0][0]).split(",")

    def extreme(self, column: str, which: str, *, below: str | None = None) -> Value:
        """The "min" or "max" of a column, among values below a bound when one is given."""
        assert which in {"min", "max"}
        bound, values = ("", ()) if below is None else (f" WHERE {self._name(column)} < ?", (below,))
        rows = self._file.run(f"SELECT {which}({self._name(column)}) FROM main.{self.name}{bound}", *values)
        return rows[0][0]

    def count(self) -> int:
        """How many rows there are."""
        found = self._file.run(f"SELECT count(*) FROM main.{self.name}")[0][0]
        assert isinstance(found, int)
        return found

    def containing(self, column: str, part: str, columns: Sequence[str]) -> list[tuple[Value, ...]]:
        """Rows whose text in `column` contains `part`; small and capital Latin letters are the same."""
        pattern = "%" + part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        names = ", ".join(self._name(each) for each in columns)
        return self._file.run(
            f"SELECT {names} FROM main.{self.name} WHERE {self._name(column)} LIKE ? ESCAPE '\\'", pattern
        )

    def insert(self, row: Mapping[str, Value]) -> int:
        """Adds a row and says its id, which none had that may come back."""
        if "id" not in row and self.name in LOGGED and (spent := self._file.spent(self.name)):
            last = self.extreme("id", "max")
            if not isinstance(last, int) or last < spent:
                row = {"id": spent + 1, **row}
        statement, values = self._insert(row)
        return _id(self._file.run(statement, *values))

    def insert_if_fit(self, row: Mapping[str, Value]) -> bool:
        """Adds a row inside a write if the table takes it; False, and nothing changed, if not."""
        self._file.run("SAVEPOINT one_row")
        try:
            self.insert(row)
        except (sqlite.Error, Refusal, OverflowError, ValueError):
            self._file.run("ROLLBACK TO one_row")
            return False
        finally:
            self._file.run("RELEASE one_row")
        return True

    def update(self, id: int, row: Mapping[str, Value]) -> bool:
        """Changes the columns of one row; False if it is not there."""
        changes = ", ".join(f"{self._name(column)} = ?" for column in row)
        values = _kept(row)
        statement = f"UPDATE main.{self.name} SET {changes} WHERE id = ? RETURNING id"
        return bool(self._file.run(statement, *values, id))

    def delete(self, id: int) -> bool:
        """Removes one row; False if it is not there."""
        if self.name in LOGGED:
            self._file.spend(self.name, id)
        return bool(self._file.run(f"DELETE FROM main.{self.name} WHERE id = ? RETURNING id", id))

    def clear(self) -> None:
        """Removes every row."""
        self._file.run(f"DELETE FROM main.{self.name}")

    def _is_there(self) -> bool:
        """Not so in an older file that lies where it cannot be brought to the present schema."""
        return bool(self._file.columns(self.name))

    def _insert(self, row: Mapping[str, Value]) -> tuple[str, tuple[Value, ...]]:
        columns = tuple(row)
        if columns not in self._inserts:
            names, marks = ", ".join(map(self._name, columns)), ", ".join("?" * len(columns))
            self._inserts[columns] = f"INSERT INTO main.{self.name} ({names}) VALUES ({marks}) RETURNING id"
        return self._inserts[columns], _kept(row)

    def _conditions(
        self,
        where: Mapping[str, Value] | None,
        between: Between | None,
        among: Mapping[str, Sequence[Value]] = MappingProxyType({}),
    ) -> tuple[str, tuple[Value, ...]]:
        parts = [f"{self._name(column)} IS ?" for column in where or {}]
        values = list((where or {}).values())
        for column, allowed in among.items():
            parts.append(f"{self._name(column)} IN ({', '.join('?' * len(allowed))})")
            values += allowed
        if between is not None:
            parts.append(f"{self._name(between.column)} BETWEEN ? AND ?")
            values += [between.low, between.high]
        return (" WHERE " + " AND ".join(parts) if parts else ""), tuple(values)

    def _selected(self, column: str) -> str:
        """A column that an older schema lacks is unknown in each of its rows."""
        older = self._file.schema_version < SCHEMA_VERSION
        return "NULL" if older and column not in self._file.columns(self.name) else self._name(column)

    def _name(self, column: str) -> str:
        assert column in self._file.columns(self.name), column
        return f'"{column}"'


def _kept(row: Mapping[str, Value]) -> tuple[Value, ...]:
    return tuple([kept_text(value) if isinstance(value, str) else value for value in row.values()])


def _id(rows: list[tuple[Value, ...]]) -> int:
    found = rows[0][0]
    assert isinstance(found, int)
    return found
