"""Tells whether the journal or log beside a diary is its own: SQLite applies whatever bears the name.

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
from lupusdiary.storage.place import JOURNAL, LOG, PLAIN_MAGIC, may_write

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_LOG_MAGIC = (bytes.fromhex("377f0682"), bytes.fromhex("377f0683"))
_FORMAT, _COUNTER, _APPLICATION = slice(18, 20), slice(24, 28), slice(68, 72)
# Of every protected diary.
_PAGE = 4096
# Records that are looked at: the first page is among the last of a write, that of a large one far behind.
_MOST_RECORDS = 5_000
# Seconds between two looks: another program may just be writing.
_PAUSE = 0.2


def lay_foreign_journal_aside(path: Path, key: bytes | None) -> None:
    """Raises `Refusal` if another file's journal or write-ahead log lies beside the diary; it is renamed,
    where that is possible, so that the next opening is a good one."""
    for journal in (path.with_name(path.name + each) for each in (JOURNAL, LOG)):
        if is_foreign(journal, path, key):
            _lay_aside(journal, path, key)


def is_foreign(beside: Path, path: Path, key: bytes | None) -> bool:
    """Whether it is certain that SQLite would apply this journal or log, and that it is not the diary's."""
    try:
        if not beside.is_file() or not beside.stat().st_size:
            return False
        if key is not None and not _opens(path, key):
            # A wrong key says nothing of anything.
            return False
        head = read_head(path, 100)
        if beside.name.endswith(LOG):
            return _is_foreign_log(beside, head, key)
        return _is_foreign_journal(beside, path.stat().st_size, head, key)
    except OSError:
        return False


def is_wrong_for_journal(path: Path, key: bytes) -> bool:
    """Whether an interrupted write waits beside a protected diary and this key fits neither: SQLite would
    take the write back all the same, or think that there is none."""
    journal = path.with_name(path.name + JOURNAL)
    try:
        if not journal.is_file() or _opens(path, key):
            return False
        from lupusdiary.storage.checking.page_macs import is_authentic

        salt = read_head(path, 16)
        return not any(is_authentic(page, number, key, salt) for number, page in _records(journal))
    except OSError:
        return False


def _opens(path: Path, key: bytes) -> bool:
    """Whether the first page was written with this key."""
    from lupusdiary.storage.checking.page_macs import is_authentic

    page = read_head(path, _PAGE)
    return is_authentic(page, 1, key, page[:16])


def _lay_aside(journal: Path, path: Path, key: bytes | None) -> None:
    before = _state(journal)
    time.sleep(_PAUSE)
    if _state(journal) != before or not is_foreign(journal, path, key):
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


def _is_foreign_log(log: Path, head: bytes, key: bytes | None) -> bool:
    """A log (https://sqlite.org/fileformat2.html#walformat) belongs to a file whose head says that it has
    one, which ours never says; of a protected one, to that whose key its first page bears."""
    with log.open("rb") as file:
        start = file.read(32 + 24 + _PAGE)
    if not start.startswith(_LOG_MAGIC) or len(start) < 32 + 24 + 512:
        return False
    if key is None:
        return head.startswith(PLAIN_MAGIC) and head[_FORMAT] == b"\1\1"
    from lupusdiary.storage.checking.page_macs import is_authentic

    return not is_authentic(start[32 + 24 :], int.from_bytes(start[32:36], "big"), key, head[:16])


def _is_foreign_journal(journal: Path, length: int, head: bytes, key: bytes | None) -> bool:
    header = _header(journal)
    if header is None:
        return False
    pages, size = header
    records = list(_records(journal))
    if not records:
        # SQLite cuts the file to so many pages all the same.
        ours = int.from_bytes(head[16:18], "big") if key is None else _PAGE
        return size != ours or pages * size != length
    if key is not None:
        # Loaded only where a journal was left: no other start waits for it.
        from lupusdiary.storage.checking.page_macs import is_authentic

        return any(not is_authentic(page, number, key, head[:16]) for number, page in records[:1])
    if not head.startswith(PLAIN_MAGIC):
        return False
    if size != int.from_bytes(head[16:18], "big") or pages * size > length:
        return True
    for number, page in records:
        if number == 1:
            before, now = (int.from_bytes(each[_COUNTER], "big") for each in (page, head))
            same = page.startswith(PLAIN_MAGIC) and page[_APPLICATION] == head[_APPLICATION]
            return not same or (now - before) % 2**32 > 1
    return False


def _header(journal: Path) -> tuple[int, int] | None:
    """How many pages the file had at the beginning of the write, and their size; None where SQLite would not
    take it for a journal."""
    with journal.open("rb") as file:
        header = file.read(28)
    if not header.startswith(_MAGIC) or len(header) < 28:
        return None
    return int.from_bytes(header[16:20], "big"), int.from_bytes(header[24:28], "big")


def _records(journal: Path) -> Iterator[tuple[int, bytes]]:
    """The pages that SQLite would write back, each with its number; a large write has several parts, each
    with a header."""
    left = _MOST_RECORDS
    with journal.open("rb") as file:
        while left > 0:
            header = file.read(28)
            if not header.startswith(_MAGIC) or len(header) < 28:
                return
            count, nonce, _, sector, size = (
                int.from_bytes(header[at : at + 4], "big") for at in range(8, 28, 4)
            )
            if not 512 <= sector <= 1 << 16 or not 512 <= size <= 1 << 16:
                return
            file.seek(sector - 28, os.SEEK_CUR)
            for _ in range(min(count, left)):
                record = file.read(size + 8)
                page = record[4:-4]
                if len(record) < size + 8 or _checksum(page, nonce) != int.from_bytes(record[-4:], "big"):
                    return
                yield int.from_bytes(record[:4], "big"), page
            left -= count
            file.seek(-file.tell() % sector, os.SEEK_CUR)


def _checksum(page: bytes, nonce: int) -> int:
    return (nonce + sum(page[at] for at in range(len(page) - 200, 0, -200))) % 2**32
