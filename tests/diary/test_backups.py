from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from lupusdiary.diary import Diary, Secret, create_demonstration, create_diary, open_diary
from lupusdiary.diary.backup.restoring import backups_of_all, restore_backup
from lupusdiary.domain.day_record import DayRecord
from lupusdiary.domain.records import Contact, DiaryContents
from lupusdiary.language import Refusal
from lupusdiary.storage import migrations
from lupusdiary.storage.backups.restore import opening_key
from lupusdiary.storage.checking.verification import prove
from tests.conftest import StandingClock
from tests.protection import PASSPHRASE, derived
from tests.storage.diaries import everything_in
from tests.storage.schema_dump import load

OLD = Path(__file__).parents[1] / "storage" / "schema_1.sql"


def test_a_backup_lies_under_the_id_of_the_diary_and_says_what_is_in_it(
    diary: Diary, home: Path, clock: StandingClock
) -> None:
    assert diary.backups.all() == []
    diary.days.record(diary.today(), "fatigue", 3)
    diary.days.set_note(diary.today() - timedelta(days=1), "x")
    made = diary.backups.back_up()
    assert made is not None
    assert made.path.parent.name == diary.id
    assert home in made.path.parents
    (backup,) = diary.backups.all()
    assert (backup.path, backup.days, backup.results) == (made.path, 2, 0)
    assert backup.verified
    assert backup.protected is diary.encrypted
    assert backup.size == made.path.stat().st_size


def test_a_backup_is_due_only_when_something_changed(diary: Diary) -> None:
    assert diary.backups.is_due()
    diary.backups.back_up()
    assert not diary.backups.is_due()
    diary.days.record(diary.today(), "fatigue", 3)
    assert diary.backups.is_due()
    diary.backups.back_up()
    assert not diary.backups.is_due()


def test_what_was_written_before_a_power_failure_is_backed_up_at_the_next_start(
    tmp_path: Path, clock: StandingClock
) -> None:
    with create_diary(tmp_path / "a", None, clock) as diary:
        diary.backups.back_up()
        diary.days.set_note(diary.today(), "the last words before the power failed")
    with open_diary(tmp_path / "a", None, clock) as diary:
        assert diary.backups.is_due()
        made = diary.backups.back_up()
        assert not diary.backups.is_due()
    assert made is not None
    with open_diary(tmp_path / "a", None, clock) as diary:
        assert not diary.backups.is_due()
    with open_diary(made.path, None, clock) as copy:
        assert copy.days.day(copy.today()).note == "the last words before the power failed"


def test_the_newest_is_the_newest_however_many_a_second_place_has_counted(
    diary: Diary, tmp_path: Path, clock: StandingClock
) -> None:
    diary.backups.choose_second_place(tmp_path)
    first = diary.backups.back_up()
    assert first is not None
    assert first.second is not None
    counted = first.second.with_name(first.second.name.replace("0001_", "0200_"))
    first.second.rename(counted)
    clock.move(days=1)
    diary.backups.choose_second_place(None)
    second = diary.backups.back_up()
    diary.backups.choose_second_place(tmp_path)
    assert second is not None
    assert [each.path for each in diary.backups.all()] == [second.path, first.path, counted]
    whole = diary.backups.last_whole()
    assert whole is not None
    assert whole.path == second.path
    # In one folder its own count decides: the clock was set back.
    clock.move(days=-400)
    third = diary.backups.back_up("manual")
    assert third is not None
    here = [each.path for each in diary.backups.all() if each.path.parent == third.path.parent]
    assert here == [third.path, second.path, first.path]


def test_a_backup_that_could_not_be_made_stays_due(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> Path:
        raise Refusal("The disk is full. Nothing was changed.")

    diary.backups.back_up()
    diary.days.set_note(diary.today(), "and more")
    with monkeypatch.context() as patch:
        patch.setattr("lupusdiary.diary.backup.backups.write_backup", full)
        with pytest.raises(Refusal):
            diary.backups.back_up()
    assert diary.backups.is_due()


def test_a_second_place_that_is_away_is_said_once_and_the_first_stands(diary: Diary, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    with pytest.raises(Refusal, match="no folder"):
        diary.backups.choose_second_place(stick)
    stick.mkdir()
    diary.backups.choose_second_place(stick)
    assert not diary.backups.second_place_is_another_disk
    made = diary.backups.back_up()
    assert made is not None
    assert made.second is not None
    assert stick in made.second.parents
    assert made.second.read_bytes() == made.path.read_bytes()
    assert len(diary.backups.all()) == 2
    stick.rename(tmp_path / "in the bag")
    made = diary.backups.back_up()
    assert made is not None
    assert made.path.exists()
    assert "is not there" in str(made.away)
    assert not stick.exists()


def test_an_import_is_preceded_by_a_backup(diary: Diary) -> None:
    diary.merge(DiaryContents(contacts=(Contact("a", "1"),)))
    assert diary.backups.all() == []
    diary.days.record(diary.today(), "fatigue", 3)
    diary.merge(DiaryContents(days=(DayRecord(diary.today(), note="in"),)), dry_run=True)
    assert diary.backups.all() == []
    diary.merge(DiaryContents(days=(DayRecord(diary.today(), note="in"),)))
    (backup,) = diary.backups.all()
    assert backup.name.reason == "import"


def test_demonstrations_have_none(tmp_path: Path, clock: StandingClock, home: Path) -> None:
    with create_demonstration(tmp_path / "d", "mild", clock) as diary:
        assert diary.backups.folder is None
        assert diary.backups.back_up() is None
        assert not diary.backups.is_due()
        with pytest.raises(Refusal, match="demonstration"):
            diary.backups.write_to(tmp_path, "manual")
        assert not any("backup" in line for line in map(str, diary.check().sentences))
    assert not list(home.rglob("*.lupusdiary"))


def test_another_passphrase_is_said_so_and_tried_when_given(tmp_path: Path, clock: StandingClock) -> None:
    with create_diary(tmp_path / "a", derived(), clock) as diary:
        diary.backups.back_up()
        diary.days.record(diary.today(), "fatigue", 3)
    (unknown,) = backups_of_all()
    assert unknown.verified is None
    (known,) = backups_of_all([Secret.passphrase("falsch"), Secret.passphrase(PASSPHRASE)])
    assert known.verified
    prove(known.path, opening_key(known.path, [derived()]))
    with pytest.raises(Refusal):
        prove(known.path, opening_key(known.path, [Secret.passphrase("falsch")]))
    (tmp_path / "a").unlink()
    restore_backup(known.path, tmp_path / "a", [derived()], clock)
    with open_diary(tmp_path / "a", derived(), clock) as again:
        assert again.days.last() is None


def test_an_import_into_a_diary_without_a_recorded_day_is_preceded_by_one_too(diary: Diary) -> None:
    diary.merge(DiaryContents(contacts=(Contact("외래", "02-000-0000"),)))
    assert diary.backups.all() == [], "there was nothing to lose"
    diary.merge(DiaryContents(contacts=(Contact("응급실", "02-000-0001"),)))
    (backup,) = diary.backups.all()
    assert backup.name.reason == "import"


def test_an_old_diary_is_backed_up_before_it_is_brought_up(tmp_path: Path, clock: StandingClock) -> None:
    path = tmp_path / "old"
    load(OLD.read_text(encoding="utf-8"), str(path))
    with open_diary(path, None, clock) as diary:
        contents = diary.contents()
        (backup,) = diary.backups.all()
        assert backup.name.reason == "migration"
        prove(backup.path, opening_key(backup.path, []))
    # The backup is the old schema, and comes up in the same way.
    restore_backup(backup.path, path, [], clock)
    with open_diary(path, None, clock) as again:
        assert again.contents() == contents
        assert again.id == diary_id_of(backup.path)


def diary_id_of(backup: Path) -> str:
    return backup.parent.name


def test_without_a_backup_an_old_diary_is_read_and_stays_as_it_is(
    tmp_path: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "d"
    folder.mkdir()
    path = folder / "old"
    load(OLD.read_text(encoding="utf-8"), str(path))
    before = everything_in(folder)
    (tmp_path / "taken").write_bytes(b"")
    with open_diary(path, None, clock, tmp_path / "taken") as diary:
        assert diary.why_read_only is not None
        assert "no backup of it could be made" in str(diary.why_read_only)
        assert len(diary.contents().days) > 0
        assert diary.backups.folder is None
    assert everything_in(folder) == before


def test_a_migration_that_fails_leaves_the_old_diary_and_its_backup(
    tmp_path: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old"
    load(OLD.read_text(encoding="utf-8"), str(path))
    before = path.read_bytes()

    def fails(_: object) -> None:
        raise KeyboardInterrupt

    for _ in range(2):
        with monkeypatch.context() as patch:
            patch.setattr(migrations, "migrate", fails)
            with pytest.raises(KeyboardInterrupt):
                open_diary(path, None, clock)
        assert path.read_bytes() == before
    # Both tries found the same folder.
    assert len({backup.path.parent for backup in backups_of_all()}) == 1


def test_check_names_the_last_verified_backup(diary: Diary) -> None:
    assert "no backup" in json.dumps([str(each) for each in diary.check().sentences])
    diary.backups.back_up("manual")
    good = diary.backups.all()[0]
    diary.days.record(diary.today(), "fatigue", 3)
    diary.backups.back_up("manual")
    newest = diary.backups.all()[0].path
    data = bytearray(newest.read_bytes())
    for page in range(len(data) // 4096 - 20, len(data) // 4096):
        data[page * 4096 : page * 4096 + 64] = b"\x07" * 64
    newest.write_bytes(data)
    last = diary.backups.last_whole()
    assert last is not None
    assert last.path == good.path
    assert "Last verified backup: 2026-11-22 21:04." in [str(each) for each in diary.check().sentences]


def test_what_stood_there_before_a_restore_is_not_what_the_diary_grew_from(
    tmp_path: Path, clock: StandingClock
) -> None:
    path = tmp_path / "a"
    with create_diary(path, None, clock) as diary:
        diary.days.set_note(diary.today(), "as it was")
        diary.days.record(diary.today(), "fatigue", 3)
        good = diary.backups.write_to(tmp_path / "kept", "manual")
        # A byte that flipped, as nothing but the comparison sees it.
        diary._file.run("UPDATE day_note SET note = 'as it wax'")
    restore_backup(good, path, [], clock)
    with open_diary(path, None, clock) as diary:
        assert diary.check().ok
        diary.backups.back_up("manual")
        diary._file.run("UPDATE day_note SET note = 'as it wax'")
        assert diary.check().ok is False
