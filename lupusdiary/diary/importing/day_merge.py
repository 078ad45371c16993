"""Brings the days of other contents into a diary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from lupusdiary.diary.day_reads import NOTE
from lupusdiary.diary.importing.merge_count import MergeCount
from lupusdiary.diary.nouns.repositories import Repositories
from lupusdiary.diary.validation import NOTE_LIMIT, entered_text
from lupusdiary.domain.day_record import CONFIRMED, COPIED, LATER, DayRecord
from lupusdiary.domain.period import Period
from lupusdiary.domain.typed_unit import checked_typed
from lupusdiary.language import Refusal


class DayMerge:
    """Readings, notes and timed entries; each is new, equal, kept as it is here, or refused for itself."""

    def __init__(
        self, repositories: Repositories, count: MergeCount, check_day: Callable[[date], object]
    ) -> None:
        self._days = repositories.days
        self._catalogue = repositories.symptoms.catalogue()
        self._count = count
        self._check_day = check_day

    def run(self, days: Iterable[DayRecord]) -> None:
        """Brings the days in."""
        there = list(days)
        if not there:
            return
        period = Period(min(day.day for day in there), max(day.day for day in there))
        here = {day.day: day for day in self._days.between(period)}
        met: set[date] = set()
        for day in there:
            # A day that comes twice meets what its first coming brought.
            ours = self._days.day(day.day) if day.day in met else here.get(day.day, DayRecord(day.day))
            met.add(day.day)
            self._readings(ours, day)
            self._note(ours, day)
            self._timed(ours, day)

    def _readings(self, ours: DayRecord, theirs: DayRecord) -> None:
        for code, raw in theirs.readings.items():
            with self._count.one("days", theirs.day.isoformat(), code):
                self._check_day(theirs.day)
                value = self._catalogue.get(code).check(raw)
                how = _how(theirs.how.get(code))
                if code in ours.readings:
                    self._count.same(equal=ours.readings[code] == value)
                else:
                    typed = theirs.entered.get(code)
                    entered = None if typed is None else checked_typed(code, typed, value)
                    self._days.put_new(theirs.day, code, value, how, entered)
                    self._count.new += 1

    def _note(self, ours: DayRecord, theirs: DayRecord) -> None:
        if not theirs.note:
            return
        with self._count.one("days", theirs.day.isoformat(), NOTE):
            self._check_day(theirs.day)
            note = entered_text(theirs.note, NOTE_LIMIT)
            if note is None:
                return
            if ours.note is not None:
                self._count.same(equal=ours.note == note)
            else:
                self._days.put_note(theirs.day, note, _how(theirs.how.get(NOTE)))
                self._count.new += 1

    def _timed(self, ours: DayRecord, theirs: DayRecord) -> None:
        left = Counter(replace(entry, how=None) for entry in ours.timed)
        for number, raw in enumerate(theirs.timed):
            with self._count.one("days", theirs.day.isoformat(), "timed", number):
                self._check_day(theirs.day)
                entry = self._days.checked_timed(raw)
                how = _how(entry.how)
                meaning = replace(entry, how=None)
                if left[meaning] > 0:
                    left[meaning] -= 1
                    self._count.equal += 1
                else:
                    self._days.put_timed(theirs.day, entry, how)
                    self._count.new += 1


def _how(how: str | None) -> str | None:
    if how not in {None, LATER, COPIED, CONFIRMED}:
        raise Refusal("“{how}” is not known here; an entry is copied or made later.", how=str(how)[:40])
    return how
