from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from lupusdiary.diary import UNCHANGED, Diary
from lupusdiary.domain.change import Change
from lupusdiary.domain.day_record import BloodPressure, DayRecord, RecordedDays, TimedEntry
from lupusdiary.domain.period import Period
from lupusdiary.language import Refusal
from tests.conftest import StandingClock

TODAY = date(2026, 11, 22)
YESTERDAY = TODAY - timedelta(days=1)


def test_a_day_without_anything_is_empty_and_not_zero(diary: Diary) -> None:
    assert diary.days.day(TODAY) == DayRecord(TODAY)
    assert diary.days.day(TODAY).is_empty
    assert diary.days.values("fatigue", Period(YESTERDAY, TODAY)) == {}


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("fatigue", 0),
        ("fatigue", 10),
        ("malar_rash", 2),
        ("chills", True),
        ("chills", False),
        ("fever", 37.9),
        ("weight", 58.4),
        ("bp", BloodPressure(120, 80)),
        ("morning_stiffness", 45),
        ("joint_swelling", 3),
    ],
)
def test_a_value_comes_back_as_it_was_entered(diary: Diary, code: str, value: object) -> None:
    diary.days.record(TODAY, code, value)  # type: ignore[arg-type]
    (kept,) = diary.days.day(TODAY).readings.values()
    assert kept == value
    assert isinstance(kept, bool) is isinstance(value, bool)
    diary.days.record(TODAY, code, None)
    assert diary.days.day(TODAY).is_empty


def test_a_record_is_one_step_and_one_notice(diary: Diary, heard: list[Change]) -> None:
    diary.days.record_many(TODAY, {"fatigue": 6, "joint_pain": 4}, "tired")
    assert heard == [Change(frozenset({"days"}), frozenset({TODAY}))]
    diary.history.undo()
    assert diary.days.day(TODAY).is_empty
    assert not diary.history.can_undo


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"fatigue": 6, "joint_pain": 11}, "0 to 10"),
        ({"fatigue": 6, "moonlight": 1}, "no item “moonlight”"),
        ({"fatigue": 6, "moonlight": None}, "no item “moonlight”"),
        ({"fatigue": 6, "chills": 1}, "yes or no"),
        ({"fatigue": 6, "fever": float("nan")}, "number from"),
        ({"fatigue": 6, "bp": BloodPressure(80, 120)}, "two whole numbers"),
    ],
)
def test_one_bad_value_refuses_the_whole_record(
    diary: Diary, heard: list[Change], values: dict[str, object], sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence):
        diary.days.record_many(TODAY, values, "a note")  # type: ignore[arg-type]
    assert diary.days.day(TODAY).is_empty
    assert heard == []


@pytest.mark.parametrize(
    "verb",
    [
        lambda days, day: days.record(day, "fatigue", 1),
        lambda days, day: days.record(day, "fatigue", None),
        lambda days, day: days.set_note(day, "x"),
        lambda days, day: days.add_timed(day, TimedEntry(time(8), 37.0)),
        lambda days, day: days.no_symptoms(day),
        lambda days, day: days.copy_last(day),
    ],
)
@pytest.mark.parametrize(
    ("day", "sentence"),
    [(TODAY + timedelta(days=1), "in the future"), (date(1899, 12, 31), "too long ago")],
)
def test_days_that_a_diary_cannot_have_are_refused(
    diary: Diary, verb: object, day: date, sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence):
        verb(diary.days, day)  # type: ignore[operator]
    assert diary.days.first() is None


def test_the_note_stays_unless_it_is_given(diary: Diary) -> None:
    diary.days.set_note(TODAY, "tired")
    diary.days.record_many(TODAY, {"fatigue": 6})
    diary.days.record_many(TODAY, {"fatigue": 7}, UNCHANGED)
    assert diary.days.day(TODAY).note == "tired"
    diary.days.record_many(TODAY, {}, None)
    assert diary.days.day(TODAY).note is None


@pytest.mark.parametrize("text", ["", "   ", "\n", None])
def test_a_note_of_blanks_is_no_note(diary: Diary, text: str | None) -> None:
    diary.days.set_note(TODAY, "tired")
    diary.days.set_note(TODAY, text)
    assert diary.days.day(TODAY).is_empty


def test_a_note_keeps_its_lines_blanks_and_pictures(diary: Diary) -> None:
    text = "  첫 줄\n\n\t둘째 줄 \U0001f98b  "
    diary.days.set_note(TODAY, text)
    assert diary.days.day(TODAY).note == text


def test_ten_megabytes_of_note_are_refused_with_the_limit(diary: Diary) -> None:
    before = diary.path.read_bytes()
    with pytest.raises(Refusal, match="at most 100000"):
        diary.days.set_note(TODAY, "x" * 10_000_000)
    with pytest.raises(Refusal, match="at most 100000"):
        diary.days.add_timed(TODAY, TimedEntry(time(8), note="x" * 100_001))
    assert diary.path.read_bytes() == before
    diary.days.set_note(TODAY, "x" * 100_000)
    assert len(diary.days.day(TODAY).note or "") == 100_000


def test_the_diary_knows_what_was_entered_later(diary: Diary) -> None:
    diary.days.record_many(YESTERDAY, {"fatigue": 6}, "slept badly")
    diary.days.record_many(TODAY, {"fatigue": 5}, "better")
    assert diary.days.day(YESTERDAY).how == {"fatigue": "later", "note": "later"}
    assert diary.days.day(TODAY).how == {}


def test_the_same_value_again_says_nothing_new(
    diary: Diary, clock: StandingClock, heard: list[Change]
) -> None:
    diary.days.record_many(TODAY, {"fatigue": 6}, "tired")
    clock.move(days=1)
    diary.days.record_many(TODAY, {"fatigue": 6}, "tired")
    assert diary.days.day(TODAY).how == {}
    assert len(heard) == 1
    diary.days.record(TODAY, "fatigue", 7)
    assert diary.days.day(TODAY).how == {"fatigue": "later"}


def test_timed_entries_stand_in_the_order_of_the_clock(diary: Diary) -> None:
    diary.days.add_timed(TODAY, TimedEntry(time(14, 30), 37.9, "shivering"))
    diary.days.add_timed(TODAY, TimedEntry(time(8, 5), note="fine"))
    diary.days.add_timed(TODAY, TimedEntry(time(8, 5), 36.5))
    timed = diary.days.day(TODAY).timed
    assert [(entry.at, entry.fever, entry.note) for entry in timed] == [
        (time(8, 5), None, "fine"),
        (time(8, 5), 36.5, None),
        (time(14, 30), 37.9, "shivering"),
    ]
    assert len({entry.id for entry in timed}) == 3


def test_a_timed_entry_is_changed_and_removed_by_its_id(diary: Diary, heard: list[Change]) -> None:
    entry = diary.days.add_timed(TODAY, TimedEntry(time(8), 37.0))
    again = diary.days.add_timed(TODAY, TimedEntry(time(8), 37.0))
    assert entry.id == again.id
    diary.days.change_timed(TODAY, TimedEntry(time(9), 38.1, "hot", id=entry.id))
    diary.days.change_timed(TODAY, TimedEntry(time(9), 38.1, "hot", id=entry.id))
    assert diary.days.day(TODAY).timed == (TimedEntry(time(9), 38.1, "hot"),)
    diary.days.remove_timed(TODAY, entry.id)
    assert diary.days.day(TODAY).is_empty
    assert len(heard) == 3
    with pytest.raises(Refusal, match="no longer there"):
        diary.days.remove_timed(TODAY, entry.id)
    with pytest.raises(Refusal, match="no longer there"):
        diary.days.change_timed(TODAY, TimedEntry(time(9), 38.2, id=entry.id))


@pytest.mark.parametrize("entry", [TimedEntry(time(8)), TimedEntry(time(8), note=" ")])
def test_a_timed_entry_says_something(diary: Diary, entry: TimedEntry) -> None:
    with pytest.raises(Refusal, match="note or a temperature"):
        diary.days.add_timed(TODAY, entry)


@pytest.mark.parametrize("fever", [50.0, 0.0, float("nan"), 37.55])
def test_a_timed_temperature_is_one_that_a_person_can_have(diary: Diary, fever: float) -> None:
    with pytest.raises(Refusal):
        diary.days.add_timed(TODAY, TimedEntry(time(8), fever))


def test_recorded_days_are_counted_by_their_best_entry(diary: Diary, clock: StandingClock) -> None:
    first = TODAY
    diary.days.record(first, "fatigue", 6)
    clock.move(days=1)
    diary.days.copy_last(first + timedelta(days=1))
    clock.move(days=2)
    diary.days.copy_last(first + timedelta(days=2))
    diary.days.set_note(first + timedelta(days=2), "filled in")
    diary.days.add_timed(first + timedelta(days=3), TimedEntry(time(7), 36.6))
    diary.days.record(first + timedelta(days=3), "fatigue", 1)
    diary.days.record(first, "fatigue", 5)
    diary.days.set_note(first - timedelta(days=30), "outside")
    period = Period(first - timedelta(days=1), first + timedelta(days=6))
    assert diary.days.recorded_on(period) == {
        first: "later",
        first + timedelta(days=1): "copied",
        first + timedelta(days=2): "later",
        first + timedelta(days=3): "on_the_day",
    }
    assert diary.days.recorded(period) == RecordedDays(total=8, on_the_day=1, later=2, copied=1)
    assert diary.days.recorded(period).recorded == 4


def test_first_and_last_day_look_at_notes_and_timed_entries_too(diary: Diary) -> None:
    assert (diary.days.first(), diary.days.last()) == (None, None)
    diary.days.record(TODAY - timedelta(days=9), "fatigue", 1)
    diary.days.set_note(TODAY - timedelta(days=12), "x")
    diary.days.add_timed(TODAY - timedelta(days=2), TimedEntry(time(7), 36.6))
    assert (diary.days.first(), diary.days.last()) == (TODAY - timedelta(days=12), TODAY - timedelta(days=2))


def test_days_of_a_period_leave_out_what_is_outside_and_what_is_empty(diary: Diary) -> None:
    for back in (0, 1, 3, 6):
        diary.days.record(TODAY - timedelta(days=back), "fatigue", back)
    period = Period(TODAY - timedelta(days=3), YESTERDAY)
    assert [record.day for record in diary.days.between(period)] == [TODAY - timedelta(days=3), YESTERDAY]
    assert diary.days.values("fatigue", period) == {TODAY - timedelta(days=3): 3, YESTERDAY: 1}


def test_a_traveller_records_the_day_of_her_own_calendar(diary: Diary, clock: StandingClock) -> None:
    from zoneinfo import ZoneInfo

    clock.now = clock.now.astimezone(ZoneInfo("America/Los_Angeles"))
    assert diary.today() == TODAY
    clock.move(hours=-6)
    assert diary.today() == YESTERDAY
    with pytest.raises(Refusal, match="in the future"):
        diary.days.record(TODAY, "fatigue", 1)
    diary.days.record(YESTERDAY, "fatigue", 1)
    assert diary.days.day(YESTERDAY).how == {}
    (row,) = diary._file.run("SELECT entered_at, zone FROM reading")
    assert row == ("2026-11-22T06:04:00+00:00", "America/Los_Angeles")


def test_a_value_typed_in_another_unit_stands_beside_the_kept_one(diary: Diary) -> None:
    diary.days.record(TODAY, "fever", 37.0, "98.6 [degF]")
    assert diary.days.day(TODAY).readings == {"fever": 37.0}
    assert diary.days.day(TODAY).entered == {"fever": "98.6 [degF]"}
    entry = diary.days.add_timed(TODAY, TimedEntry(time(8), 38.0, entered="100.4 [degF]"))
    assert diary.days.day(TODAY).timed == (entry,)
    with pytest.raises(Refusal):
        diary.days.record(TODAY, "fever", 39.0, "98.6 [degF]")
    diary.days.record(TODAY, "fever", 37.0)
    assert diary.days.day(TODAY).entered == {}
    diary.history.undo()
    assert diary.days.day(TODAY).entered == {"fever": "98.6 [degF]"}
