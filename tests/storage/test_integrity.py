from __future__ import annotations

from pathlib import Path

import pytest

from lupusdiary.diary import Secret
from lupusdiary.storage import engine
from lupusdiary.storage.checking.integrity import examine
from lupusdiary.storage.diary_file import Clock, DiaryFile
from lupusdiary.storage.opening import create_file, open_file
from lupusdiary.storage.table import Table
from tests.protection import derived


def filled(path: Path, secret: Secret | None, clock: Clock) -> Path:
    file = create_file(path, secret, clock)
    with file.writing("events.add"):
        for number in range(400):
            Table(file, "event").insert({"day": "2026-11-22", "kind": "other", "note": f"{number} " * 40})
    file.close()
    return path


def test_a_sound_file_is_sound(file: DiaryFile) -> None:
    assert examine(file).ok is True
    assert examine(file).problems == ()


def test_a_damaged_page_is_found(tmp_path: Path, secret: Secret | None, clock: Clock) -> None:
    path = filled(tmp_path / "a", secret, clock)
    data = bytearray(path.read_bytes())
    for page in range(len(data) // 4096 - 12, len(data) // 4096 - 4):
        data[page * 4096 : page * 4096 + 64] = bytes(64)
    path.write_bytes(data)
    file = open_file(path, secret, clock)
    found = examine(file)
    assert found.ok is False
    assert found.problems
    file.close()


def test_a_changed_byte_in_a_protected_file_is_found(tmp_path: Path, clock: Clock) -> None:
    path = filled(tmp_path / "a", derived(), clock)
    data = bytearray(path.read_bytes())
    data[-2000] ^= 1
    path.write_bytes(data)
    file = open_file(path, derived(), clock)
    assert examine(file).ok is False
    file.close()


def test_entries_without_what_they_belong_to_are_found(file: DiaryFile) -> None:
    file.run("PRAGMA foreign_keys = OFF")
    file.run("INSERT INTO visit_question (visit, position, text) VALUES (99, 0, '?')")
    found = examine(file)
    assert found.ok is False
    assert "belong to others" in found.problems[0]


@pytest.mark.parametrize(
    "statement",
    ["CREATE TABLE stranger (id INTEGER PRIMARY KEY)", "CREATE VIEW stranger AS SELECT 1"],
)
def test_strange_objects_are_found(file: DiaryFile, statement: str) -> None:
    file.run(statement)
    assert examine(file).ok is False


def test_a_file_that_could_not_be_examined_is_not_called_broken(
    tmp_path: Path, secret: Secret | None, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PATIENCE", 20)
    path = filled(tmp_path / "a", secret, clock)
    file, other = open_file(path, secret, clock), open_file(path, secret, clock)
    other.run("BEGIN EXCLUSIVE")
    found = examine(file)
    assert found.ok is None
    assert "Another program" in found.problems[0]
    other.run("ROLLBACK")
    assert examine(file).ok is True
    other.close()
    file.close()


def test_an_entry_at_a_day_that_does_not_exist_is_found(file: DiaryFile) -> None:
    file.run("INSERT INTO flare (start_day, end_day) VALUES ('2026-11-22', NULL)")
    assert examine(file).ok is True
    file.run("INSERT INTO event (day, kind) VALUES ('2026-11-31', 'other')")
    found = examine(file)
    assert found.ok is False
    assert "a date that does not exist" in found.problems[0]
