"""Files that are there whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from lupusdiary.diary import Secret, create_diary
from lupusdiary.language import Refusal
from lupusdiary.whole_file import write_together, write_whole
from tests.conftest import StandingClock


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


def diaries(folder: Path, clock: StandingClock) -> list[Path]:
    """A plain and a protected diary, each also under a name that does not say so."""
    found = []
    for name, secret in (("plain", None), ("protected", Secret.passphrase("correct horse battery"))):
        path = folder / f"{name}.lupusdiary"
        create_diary(path, secret, clock).close()
        found += [path, path.with_suffix(".pdf"), folder / f"{name} link"]
        found[-2].write_bytes(path.read_bytes())
        found[-1].symlink_to(found[-2])
    return found


def test_no_file_ever_stands_in_the_place_of_a_diary(tmp_path: Path, clock: StandingClock) -> None:
    places = diaries(tmp_path, clock)
    before = {path: path.read_bytes() for path in places}
    for path in places:
        with pytest.raises(Refusal, match="diary"):
            write_whole(path, b"new")
        with pytest.raises(Refusal, match="diary"):
            write_together({tmp_path / "other": b"new", path: b"new"})
        with pytest.raises(Refusal, match="diary"):
            write_whole(path.with_name(path.name + "-journal"), b"new")
    with pytest.raises(Refusal, match="diary"):
        write_whole(tmp_path / "new.LupusDiary", b"new")
    assert {path: path.read_bytes() for path in places} == before
    assert sorted(tmp_path.iterdir()) == sorted(places)


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n" + bytes(1015),
        b"\x89PNG\r\n\x1a\n" + bytes(1016),
        "가나다 abc\n".encode() * 256,
        b"",
        b"S",
    ],
)
def test_what_is_no_diary_is_replaced_even_where_its_length_is_that_of_one(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "page"
    path.write_bytes(content)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
