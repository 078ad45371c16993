"""Other versions of a diary beside it: what a synchronised folder keeps when two computers wrote at once."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.language import Refusal
from lupusdiary.storage.backups.backup import salt_if_protected
from lupusdiary.storage.checking.verification import opens
from lupusdiary.storage.engine import connect
from lupusdiary.storage.identity import id_of
from lupusdiary.storage.place import is_encrypted
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


@dataclass(frozen=True, slots=True)
class Beside:
    """The files beside a diary that are the same diary, whatever their name, and may hold more; and those
    that by their name may be, but open with another passphrase."""

    versions: tuple[Path, ...] = ()
    locked: tuple[Path, ...] = ()


def versions_beside(path: Path, key: bytes | None, id: str, ours: Steps) -> Beside:
    """What of other versions lies beside a diary."""
    path = path.resolve()
    salt = salt_if_protected(path)
    found, locked = [], []
    # A synchronised folder adds to the name: "diary (conflicted copy)", "diary-LAPTOP", "diary 2".
    alike = re.compile(re.escape(path.stem) + r"[\W_].*", re.IGNORECASE)
    with suppress(OSError):
        for entry in sorted(os.scandir(path.parent), key=lambda each: each.name):
            # One that grows beside its place begins with a full stop.
            if SUFFIX not in entry.name.lower() or entry.name.startswith(".") or entry.name == path.name:
                continue
            other = Path(entry.path)
            if not entry.is_file() or other.samefile(path):
                continue
            its_salt = salt_if_protected(other)
            if its_salt in (salt, None):
                theirs = read_steps(other, key, id)
                if theirs is not None and adds_to(ours, theirs):
                    found.append(other)
            elif alike.fullmatch(other.stem) and may_be_protected(other):
                locked.append(other)
    return Beside(tuple(found), tuple(locked))


def is_locked_to_us(path: Path, key: bytes | None) -> bool:
    """Whether a protected file stands at `path` that does not open with the key."""
    return may_be_protected(path) and (key is None or not opens(path, key))


def may_be_protected(path: Path) -> bool:
    """Whether a file may be a protected diary."""
    try:
        return is_encrypted(path)
    except Refusal:
        return False


def read_steps(path: Path, key: bytes | None, id: str) -> Steps | None:
    """The steps of the file at `path` if it is the diary `id`; None if it is another one or does not open."""
    try:
        connection = connect(path, "ro", None if salt_if_protected(path) is None else key)
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
