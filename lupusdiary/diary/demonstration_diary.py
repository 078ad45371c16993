"""Makes demonstration diaries: fictional lives, to be shown and edited at will."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lupusdiary.diary.demonstration_mark import ToldStory
from lupusdiary.diary.diary import Diary, open_diary
from lupusdiary.diary.nouns.repositories import Repositories
from lupusdiary.diary.validation import Clock
from lupusdiary.storage.keys import Secret
from lupusdiary.storage.opening import growing_file, open_file


def create_demonstration(
    path: Path,
    name: str,
    clock: Clock,
    language: str = "ko",
    *,
    until: date | None = None,
    secret: Secret | None = None,
) -> Diary:
    """A new diary that tells the story `name` until a day (today by default), its notes in `language`.

    Refuses an existing path and an unknown story; leaves nothing behind on failure.
    """
    from lupusdiary.demonstration import story
    from lupusdiary.diary.demonstration_story import merge

    end = until or clock().date()
    contents = story(name, end, language)
    prepared = secret.derive() if secret is not None and secret.salt is None else secret
    with growing_file(path, prepared, clock) as file:
        merge(Repositories(file, clock), contents, None, ToldStory(name, end, language))
    file = open_file(path, prepared, clock)
    return Diary(file, clock)


def heal_demonstration(path: Path, clock: Clock) -> bool:
    """Lays aside what is left of a demonstration that was killed while an older program told it: a diary in
    which nothing was ever entered. Says whether it did; anything else stays where it is."""
    from lupusdiary.domain.records import DiaryContents

    with open_diary(path, None, clock) as diary:
        untold = (
            diary.demonstration is None
            and diary.contents() == DiaryContents()
            and not diary.history.can_undo
            and not diary.drafts.all()
        )
    if untold:
        number = 1
        while (aside := path.with_name(f"{path.name}.empty{number}")).exists():
            number += 1
        path.rename(aside)
    return untold
