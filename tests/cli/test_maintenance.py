"""sample and check."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calling import Caller, process


def test_a_sample_is_the_same_for_the_same_words(call: Caller) -> None:
    first, second = call.path("a"), call.path("b")
    call("sample", first, "--until", "2026-06-01").fine()
    call.environment = {"LANG": "ko_KR.UTF-8"}
    call.clock.move(days=40)
    call("sample", second, "--until", "2026-06-01").fine()
    assert call.exported(first) == call.exported(second)
    assert call.exported(first)["demonstration"] == "nephritis"


def test_a_sample_ends_today_by_default(call: Caller) -> None:
    call("sample", call.path("a"), "--story", "mild").fine()
    assert call.exported(call.path("a"))["days"][-1]["day"] >= "2026-11-15"


def test_a_sample_has_notes_in_the_language_asked_for(call: Caller) -> None:
    call("sample", call.path("a"), "--story", "mild", "--language", "en").fine()
    notes = [day["note"] for day in call.exported(call.path("a"))["days"] if "note" in day]
    assert not any("가" <= sign <= "힣" for note in notes for sign in note)


@pytest.mark.parametrize(
    "words", [["--story", "happy"], ["--until", "soon"], ["--until", "2199-01-01"], ["--language", "fr"]]
)
def test_a_sample_that_cannot_be_is_not_made(call: Caller, words: list[str]) -> None:
    call("sample", call.path("a"), *words).refused()
    assert list(call.folder.iterdir()) == []


def test_a_sample_never_overwrites(call: Caller, diary: Path) -> None:
    before = diary.read_bytes()
    call("sample", diary).refused()
    assert diary.read_bytes() == before
    folder = call.path("folder")
    folder.mkdir()
    call("sample", folder).refused()


def test_nothing_personal_enters_a_sample(call: Caller, diary: Path) -> None:
    sample = call.path("s")
    call("sample", sample, "--story", "mild").fine()
    call("export", diary, "--format", "json", "--out", call.path("d.json")).fine()
    before = sample.read_bytes()
    call("import", sample, call.path("d.json")).refused()
    assert sample.read_bytes() == before


def test_check_says_what_is_in_it(call: Caller, diary: Path) -> None:
    before = diary.read_bytes()
    said = call("check", diary).fine()
    assert "2026-11-20" in said
    assert "Schema" in said
    assert diary.read_bytes() == before


def test_a_damaged_diary_is_told(call: Caller) -> None:
    path = call.path("a.lupusdiary")
    call("sample", path, "--story", "mild").fine()
    data = bytearray(path.read_bytes())
    for start in range(40_000, len(data) - 5_000, 4_096):
        data[start : start + 2_000] = b"\xff" * 2_000
    path.write_bytes(data)
    done = call("check", path)
    assert done.status == 1
    assert done.refused()
    assert path.read_bytes() == bytes(data)


def test_a_terminal_without_hangul_does_not_stop_the_program(diary: Path) -> None:
    words = ("record", diary, "2026-11-20", "fatigue=5", "--language", "ko")
    done = process(*words, LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.status == 0
    assert "\\ud53c\\ub85c 5" in done.out
    assert process("check", diary.with_name("없음"), PYTHONIOENCODING="ascii").status == 1
