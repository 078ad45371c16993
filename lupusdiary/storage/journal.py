"""Tells whether the journal beside a diary is its own: SQLite applies whatever bears the name.

A rollback journal (https://sqlite.org/fileformat2.html#rollbackjournal) names no file. But each write puts
the first page into it as it was before, with the file's change counter, and of a protected diary each page
bears a code that only its own key makes.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

from lupusdiary.language import Refusal
from lupusdiary.storage.past_sqlite import read_head
from lupusdiary.storage.place import JOURNAL, PLAIN_MAGIC, may_write

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_COUNTER, _APPLICATION = slice(24, 28), slice(68, 72)
# Records that are looked at: the first page is among the last of a write, that of a large one far behind.
_MOST_RECORDS = 5_000
# Seconds between two looks: another program may just be writing.
_PAUSE = 0.2


def lay_foreign_journal_aside(path: Path, key: bytes | None) -> None:
    """Raises `Refusal` if another file's journal lies beside the diary; it is renamed, where that is
    possible, so that the next opening is a good one."""
    journal = path.with_name(path.name + JOURNAL)
    if not _is_foreign(journal, path, key):
        return
    before = _state(journal)
    time.sleep(_PAUSE)
    if _state(journal) != before or not _is_foreign(journal, path, key):
        return
    if not may_write(path):
        raise Refusal(
            "Beside “{name}” lies the journal of another file, “{journal}”, which would damage the diary. "
            "Remove it, then open the diary again.",
            name=path.name,
            journal=journal.name,
        )
    number = 1
    while os.path.lexists(aside := journal.with_name(f"{journal.name}.{number}.aside")):
        number += 1
    try:
        journal.rename(aside)
    except OSError as fault:
        raise Refusal("“{name}” cannot be read.", name=journal.name) from fault
    raise Refusal(
        "Beside “{name}” lay the journal of another file, which would have damaged the diary. It is called "
        "“{aside}” now. Nothing of the diary was changed; open it again.",
        name=path.name,
        aside=aside.name,
    )


def _state(journal: Path) -> tuple[int, int, int] | None:
    try:
        status = journal.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def _is_foreign(journal: Path, path: Path, key: bytes | None) -> bool:
    """Whether it is certain that SQLite would apply a journal that is not the diary's."""
    try:
        records = list(_records(journal))
        head = read_head(path, 100)
    except OSError:
        return False
    if key is not None:
        # Loaded only where a journal was left: no other start waits for it.
        from lupusdiary.storage.checking.page_macs import is_authentic

        return any(not is_authentic(page, number, key, head[:16]) for number, page in records[:1])
    if not head.startswith(PLAIN_MAGIC):
        return False
    for number, page in records:
        if number == 1:
            before, now = (int.from_bytes(each[_COUNTER], "big") for each in (page, head))
            ours = page.startswith(PLAIN_MAGIC) and page[_APPLICATION] == head[_APPLICATION]
            return not ours or (now - before) % 2**32 > 1
    return False


def _records(journal: Path) -> Iterator[tuple[int, bytes]]:
    """The pages that SQLite would write back, each with its number."""
    with journal.open("rb") as file:
        header = file.read(28)
        if not header.startswith(_MAGIC) or len(header) < 28:
            return
        count, nonce, _, sector, size = (int.from_bytes(header[at : at + 4], "big") for at in range(8, 28, 4))
        if not 512 <= sector <= 1 << 16 or not 512 <= size <= 1 << 16:
            return
        file.seek(sector)
        for _ in range(min(count, _MOST_RECORDS)):
            record = file.read(size + 8)
            page = record[4:-4]
            if len(record) < size + 8 or _checksum(page, nonce) != int.from_bytes(record[-4:], "big"):
                return
            yield int.from_bytes(record[:4], "big"), page


def _checksum(page: bytes, nonce: int) -> int:
    return (nonce + sum(page[at] for at in range(len(page) - 200, 0, -200))) % 2**32
