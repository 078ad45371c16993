"""What a verified backup costs, beside copying the same file."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from lupusdiary.diary import Secret
from lupusdiary.diary.protection import change_protection
from lupusdiary.storage.backups.backup import BackupSource, write_backup
from tests.benchmarks.diaries import NOW
from tests.benchmarks.spent import Spent, median, spent


def backup_and_copy(diary: Path, folder: Path, tries: int) -> tuple[Spent, Spent]:
    """What is taken by a verified backup of the diary, encrypted, and of copying that file to the disk."""
    path = folder / "protected.lupusdiary"
    shutil.copyfile(diary, path)
    secret = Secret(None, bytes(range(32)), None)
    change_protection(path, None, secret, lambda: NOW, folder / "before")
    source = BackupSource(path, secret.key_for(b""))
    ours, floor = [], []
    for _ in range(tries):
        ours.append(spent(lambda: write_backup(source, folder / "backups", "manual", NOW)))
        floor.append(spent(lambda: _copy(path, folder / "copy")))
    return median(ours), median(floor)


def _copy(path: Path, to: Path) -> None:
    with path.open("rb") as read, to.open("wb") as write:
        shutil.copyfileobj(read, write)
        os.fsync(write.fileno())
