"""Keeps fictional stories and personal entries apart, and puts a story back to what it was."""

from __future__ import annotations

from contextlib import AbstractContextManager

from lupusdiary.diary.contents import contents_of, last_day_of
from lupusdiary.diary.demonstration_mark import ToldStory
from lupusdiary.diary.importing.merge import Merge, Merging, NotMerged
from lupusdiary.diary.importing.merge_count import Progress
from lupusdiary.diary.nouns.repositories import Repositories
from lupusdiary.domain.records import DiaryContents
from lupusdiary.language import Refusal
from lupusdiary.storage.table import Table

_OF_MEDICINES = ("dose_part", "intake", "side_effect", "dose_period", "medicine_plan", "medicine")
# The tables of each part of the contents; a visit's questions go before the visit.
_TABLES = {
    "profile": ("profile",),
    "labs": ("lab_result",),
    "events": ("event",),
    "flares": ("flare",),
    "visits": ("visit_question", "visit_agreement", "visit"),
    "symptoms": ("tracked_symptom",),
    "own_analytes": ("own_analyte",),
    "sheets": ("sheet_row",),
    "contacts": ("contact",),
    "learning": ("teach_back_result", "teach_back", "quiz_answer", "article_mark"),
    "safety_card": ("safety_card",),
    "allergies": ("allergy",),
    "open_questions": ("open_question",),
    "check_ups": ("check_up",),
    "visit_pages": ("visit_page",),
}
# What was taken and the side effects belong to the medicines: all of them are told anew together.
_MEDICINES = ("medicines", "taken", "side_effects")


def merge(
    repositories: Repositories,
    contents: DiaryContents,
    progress: Progress | None,
    told: ToldStory | None = None,
    *,
    whole: bool = False,
    every: bool = False,
) -> Merge:
    """Brings contents in. A story enters an empty new diary, which tells it from then on, or the diary of the
    same story; a person's contents never enter a demonstration. `whole`: raises `NotMerged`, and nothing
    comes in, when anything is refused. `every`: says what came of each row."""
    how = _way_in(repositories, contents)
    begins = contents.demonstration is not None and repositories.mark.told() is None
    try:
        with how:
            if begins and contents.demonstration is not None:
                end = last_day_of(contents) or repositories.clock().date()
                language = contents.demonstration_language or "ko"
                repositories.mark.set(told or ToldStory(contents.demonstration, end, language))
            done = Merging(repositories, contents, progress, every=every).run()
            if whole and done.refused:
                raise NotMerged(done)
            return done
    except BaseException:
        repositories.mark.forget()
        raise


def _way_in(repositories: Repositories, contents: DiaryContents) -> AbstractContextManager[None]:
    told = repositories.mark.told()
    if contents.demonstration == (told.story if told else None):
        return repositories.file.writing("merge")
    if told is not None:
        raise Refusal(
            "This is a demonstration diary. Your own entries do not belong in it; nothing was changed."
        )
    if contents_of(repositories) != DiaryContents():
        raise Refusal(
            "These are the entries of a demonstration. They do not belong in this diary; nothing was changed."
        )
    # The story is what such a diary starts with: no undo goes behind it.
    return repositories.file.unlogged()


def reset(repositories: Repositories) -> None:
    """Puts the story back to what it was, as one step; what is unchanged is not written again."""
    from lupusdiary.demonstration import story

    told = repositories.mark.told()
    if told is None:
        raise Refusal("This is not a demonstration diary; nothing was changed.")
    original = story(told.story, told.until, told.language)
    with repositories.file.writing("demonstration.reset"):
        now = contents_of(repositories)
        untouched = {day.day: day for day in original.days}
        for day in now.days:
            if untouched.get(day.day) != day:
                repositories.days.clear(day.day)
        for part, tables in _TABLES.items():
            if getattr(now, part) != getattr(original, part):
                for table in tables:
                    Table(repositories.file, table).clear()
        if any(getattr(now, part) != getattr(original, part) for part in _MEDICINES):
            for table in _OF_MEDICINES:
                Table(repositories.file, table).clear()
        repositories.learning.forget_progress()
        Merging(repositories, original, None).run()
    with repositories.file.aside():
        for table in ("draft", "trash", "earlier_version"):
            Table(repositories.file, table).clear()
