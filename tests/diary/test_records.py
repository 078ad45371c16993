"""Events, flares, visits, contacts and the profile: kept, changed, taken away, refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from lupusdiary.diary import Diary
from lupusdiary.domain.change import Change
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import Contact, Flare, Profile, TreatmentEvent, Visit
from lupusdiary.language import Refusal

TODAY = date(2026, 11, 22)
TOMORROW = TODAY + timedelta(days=1)

# By noun: a record, and another that it becomes.
RECORDS: dict[str, tuple[Any, Any]] = {
    "events": (
        TreatmentEvent(TODAY, "kidney_biopsy", "둘째 생검", "메모"),
        TreatmentEvent(TODAY - timedelta(days=2), "other"),
    ),
    "flares": (Flare(TODAY - timedelta(days=9), None, "joints"), Flare(TODAY - timedelta(days=9), TODAY)),
    "visits": (
        Visit(TOMORROW, ("첫 질문?", "둘째?", "셋째?"), "bring the sheet"),
        Visit(TODAY, ("둘째?", "첫 질문?")),
    ),
    "contacts": (Contact("외래", "02-000-0000"), Contact("병동", "02-000-0001")),
}


@pytest.mark.parametrize("noun", RECORDS)
def test_a_record_is_added_changed_and_removed(diary: Diary, heard: list[Change], noun: str) -> None:
    room, (first, second) = getattr(diary, noun), RECORDS[noun]
    kept = room.add(first)
    assert room.all() == [first]
    assert room.add(first).id == kept.id
    room.change(replace(second, id=kept.id))
    room.change(replace(second, id=kept.id))
    assert room.all() == [second]
    room.remove(kept.id)
    assert room.all() == []
    assert [change.nouns for change in heard] == [{noun}] * 3
    for wanted in ([second], [first], []):
        diary.history.undo()
        assert room.all() == wanted


@pytest.mark.parametrize("noun", RECORDS)
def test_a_record_that_is_gone_is_not_changed(diary: Diary, noun: str) -> None:
    room, (first, _) = getattr(diary, noun), RECORDS[noun]
    for record in (first, replace(first, id=7)):
        with pytest.raises(Refusal, match="no longer there"):
            room.change(record)
        with pytest.raises(Refusal, match="no longer there"):
            room.remove(record.id)
    assert not diary.history.can_undo


REFUSED = [
    ("events", TreatmentEvent(TOMORROW, "other"), "in the future"),
    ("events", TreatmentEvent(date(1899, 1, 1), "other"), "too long ago"),
    ("events", TreatmentEvent(TODAY, "outpatient_visit"), "kept with the visits"),
    ("events", TreatmentEvent(TODAY, "moonlight"), "not a kind of event"),
    ("events", TreatmentEvent(TODAY, ""), "not a kind of event"),
    ("events", TreatmentEvent(TODAY, "other", "x" * 2001), "at most 2000"),
    ("events", TreatmentEvent(TODAY, "other", note="x" * 100_001), "at most 100000"),
    ("flares", Flare(TOMORROW), "in the future"),
    ("flares", Flare(TODAY, TOMORROW), "in the future"),
    ("flares", Flare(TODAY, TODAY - timedelta(days=1)), "ends before it starts"),
    ("visits", Visit(date(1899, 1, 1)), "too long ago"),
    # What no import takes back must not be kept.
    ("visits", Visit(date(2200, 1, 1)), "too far away"),
    ("visits", Visit(TODAY, ("x" * 2001,)), "at most 2000"),
    ("visits", Visit(TODAY, ("x",) * 1001), "at most 1000"),
    ("visits", Visit(TODAY, ("a\0b",)), "cannot be saved"),
    ("contacts", Contact("", "1"), "name is empty"),
    ("contacts", Contact("외래", " "), "number is empty"),
    ("contacts", Contact("외래", "1" * 201), "at most 200"),
]


@pytest.mark.parametrize(("noun", "record", "sentence"), REFUSED)
def test_what_cannot_be_is_refused(diary: Diary, noun: str, record: Any, sentence: str) -> None:
    room = getattr(diary, noun)
    kept = room.add(RECORDS[noun][0])
    for verb in (room.add, lambda bad: room.change(replace(bad, id=kept.id))):
        with pytest.raises(Refusal, match=sentence):
            verb(record)
    assert room.all() == [kept]


def test_events_stand_by_day_and_then_by_entry(diary: Diary) -> None:
    for back, title in ((1, "a"), (5, "b"), (1, "c")):
        diary.events.add(TreatmentEvent(TODAY - timedelta(days=back), "other", title))
    assert [event.title for event in diary.events.all()] == ["b", "a", "c"]
    assert [event.title for event in diary.events.all(Period.ending(TODAY, 3))] == ["a", "c"]


def test_flares_of_a_period_are_those_that_touch_it(diary: Diary) -> None:
    long_ago, over, going_on = (
        Flare(date(2020, 1, 1), date(2020, 2, 1)),
        Flare(date(2026, 10, 1), date(2026, 11, 1)),
        Flare(date(2026, 11, 10)),
    )
    for flare in (going_on, over, long_ago):
        diary.flares.add(flare)
    assert diary.flares.all() == [long_ago, over, going_on]
    assert diary.flares.all(Period(date(2026, 11, 1), TODAY)) == [over, going_on]
    assert diary.flares.all(Period(date(2020, 2, 2), date(2026, 9, 30))) == []


def test_the_last_visit_before_a_day(diary: Diary) -> None:
    assert diary.visits.last_before(TODAY) is None
    for day in (TODAY, TODAY - timedelta(days=84), TODAY - timedelta(days=168)):
        diary.visits.add(Visit(day, (f"{day}?",)))
    assert diary.visits.last_before(TODAY) == Visit(
        TODAY - timedelta(days=84), (f"{TODAY - timedelta(days=84)}?",)
    )


def test_two_visits_of_one_day_are_two(diary: Diary) -> None:
    diary.visits.add(Visit(TODAY, ("rheumatology?",)))
    diary.visits.add(Visit(TODAY, ("kidney?",)))
    assert [visit.questions for visit in diary.visits.all()] == [("rheumatology?",), ("kidney?",)]


def test_empty_questions_are_left_out(diary: Diary) -> None:
    diary.visits.add(Visit(TODAY, ("", "one?", "  ")))
    assert diary.visits.all()[0].questions == ("one?",)


def test_the_profile_is_known_as_far_as_it_is_given(diary: Diary, heard: list[Change]) -> None:
    assert diary.profile.get() == Profile()
    profile = Profile("김가상", date(1982, 10, 5), "female", None)
    diary.profile.set(profile)
    diary.profile.set(profile)
    assert diary.profile.get() == profile
    assert [change.nouns for change in heard] == [{"profile"}]
    diary.profile.set(Profile(name="김가상", hospital_number="0012"))
    assert diary.profile.get() == Profile(name="김가상", hospital_number="0012")
    diary.history.undo()
    diary.history.undo()
    assert diary.profile.get() == Profile()


@pytest.mark.parametrize(
    "profile",
    [
        Profile(sex="x"),
        Profile(birth_date=TOMORROW),
        Profile(birth_date=date(1850, 1, 1)),
        Profile("x" * 201),
    ],
)
def test_a_profile_that_cannot_be_is_refused(diary: Diary, profile: Profile) -> None:
    with pytest.raises(Refusal):
        diary.profile.set(profile)
    assert diary.profile.get() == Profile()


def test_settings_belong_to_the_diary(diary: Diary, heard: list[Change]) -> None:
    assert diary.settings.get("report_language", "ko") == "ko"
    diary.settings.set("report_language", "both")
    diary.settings.set("report_language", "both")
    assert diary.settings.get("report_language", "ko") == "both"
    assert [change.nouns for change in heard] == [{"settings"}]
    diary.settings.set("report_language", "")
    assert diary.settings.get("report_language", "ko") == "ko"
    with pytest.raises(KeyError):
        diary.settings.set("moonlight", "x")
    assert "settings" not in str(diary.contents())
