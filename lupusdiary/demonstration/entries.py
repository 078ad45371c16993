"""The daily entries of a story: scores that wander around their courses, missing days, notes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

from lupusdiary.demonstration.script import Script
from lupusdiary.demonstration.trend import Chance, Trend, rounded, summer, winter
from lupusdiary.domain.day_record import (
    COPIED,
    LATER,
    BloodPressure,
    DayRecord,
    ReadingValue,
    TimedEntry,
    TrackedSymptom,
)
from lupusdiary.domain.scale import YES_NO
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.domain.symptom_item import Symptom

_STICKS = 0.6
_SKIPPED = 0.03
# Walks through a list of notes so that the same one comes again late.
_STRIDE = 5


class Entries:
    """Writes a fictional person's days, from the first sparse notes to the daily check-in."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._facts = script.data["symptoms"]
        self._catalogue = SymptomCatalogue([self._own(None)])
        self._courses = {code: Trend(each["curve"]) for code, each in self._facts.items()}
        self._often = {code: Trend(each["often"]) for code, each in self._facts.items() if "often" in each}
        self._notes = {date.fromisoformat(day): texts for day, *texts in script.notes["dated"]}
        self._wander: dict[str, float] = {}
        self._told = 0

    def tracked(self, until: date) -> tuple[TrackedSymptom, ...]:
        """The items of her daily list in their order; the own one is retired in the course of the story."""
        listed = [TrackedSymptom(code, True) for code in self._script.data["tracked"]]
        return (*listed, self._own(until))

    def _own(self, until: date | None) -> TrackedSymptom:
        own = self._script.data["own"]
        day = own["retired_on"]
        retired = until is not None and day is not None and day <= until.isoformat()
        name = self._script.pick(own["name"])
        return TrackedSymptom(own["code"], not retired, name, own["scale"], retired)

    def days(self, until: date) -> list[DayRecord]:
        """Every recorded day up to `until`."""
        daily_from = date.fromisoformat(self._script.data["daily_from"])
        found = [self._sparse(day) for day in sorted(self._notes) if day < min(daily_from, until + _DAY)]
        last: DayRecord | None = None
        for number in range((until - daily_from).days + 1):
            record = self._daily(daily_from + timedelta(days=number), last)
            if not record.is_empty:
                found.append(record)
                last = record if record.readings else last
        return found

    def _sparse(self, day: date) -> DayRecord:
        """A day of the early years: a note and a few scores, some of them written down afterwards."""
        chance = Chance(self._script.name, day, "sparse")
        codes = self._script.data["sparse"]
        readings = {code: self._score(day, self._catalogue.get(code), chance.around() / 2) for code in codes}
        note = self._script.pick(self._notes[day])
        how = dict.fromkeys((*readings, "note"), LATER) if chance.happens(0.4) else {}
        return DayRecord(day, readings, how, note)

    def _daily(self, day: date, last: DayRecord | None) -> DayRecord:
        chance = Chance(self._script.name, day, "day")
        shared = chance.around() * 0.5
        readings = dict(self._readings(day, shared))
        timed = self._timed(day)
        note = self._note(day, chance)
        data = self._script.data
        missing = chance.happens(data["missing"]) or any(a <= day.isoformat() <= b for a, b in data["gaps"])
        way = chance.share()
        if day in self._notes or timed:
            return DayRecord(day, readings, {}, note, timed)
        if missing:
            return DayRecord(day)
        if way < data["copied"] and last is not None:
            same = {
                code: value
                for code, value in last.readings.items()
                if not self._catalogue.get(code).never_copied
            }
            return DayRecord(day, same, dict.fromkeys(same, COPIED))
        if way < data["copied"] + data["later"]:
            codes = (*readings, "note") if note else tuple(readings)
            return DayRecord(day, readings, dict.fromkeys(codes, LATER), note)
        return DayRecord(day, readings, {}, note)

    def _readings(self, day: date, shared: float) -> Iterator[tuple[str, ReadingValue]]:
        """One day's scores: each sticks to its own yesterday and leans with the day as a whole."""
        for code, facts in self._facts.items():
            chance = Chance(self._script.name, day, code)
            drift = _STICKS * self._wander.get(code, 0.0) + (1 - _STICKS) * 1.6 * chance.around()
            self._wander[code] = drift
            value = self._score(day, self._catalogue.get(code), drift + shared)
            often = self._often[code].at(day) if code in self._often else 1 - _SKIPPED
            if chance.happens(often) and day.isoformat() <= facts.get("until", "9999"):
                yield code, value
        if pressure := self._pressure(day):
            yield "bp", pressure

    def _score(self, day: date, symptom: Symptom, chance: float) -> ReadingValue:
        facts = self._facts[symptom.id]
        season = facts.get("summer", 0) * summer(day) + facts.get("winter", 0) * winter(day)
        value = self._courses[symptom.id].at(day) + season + facts["spread"] * chance
        if symptom.scale.type == YES_NO:
            return bool(value >= 0.5)
        bounded = min(max(value, symptom.scale.minimum), symptom.scale.maximum)
        return rounded(bounded, float(facts.get("step", 1)))

    def _pressure(self, day: date) -> BloodPressure | None:
        facts = self._script.data.get("blood_pressure")
        chance = Chance(self._script.name, day, "bp")
        if facts is None or not chance.happens(Trend(facts["often"]).at(day)):
            return None
        lean = facts["spread"] * chance.around()
        systolic = int(Trend(facts["systolic"]).at(day) + lean + 0.5)
        return BloodPressure(systolic, int(Trend(facts["diastolic"]).at(day) + lean * 0.55 + 0.5))

    def _note(self, day: date, chance: Chance) -> str | None:
        if day in self._notes:
            return self._script.pick(self._notes[day])
        if not chance.happens(self._script.data["everyday_note"]):
            return None
        phase = [each for each in self._script.notes["everyday"] if each["from"] <= day.isoformat()][-1]
        out_of_season = {"hot" if summer(day) == 0 else "", "cold" if winter(day) == 0 else ""}
        fitting = [texts for texts in phase["notes"] if texts[-1] not in out_of_season]
        self._told += 1
        return self._script.pick(fitting[self._told * _STRIDE % len(fitting)])

    def _timed(self, day: date) -> tuple[TimedEntry, ...]:
        return tuple(
            TimedEntry(time.fromisoformat(at), fever, self._script.pick(texts) or None)
            for each, at, fever, *texts in self._script.notes["timed"]
            if each == day.isoformat()
        )


_DAY = timedelta(days=1)
