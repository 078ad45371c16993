"""What a verified backup costs, beside copying the same file."""

from __future__ import annotations

import os
import shutil
import statistics
import time
from pathlib import Path

from lupusdiary.diary import Secret
from lupusdiary.diary.protection import change_protection
from lupusdiary.storage.backups.backup import Source, write_backup
from tests.benchmarks.diaries import NOW


def backup_and_copy(diary: Path, folder: Path, tries: int) -> tuple[float, float]:
    """Median seconds of a verified backup of the diary, encrypted, and of copying that file to the disk."""
    path = folder / "protected.lupusdiary"
    shutil.copyfile(diary, path)
    secret = Secret(None, bytes(range(32)), None)
    change_protection(path, None, secret, lambda: NOW, folder / "before")
    source = Source(path, secret.key_for(b""))
    ours, floor = [], []
    for _ in range(tries):
        began = time.perf_counter()
        write_backup(source, folder / "backups", "manual", NOW)
        ours.append(time.perf_counter() - began)
        began = time.perf_counter()
        with path.open("rb") as read, (folder / "copy").open("wb") as write:
            shutil.copyfileobj(read, write)
            os.fsync(write.fileno())
        floor.append(time.perf_counter() - began)
    return statistics.median(ours), statistics.median(floor)
