"""Files that are there whole or not at all."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from lupusdiary.diary import Secret, create_diary, open_diary
from lupusdiary.education.checks.example import write_example
from lupusdiary.exchange.lists import csv_format
from lupusdiary.language import Refusal, translator
from lupusdiary.storage.backups.restore import restore
from lupusdiary.system_fault import reason_of
from lupusdiary.whole_file import write_together, write_whole
from tests.conftest import StandingClock
from tests.exchange.full_contents import full_life


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


def test_the_folder_that_one_stands_in_takes_a_folder_of_lists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    csv_format.write(full_life(), Path())
    assert (tmp_path / "readings.csv").is_file()
    with pytest.raises(Refusal, match="is a folder"):
        write_whole(Path(), b"new")


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


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("fails", ["a", "b", "c", None])
def test_all_are_replaced_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str | None, links: bool
) -> None:
    old = {tmp_path / "a": b"old a", tmp_path / "c": b"old c"}
    new = {tmp_path / name: b"new" for name in "abc"}
    for path, data in old.items():
        path.write_bytes(data)
    replace = Path.replace

    def in_use(path: Path, target: Path) -> Path:
        if path.suffix == ".part" and target.name == fails:
            raise PermissionError(errno.EACCES, "in use")
        return replace(path, target)

    def no_link(*_: object) -> None:
        raise PermissionError(errno.EPERM, "no second names")

    monkeypatch.setattr(Path, "replace", in_use)
    if not links:
        monkeypatch.setattr(os, "link", no_link)
    if fails:
        with pytest.raises(Refusal, match=f"“{fails}” could not be written"):
            write_together(new)
    else:
        write_together(new)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == (old if fails else new)


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


def _tree(folder: Path) -> set[str]:
    return {str(each.relative_to(folder)) for each in folder.rglob("*")}


WRITERS: dict[str, Callable[[Path, Path], object]] = {
    "example": lambda diary, to: write_example(to / "new" / "folder"),
    "lists": lambda diary, to: csv_format.write(full_life(), to / "new" / "folder"),
    "backup": lambda diary, to: _backed_up(diary, to / "new" / "folder"),
    "restore": lambda diary, to: restore_backup(diary, to / "new" / "d.lupusdiary"),
}


def _clock() -> datetime:
    return datetime(2026, 11, 22, 21, 4, tzinfo=UTC)


def _backed_up(path: Path, to: Path) -> None:
    with open_diary(path, None, _clock) as diary:
        diary.backups.write_to(to, "manual")


def restore_backup(path: Path, to: Path) -> None:
    restore(path, to, [], to.parent.parent / "kept", _clock())


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("call", ["fsync", "open", "replace"])
def test_a_folder_is_whole_or_not_there_wherever_the_disk_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, call: str
) -> None:
    source, to = tmp_path / "d.lupusdiary", tmp_path / "to"
    create_diary(source, None, _clock).close()
    to.mkdir()
    real = {"fsync": os.fsync, "open": Path.open, "replace": Path.replace}[call]
    left, said = 0, list[str]()

    def full(*given: Any, **named: Any) -> Any:
        nonlocal left
        mode = str((*given[1:], named.get("mode", "r"))[0])
        writes = call != "open" or any(sign in mode for sign in "wxa")
        left -= writes
        if writes and left < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(*given, **named)

    monkeypatch.setattr(os if call == "fsync" else Path, call, full)
    for times in range(80):
        left = times
        try:
            WRITERS[name](source, to)
            break
        except Refusal as refusal:
            said.append(translator("ko").refusal(refusal))
        assert _tree(to) == set(), f"after {times}"
    else:
        pytest.fail("it was never written")
    assert _tree(to)
    assert said
    assert not any("No space" in each for each in said)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO, errno.ENOENT])
def test_what_the_system_says_is_said_in_the_language_of_the_person(number: int) -> None:
    said = Refusal(
        "“{name}” could not be written: {reason}.", name="a", reason=reason_of(OSError(number, "x"))
    )
    korean = translator("ko").refusal(said).partition(": ")[2]
    assert re.fullmatch(r"[가-힣 .]+", korean)
