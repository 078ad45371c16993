"""Flares, as the person or her doctor calls them; never computed."""

from __future__ import annotations

from lupusdiary.diary.row_mapping import Records
from lupusdiary.diary.validation import Clock, day_that_came, entered
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import Flare
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile


class Flares:
    """Every verb is one undo step."""

    def __init__(self, file: DiaryFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock
        self._records = Records(file, "flare", Flare, "start_day")

    def all(self, period: Period | None = None) -> list[Flare]:
        """Flares by their first day; with a period, those that touch it."""
        found = self._records.all()
        if period is None:
            return found
        return [
            flare
            for flare in found
            if flare.start <= period.end and (flare.end is None or flare.end >= period.start)
        ]

    def add(self, flare: Flare) -> Flare:
        """Adds a flare; the same again is a no-op."""
        flare = self._that_came(self.checked(flare))
        with self._file.writing("flares.add"):
            return self._records.same(flare) or self.put(flare)

    def put(self, flare: Flare) -> Flare:
        """Adds a checked flare inside a write."""
        return self._records.insert(flare)

    def change(self, flare: Flare) -> None:
        """Changes the flare with this id, e.g. its end."""
        flare = self._that_came(self.checked(flare))
        with self._file.writing("flares.change"):
            self._records.change(flare)

    def remove(self, id: int | None) -> None:
        """Removes one flare."""
        with self._file.writing("flares.remove"):
            self._records.remove(id)

    def checked(self, flare: Flare) -> Flare:
        """A flare as it can be kept."""
        flare = entered(flare)
        if flare.end is not None and flare.end < flare.start:
            raise Refusal("The flare ends before it starts.")
        return flare

    def _that_came(self, flare: Flare) -> Flare:
        today = self._clock().date()
        day_that_came(flare.start, today)
        if flare.end is not None:
            day_that_came(flare.end, today)
        return flare
