from __future__ import annotations

import os
import sqlite3
import stat
import sys
from pathlib import Path

import pytest

from lupusdiary.language import Refusal
from lupusdiary.storage import engine, migrations
from lupusdiary.storage.diary_file import Clock, DiaryFile
from lupusdiary.storage.keys import Secret
from lupusdiary.storage.opening import create_file, open_file
from lupusdiary.storage.place import is_encrypted
from lupusdiary.storage.table import Table
from tests.protection import derived
from tests.storage.diaries import closed


def test_a_diary_is_one_file_that_only_its_owner_reads(
    tmp_path: Path, secret: Secret | None, clock: Clock
) -> None:
    path = closed(tmp_path / "일기 1.lupusdiary", secret, clock)
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    assert is_encrypted(path) is (secret is not None)
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_was_written_is_there_again(tmp_path: Path, secret: Secret | None, clock: Clock) -> None:
    file = open_file(closed(tmp_path / "a", secret, clock), secret, clock)
    assert [row["name"] for row in Table(file, "contact").find()] == ["외래"]
    file.close()


def test_a_protected_diary_holds_no_readable_word(tmp_path: Path, clock: Clock) -> None:
    data = closed(tmp_path / "a", derived(), clock).read_bytes()
    assert b"CREATE TABLE" not in data
    assert "외래".encode() not in data


@pytest.mark.parametrize("what", ["file", "folder", "broken link"])
def test_a_new_diary_never_replaces_anything(what: str, tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "a"
    if what == "file":
        path.write_bytes(b"kept")
    elif what == "folder":
        path.mkdir()
    else:
        path.symlink_to(tmp_path / "nowhere")
    before = sorted(each.name for each in tmp_path.iterdir())
    with pytest.raises(Refusal, match="already exists"):
        create_file(path, None, clock)
    assert sorted(each.name for each in tmp_path.iterdir()) == before
    assert what != "file" or path.read_bytes() == b"kept"


def test_a_failed_beginning_leaves_nothing(
    tmp_path: Path, secret: Secret | None, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(connection: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(migrations, "migrate", fails)
    with pytest.raises(KeyboardInterrupt):
        create_file(tmp_path / "a", secret, clock)
    assert list(tmp_path.iterdir()) == []


def test_folders_are_made_only_when_asked(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "one" / "two" / "a"
    with pytest.raises(Refusal, match="can be created"):
        create_file(path, None, clock)
    assert list(tmp_path.iterdir()) == []
    create_file(path, None, clock, parents=True).close()
    assert path.exists()


def test_a_stick_without_links_gets_its_diary_too(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", no_links)
    create_file(tmp_path / "a", None, clock).close()
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_a_library_that_cannot_encrypt_writes_nothing(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine.sqlite, "connect", sqlite3.connect)
    with pytest.raises(RuntimeError, match="cannot encrypt"):
        create_file(tmp_path / "a", derived(), clock)
    assert list(tmp_path.iterdir()) == []


def test_the_file_keeps_its_promises_about_durability(file: DiaryFile) -> None:
    assert file.run("PRAGMA journal_mode") == [("delete",)]
    assert file.run("PRAGMA synchronous") == [(3,)]
    assert file.run("PRAGMA foreign_keys") == [(1,)]
    assert file.run("PRAGMA secure_delete") == [(1,)]
    assert file.run("PRAGMA trusted_schema") == [(0,)]
    assert file.run("PRAGMA temp_store") == [(2,)]


def test_every_table_has_an_integer_primary_key(file: DiaryFile) -> None:
    names = [str(name) for (name,) in file.run("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    assert len(names) > 15
    for name in names:
        columns = {row[1]: (row[2], row[5]) for row in file.run(f"PRAGMA table_info({name})")}
        assert columns["id"] == ("INTEGER", 1), name
