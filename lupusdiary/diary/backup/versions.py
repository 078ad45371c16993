"""Two computers on one folder: other versions of the diary beside it, and one that took its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lupusdiary.diary.backup.restoring import look_inside
from lupusdiary.diary.diary import Diary
from lupusdiary.domain.records import DiaryContents
from lupusdiary.language import Refusal
from lupusdiary.storage.identity import diary_id
from lupusdiary.storage.keys import Secret
from lupusdiary.storage.versions import Beside as Beside
from lupusdiary.storage.versions import (
    Steps,
    adds_to,
    is_locked_to_us,
    read_steps,
    steps_of,
    versions_beside,
)


@dataclass(frozen=True, slots=True)
class VersionSearch:
    """Looks for other versions beside a diary, e.g. in a worker: nothing here touches its connection."""

    path: Path
    key: bytes | None
    id: str
    steps: Steps

    def run(self) -> Beside:
        """The files that may hold entries which the diary does not hold."""
        return versions_beside(self.path, self.key, self.id, self.steps)


def version_search(diary: Diary) -> VersionSearch | None:
    """The search for a diary as it is now; None for a demonstration or an older file that is only read."""
    id = diary_id(diary._file)
    if id is None or diary.demonstration is not None:
        return None
    return VersionSearch(diary.path, diary._file.key, id, steps_of(diary._file))


def contents_of_version(path: Path, secret: Secret | None, clock: Callable[[], datetime]) -> DiaryContents:
    """What another version holds, to be imported; it stays as it is. Raises `Refusal`."""
    with look_inside(path, secret, clock) as version:
        return version.contents()


def took_its_place(diary: Diary) -> bool:
    """Whether another version of the same diary stands now where the open one was opened."""
    return _standing(diary) is not None


def locked_one_took_its_place(diary: Diary) -> bool:
    """Whether a file stands there now that opens with another passphrase: perhaps the same diary, whose
    passphrase was changed on another computer."""
    return is_locked_to_us(diary.path.resolve(), diary._file.key)


def keep_both(diary: Diary) -> Path | None:
    """Saves the open diary beside the version that took its place, unless that holds everything already;
    says where. Raises `Refusal`."""
    standing = _standing(diary)
    if standing is not None and not adds_to(standing, steps_of(diary._file)):
        return None
    place = diary.path.resolve()
    stem = f"{place.stem[:120]} ({diary.now():%Y-%m-%d %H%M%S})"
    number = 0
    while True:
        name = f"{stem}{f' {number}' if number else ''}{place.suffix}"
        try:
            diary.save_copy(place.with_name(name))
        except Refusal:
            if place.with_name(name).exists() and number < 100:
                number += 1
                continue
            raise
        return place.with_name(name)


def _standing(diary: Diary) -> Steps | None:
    id = diary_id(diary._file)
    return None if id is None else read_steps(diary.path.resolve(), diary._file.key, id)
