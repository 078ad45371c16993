"""Single values and records as JSON writes them."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, time
from typing import Any

from lupusdiary.domain.day_record import BloodPressure

_WHOLE = 2**53


def number(value: float) -> int | float:
    """A number as it is shortest: 6 instead of 6.0."""
    return int(value) if abs(value) < _WHOLE and float(value).is_integer() else value


def plain(value: object) -> Any:
    """One value as JSON writes it: days ISO, times HH:MM, blood pressure 120/80."""
    if isinstance(value, bool | str):
        return value
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M:%S" if value.second else "%H:%M")
    if isinstance(value, BloodPressure):
        return str(value)
    raise TypeError(type(value).__name__)


def known(record: Any, *, leave: tuple[str, ...] = ("id",)) -> dict[str, Any]:
    """The fields of a record whose value is known, in their order."""
    return {
        field.name: plain(value)
        for field in fields(record)
        if field.name not in leave and (value := getattr(record, field.name)) is not None
    }
