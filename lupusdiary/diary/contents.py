"""Everything that a diary holds, as plain values."""

from __future__ import annotations

from datetime import date

from lupusdiary.diary.check_in import MIDNIGHT
from lupusdiary.diary.nouns.repositories import Repositories
from lupusdiary.domain.records import DiaryContents


def contents_of(repositories: Repositories) -> DiaryContents:
    """The whole diary as of one moment, sorted by date; ties keep the order of entry."""
    with repositories.file.reading():
        told, ends_at = repositories.mark.told(), repositories.check_in.ends_at
        return DiaryContents(
            profile=repositories.profile.get(),
            days=tuple(repositories.days.between(None)),
            labs=tuple(repositories.labs.all()),
            events=tuple(repositories.events.all()),
            flares=tuple(repositories.flares.all()),
            visits=tuple(repositories.visits.all()),
            symptoms=repositories.symptoms.changed(),
            own_analytes=tuple(repositories.labs.own()),
            sheets=tuple(repositories.labs.sheets()),
            contacts=tuple(repositories.contacts.all()),
            learning=repositories.learning.contents(),
            safety_card=repositories.safety_card.get(),
            demonstration=told.story if told else None,
            demonstration_language=told.language if told else None,
            day_ends_at=None if ends_at == MIDNIGHT else f"{ends_at:%H:%M}",
            medicines=tuple(repositories.medicines.all()),
            taken=tuple(repositories.intakes.all()),
            allergies=tuple(repositories.allergies.all()),
            side_effects=tuple(repositories.side_effects.all()),
            open_questions=tuple(repositories.open_questions.all()),
            check_ups=tuple(repositories.check_ups.all()),
            visit_pages=tuple(repositories.visit_pages.all()),
        )


def last_day_of(contents: DiaryContents) -> date | None:
    """The last day that the contents speak of."""
    days = [
        *(record.day for record in contents.days),
        *(result.collected_on for result in contents.labs),
        *(event.day for event in contents.events),
        *(flare.end or flare.start for flare in contents.flares),
        *(visit.day for visit in contents.visits),
        *(intake.day for intake in contents.taken),
    ]
    return max(days, default=None)
