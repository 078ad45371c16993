"""A backup takes the place of a diary; what stood there is kept, whatever its condition."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from lupusdiary.diary import Secret, create_diary, open_diary
from lupusdiary.language import Refusal
from lupusdiary.storage.backups.backup import READ_ME, BackupSource, write_backup
from lupusdiary.storage.backups.restore import ASIDE, restore
from lupusdiary.storage.diary_file import Clock
from lupusdiary.storage.durable import move_over
from lupusdiary.storage.keys import read_recovery_key
from lupusdiary.storage.opening import create_file, open_file
from tests.protection import PASSPHRASE, derived
from tests.storage.diaries import everything_in, interrupt_a_write
from tests.storage.test_backup import LOCKED

AT = datetime(2026, 11, 22, 21, 4, 5)  # noqa: DTZ001


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def there(tmp_path: Path, secret: Secret | None, clock: Clock, root: Path) -> tuple[Path, Path]:
    """A diary with the note “new”, and a backup of it from when it had the note “old”."""
    path = tmp_path / "diaries" / "a.lupusdiary"
    with create_diary(path, secret, clock, parents=True) as diary:
        diary.days.set_note(diary.today(), "old")
        backup = write_backup(BackupSource(path, diary._file.key), root / str(diary.id), "auto", AT)
        diary.days.set_note(diary.today(), "new")
    return path, backup


def note(path: Path, secret: Secret | None, clock: Clock) -> str | None:
    with open_diary(path, secret, clock) as diary:
        assert diary.check().ok
        return diary.days.day(diary.today()).note


def secrets(secret: Secret | None) -> list[Secret]:
    return [] if secret is None else [secret]


def test_a_restored_diary_is_the_backup_and_what_stood_there_is_a_backup_too(
    there: tuple[Path, Path], secret: Secret | None, clock: Clock, root: Path
) -> None:
    path, backup = there
    done = restore(backup, path, secrets(secret), root, AT)
    assert note(path, secret, clock) == "old"
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert done.before is not None
    assert done.before.name == "0002_2026-11-22_2104_restore.lupusdiary"
    restore(done.before, path, secrets(secret), root, AT)
    assert note(path, secret, clock) == "new"


def test_a_diary_that_is_gone_comes_back(
    there: tuple[Path, Path], secret: Secret | None, clock: Clock, root: Path
) -> None:
    path, backup = there
    path.unlink()
    path.parent.rmdir()
    assert restore(backup, path, secrets(secret), root, AT).before is None
    assert note(path, secret, clock) == "old"


@pytest.mark.parametrize("damage", ["first page", "middle", "truncated", "text"])
def test_a_damaged_diary_is_kept_byte_for_byte(
    there: tuple[Path, Path], secret: Secret | None, clock: Clock, root: Path, damage: str
) -> None:
    path, backup = there
    data = bytearray(path.read_bytes())
    if damage == "first page":
        data[16:200] = bytes(184)
    elif damage == "middle":
        for page in range(8, len(data) // 4096):
            data[page * 4096 : page * 4096 + 64] = b"\x07" * 64
    elif damage == "truncated":
        del data[5_000:]
    else:
        data = bytearray("일기가 아닙니다\n".encode() * 100)
    path.write_bytes(data)
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\x01" * 600)
    done = restore(backup, path, secrets(secret), root, AT)
    assert note(path, secret, clock) == "old"
    assert not journal.exists()
    assert done.before is not None
    assert done.before.parent == root / ASIDE
    assert done.before.read_bytes() == bytes(data)
    assert done.before.with_name(done.before.name + "-journal").exists()


def test_a_stale_journal_is_never_applied_to_the_restored_diary(
    there: tuple[Path, Path], secret: Secret | None, clock: Clock, root: Path
) -> None:
    path, backup = there
    interrupt_a_write(path, secret, clock)
    done = restore(backup, path, secrets(secret), root, AT)
    assert note(path, secret, clock) == "old"
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    # The interrupted write was taken back first, so what stood there is a whole backup.
    assert done.before is not None
    assert done.before.parent != root / ASIDE
    restore(done.before, path, secrets(secret), root, AT)
    assert note(path, secret, clock) == "new"


def test_the_journal_of_a_diary_that_nobody_can_open_is_kept_with_it_and_not_applied(
    tmp_path: Path, clock: Clock, root: Path
) -> None:
    path = tmp_path / "d" / "a"
    create_file(path, derived(), clock, parents=True).close()
    left = interrupt_a_write(path, derived(), clock)
    with create_diary(tmp_path / "plain", None, clock) as diary:
        diary.days.set_note(diary.today(), "plain")
    # Without its passphrase what stands there cannot be opened, so nothing of it can be taken back.
    done = restore(tmp_path / "plain", path, [], root, AT)
    assert [each.name for each in path.parent.iterdir()] == ["a"]
    assert note(path, None, clock) == "plain"
    assert done.before is not None
    assert done.before.read_bytes() == left["a"]
    assert done.before.with_name(done.before.name + "-journal").read_bytes() == left["a-journal"]


def test_a_backup_that_is_damaged_changes_nothing(
    there: tuple[Path, Path], secret: Secret | None, root: Path
) -> None:
    path, backup = there
    data = bytearray(backup.read_bytes())
    for page in range(8, len(data) // 4096):
        data[page * 4096 : page * 4096 + 64] = b"\x07" * 64
    backup.write_bytes(data)
    before = everything_in(path.parent)
    with pytest.raises(Refusal, match="damaged"):
        restore(backup, path, secrets(secret), root, AT)
    assert everything_in(path.parent) == before
    assert sorted(each.name for each in backup.parent.iterdir()) == sorted([backup.name, READ_ME])


def test_a_diary_that_another_program_is_writing_to_is_left_alone(
    there: tuple[Path, Path], secret: Secret | None, clock: Clock, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lupusdiary.storage.engine.PATIENCE", 20)
    path, backup = there
    file = open_file(path, secret, clock)
    file.run("BEGIN IMMEDIATE")
    with pytest.raises(Refusal, match="Another program"):
        restore(backup, path, secrets(secret), root, AT)
    file.run("ROLLBACK")
    file.close()
    assert note(path, secret, clock) == "new"


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be replaced there")
def test_nobody_writes_between_what_is_kept_and_what_takes_its_place(
    there: tuple[Path, Path], secret: Secret | None, clock: Clock, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such a write would be acknowledged, and be neither in the diary nor in the backup of it."""
    path, backup = there
    met: list[str] = []

    def moved(growing: Path, to: Path) -> None:
        assert len(list(root.rglob("*_restore.lupusdiary"))) == 1
        met.append(
            subprocess.run(
                [sys.executable, "-c", LOCKED, str(path)], capture_output=True, text=True, check=True
            ).stdout.strip()
        )
        move_over(growing, to)

    monkeypatch.setattr("lupusdiary.storage.backups.restore.move_over", moved)
    restore(backup, path, secrets(secret), root, AT)
    assert met == ["locked"]
    assert note(path, secret, clock) == "old"


def test_a_backup_opens_by_any_of_the_secrets_and_says_so_when_by_none(
    tmp_path: Path, clock: Clock, root: Path
) -> None:
    path = tmp_path / "a"
    with create_diary(path, Secret.passphrase(PASSPHRASE), clock) as diary:
        diary.days.set_note(diary.today(), "kept")
        backup = write_backup(BackupSource(path, diary._file.key), root / "x", "auto", AT)
        key = diary.recovery_key()
    wrong = Secret.passphrase("falsch")
    with pytest.raises(Refusal, match="the passphrase that the diary had when it was made"):
        restore(backup, tmp_path / "b", [wrong], root, AT)
    with pytest.raises(Refusal, match="only with its passphrase"):
        restore(backup, tmp_path / "b", [], root, AT)
    assert not (tmp_path / "b").exists()
    restore(backup, tmp_path / "b", [wrong, Secret.passphrase(PASSPHRASE)], root, AT)
    restore(backup, tmp_path / "c", [wrong, Secret.recovery_key(key)], root, AT)
    assert read_recovery_key(key)
    assert note(tmp_path / "c", Secret.passphrase(PASSPHRASE), clock) == "kept"


def test_a_backup_is_not_restored_onto_itself(
    there: tuple[Path, Path], secret: Secret | None, root: Path
) -> None:
    _, backup = there
    with pytest.raises(Refusal, match="that backup itself"):
        restore(backup, backup, secrets(secret), root, AT)
