"""Treatment events."""

from __future__ import annotations

from lupusdiary.diary.row_mapping import Records
from lupusdiary.diary.validation import Clock, day_that_came, entered
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import TreatmentEvent
from lupusdiary.domain.treatment import VISIT_KIND, event_kind
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile


class Events:
    """Infusions, biopsies, admissions ... Every verb is one undo step."""

    def __init__(self, file: DiaryFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock
        self._records = Records(file, "event", TreatmentEvent, "day")

    def all(self, period: Period | None = None) -> list[TreatmentEvent]:
        """Events by day, ties in the order of entry."""
        return self._records.all(period)

    def add(self, event: TreatmentEvent) -> TreatmentEvent:
        """Adds an event; the same again is a no-op."""
        event = self.checked(event)
        day_that_came(event.day, self._clock().date())
        with self._file.writing("events.add"):
            return self._records.same(event) or self.put(event)

    def put(self, event: TreatmentEvent) -> TreatmentEvent:
        """Adds a checked event inside a write."""
        return self._records.insert(event)

    def change(self, event: TreatmentEvent) -> None:
        """Changes the event with this id."""
        event = self.checked(event)
        day_that_came(event.day, self._clock().date())
        with self._file.writing("events.change"):
            self._records.change(event)

    def remove(self, id: int | None) -> None:
        """Removes one event."""
        with self._file.writing("events.remove"):
            self._records.remove(id)

    def checked(self, event: TreatmentEvent) -> TreatmentEvent:
        """An event as it can be kept; an outpatient visit is not one."""
        event = entered(event)
        if event.kind == VISIT_KIND:
            raise Refusal("An outpatient visit is kept with the visits, not with the events.")
        event_kind(event.kind or "")
        if event.dose_mg is not None and not event.dose_mg > 0:
            text = f"{event.dose_mg:g}"
            raise Refusal("“{text}” is not an amount. Write it as 2, 0.5 or 1/4.", text=text)
        if event.days is not None and not (event.days >= 1 and float(event.days).is_integer()):
            raise Refusal("Write how many days.")
        return event
