"""The trash and a day's earlier versions: they outlive the log of changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lupusdiary.diary import Diary, Secret, create_demonstration, create_diary, open_diary
from lupusdiary.domain.change import Change
from lupusdiary.domain.day_record import TimedEntry
from lupusdiary.domain.learning import TeachBack, TeachBackResult
from lupusdiary.domain.records import Contact, Flare, TreatmentEvent, Visit
from lupusdiary.language import Refusal
from tests.conftest import StandingClock

TODAY = date(2026, 11, 22)


def test_a_removed_thing_lies_in_the_trash_and_comes_back_with_all_that_belongs_to_it(
    diary: Diary, heard: list[Change]
) -> None:
    visit = diary.visits.add(Visit(TODAY, ("왜 부을까", "언제 줄일까"), "정기"))
    event = diary.events.add(TreatmentEvent(TODAY, "other", "검사"))
    diary.visits.remove(visit.id)
    diary.events.remove(event.id)
    first, second = diary.trash.all()
    assert (first.kind, first.values["title"]) == ("event", "검사")
    assert (second.kind, second.values["note"]) == ("visit", "정기")
    assert [part["text"] for part in second.belonging] == ["왜 부을까", "언제 줄일까"]
    heard.clear()
    diary.trash.restore(second.id)
    assert diary.visits.all() == [visit]
    assert heard == [Change(frozenset({"visits", "trash"}), frozenset({TODAY}))]
    assert [each.id for each in diary.trash.all()] == [first.id]
    with pytest.raises(Refusal, match="no longer there"):
        diary.trash.restore(second.id)


def test_every_kind_of_thing_comes_back(diary: Diary) -> None:
    contact = diary.contacts.add(Contact("외래", "1"))
    flare = diary.flares.add(Flare(TODAY))
    entry = diary.days.add_timed(TODAY, TimedEntry(time(8), 38.0, entered="100.4 [degF]"))
    said = diary.learning.add_teach_back(TeachBack(TODAY, "a", (TeachBackResult(True, "말"),), "계획"))
    before = diary.contents()
    diary.contacts.remove(contact.id)
    diary.flares.remove(flare.id)
    diary.days.remove_timed(TODAY, entry.id)
    diary.learning.remove_teach_back(said.id)
    assert len(diary.trash.all()) == 4
    for removed in diary.trash.all():
        diary.trash.restore(removed.id)
    assert diary.contents() == before
    assert diary.trash.all() == []


def test_an_own_item_lies_in_the_trash_with_all_that_was_recorded_of_it(
    diary: Diary, clock: StandingClock
) -> None:
    code = diary.symptoms.add_own("손 저림", "nrs")
    other = diary.symptoms.add_own("발 저림", "nrs")
    for back in range(3):
        diary.days.record(TODAY - timedelta(days=back), code, back)
        diary.days.record(TODAY - timedelta(days=back), other, back)
        diary.days.record(TODAY - timedelta(days=back), "fatigue", back)
    before = diary.contents()
    diary.symptoms.delete(code)
    (removed,) = diary.trash.all()
    assert (removed.values["name"], len(removed.belonging)) == ("손 저림", 3)
    diary.trash.restore(removed.id)
    assert diary.contents() == before
    assert diary.trash.all() == []
    diary.history.undo()
    assert diary.trash.all() == [removed]
    diary.history.redo()
    assert diary.contents() == before
    diary.symptoms.delete(code)
    diary.symptoms.add_own("손 저림", "nrs")
    (removed,) = diary.trash.all()
    there = diary.contents()
    with pytest.raises(Refusal, match="same name"):
        diary.trash.restore(removed.id)
    assert diary.contents() == there
    diary.symptoms.untrack("fatigue")
    clock.move(days=31)
    diary.days.record(TODAY, "fatigue", 1)
    assert diary.trash.all() == []


def test_two_own_items_that_become_one_throw_nothing_away(diary: Diary) -> None:
    first, second = diary.symptoms.add_own("손 저림", "nrs"), diary.symptoms.add_own("발 저림", "nrs")
    diary.days.record(TODAY, first, 1)
    diary.days.record(TODAY, second, 1)
    diary.symptoms.merge(first, second)
    assert diary.trash.all() == []


def test_undo_and_redo_go_through_removal_and_return(diary: Diary) -> None:
    event = diary.events.add(TreatmentEvent(TODAY, "other", "검사"))
    diary.events.remove(event.id)
    (removed,) = diary.trash.all()
    diary.trash.restore(removed.id)
    for _ in range(2):
        diary.history.undo()
        assert diary.trash.all() == [removed]
        assert diary.events.all() == []
        diary.history.undo()
        assert diary.trash.all() == []
        assert diary.events.all() == [event]
        diary.history.redo()
        assert diary.trash.all() == [removed]
        diary.history.redo()
        assert diary.trash.all() == []
        assert diary.events.all() == [event]


def test_of_a_list_that_is_written_anew_only_what_is_gone_is_thrown_away(diary: Diary) -> None:
    visit = diary.visits.add(Visit(TODAY, ("a", "b", "c")))
    diary.visits.change(Visit(TODAY, ("c", "b"), id=visit.id))
    assert [(each.kind, each.values["text"]) for each in diary.trash.all()] == [("visit_question", "a")]


def test_after_thirty_days_the_trash_is_empty_for_good(
    diary: Diary, secret: Secret | None, clock: StandingClock
) -> None:
    event = diary.events.add(TreatmentEvent(TODAY, "other", "Unforgettable"))
    diary.events.remove(event.id)
    clock.move(days=29)
    diary.days.record(clock.now.date(), "fatigue", 3)
    assert len(diary.trash.all()) == 1
    clock.move(days=2)
    diary.days.record(clock.now.date(), "fatigue", 4)
    assert diary.trash.all() == []


def test_emptying_is_for_good(diary: Diary, heard: list[Change]) -> None:
    event = diary.events.add(TreatmentEvent(TODAY, "other", "Unforgettable"))
    diary.events.remove(event.id)
    heard.clear()
    diary.trash.empty()
    assert heard == [Change(frozenset({"trash"}))]
    assert diary.trash.all() == []


def test_a_thing_whose_number_was_given_away_comes_back_under_another(diary: Diary) -> None:
    visit = diary.visits.add(Visit(TODAY, ("alt",)))
    diary.visits.remove(visit.id)
    diary.visits.add(Visit(TODAY - timedelta(days=1), ("neu",)))
    diary.trash.restore(diary.trash.all()[0].id)
    assert [(each.day, each.questions) for each in diary.visits.all()] == [
        (TODAY - timedelta(days=1), ("neu",)),
        (TODAY, ("alt",)),
    ]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"day": [1]}', '{"nothing": 1}'])
def test_a_crafted_row_breaks_nothing(diary: Diary, text: str) -> None:
    event = diary.events.add(TreatmentEvent(TODAY, "other", "x"))
    diary.events.remove(event.id)
    diary._file.run("UPDATE trash SET json = ?", text)
    for removed in diary.trash.all():
        with pytest.raises(Refusal):
            diary.trash.restore(removed.id)
    diary._file.run("UPDATE trash SET json = '{}', \"table\" = 'sqlite_schema'")
    assert diary.trash.all() == []


def test_a_day_remembers_what_stood_there(diary: Diary, clock: StandingClock) -> None:
    diary.days.record(TODAY, "fatigue", 3)
    diary.days.record(TODAY, "fever", 37.0, "98.6 [degF]")
    assert diary.earlier_versions(TODAY) == []
    clock.move(hours=1)
    diary.days.record(TODAY, "fatigue", 7)
    diary.days.record(TODAY, "fever", None)
    diary.days.set_note(TODAY, "alt")
    diary.days.set_note(TODAY, "neu")
    entry = diary.days.add_timed(TODAY, TimedEntry(time(8), note="a"))
    diary.days.change_timed(TODAY, TimedEntry(time(9), note="b", id=entry.id))
    timed, note, fever, fatigue = diary.earlier_versions(TODAY)
    assert timed.timed == TimedEntry(time(8), note="a")
    assert note.note == "alt"
    assert (fever.symptom, fever.value, fever.entered) == ("fever", 37, "98.6 [degF]")
    assert (fatigue.symptom, fatigue.value) == ("fatigue", 3)
    assert fatigue.at.isoformat() == "2026-11-22T13:04:00+00:00"
    assert diary.earlier_versions(TODAY - timedelta(days=1)) == []


def test_one_visit_to_a_note_is_one_earlier_version(diary: Diary) -> None:
    diary.days.set_note(TODAY, "first")
    for text in ("s", "se", "sec"):
        diary.days.set_note(TODAY, text, same_visit=text != "s")
    assert [version.note for version in diary.earlier_versions(TODAY)] == ["first"]
    diary.history.undo()
    assert diary.days.day(TODAY).note == "first"
    assert diary.earlier_versions(TODAY) == []
    diary.history.redo()
    assert [version.note for version in diary.earlier_versions(TODAY)] == ["first"]


def test_both_outlive_the_log(diary: Diary, secret: Secret | None, clock: StandingClock) -> None:
    event = diary.events.add(TreatmentEvent(TODAY, "other", "x"))
    diary.events.remove(event.id)
    diary.days.record(TODAY, "fatigue", 3)
    diary.days.record(TODAY, "fatigue", 4)
    with diary._file.aside():
        diary._file.log.clear()
    # The log counts from one again: an undo of a new step does not touch what an old one put away.
    diary.days.record(TODAY, "joint_pain", 3)
    diary.history.undo()
    diary.history.redo()
    assert len(diary.trash.all()) == 1
    assert len(diary.earlier_versions(TODAY)) == 1


def test_a_demonstration_that_is_put_back_has_neither(tmp_path: Path, clock: StandingClock) -> None:
    with create_demonstration(tmp_path / "d", "mild", clock) as diary:
        day = diary.days.last()
        assert day is not None
        diary.events.remove(diary.events.all()[0].id)
        diary.days.set_note(min(day, TODAY), "x")
        diary.days.set_note(min(day, TODAY), "y")
        diary.reset_demonstration()
        assert diary.trash.all() == []
        assert diary.earlier_versions(min(day, TODAY)) == []


def test_each_diary_has_an_id_of_its_own_that_copies_share(tmp_path: Path, clock: StandingClock) -> None:
    with create_diary(tmp_path / "a", None, clock) as one, create_diary(tmp_path / "b", None, clock) as two:
        first = one.id
        assert first is not None
        assert first != two.id
    (tmp_path / "c").write_bytes((tmp_path / "a").read_bytes())
    with open_diary(tmp_path / "c", None, clock) as copy:
        assert copy.id == first
        copy._file.run("UPDATE identity SET diary = '../../../etc'")
        assert copy.id is None


@given(st.lists(st.sampled_from(["add", "remove", "restore", "undo", "redo", "record"]), max_size=30))
@settings(max_examples=60)
def test_nothing_is_ever_in_two_places_or_in_none(
    tmp_path_factory: pytest.TempPathFactory, verbs: list[str]
) -> None:
    clock = StandingClock(datetime(2026, 11, 22, 12, tzinfo=UTC))
    folder = tmp_path_factory.mktemp("d")
    with create_diary(folder / "d", None, clock) as diary:
        titles: list[str] = []
        for number, verb in enumerate(verbs):
            events, trash = diary.events.all(), diary.trash.all()
            if verb == "add":
                titles.append(str(number))
                diary.events.add(TreatmentEvent(TODAY, "other", str(number)))
            elif verb == "remove" and events:
                diary.events.remove(events[number % len(events)].id)
            elif verb == "restore" and trash:
                diary.trash.restore(trash[number % len(trash)].id)
            elif verb == "record":
                diary.days.record(TODAY, "fatigue", number % 11)
            elif verb == "undo":
                diary.history.undo()
            elif verb == "redo":
                diary.history.redo()
            here = [event.title for event in diary.events.all()]
            away = [removed.values["title"] for removed in diary.trash.all()]
            assert len({*here, *away}) == len(here) + len(away)
            if "undo" not in verbs:
                assert sorted(map(str, [*here, *away])) == sorted(titles)
