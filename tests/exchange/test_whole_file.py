"""Files that are there whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from lupusdiary.exchange.whole_file import write_together, write_whole
from lupusdiary.language import Refusal


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "쪽.pdf"
    path.write_bytes(b"old and longer")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_a_missing_folder_and_no_name_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none" / "a.pdf"):
        with pytest.raises(Refusal):
            write_whole(path, b"new")
    assert list(tmp_path.iterdir()) == []


def test_what_stood_there_survives_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_bytes(b"old")
    second.write_bytes(b"old")
    opened = Path.open

    def full_disk(path: Path, mode: str = "r", *rest: object) -> object:
        if ".b." in path.name:
            raise OSError(28, "No space left on device")
        return opened(path, mode, *rest)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", full_disk)
    with pytest.raises(Refusal):
        write_together({first: b"new", second: b"new"})
    assert (first.read_bytes(), second.read_bytes()) == (b"old", b"old")
    assert sorted(tmp_path.iterdir()) == [first, second]
