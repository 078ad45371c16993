"""Files that grow beside their place and move there when they are whole; what a killed program left goes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lupusdiary.storage.place import refuse_existing
from lupusdiary.whole_file import sync_folder

# What SQLite lays beside a file while it writes.
COMPANIONS = ("-journal", "-wal", "-shm")
_GROWING = re.compile(r"\..{1,61}\.(\d{1,10})\.[0-9a-f]{8}\.new(-journal)?")


@contextmanager
def growing_beside(path: Path) -> Iterator[Path]:
    """An empty file of the owner's alone beside `path`; what is left of it at the end is removed."""
    with name_beside(path) as growing:
        os.close(os.open(growing, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        yield growing


@contextmanager
def name_beside(path: Path) -> Iterator[Path]:
    """A free name beside `path` for a file that grows there; what is left of it at the end is removed."""
    growing = path.with_name(f".{path.name[:60]}.{os.getpid()}.{os.urandom(4).hex()}.new")
    try:
        yield growing
    finally:
        for companion in ("", *COMPANIONS):
            growing.with_name(growing.name + companion).unlink(missing_ok=True)


def sweep(folder: Path, name: str = "") -> None:
    """Removes what programs that were killed left in a folder, of the file `name` or of any. What another
    program is still writing stays."""
    with suppress(OSError):
        for left in list(os.scandir(folder)):
            found = _GROWING.fullmatch(left.name)
            ours = found is not None and left.name.lstrip(".").startswith(name[:40].lstrip("."))
            if found and ours and not _is_alive(int(found[1])):
                with suppress(OSError):
                    Path(left.path).unlink()


def move_to_new(growing: Path, path: Path) -> None:
    """Gives the whole file its name, without ever replacing another file. Raises `FileExistsError`."""
    sync(growing)
    try:
        os.link(growing, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links, such as that of a USB stick.
        refuse_existing(path)
        growing.rename(path)
    sync_folder(path.parent)


def move_over(growing: Path, path: Path) -> None:
    """Puts the whole file in the place of another one, in one step."""
    sync(growing)
    growing.replace(path)
    sync_folder(path.parent)


def sync(path: Path) -> None:
    """Waits until the file is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _is_alive(process: int) -> bool:
    """Whether a program runs under this number. Windows keeps open files from being removed by itself."""
    if os.name == "nt":
        return process == os.getpid()
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
