"""Everything that a diary holds, as plain values."""

from __future__ import annotations

from datetime import date

from lupusdiary.diary.check_in import MIDNIGHT
from lupusdiary.diary.rooms import Rooms
from lupusdiary.domain.records import DiaryContents


def contents_of(rooms: Rooms) -> DiaryContents:
    """The whole diary as of one moment, sorted by date; ties keep the order of entry."""
    with rooms.file.reading():
        told = rooms.mark.told()
        return DiaryContents(
            profile=rooms.profile.get(),
            days=tuple(rooms.days.between(None)),
            labs=tuple(rooms.labs.all()),
            events=tuple(rooms.events.all()),
            flares=tuple(rooms.flares.all()),
            visits=tuple(rooms.visits.all()),
            symptoms=rooms.symptoms.changed(),
            own_analytes=tuple(rooms.labs.own()),
            sheets=tuple(rooms.labs.sheets()),
            contacts=tuple(rooms.contacts.all()),
            learning=rooms.learning.contents(),
            safety_card=rooms.safety_card.get(),
            demonstration=told.story if told else None,
            day_ends_at=None if rooms.check_in.ends_at == MIDNIGHT else f"{rooms.check_in.ends_at:%H:%M}",
        )


def last_day_of(contents: DiaryContents) -> date | None:
    """The last day that the contents speak of."""
    days = [
        *(record.day for record in contents.days),
        *(result.collected_on for result in contents.labs),
        *(event.day for event in contents.events),
        *(flare.end or flare.start for flare in contents.flares),
        *(visit.day for visit in contents.visits),
    ]
    return max(days, default=None)
