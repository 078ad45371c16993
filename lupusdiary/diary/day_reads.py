"""What is recorded of the days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from lupusdiary.diary.check_in import MIDNIGHT, CheckIn
from lupusdiary.diary.note_search import NoteFound, all_notes, find_notes
from lupusdiary.diary.row_mapping import between, manner, reading_value, timed_entry
from lupusdiary.domain.day_record import (
    CONFIRMED,
    COPIED,
    LATER,
    DayRecord,
    ReadingValue,
    RecordedDays,
    TimedEntry,
)
from lupusdiary.domain.period import Period
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.engine import damaged
from lupusdiary.storage.protocols import Value
from lupusdiary.storage.table import Between, Table
from lupusdiary.storage.text import stored_day, stored_days

ON_THE_DAY = "on_the_day"
NOTE = "note"
TEMPERATURE_ITEM = "fever"

# What was copied and then confirmed on its day counts as entered on that day.
_RANK = {None: 0, CONFIRMED: 0, LATER: 1, COPIED: 2}
# How many days back a day is copied from: what is older is no longer the pattern of these days.
COPY_DAYS = 3
_NAMES = (ON_THE_DAY, LATER, COPIED)


class DayReads:
    """Reads days; every question is answered from the indexes by day."""

    def __init__(self, file: DiaryFile, check_in: CheckIn) -> None:
        self._file = file
        self._day = check_in
        self._readings = Table(file, "reading")
        self._notes = Table(file, "day_note")
        self._timed = Table(file, "timed_entry")

    def day(self, day: date) -> DayRecord:
        """One day; an empty record if nothing is recorded."""
        found = self.between(Period(day, day))
        return found[0] if found else DayRecord(day)

    def between(self, period: Period | None) -> list[DayRecord]:
        """The days of a period (None: all) that have anything recorded, in order."""
        readings: dict[str, dict[str, ReadingValue]] = {}
        how: dict[str, dict[str, str]] = {}
        entered: dict[str, dict[str, str]] = {}
        notes: dict[str, str] = {}
        timed: dict[str, list[TimedEntry]] = {}
        days = between(period, "day")
        with self._file.reading():
            columns = ("day", "symptom", "number", "yes", "diastolic", "how", "entered")
            for day, symptom, number, yes, diastolic, came, typed in self._readings.select(
                columns, between=days, order=("day", "symptom")
            ):
                readings.setdefault(str(day), {})[str(symptom)] = reading_value(number, yes, diastolic)
                if (known := manner(came)) is not None:
                    how.setdefault(str(day), {})[str(symptom)] = known
                if typed is not None:
                    entered.setdefault(str(day), {})[str(symptom)] = str(typed)
            for day, note, came in self._notes.select(("day", "note", "how"), between=days):
                notes[str(day)] = str(note)
                if (known := manner(came)) is not None:
                    how.setdefault(str(day), {})[NOTE] = known
            columns = ("day", "id", "at", "fever", "note", "how", "entered")
            for day, *entry in self._timed.select(columns, between=days, order=("day", "at", "id")):
                timed.setdefault(str(day), []).append(timed_entry(*entry))
        end = self._day.ends_at if timed else None
        if end is not None and end != MIDNIGHT:
            # What was noted at half past one belongs after the evening before it.
            for entries in timed.values():
                entries.sort(key=lambda entry: (entry.at < end, entry.at))
        return [
            DayRecord(
                stored_day(day),
                readings.get(day, {}),
                how.get(day, {}),
                notes.get(day),
                tuple(timed.get(day, ())),
                entered.get(day, {}),
            )
            for day in sorted({*readings, *notes, *timed})
        ]

    def recorded_on(self, period: Period) -> Mapping[date, str]:
        """How each recorded day of a period came to be: on_the_day, later or copied (see RecordedDays)."""
        ranks: dict[str, int] = {}
        with self._file.reading():
            for table in (self._readings, self._notes, self._timed):
                days = between(period, "day")
                for day, how in table.select(("day", "how"), between=days, order=("day",), distinct=True):
                    rank = _RANK[manner(how)]
                    ranks[str(day)] = min(rank, ranks.get(str(day), rank))
        return {stored_day(day): _NAMES[ranks[day]] for day in sorted(ranks)}

    def recorded_days(self, period: Period) -> list[date]:
        """The days of a period of which anything is recorded, in their order."""
        days = Between("day", period.start.isoformat(), period.end.isoformat())
        kept = (self._readings, self._notes, self._timed)
        with self._file.reading():
            found = {day for table in kept for day in table.distinct(days)}
        return stored_days(sorted(found))

    def recorded(self, period: Period) -> RecordedDays:
        """How many days of a period are recorded."""
        found = list(self.recorded_on(period).values())
        return RecordedDays(period.days, *(found.count(name) for name in _NAMES))

    def values(self, symptom: str, period: Period | None = None) -> dict[date, ReadingValue]:
        """What was recorded of one item, by day; of a day's several temperatures the highest."""
        columns = ("day", "number", "yes", "diastolic")
        found = self._readings.select(
            columns, {"symptom": symptom}, between=between(period, "day"), order=("day",)
        )
        values = {stored_day(day): reading_value(*value) for day, *value in found}
        return self._with_temperatures(values, period) if symptom == TEMPERATURE_ITEM else values

    def values_by_item(
        self, period: Period | None, items: Sequence[str] | None = None
    ) -> dict[str, dict[date, ReadingValue]]:
        """What was recorded of every item (`items`: of these), by code and day; of a day's several
        temperatures the highest. For decades of days, of which nothing else is asked."""
        found: dict[str, dict[date, ReadingValue]] = {}
        # Most items are recorded on the same days, and there are few different values: each is read once.
        days: dict[Value, list[date]] = {}
        columns = ("number", "yes", "diastolic")
        gathered = self._readings.gathered(
            "symptom", "day", columns, between=between(period, "day"), only=items
        )
        for code, day_texts, texts, measured, answered, diastolic in gathered:
            if diastolic or (measured and answered):
                found[str(code)] = self.values(str(code), period)
                continue
            here = days.get(day_texts)
            if here is None:
                here = days[day_texts] = stored_days(str(day_texts).split(","))
            each = str(texts).split(",")
            read = {text: _gathered_value(text, yes=bool(answered)) for text in set(each)}
            by_day = dict(zip(here, map(read.__getitem__, each), strict=True))
            found[str(code)] = by_day if here == sorted(here) else dict(sorted(by_day.items()))
        if items is None or TEMPERATURE_ITEM in items:
            temperatures = self._with_temperatures(found.get(TEMPERATURE_ITEM, {}), period)
            if temperatures:
                found[TEMPERATURE_ITEM] = temperatures
        return found

    def symptoms_used(self) -> list[str]:
        """The codes of every item that was ever recorded."""
        # From one code to the next along the index: sixty years of rows are not looked at.
        codes: set[str] = set()
        found = self._readings.extreme("symptom", "max")
        while isinstance(found, str):
            codes.add(found)
            found = self._readings.extreme("symptom", "max", below=found)
        return sorted(codes | {TEMPERATURE_ITEM} if self._temperatures(None) else codes)

    def first(self) -> date | None:
        """The first day with anything recorded."""
        return min(self._ends("min"), default=None)

    def last(self) -> date | None:
        """The last day with anything recorded."""
        return max(self._ends("max"), default=None)

    def last_recorded_before(self, day: date) -> date | None:
        """The last day before `day` with a reading."""
        found = self._readings.extreme("day", "max", below=day.isoformat())
        return stored_day(found) if isinstance(found, str) else None

    def noted_on(self, period: Period) -> set[date]:
        """The days of a period that have a note, of the day or of a time."""
        days = between(period, "day")
        found = {str(day) for (day,) in self._notes.select(("day",), between=days)}
        found |= {str(day) for day, note in self._timed.select(("day", "note"), between=days) if note}
        return {stored_day(day) for day in found}

    def copy_source(self, day: date) -> date | None:
        """The day that `copy_last` copies: the last one with a reading, at most three days before `day`."""
        found = self.last_recorded_before(day)
        return found if found is not None and (day - found).days <= COPY_DAYS else None

    def search_notes(self, text: str) -> list[NoteFound]:
        """The notes that hold `text` anywhere, inside words too; newest first."""
        return find_notes(self._notes, self._timed, text)

    def notes(self) -> list[NoteFound]:
        """Every note of a day or time, newest first."""
        return all_notes(self._notes, self._timed)

    def _with_temperatures(
        self, values: dict[date, ReadingValue], period: Period | None
    ) -> dict[date, ReadingValue]:
        """The temperatures of days, with those that were taken at a time: the highest of a day."""
        taken = self._temperatures(period)
        for text, fever in taken:
            day = stored_day(text)
            here = values.get(day)
            values[day] = max(fever, here) if isinstance(here, int | float) else fever
        return dict(sorted(values.items())) if taken else values

    def _temperatures(self, period: Period | None) -> list[tuple[str, float]]:
        """Day and degrees of every temperature that was taken at a time of its day."""
        found = self._timed.select(("day", "fever"), between=between(period, "day"), order=("day",))
        return [(str(day), fever) for day, fever in found if isinstance(fever, float)]

    def _ends(self, which: str) -> list[date]:
        found = [table.extreme("day", which) for table in (self._readings, self._notes, self._timed)]
        return [stored_day(day) for day in found if isinstance(day, str)]


def _gathered_value(text: str, *, yes: bool) -> ReadingValue:
    """A value that came as text, as its column holds it."""
    try:
        return reading_value(None, int(text), None) if yes else reading_value(float(text), None, None)
    except ValueError:
        raise damaged() from None
