"""Backups are whole, encrypted as the diary is, and never half-made."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlcipher3.dbapi2 import Connection

from lupusdiary.diary import Secret
from lupusdiary.language import Refusal
from lupusdiary.storage import durable
from lupusdiary.storage.backups import backup as module
from lupusdiary.storage.backups import raw_copy
from lupusdiary.storage.backups.backup import (
    READ_ME,
    BackupSource,
    backups_in,
    copy_to,
    forget_old,
    write_backup,
)
from lupusdiary.storage.backups.schedule import AUTOMATIC
from lupusdiary.storage.checking import verification
from lupusdiary.storage.checking.verification import prove
from lupusdiary.storage.diary_file import Clock, DiaryFile
from lupusdiary.storage.engine import connect
from lupusdiary.storage.opening import create_file, open_file
from lupusdiary.storage.place import is_encrypted
from lupusdiary.storage.table import Table
from tests.protection import derived, secret_of

AT = datetime(2026, 11, 22, 21, 4)  # noqa: DTZ001
# Asks the system, as another program would, for SQLite's lock of writers.
LOCKED = """
import fcntl, sys
with open(sys.argv[1], "rb+") as file:
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, 0x40000001)
        print("free")
    except OSError:
        print("locked")
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def write(file: DiaryFile, words: str) -> None:
    with file.writing("contacts.add"):
        Table(file, "contact").insert({"name": words, "number": "1"})


def source(file: DiaryFile) -> BackupSource:
    return BackupSource(file.path, file.key)


def test_a_backup_of_an_open_diary_holds_what_was_written_and_opens_in_the_same_way(
    file: DiaryFile, secret: Secret | None, folder: Path, clock: Clock
) -> None:
    write(file, "외래 상담")
    path = write_backup(source(file), folder, AUTOMATIC, AT)
    assert path.name == "0001_2026-11-22_2104_auto.lupusdiary"
    assert is_encrypted(path) is (secret is not None)
    assert ("외래 상담".encode() in path.read_bytes()) is (secret is None)
    write(file, "later")
    copy = open_file(path, secret, clock)
    assert [row["name"] for row in Table(copy, "contact").find()] == ["외래 상담"]
    copy.close()
    assert sorted(each.name for each in folder.iterdir()) == sorted([path.name, READ_ME])
    assert path.stat().st_mode & 0o077 == 0


def test_the_folder_says_in_both_languages_how_to_restore_and_names_nobody(
    file: DiaryFile, folder: Path
) -> None:
    write_backup(source(file), folder, AUTOMATIC, AT)
    text = (folder / READ_ME).read_text(encoding="utf-8-sig")
    assert "lupusdiary restore BACKUP --to DIARY" in text
    assert "백업" in text
    assert "highest number is the newest" in text
    assert file.path.name not in text


@pytest.mark.parametrize("large", [False, True])
def test_somebody_who_writes_meanwhile_is_not_kept_waiting_and_not_half_copied(
    tmp_path: Path, folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, large: bool
) -> None:
    if large:
        monkeypatch.setattr(raw_copy, "LARGE", 0)
        monkeypatch.setattr(raw_copy, "_SLICE", 80_000)
    file = create_file(tmp_path / "a", None, clock)
    with file.writing("events.add"):
        for number in range(2_000):
            Table(file, "event").insert({"day": "2026-11-22", "kind": "other", "note": f"{number} " * 30})
    monkeypatch.setattr(module, "_STEP", 20)
    other = open_file(file.path, None, clock)
    made: list[Path] = []
    worker = threading.Thread(target=lambda: made.append(write_backup(source(file), folder, AUTOMATIC, AT)))
    worker.start()
    written = 0
    while worker.is_alive() and written < 300:
        with other.writing("contacts.add"):
            Table(other, "contact").insert({"name": "left", "number": str(written)})
            Table(other, "contact").insert({"name": "right", "number": str(written)})
        written += 1
    worker.join()
    copy = open_file(made[0], None, clock)
    names = [row["name"] for row in Table(copy, "contact").find()]
    assert names.count("left") == names.count("right")
    assert Table(copy, "event").count() == 2_000
    for each in (copy, other, file):
        each.close()


def test_a_diary_that_is_damaged_gives_no_backup_and_leaves_the_older_ones(
    file: DiaryFile, secret: Secret | None, folder: Path, clock: Clock
) -> None:
    with file.writing("events.add"):
        for number in range(400):
            Table(file, "event").insert({"day": "2026-11-22", "kind": "other", "note": f"{number} " * 40})
    good = write_backup(source(file), folder, AUTOMATIC, AT)
    file.close()
    data = bytearray(file.path.read_bytes())
    for page in range(len(data) // 4096 - 20, len(data) // 4096 - 12):
        data[page * 4096 : page * 4096 + 64] = bytes(64)
    file.path.write_bytes(data)
    with pytest.raises(Refusal, match="damaged"):
        write_backup(source(file), folder, AUTOMATIC, AT)
    assert list(backups_in(folder).values()) == [good]
    assert sorted(each.name for each in folder.iterdir()) == sorted([good.name, READ_ME])
    prove(good, file.key)


@pytest.mark.skipif(sys.platform == "win32", reason="locks of files there belong to handles")
def test_a_large_diary_is_copied_byte_for_byte_and_its_locks_stay(
    file: DiaryFile, secret: Secret | None, folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raw_copy, "LARGE", 0)
    with file.writing("events.add"):
        for number in range(400):
            Table(file, "event").insert({"day": "2026-11-22", "kind": "other", "note": f"{number} " * 40})
    with file.writing("contacts.add"):
        Table(file, "contact").insert({"name": "not yet", "number": "1"})
        made = write_backup(source(file), folder, AUTOMATIC, AT)
        words = [sys.executable, "-c", LOCKED, str(file.path)]
        lock = subprocess.run(words, capture_output=True, text=True, check=True).stdout
        assert lock == "locked\n"
    copy = open_file(made, secret, clock)
    assert Table(copy, "event").count() == 400
    assert Table(copy, "contact").count() == 0
    copy.close()
    again = write_backup(source(file), folder, AUTOMATIC, AT)
    assert again.read_bytes() == file.path.read_bytes()


def test_where_no_other_process_can_be_started_sqlite_copies(
    file: DiaryFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raw_copy, "LARGE", 0)
    monkeypatch.setattr(sys, "executable", str(folder / "nothing"))
    prove(write_backup(source(file), folder, AUTOMATIC, AT), file.key)
    monkeypatch.setattr(sys, "executable", "")
    prove(write_backup(source(file), folder, AUTOMATIC, AT), file.key)


def test_a_copy_whose_bytes_changed_on_the_way_is_made_again_by_sqlite(
    file: DiaryFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raw_copy, "LARGE", 0)
    broken = raw_copy._READER.replace("memoryview(data)", "memoryview(b'x' + data[1:])")
    monkeypatch.setattr(raw_copy, "_READER", broken)
    made = write_backup(source(file), folder, AUTOMATIC, AT)
    assert made.read_bytes()[:1] != b"x"
    prove(made, file.key)


def test_a_folder_that_cannot_be_one_is_said_so(file: DiaryFile, tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"x")
    with pytest.raises(Refusal, match="is a file"):
        write_backup(source(file), tmp_path / "taken", AUTOMATIC, AT)
    with pytest.raises(Refusal, match="could be written"):
        write_backup(source(file), tmp_path / "taken" / "below", AUTOMATIC, AT)


def test_a_locked_diary_is_waited_for_and_then_refused(
    file: DiaryFile, secret: Secret | None, folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lupusdiary.storage.engine.PATIENCE", 20)
    other = open_file(file.path, secret, clock)
    other.run("BEGIN EXCLUSIVE")
    with pytest.raises(Refusal, match="Another program"):
        write_backup(source(file), folder, AUTOMATIC, AT)
    assert backups_in(folder) == {}
    other.run("ROLLBACK")
    other.close()


def test_what_a_killed_program_left_goes_with_the_next_backup_and_what_is_being_written_stays(
    file: DiaryFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir()
    left = folder / ".backup.99999999.0badcafe.new"
    left.write_bytes(b"half")
    mine = folder / ".somebody elses notes.new"
    mine.write_bytes(b"hers")
    busy = folder / ".backup.1.0badcafe.new"
    busy.write_bytes(b"growing")
    monkeypatch.setattr(durable, "_is_alive", lambda process: process == 1)
    write_backup(source(file), folder, AUTOMATIC, AT)
    assert not left.exists()
    assert mine.read_bytes() == b"hers"
    assert busy.exists()


def test_a_second_place_gets_the_same_bytes(file: DiaryFile, folder: Path, tmp_path: Path) -> None:
    first = write_backup(source(file), folder, AUTOMATIC, AT)
    second = copy_to(first, tmp_path / "stick", AUTOMATIC, AT)
    assert second.read_bytes() == first.read_bytes()
    assert second.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("how", ["plain", "protected"])
def test_only_backups_whose_time_is_over_go(how: str, tmp_path: Path, folder: Path, clock: Clock) -> None:
    file = create_file(tmp_path / "a", secret_of(how), clock)
    made = [write_backup(source(file), folder, AUTOMATIC, AT + timedelta(hours=6 * n)) for n in range(60)]
    strange = folder / "somebody else's.lupusdiary"
    strange.write_bytes(b"x")
    salt = None if how == "plain" else made[0].read_bytes()[:16]
    gone = forget_old(folder, salt)
    assert set(gone) == set(made) - set(backups_in(folder).values())
    assert made[-1].exists()
    assert 7 < len(backups_in(folder)) < 15
    assert strange.exists()
    file.close()


def test_a_passphrase_opens_a_backup_in_any_tool_as_it_opens_the_diary(
    tmp_path: Path, folder: Path, clock: Clock
) -> None:
    file = create_file(tmp_path / "a", derived(), clock)
    made = write_backup(source(file), folder, AUTOMATIC, AT)
    file.close()
    assert made.read_bytes()[:16] == file.path.read_bytes()[:16]


def test_rows_are_counted_while_another_program_takes_a_table_away(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    create_file(path, None, clock).close()
    reader, other = connect(path, "ro", None), connect(path, "rw", None)
    names = verification._table_names
    gone: list[str] = []

    def named(connection: Connection) -> list[str]:
        found = names(connection)
        if not gone:
            gone.append("check_up")
            other.execute("DROP TABLE check_up")
        return found

    monkeypatch.setattr(verification, "_table_names", named)
    counts = verification.row_counts(reader)
    assert "check_up" not in counts
    assert set(counts) == set(names(reader))
    reader.close()
    other.close()
