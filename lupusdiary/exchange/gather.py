"""Reads the lists of a document row by row: what is wrong with a row is gathered, and the next is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from lupusdiary.exchange.entry import Entry
from lupusdiary.exchange.fault import Faults, Place, about
from lupusdiary.language import Refusal

# Which row of the contents it is: a list and the number in it from 0; or "days", the day, a code or "note";
# or "days", the day, "timed", the number in it.
RowKey = tuple[str | int, ...]
# Where rows stand in files of lists, by list, entry from 1, and what of it.
Origins = Mapping[RowKey, Place]

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Places:
    """Where each row of what was read stands. `order` holds the entries of a list as they were sorted."""

    origins: Origins = field(default_factory=dict)
    order: dict[RowKey, list[int]] = field(default_factory=dict)
    days: dict[str, int] = field(default_factory=dict)

    def entry(self, name: str, *which: str | int) -> Place:
        """Where the entry of a document's list stands, counted from 1, or a part of it."""
        number = which[0] if which else None
        found = self.origins.get((name, *which)) or self.origins.get((name, *which[:1]))
        return found or Place(name, number if isinstance(number, int) else None)

    def of(self, key: RowKey) -> Place:
        """Where a row of the contents stands."""
        name, which, *rest = key
        if name == "days":
            number = self.days.get(str(which), 0)
            if rest and rest[0] == "timed":
                rest[1] = self.order["timed", which][int(rest[1])]
            place = self.entry("days", number, *rest)
            return about(place, which, rest[0] if rest else None)
        order = self.order.get((name,), [])
        return self.entry(str(name), order[int(which)] if int(which) < len(order) else 0)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The lists of one document, the places of their rows, and what was found to be wrong."""

    top: Entry
    ignored: set[str]
    faults: Faults
    places: Places

    def rows(self, name: str, inside: Entry | None = None) -> Iterable[tuple[int, Any]]:
        """The raw entries of a list with their numbers from 1."""
        try:
            found = (inside or self.top).items(name.rpartition(" ")[2])
        except Refusal as why:
            self.faults.add(Place(name if inside else ""), why)
            return ()
        return enumerate(found, start=1)

    def sorted(
        self,
        name: str,
        read: Callable[[Entry], Read],
        by: Callable[[Read], Any] | None = None,
        inside: Entry | None = None,
    ) -> tuple[Read, ...]:
        """The entries of a list that can be read, sorted; ties keep their order."""
        found: list[tuple[int, Read]] = []
        for number, raw in self.rows(name, inside):
            try:
                entry = Entry(raw, name.replace(": ", "."), self.ignored)
                record = read(entry)
                entry.close()
            except Refusal as why:
                self.faults.add(named(self.places.entry(name, number), raw), why)
            else:
                found.append((number, record))
        if by is not None:
            found.sort(key=lambda pair: by(pair[1]))
        self.places.order[(name,)] = [number for number, _ in found]
        return tuple(record for _, record in found)

    def one(self, name: str, read: Callable[[Entry], Read]) -> Read | None:
        """An object of the document, or None when it is wrong."""
        try:
            entry = Entry(self.top.mapping(name), name, self.ignored)
            record = read(entry)
            entry.close()
        except Refusal as why:
            self.faults.add(self.places.entry(name, 1), why)
            return None
        return record


def named(place: Place, raw: object) -> Place:
    """The place with what a raw entry says of its day and item."""
    if not isinstance(raw, dict):
        return place
    day = raw.get("day", raw.get("collected_on", raw.get("start")))
    return about(place, day, raw.get("analyte", raw.get("kind", raw.get("id"))))
