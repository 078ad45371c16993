"""One flipped byte at any page: noticed, or without any effect; the newest backup is there to be restored."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from lupusdiary.diary import Diary, Secret, create_diary, open_diary
from lupusdiary.diary.backup.restoring import restore_backup
from lupusdiary.domain.records import DiaryContents, TreatmentEvent, Visit
from lupusdiary.language import Refusal
from tests.conftest import StandingClock

FEW_PAGES, FEW_A_PAGE, MANY_A_PAGE = 6, 1, 8


@pytest.fixture
def whole(tmp_path: Path, secret: Secret | None, clock: StandingClock) -> tuple[Path, DiaryContents]:
    """A diary of some sixty pages with a verified backup, to which something was added since."""
    path = tmp_path / "a"
    with create_diary(path, secret, clock) as diary:
        today = diary.today()
        with diary.writing("days.fill"):
            for back in range(120):
                day = today - timedelta(days=back)
                diary.days.record_many(day, {"fatigue": back % 11, "fever": 36.5}, f"{back} 나비 ")
                diary.events.add(TreatmentEvent(day, "other", f"event {back}"))
        diary.visits.add(Visit(today, ("왜",)))
        diary.backups.back_up("manual")
        diary.days.record(today, "joint_pain", 5)
        diary.days.set_note(today, "가장 새 것")
        return path, diary.contents()


def flips(data: bytes, pytestconfig: pytest.Config) -> Iterator[int]:
    """Where a bit flips: at some pages, or several times at each of them."""
    pages = range(len(data) // 4096)
    chance = Random(5)
    long = pytestconfig.getoption("--long", default=False)
    for page in pages if long else chance.sample(pages, FEW_PAGES):
        for _ in range(MANY_A_PAGE if long else FEW_A_PAGE):
            yield page * 4096 + chance.randrange(4096)


def noticed(diary: Diary, contents: DiaryContents) -> bool:
    if diary.check().ok is False:
        return True
    assert diary.contents() == contents
    return False


def test_a_flipped_byte_is_noticed_or_changes_nothing(
    whole: tuple[Path, DiaryContents],
    secret: Secret | None,
    clock: StandingClock,
    pytestconfig: pytest.Config,
) -> None:
    path, contents = whole
    data = path.read_bytes()
    chance = Random(3)
    missed = 0
    for place in flips(data, pytestconfig):
        broken = bytearray(data)
        broken[place] ^= 1 << chance.randrange(8)
        path.write_bytes(broken)
        try:
            with closing(open_diary(path, secret, clock)) as diary:
                missed += not noticed(diary, contents)
        except Refusal as refusal:
            said = str(refusal)
            assert "damaged" in said or "passphrase" in said or "belong" in said or "newer" in said, said
    # In a protected file each byte is authenticated; in a plain one the unused ones are not.
    assert not missed or secret is None


def test_the_newest_backup_is_restored_and_the_damaged_file_is_kept(
    whole: tuple[Path, DiaryContents], secret: Secret | None, clock: StandingClock
) -> None:
    path, _ = whole
    with open_diary(path, secret, clock) as diary:
        (backup,) = diary.backups.all()
    broken = bytearray(path.read_bytes())
    for page in range(10, len(broken) // 4096):
        broken[page * 4096 + 9] ^= 255
    path.write_bytes(broken)
    done = restore_backup(backup.path, path, [] if secret is None else [secret], clock)
    assert done.before is not None
    assert done.before.read_bytes() == bytes(broken)
    with open_diary(path, secret, clock) as diary:
        assert diary.check().ok
        assert len(diary.contents().days) == 120
