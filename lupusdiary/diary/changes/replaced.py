"""How things stood before they were changed, for thirty days, and how they become so again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lupusdiary.diary.medicines.rows import MedicineRows, UnreadDose, part_of, period_of
from lupusdiary.diary.row_mapping import UNREADABLE, gone, row_id
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.language import Refusal
from lupusdiary.storage.changes.replaced_rows import MEDICINE, NO_DAY, OF_DAY, PARTS, THINGS, WAS, Part
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.schema import EARLIER_TABLE, LOGGED, TRASH_TABLE
from lupusdiary.storage.table import Row, Table

# What says to which visit a page was taken.
PAGE_KEY = ("day", "department", "hospital")
_VALUES = (str, int, float, type(None))
# What nobody may have twice under one name.
_NAMES = {"tracked_symptom": ("name",), "medicine": ("name", "ingredient", "route", "form")}


@dataclass(frozen=True, slots=True)
class Replaced:
    """One thing as it stood until `at`. `kind` is its table, `values` are its columns, `parts` those of what
    belonged to it, by table, `was` the values that were written over. `medicine` names the one that a dose or
    a side effect is of."""

    id: int
    at: datetime
    kind: str
    values: Mapping[str, Any]
    parts: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    was: tuple[Any, ...] = ()
    medicine: str | None = None


def replaced(file: DiaryFile) -> list[Replaced]:
    """Every one that can be put back, the newest change first."""
    rows = Table(file, EARLIER_TABLE).find({"day": NO_DAY, "undone": 0})
    found = [each for row in reversed(rows) if (each := read_replaced(row)) is not None]
    return [each for each in found if _stands(file, each.kind, each.values)]


def read_replaced(row: Row) -> Replaced | None:
    """What a row of the earlier versions holds; None if nobody can read it."""
    try:
        image = json.loads(str(row["json"]))
        at = datetime.fromisoformat(str(row["at"]))
        parts = tuple((str(table), dict(values)) for table, values in image.pop(PARTS))
        was, medicine = image.pop(WAS), image.pop(MEDICINE, None)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    kind = str(row["table"])
    if (
        kind not in THINGS
        or kind == OF_DAY
        or not all(_plain(held) for held in (image, *(part for _, part in parts)))
    ):
        return None
    if not isinstance(was, list) or not all(type(value) in _VALUES for value in was):
        return None
    return Replaced(
        row_id(row), at, kind, image, parts, tuple(was), medicine if isinstance(medicine, str) else None
    )


def put_back(file: DiaryFile, id: int) -> None:
    """Makes a thing what it was, inside a write. Raises `Refusal`."""
    row = Table(file, EARLIER_TABLE).one({"id": id, "day": NO_DAY, "undone": 0})
    kept = None if row is None else read_replaced(row)
    if kept is None:
        raise gone()
    into = Table(file, kept.kind)
    values = {name: value for name, value in kept.values.items() if name in file.columns(kept.kind)}
    here = _here(file, kept.kind, values)
    if here is None and not _stands(file, kept.kind, values):
        raise gone()
    refuse_without_owner(file, kept.kind, values)
    unread = unreadable_doses(file)
    _refuse_same_name(into, kept.kind, values)
    values.pop("id", None)
    if here is None:
        number = into.insert({"id": 1, **values} if THINGS[kept.kind].known_by == "id" else values)
    else:
        number = row_id(here)
        into.update(number, values)
        if kept.kind == "visit":
            _move_page(file, here, values)
    for part in THINGS[kept.kind].parts:
        _put_parts(file, part, number, [held for table, held in kept.parts if table == part.table])
    if unreadable_doses(file) > unread:
        raise Refusal("This entry cannot be brought back. Nothing was changed.")


def dose_of(row: Mapping[str, Any], parts: Sequence[Mapping[str, Any]]) -> DosePeriod | None:
    """The dose that a row of the trash or of the earlier versions holds; None if nobody can read it."""
    try:
        return period_of({"id": 0, **row}, tuple(map(part_of, map(dict, parts))))
    except (Refusal, *UNREADABLE):
        return None


def unreadable_doses(file: DiaryFile) -> int:
    """How many doses contradict the plans of their medicine: bringing one back must not make another."""
    unread: list[UnreadDose] = []
    MedicineRows(file).all(unread)
    return len(unread)


def refuse_without_owner(file: DiaryFile, kind: str, values: Mapping[str, Any]) -> None:
    """Raises `Refusal` if what a row belongs to is not in the diary now, or lies in the trash while another
    row has its number."""
    trash = Table(file, TRASH_TABLE)
    for column, parent in LOGGED[kind].parents:
        owner = values.get(column)
        if owner is not None and (
            Table(file, parent).one({"id": owner}) is None
            or trash.one({"table": parent, "row": owner, "undone": 0}) is not None
        ):
            raise Refusal("What this belonged to was removed too. Put that back first. Nothing was changed.")


def forget_replaced(file: DiaryFile) -> None:
    """Removes all of them for good, inside a write."""
    table = Table(file, EARLIER_TABLE)
    for row in table.find({"day": NO_DAY}):
        table.delete(row_id(row))


def _stands(file: DiaryFile, kind: str, values: Mapping[str, Any]) -> bool:
    """Whether the thing is still there, or is one that can be written again; what lies in the trash comes
    back from there first."""
    if _here(file, kind, values) is not None:
        return True
    in_trash = Table(file, TRASH_TABLE).one({"table": kind, "row": _number(values), "undone": 0})
    return THINGS[kind].known_by is not None and in_trash is None


def _here(file: DiaryFile, kind: str, values: Mapping[str, Any]) -> Row | None:
    by = THINGS[kind].known_by or "id"
    value = _number(values) if by == "id" else values.get(by)
    return None if value is None else Table(file, kind).one({by: value})


def _number(values: Mapping[str, Any]) -> int | None:
    number = values.get("id")
    return number if isinstance(number, int) and abs(number) < 1 << 63 else None


def _refuse_same_name(into: Table, kind: str, values: Row) -> None:
    names = {name: values.get(name) for name in _NAMES.get(kind, ())}
    if names and any(row["id"] != values.get("id") for row in into.find(names)):
        raise Refusal("Something of the same name is there again. Nothing was changed.")


def _put_parts(file: DiaryFile, part: Part, owner: int, wanted: Sequence[Mapping[str, Any]]) -> None:
    """Makes these the rows that belong to it; what else is there goes the way of everything removed."""
    table = Table(file, part.table)
    left = {row_id(row): row for row in table.find({part.owner: owner})}
    for held in wanted:
        values = {name: value for name, value in held.items() if name in file.columns(part.table)}
        number = _number(values)
        values.pop("id", None)
        values[part.owner] = owner
        if number in left:
            del left[number]
            table.update(number, values)
        elif number is not None and table.one({"id": number}) is None:
            table.insert({"id": number, **values})
            _leave_trash(file, part.table, number)
        else:
            table.insert(values)
    for number in left:
        table.delete(number)


def _leave_trash(file: DiaryFile, table: str, number: int) -> None:
    """What is in the diary again is no longer in the trash, from where it would come a second time."""
    trash = Table(file, TRASH_TABLE)
    for row in trash.find({"table": table, "row": number, "undone": 0}):
        trash.delete(row_id(row))


def _move_page(file: DiaryFile, before: Row, after: Row) -> None:
    """The page that was taken to a visit goes along."""
    pages = Table(file, "visit_page")
    old, new = ({name: row.get(name) for name in PAGE_KEY} for row in (before, after))
    for page in pages.find(old) if old != new else ():
        pages.update(row_id(page), new)


def _plain(image: object) -> bool:
    return isinstance(image, dict) and all(type(value) in _VALUES for value in image.values())
