"""What a damaged or crafted file can raise is told as damage, and does not stop a person from writing."""

from __future__ import annotations

import os
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from lupusdiary.diary import Diary, Secret, create_diary, is_encrypted, open_diary
from lupusdiary.domain.records import TreatmentEvent, Visit
from lupusdiary.language import Refusal
from lupusdiary.storage.backups.backup import BackupSource, write_backup
from lupusdiary.storage.backups.comparison import silent_changes
from lupusdiary.storage.backups.listing import look_into
from lupusdiary.storage.backups.schedule import BackupName
from lupusdiary.storage.checking.verification import prove
from lupusdiary.storage.diary_file import Clock, DiaryFile
from lupusdiary.storage.opening import create_file, open_file
from lupusdiary.storage.table import Table

AT = datetime(2026, 11, 22, 21, 4)  # noqa: DTZ001

CRAFTED_VALUES = {
    "a day that is none": "UPDATE reading SET day = '2026-13-45'",
    "a day of letters": "UPDATE event SET day = 'soon'",
    "a time that is none": "INSERT INTO timed_entry (day, at, fever, entered_at, zone)"
    " VALUES ('2026-11-22', '25:99', 38.0, '', '')",
    "an infinity": "UPDATE reading SET number = 9e999",
    "a number beyond everything": "UPDATE reading SET number = 1e300",
    "an infinite result": "INSERT INTO lab_result (collected_on, analyte, value_text, kind, value)"
    " VALUES ('2026-11-22', 'c3', '52', 'quantity', -9e999)",
    "bytes that are no text": "UPDATE day_note SET note = CAST(x'ff61fe' AS TEXT)",
    "a day written in another way": "UPDATE event SET day = '20261122'",
    "how no reading comes to be": "UPDATE reading SET how = 'latex'",
    "how no note comes to be": "UPDATE day_note SET how = ''",
    "how no entry of a time comes to be": "INSERT INTO timed_entry (day, at, fever, how, entered_at, zone)"
    " VALUES ('2026-11-22', '10:00', 38.0, 'copiee', '', '')",
    "a sign that compares nothing": "INSERT INTO lab_result (collected_on, analyte, value_text, kind, value,"
    " comparator) VALUES ('2026-11-22', 'c3', '<52', 'quantity', 52, ';')",
    "a kind of result that is none": "INSERT INTO lab_result (collected_on, analyte, value_text, kind)"
    " VALUES ('2026-11-22', 'c3', '52', 'quantitx')",
    "an article read beyond its end": "INSERT INTO article_progress (article, fraction, finished)"
    " VALUES ('what_is_lupus', 9e999, 0)",
    "a name that nobody could enter": "INSERT INTO allergy (name) VALUES (hex(zeroblob(150)))",
    "a birthday that is none": "INSERT INTO profile (id, birth_date) VALUES (1, 'x')",
    "a story's end that is none": "INSERT INTO demonstration (id, story, until, language)"
    " VALUES (1, 'mild', 'x', 'ko')",
    "a visit's day that is none": "INSERT INTO visit (day) VALUES ('2026-02-30')",
    "an answer's day that is none": "INSERT INTO quiz_answer (day, article, item, correct)"
    " VALUES ('', 'a', 0, 1)",
}


@pytest.fixture
def filled(tmp_path: Path, secret: Secret | None, clock: Clock) -> Diary:
    diary = create_diary(tmp_path / "d" / "a", secret, clock, parents=True)
    diary.days.record(diary.today(), "fatigue", 3)
    diary.days.set_note(diary.today(), "note")
    diary.events.add(TreatmentEvent(diary.today(), "other", "x"))
    return diary


@pytest.mark.parametrize("what", CRAFTED_VALUES)
def test_what_nobody_can_have_entered_is_called_damage_by_check_and_by_every_read(
    filled: Diary, what: str, secret: Secret | None, clock: Clock
) -> None:
    path = filled.path
    filled._file.run(CRAFTED_VALUES[what])
    filled.close()
    with open_diary(path, secret, clock) as diary:
        found = diary.check()
        assert found.ok is False
        assert str(found.sentences[0]) == "The diary is damaged."
        with pytest.raises(Refusal, match="damaged"):
            diary.contents()
        # It can still be written, and what is written is there.
        if "demonstration" not in CRAFTED_VALUES[what]:
            diary.days.record(diary.today() - timedelta(days=1), "joint_pain", 2)
        told = diary.damage_behind(ValueError("x"))
        assert told is not None
        assert "lupusdiary rescue" in str(told)


def test_what_only_the_window_reads_is_called_damage_too(
    filled: Diary, secret: Secret | None, clock: Clock
) -> None:
    filled._file.run("INSERT INTO setting (key, value) VALUES ('computed_egfr', CAST(x'ff61fe' AS TEXT))")
    assert filled.check().ok is False
    with pytest.raises(Refusal, match="damaged") as said:
        filled.settings.get("computed_egfr", "")
    told = filled.damage_behind(said.value)
    assert told is not None
    assert "lupusdiary rescue" in str(told)
    filled.close()


def test_a_head_that_says_another_schema_format_is_damage_at_every_door(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "a"
    create_file(path, None, clock).close()
    data = bytearray(path.read_bytes())
    data[44:48] = b"\x00\x00\x00\x09"
    path.write_bytes(data)
    with pytest.raises(Refusal, match="damaged"):
        open_file(path, None, clock)
    with pytest.raises(Refusal, match="damaged"):
        prove(path, None)


def test_a_fault_of_ours_is_not_blamed_on_the_diary(filled: Diary) -> None:
    assert filled.damage_behind(ValueError("ours")) is None
    assert filled.damage_behind(Refusal("hers")) is None
    filled.close()


IMAGES = {
    "json that is none": ("update", '{"name', '{"id":1}'),
    "a number too large": ("update", '{"number":1e999}', '{"id":1}'),
    "an integer too large": ("update", '{"number":99999999999999999999999}', '{"id":1}'),
    "half a character": ("update", '{"name":"\\ud800"}', '{"id":1}'),
    "a value of another type": ("update", '{"day":null}', '{"id":1}'),
    "a row that is there already": ("delete", '{"id":1,"day":"2026-11-22","kind":"other"}', None),
    "a day that is none": ("update", '{"day":"soon"}', '{"day":"later"}'),
    "no columns": ("update", "{}", "{}"),
    "nothing": ("update", None, None),
}


@pytest.mark.parametrize("what", IMAGES)
@pytest.mark.parametrize("table", ["event", "contact"])
def test_a_crafted_step_is_refused_in_one_sentence_and_writing_goes_on(
    filled: Diary, what: str, table: str
) -> None:
    file = filled._file
    verb, old, new = IMAGES[what]
    before = filled.contents()
    file.run("INSERT INTO change_step (id, label, at) VALUES (90, 'x', '')")
    file.run(
        'INSERT INTO change_image (step, verb, "table", row, old, new) VALUES (90, ?, ?, 1, ?, ?)',
        verb, table, old, new,
    )  # fmt: skip
    file.log._own.add(90)
    for step in (filled.history.undo, filled.history.redo):
        try:
            step()
        except Refusal as refusal:
            assert "cannot be undone" in str(refusal)  # noqa: PT017
    assert filled.contents() == before
    filled.days.record(filled.today(), "fatigue", 9)
    assert filled.days.day(filled.today()).readings == {"fatigue": 9}
    filled.close()


@pytest.mark.parametrize("number", [2**63 - 1, 2**62 + 1])
@pytest.mark.parametrize("table", ["change_step", "change_image", "trash"])
def test_a_number_at_the_end_of_all_numbers_does_not_end_all_writing(
    filled: Diary, number: int, table: str
) -> None:
    file = filled._file
    if table == "change_step":
        file.run("INSERT INTO change_step (id, label, at) VALUES (?, 'x', '')", number)
    elif table == "change_image":
        file.run(
            "INSERT INTO change_image (id, step, verb, \"table\", row) VALUES (?, 1, 'insert', 'event', 1)",
            number,
        )
    else:
        statement = 'INSERT INTO trash (batch, at, label, "table", row, json) VALUES (?, ?, ?, ?, 1, ?)'
        file.run(statement, number, "2026-11-22T00:00:00+00:00", "x", "event", "{}")
    for value in range(4):
        filled.days.record(filled.today(), "fatigue", value)
    event = filled.events.all()[0]
    filled.events.remove(event.id)
    assert filled.history.undo() is not None
    assert filled.events.all() == [event]
    assert filled.history.undo() is not None
    assert filled.days.day(filled.today()).readings == {"fatigue": 2}
    filled.close()


def test_undo_never_takes_back_unseen_what_another_program_wrote(
    filled: Diary, secret: Secret | None, clock: Clock
) -> None:
    filled.days.record(filled.today(), "fatigue", 5)
    with open_diary(filled.path, secret, clock) as other:
        other.days.record(other.today(), "joint_pain", 7)
        with pytest.raises(Refusal, match="another window"):
            filled.history.undo()
        assert other.days.day(other.today()).readings == {"fatigue": 5, "joint_pain": 7}
        assert other.history.undo() is not None
    # What was there when it was opened, and its own steps, it takes back.
    assert filled.history.undo() is not None
    assert filled.days.day(filled.today()).readings == {"fatigue": 3}
    filled.close()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no name there")
@pytest.mark.parametrize("what", ["pipe", "/dev/zero", "/dev/null"])
def test_what_is_no_file_is_refused_at_once(what: str, tmp_path: Path, clock: Clock) -> None:
    path = Path(what)
    if what == "pipe":
        path = tmp_path / "pipe"
        os.mkfifo(path)
    for attempt in (lambda: open_diary(path, None, clock), lambda: is_encrypted(path)):
        with pytest.raises(Refusal, match="is not a file"):
            attempt()


def test_a_byte_that_flipped_inside_a_value_is_found_by_the_last_backup(tmp_path: Path, clock: Clock) -> None:
    with create_diary(tmp_path / "a", None, clock) as diary:
        diary.days.set_note(diary.today(), "zebra crossing")
        diary.visits.add(Visit(diary.today(), ("why",)))
        diary.backups.back_up("manual")
        diary.days.record(diary.today(), "fatigue", 3)
        diary.days.set_note(diary.today(), "zebra crossing at dusk")
        diary.visits.remove(diary.visits.all()[0].id)
        diary.learning.set_progress("what_is_lupus", "what", 0.5)
        assert diary.check().ok
        diary.backups.back_up("manual")
        assert diary.check().ok
    data = (tmp_path / "a").read_bytes()
    assert data.count(b"zebra crossing at dusk") >= 1
    flipped = data.replace(b"zebra crossing at dusk", b"zebra crossing at dawn")
    # In the row itself, not in the log of changes that holds the same words.
    with open_diary(tmp_path / "a", None, clock) as diary:
        assert diary.check().ok
    (tmp_path / "a").write_bytes(flipped)
    with open_diary(tmp_path / "a", None, clock) as diary:
        found = diary.check()
        assert found.ok is False
        assert str(found.sentences[0]) == "The diary may be damaged."
        assert "no change is recorded: 1." in str(found.sentences[1])


def test_a_log_that_does_not_reach_back_says_nothing(tmp_path: Path, clock: Clock) -> None:
    with create_diary(tmp_path / "a", None, clock) as diary:
        diary.days.set_note(diary.today(), "a")
        diary.days.record(diary.today(), "fatigue", 3)
        backup = write_backup(BackupSource(diary.path, None), tmp_path / "b", "manual", AT)
        assert silent_changes(diary._file, backup) == 0
        diary._file.run("UPDATE day_note SET note = 'b'")
        assert silent_changes(diary._file, backup) == 1
        with diary._file.aside():
            diary._file.log.clear()
        assert silent_changes(diary._file, backup) is None


def test_a_table_whose_name_is_no_text_is_damage_at_every_door(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "a"
    create_file(path, None, clock).close()
    data = path.read_bytes()
    assert data.count(b"CREATE TABLE flare ") == 1
    path.write_bytes(data.replace(b"CREATE TABLE flare ", b"CREATE TABLE fl\xf9re "))
    with pytest.raises(Refusal, match="damaged"):
        open_file(path, None, clock)
    with pytest.raises(Refusal, match="damaged"):
        prove(path, None)
    assert look_into(path, BackupName(1, clock().replace(tzinfo=None), "auto"), None).verified is False


def test_no_table_of_a_log_is_needed_to_read(tmp_path: Path, clock: Clock) -> None:
    with create_diary(tmp_path / "a", None, clock) as diary:
        diary.days.set_note(diary.today(), "a")
        diary._file.run("UPDATE change_image SET old = 'x', new = 'y'")
    file: DiaryFile = open_file(tmp_path / "a", None, clock)
    assert [row["note"] for row in Table(file, "day_note").find()] == ["a"]
    file.close()
