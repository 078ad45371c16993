"""What was removed in the last thirty days, and how it comes back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lupusdiary.diary.row_mapping import gone, row_id
from lupusdiary.domain.records import Change
from lupusdiary.language import Message, Refusal, mark
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.schema import LOGGED, TRASH_TABLE
from lupusdiary.storage.table import Row, Table

# What a person calls a thing that was removed, by its table.
NAMES: Mapping[str, Message] = {
    "timed_entry": mark("an entry at a time of the day"),
    "lab_result": mark("a laboratory result"),
    "event": mark("an event"),
    "flare": mark("a flare"),
    "visit": mark("a visit"),
    "contact": mark("a telephone number"),
    "teach_back": mark("a teach-back"),
}
_VALUES = (str, int, float, type(None))


@dataclass(frozen=True, slots=True)
class Removed:
    """One thing in the trash. `kind` is a key of NAMES, `values` are its columns as they stood, `belonging`
    those of what went with it (the questions of a visit)."""

    id: int
    at: datetime
    kind: str
    values: Mapping[str, Any]
    belonging: tuple[Mapping[str, Any], ...] = ()


class Trash:
    """Bringing back is one undo step; emptying is for good."""

    def __init__(self, file: DiaryFile) -> None:
        self._file = file
        self._table = Table(file, TRASH_TABLE)

    def all(self) -> list[Removed]:
        """What lies in the trash, the newest first; what nobody can read is left out."""
        rows = [(row, _image(row)) for row in self._table.find({"undone": 0}) if row["table"] in LOGGED]
        found = []
        for row, values in rows:
            if row["table"] in NAMES and values is not None:
                whole = (row["batch"], row["table"], row["row"])
                belonging = [
                    part for other, part in rows if part is not None and _owner(other, part) == whole
                ]
                at = _instant(row["at"])
                if at is not None:
                    found.append(Removed(row_id(row), at, str(row["table"]), values, tuple(belonging)))
        return sorted(found, key=lambda removed: (removed.at, removed.id), reverse=True)

    def restore(self, id: int) -> None:
        """Brings one thing back with all that belonged to it. Raises `Refusal` if it is not there."""
        with self._file.writing("trash.restore"):
            row = self._table.one({"id": id, "undone": 0})
            values = None if row is None else _image(row)
            if row is None or values is None or row["table"] not in NAMES:
                raise gone()
            whole = (row["batch"], row["table"], row["row"])
            new = self._put_back(str(row["table"]), values)
            self._table.delete(id)
            for other in self._table.find({"batch": row["batch"], "undone": 0}):
                part = _image(other) if other["table"] in LOGGED else None
                if part is not None and _owner(other, part) == whole:
                    column, _ = _parent(str(other["table"]))
                    self._put_back(str(other["table"]), {**part, column: new})
                    self._table.delete(row_id(other))

    def empty(self) -> None:
        """Removes everything in the trash for good."""
        with self._file.unlogged(Change(frozenset({"trash"}))):
            self._table.clear()

    def _put_back(self, table: str, values: Mapping[str, Any]) -> int:
        """The row as it stood, under its own number if that is free. Columns that came since stay empty."""
        into = Table(self._file, table)
        known = {name: value for name, value in values.items() if name in self._file.columns(table)}
        if not isinstance(known.get("id"), int) or into.one({"id": known["id"]}) is not None:
            known.pop("id", None)
        if not known:
            raise Refusal("This entry cannot be brought back. Nothing was changed.")
        return into.insert(known)


def _image(row: Row) -> dict[str, Any] | None:
    try:
        values = json.loads(str(row["json"]))
    except (ValueError, RecursionError):
        return None
    fits = isinstance(values, dict) and all(type(value) in _VALUES for value in values.values())
    return values if fits else None


def _owner(row: Row, values: Mapping[str, Any]) -> tuple[Any, ...] | None:
    """Batch, table and row of what this belongs to."""
    if LOGGED[str(row["table"])].parent is None:
        return None
    column, parent = _parent(str(row["table"]))
    return row["batch"], parent, values.get(column)


def _parent(table: str) -> tuple[str, str]:
    parent = LOGGED[table].parent
    assert parent is not None
    return parent


def _instant(value: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(value))
    except ValueError:
        return None
