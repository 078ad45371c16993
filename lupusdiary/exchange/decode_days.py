"""Reads the daily part of our JSON format: days with their readings, and the list of items."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date
from typing import Any

from lupusdiary.domain.day_record import (
    HOW,
    DayRecord,
    ReadingValue,
    TimedEntry,
    TrackedSymptom,
)
from lupusdiary.domain.scale import BLOOD_PRESSURE, OWN_SCALES
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.domain.typed_unit import checked_typed
from lupusdiary.exchange.entry import Entry, placed, text_of, time_of
from lupusdiary.exchange.fault import about
from lupusdiary.exchange.gather import Gathered, named
from lupusdiary.language import Refusal

NOTE = "note"


def symptom_item(entry: Entry) -> TrackedSymptom:
    """One line of "symptoms"; an own item has a name and a scale, an item of the catalogue neither."""
    code = entry.must("id")
    tracked = entry.flag("tracked")
    name, scale = entry.string("name"), entry.choice("scale", OWN_SCALES)
    if tracked is None:
        raise Refusal("“{field}” is missing.", field="tracked")
    in_catalogue = code in SymptomCatalogue()
    if in_catalogue and (name is not None or scale is not None):
        raise Refusal("“{code}” is an item of the catalogue and takes no name or scale.", code=code)
    if not in_catalogue and (not name or scale is None):
        raise Refusal("“{code}” is not in the catalogue, so it needs a name and a scale.", code=code[:40])
    return TrackedSymptom(code, tracked, name, scale, bool(entry.flag("retired")))


class DayReader:
    """Reads days against the items that the diary knows. `spelled`: readings are written as a person
    writes them ("yes", "6"), as in CSV, and not as JSON values."""

    def __init__(self, catalogue: SymptomCatalogue, lists: Gathered, *, spelled: bool = False) -> None:
        self._catalogue = catalogue
        self._lists = lists
        self._spelled = spelled
        self._seen: set[date] = set()

    def all(self) -> tuple[DayRecord, ...]:
        """The days in their order. A wrong reading is a fault of its own, and the rest of its day is read."""
        found = []
        for number, raw in self._lists.rows("days"):
            try:
                entry = Entry(raw, "days", self._lists.ignored)
                found.append(self._read(entry, number))
                entry.close()
            except Refusal as why:
                self._lists.faults.add(named(self._lists.places.entry("days", number), raw), why)
        return tuple(sorted(found, key=lambda day: day.day))

    def _read(self, entry: Entry, number: int) -> DayRecord:
        """One day; the same day twice is refused, since neither of the two may win silently."""
        day = entry.must_day("day")
        if day in self._seen:
            raise Refusal("the day {day} is there twice.", day=day.isoformat())
        self._seen.add(day)
        lists, at = self._lists, day.isoformat()
        given, how, entered = entry.mapping("readings"), entry.mapping("how"), entry.mapping("entered")
        note = entry.string("note")
        self._check_how(how, given.keys() | ({NOTE} if note else set()))
        readings: dict[str, ReadingValue] = {}
        typed: dict[str, str] = {}
        for code, value in given.items():
            try:
                reading = self._reading(code, value)
                if code in entered:
                    with placed("entered"):
                        typed[code] = checked_typed(code, text_of(entered[code], code), reading)
                readings[code] = reading
            except Refusal as why:
                lists.faults.add(about(lists.places.entry("days", number, code), at, code), why)
        with placed("entered"):
            for code in entered.keys() - given.keys():
                checked_typed(code, text_of(entered[code], code), None)
        timed = self._all_timed(entry, number, at)
        lists.places.days[at] = number
        kept = {code: word for code, word in how.items() if code in readings or code == NOTE}
        return DayRecord(day, readings, kept, note or None, timed, typed)

    def _all_timed(self, day: Entry, number: int, at: str) -> tuple[TimedEntry, ...]:
        lists, found = self._lists, []
        for each, raw in enumerate(day.items("timed"), start=1):
            stands = lists.places.entry("days", number, "timed", each)
            try:
                with placed("timed", each) if stands.line is None else nullcontext():
                    entry = Entry(raw, "days.timed", lists.ignored)
                    found.append((each, self._timed(entry)))
                    entry.close()
            except Refusal as why:
                lists.faults.add(about(stands, at, "fever"), why)
        found.sort(key=lambda pair: pair[1].at)
        lists.places.order["timed", at] = [each for each, _ in found]
        return tuple(entry for _, entry in found)

    def _reading(self, code: str, value: Any) -> ReadingValue:
        item = self._catalogue.get(text_of(code, "readings"))
        if isinstance(value, str) and (self._spelled or item.scale.type == BLOOD_PRESSURE):
            return item.parse(text_of(value, code))
        return item.check(value)

    def _timed(self, entry: Entry) -> TimedEntry:
        at = time_of(entry.must("at"))
        degrees = entry.get("fever")
        fever = None if degrees is None else self._reading("fever", degrees)
        note = entry.string("note")
        if fever is None and not note:
            raise Refusal("a timed entry needs “fever” or “note”.")
        assert fever is None or isinstance(fever, int | float)
        typed = entry.string("entered")
        entered = None if typed is None else checked_typed("fever", typed, fever)
        return TimedEntry(at, fever, note or None, entry.choice("how", HOW), entered=entered)

    @staticmethod
    def _check_how(given: dict[str, Any], recorded: set[str]) -> None:
        with placed("how"):
            for code, word in given.items():
                if code not in recorded:
                    raise Refusal("“{code}” is not among the readings of this day.", code=str(code)[:40])
                if word not in HOW:
                    raise Refusal("“{field}” must be one of {words}.", field=code, words=", ".join(HOW))
