"""The recovery sheet of a protected diary: the mark that names it, and how near a copy would lie."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from lupusdiary import places
from lupusdiary.diary.diary import Diary
from lupusdiary.storage.keys import salt_of, same_signs, write_sheet_mark
from lupusdiary.whole_file import real_path


class Nearness(Enum):
    """Where a saved sheet would lie: in a folder of the diary or its backups, on their disk, or apart."""

    FOLDER = "folder"
    DISK = "disk"
    APART = "apart"


def sheet_mark(diary: Diary) -> str:
    """Four signs that tell the sheet of the present key from older ones, and nothing about the key."""
    return write_sheet_mark(bytes.fromhex(str(diary._file.run("PRAGMA cipher_salt")[0][0])))


def sheet_mark_of(path: Path) -> str:
    """The mark of the sheet that opens a protected file, which need not be open. Raises `Refusal`."""
    return write_sheet_mark(salt_of(path))


def is_copied_right(typed: str, group: str) -> bool:
    """Whether a group of the recovery key that somebody copied by hand reads as it should."""
    return same_signs(typed, group)


def nearness(diary: Diary, saved: Path) -> Nearness:
    """How near to the diary or one of its backups a sheet at `saved` would lie."""
    second = diary.backups.second_place
    folders = [diary.path.resolve().parent, places.backups(), *([] if second is None else [second])]
    folder = real_path(saved).parent
    if any(folder == each or folder.is_relative_to(each.resolve()) for each in folders):
        return Nearness.FOLDER
    disk = _disk(folder)
    same = disk is not None and disk in {_disk(each) for each in folders}
    return Nearness.DISK if same else Nearness.APART


def _disk(folder: Path) -> int | None:
    for place in (folder, *folder.parents):
        try:
            return place.stat().st_dev
        except OSError:
            continue
    return None
