"""Sets, changes and takes away the passphrase of a diary that is closed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lupusdiary import places
from lupusdiary.diary.backup.backups import BackupJob
from lupusdiary.diary.diary import Diary, open_diary
from lupusdiary.diary.validation import Clock
from lupusdiary.language import Refusal
from lupusdiary.storage.backups.backup import backups_in, salt_if_protected
from lupusdiary.storage.durable import growing_beside, move_over
from lupusdiary.storage.keys import Secret
from lupusdiary.storage.rekeying import change_key, write_with_key
from lupusdiary.storage.stopping import Stop, refuse_if_stopped, stoppable


def change_protection(
    path: Path,
    present: Secret | None,
    new: Secret | None,
    clock: Clock,
    root: Path | None = None,
    stop: Stop | None = None,
) -> Secret | None:
    """Gives the diary at `path` the passphrase `new`, or none. `present` opens it now.

    A verified backup is made first, under the key that it has until then. Raises `Refusal`, also when another
    thread asks `stop`, and then the diary is as it was. Comes back with `new`, its key worked out: a new
    recovery sheet is due.
    """
    with stoppable(stop):
        return _change_protection(path, present, new, clock, root)


def _change_protection(
    path: Path, present: Secret | None, new: Secret | None, clock: Clock, root: Path | None
) -> Secret | None:
    with open_diary(path, present, clock, root) as diary:
        if diary.why_read_only is not None:
            raise diary.why_read_only
        if present is None and new is None:
            raise Refusal("“{name}” is not protected.", name=path.name)
        old = diary._file.key
        diary.backups.back_up("key")
    prepared = None if new is None else new.derive()
    refuse_if_stopped()
    salt = None if prepared is None else prepared.salt
    key = None if prepared is None or salt is None else prepared.key_for(salt)
    change_key(path, old, key, salt)
    return prepared


@dataclass(frozen=True, slots=True)
class ReadableBackups:
    """The backups of a protected diary that anybody can read, e.g. for a worker: nothing here touches the
    diary's connection. `job` makes a protected one."""

    paths: tuple[Path, ...]
    key: bytes | None
    salt: bytes | None
    job: BackupJob | None

    def encrypt(self) -> list[Path]:
        """Encrypts them with the diary's key, and says which they were.

        Each is the old file or the new one, whole, at any moment. Raises `Refusal` at the first that cannot
        be.
        """
        for backup in self.paths:
            try:
                with growing_beside(backup) as growing:
                    write_with_key(backup, None, growing, self.key, self.salt)
                    move_over(growing, backup)
            except OSError as fault:
                raise Refusal("“{path}” cannot be written there.", path=backup.name) from fault
        return list(self.paths)

    def delete(self) -> list[Path]:
        """Deletes them once a protected one is there; says which."""
        if self.job is not None:
            self.job.run()
        for backup in self.paths:
            try:
                backup.unlink(missing_ok=True)
            except OSError as fault:
                raise Refusal("“{name}” could not be deleted.", name=str(backup)) from fault
        return list(self.paths)


def readable_backups(diary: Diary) -> ReadableBackups:
    """The readable backups of a protected diary, here and in the second place."""
    paths = tuple(diary.backups.readable_without_passphrase())
    job = diary.backups.job("key") if paths else None
    return ReadableBackups(paths, diary._file.key, salt_if_protected(diary.path), job)


def older_backups(diary: Diary, root: Path | None = None) -> list[Path]:
    """The backups that open with an earlier passphrase only."""
    folder = (root or places.backups()) / str(diary.id)
    salt = salt_if_protected(diary.path)
    return [path for path in backups_in(folder).values() if salt_if_protected(path) not in (None, salt)]
