"""The journal of another file beside a diary is not applied to it, as SQLite by itself would."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from lupusdiary.diary import Secret
from lupusdiary.diary.backup.rescuing import rescue
from lupusdiary.language import Refusal
from lupusdiary.storage.backups.backup import BackupSource, write_backup
from lupusdiary.storage.backups.restore import restore
from lupusdiary.storage.checking.integrity import examine
from lupusdiary.storage.diary_file import Clock, DiaryFile
from lupusdiary.storage.engine import connect
from lupusdiary.storage.opening import create_file, open_file
from lupusdiary.storage.schema import SCHEMA_VERSION
from lupusdiary.storage.table import Table
from tests.protection import KINDS, derived, secret_of


def of_another_program(folder: Path, _clock: Clock, page: int = 4096) -> bytes:
    connection = sqlite3.connect(folder / "other", isolation_level=None)
    connection.execute(f"PRAGMA page_size = {page:d}")
    connection.execute("CREATE TABLE t (x)")
    connection.execute("INSERT INTO t VALUES (randomblob(100000))")
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE t SET x = randomblob(200000)")
    found = (folder / "other-journal").read_bytes()
    connection.close()
    return found


def of_another_diary(
    folder: Path,
    clock: Clock,
    secret: Secret | None,
    *,
    first_page_last: bool = False,
    crashed: Path | None = None,
) -> bytes:
    """A large write of it that is under way; `crashed` gets what stands in its file meanwhile."""
    file = create_file(folder / "other", secret, clock)
    for number in range(3):
        write(file, number)
    file.run("PRAGMA cache_size = 1")
    file.run("BEGIN")
    for number in range(200):
        Table(file, "event").insert({"day": "2026-11-22", "kind": "other", "note": f"{number} " * 400})
    # At its beginning each write changes what counts the writes, on the first page.
    file.run(f"PRAGMA user_version = {SCHEMA_VERSION:d}")
    for number in range(200):
        Table(file, "event").insert({"day": "2026-11-22", "kind": "other", "note": f"{number} " * 400})
    if crashed is not None:
        crashed.write_bytes((folder / "other").read_bytes())
    found = (folder / "other-journal").read_bytes()
    file.run("ROLLBACK")
    file.close()
    return found


def names_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def write(file: DiaryFile, number: int) -> None:
    with file.writing("contacts.add"):
        Table(file, "contact").insert({"name": f"{number}", "number": "1"})


@pytest.mark.parametrize("whose", ["a program's", "a plain diary's", "a protected diary's"])
def test_the_journal_of_another_file_is_laid_aside_and_said(
    tmp_path: Path, secret: Secret | None, clock: Clock, whose: str
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    if whose == "a program's":
        foreign = of_another_program(other, clock)
    else:
        foreign = of_another_diary(other, clock, derived() if "protected" in whose else None)
    path = tmp_path / "d" / "a.lupusdiary"
    file = create_file(path, secret, clock, parents=True)
    write(file, 0)
    file.close()
    if whose == "a protected diary's" and secret is not None:
        pytest.skip("the same key: such a one is another version of the diary")
    before = path.read_bytes()
    path.with_name("a.lupusdiary-journal").write_bytes(foreign)
    with pytest.raises(Refusal, match="journal of another file"):
        open_file(path, secret, clock)
    aside = path.with_name("a.lupusdiary-journal.1.aside")
    assert names_in(path.parent) == ["a.lupusdiary", aside.name]
    # The bytes themselves would be compared sign by sign for ever if they differed.
    unchanged = path.read_bytes() == before, aside.read_bytes() == foreign
    assert unchanged == (True, True)
    again = open_file(path, secret, clock)
    assert examine(again).ok
    assert Table(again, "contact").count() == 1
    again.close()


def test_a_second_one_gets_another_name(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "other").mkdir()
    foreign = of_another_program(tmp_path / "other", clock)
    path = tmp_path / "d" / "a"
    create_file(path, None, clock, parents=True).close()
    for _ in range(2):
        path.with_name("a-journal").write_bytes(foreign)
        with pytest.raises(Refusal, match="journal of another file"):
            open_file(path, None, clock)
    assert names_in(path.parent) == ["a", "a-journal.1.aside", "a-journal.2.aside"]


def beside(folder: Path, name: str, data: bytes) -> Path:
    """What somebody left beside the diary of the test."""
    path = folder / "d" / f"a{name}"
    path.write_bytes(data)
    return path


def made(tmp_path: Path, secret: Secret | None, clock: Clock) -> Path:
    path = tmp_path / "d" / "a"
    file = create_file(path, secret, clock, parents=True)
    write(file, 0)
    file.close()
    return path


def log_of(folder: Path, clock: Clock, secret: Secret | None) -> bytes:
    """The write-ahead log of another diary that a program with another habit has open."""
    folder.mkdir()
    path = folder / "other"
    create_file(path, secret, clock).close()
    connection = connect(path, "rw", None if secret is None else secret.key_for(path.read_bytes()[:16]))
    connection.execute("PRAGMA journal_mode = WAL").fetchall()
    connection.execute("INSERT INTO contact (name, number) VALUES ('foreign', '1')")
    found = path.with_name("other-wal").read_bytes()
    connection.close()
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_the_log_of_another_diary_is_laid_aside_and_said(
    tmp_path: Path, secret: Secret | None, clock: Clock, kind: str
) -> None:
    if kind == "protected" and secret is not None:
        pytest.skip("the same key and salt: such a one is another version of the diary")
    path = made(tmp_path, secret, clock)
    before = path.read_bytes()
    beside(tmp_path, "-wal", log_of(tmp_path / "other", clock, secret_of(kind)))
    with pytest.raises(Refusal, match="journal of another file"):
        open_file(path, secret, clock)
    unchanged = path.read_bytes() == before
    assert unchanged
    assert names_in(path.parent) == ["a", "a-wal.1.aside"]
    again = open_file(path, secret, clock)
    assert examine(again).ok
    assert [row["name"] for row in Table(again, "contact").find()] == ["0"]
    again.close()


@pytest.mark.parametrize("length", [512, 3_000, 4_096])
@pytest.mark.parametrize("page", [1_024, 4_096])
def test_a_journal_that_was_cut_does_not_cut_the_diary(
    tmp_path: Path, secret: Secret | None, clock: Clock, length: int, page: int
) -> None:
    (tmp_path / "other").mkdir()
    foreign = of_another_program(tmp_path / "other", clock, page)
    path = made(tmp_path, secret, clock)
    before = path.read_bytes()
    beside(tmp_path, "-journal", foreign[:length])
    with pytest.raises(Refusal, match="journal of another file"):
        open_file(path, secret, clock)
    unchanged = path.read_bytes() == before
    assert unchanged
    open_file(path, secret, clock).close()


def test_a_first_page_far_behind_in_a_foreign_journal_is_found(tmp_path: Path, clock: Clock) -> None:
    """A large write has several parts, and the page that says whose it is may stand in a later one."""
    (tmp_path / "other").mkdir()
    foreign = of_another_diary(tmp_path / "other", clock, None, first_page_last=True)
    path = made(tmp_path, None, clock)
    with path.open("ab") as file:
        # As large as that one was, so that nothing but the page tells.
        file.write(bytes(4096 * 400))
    beside(tmp_path, "-journal", foreign)
    with pytest.raises(Refusal, match="journal of another file"):
        open_file(path, None, clock)


def test_a_wrong_passphrase_after_a_crash_leaves_the_interrupted_write_to_the_right_one(
    tmp_path: Path, clock: Clock
) -> None:
    secret = derived()
    path = tmp_path / "d" / "a"
    path.parent.mkdir()
    journal = of_another_diary(path.parent, clock, secret, crashed=path)
    beside(tmp_path, "-journal", journal)
    for each in path.parent.glob("other*"):
        each.unlink()
    before = path.read_bytes()
    for wrong in (Secret(None, bytes(range(32)), None), Secret.passphrase("another one")):
        with pytest.raises(Refusal, match="wrong"):
            open_file(path, wrong, clock)
    assert names_in(path.parent) == ["a", "a-journal"]
    unchanged = path.read_bytes() == before
    assert unchanged
    file = open_file(path, secret, clock)
    assert examine(file).ok
    assert Table(file, "contact").count() == 3
    assert Table(file, "event").count() == 0
    file.close()


def test_restoring_and_rescuing_do_not_apply_it_either(
    tmp_path: Path, secret: Secret | None, clock: Clock
) -> None:
    path = made(tmp_path, secret, clock)
    file = open_file(path, secret, clock)
    backup = write_backup(BackupSource(path, file.key), tmp_path / "b", "manual", clock())
    file.close()
    log = log_of(tmp_path / "other", clock, None)
    beside(tmp_path, "-wal", log)
    known = [] if secret is None else [secret]
    before = path.read_bytes()
    done = restore(backup, path, known, tmp_path / "root", clock())
    assert done.before is not None
    # What stood there is kept byte for byte, with what lay beside it.
    kept = done.before.read_bytes() == before, done.before.with_name(f"{done.before.name}-wal").exists()
    assert kept == (True, True)
    open_file(path, secret, clock).close()
    beside(tmp_path, "-wal", log)
    rescue(path, secret, tmp_path / "rescued", clock)
    found = open_file(tmp_path / "rescued", secret, clock)
    assert [row["name"] for row in Table(found, "contact").find()] == ["0"]
    found.close()
