"""Between the values of the domain and the rows of the diary file."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from typing import Any, Generic, TypeVar

from lupusdiary.diary.validation import LARGEST_NUMBER
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import BloodPressure, ReadingValue, TimedEntry
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.engine import damaged
from lupusdiary.storage.protocols import Value
from lupusdiary.storage.table import Between, Row, Table
from lupusdiary.storage.text import stored_day, stored_time

T = TypeVar("T")
# No measurement of a day is as large; an infinity and what is no number at all are not smaller either.
_LARGEST = 1e15


def gone() -> Refusal:
    """What is said when an entry is changed or removed that is not there any more."""
    return Refusal("This entry is no longer there.")


def row_id(row: Row) -> int:
    """The number of a row that was read."""
    id = row["id"]
    assert isinstance(id, int)
    return id


def between(period: Period | None, column: str) -> Between | None:
    """The rows of a period; None for all."""
    return None if period is None else Between(column, period.start.isoformat(), period.end.isoformat())


class Records(Generic[T]):
    """A table that holds records of one kind, one a row, ordered by day and then by entry."""

    def __init__(self, file: DiaryFile, table: str, kind: type[T], day: str | None = None) -> None:
        self._table = Table(file, table)
        self._kind = kind
        self._fields = {field.name: str(field.type) for field in dataclasses.fields(kind)}  # type: ignore[arg-type]
        self._day = day

    def all(self, period: Period | None = None, where: Mapping[str, Value] | None = None) -> list[T]:
        """Records of a period, or all."""
        order = (self._day, "id") if self._day else ("id",)
        found = self._table.find(
            where, between=between(period, self._day) if self._day else None, order=order
        )
        return [self._record(row) for row in found]

    def get(self, id: int | None) -> T:
        """One record. Raises `Refusal` if it is not there."""
        row = self._table.one({"id": id})
        if row is None:
            raise gone()
        return self._record(row)

    def same(self, record: T) -> T | None:
        """A record that says the same, whatever its id."""
        row = self._row(record)
        found = self._table.one(row)
        return self._record(found) if found else None

    def insert(self, record: T) -> T:
        """Adds a record; comes back with its id."""
        id = self._table.insert(self._row(record))
        return dataclasses.replace(record, id=id) if "id" in self._fields else record  # type: ignore[type-var]

    def change(self, record: Any) -> None:
        """Changes the record with this id. Raises `Refusal` if it is not there."""
        if record.id is None or not self._table.update(record.id, self._row(record)):
            raise gone()

    def remove(self, id: int | None) -> None:
        """Removes one record. Raises `Refusal` if it is not there."""
        if id is None or not self._table.delete(id):
            raise gone()

    def distinct(self, column: str) -> list[str]:
        """The different texts of a column."""
        found = self._table.select([column], order=(column,), distinct=True)
        return [value for (value,) in found if isinstance(value, str)]

    def _row(self, record: T) -> Row:
        return {
            _COLUMNS.get(name, name): _plain(getattr(record, name)) for name in self._fields if name != "id"
        }

    def _record(self, row: Row) -> T:
        values: dict[str, Any] = {}
        for name, type_ in self._fields.items():
            value = row[_COLUMNS.get(name, name)] if name != "id" else row["id"]
            is_day = type_.startswith("date") and isinstance(value, str)
            if isinstance(value, float) and not abs(value) <= LARGEST_NUMBER:
                raise damaged()
            values[name] = stored_day(value) if is_day else value
        return self._kind(**values)


# A flare's fields, where SQL has the words for itself.
_COLUMNS = {"start": "start_day", "end": "end_day"}


def _plain(value: object) -> Value:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return int(value)
    assert value is None or isinstance(value, str | int | float)
    # Whole numbers of any size fit a REAL column only as floats.
    return float(value) if isinstance(value, int) else value


def reading_row(value: ReadingValue) -> Row:
    """The value columns of a reading."""
    if isinstance(value, BloodPressure):
        return {"number": float(value.systolic), "yes": None, "diastolic": float(value.diastolic)}
    if isinstance(value, bool):
        return {"number": None, "yes": int(value), "diastolic": None}
    return {"number": float(value), "yes": None, "diastolic": None}


def reading_value(number: Value, yes: Value, diastolic: Value) -> ReadingValue:
    """The value that the columns of a reading hold; whole numbers as int."""
    if yes is not None:
        return bool(yes)
    if not isinstance(number, float) or not abs(number) < _LARGEST:
        raise damaged()
    if isinstance(diastolic, float):
        return BloodPressure(int(number), int(diastolic))
    return int(number) if number.is_integer() else number


def timed_row(entry: TimedEntry) -> Row:
    """The columns of a timed entry that say what it holds."""
    at = entry.at.replace(microsecond=0, tzinfo=None)
    text = at.isoformat("seconds" if at.second else "minutes")
    fever = None if entry.fever is None else float(entry.fever)
    return {"at": text, "fever": fever, "note": entry.note, "entered": entry.entered}


def timed_entry(
    id: Value, at: Value, fever: Value, note: Value, how: Value, entered: Value = None
) -> TimedEntry:
    """A timed entry from its columns."""
    return TimedEntry(
        at=stored_time(at),
        fever=fever if isinstance(fever, float) else None,
        note=note if isinstance(note, str) else None,
        how=how if isinstance(how, str) else None,
        id=int(id) if isinstance(id, int) else None,
        entered=entered if isinstance(entered, str) else None,
    )
