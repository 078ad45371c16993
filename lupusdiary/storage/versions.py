"""Other versions of a diary beside it: what a synchronised folder keeps when two computers wrote at once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.language import Refusal
from lupusdiary.storage.backups.backup import salt_if_protected
from lupusdiary.storage.engine import connect
from lupusdiary.storage.identity import id_of
from lupusdiary.storage.protocols import StatementRunner
from lupusdiary.storage.schema import APPLICATION_ID

SUFFIX = ".lupusdiary"
# Steps by their number: the verb and the instant.
Steps = Mapping[int, tuple[str, str]]
_STEPS = "SELECT id, label, at FROM main.change_step"


def steps_of(file: StatementRunner) -> Steps:
    """The steps that an open diary remembers."""
    return {int(str(id)): (str(label), str(at)) for id, label, at in file.run(_STEPS)}


def adds_to(ours: Steps, theirs: Steps) -> bool:
    """Whether a version with the steps `theirs` holds anything that one with `ours` may not hold. An older
    state of ours adds nothing; where our log does not reach back so far, it is one."""
    if not theirs:
        return False
    newest = max(theirs)
    return newest > max(ours, default=0) or ours.get(newest, theirs[newest]) != theirs[newest]


def versions_beside(path: Path, key: bytes | None, id: str, ours: Steps) -> list[Path]:
    """The files beside a diary that are the same diary, whatever their name, and may hold more."""
    path = path.resolve()
    salt = salt_if_protected(path)
    found = []
    with suppress(OSError):
        for entry in sorted(os.scandir(path.parent), key=lambda each: each.name):
            # One that grows beside its place begins with a full stop.
            if SUFFIX not in entry.name.lower() or entry.name.startswith(".") or entry.name == path.name:
                continue
            other = Path(entry.path)
            if entry.is_file() and salt_if_protected(other) == salt:
                theirs = read_steps(other, key, id)
                if theirs is not None and adds_to(ours, theirs):
                    found.append(other)
    return found


def read_steps(path: Path, key: bytes | None, id: str) -> Steps | None:
    """The steps of the file at `path` if it is the diary `id`; None if it is another one or does not open."""
    try:
        connection = connect(path, "ro", key)
        try:
            if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
                return None
            if id_of(connection) != id:
                return None
            return {step: (label, at) for step, label, at in connection.execute(_STEPS)}
        finally:
            connection.close()
    except (sqlite.Error, Refusal):
        return None
