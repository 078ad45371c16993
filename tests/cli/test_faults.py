"""Damage and hostile inputs on the command line: one true sentence, and nothing of anybody's is lost."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.cli.calling import Caller, process

DAY = "2026-11-20"


def craft(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE reading SET day = '2026-13-45'",
        "UPDATE reading SET number = 9e999",
        "UPDATE day_note SET note = CAST(x'ff61fe' AS TEXT)",
        "UPDATE reading SET symptom = CAST(x'ff61fe' AS TEXT)",
    ],
)
def test_every_verb_calls_a_damaged_diary_damaged(call: Caller, diary: Path, statement: str) -> None:
    craft(diary, statement)
    before = diary.read_bytes()
    for verb, *rest in (["check"], ["export", "--format", "json", "--out", call.path("out.json")]):
        assert "damaged" in call(verb, diary, *rest).refused()
    for verb, *rest in (
        ["report", "--out", call.path("out.pdf"), "--from", "2026-01-01", "--to", "2026-11-22"],
        ["chart", "--out", call.path("out.png"), "--series", "fatigue"],
    ):
        # What does not touch the damage works; the rest says what it is.
        done = call(verb, diary, *rest)
        assert done.status == 0 or done.refused()
    assert diary.read_bytes() == before


def test_what_can_be_read_is_rescued_into_a_new_diary(call: Caller, diary: Path) -> None:
    call("record", diary, "2026-11-19", "fatigue=2", "note=둘째").fine()
    craft(diary, "UPDATE reading SET number = 9e999 WHERE day = '2026-11-20'")
    before = diary.read_bytes()
    new = call.path("new.lupusdiary")
    said = call("rescue", diary, "--to", new).fine()
    assert "could not be read: at least 1" in said
    assert diary.read_bytes() == before
    days = call.exported(new)["days"]
    assert [day.get("note") for day in days] == ["둘째", "첫날"]
    assert "whole" in call("check", new).fine()
    call("rescue", diary, "--to", new).refused()
    call("rescue", diary, "--to", diary).refused()


@pytest.mark.parametrize("words", [["fatigue=99"], ["no_such=1"], ["fatigue=1", "note=" + "x" * 200_000]])
def test_a_verb_that_fails_on_a_new_diary_leaves_none(call: Caller, words: list[str]) -> None:
    call("record", call.path("new"), DAY, *words).refused()
    assert list(call.folder.iterdir()) == []


def test_of_programs_that_make_the_same_new_diary_at_once_each_acknowledged_write_is_there(
    call: Caller,
) -> None:
    source = call.path("in.json")
    source.write_text('{"format":"lupusdiary","version":1,"days":[{"day":"2026-11-19","note":"a"}]}', "utf-8")
    for number in range(4):
        path = call.path(f"new {number}")
        verbs = {
            '"fatigue": 1': ("record", path, DAY, "fatigue=1"),
            '"joint_pain": 2': ("record", path, DAY, "joint_pain=2"),
            '"note": "a"': ("import", path, source),
            "never": ("record", path, DAY, "fatigue=99"),
        }
        with ThreadPoolExecutor(len(verbs)) as together:
            done = dict(zip(verbs, together.map(lambda words: process(*words), verbs.values()), strict=True))
        assert done["never"].status == 1
        held = json.dumps(call.exported(path), ensure_ascii=False)
        for what, answer in done.items():
            assert (what in held) == (answer.status == 0), (what, answer)
            assert answer.status == 0 or answer.refused()
    assert len(list(call.folder.iterdir())) == 5


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no name there")
def test_pipes_and_devices_are_refused_at_once(call: Caller, diary: Path) -> None:
    pipe = call.path("pipe")
    os.mkfifo(pipe)
    for path in (pipe, "/dev/zero"):
        call("check", path).refused()
        call("record", path, DAY, "fatigue=1").refused()
        call("import", diary, path).refused()
        call("restore", path, "--to", diary).refused()
        call("rescue", path, "--to", call.path("new")).refused()
    call("check", diary, "--passphrase-file", "/dev/zero").refused()
    assert sorted(each.name for each in call.folder.iterdir()) == sorted(["pipe", diary.name])


def test_a_rehearsed_import_leaves_no_trace_on_the_disk(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    source = call.path("in.json")
    source.write_text('{"format":"lupusdiary","version":1,"days":[{"day":"2026-11-20","note":"a"}]}', "utf-8")
    call.environment["LUPUSDIARY_PASSPHRASE"] = "어려운 암호 1"
    opened: list[str] = []
    sys.addaudithook(lambda event, found: opened.append(str(found[0])) if event == "open" else None)
    assert "new 1" in call("import", call.path("new"), source, "--dry-run").fine()
    written = [name for name in opened if name.startswith(str(temporary))]
    assert written == []
    assert sorted(each.name for each in call.folder.iterdir()) == ["in.json", "temporary"]


@pytest.mark.skipif(sys.platform == "win32", reason="no core files there")
def test_a_crash_writes_no_memory_to_the_disk(call: Caller, diary: Path) -> None:
    import resource

    call("check", diary).fine()
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0


def test_a_note_of_millions_of_characters_is_refused_and_read(call: Caller, diary: Path) -> None:
    source = call.path("in.json")
    source.write_text(
        '{"format":"lupusdiary","version":1,"days":[{"day":"2026-11-19","note":"%s"}]}' % ("x" * 20_000_000),
        "utf-8",
    )
    assert "too long" in call("import", diary, source).refused()
    # One that something else wrote is exported as it is.
    craft(diary, "UPDATE day_note SET note = replace(hex(zeroblob(10000000)), '00', 'xx')")
    assert len(call.exported(diary)["days"][0]["note"]) == 20_000_000


def test_an_interrupted_sample_is_gone_with_the_next_one(call: Caller) -> None:
    left = call.path(".s.99999999.0badcafe.new")
    left.write_bytes(b"half")
    nested = call.path("..s.99999999.0badcafe.new.99999999.0badcafe.new")
    nested.write_bytes(b"half")
    call("sample", call.path("s"), "--story", "mild").fine()
    assert [each.name for each in call.folder.iterdir()] == ["s"]


def test_the_process_says_it_too(diary: Path) -> None:
    craft(diary, "UPDATE reading SET day = 'x'")
    assert (
        "damaged" in process("export", diary, "--format", "json", "--out", "-", "--language", "en").refused()
    )


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_links_in_a_circle_are_no_file_and_are_replaced_as_one(call: Caller, diary: Path) -> None:
    circle = call.path("circle.json")
    backup = call("backup", diary, "--to", call.path("backups")).fine().strip()
    for verb, *rest in (
        ["check", circle],
        ["report", circle, "--out", call.path("a.pdf")],
        ["import", diary, circle],
    ):
        circle.unlink(missing_ok=True)
        circle.symlink_to(circle)
        call(verb, *rest).refused()
    for verb, *rest in (
        ["export", diary, "--format", "json", "--out", circle],
        ["restore", backup, "--to", circle],
    ):
        circle.unlink()
        circle.symlink_to(circle)
        call(verb, *rest).fine()
        assert not circle.is_symlink()
