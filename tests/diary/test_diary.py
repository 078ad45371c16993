"""The diary as a whole: who hears of what, who may write, what is said about it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from lupusdiary.diary import Diary, Secret, create_diary, is_encrypted, open_diary
from lupusdiary.domain.change import Change
from lupusdiary.domain.records import Contact
from lupusdiary.language import Refusal, translator
from lupusdiary.storage import engine
from lupusdiary.storage.engine import connect
from lupusdiary.storage.schema import SCHEMA_VERSION
from tests.conftest import StandingClock
from tests.protection import derived

TODAY = date(2026, 11, 22)


def test_several_verbs_join_to_one_step(diary: Diary, heard: list[Change]) -> None:
    with diary.writing("days.record"):
        diary.days.record(TODAY, "fatigue", 6)
        diary.contacts.add(Contact("외래", "1"))
    assert [change.nouns for change in heard] == [{"days", "contacts"}]
    diary.history.undo()
    assert diary.contacts.all() == []
    assert diary.days.day(TODAY).is_empty


def test_a_refused_verb_inside_takes_the_others_back(diary: Diary) -> None:
    def both() -> None:
        with diary.writing("days.record"):
            diary.days.record(TODAY, "fatigue", 6)
            diary.days.record(TODAY, "fatigue", 60)

    with pytest.raises(Refusal):
        both()
    assert diary.days.day(TODAY).is_empty
    assert not diary.history.can_undo


def test_who_left_hears_nothing_more(diary: Diary) -> None:
    heard: list[Change] = []
    leave = diary.subscribe(heard.append)
    diary.days.record(TODAY, "fatigue", 6)
    leave()
    diary.days.record(TODAY, "fatigue", 7)
    assert len(heard) == 1


def test_undo_and_redo_say_what_they_changed(diary: Diary, heard: list[Change]) -> None:
    diary.days.record(TODAY, "fatigue", 6)
    undone = diary.history.undo()
    redone = diary.history.redo()
    assert heard == [undone, undone, redone]
    assert heard[0] == Change(frozenset({"days"}), frozenset({TODAY}))
    assert diary.history.redo() is None
    assert len(heard) == 3


def test_what_can_be_undone_has_a_name(diary: Diary) -> None:
    assert diary.history.undo_name is None
    diary.days.record(TODAY, "fatigue", 6)
    diary.contacts.add(Contact("외래", "1"))
    diary.history.undo()
    assert diary.history.undo_name == "an entry in a day"
    assert diary.history.redo_name == "a telephone number"


def test_another_window_on_the_same_diary_is_noticed(
    diary: Diary, secret: Secret | None, clock: StandingClock, heard: list[Change]
) -> None:
    with open_diary(diary.path, secret, clock) as other:
        other.days.record(TODAY, "fatigue", 6)
        other.symptoms.add_own("손", "nrs")
    assert diary.poll()
    assert not diary.poll()
    assert {"days", "symptoms"} <= heard[0].nouns
    assert diary.days.day(TODAY).readings == {"fatigue": 6}
    assert len(diary.symptoms.catalogue().all) == len(diary.symptoms.catalogue().all)
    assert diary.symptoms.tracked()[-1].name == "손"


def test_the_recovery_key_opens_the_same_diary_without_the_passphrase(
    tmp_path: Path, clock: StandingClock
) -> None:
    with create_diary(tmp_path / "a", derived(), clock) as diary:
        diary.days.record(TODAY, "fatigue", 6)
        printed = diary.recovery_key()
        assert diary.encrypted
    moved = (tmp_path / "a").rename(tmp_path / "b")
    with open_diary(moved, Secret.recovery_key(printed.lower()), clock) as again:
        assert again.days.day(TODAY).readings == {"fatigue": 6}
        assert again.recovery_key() == printed


def test_a_plain_diary_has_no_recovery_key(tmp_path: Path, clock: StandingClock) -> None:
    with create_diary(tmp_path / "a", None, clock) as diary, pytest.raises(Refusal, match="no passphrase"):
        diary.recovery_key()
    assert not is_encrypted(tmp_path / "a")


def test_a_newer_diary_is_read_exported_and_not_changed(
    tmp_path: Path, secret: Secret | None, clock: StandingClock
) -> None:
    path = tmp_path / "a"
    with create_diary(path, secret, clock) as diary:
        diary.days.record(TODAY, "fatigue", 6)
        contents = diary.contents()
    key = secret.key_for(path.read_bytes()[:16]) if secret else None
    connection = connect(path, "rw", key)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.execute("CREATE TABLE photo (id INTEGER PRIMARY KEY)")
    connection.close()
    before = path.read_bytes()
    with open_diary(path, secret, clock) as newer:
        assert newer.read_only
        assert newer.contents() == contents
        assert newer.check().ok
        assert any("newer version" in str(sentence) for sentence in newer.check().sentences)
        assert newer.history.can_undo
        for verb in (
            lambda: newer.days.record(TODAY, "fatigue", 1),
            lambda: newer.merge(contents),
            lambda: newer.history.undo(),
            lambda: newer.settings.set("laboratory", "x"),
        ):
            with pytest.raises(Refusal, match="newer version"):
                verb()
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_a_check_says_what_is_in_the_diary(diary: Diary) -> None:
    empty = [str(sentence) for sentence in diary.check().sentences]
    assert "No day is recorded yet." in empty
    for back in (0, 3):
        diary.days.record(TODAY - timedelta(days=back), "fatigue", 6)
    found = diary.check()
    assert found.ok is True
    sentences = [str(sentence) for sentence in found.sentences]
    assert sentences[0] == "The diary is whole."
    assert "Days recorded: 2, from 2026-11-19 to 2026-11-22." in sentences
    assert "Laboratory results: 0. Events: 0. Flares: 0. Visits: 0." in sentences
    assert ("Not protected." in sentences) is not diary.encrypted
    assert all(translator("ko").refusal(sentence) for sentence in found.sentences)


def test_a_check_that_could_not_be_made_calls_nothing_broken(
    diary: Diary, secret: Secret | None, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PATIENCE", 20)
    with open_diary(diary.path, secret, clock) as second:
        diary._file.run("BEGIN EXCLUSIVE")
        found = second.check()
        diary._file.run("ROLLBACK")
    assert found.ok is None
    assert "could not be checked" in str(found.sentences[0])


def test_a_damaged_diary_is_called_damaged(tmp_path: Path, clock: StandingClock) -> None:
    path = tmp_path / "a"
    with create_diary(path, None, clock) as diary:
        for back in range(300):
            diary.days.set_note(TODAY - timedelta(days=back), f"{back} word " * 50)
    data = bytearray(path.read_bytes())
    for start in range(0, len(data), 4096):
        if b" word " in data[start : start + 4096]:
            data[start : start + 40] = bytes(40)
    path.write_bytes(data)
    with open_diary(path, None, clock) as diary:
        found = diary.check()
        assert found.ok is False
        assert str(found.sentences[0]) == "The diary is damaged."
        with pytest.raises(Refusal, match="damaged"):
            diary.contents()
