"""The journal of another file beside a diary is not applied to it, as SQLite by itself would."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from lupusdiary.diary import Secret
from lupusdiary.language import Refusal
from lupusdiary.storage.checking.integrity import examine
from lupusdiary.storage.diary_file import Clock, DiaryFile
from lupusdiary.storage.opening import create_file, open_file
from lupusdiary.storage.table import Table
from tests.protection import derived


def of_another_program(folder: Path, _clock: Clock) -> bytes:
    connection = sqlite3.connect(folder / "other", isolation_level=None)
    connection.execute("CREATE TABLE t (x)")
    connection.execute("INSERT INTO t VALUES (randomblob(100000))")
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE t SET x = randomblob(200000)")
    found = (folder / "other-journal").read_bytes()
    connection.close()
    return found


def of_another_diary(folder: Path, clock: Clock, secret: Secret | None) -> bytes:
    file = create_file(folder / "other", secret, clock)
    for number in range(3):
        write(file, number)
    file.run("PRAGMA cache_size = 1")
    file.run("BEGIN")
    for number in range(200):
        Table(file, "event").insert({"day": "2026-11-22", "kind": "other", "note": f"{number} " * 400})
    # At its beginning each write changes what counts the writes, on the first page.
    file.run("PRAGMA user_version = 7")
    for number in range(200):
        Table(file, "event").insert({"day": "2026-11-22", "kind": "other", "note": f"{number} " * 400})
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
