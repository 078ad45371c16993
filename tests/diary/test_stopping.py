"""Long work that the person stops leaves the old file whole, wherever it was; nothing half-made is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from lupusdiary.diary import Secret, Stop, Stopped, create_diary, open_diary
from lupusdiary.diary.backup.restoring import restore_backup
from lupusdiary.diary.protection import change_protection
from lupusdiary.domain.records import DiaryContents
from lupusdiary.storage import stopping
from lupusdiary.storage.schema import SCHEMA_VERSION
from tests.conftest import StandingClock
from tests.protection import KINDS, secret_of
from tests.storage.test_released_schemas import old_diary

OTHER = Secret(None, bytes(range(32)), None)
# A look each so many steps of SQLite, so that a small diary is looked at often.
OFTEN = 200


class StopAt(Stop):
    """Is asked for at the look of this number."""

    def __init__(self, look: int) -> None:
        super().__init__()
        self.look = look
        self.looks = 0

    @property
    def asked(self) -> bool:
        self.looks += 1
        return self.looks >= self.look


@pytest.fixture(params=KINDS)
def secret(request: pytest.FixtureRequest) -> Secret | None:
    return secret_of(request.param)


@pytest.fixture
def path(
    tmp_path: Path, secret: Secret | None, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    monkeypatch.setattr(stopping, "_EVERY", OFTEN)
    folder = tmp_path / "d"
    folder.mkdir()
    with create_diary(folder / "a", secret, clock) as diary, diary.writing("days.fill"):
        for back in range(150):
            diary.days.set_note(diary.today() - timedelta(days=back), f"{back} 나비 " * 40)
    yield folder / "a"
    assert [each.name for each in folder.iterdir()] == ["a"]


def contents(path: Path, secret: Secret | None, clock: StandingClock) -> DiaryContents:
    with open_diary(path, secret, clock) as diary:
        assert diary.check().ok
        return diary.contents()


def stopped_everywhere(work: Callable[[Stop], object], unchanged: Callable[[], object]) -> None:
    """Stops the work at looks from its first to its last, and at each time asks whether all is as it was; in
    the end it is not stopped any more."""
    stops = 0
    for look in (1, 2, 3, 5, 8, *(round(1.6**power) for power in range(6, 40))):
        try:
            work(StopAt(look))
        except Stopped as refusal:
            assert str(refusal) == "Stopped. Nothing was changed."  # noqa: PT017
            assert unchanged()
            stops += 1
        else:
            break
    assert stops > 8


def test_a_change_of_key(path: Path, secret: Secret | None, clock: StandingClock) -> None:
    before = contents(path, secret, clock)
    stopped_everywhere(
        lambda stop: change_protection(path, secret, OTHER, clock, stop=stop),
        lambda: contents(path, secret, clock) == before,
    )
    assert contents(path, OTHER, clock) == before


def test_a_restore(path: Path, secret: Secret | None, clock: StandingClock, tmp_path: Path) -> None:
    with open_diary(path, secret, clock) as diary:
        backup = diary.backups.write_to(tmp_path / "kept", "manual")
        old = diary.contents()
        diary.days.set_note(diary.today(), "later")
        before = diary.contents()
    known = [] if secret is None else [secret]
    stopped_everywhere(
        lambda stop: restore_backup(backup, path, known, clock, tmp_path / "root", stop),
        lambda: contents(path, secret, clock) == before,
    )
    assert contents(path, secret, clock) == old


class StopWhileItGrowsIn(Stop):
    """Is asked for while a backup grows in a folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    @property
    def asked(self) -> bool:
        return any(self.folder.rglob(".backup.*"))


def test_a_backup_in_a_second_place(
    path: Path, secret: Secret | None, clock: StandingClock, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with open_diary(path, secret, clock) as diary:
        diary.backups.choose_second_place(stick)
        before = diary.contents()
    with pytest.raises(Stopped):
        change_protection(path, secret, OTHER, clock, tmp_path / "root", StopWhileItGrowsIn(stick))
    assert contents(path, secret, clock) == before
    assert [each for each in stick.rglob("*") if each.is_file()] == []


def test_the_backup_of_an_older_diary_that_is_brought_up(tmp_path: Path, clock: StandingClock) -> None:
    """It is not said that no backup could be made."""
    path, root = old_diary(SCHEMA_VERSION - 1, tmp_path), tmp_path / "root"
    before = path.read_bytes()
    with pytest.raises(Stopped):
        change_protection(path, None, OTHER, clock, root, StopWhileItGrowsIn(root))
    unchanged = path.read_bytes() == before
    assert unchanged
    assert not root.exists()
