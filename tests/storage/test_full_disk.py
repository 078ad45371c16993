"""A disk that is really full: one sentence, nothing half-made, and the diary as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from lupusdiary.diary import Secret, create_diary, open_diary
from lupusdiary.diary.protection import change_protection
from lupusdiary.language import Refusal
from lupusdiary.storage.backups.backup import READ_ME, NoRoom
from tests.conftest import StandingClock
from tests.storage.diaries import everything_in

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="tmpfs")


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of 400 KiB, where such a thing may be made."""
    disk = tmp_path / "small"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("only root may mount a small disk")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def test_a_backup_that_does_not_fit_leaves_nothing_and_the_first_place_stands(
    small: Path, tmp_path: Path, secret: Secret | None, clock: StandingClock
) -> None:
    with create_diary(tmp_path / "a", secret, clock) as diary:
        for back in range(12):
            diary.days.set_note(diary.today().replace(day=back + 1), "나비 " * 12_000)
        with pytest.raises(Refusal):
            diary.backups.write_to(small, "manual")
        diary.backups.choose_second_place(small)
        made = diary.backups.back_up()
        assert made is not None
        assert made.path.exists()
        assert isinstance(made.away, NoRoom)
        assert "no room" in str(made.away)
        assert diary.backups.second_place_is_another_disk
    assert {each.name for each in small.rglob("*") if each.is_file()} <= {READ_ME}


def test_what_goes_anyway_makes_room_in_a_full_second_place_and_nothing_else_does(
    small: Path, tmp_path: Path, secret: Secret | None, clock: StandingClock
) -> None:
    def there() -> list[str]:
        return sorted(each.name for each in small.rglob("*.lupusdiary"))

    with create_diary(tmp_path / "a", secret, clock) as diary:
        diary.backups.choose_second_place(small)
        for hour in range(3):
            diary.days.set_note(diary.today(), f"hour {hour}")
            made = diary.backups.back_up()
            assert made is not None
            assert made.away is None
            clock.move(minutes=30)
        # Of one day the last one stays, and only one fits.
        (kept,) = there()
        assert "2204_auto" in kept
        clock.move(days=1)
        made = diary.backups.back_up()
        assert made is not None
        assert isinstance(made.away, NoRoom)
        assert there() == [kept]


def test_a_write_and_a_change_of_key_on_a_full_disk_leave_the_diary_as_it_was(
    small: Path, secret: Secret | None, clock: StandingClock
) -> None:
    path = small / "a"
    with create_diary(path, secret, clock) as diary:
        diary.days.set_note(diary.today(), "kept")
        fits = True
        for back in range(12):
            try:
                diary.days.set_note(diary.today().replace(day=back + 1), "나비 " * 12_000)
            except Refusal as refusal:
                assert "full" in str(refusal)  # noqa: PT017
                fits = False
        assert not fits
        contents = diary.contents()
    before = everything_in(small)
    with pytest.raises(Refusal):
        change_protection(path, secret, Secret.passphrase("neu").derive(), clock)
    after = everything_in(small)
    assert {name: data for name, (data, _) in after.items()} == {
        name: data for name, (data, _) in before.items()
    }
    with open_diary(path, secret, clock) as diary:
        assert diary.contents() == contents
        assert diary.check().ok


def test_the_sheet_that_a_full_disk_left_empty_is_written_when_there_is_room(
    small: Path, secret: Secret | None, clock: StandingClock, tmp_path: Path
) -> None:
    folder = small / "b"
    folder.mkdir()
    with create_diary(tmp_path / "a", secret, clock) as diary:
        with suppress(OSError), (small / "filling").open("wb") as filling:
            while True:
                filling.write(bytes(1024))
                filling.flush()
        with pytest.raises(Refusal):
            diary.backups.write_to(folder, "manual")
        assert list(folder.iterdir()) == []
        (small / "filling").unlink()
        # As an earlier version left it.
        (folder / READ_ME).touch()
        diary.backups.write_to(folder, "manual")
    assert "lupusdiary restore" in (folder / READ_ME).read_text(encoding="utf-8-sig")
