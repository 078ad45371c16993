"""Writes files so that each is there whole or not at all, and what stood there before survives a failure."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from lupusdiary.language import Refusal


def write_whole(path: Path, data: bytes) -> None:
    """Writes one file, in place of an older one. Raises `Refusal` when that is not possible."""
    write_together({path: data})


def write_together(files: Mapping[Path, bytes]) -> None:
    """Writes several files: all of them beside their places first, and only then into them."""
    waiting = {path: path.with_name(f".{path.name[:80]}.{os.getpid()}.part") for path in files}
    for path in files:
        _refuse_place(path)
    path = next(iter(files))
    try:
        for path, data in files.items():
            if _is_device(path):
                path.write_bytes(data)
            else:
                with waiting[path].open("xb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
        for path in files:
            if not _is_device(path):
                waiting[path].replace(path)
    except OSError as fault:
        raise Refusal("“{path}” cannot be written there.", path=path.name) from fault
    finally:
        for part in waiting.values():
            part.unlink(missing_ok=True)


def _refuse_place(path: Path) -> None:
    if not path.name or path.is_dir():
        raise Refusal("“{path}” is a folder: name a file in it.", path=str(path))
    if not path.parent.is_dir():
        raise Refusal("There is no folder “{folder}”.", folder=str(path.parent))


def _is_device(path: Path) -> bool:
    # Standard output under its name in /dev must be written into, never be replaced by a file.
    return path.exists() and not path.is_file()
