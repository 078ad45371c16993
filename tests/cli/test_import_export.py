"""export and import: everything comes back, conflicts keep what is there, a bad file changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.calling import Caller, process

EMPTY = {"format": "lupusdiary", "version": 1}


def _write(call: Caller, document: object, name: str = "in.json") -> Path:
    path = call.path(name)
    path.write_text(document if isinstance(document, str) else json.dumps(document), "utf-8")
    return path


@pytest.mark.parametrize("form", ["json", "csv"])
@pytest.mark.parametrize("story", ["nephritis", "mild"])
def test_a_whole_life_comes_back(call: Caller, story: str, form: str) -> None:
    first, second = call.path("a.lupusdiary"), call.path("b.lupusdiary")
    call("sample", first, "--story", story).fine()
    call("export", first, "--format", form, "--out", call.path("out")).fine()
    said = call("import", second, call.path("out")).fine()
    assert "equal 0, kept 0, refused 0" in said
    assert call.exported(first) == call.exported(second)
    assert "new 0" in call("import", second, call.path("out")).fine()
    assert call.exported(first) == call.exported(second)


def test_standard_output_gets_the_very_bytes(call: Caller, diary: Path) -> None:
    call("export", diary, "--format", "json", "--out", call.path("out.json")).fine()
    done = process("export", diary, "--format", "json", "--out", "-", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert done.status == 0
    assert done.raw == call.path("out.json").read_bytes()
    assert "첫날" in done.raw.decode("utf-8")


def test_an_import_keeps_what_is_there(call: Caller, diary: Path) -> None:
    days = [
        {"day": "2026-11-20", "readings": {"fatigue": 9, "joint_pain": 2}, "note": "anders"},
        {"day": "2026-11-19", "readings": {"fatigue": 1}},
    ]
    source = _write(call, {**EMPTY, "days": days})
    before = diary.read_bytes()
    said = call("import", diary, source, "--dry-run").fine()
    assert "new 2, equal 0, kept 2, refused 0" in said
    assert diary.read_bytes() == before
    assert "new 2, equal 0, kept 2, refused 0" in call("import", diary, source).fine()
    found = {day["day"]: day for day in call.exported(diary)["days"]}
    assert found["2026-11-20"]["readings"] == {"fatigue": 6, "joint_pain": 2}
    assert found["2026-11-20"]["note"] == "첫날"
    assert found["2026-11-19"]["readings"] == {"fatigue": 1}
    assert "new 0, equal 2, kept 2" in call("import", diary, source).fine()


def test_a_dry_run_makes_no_diary(call: Caller) -> None:
    source = _write(call, {**EMPTY, "days": [{"day": "2026-11-20", "note": "a"}]})
    assert "new 1" in call("import", call.path("none.lupusdiary"), source, "--dry-run").fine()
    assert list(call.folder.iterdir()) == [source]


def test_what_is_not_known_is_named(call: Caller) -> None:
    source = _write(call, {**EMPTY, "photos": [], "days": [{"day": "2026-11-20", "note": "a", "mood": 3}]})
    assert "days.mood, photos" in call("import", call.path("d"), source).fine()


BAD = {
    "brackets": "[" * 20_000,
    "wrong types": {**EMPTY, "days": [{"day": "2026-11-19", "note": "good"}, {"day": 5}]},
    "unknown code": {**EMPTY, "days": [{"day": "2026-11-19", "readings": {"fatigue": 5, "happiness": 5}}]},
    "a unit like a sentence": {
        **EMPTY,
        "events": [{"day": "2026-11-19", "kind": "other"}],
        "labs": [{"collected_on": "2026-11-19", "analyte": "c3", "value_text": "5", "unit": "bananas " * 6}],
    },
    "impossible date": {**EMPTY, "days": [{"day": "2026-11-19", "note": "good"}, {"day": "2026-11-31"}]},
    "a day to come": {
        **EMPTY,
        "days": [{"day": "2026-11-19", "note": "good"}, {"day": "2027-11-19", "note": "x"}],
    },
    "10 MB of note": {
        **EMPTY,
        "days": [{"day": "2026-11-19", "note": "가" * 3_500_000}, {"day": "2026-11-18"}],
    },
    "a newer version": {"format": "lupusdiary", "version": 9},
    "an empty file": "",
    "not JSON": "hello",
    "a demonstration": {**EMPTY, "demonstration": "mild", "days": [{"day": "2026-11-19", "note": "good"}]},
}


@pytest.mark.parametrize("document", BAD.values(), ids=BAD.keys())
def test_a_bad_file_changes_nothing(call: Caller, diary: Path, document: object) -> None:
    source = _write(call, document)
    before = diary.read_bytes()
    call("import", diary, source).refused()
    assert diary.read_bytes() == before
    assert sorted(call.folder.iterdir()) == sorted([diary, source])


@pytest.mark.parametrize("name", sorted(BAD.keys() - {"a demonstration"}))
def test_a_bad_file_makes_no_diary(call: Caller, name: str) -> None:
    source = _write(call, BAD[name])
    call("import", call.path("new.lupusdiary"), source).refused()
    call("import", call.path("new.lupusdiary"), source, "--dry-run").refused()
    assert list(call.folder.iterdir()) == [source]


def test_the_first_entry_that_cannot_be_kept_is_named(call: Caller, diary: Path) -> None:
    sentence = call("import", diary, _write(call, BAD["a day to come"])).refused()
    assert "2027-11-19" in sentence
    assert "1 of the entries" in sentence


def test_a_missing_file_is_refused(call: Caller, diary: Path) -> None:
    call("import", diary, call.path("none.json")).refused()
    call("import", diary, call.path("")).refused()
    call("import", diary, diary).refused()


@pytest.mark.parametrize("words", [["--format", "xml", "--out", "o"], ["--format", "csv", "--out", "-"]])
def test_an_export_that_cannot_be_is_refused(call: Caller, diary: Path, words: list[str]) -> None:
    call("export", diary, *words).refused()
    assert list(call.folder.iterdir()) == [diary]


def test_an_export_never_lands_on_the_diary(call: Caller, diary: Path) -> None:
    before = diary.read_bytes()
    link = call.path("link")
    link.hardlink_to(diary)
    for out in (diary, call.folder / "." / diary.name, link):
        call("export", diary, "--format", "json", "--out", out).refused()
        call("report", diary, "--out", out).refused()
    call("export", diary, "--format", "csv", "--out", diary).refused()
    assert diary.read_bytes() == before


def test_a_reader_that_goes_away_is_no_fault(call: Caller) -> None:
    import os

    path = call.path("a.lupusdiary")
    call("sample", path).fine()
    reading, writing = os.pipe()
    os.close(reading)
    done = process("export", path, "--format", "json", "--out", "-", stdout=writing)
    os.close(writing)
    assert done.err == ""


def test_nothing_in_a_file_moves_the_cursor_of_a_terminal(call: Caller) -> None:
    source = call.path("crafted.json")
    source.write_text(
        json.dumps({"format": "lupusdiary", "version": 1, "\x1b[2Jgone": 1, "events": []}), encoding="utf-8"
    )
    said = call("import", call.path("new.lupusdiary"), source, "--language", "en").fine()
    assert "gone" in said
    assert "\x1b" not in said
    source.write_text(
        json.dumps({"format": "lupusdiary", "version": 1, "days": [{"day": "\x1b[2J\x07"}]}), encoding="utf-8"
    )
    refused = call("import", call.path("new.lupusdiary"), source).refused()
    assert not set(refused) & {"\x1b", "\x07"}
