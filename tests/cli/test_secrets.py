"""Protected diaries on the command line: the passphrase comes from a file, a variable or a prompt."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

import pytest

from lupusdiary.diary import Secret, is_encrypted, open_diary
from tests.cli.calling import Caller

DAY = "2026-11-20"


@pytest.fixture
def secret(call: Caller) -> Path:
    path = call.path("암호.txt")
    path.write_text("어려운 암호 1\n", "utf-8")
    return path


@pytest.fixture
def locked(call: Caller, secret: Path) -> Path:
    path = call.path("locked.lupusdiary")
    call("record", path, DAY, "fatigue=6", "--passphrase-file", secret).fine()
    return path


def test_a_diary_is_protected_when_a_passphrase_is_given(call: Caller, locked: Path, secret: Path) -> None:
    assert is_encrypted(locked)
    assert "Protected" in call("check", locked, "--passphrase-file", secret).fine()
    call.environment["LUPUSDIARY_PASSPHRASE"] = "어려운 암호 1"
    assert "Protected" in call("check", locked).fine()
    other = call.path("other.lupusdiary")
    call("lab", other, DAY, "c3", "52").fine()
    assert is_encrypted(other)


def test_a_plain_diary_opens_whatever_is_given(call: Caller, diary: Path, secret: Path) -> None:
    assert not is_encrypted(diary)
    assert call("check", diary, "--passphrase-file", secret).status == 0


def test_without_or_with_a_wrong_passphrase_nothing_happens(call: Caller, locked: Path) -> None:
    before = locked.read_bytes()
    wrong = call.path("wrong.txt")
    wrong.write_text("falsch", "utf-8")
    call("record", locked, DAY, "fatigue=1").refused()
    call("record", locked, DAY, "fatigue=1", "--passphrase-file", wrong).refused()
    assert locked.read_bytes() == before


def test_a_passphrase_opens_whichever_way_the_keyboard_stood(call: Caller) -> None:
    path, hangul, latin = call.path("keys.lupusdiary"), call.path("ko.txt"), call.path("en.txt")
    hangul.write_text("안녕하세요 루푸스", "utf-8")
    latin.write_text("dkssudgktpdy fnvntm", "utf-8")
    call("record", path, DAY, "fatigue=6", "--passphrase-file", hangul).fine()
    assert "Protected" in call("check", path, "--passphrase-file", latin).fine()
    call("record", path, DAY, "fatigue=5", "--passphrase-file", latin).fine()


@pytest.mark.parametrize("content", [None, b"", b"\n", b"\xff\xfe\x00"])
def test_a_passphrase_file_that_says_nothing_is_refused(call: Caller, content: bytes | None) -> None:
    path = call.path("empty.txt")
    if content is not None:
        path.write_bytes(content)
    new = call.path("new.lupusdiary")
    call("record", new, DAY, "fatigue=1", "--passphrase-file", path).refused()
    assert not new.exists()


def test_it_is_asked_for_where_somebody_can_answer(
    call: Caller, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: "어려운 암호 1")
    call("check", locked).fine()


def test_the_recovery_key_opens_as_well(call: Caller, locked: Path) -> None:
    with open_diary(locked, Secret.passphrase("어려운 암호 1"), call.clock) as opened:
        key = opened.recovery_key()
    call.environment["LUPUSDIARY_PASSPHRASE"] = key
    call("check", locked).fine()


def test_both_kinds_export_equal(call: Caller, diary: Path, secret: Path) -> None:
    copy = call.path("copy.lupusdiary")
    for form in ("json", "csv"):
        out = call.path(f"out-{form}")
        call("export", diary, "--format", form, "--out", out).fine()
        call("import", copy, out, "--passphrase-file", secret).fine()
    assert is_encrypted(copy)
    plain = call.exported(diary)
    call.environment["LUPUSDIARY_PASSPHRASE"] = "어려운 암호 1"
    assert call.exported(copy) == plain
