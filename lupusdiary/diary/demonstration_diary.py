"""Makes demonstration diaries: fictional lives, to be shown and edited at will."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lupusdiary.diary.demonstration_mark import Told
from lupusdiary.diary.diary import Diary
from lupusdiary.diary.repositories import Repositories
from lupusdiary.diary.validation import Clock
from lupusdiary.storage.keys import Secret
from lupusdiary.storage.opening import create_file


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
    file = create_file(path, secret, clock)
    try:
        merge(Repositories.of(file, clock), contents, None, Told(name, end, language))
    except BaseException:
        file.close()
        path.unlink()
        raise
    return Diary(file, clock)
