"""What is no diary, or cannot be changed, is said so in one sentence and stays as it is."""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import Clock
from lupusdiary.storage.keys import Secret
from lupusdiary.storage.opening import create_file, open_file
from lupusdiary.storage.table import Table
from tests.protection import derived
from tests.storage.diaries import closed, everything_in, interrupt_a_write, raw

NOBODY = 65534


def another_programs_file(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)")
    connection.commit()
    connection.close()


def truncated(path: Path) -> None:
    another_programs_file(path)
    path.write_bytes(path.read_bytes()[:700])


NOT_DIARIES = {
    "a letter": lambda path: path.write_bytes(b"Dear diary,\n"),
    "an empty file": lambda path: path.write_bytes(b""),
    "a folder": lambda path: path.mkdir(),
    "another program's file": another_programs_file,
    "a part of a file": truncated,
    "only its first words": lambda path: path.write_bytes(b"SQLite format 3\0"),
    "a page of noise": lambda path: path.write_bytes(bytes(range(256)) * 16),
    "nothing": lambda path: None,
}


@pytest.mark.parametrize("what", NOT_DIARIES)
def test_what_is_no_diary_is_refused_and_stays_as_it_is(
    what: str, secret: Secret | None, tmp_path: Path, clock: Clock, capfd: pytest.CaptureFixture[str]
) -> None:
    NOT_DIARIES[what](tmp_path / "a")
    before = everything_in(tmp_path)
    with pytest.raises(Refusal, match="“a”"):
        open_file(tmp_path / "a", secret, clock)
    assert everything_in(tmp_path) == before
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("length", [300, 4096, 10_000])
def test_a_shortened_diary_is_refused_and_stays_as_it_is(
    length: int, secret: Secret | None, tmp_path: Path, clock: Clock
) -> None:
    path = closed(tmp_path / "a", secret, clock)
    path.write_bytes(path.read_bytes()[:length])
    before = everything_in(tmp_path)
    with pytest.raises(Refusal):
        open_file(path, secret, clock).run("SELECT count(*) FROM contact")
    assert everything_in(tmp_path) == before


def test_another_passphrase_is_refused_in_one_calm_sentence(
    tmp_path: Path, clock: Clock, capfd: pytest.CaptureFixture[str]
) -> None:
    path = closed(tmp_path / "a", derived(), clock)
    before = everything_in(tmp_path)
    with pytest.raises(Refusal, match="passphrase or key is wrong") as refused:
        open_file(path, Secret.passphrase("something else"), clock)
    assert str(refused.value).count(". ") == 1
    with pytest.raises(Refusal, match=r"opens only with its passphrase"):
        open_file(path, None, clock)
    assert everything_in(tmp_path) == before
    assert capfd.readouterr() == ("", "")


def test_a_diary_of_a_newer_version_is_read_and_not_one_byte_changes(
    tmp_path: Path, secret: Secret | None, clock: Clock
) -> None:
    path = closed(tmp_path / "a", secret, clock)
    raw(path, secret, "ALTER TABLE contact ADD COLUMN photo TEXT", "PRAGMA user_version = 99")
    before = everything_in(tmp_path)
    file = open_file(path, secret, clock)
    assert [row["name"] for row in Table(file, "contact").find()] == ["외래"]
    with pytest.raises(Refusal, match="newer version"), file.writing("contacts.add"):
        pass
    with pytest.raises(Refusal, match="newer version"):
        file.undo()
    file.close()
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON contact BEGIN DELETE FROM reading; END",
        "CREATE VIEW v AS SELECT * FROM reading",
    ],
)
def test_a_diary_with_triggers_or_views_is_not_opened(
    statement: str, tmp_path: Path, secret: Secret | None, clock: Clock
) -> None:
    path = closed(tmp_path / "a", secret, clock)
    raw(path, secret, statement)
    with pytest.raises(Refusal, match="do not belong in a diary"):
        open_file(path, secret, clock)


def test_a_diary_without_one_of_its_tables_is_damaged(
    tmp_path: Path, secret: Secret | None, clock: Clock
) -> None:
    path = closed(tmp_path / "a", secret, clock)
    raw(path, secret, "DROP TABLE reading")
    with pytest.raises(Refusal, match="damaged"):
        open_file(path, secret, clock)


@pytest.fixture
def someone_else() -> Iterator[Path]:
    """A folder, seen by a user who may write only what is hers: root may write everything."""
    if sys.platform == "win32":
        pytest.skip("permissions work otherwise there")
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    if os.getuid() == 0:
        os.seteuid(0)
    folder.chmod(0o755)
    for each in folder.iterdir():
        each.unlink()
    folder.rmdir()


@pytest.mark.parametrize("protected_thing", ["file", "folder"])
def test_where_nothing_can_be_written_a_diary_is_read(
    protected_thing: str, someone_else: Path, secret: Secret | None, clock: Clock
) -> None:
    path = closed(someone_else / "a", secret, clock)
    if os.getuid() == 0:
        os.chown(path, NOBODY, -1)
        os.chown(someone_else, NOBODY, -1)
        os.seteuid(NOBODY)
    (path if protected_thing == "file" else someone_else).chmod(
        0o500 if protected_thing == "folder" else 0o400
    )
    before = everything_in(someone_else)
    file = open_file(path, secret, clock)
    assert [row["name"] for row in Table(file, "contact").find()] == ["외래"]
    with pytest.raises(Refusal, match="where nothing can be written"), file.writing("contacts.add"):
        pass
    file.close()
    assert everything_in(someone_else) == before
    with pytest.raises(Refusal, match="already exists" if protected_thing == "file" else "can be created"):
        create_file(someone_else / ("a" if protected_thing == "file" else "b"), None, clock)


def test_an_interrupted_write_where_nothing_can_be_written_is_said_so(
    someone_else: Path, secret: Secret | None, clock: Clock
) -> None:
    path = closed(someone_else / "a", secret, clock)
    interrupt_a_write(path, secret, clock)
    if os.getuid() == 0:
        for each in (someone_else, *someone_else.iterdir()):
            os.chown(each, NOBODY, -1)
        os.seteuid(NOBODY)
    someone_else.chmod(0o500)
    before = everything_in(someone_else)
    with pytest.raises(Refusal, match="in the middle of a write"):
        open_file(path, secret, clock)
    assert everything_in(someone_else) == before


def test_a_diary_that_another_program_turned_to_wal_is_one_file_again(
    tmp_path: Path, secret: Secret | None, clock: Clock
) -> None:
    path = closed(tmp_path / "a", secret, clock)
    raw(path, secret, "PRAGMA journal_mode = WAL")
    file = open_file(path, secret, clock)
    assert file.run("PRAGMA journal_mode") == [("delete",)]
    assert [row["name"] for row in Table(file, "contact").find()] == ["외래"]
    file.close()
    assert [each.name for each in tmp_path.iterdir()] == ["a"]
