"""Whoever looks at the bytes of an open diary leaves it the locks of its connection."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from lupusdiary.diary import Secret
from lupusdiary.diary.backup.rescuing import rescue
from lupusdiary.diary.backup.restoring import look_at, newest_whole_backup_of
from lupusdiary.diary.recovery import sheet_mark_of
from lupusdiary.language import Refusal
from lupusdiary.storage import past_sqlite
from lupusdiary.storage.backups.backup import BackupSource, salt_if_protected, write_backup
from lupusdiary.storage.backups.restore import copy_aside
from lupusdiary.storage.backups.schedule import AUTOMATIC
from lupusdiary.storage.diary_file import Clock, DiaryFile
from lupusdiary.storage.opening import open_file
from lupusdiary.storage.past_sqlite import copy_file, read_head
from lupusdiary.storage.place import is_encrypted
from lupusdiary.storage.table import Table
from lupusdiary.storage.versions import versions_beside
from tests.storage.test_backup import AT, LOCKED

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="locks of files there belong to handles")


def lock_of(path: Path) -> str:
    """What another program meets that wants to write."""
    words = [sys.executable, "-c", LOCKED, str(path)]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()


def rescued(file: DiaryFile, secret: Secret | None, clock: Clock) -> object:
    return rescue(file.path, secret, file.path.with_name("rescued.lupusdiary"), clock)


def versions(file: DiaryFile) -> object:
    os.link(file.path, file.path.with_name("the same.lupusdiary"))
    return versions_beside(file.path, file.key, "0" * 32, {})


def opened_again(file: DiaryFile, secret: Secret | None, clock: Clock) -> None:
    open_file(file.path, secret, clock).close()


LOOKS: dict[str, Callable[[DiaryFile, Secret | None, Clock], object]] = {
    "protected or not": lambda file, _, __: (is_encrypted(file.path), salt_if_protected(file.path)),
    "mark of the sheet": lambda file, _, __: sheet_mark_of(file.path),
    "versions": lambda file, _, __: versions(file),
    "backup": lambda file, _, __: write_backup(
        BackupSource(file.path, file.key), file.path.parent / "b", AUTOMATIC, AT
    ),
    "backups of": lambda file, secret, _: newest_whole_backup_of(
        file.path, secret, file.path.parent / "none"
    ),
    "as a backup": lambda file, secret, _: look_at(file.path, [secret] if secret else []),
    "kept aside": lambda file, _, __: copy_aside(file.path, file.path.parent / "aside", AT),
    "rescued": rescued,
    "opened again": opened_again,
}


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_at_the_open_diary_in_another_thread_leaves_a_write_its_lock(
    file: DiaryFile, secret: Secret | None, clock: Clock, look: str
) -> None:
    done: list[object] = []

    def work() -> None:
        try:
            done.append(LOOKS[look](file, secret, clock))
        except Refusal as refusal:
            done.append(refusal)

    with file.writing("contacts.add"):
        Table(file, "contact").insert({"name": "not yet", "number": "1"})
        assert lock_of(file.path) == "locked"
        worker = threading.Thread(target=work)
        worker.start()
        worker.join()
        assert lock_of(file.path) == "locked", done
    assert lock_of(file.path) == "free"
    assert Table(file, "contact").count() == 1


def is_kept(path: Path) -> bool:
    """Whether a descriptor of this file stays open; other diaries of this process do not matter."""
    status = path.stat()
    return (status.st_dev, status.st_ino) in past_sqlite._kept


def test_nothing_stays_open_once_the_diary_is_closed(file: DiaryFile) -> None:
    assert is_kept(file.path)
    head = read_head(file.path, 16)
    copy = file.path.with_name("copy")
    copy_file(file.path, copy)
    assert not is_kept(copy)
    whole = copy.read_bytes() == file.path.read_bytes()
    assert whole
    assert head == copy.read_bytes()[:16]
    file.close()
    file.close()
    assert not is_kept(file.path)
    assert read_head(file.path, 16) == head
    assert not is_kept(file.path)


def test_what_does_not_open_stays_open_nowhere(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "d"
    path.write_bytes(b"SQLite format 3\0" + bytes(4080))
    with pytest.raises(Refusal):
        open_file(path, None, clock)
    assert not is_kept(path)
