"""Each page of a protected file is authenticated as SQLCipher itself would, here or in another process."""

from __future__ import annotations

from pathlib import Path

import pytest

from lupusdiary.language import Refusal
from lupusdiary.storage.backups import raw_copy
from lupusdiary.storage.backups.backup import BackupSource, backups_in, write_backup
from lupusdiary.storage.backups.schedule import AUTOMATIC
from lupusdiary.storage.checking import page_macs
from lupusdiary.storage.checking.page_macs import PAGE, count_forged
from lupusdiary.storage.checking.verification import prove
from lupusdiary.storage.diary_file import Clock
from lupusdiary.storage.engine import connect
from lupusdiary.storage.opening import create_file
from lupusdiary.storage.table import Table
from tests.protection import derived
from tests.storage.test_backup import AT


@pytest.fixture(params=["here", "in another process"])
def path(
    request: pytest.FixtureRequest, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Path:
    if request.param != "here":
        monkeypatch.setattr(page_macs, "LARGE", 0)

        def not_here(*_: object) -> int:
            raise AssertionError("another process should have counted")

        monkeypatch.setattr(page_macs, "_forged", not_here)
    file = create_file(tmp_path / "일기 d", derived(), clock)
    with file.writing("events.add"):
        for number in range(300):
            Table(file, "event").insert({"day": "2026-11-22", "kind": "other", "note": f"{number} " * 2_000})
    file.close()
    return file.path


def key_of(path: Path) -> bytes:
    return derived().key_for(path.read_bytes()[:16])


def complaints(path: Path, key: bytes) -> int:
    """What SQLCipher says itself."""
    connection = connect(path, "ro", key)
    try:
        return len(connection.execute("PRAGMA cipher_integrity_check").fetchall())
    finally:
        connection.close()


def test_a_whole_file_is_authentic_and_another_key_signed_none_of_it(path: Path) -> None:
    key = key_of(path)
    assert count_forged(path, key) == complaints(path, key) == 0
    assert count_forged(path, bytes(32)) == path.stat().st_size // PAGE > 600


def test_each_flip_is_counted_as_sqlcipher_counts_it(path: Path) -> None:
    key, whole = key_of(path), path.read_bytes()
    data = bytearray(whole)
    # In the contents, the vector and the code of a page, at both sides of the middle, and in the last one.
    for at in (PAGE + 7, 5 * PAGE - 70, 9 * PAGE - 3, len(data) // 2 + 1, len(data) - 1):
        data[at] ^= 1
    path.write_bytes(data)
    assert count_forged(path, key) == complaints(path, key) == 5
    # The first page: what is not signed in it, the salt, makes every key another one.
    for at, expected in ((20, 1), (3, len(whole) // PAGE)):
        data = bytearray(whole)
        data[at] ^= 1
        path.write_bytes(data)
        assert count_forged(path, key) == expected


def test_pages_that_changed_places_or_are_cut_off_are_not_authentic(path: Path) -> None:
    key, whole = key_of(path), path.read_bytes()
    second, third = whole[PAGE : 2 * PAGE], whole[2 * PAGE : 3 * PAGE]
    path.write_bytes(whole[:PAGE] + third + second + whole[3 * PAGE :])
    assert count_forged(path, key) == 2
    path.write_bytes(whole[:-100])
    assert count_forged(path, key) == 1


def test_a_large_protected_diary_with_one_flip_where_no_table_looks_gives_no_backup(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Long texts go on in pages that counting rows does not read."""
    for module in (raw_copy, page_macs):
        monkeypatch.setattr(module, "LARGE", 0)
    monkeypatch.setattr("lupusdiary.storage.checking.page_macs.LARGE", 0)
    source = BackupSource(path, key_of(path))
    good = write_backup(source, tmp_path / "backups", AUTOMATIC, AT)
    assert good.read_bytes() == path.read_bytes()
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(Refusal, match="damaged"):
        write_backup(source, tmp_path / "backups", AUTOMATIC, AT)
    assert list(backups_in(tmp_path / "backups").values()) == [good]
    prove(good, source.key)
