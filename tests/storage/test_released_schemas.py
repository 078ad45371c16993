"""Every released schema opens, with everything that was in it.

schema_N.sql is a diary of schema N as a script (see schema_dump.py), schema_N.json what it exports.
Neither is edited once its schema is released.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.diary import open_diary
from lupusdiary.domain.records import DiaryContents
from lupusdiary.exchange import json_format
from lupusdiary.language import Refusal
from lupusdiary.storage import migrations, opening
from lupusdiary.storage.diary_file import Clock, DiaryFile
from lupusdiary.storage.migrations import migrate
from lupusdiary.storage.schema import DRAFT_TABLE, EARLIER_TABLE, IDENTITY_TABLE, LOGGED, SCHEMA_VERSION
from tests.storage.diaries import everything_in, raw
from tests.storage.schema_dump import load, schema

HERE = Path(__file__).parent
RELEASED = range(1, SCHEMA_VERSION + 1)


def old_diary(version: int, folder: Path) -> Path:
    path = folder / "old.lupusdiary"
    load((HERE / f"schema_{version}.sql").read_text(encoding="utf-8"), str(path))
    return path


def test_every_released_schema_is_kept_here() -> None:
    kept = {path.name for path in HERE.glob("schema_*.sql")}
    assert kept == {f"schema_{version}.sql" for version in RELEASED}


def test_the_newest_has_rows_in_every_table() -> None:
    script = (HERE / f"schema_{SCHEMA_VERSION}.sql").read_text(encoding="utf-8")
    for table in (*LOGGED, DRAFT_TABLE, EARLIER_TABLE, IDENTITY_TABLE):
        assert f"INSERT INTO {table} (" in script, table


@pytest.mark.parametrize("version", RELEASED)
def test_a_diary_of_a_released_schema_opens_with_all_it_holds(
    version: int, tmp_path: Path, clock: Clock
) -> None:
    expected = (HERE / f"schema_{version}.json").read_text(encoding="utf-8")
    with open_diary(old_diary(version, tmp_path), None, clock) as diary:
        assert json_format.write(diary.contents()) == expected
        assert diary.settings.get("computed_egfr", "no") == "yes"
        assert diary.check().ok
        diary.days.record(diary.today(), "fatigue", 3)
        assert diary.history.undo() is not None
        assert json_format.write(diary.contents()) == expected


@pytest.mark.parametrize("version", RELEASED)
def test_an_old_diary_gets_the_schema_of_a_new_one(
    version: int, tmp_path: Path, file: DiaryFile, clock: Clock
) -> None:
    with open_diary(old_diary(version, tmp_path), None, clock) as diary:
        assert schema(diary._file) == schema(file)
        assert diary.check().ok


def rows(path: Path) -> dict[str, dict[str, list[str]]]:
    """A hash of each row, by table and column, so that a column that comes later changes nothing."""
    connection = sqlite.connect(str(path))
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.row_factory = sqlite.Row
    found: dict[str, dict[str, list[str]]] = {}
    for table in LOGGED:
        for row in connection.execute(f"SELECT * FROM {table} ORDER BY id") if table in _tables(path) else ():
            # The log is cleared, and with it the steps that put something into the trash.
            for column in set(row.keys()) - ({"step"} if table == "trash" else set()):
                digest = hashlib.sha256(repr(row[column]).encode()).hexdigest()
                found.setdefault(table, {}).setdefault(column, []).append(digest)
    connection.close()
    return found


def _tables(path: Path) -> set[str]:
    connection = sqlite.connect(str(path))
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    connection.close()
    return names


@pytest.mark.parametrize("version", RELEASED)
def test_a_migration_changes_no_row(version: int, tmp_path: Path, clock: Clock) -> None:
    path = old_diary(version, tmp_path)
    before = rows(path)
    open_diary(path, None, clock).close()
    after = rows(path)
    assert sum(len(columns) for columns in before.values()) > 50
    for table, columns in before.items():
        assert {column: after[table][column] for column in columns} == columns


def test_an_old_diary_that_cannot_be_written_is_read_and_stays_as_it_is(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = old_diary(1, tmp_path)
    before = path.read_bytes()
    monkeypatch.setattr(opening, "may_write", lambda _: False)
    with open_diary(path, None, clock) as diary:
        assert diary.read_only
        expected = (HERE / "schema_1.json").read_text(encoding="utf-8")
        assert json_format.write(diary.contents()) == expected
        diary.learning.set_progress("what_is_lupus", "what", 0.5)
        assert diary.learning.state("what_is_lupus").progress == 0
        with pytest.raises(Refusal):
            diary.learning.bookmark("what_is_lupus", True)
    assert path.read_bytes() == before


def test_steps_of_the_present_schema_are_kept(tmp_path: Path, clock: Clock) -> None:
    with open_diary(old_diary(SCHEMA_VERSION, tmp_path), None, clock) as diary:
        assert diary.history.redo() is not None
        while diary.history.undo() is not None:
            pass
        assert diary.contents() == DiaryContents()


def test_an_old_diary_without_what_its_version_says_is_called_damaged(tmp_path: Path, clock: Clock) -> None:
    path = old_diary(1, tmp_path)
    raw(path, None, "DELETE FROM _sqlite_migrations")
    before = everything_in(tmp_path)
    with pytest.raises(Refusal, match=r"damaged. Nothing was changed\.$"):
        open_diary(path, None, clock)
    assert {name: data for name, (data, _) in everything_in(tmp_path).items()} == {
        name: data for name, (data, _) in before.items()
    }


def test_an_old_diary_that_another_program_brings_up_meanwhile_opens(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = old_diary(1, tmp_path)

    def meanwhile(connection: sqlite.Connection) -> None:
        migrate(connection)
        connection.execute("CREATE TABLE event (id INTEGER PRIMARY KEY)")

    monkeypatch.setattr(migrations, "migrate", meanwhile)
    with open_diary(path, None, clock) as diary:
        monkeypatch.setattr(migrations, "migrate", migrate)
        assert diary.check().ok
