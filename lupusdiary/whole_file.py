"""Writes files so that each is there whole or not at all, and none ever stands in the place of a diary."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from lupusdiary.language import Refusal
from lupusdiary.system_fault import reason_of

DIARY_SUFFIX = ".lupusdiary"
# What SQLite lays beside a diary and takes for the diary's own.
_COMPANIONS = ("-journal", "-wal", "-shm")
_DATABASE = b"SQLite format 3\x00"
# Pages of a protected diary are noise of whole sectors; the pictures and documents that are written here are
# known by how they begin, and a text holds no NUL (noise of this length nearly always does).
_SECTOR = 512
_LOOKED_AT = 8192
_NO_DIARIES = (b"%PDF-", b"\x89PNG\r\n", b"\xff\xfe", b"\xfe\xff")


def write_whole(path: Path, data: bytes) -> None:
    """Writes one file, in place of an older one. Raises `Refusal` when that is not possible."""
    write_together({path: data})


def write_together(files: Mapping[Path, bytes]) -> None:
    """Writes several files: all of them beside their places first, and only then into them.

    Raises `Refusal` when one cannot be written or would stand in the place of a diary; then what stood
    there stands there still. Older files that are replaced wait beside their places until all are there, and
    come back on a failure; one that cannot come back keeps waiting there, under a name that ends in “.kept”.
    """
    for path in files:
        _refuse_place(path)
        refuse_diary(path)
    waiting = {path: path.with_name(f".{path.name[:80]}.{os.getpid()}.part") for path in files}
    path = next(iter(files))
    placed: list[Path] = []
    kept: dict[Path, Path] = {}
    done: list[Path] = []
    try:
        for path, data in files.items():
            if _is_device(path):
                path.write_bytes(data)
            else:
                with waiting[path].open("xb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
        replaced = [path for path in files if path.is_file()]
        for path in replaced if len(files) > 1 else []:
            old = waiting[path].with_suffix(".kept")
            _keep(path, old)
            kept[path] = old
        for path in files:
            if not _is_device(path):
                there = path.exists()
                waiting[path].replace(path)
                placed += [] if there else [path]
        done += kept.values()
        placed.clear()
        kept.clear()
        for folder in {path.parent for path in files}:
            sync_folder(folder)
    except OSError as fault:
        raise Refusal(
            "“{name}” could not be written: {reason}.", name=path.name, reason=reason_of(fault)
        ) from fault
    finally:
        for path, old in kept.items():
            with suppress(OSError):
                old.replace(path)
                # Two names of one file are both left by that.
                old.unlink(missing_ok=True)
        for part in (*waiting.values(), *placed, *done):
            part.unlink(missing_ok=True)


def _keep(path: Path, old: Path) -> None:
    """Gives a file a second name, or a copy where a disk has no second names."""
    try:
        os.link(path, old)
    except OSError:
        try:
            shutil.copy2(path, old)
        except BaseException:
            old.unlink(missing_ok=True)
            raise


@contextmanager
def new_folder(folder: Path, mode: int = 0o777) -> Iterator[None]:
    """Makes a folder, with those above it, for what is written into it. When that fails, those that were made
    go again. Raises `OSError`."""
    made = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.mkdir(mode=mode, parents=True, exist_ok=True)
        yield
    except BaseException:
        for each in made:
            # Something else may have come into it meanwhile.
            with suppress(OSError):
                each.rmdir()
        raise


def refuse_diary(path: Path) -> None:
    """Raises `Refusal` for a name that is a diary's, and for a place where a file may be a diary."""
    name = path.name.lower()
    # Of a folder such as . or / there is no name, and nothing beside it.
    for companion in filter(name.endswith, _COMPANIONS):
        beside = path.with_name(path.name.removesuffix(companion))
        if name.endswith(DIARY_SUFFIX + companion) or may_be_diary(beside):
            raise Refusal("“{name}” is a file that belongs to a diary: choose another name.", name=path.name)
    if name.endswith(DIARY_SUFFIX):
        raise Refusal(
            "“{name}” is the name of a diary: choose another name. Nothing was replaced.", name=path.name
        )
    if may_be_diary(path):
        raise Refusal("“{name}” may be a diary: choose another name. Nothing was replaced.", name=path.name)


def may_be_diary(path: Path) -> bool:
    """Whether the file at `path` is a database, or noise as a protected diary is."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            head = file.read(_LOOKED_AT)
            size = os.fstat(file.fileno()).st_size
    except (OSError, ValueError):
        return False
    if head.startswith(_DATABASE):
        return True
    noise = size >= _SECTOR and size % _SECTOR == 0 and not head.startswith(_NO_DIARIES)
    return noise and (b"\0" in head or not _is_text(head))


def _is_text(head: bytes) -> bool:
    try:
        # The last character may be cut in half.
        head[: len(head) - 3].decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _refuse_place(path: Path) -> None:
    if not path.name or path.is_dir():
        raise Refusal("“{path}” is a folder: name a file in it.", path=str(path))
    if not path.parent.is_dir():
        raise Refusal(
            "“{name}” could not be written: there is no folder “{folder}”.",
            name=path.name,
            folder=str(path.parent),
        )


def _is_device(path: Path) -> bool:
    # Standard output under its name in /dev must be written into, never be replaced by a file.
    return path.exists() and not path.is_file()


def real_path(path: Path) -> Path:
    """The path of the file itself, behind links. `Path.resolve` raises for links that lead in a circle before
    Python 3.13; here such a path is that of a file that is not there."""
    return Path(os.path.realpath(path))


def sync_folder(folder: Path) -> None:
    """Waits until the names in a folder are on the disk, where a system can do that."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
