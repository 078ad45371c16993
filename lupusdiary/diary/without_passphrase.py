"""What may be seen although no diary is open: help in an emergency."""

from __future__ import annotations

from collections.abc import Sequence

from lupusdiary.diary.diary import Diary
from lupusdiary.diary.repositories import Repositories
from lupusdiary.diary.validation import Clock
from lupusdiary.domain.records import Contact
from lupusdiary.language import mark
from lupusdiary.storage.opening import memory_file

_CLOSED = mark("Open your diary to change this.")


def diary_without_passphrase(contacts: Sequence[Contact], clock: Clock) -> Diary:
    """A diary that is nowhere on the disk, holds the numbers that may be shown, and cannot be written in."""
    file = memory_file(clock)
    rooms = Repositories.of(file, clock)
    with file.unlogged():
        for contact in contacts:
            rooms.contacts.put(rooms.contacts.checked(contact))
    file.why_read_only = _CLOSED
    return Diary(file, clock)
