"""What was removed in the last thirty days, and how it comes back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lupusdiary.diary.changes.replaced import (
    PAGE_KEY,
    Replaced,
    forget_replaced,
    put_back,
    refuse_without_owner,
    replaced,
    unreadable_doses,
)
from lupusdiary.diary.row_mapping import gone, row_id
from lupusdiary.domain.change import Change
from lupusdiary.language import Message, Refusal, mark
from lupusdiary.storage.changes.kept_rows import OF_ITEM, OWN_ITEM
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
    "visit_question": mark("a question for the doctor"),
    "visit_page": mark("the page that was taken to a visit"),
    "contact": mark("a telephone number"),
    "teach_back": mark("a teach-back"),
    "medicine": mark("a medicine"),
    "dose_period": mark("a dose of a medicine"),
    "allergy": mark("an allergy"),
    "side_effect": mark("a side effect"),
    "open_question": mark("a question for the doctor"),
    "check_up": mark("a check-up"),
    OWN_ITEM: mark("an item of your own"),
}
# What stands in a column of its own must not be there twice.
_OWN_NAMES = {"medicine": "code"}
_ONLY_ONE = {OWN_ITEM: ("symptom",), OF_ITEM: ("day", "symptom")}
_VALUES = (str, int, float, type(None))
_PAGE = "visit_page"


@dataclass(frozen=True, slots=True)
class Removed:
    """One thing in the trash. `kind` is a key of NAMES, `values` are its columns as they stood, `belonging`
    those of what went with it (the questions of a visit, the doses of a medicine, the readings of an item).
    `medicine` names the one that a dose or a side effect is of, `visit_day` says of which visit a question
    is."""

    id: int
    at: datetime
    kind: str
    values: Mapping[str, Any]
    belonging: tuple[Mapping[str, Any], ...] = ()
    medicine: str | None = None
    visit_day: str | None = None


class Trash:
    """What was removed, and how things stood that were changed. Bringing back is one undo step; emptying is
    for good."""

    def __init__(self, file: DiaryFile) -> None:
        self._file = file
        self._table = Table(file, TRASH_TABLE)

    def all(self) -> list[Removed]:
        """What lies in the trash, the newest first; what nobody can read is left out."""
        rows = [(row, _image(row)) for row in self._table.find({"undone": 0}) if row["table"] in LOGGED]
        found = []
        by_owner = _by_owner(rows)
        for row, values in rows:
            if row["table"] in NAMES and values is not None and not _went_along(row, values, rows):
                at = _instant(row["at"])
                if at is not None:
                    belonging = tuple(part for _, part in _belonging(_place(row, values), by_owner))
                    kind, of = str(row["table"]), self._name(values, "medicine", "name")
                    day = self._name(values, "visit", "day")
                    found.append(Removed(row_id(row), at, kind, values, belonging, of, day))
        return sorted(found, key=lambda removed: (removed.at, removed.id), reverse=True)

    def _name(self, values: Mapping[str, Any], owner: str, column: str) -> str | None:
        of = values.get(owner)
        known = isinstance(of, int) and abs(of) < 1 << 63
        row = Table(self._file, owner).one({"id": of}) if known else None
        return None if row is None else str(row[column])

    def replaced(self) -> list[Replaced]:
        """How things stood that were changed in the last thirty days, the newest change first. The days have
        a history of their own."""
        return replaced(self._file)

    def put_back(self, id: int) -> None:
        """Makes one thing again what it was before a change. Raises `Refusal` if it is not there any more."""
        with self._file.writing("trash.restore"):
            put_back(self._file, id)

    def restore(self, id: int) -> None:
        """Brings one thing back with all that belonged to it. Raises `Refusal` if it is not there."""
        with self._file.writing("trash.restore"):
            row = self._table.one({"id": id, "undone": 0})
            values = None if row is None else _image(row)
            if row is None or values is None or row["table"] not in NAMES:
                raise gone()
            rows = [
                (other, _image(other))
                for other in self._table.find({"batch": row["batch"], "undone": 0})
                if other["table"] in LOGGED
            ]
            unread = unreadable_doses(self._file)
            self._bring_back(row, values, _by_owner(rows))
            if unreadable_doses(self._file) > unread:
                raise Refusal("This entry cannot be brought back. Nothing was changed.")

    def _bring_back(self, row: Row, values: Mapping[str, Any], by_owner: _ByOwner) -> None:
        new = self._put_back(str(row["table"]), values)
        self._table.delete(row_id(row))
        known_by = values["symptom"] if row["table"] == OWN_ITEM else new
        for other, part, column in by_owner.get(_place(row, values), ()):
            self._bring_back(other, {**part, column: known_by} if column else part, by_owner)

    def empty(self) -> None:
        """Removes everything in the trash for good."""
        with self._file.unlogged(Change(frozenset({"trash"}))):
            self._table.clear()
            forget_replaced(self._file)

    def _put_back(self, table: str, values: Mapping[str, Any]) -> int:
        """The row as it stood, under its own number if that is free. Columns that came since stay empty."""
        into = Table(self._file, table)
        known = {name: value for name, value in values.items() if name in self._file.columns(table)}
        if not isinstance(known.get("id"), int) or into.one({"id": known["id"]}) is not None:
            known.pop("id", None)
        own = _OWN_NAMES.get(table)
        if own is not None and into.one({own: known.get(own)}) is not None:
            known[own] = f"{known[own]}_{self._table.count()}"
        only = {name: known.get(name) for name in _ONLY_ONE.get(table, ())}
        if only and (None in only.values() or into.one(only) is not None):
            raise Refusal("Something of the same name is there again. Nothing was changed.")
        if not known:
            raise Refusal("This entry cannot be brought back. Nothing was changed.")
        refuse_without_owner(self._file, table, known)
        return into.insert(known)


def _image(row: Row) -> dict[str, Any] | None:
    try:
        values = json.loads(str(row["json"]))
    except (ValueError, RecursionError):
        return None
    fits = isinstance(values, dict) and all(type(value) in _VALUES for value in values.values())
    return values if fits else None


_Place = tuple[Any, ...]
_Rows = Sequence[tuple[Row, dict[str, Any] | None]]
_ByOwner = dict[_Place, list[tuple[Row, dict[str, Any], str]]]


def _place(row: Row, values: Mapping[str, Any]) -> _Place:
    """Batch, table and row of a thing in the trash; an own item goes by its code."""
    return row["batch"], row["table"], values.get("symptom") if row["table"] == OWN_ITEM else row["row"]


def _owners(row: Row, values: Mapping[str, Any], rows: _Rows) -> Iterator[tuple[_Place, str]]:
    """What this belongs to, and the column that says so; a page is of the visit of its day, which no column
    of it names."""
    if row["table"] == _PAGE:
        yield from (
            (_place(other, held or {}), "")
            for other, held in rows
            if (other["table"], other["batch"]) == ("visit", row["batch"])
            and all((held or {}).get(name) == values.get(name) for name in PAGE_KEY)
        )
    if row["table"] == OF_ITEM:
        yield (row["batch"], OWN_ITEM, values.get("symptom")), "symptom"
    for column, parent in LOGGED[str(row["table"])].parents:
        if values.get(column) is not None:
            yield (row["batch"], parent, values[column]), column


def _by_owner(rows: _Rows) -> _ByOwner:
    found: _ByOwner = {}
    for row, values in rows:
        for owner, column in _owners(row, values or {}, rows):
            found.setdefault(owner, []).append((row, values or {}, column))
    return found


def _belonging(place: _Place, by_owner: _ByOwner) -> Iterator[tuple[Row, dict[str, Any]]]:
    """All that belongs to a thing, and what belongs to that in turn."""
    for row, values, _ in by_owner.get(place, ()):
        yield row, values
        yield from _belonging(_place(row, values), by_owner)


def _went_along(row: Row, values: Mapping[str, Any], rows: _Rows) -> bool:
    """Whether it was removed together with what it belongs to."""
    owners = {owner for owner, _ in _owners(row, values, rows)}
    return bool(owners) and any(_place(other, held or {}) in owners for other, held in rows)


def _instant(value: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(value))
    except ValueError:
        return None
