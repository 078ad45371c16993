"""Every released schema opens, with everything that was in it. schema_N.sql is never edited once released."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lupusdiary.diary import open_diary
from lupusdiary.storage.diary_file import Clock, DiaryFile
from lupusdiary.storage.schema import LOGGED, SCHEMA_VERSION
from tests.exchange.lives import full_life
from tests.storage.schema_dump import load, schema

GOLDEN = Path(__file__).with_name("schema_1.sql")


def test_every_released_schema_is_kept_here() -> None:
    kept = sorted(path.name for path in GOLDEN.parent.glob("schema_*.sql"))
    assert kept == [f"schema_{version}.sql" for version in range(1, SCHEMA_VERSION + 1)]


def test_the_golden_file_has_rows_in_every_table() -> None:
    script = GOLDEN.read_text(encoding="utf-8")
    for table in LOGGED:
        assert f"INSERT INTO {table} (" in script, table


def test_a_diary_of_schema_1_opens_with_all_it_holds(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "old.lupusdiary"
    load(GOLDEN.read_text(encoding="utf-8"), str(path))
    with open_diary(path, None, clock) as diary:
        assert diary.contents() == replace(full_life(), demonstration=None)
        assert diary.settings.get("computed_egfr", "no") == "yes"
        assert diary.history.can_redo
        diary.history.redo()
        assert diary.days.day(diary.today()).readings == {"fatigue": 3}
        assert diary.check().ok


def test_a_new_diary_has_the_schema_of_the_newest_golden_file(
    tmp_path: Path, file: DiaryFile, clock: Clock
) -> None:
    path = tmp_path / "old.lupusdiary"
    newest = GOLDEN.with_name(f"schema_{SCHEMA_VERSION}.sql")
    load(newest.read_text(encoding="utf-8"), str(path))
    with open_diary(path, None, clock) as diary:
        assert schema(diary._file) == schema(file)
