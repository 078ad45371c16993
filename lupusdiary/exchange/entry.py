"""One JSON object of an import, read field by field: a wrong type is refused in a sentence that names it.

By hand, and not with msgspec, which was tried on the events (a tenth of a second less in 100,000 entries).
What it finds is one English sentence and nothing else, so that ours would be made by taking that apart; it
stops at the first fault in the order of the file, not of the entry; it takes infinity, numbers of any size,
NUL and half characters, and turns 5 into 5.0; and it does not say which fields it did not know. Each of these
would be checked by hand beside it, and then there were two validators.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, time
from typing import Any, TypeVar

from lupusdiary.domain.period import parse_day
from lupusdiary.language import Refusal

_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?")
_LARGEST = 1e15

Read = TypeVar("Read")


def text_of(value: object, field: str) -> str:
    """The value if it is text that a diary can hold: no NUL, no half of a character."""
    if not isinstance(value, str):
        raise Refusal("“{field}” must be text.", field=field)
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        raise Refusal("“{field}” holds a character that is cut in half.", field=field) from None
    if "\0" in value:
        raise Refusal("“{field}” holds a NUL character.", field=field)
    return value


def number_of(value: object, field: str) -> float:
    """The value if it is a finite number of a size that a measurement can have; true and false are not."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Refusal("“{field}” must be a number.", field=field)
    if not math.isfinite(value) or abs(value) > _LARGEST:
        raise Refusal("“{field}” is not a number that a diary can hold.", field=field)
    return value


def time_of(text: str) -> time:
    """A time of day written as 14:30. Raises `Refusal` for anything else."""
    found = _TIME.fullmatch(text)
    if found is None:
        raise Refusal("“{text}” is not a time of day. Write it as 14:30.", text=text[:40])
    return time(int(found[1]), int(found[2]), int(found[3] or 0))


class Entry:
    """One object under its list's name. Fields that nobody asked for are remembered in `ignored`."""

    def __init__(self, values: object, name: str, ignored: set[str]) -> None:
        if not isinstance(values, dict):
            raise Refusal("an object with named fields is expected here.")
        self._values: dict[str, Any] = values
        self._name = name
        self._ignored = ignored
        self._asked: set[str] = set()

    def get(self, field: str) -> Any:
        """A field's raw value, or None when it is absent; null counts as a wrong type."""
        self._asked.add(field)
        value = self._values.get(field)
        if value is None and field in self._values:
            raise Refusal("“{field}” is null: leave the field out when it is not known.", field=field)
        return value

    def string(self, field: str) -> str | None:
        """A text, or None when it is absent."""
        value = self.get(field)
        return None if value is None else text_of(value, field)

    def must(self, field: str) -> str:
        """A text that may not be absent."""
        value = self.string(field)
        if value is None:
            raise Refusal("“{field}” is missing.", field=field)
        return value

    def number(self, field: str) -> float | None:
        """A number, or None when it is absent."""
        value = self.get(field)
        return None if value is None else number_of(value, field)

    def flag(self, field: str) -> bool | None:
        """True or false, or None when it is absent."""
        value = self.get(field)
        if value is not None and not isinstance(value, bool):
            raise Refusal("“{field}” must be true or false.", field=field)
        return value

    def day(self, field: str) -> date | None:
        """A calendar day, or None when it is absent."""
        value = self.string(field)
        return None if value is None else parse_day(value)

    def must_day(self, field: str) -> date:
        """A calendar day that may not be absent."""
        return parse_day(self.must(field))

    def choice(self, field: str, allowed: Iterable[str]) -> str | None:
        """One of a few words, or None when it is absent."""
        value = self.string(field)
        if value is not None and value not in (words := tuple(allowed)):
            raise Refusal("“{field}” must be one of {words}.", field=field, words=", ".join(words))
        return value

    def mapping(self, field: str) -> dict[str, Any]:
        """An object of named values, empty when it is absent."""
        value = self.get(field)
        if value is not None and not isinstance(value, dict):
            raise Refusal("“{field}” must be an object with named fields.", field=field)
        return value or {}

    def items(self, field: str) -> list[Any]:
        """A list, empty when it is absent."""
        value = self.get(field)
        if value is not None and not isinstance(value, list):
            raise Refusal("“{field}” must be a list.", field=field)
        return value or []

    def has(self, field: str) -> bool:
        """Whether the field is there at all."""
        return field in self._values

    def each(self, field: str, read: Callable[[Entry], Read]) -> Iterator[Read]:
        """Reads every object of a list; a refusal says which list and which entry."""
        for position, item in enumerate(self.items(field), start=1):
            with placed(field, position):
                entry = Entry(item, f"{self._name}.{field}" if self._name else field, self._ignored)
                found = read(entry)
                entry.close()
            yield found

    def inner(self, field: str, read: Callable[[Entry], Read]) -> Read:
        """Reads an object that must be there; a refusal says in which field."""
        if not self.has(field):
            raise Refusal("“{field}” is missing.", field=field)
        with placed(field):
            entry = Entry(self.get(field), f"{self._name}.{field}" if self._name else field, self._ignored)
            found = read(entry)
            entry.close()
        return found

    def close(self) -> None:
        """Notes the fields that were not asked for."""
        for field in self._values.keys() - self._asked:
            self._ignored.add(f"{self._name}.{field[:40]}" if self._name else field[:40])


@contextmanager
def placed(name: str, position: int | None = None) -> Iterator[None]:
    """Says in every refusal inside which list, and which entry of it, it is about."""
    try:
        yield
    except Refusal as fault:
        if position is None:
            raise Refusal("{list}: {fault}", list=name, fault=fault) from fault
        raise Refusal("{list}, entry {number}: {fault}", list=name, number=position, fault=fault) from fault
