"""backup, restore, and what check says of backups."""

from __future__ import annotations

from pathlib import Path

import pytest

from lupusdiary.diary import is_encrypted
from lupusdiary.domain.two_set import keys_of
from tests.cli.calling import Caller

DAY = "2026-11-20"


def test_a_backup_is_written_where_it_is_said_and_its_path_is_printed(call: Caller, diary: Path) -> None:
    folder = call.path("stick")
    (said,) = call("backup", diary, "--to", folder).fine().splitlines()
    backup = Path(said)
    assert backup.parent == folder
    assert call.exported(backup) == call.exported(diary)
    assert (folder / "먼저 읽어 주세요.txt").is_file()
    assert call("backup", diary, "--to", folder).fine() != f"{said}\n"


def test_a_restored_diary_is_what_it_was_and_the_present_one_is_kept(call: Caller, diary: Path) -> None:
    old = call.exported(diary)
    backup = call("backup", diary, "--to", call.path("stick")).fine().strip()
    call("record", diary, DAY, "fatigue=1").fine()
    new = call.exported(diary)
    kept, said = call("restore", backup, "--to", diary).fine().splitlines()
    assert diary.name in said
    assert call.exported(diary) == old
    before = kept.partition("kept as ")[2].rstrip(".")
    call("restore", before, "--to", diary).fine()
    assert call.exported(diary) == new


def test_a_diary_that_cannot_be_opened_is_kept_and_replaced(call: Caller, diary: Path) -> None:
    old = call.exported(diary)
    backup = call("backup", diary, "--to", call.path("stick")).fine().strip()
    diary.write_bytes(b"\0" * 5_000)
    call("check", diary).refused()
    kept = call("restore", backup, "--to", diary).fine().splitlines()[0]
    assert call.exported(diary) == old
    assert Path(kept.partition("kept as ")[2].rstrip(".")).read_bytes() == b"\0" * 5_000


def test_a_protected_diary_has_protected_backups(call: Caller) -> None:
    call.environment["LUPUSDIARY_PASSPHRASE"] = "어려운 암호 1"
    diary = call.path("locked.lupusdiary")
    call("record", diary, DAY, "fatigue=6").fine()
    backup = Path(call("backup", diary, "--to", call.path("stick")).fine().strip())
    assert is_encrypted(backup)
    diary.unlink()
    call.environment["LUPUSDIARY_PASSPHRASE"] = "falsch"
    assert "passphrase that the diary had" in call("restore", backup, "--to", diary).refused()
    assert not diary.exists()
    # The same keys, with 한/영 the other way round.
    call.environment["LUPUSDIARY_PASSPHRASE"] = keys_of("어려운 암호 1")
    call("restore", backup, "--to", diary).fine()
    assert call.exported(diary)["days"][0]["readings"] == {"fatigue": 6}
    assert "Last verified backup" not in call("check", diary).fine()
    call("import", diary, _something(call)).fine()
    said = call("check", diary).fine()
    assert "Last verified backup: 2026-11-22 21:04." in said
    assert "SQLCipher 4" in said


def test_a_readable_backup_in_the_place_of_a_protected_diary_is_said_to_be_readable(
    call: Caller, diary: Path
) -> None:
    backup = call("backup", diary, "--to", call.path("stick")).fine().strip()
    call.environment["LUPUSDIARY_PASSPHRASE"] = "어려운 암호 1"
    call("encrypt", diary).fine()
    assert "can read it" in call("restore", backup, "--to", diary).fine()
    assert not is_encrypted(diary)


def _something(call: Caller) -> Path:
    path = call.path("in.json")
    path.write_text('{"format":"lupusdiary","version":1,"days":[{"day":"2026-11-20","note":"a"}]}', "utf-8")
    return path


@pytest.mark.parametrize("what", ["missing", "folder", "no backup", "itself"])
def test_what_is_no_backup_restores_nothing(call: Caller, diary: Path, what: str) -> None:
    source = call.path("source")
    if what == "folder":
        source.mkdir()
    elif what == "no backup":
        source.write_bytes(b"x" * 4096)
    elif what == "itself":
        source = diary
    before = diary.read_bytes()
    call("restore", source, "--to", diary).refused()
    assert diary.read_bytes() == before
    assert sorted(call.folder.iterdir()) == sorted({diary, source} if source.exists() else {diary})


def test_a_demonstration_needs_no_backup(call: Caller) -> None:
    call("sample", call.path("s"), "--story", "mild").fine()
    call("backup", call.path("s"), "--to", call.path("stick")).refused()
