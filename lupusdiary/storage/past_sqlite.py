"""Reads the bytes of a file that SQLite may have open in this process.

POSIX forgets every lock that a process has on a file as soon as it closes any of its descriptors: a look at
the salt of a diary in one thread would take the lock of a write in another (SQLite's “How to corrupt”, 2.2,
https://sqlite.org/howtocorrupt.html). So one descriptor stays open for as long as a connection is, and
whoever looks meanwhile reads through it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from lupusdiary.storage.stopping import refuse_if_stopped

_ROOM = 1 << 20


@dataclass(slots=True)
class _Kept:
    """A descriptor, and how many connections and readers need it."""

    descriptor: int
    users: int


_LOCK = Lock()
_kept: dict[tuple[int, int], _Kept] = {}
# Windows keeps locks by handle: there nothing has to stay open, and an open file could not be replaced.
_NEEDED = os.name != "nt"


def keep_open(path: Path) -> tuple[int, int] | None:
    """Says that a connection is about to open a file; what it returns is for `let_go`."""
    if not _NEEDED:
        return None
    with _LOCK, suppress(OSError):
        return _taken(path, opens=True)
    return None


def let_go(which: tuple[int, int] | None) -> None:
    """Says that a connection is closed. The last one closes the descriptor: then there is no lock to lose."""
    with _LOCK:
        kept = _kept.get(which) if which is not None else None
        if kept is None or which is None:
            return
        kept.users -= 1
        if not kept.users:
            del _kept[which]
            os.close(kept.descriptor)


@contextmanager
def kept_open(path: Path) -> Iterator[None]:
    """While a connection is open that is closed again here."""
    which = keep_open(path)
    try:
        yield
    finally:
        let_go(which)


def read_head(path: Path, length: int) -> bytes:
    """The first bytes of a file. Raises `OSError`."""
    with _descriptor_of(path) as descriptor:
        return _read(descriptor, length, 0)


def copy_file(path: Path, into: Path) -> None:
    """Copies the bytes of a file into another one. Raises `OSError`."""
    with _descriptor_of(path) as descriptor, into.open("wb") as target:
        at = 0
        while data := _read(descriptor, _ROOM, at):
            refuse_if_stopped()
            target.write(data)
            at += len(data)


@contextmanager
def _descriptor_of(path: Path) -> Iterator[int]:
    """A descriptor of the file: the one that is kept, or one of its own for a file without connection."""
    with _LOCK:
        which = _taken(path, opens=False) if _NEEDED else None
        descriptor = _kept[which].descriptor if which is not None else _opened(path)
    try:
        yield descriptor
    finally:
        if which is not None:
            let_go(which)
        else:
            os.close(descriptor)


def _taken(path: Path, *, opens: bool) -> tuple[int, int] | None:
    status = path.stat()
    which = status.st_dev, status.st_ino
    kept = _kept.get(which)
    if kept is None:
        if not opens:
            return None
        kept = _Kept(_opened(path), 0)
        opened = os.fstat(kept.descriptor)
        # Another file may have come there meanwhile.
        which = opened.st_dev, opened.st_ino
        # What is kept of that one already stays: to close the new descriptor would cost its locks.
        kept = _kept.setdefault(which, kept)
    kept.users += 1
    return which


def _opened(path: Path) -> int:
    return os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))


def _read(descriptor: int, length: int, at: int) -> bytes:
    if hasattr(os, "pread"):
        return os.pread(descriptor, length, at)
    os.lseek(descriptor, at, os.SEEK_SET)
    return os.read(descriptor, length)
