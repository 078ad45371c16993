"""Closed diary files, and what may happen to them, for the tests of opening."""

from __future__ import annotations

from pathlib import Path

from lupusdiary.diary import Secret
from lupusdiary.storage.diary_file import Clock
from lupusdiary.storage.engine import connect
from lupusdiary.storage.opening import create_file, open_file
from lupusdiary.storage.table import Table


def raw(file_path: Path, secret: Secret | None, *statements: str) -> None:
    """Runs statements on a closed diary, as another program would."""
    key = secret.key_for(file_path.read_bytes()[:16]) if secret else None
    connection = connect(file_path, "rw", key)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def everything_in(folder: Path) -> dict[str, tuple[bytes | None, int]]:
    """Names, bytes and times of change of what lies in a folder."""
    return {
        each.name: (each.read_bytes() if each.is_file() else None, each.stat().st_mtime_ns)
        for each in folder.iterdir()
    }


def closed(path: Path, secret: Secret | None, clock: Clock) -> Path:
    """A diary with one contact, closed."""
    file = create_file(path, secret, clock)
    with file.writing("contacts.add"):
        Table(file, "contact").insert({"name": "외래", "number": "1"})
    file.close()
    return path


def interrupt_a_write(path: Path, secret: Secret | None, clock: Clock) -> dict[str, bytes]:
    """Leaves a diary as a program leaves it that is stopped in the middle of a long write: half of it in the
    file, and its journal beside it; returns both, by their names."""
    file = open_file(path, secret, clock)
    file.run("PRAGMA cache_size = 10")
    file.run("BEGIN")
    for number in range(200):
        Table(file, "event").insert({"day": "2026-11-22", "kind": "other", "note": f"{number} " * 400})
    left = {each.name: each.read_bytes() for each in (path, path.with_name(f"{path.name}-journal"))}
    file.run("ROLLBACK")
    file.close()
    for name, data in left.items():
        (path.parent / name).write_bytes(data)
    return left
