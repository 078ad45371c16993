"""What a person records of a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from enum import Enum
from types import MappingProxyType

from lupusdiary.diary.check_in import CheckIn
from lupusdiary.diary.day_reads import NOTE as NOTE
from lupusdiary.diary.day_reads import TEMPERATURE_ITEM, DayReads
from lupusdiary.diary.row_mapping import gone, reading_row, reading_value, row_id, timed_row
from lupusdiary.diary.symptoms import Symptoms
from lupusdiary.diary.validation import NOTE_LIMIT, Clock, day_that_came, entered_text, stamp
from lupusdiary.domain.day_record import CONFIRMED, COPIED, LATER, ReadingValue, TimedEntry
from lupusdiary.domain.typed_unit import checked_typed
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.table import Row


class Unchanged(Enum):
    """Says that a note stays as it is, where None would clear it."""

    NOTE = "unchanged"


UNCHANGED = Unchanged.NOTE


class Days(DayReads):
    """The days of a diary. Every verb is all or nothing, and one undo step."""

    def __init__(self, file: DiaryFile, clock: Clock, symptoms: Symptoms, check_in: CheckIn) -> None:
        super().__init__(file, check_in)
        self._check_in = check_in
        self._clock = clock
        self._symptoms = symptoms

    def record(self, day: date, symptom: str, value: ReadingValue | None, entered: str | None = None) -> None:
        """Records one value; None clears it. `entered` is the value as it was typed in another unit."""
        self.record_many(day, {symptom: value}, entered={} if entered is None else {symptom: entered})

    def record_many(
        self,
        day: date,
        values: Mapping[str, ReadingValue | None],
        note: str | Unchanged | None = UNCHANGED,
        *,
        entered: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Records several values of one day and, if given, its note. None clears. Refuses a day to come.

        `entered` holds values as they were typed in another unit, number and UCUM code, by symptom.
        """
        how = self._how(day)
        catalogue = self._symptoms.catalogue()
        checked = {
            code: None if value is None else catalogue.get(code).check(value)
            for code, value in values.items()
        }
        for code in values:
            catalogue.get(code)
        typed = {
            code: checked_typed(code, entered[code], value)
            for code, value in checked.items()
            if code in entered and value is not None
        }
        text = note if isinstance(note, Unchanged) else entered_text(note, NOTE_LIMIT)
        with self._file.writing("days.record"):
            for code, value in checked.items():
                self.put(day, code, value, how, typed.get(code))
            if not isinstance(text, Unchanged):
                self.put_note(day, text, how)

    def set_note(
        self, day: date, text: str | None, *, same_visit: bool = False, over: str | None = None
    ) -> bool:
        """Writes the note of a day; None or blanks clear it. Writes of the `same_visit` are one undo step.

        `over` is the note that the writer saw; where another program has written another one meanwhile, both
        are kept, the other first, and False is returned.
        """
        how, text = self._how(day), entered_text(text, NOTE_LIMIT)
        with self._file.writing("days.note", goes_on=same_visit):
            row = self._notes.one({"day": day.isoformat()})
            there = None if row is None else str(row["note"])
            both = there is not None and over is not None and there not in (over, text)
            if both:
                text = entered_text("\n\n".join(each for each in (there, text) if each), NOTE_LIMIT)
            self.put_note(day, text, how)
        return not both

    def add_timed(self, day: date, entry: TimedEntry) -> TimedEntry:
        """Adds a note or temperature at a time of the day; the same one again is a no-op."""
        how, entry = self._how(day), self.checked_timed(entry)
        row = timed_row(entry)
        kept = self._timed.one({"day": day.isoformat(), **row})
        if kept is not None:
            return replace(entry, id=row_id(kept))
        with self._file.writing("days.timed"):
            return self.put_timed(day, entry, how)

    def change_timed(self, day: date, entry: TimedEntry) -> None:
        """Changes the timed entry with this id."""
        how, entry = self._how(day), self.checked_timed(entry)
        kept = self._timed.one({"id": entry.id, "day": day.isoformat()})
        if kept is None:
            raise gone()
        row = timed_row(entry)
        if all(kept[column] == value for column, value in row.items()):
            return
        with self._file.writing("days.timed"):
            self._timed.update(row_id(kept), {**row, "how": how, **stamp(self._clock)})

    def remove_timed(self, day: date, id: int | None) -> None:
        """Removes the timed entry with this id."""
        kept = self._timed.one({"id": id, "day": day.isoformat()})
        if kept is None:
            raise gone()
        with self._file.writing("days.timed"):
            self._timed.delete(row_id(kept))

    def no_symptoms(self, day: date) -> None:
        """Writes an explicit zero for every scored item of Today that is empty; never for a measured one."""
        how = self._how(day)
        tracked = self._symptoms.catalogue().ordered(self._symptoms.tracked())
        with self._file.writing("days.no_symptoms"):
            kept = self._kept(day)
            for item in tracked:
                if item.scale.zero is not None and item.id not in kept:
                    self.put(day, item.id, item.scale.zero, how)

    def copy_last(self, day: date) -> date | None:
        """Fills the empty items of Today from the last day with a reading, at most three days before `day`,
        and says which day that is; None if there was nothing to fill. Measured values and what is never
        copied stay empty."""
        self._how(day)
        source = self.copy_source(day)
        if source is None:
            return None
        values, empty = self._kept(source), self._kept(day)
        copied = [
            item.id
            for item in self._symptoms.catalogue().ordered(self._symptoms.tracked())
            if item.id in values and item.id not in empty and item.is_scored and not item.never_copied
        ]
        with self._file.writing("days.copy_last"):
            for code in copied:
                row = values[code]
                self.put(day, code, reading_value(row["number"], row["yes"], row["diastolic"]), COPIED)
        return source if copied else None

    def confirm(self, day: date, codes: Iterable[str]) -> int:
        """Says of copied readings that they hold for `day`, and how many these were. On the day itself they
        are then `confirmed`; of a past day they are kept as entered later."""
        how = self._how(day) or CONFIRMED
        kept = self._kept(day)
        confirmed = [kept[code] for code in codes if code in kept and kept[code]["how"] == COPIED]
        with self._file.writing("days.confirm"):
            for row in confirmed:
                self._readings.update(row_id(row), {"how": how, **stamp(self._clock)})
        return len(confirmed)

    def drop_copied(self, day: date) -> None:
        """Takes the copied readings of a day out again, unless they were confirmed."""
        with self._file.writing("days.drop_copied"):
            for row in self._kept(day).values():
                if row["how"] == COPIED:
                    self._readings.delete(row_id(row))

    def put(
        self,
        day: date,
        code: str,
        value: ReadingValue | None,
        how: str | None,
        entered: str | None = None,
    ) -> None:
        """Writes one reading inside a write. The same value again changes nothing, except that a copied
        value which is entered is no longer copied."""
        row = self._readings.one({"day": day.isoformat(), "symptom": code})
        if value is None:
            if row is not None:
                self._readings.delete(row_id(row))
            return
        columns = {**reading_row(value), "entered": entered}
        if row is None:
            self.put_new(day, code, value, how, entered)
        elif any(row[name] != column for name, column in columns.items()) or _is_confirmed(row, how):
            self._readings.update(row_id(row), {**columns, "how": how, **stamp(self._clock)})

    def put_new(
        self,
        day: date,
        code: str,
        value: ReadingValue,
        how: str | None,
        entered: str | None = None,
    ) -> None:
        """Writes a reading that is not there yet, inside a write."""
        row = {"day": day.isoformat(), "symptom": code, **reading_row(value), "how": how}
        self._readings.insert({**row, "entered": entered, **stamp(self._clock)})

    def put_timed(self, day: date, entry: TimedEntry, how: str | None) -> TimedEntry:
        """Writes a timed entry inside a write."""
        row = {"day": day.isoformat(), **timed_row(entry), "how": how, **stamp(self._clock)}
        return replace(entry, how=how, id=self._timed.insert(row))

    def clear(self, day: date) -> None:
        """Forgets everything of one day, inside a write."""
        for table in (self._readings, self._notes, self._timed):
            for row in table.find({"day": day.isoformat()}):
                table.delete(row_id(row))

    def put_note(self, day: date, text: str | None, how: str | None) -> None:
        """Writes the note of a day inside a write."""
        row = self._notes.one({"day": day.isoformat()})
        if text is None:
            if row is not None:
                self._notes.delete(row_id(row))
        elif row is None:
            self._notes.insert({"day": day.isoformat(), "note": text, "how": how, **stamp(self._clock)})
        elif row["note"] != text:
            self._notes.update(row_id(row), {"note": text, "how": how, **stamp(self._clock)})

    def checked_timed(self, entry: TimedEntry) -> TimedEntry:
        """A timed entry as it is kept: a temperature, a note or both."""
        note = entered_text(entry.note, NOTE_LIMIT)
        if entry.fever is None and note is None:
            raise Refusal("Please enter a note or a temperature for this time.")
        fever = entry.fever
        if fever is not None:
            checked = self._symptoms.catalogue().get(TEMPERATURE_ITEM).check(fever)
            assert isinstance(checked, int | float)
            fever = float(checked)
        if entry.entered is not None:
            checked_typed(TEMPERATURE_ITEM, entry.entered, fever)
        return replace(entry, fever=fever, note=note, at=entry.at.replace(microsecond=0, tzinfo=None))

    def _how(self, day: date) -> str | None:
        """How an entry for `day` comes to be that is made now; refuses a day to come."""
        day_that_came(day, self._clock().date())
        return LATER if day < self._check_in.today() else None

    def _kept(self, day: date) -> dict[str, Row]:
        return {str(row["symptom"]): row for row in self._readings.find({"day": day.isoformat()})}


def _is_confirmed(row: Row, how: str | None) -> bool:
    return row["how"] == COPIED and how != COPIED
