"""Filling a day at once: “no symptoms today”, and the same as on the last day."""

from __future__ import annotations

from datetime import date, timedelta

from lupusdiary.diary import Diary
from lupusdiary.domain.change import Change
from lupusdiary.domain.period import Period

TODAY = date(2026, 11, 22)
YESTERDAY = TODAY - timedelta(days=1)


def test_no_symptoms_writes_zeros_where_nothing_is_and_never_a_measured_value(
    diary: Diary, heard: list[Change]
) -> None:
    for code in ("chills", "weight", "bp"):
        diary.symptoms.track(code)
    diary.days.record(TODAY, "fatigue", 4)
    heard.clear()
    diary.days.no_symptoms(TODAY)
    day = diary.days.day(TODAY)
    assert day.readings["fatigue"] == 4
    assert day.readings["chills"] is False
    assert day.readings["joint_pain"] == 0
    assert not {"fever", "weight", "bp"} & set(day.readings)
    asked = {item.symptom for item in diary.symptoms.tracked() if item.tracked}
    assert asked - set(day.readings) == {"fever", "weight", "bp"}
    assert len(heard) == 1
    diary.history.undo()
    assert diary.days.day(TODAY).readings == {"fatigue": 4}


def test_no_symptoms_leaves_items_alone_that_are_not_asked(diary: Diary) -> None:
    diary.symptoms.untrack("fatigue")
    diary.days.no_symptoms(TODAY)
    assert "fatigue" not in diary.days.day(TODAY).readings


def test_copying_fills_what_is_empty_and_names_its_source(diary: Diary, heard: list[Change]) -> None:
    source = TODAY - timedelta(days=3)
    for code in ("weight", "seizure", "hip_pain"):
        diary.symptoms.track(code)
    diary.days.record_many(
        source,
        {
            "fatigue": 6,
            "joint_pain": 3,
            "fever": 37.9,
            "weight": 58.0,
            "seizure": True,
            "hip_pain": 4,
            "mood_low": 2,
        },
        "a note",
    )
    diary.days.record(TODAY, "fatigue", 2)
    heard.clear()
    assert diary.days.last_recorded_before(TODAY) == source
    assert diary.days.copy_last(TODAY) == source
    day = diary.days.day(TODAY)
    assert day.readings == {"fatigue": 2, "joint_pain": 3}
    assert day.how == {"joint_pain": "copied"}
    assert day.note is None
    assert len(heard) == 1
    diary.history.undo()
    assert diary.days.day(TODAY).readings == {"fatigue": 2}


def test_a_day_with_only_a_note_is_not_copied(diary: Diary) -> None:
    diary.days.record(TODAY - timedelta(days=3), "fatigue", 6)
    diary.days.set_note(YESTERDAY, "nothing measured")
    assert diary.days.copy_last(TODAY) == TODAY - timedelta(days=3)


def test_copying_when_there_is_nothing_to_copy_says_so(diary: Diary, heard: list[Change]) -> None:
    assert diary.days.copy_last(TODAY) is None
    diary.days.record(YESTERDAY, "fatigue", 6)
    diary.days.record(TODAY, "fatigue", 6)
    heard.clear()
    assert diary.days.copy_last(TODAY) is None
    assert heard == []


def test_a_copied_value_that_is_entered_is_no_longer_copied(diary: Diary) -> None:
    diary.days.record(YESTERDAY, "fatigue", 6)
    diary.days.copy_last(TODAY)
    diary.days.record(TODAY, "fatigue", 6)
    assert diary.days.day(TODAY).how == {}


def test_a_day_of_four_days_ago_is_not_copied_any_more(diary: Diary) -> None:
    diary.days.record(TODAY - timedelta(days=4), "fatigue", 6)
    assert diary.days.copy_source(TODAY) is None
    assert diary.days.copy_last(TODAY) is None
    assert diary.days.day(TODAY).is_empty


def test_what_was_copied_and_holds_is_confirmed_and_counts_as_recorded_on_the_day(diary: Diary) -> None:
    diary.days.record_many(YESTERDAY, {"fatigue": 6, "joint_pain": 3})
    diary.days.copy_last(TODAY)
    assert diary.days.recorded(Period(TODAY, TODAY)).copied == 1
    assert diary.days.confirm(TODAY, ["fatigue", "hair_loss"]) == 1
    assert diary.days.day(TODAY).how == {"fatigue": "confirmed", "joint_pain": "copied"}
    assert diary.days.recorded(Period(TODAY, TODAY)).on_the_day == 1
    diary.history.undo()
    assert diary.days.day(TODAY).how == {"fatigue": "copied", "joint_pain": "copied"}


def test_what_is_confirmed_on_a_later_day_is_kept_as_entered_later(diary: Diary) -> None:
    diary.days.record(YESTERDAY - timedelta(days=1), "fatigue", 6)
    diary.days.copy_last(YESTERDAY)
    diary.days.confirm(YESTERDAY, ["fatigue"])
    assert diary.days.day(YESTERDAY).how == {"fatigue": "later"}


def test_copied_values_are_taken_out_again_and_others_stay(diary: Diary) -> None:
    diary.days.record_many(YESTERDAY, {"fatigue": 6, "joint_pain": 3, "hair_loss": 1})
    diary.days.record(TODAY, "fatigue", 2)
    diary.days.copy_last(TODAY)
    diary.days.confirm(TODAY, ["hair_loss"])
    diary.days.drop_copied(TODAY)
    assert diary.days.day(TODAY).readings == {"fatigue": 2, "hair_loss": 1}
