"""Tells a fictional life up to a day: the same contents for the same arguments, on every machine."""

from __future__ import annotations

from datetime import date

from lupusdiary.demonstration.entries import Entries
from lupusdiary.demonstration.medication import StoryMedicines
from lupusdiary.demonstration.script import Script
from lupusdiary.demonstration.sheets import Laboratories
from lupusdiary.domain.records import DiaryContents
from lupusdiary.language import LANGUAGES, Refusal

STORIES = ("nephritis", "mild")
DEFAULT_STORY = "nephritis"
# Beyond this day nobody asks, and each year more takes its time.
LAST_DAY = date(2040, 12, 31)


def story(name: str, until: date, language: str = "ko") -> DiaryContents:
    """The story `name` with nothing after `until`, its notes and titles in `language`.

    Dates are fixed: a later `until` only goes on, an early one ends in the middle of the story.
    """
    if name not in STORIES:
        raise Refusal(
            "There is no story “{name}”. There are: {names}.", name=name[:40], names=", ".join(STORIES)
        )
    if until > LAST_DAY:
        raise Refusal("The stories end with {day} at the latest.", day=LAST_DAY.isoformat())
    if language not in LANGUAGES:
        raise ValueError(language)
    script = Script(name, language)
    entries, laboratories, told = Entries(script), Laboratories(script), StoryMedicines(script, until)
    medicines = told.medicines()
    return DiaryContents(
        profile=script.profile(),
        days=tuple(entries.days(until)),
        labs=tuple(laboratories.results(until)),
        events=tuple(map(told.with_pulse, script.events(until))),
        flares=script.flares(until),
        visits=script.visits(until),
        symptoms=entries.tracked(until),
        sheets=tuple(laboratories.sheets(until)),
        contacts=script.contacts(),
        demonstration=name,
        demonstration_language=language,
        medicines=medicines,
        taken=told.taken(medicines),
        allergies=told.allergies(),
        side_effects=told.side_effects(),
        open_questions=told.open_questions(),
        check_ups=told.check_ups(),
    )
