"""Everything that can be read of a damaged diary comes into a new one; the damaged file stays as it is."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from lupusdiary.diary import Diary, Secret, create_diary, open_diary
from lupusdiary.diary.backup.rescuing import NothingReadable, rescue
from lupusdiary.domain.learning import TeachBack, TeachBackResult
from lupusdiary.domain.records import Contact, TreatmentEvent, Visit
from lupusdiary.language import Refusal
from lupusdiary.storage.checking.salvage import Salvage
from tests.conftest import StandingClock
from tests.storage.diaries import everything_in
from tests.storage.schema_dump import load

DAYS = 200


@pytest.fixture
def whole(tmp_path: Path, secret: Secret | None, clock: StandingClock) -> Path:
    path = tmp_path / "d" / "a"
    with create_diary(path, secret, clock, parents=True) as diary, diary.writing("days.fill"):
        today = diary.today()
        for back in range(DAYS):
            day = today - timedelta(days=back)
            diary.days.record_many(day, {"fatigue": back % 11, "joint_pain": back % 7}, f"{back} 나비 " * 20)
            diary.events.add(TreatmentEvent(day, "other", f"event {back}"))
        diary.visits.add(Visit(today, ("왜", "언제")))
        diary.contacts.add(Contact("외래", "1"))
        diary.learning.add_teach_back(TeachBack(today, "a", (TeachBackResult(True, "말"),)))
    with open_diary(path, secret, clock) as diary:
        diary.drafts.keep("note", "x", {"note": "half"})
        diary.events.remove(diary.events.all()[0].id)
        diary.days.record(today, "fatigue", 9)
    return path


def test_of_a_whole_diary_nothing_is_lost(
    whole: Path, tmp_path: Path, secret: Secret | None, clock: StandingClock
) -> None:
    before = everything_in(whole.parent)
    done = rescue(whole, secret, tmp_path / "new", clock)
    assert (done.lost, done.mended) == (0, 0)
    assert everything_in(whole.parent) == before
    with open_diary(whole, secret, clock) as old, open_diary(tmp_path / "new", secret, clock) as new:
        assert new.contents() == old.contents()
        assert new.drafts.all() == old.drafts.all()
        assert [removed.values for removed in new.trash.all()] == [
            removed.values for removed in old.trash.all()
        ]
        assert new.earlier_versions(new.today()) == old.earlier_versions(old.today())
        assert new.id == old.id
        assert new.check().ok
        assert new.history.undo() is None
    assert sorted(each.name for each in tmp_path.iterdir()) == ["d", "new"]


@pytest.mark.parametrize("seed", range(4))
def test_around_broken_pages_the_rest_is_read(
    whole: Path, tmp_path: Path, secret: Secret | None, clock: StandingClock, seed: int
) -> None:
    data = bytearray(whole.read_bytes())
    pages = len(data) // 4096
    chance = Random(seed)
    # The pages before them hold the tables' names, without which nothing can be found.
    for page in chance.sample(range(pages // 2, pages), 6):
        data[page * 4096 : page * 4096 + 64] = bytes(64)
    whole.write_bytes(data)
    done = rescue(whole, secret, tmp_path / "new", clock)
    assert whole.read_bytes() == bytes(data)
    with open_diary(tmp_path / "new", secret, clock) as new:
        assert new.check().ok
        contents = new.contents()
        held = sum(len(day.readings) + bool(day.note) for day in contents.days) + len(contents.events)
    # Of about 800 entries six pages hold few.
    assert held > 400
    assert done.kept > 400
    assert held + done.lost >= 4 * DAYS - 60


def test_values_that_nobody_can_have_entered_are_counted_and_left_out(
    whole: Path, tmp_path: Path, secret: Secret | None, clock: StandingClock
) -> None:
    with open_diary(whole, secret, clock) as diary:
        run = diary._file.run
        run("UPDATE reading SET day = '2026-13-45' WHERE id = 1")
        run("UPDATE reading SET number = 9e999 WHERE id = 2")
        run("UPDATE event SET day = 'soon' WHERE id = 3")
        run("UPDATE day_note SET note = CAST(x'61ff62' AS TEXT) WHERE id = 4")
        run("PRAGMA foreign_keys = OFF")
        run("INSERT INTO visit_question (visit, position, text) VALUES (99, 0, '?')")
    done = rescue(whole, secret, tmp_path / "new", clock)
    assert (done.lost, done.mended) == (4, 1)
    with open_diary(tmp_path / "new", secret, clock) as new:
        assert new.check().ok
        assert any(day.note == "a\ufffdb" for day in new.contents().days)


def test_what_fits_its_table_and_cannot_be_read_stands_in_no_others_way(
    whole: Path, tmp_path: Path, secret: Secret | None, clock: StandingClock
) -> None:
    with open_diary(whole, secret, clock) as diary:
        run = diary._file.run
        run("INSERT INTO visit (day, blood_draw) VALUES ('2026-11-20', '{}')")
        run("INSERT INTO teach_back (day, article) VALUES ('x', 'a')")
        run("INSERT INTO check_up (kind, next_on) VALUES ('eyes', '20261122')")
        run("INSERT INTO allergy (name) VALUES (hex(zeroblob(150)))")
        run("INSERT INTO article_progress (article, fraction, finished) VALUES ('a', 9, 0)")
        run("INSERT INTO allergy (name) VALUES ('설파제')")
    done = rescue(whole, secret, tmp_path / "new", clock)
    assert (done.lost, done.mended) == (5, 0)
    with open_diary(tmp_path / "new", secret, clock) as new:
        assert new.check().ok
        contents = new.contents()
        assert [each.name for each in contents.allergies] == ["설파제"]
        assert len(contents.days) == DAYS
        assert len(contents.events) == DAYS - 1


def test_of_an_entry_only_the_word_is_lost_that_is_none(
    whole: Path, tmp_path: Path, secret: Secret | None, clock: StandingClock
) -> None:
    with open_diary(whole, secret, clock) as diary:
        run = diary._file.run
        run("UPDATE reading SET how = 'latex' WHERE id = 1")
        run("UPDATE event SET id = -7 WHERE id = 3")
        run(
            "INSERT INTO lab_result (collected_on, analyte, value_text, kind, value, comparator)"
            " VALUES ('2026-11-22', 'c3', '<52', 'quantity', 52, ';')"
        )
    done = rescue(whole, secret, tmp_path / "new", clock)
    assert (done.lost, done.mended) == (0, 2)
    with open_diary(tmp_path / "new", secret, clock) as new:
        assert new.check().ok
        contents = new.contents()
        assert [(each.value_text, each.kind, each.value) for each in contents.labs] == [("<52", "text", None)]
        # Below the first number too.
        assert len(contents.events) == DAYS - 1
        assert sum(len(day.readings) for day in contents.days) == 2 * DAYS


def test_an_older_diary_is_rescued_too(tmp_path: Path, clock: StandingClock) -> None:
    script = (Path(__file__).parents[1] / "storage" / "schema_1.sql").read_text(encoding="utf-8")
    load(script, str(tmp_path / "old"))
    done = rescue(tmp_path / "old", None, tmp_path / "new", clock)
    assert done.lost == 0
    with open_diary(tmp_path / "old", None, clock) as old, open_diary(tmp_path / "new", None, clock) as new:
        assert new.contents() == old.contents()


def pages_of_the_list(path: Path, secret: Secret | None) -> list[int]:
    """The numbers of the pages without which the list of tables cannot be read."""
    whole, found = path.read_bytes(), []
    key = None if secret is None else secret.key_for(whole[:16])
    for page in range(min(70, len(whole) // 4096)):
        data = bytearray(whole)
        data[page * 4096 + (20 if page == 0 else 0) : page * 4096 + 110] = bytes(90 if page == 0 else 110)
        path.write_bytes(data)
        if not Salvage(path, key, "a").names_tables():
            found.append(page)
    path.write_bytes(whole)
    return found


@pytest.mark.parametrize("damage", ["first page", "another page of the list", "all pages of the list"])
@pytest.mark.parametrize("backed_up", [False, True])
def test_around_a_damaged_list_of_tables_everything_is_read(
    whole: Path, tmp_path: Path, secret: Secret | None, clock: StandingClock, damage: str, backed_up: bool
) -> None:
    if backed_up:
        with open_diary(whole, secret, clock) as diary:
            diary.backups.back_up("manual")
            # Entered since then: nothing of it comes from the backup.
            diary.days.record(diary.today(), "fatigue", 3)
            diary.contacts.add(Contact("나중에", "2"))
    with open_diary(whole, secret, clock) as diary:
        contents, id = diary.contents(), diary.id
    pages = pages_of_the_list(whole, secret)
    assert pages[0] == 0
    assert len(pages) > 1
    hit = {"first page": pages[:1], "another page of the list": pages[1:2]}.get(damage, pages)
    data = bytearray(whole.read_bytes())
    for page in hit:
        data[page * 4096 + 16 : (page + 1) * 4096] = bytes(4080)
    whole.write_bytes(data)
    done = rescue(whole, secret, tmp_path / "new", clock)
    assert (done.lost, done.mended) == (0, 0)
    assert whole.read_bytes() == data
    with open_diary(tmp_path / "new", secret, clock) as new:
        assert new.contents() == contents
        assert new.id == id
        assert new.check().ok
    assert sorted(each.name for each in tmp_path.iterdir() if each.name != "data") == ["d", "new"]


def test_a_diary_whose_tables_stand_elsewhere_is_read_by_the_list_of_its_backup_only(
    whole: Path, tmp_path: Path, secret: Secret | None, clock: StandingClock
) -> None:
    """Another program has compacted it: by the list of a new diary nothing is guessed."""
    with open_diary(whole, secret, clock) as diary:
        diary._file.run("VACUUM")
    with open_diary(whole, secret, clock) as diary:
        contents = diary.contents()
        backup = diary.backups.back_up("manual")
    assert backup is not None
    data = bytearray(whole.read_bytes())
    data[100:4096] = bytes(3996)
    whole.write_bytes(data)
    done = rescue(whole, secret, tmp_path / "new", clock)
    assert done.lost == 0
    with open_diary(tmp_path / "new", secret, clock) as new:
        assert new.contents() == contents
    backup.path.unlink()
    with pytest.raises(Refusal, match="Nothing of"):
        rescue(whole, secret, tmp_path / "again", clock)


@pytest.mark.parametrize("what", ["nothing", "first page", "text", "existing"])
def test_where_nothing_can_be_read_nothing_is_made(
    what: str, whole: Path, tmp_path: Path, secret: Secret | None, clock: StandingClock
) -> None:
    data = bytearray(whole.read_bytes())
    data[: 4096 * 8] = bytes(4096 * 8)
    new = tmp_path / "new"
    if what == "nothing":
        whole.write_bytes(b"")
    elif what == "first page":
        whole.write_bytes(data)
    elif what == "text":
        whole.write_bytes("일기가 아닙니다\n".encode() * 100)
    else:
        new.write_bytes(b"hers")
    before = whole.read_bytes()
    with pytest.raises(Refusal):
        rescue(whole, secret, new, clock)
    assert whole.read_bytes() == before
    assert new.read_bytes() == b"hers" if what == "existing" else not new.exists()
    assert {each.name for each in tmp_path.iterdir()} <= {"d", "new"}


def test_where_nothing_can_be_read_the_newest_whole_backup_is_named(
    whole: Path, tmp_path: Path, secret: Secret | None, clock: StandingClock
) -> None:
    with open_diary(whole, secret, clock) as diary:
        first = diary.backups.back_up("manual")
        clock.move(days=1)
        diary.days.set_note(diary.today(), "later")
        second = diary.backups.back_up("manual")
    assert first is not None
    assert second is not None
    data = bytearray(whole.read_bytes())
    data[16:] = bytes(len(data) - 16)
    whole.write_bytes(data)
    with pytest.raises(NothingReadable) as said:
        rescue(whole, secret, tmp_path / "new", clock)
    assert said.value.newest.path == second.path
    second.path.write_bytes(second.path.read_bytes()[:-4096])
    with pytest.raises(NothingReadable) as said:
        rescue(whole, secret, tmp_path / "new", clock)
    assert said.value.newest.path == first.path
    assert not (tmp_path / "new").exists()


def test_a_rescued_diary_goes_on(
    whole: Path, tmp_path: Path, secret: Secret | None, clock: StandingClock
) -> None:
    rescue(whole, secret, tmp_path / "new", clock)
    with open_diary(tmp_path / "new", secret, clock) as diary:
        assert isinstance(diary, Diary)
        removed = diary.trash.all()[0]
        diary.trash.restore(removed.id)
        diary.days.record(diary.today(), "fatigue", 1)
        assert diary.history.undo() is not None
