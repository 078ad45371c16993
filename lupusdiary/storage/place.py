"""Looks at a path before it is opened: is a diary there, and may it be written?"""

from __future__ import annotations

import os
from pathlib import Path

from lupusdiary.language import Refusal
from lupusdiary.storage.past_sqlite import read_head

PLAIN_MAGIC = b"SQLite format 3\x00"
_SMALLEST = 512
JOURNAL, LOG = "-journal", "-wal"
# Of most file systems, in bytes.
_LONGEST_NAME = 255
_EFFECTIVE = os.access in os.supports_effective_ids


def head_of(path: Path) -> bytes:
    """The first 100 bytes of the file. Raises `Refusal` if it is missing, empty or a folder."""
    try:
        if path.is_dir():
            raise Refusal("“{name}” is a folder, not a diary.", name=path.name or str(path))
        if not path.exists():
            raise Refusal("There is no diary “{name}”.", name=path.name)
        if not path.is_file():
            # A pipe would wait for ever, a device never end.
            raise Refusal("“{name}” is not a file.", name=path.name)
        head = read_head(path, 100)
    except (OSError, ValueError):
        raise Refusal("“{name}” cannot be read.", name=path.name) from None
    if not head:
        raise Refusal("“{name}” is empty; it is not a diary.", name=path.name)
    return head


def is_encrypted(path: Path) -> bool:
    """Whether the file may be a protected diary: an encrypted file cannot be told from noise of whole pages.

    Raises `Refusal` as `head_of` does.
    """
    head = head_of(path)
    size = path.stat().st_size
    return not head.startswith(PLAIN_MAGIC[: len(head)]) and size >= _SMALLEST and size % _SMALLEST == 0


def may_write(path: Path) -> bool:
    """Whether the file and the folder (for the journal) may be written."""
    return all(os.access(place, os.W_OK, effective_ids=_EFFECTIVE) for place in (path, path.parent))


def has_journal(path: Path) -> bool:
    """Whether a write was interrupted and waits beside the file to be taken back."""
    return path.with_name(path.name + JOURNAL).exists()


def refuse_existing(path: Path) -> None:
    """A new diary never replaces a file."""
    if os.path.lexists(path):
        raise Refusal("“{name}” already exists; nothing was replaced.", name=path.name)


def refuse_long_name(path: Path) -> None:
    """A name must leave room for that of the journal, or the diary could be made but not written."""
    if len(os.fsencode(path.name + JOURNAL)) > _LONGEST_NAME:
        raise Refusal("The name “{name}…” is too long for a diary.", name=path.name[:30])


def stands_as(path: Path) -> tuple[int, int] | None:
    """Which file stands at a path, whatever its name; None if there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def refuse_elsewhere(path: Path, stood: tuple[int, int] | None) -> None:
    """A write must not go into a file that nobody will find again."""
    stands = stands_as(path)
    if stands is None:
        raise Refusal(
            "“{name}” is no longer where it was opened: it was moved or removed, or its disk is out. "
            "Nothing was changed.",
            name=path.name,
        )
    if stands != stood:
        raise Refusal(
            "Another file has taken the place of “{name}” since it was opened. Nothing was "
            "changed; open it again.",
            name=path.name,
        )
