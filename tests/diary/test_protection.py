"""A passphrase is set, changed and taken away; whatever fails, the diary is as it was."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from lupusdiary.diary import Secret, create_demonstration, create_diary, is_encrypted, open_diary
from lupusdiary.diary.backup.restoring import restore_backup
from lupusdiary.diary.protection import (
    change_protection,
    older_backups,
    readable_backups,
)
from lupusdiary.language import Refusal
from lupusdiary.storage import rekeying
from tests.conftest import StandingClock
from tests.protection import derived, secret_of
from tests.storage.diaries import everything_in

NEW = Secret.recovery_key("000G 40R4 0M30 E209 185G R38E 1W81 24GK 2GAH C5RR 34D1 P70X 3RFM P0MM")
CHANGES = [("plain", "other"), ("protected", "other"), ("protected", "plain")]


def filled(path: Path, secret: Secret | None, clock: StandingClock) -> Path:
    path.parent.mkdir()
    with create_diary(path, secret, clock) as diary:
        diary.days.set_note(diary.today(), "한 줄 " * 300)
        diary.days.record(diary.today(), "fatigue", 3)
        diary.days.record(diary.today(), "fatigue", 4)
    return path


def new_of(name: str) -> Secret | None:
    return NEW if name == "other" else secret_of(name)


@pytest.mark.parametrize(("before", "after"), CHANGES)
def test_a_diary_has_its_new_protection_and_all_that_it_held(
    before: str, after: str, tmp_path: Path, clock: StandingClock
) -> None:
    path = filled(tmp_path / "d" / "a", secret_of(before), clock)
    with open_diary(path, secret_of(before), clock) as diary:
        contents, id = diary.contents(), diary.id
    changed = change_protection(path, secret_of(before), new_of(after), clock)
    assert is_encrypted(path) is (after != "plain")
    with open_diary(path, changed, clock) as diary:
        assert diary.contents() == contents
        assert diary.id == id
        assert diary.check().ok
        assert diary.history.undo() is not None
        (backup,) = diary.backups.all([derived()])
        assert backup.name.reason == "key"
    assert [each.name for each in path.parent.iterdir()] == ["a"]
    if before == "protected" and after == "other":
        with pytest.raises(Refusal, match="passphrase or key is wrong"):
            open_diary(path, derived(), clock)
    restore_backup(backup.path, path, [derived()], clock)
    with open_diary(path, secret_of(before), clock) as again:
        assert again.contents() == contents


def test_any_sqlite_reads_it_after_and_none_before(tmp_path: Path, clock: StandingClock) -> None:
    path = filled(tmp_path / "d" / "a", derived(), clock)
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(path).execute("SELECT * FROM reading")
    change_protection(path, derived(), None, clock)
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT number FROM reading").fetchall() == [(4.0,)]
    connection.close()


@pytest.mark.parametrize("kind", ["plain", "protected"])
@pytest.mark.parametrize("at", ["write_with_key", "prove", "move_over"])
def test_what_fails_on_the_way_leaves_the_diary_as_it_was(
    kind: str, at: str, tmp_path: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path / "d" / "a", secret_of(kind), clock)
    before = everything_in(path.parent)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(rekeying, at, full)
    with pytest.raises(Refusal):
        change_protection(path, secret_of(kind), NEW, clock)
    assert everything_in(path.parent) == before


def test_a_wrong_passphrase_and_a_busy_diary_change_nothing(
    tmp_path: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lupusdiary.storage.engine.PATIENCE", 20)
    path = filled(tmp_path / "d" / "a", derived(), clock)
    before = everything_in(path.parent)
    with pytest.raises(Refusal):
        change_protection(path, NEW, None, clock)
    with open_diary(path, derived(), clock) as diary:
        diary._file.run("BEGIN IMMEDIATE")
        with pytest.raises(Refusal, match="Another program"):
            change_protection(path, derived(), None, clock)
        diary._file.run("ROLLBACK")
    assert everything_in(path.parent) == before


def test_a_window_that_still_has_the_old_file_open_writes_nothing_into_it(
    tmp_path: Path, clock: StandingClock
) -> None:
    path = filled(tmp_path / "d" / "a", None, clock)
    with open_diary(path, None, clock) as window:
        changed = change_protection(path, None, NEW, clock)
        with pytest.raises(Refusal, match="Another file has taken"):
            window.days.set_note(window.today(), "lost")
    with open_diary(path, changed, clock) as diary:
        assert diary.days.day(diary.today()).note == "한 줄 " * 300


def test_readable_backups_of_a_diary_that_is_protected_now_are_named_encrypted_or_deleted(
    tmp_path: Path, clock: StandingClock
) -> None:
    path = filled(tmp_path / "d" / "a", None, clock)
    with open_diary(path, None, clock) as diary:
        diary.backups.back_up("manual")
    changed = change_protection(path, None, NEW, clock)
    with open_diary(path, changed, clock) as diary:
        readable = diary.backups.readable_without_passphrase()
        assert len(readable) == 2
        assert sorted(readable_backups(diary).encrypt()) == sorted(readable)
        assert diary.backups.readable_without_passphrase() == []
        assert all("한 줄".encode() not in backup.read_bytes() for backup in readable)
        assert [backup.verified for backup in diary.backups.all()] == [True, True]
        assert older_backups(diary) == []
    back = change_protection(path, changed, None, clock)
    assert back is None
    changed = change_protection(path, None, derived(), clock)
    with open_diary(path, changed, clock) as diary:
        gone = readable_backups(diary).delete()
        assert len(gone) == 1
        assert not any(backup.exists() for backup in gone)
        assert diary.backups.last_whole() is not None
        assert len(older_backups(diary)) == 3


def test_a_demonstration_can_be_protected_and_has_no_backup(
    tmp_path: Path, clock: StandingClock, home: Path
) -> None:
    create_demonstration(tmp_path / "s", "mild", clock).close()
    changed = change_protection(tmp_path / "s", None, NEW, clock)
    with open_diary(tmp_path / "s", changed, clock) as diary:
        assert diary.demonstration == "mild"
    assert not list(home.rglob("*.lupusdiary"))
