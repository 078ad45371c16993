"""Between the values of the domain and the rows of the diary file."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, time
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from lupusdiary.diary.validation import LARGEST_NUMBER
from lupusdiary.domain.day_record import HOW, BloodPressure, ReadingValue, TimedEntry
from lupusdiary.domain.period import Period
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.engine import damaged
from lupusdiary.storage.protocols import Value
from lupusdiary.storage.table import Between, Row, Table
from lupusdiary.storage.text import stored_day, stored_time

T = TypeVar("T")
# From a column to the value of a field.
Decoder = Callable[[Value], Any]
# What a decoder says of a value that no write of ours leaves.
UNREADABLE = (ValueError, TypeError, KeyError, AssertionError, OverflowError, RecursionError, IndexError)
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

    def __init__(
        self,
        file: DiaryFile,
        table: str,
        kind: type[T],
        day: str | None = None,
        special: Mapping[str, Decoder] = MappingProxyType({}),
    ) -> None:
        """`special` reads the fields whose type says too little of what they hold."""
        self._table = Table(file, table)
        self._kind = kind
        self._has_id = any(field.name == "id" for field in dataclasses.fields(kind))  # type: ignore[arg-type]
        self._fields = {**decoders_of(kind), **special}
        self._columns = columns_of(self._fields)
        self._day = day

    def all(self, period: Period | None = None, where: Mapping[str, Value] | None = None) -> list[T]:
        """Records of a period, or all."""
        order = (self._day, "id") if self._day else ("id",)
        found = self._table.find(
            where, between=between(period, self._day) if self._day else None, order=order
        )
        return [self._record(row) for row in found]

    def newest(self, where: Mapping[str, Value]) -> T | None:
        """The one of the last day; of several, that which was entered last."""
        assert self._day is not None
        row = self._table.last(where, (self._day, "id"))
        return None if row is None else self._record(row)

    def ends(self) -> list[date]:
        """The first and the last day of all records; none where there is none."""
        assert self._day is not None
        found = [self._table.extreme(self._day, which) for which in ("min", "max")]
        return [stored_day(day) for day in found if day is not None]

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
        id = self.add(record)
        return dataclasses.replace(record, id=id) if self._has_id else record  # type: ignore[type-var]

    def add(self, record: T) -> int:
        """Adds one of many records and says its id."""
        return self._table.insert(self._row(record))

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
        return _row_of(record, self._columns)

    def _record(self, row: Row) -> T:
        values = values_of(row, self._fields)
        try:
            return self._kind(**values, **({"id": row["id"]} if self._has_id else {}))
        except Refusal:
            # What a person is told to correct when she enters it is damage where nobody entered it.
            raise damaged() from None


# Fields where SQL has the words for itself, or that would be taken for another column.
_COLUMNS = {"start": "start_day", "end": "end_day", "left": "left_on"}


def decoders_of(kind: type[Any]) -> dict[str, Decoder]:
    """The fields of a record, without its id, each with what reads its column."""
    fields = dataclasses.fields(kind)
    return {field.name: _decoder(str(field.type)) for field in fields if field.name != "id"}


def row_of(record: Any, fields: Iterable[str]) -> Row:
    """The columns of some fields of a record."""
    return _row_of(record, columns_of(fields))


def columns_of(fields: Iterable[str]) -> dict[str, str]:
    """The columns in which the fields of a record stand, without its id."""
    return {name: _COLUMNS.get(name, name) for name in fields if name != "id"}


def _row_of(record: Any, columns: Mapping[str, str]) -> Row:
    return {column: _plain(getattr(record, name)) for name, column in columns.items()}


def values_of(row: Row, fields: Mapping[str, Decoder]) -> dict[str, Any]:
    """The values of fields, from the columns of a row; an older file lacks some."""
    return {name: read(row.get(_COLUMNS.get(name, name))) for name, read in fields.items()}


def _decoder(type_: str) -> Decoder:
    """What reads the column of a field of this type, as the type is written."""
    return next((read for start, read in _BY_TYPE.items() if type_.startswith(start)), _as_it_is)


def _as_it_is(value: Value) -> Any:
    if isinstance(value, float) and not abs(value) <= LARGEST_NUMBER:
        raise damaged()
    return value


def _day(value: Value) -> Any:
    return stored_day(value) if isinstance(value, str) else _as_it_is(value)


def _time(value: Value) -> Any:
    return stored_time(value) if isinstance(value, str) else _as_it_is(value)


def _whole(value: Value) -> Any:
    value = _as_it_is(value)
    return int(value) if isinstance(value, float) else value


def _yes(value: Value) -> Any:
    return None if value is None else bool(_as_it_is(value))


def _texts(value: Value) -> tuple[str, ...]:
    if value is None:
        return ()
    try:
        listed = json.loads(str(value))
    except (ValueError, RecursionError):
        raise damaged() from None
    if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
        raise damaged()
    return tuple(listed)


def one_of(words: Collection[str | None]) -> Decoder:
    """What reads a column that holds one of a few words."""

    def read(value: Value) -> Any:
        if value not in words:
            raise damaged()
        return value

    return read


def _days(value: Value) -> tuple[date, ...]:
    return tuple(map(stored_day, _texts(value)))


# The first that fits counts.
_BY_TYPE: dict[str, Decoder] = {
    "tuple[date": _days,
    "tuple": _texts,
    "date": _day,
    "time": _time,
    "int": _whole,
    "bool": _yes,
}


def _plain(value: object) -> Value:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        at = value.replace(microsecond=0, tzinfo=None)
        return at.isoformat("seconds" if at.second else "minutes")
    if isinstance(value, tuple):
        return json.dumps([_plain(each) for each in value], ensure_ascii=False) if value else None
    if isinstance(value, bool):
        return int(value)
    assert isinstance(value, int | float)
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


def manner(how: Value) -> str | None:
    """How an entry came to be, as `DayRecord.how` says it; None for one of the day itself."""
    if how is not None and how not in HOW:
        raise damaged()
    return None if how is None else str(how)


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
        how=manner(how),
        id=int(id) if isinstance(id, int) else None,
        entered=entered if isinstance(entered, str) else None,
    )
