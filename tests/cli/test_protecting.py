"""encrypt, decrypt, rekey and recovery-sheet."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from lupusdiary.diary import Secret, is_encrypted, open_diary
from lupusdiary.diary.recovery import sheet_mark_of
from tests.cli.calling import Caller

DAY = "2026-11-20"


@pytest.fixture
def first(call: Caller) -> Path:
    path = call.path("first.txt")
    path.write_text("어려운 암호 1\n", "utf-8")
    return path


@pytest.fixture
def second(call: Caller) -> Path:
    path = call.path("second.txt")
    path.write_text("더 어려운 암호 2\n", "utf-8")
    return path


def test_a_diary_goes_from_plain_to_protected_to_another_passphrase_and_back(
    call: Caller, diary: Path, first: Path, second: Path
) -> None:
    before = call.exported(diary)
    said = call("encrypt", diary, "--passphrase-file", first).fine()
    assert "Print its recovery key" in said
    assert "Anybody can read this older backup" in said
    assert is_encrypted(diary)
    call("encrypt", diary, "--passphrase-file", first).refused()
    call("rekey", diary, "--passphrase-file", second, "--new-passphrase-file", first).refused()
    said = call("rekey", diary, "--passphrase-file", first, "--new-passphrase-file", second).fine()
    assert "recovery key is a new one" in said
    assert "1 older backup opens with the earlier passphrase only" in said
    call("check", diary, "--passphrase-file", first).refused()
    said = call("decrypt", diary, "--passphrase-file", second).fine()
    assert "whoever has it can read it" in said
    assert call.exported(diary) == before
    call("decrypt", diary, "--passphrase-file", second).refused()
    call("rekey", diary, "--passphrase-file", second, "--new-passphrase-file", first).refused()


@pytest.mark.parametrize("what", ["encrypt", "delete"])
def test_older_readable_backups_are_encrypted_or_deleted_on_request(
    call: Caller, diary: Path, first: Path, home: Path, what: str
) -> None:
    call("encrypt", diary, "--passphrase-file", first, "--readable-backups", "perhaps").refused()
    assert not is_encrypted(diary)
    said = call("encrypt", diary, "--passphrase-file", first, "--readable-backups", what).fine()
    assert "Anybody can read" not in said
    backups = list(home.rglob("*.lupusdiary"))
    assert backups
    assert all(is_encrypted(backup) for backup in backups)


def test_a_passphrase_that_is_typed_is_typed_twice(
    call: Caller, diary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "shall get" in call("encrypt", diary).refused()
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    typed = iter(["하나", "둘", "셋", "셋"])
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: next(typed))
    assert "not the same" in call("encrypt", diary).refused()
    assert not is_encrypted(diary)
    call("encrypt", diary).fine()
    with open_diary(diary, Secret.passphrase("셋"), call.clock) as opened:
        assert opened.check().ok


def test_the_recovery_sheet_holds_the_key_that_opens_the_diary(
    call: Caller, diary: Path, first: Path
) -> None:
    out = call.path("sheet.pdf")
    call("recovery-sheet", diary, "--out", out).refused()
    call("encrypt", diary, "--passphrase-file", first).fine()
    call("recovery-sheet", diary, "--passphrase-file", first, "--out", call.path("sheet.txt")).refused()
    said = call("recovery-sheet", diary, "--passphrase-file", first, "--out", out).fine()
    assert sheet_mark_of(diary) in said
    assert "in the same place as the diary" in said
    with open_diary(diary, Secret.passphrase("어려운 암호 1"), call.clock) as opened:
        groups = opened.recovery_key().split()
    text = " ".join(page.extract_text() for page in PdfReader(out).pages)
    assert all(group in text for group in groups)


def test_an_empty_passphrase_in_the_environment_makes_no_plain_diary(call: Caller, diary: Path) -> None:
    call.environment["LUPUSDIARY_PASSPHRASE"] = ""
    new = call.path("new.lupusdiary")
    assert "empty" in call("record", new, DAY, "fatigue=1").refused()
    assert "empty" in call("sample", new).refused()
    assert not new.exists()
    assert "empty" in call("encrypt", diary).refused()
    assert not is_encrypted(diary)


def test_a_passphrase_for_a_plain_diary_is_not_passed_over_in_silence(
    call: Caller, diary: Path, first: Path
) -> None:
    done = call("record", diary, DAY, "fatigue=1", "--passphrase-file", first)
    assert done.status == 0
    assert "is not protected" in done.err
    assert len(done.err.splitlines()) == 1


def test_a_passphrase_is_the_same_in_a_file_and_in_the_environment_or_refused(call: Caller) -> None:
    path = call.path("long.txt")
    new = call.path("new.lupusdiary")
    path.write_text("가" * 10_001, "utf-8")
    assert "at most" in call("record", new, DAY, "fatigue=1", "--passphrase-file", path).refused()
    call.environment["LUPUSDIARY_PASSPHRASE"] = "가" * 10_001
    assert "at most" in call("record", new, DAY, "fatigue=1").refused()
    call.environment["LUPUSDIARY_PASSPHRASE"] = "가" * 10_000
    call("record", new, DAY, "fatigue=1").fine()
    del call.environment["LUPUSDIARY_PASSPHRASE"]
    path.write_text("가" * 10_000 + "\r\n", "utf-8", newline="")
    call("check", new, "--passphrase-file", path).fine()
