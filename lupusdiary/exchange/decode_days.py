"""Reads the daily part of our JSON format: days with their readings, and the list of items."""

from __future__ import annotations

from datetime import date
from typing import Any

from lupusdiary.domain.records import COPIED, LATER, DayRecord, ReadingValue, TimedEntry, TrackedSymptom
from lupusdiary.domain.scale import BLOOD_PRESSURE, OWN_SCALES
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.domain.typed_unit import checked_typed
from lupusdiary.exchange.entry import Entry, placed, text_of, time_of
from lupusdiary.language import Refusal

NOTE = "note"
HOW = (LATER, COPIED)


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

    def __init__(self, catalogue: SymptomCatalogue, *, spelled: bool = False) -> None:
        self._catalogue = catalogue
        self._spelled = spelled
        self._seen: set[date] = set()

    def read(self, entry: Entry) -> DayRecord:
        """One day; the same day twice is refused, since neither of the two may win silently."""
        day = entry.must_day("day")
        if day in self._seen:
            raise Refusal("the day {day} is there twice.", day=day.isoformat())
        self._seen.add(day)
        readings = {code: self._reading(code, value) for code, value in entry.mapping("readings").items()}
        note = entry.string("note")
        timed = tuple(sorted(entry.each("timed", self._timed), key=lambda timed: timed.at))
        how = self._how(entry.mapping("how"), readings.keys() | ({NOTE} if note else set()))
        return DayRecord(
            day, readings, how, note or None, timed, self._entered(entry.mapping("entered"), readings)
        )

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

    def _entered(self, given: dict[str, Any], readings: dict[str, ReadingValue]) -> dict[str, str]:
        with placed("entered"):
            return {
                code: checked_typed(code, text_of(typed, code), readings.get(code))
                for code, typed in given.items()
            }

    def _how(self, given: dict[str, Any], recorded: set[str]) -> dict[str, str]:
        with placed("how"):
            for code, word in given.items():
                if code not in recorded:
                    raise Refusal("“{code}” is not among the readings of this day.", code=str(code)[:40])
                if word not in HOW:
                    raise Refusal("“{field}” must be one of {words}.", field=code, words=", ".join(HOW))
        return dict(given)
