from __future__ import annotations

import sys
from pathlib import Path

import pytest

from lupusdiary.diary import Secret
from lupusdiary.domain.change import Change
from lupusdiary.language import Refusal
from lupusdiary.storage import engine
from lupusdiary.storage.diary_file import Clock, DiaryFile
from lupusdiary.storage.engine import DiskRefusal
from lupusdiary.storage.opening import create_file, open_file
from lupusdiary.storage.saving import save_copy
from lupusdiary.storage.schema import NOUNS
from lupusdiary.storage.table import Table
from tests.storage.diaries import closed, interrupt_a_write


def add_contact(file: DiaryFile, name: str) -> None:
    with file.writing("contacts.add"):
        Table(file, "contact").insert({"name": name, "number": "1"})


def fail_after(file: DiaryFile, name: str, fault: BaseException) -> None:
    with file.writing("contacts.add"):
        Table(file, "contact").insert({"name": name, "number": "1"})
        raise fault


def contacts(file: DiaryFile) -> list[object]:
    return [name for (name,) in Table(file, "contact").select(("name",))]


def steps(file: DiaryFile) -> int:
    return Table(file, "change_step").count()


def test_a_write_is_one_step_and_one_notice(file: DiaryFile) -> None:
    heard: list[Change] = []
    file.subscribe(heard.append)
    with file.writing("events.add"):
        Table(file, "event").insert({"day": "2026-11-20", "kind": "other"})
        Table(file, "visit").insert({"day": "2026-11-22"})
    assert steps(file) == 1
    (change,) = heard
    assert change.nouns == {"events", "visits"}
    assert sorted(map(str, change.days)) == ["2026-11-20", "2026-11-22"]


def test_a_change_names_the_day_it_left_and_the_day_it_came_to(file: DiaryFile) -> None:
    with file.writing("events.add"):
        id = Table(file, "event").insert({"day": "2026-11-20", "kind": "other"})
    heard: list[Change] = []
    file.subscribe(heard.append)
    with file.writing("events.change"):
        Table(file, "event").update(id, {"day": "2026-11-21"})
    assert sorted(map(str, heard[0].days)) == ["2026-11-20", "2026-11-21"]


def test_a_question_changes_the_day_of_its_visit(file: DiaryFile) -> None:
    with file.writing("visits.add"):
        visit = Table(file, "visit").insert({"day": "2026-11-20"})
    heard: list[Change] = []
    file.subscribe(heard.append)
    with file.writing("visits.change"):
        Table(file, "visit_question").insert({"visit": visit, "position": 0, "text": "?"})
    assert [(sorted(change.nouns), sorted(map(str, change.days))) for change in heard] == [
        (["visits"], ["2026-11-20"])
    ]


def test_what_changes_nothing_is_no_step_and_no_notice(file: DiaryFile) -> None:
    add_contact(file, "외래")
    heard: list[Change] = []
    file.subscribe(heard.append)
    before = file.path.read_bytes()
    with file.writing("contacts.change"):
        assert Table(file, "contact").update(1, {"name": "외래"})
    with file.writing("contacts.change"):
        pass
    assert steps(file) == 1
    assert heard == []
    assert file.path.read_bytes() == before


def test_a_write_inside_a_write_joins_it(file: DiaryFile) -> None:
    heard: list[Change] = []
    file.subscribe(heard.append)
    with file.writing("both"):
        add_contact(file, "one")
        add_contact(file, "two")
    assert steps(file) == 1
    assert len(heard) == 1
    file.undo()
    assert contacts(file) == []


def test_a_failed_write_inside_a_write_takes_only_itself_back(file: DiaryFile) -> None:
    with file.writing("both"):
        add_contact(file, "one")
        with pytest.raises(Refusal):
            fail_after(file, "two", Refusal("no"))
    assert contacts(file) == ["one"]
    file.undo()
    assert contacts(file) == []
    file.redo()
    assert contacts(file) == ["one"]


@pytest.mark.parametrize("fault", [Refusal("no"), KeyboardInterrupt(), ZeroDivisionError()])
def test_any_fault_takes_the_whole_write_back(file: DiaryFile, fault: BaseException) -> None:
    add_contact(file, "before")
    heard: list[Change] = []
    file.subscribe(heard.append)
    with pytest.raises(type(fault)):
        fail_after(file, "during", fault)
    assert contacts(file) == ["before"]
    assert steps(file) == 1
    assert heard == []
    add_contact(file, "after")
    assert contacts(file) == ["before", "after"]


def test_a_full_disk_refuses_the_write_and_nothing_changes(file: DiaryFile) -> None:
    add_contact(file, "before")
    pages = file.run("PRAGMA page_count")[0][0]
    file.run(f"PRAGMA max_page_count = {pages}")
    before = file.path.read_bytes()
    with pytest.raises(DiskRefusal, match="disk is full"):
        add_contact(file, "word " * 20_000)
    assert file.path.read_bytes() == before
    file.run("PRAGMA max_page_count = 100000")
    add_contact(file, "after")
    assert contacts(file) == ["before", "after"]


def test_a_full_disk_inside_a_joined_write_refuses_the_whole(file: DiaryFile) -> None:
    add_contact(file, "before")
    pages = file.run("PRAGMA page_count")[0][0]
    file.run(f"PRAGMA max_page_count = {pages}")

    def both() -> None:
        with file.writing("both"):
            add_contact(file, "one")
            add_contact(file, "word " * 20_000)

    with pytest.raises(DiskRefusal, match="disk is full"):
        both()
    assert contacts(file) == ["before"]
    assert steps(file) == 1


def test_a_locked_diary_refuses_the_write_and_takes_the_next(
    tmp_path: Path, file: DiaryFile, secret: Secret | None, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PATIENCE", 20)
    other = open_file(file.path, secret, clock)
    with file.writing("contacts.add"):
        Table(file, "contact").insert({"name": "one", "number": "1"})
        with pytest.raises(DiskRefusal, match="Another program"):
            add_contact(other, "two")
    assert contacts(other) == ["one"]
    add_contact(other, "two")
    assert contacts(file) == ["one", "two"]
    other.close()


def test_another_programs_write_becomes_a_notice_of_everything(
    file: DiaryFile, secret: Secret | None, clock: Clock
) -> None:
    heard: list[Change] = []
    file.subscribe(heard.append)
    assert not file.poll()
    other = open_file(file.path, secret, clock)
    add_contact(other, "from elsewhere")
    other.close()
    assert file.poll()
    assert [change.nouns for change in heard] == [NOUNS]
    assert not file.poll()
    assert contacts(file) == ["from elsewhere"]


def test_a_look_while_another_program_writes_is_no_news(
    file: DiaryFile, secret: Secret | None, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PATIENCE", 20)
    with_little_patience = open_file(file.path, secret, clock)
    file.run("BEGIN EXCLUSIVE")
    assert not with_little_patience.poll()
    file.run("ROLLBACK")
    add_contact(file, "one")
    assert with_little_patience.poll()
    with_little_patience.close()


def test_ones_own_write_is_no_news(file: DiaryFile) -> None:
    add_contact(file, "mine")
    assert not file.poll()


def test_a_step_of_another_program_is_taken_back_there_only(
    file: DiaryFile, secret: Secret | None, clock: Clock
) -> None:
    other = open_file(file.path, secret, clock)
    add_contact(file, "one")
    add_contact(other, "two")
    with pytest.raises(Refusal, match="another window"):
        file.undo()
    assert contacts(file) == ["one", "two"]
    other.undo()
    with pytest.raises(Refusal, match="another window"):
        file.redo()
    file.undo()
    other.close()
    assert contacts(file) == []
    assert file.undo() is None


def test_a_listener_may_leave_while_it_is_called(file: DiaryFile) -> None:
    heard: list[str] = []

    def once(_: Change) -> None:
        heard.append("once")
        leave()

    leave = file.subscribe(once)
    file.subscribe(lambda _: heard.append("always"))
    add_contact(file, "one")
    add_contact(file, "two")
    leave()
    assert heard == ["once", "always", "always"]


def test_a_rehearsal_writes_nothing_and_nobody_hears_of_it(file: DiaryFile) -> None:
    heard: list[Change] = []
    file.subscribe(heard.append)
    before = file.path.read_bytes()
    with file.rehearsing():
        add_contact(file, "perhaps")
    assert heard == []
    assert file.path.read_bytes() == before
    add_contact(file, "really")
    assert contacts(file) == ["really"]


@pytest.mark.parametrize("text", ["a\0b", "\0", "\ud800"])
def test_a_sign_that_cannot_be_kept_is_refused(file: DiaryFile, text: str) -> None:
    with pytest.raises(Refusal, match="cannot be saved"):
        add_contact(file, text)
    assert contacts(file) == []


def test_text_is_kept_in_composed_form(file: DiaryFile) -> None:
    add_contact(file, "\u1105\u116e\u1111\u116e\u1109\u1173")
    assert contacts(file) == ["루푸스"]


def test_a_text_that_looks_like_a_pattern_is_found_as_it_is(file: DiaryFile) -> None:
    for name in ("100%", "100 times", "a_b", "axb", "c\\d"):
        add_contact(file, name)
    table = Table(file, "contact")
    assert table.containing("name", "100%", ("name",)) == [("100%",)]
    assert table.containing("name", "A_B", ("name",)) == [("a_b",)]
    assert table.containing("name", "\\", ("name",)) == [("c\\d",)]


@pytest.mark.skipif(sys.platform == "win32", reason="an open file stays where it is")
@pytest.mark.parametrize("what", ["moved", "removed", "replaced"])
def test_a_file_that_is_no_longer_where_it_was_opened_is_not_written_but_can_be_saved_again(
    what: str, tmp_path: Path, file: DiaryFile, secret: Secret | None, clock: Clock
) -> None:
    with file.writing("contacts.add"):
        Table(file, "contact").insert({"name": "kept", "number": "1"})
    assert file.misplaced() is None
    if what == "moved":
        file.path.rename(tmp_path / "elsewhere")
    elif what == "removed":
        file.path.unlink()
    else:
        closed(tmp_path / "b", secret, clock).replace(file.path)
    said = "Another file has taken" if what == "replaced" else "no longer where it was opened"
    with pytest.raises(Refusal, match=said), file.writing("contacts.add"):
        Table(file, "contact").insert({"name": "lost", "number": "1"})
    assert said in str(file.misplaced())
    save_copy(file, tmp_path / "saved")
    again = open_file(tmp_path / "saved", secret, clock)
    assert [row["name"] for row in Table(again, "contact").find()] == ["kept"]
    again.close()
    with pytest.raises(Refusal, match="already exists"):
        save_copy(file, tmp_path / "saved")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_diary_behind_a_link_finds_its_journal(tmp_path: Path, secret: Secret | None, clock: Clock) -> None:
    real = tmp_path / "real"
    real.mkdir()
    path = closed(real / "a", secret, clock)
    interrupt_a_write(path, secret, clock)
    link = tmp_path / "link"
    link.symlink_to(path)
    again = open_file(link, secret, clock)
    assert again.path == link
    assert Table(again, "event").count() == 0
    with again.writing("contacts.add"):
        Table(again, "contact").insert({"name": "new", "number": "1"})
    again.close()
    assert [each.name for each in real.iterdir()] == ["a"]
    assert link.is_symlink()


def test_a_name_that_leaves_no_room_for_the_journal_is_refused(tmp_path: Path, clock: Clock) -> None:
    for name in ("x" * 250, "가" * 84):
        with pytest.raises(Refusal, match="too long"):
            create_file(tmp_path / name, None, clock)
    assert list(tmp_path.iterdir()) == []
    create_file(tmp_path / ("x" * 247), None, clock).close()
