from __future__ import annotations

from datetime import date

import pytest

from lupusdiary.diary import Diary
from lupusdiary.domain.change import Change
from lupusdiary.domain.day_record import TrackedSymptom
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.language import Refusal

TODAY = date(2026, 11, 22)
DEFAULT = [item.id for item in SymptomCatalogue().default_on]


def asked(diary: Diary) -> list[str]:
    return [item.id for item in diary.symptoms.catalogue().ordered(diary.symptoms.tracked())]


def test_a_new_diary_asks_the_default_items(diary: Diary) -> None:
    assert asked(diary) == DEFAULT
    assert diary.contents().symptoms == ()


def test_an_item_is_put_on_and_taken_off_as_one_step_each(diary: Diary, heard: list[Change]) -> None:
    diary.symptoms.track("chills")
    assert asked(diary) == [*DEFAULT, "chills"]
    diary.symptoms.untrack(DEFAULT[0])
    assert asked(diary) == [*DEFAULT[1:], "chills"]
    diary.symptoms.track(DEFAULT[0])
    assert asked(diary) == [*DEFAULT, "chills"]
    assert [change.nouns for change in heard] == [{"symptoms"}] * 3
    for _ in range(3):
        diary.history.undo()
    assert asked(diary) == DEFAULT
    assert diary.contents().symptoms == ()


def test_what_is_so_already_is_no_step(diary: Diary, heard: list[Change]) -> None:
    diary.symptoms.track("chills")
    heard.clear()
    diary.symptoms.track("chills")
    diary.symptoms.reorder([item.symptom for item in diary.symptoms.tracked()])
    assert heard == []


def test_items_stand_in_the_persons_order(diary: Diary) -> None:
    diary.symptoms.reorder([DEFAULT[2], DEFAULT[0]])
    assert asked(diary)[:3] == [DEFAULT[2], DEFAULT[0], DEFAULT[1]]
    assert sorted(asked(diary)) == sorted(DEFAULT)


def test_an_own_item_is_recorded_retired_and_restored_with_its_history(diary: Diary) -> None:
    code = diary.symptoms.add_own("손 저림", "severity")
    assert asked(diary) == [*DEFAULT, code]
    diary.days.record(TODAY, code, 2)
    with pytest.raises(Refusal):
        diary.days.record(TODAY, code, 4)
    diary.symptoms.retire(code)
    assert asked(diary) == DEFAULT
    assert diary.days.day(TODAY).readings == {code: 2}
    diary.symptoms.restore(code)
    diary.symptoms.rename(code, "손끝 저림")
    assert asked(diary) == [*DEFAULT, code]
    assert diary.symptoms.tracked()[-1] == TrackedSymptom(code, True, "손끝 저림", "severity")
    assert diary.days.day(TODAY).readings == {code: 2}


def test_the_same_own_item_has_the_same_code_in_every_diary(diary: Diary) -> None:
    code = diary.symptoms.add_own("손 저림", "severity")
    diary.history.undo()
    assert diary.symptoms.add_own("손 저림", "severity") == code
    diary.symptoms.rename(code, "other")
    second = diary.symptoms.add_own("손 저림", "severity")
    assert second != code


def test_an_own_item_needs_a_new_name_and_a_scale(diary: Diary) -> None:
    diary.symptoms.add_own("손 저림", "severity")
    for name, scale in (("손 저림", "nrs"), ("  ", "nrs"), ("x" * 201, "nrs"), ("발 저림", "weight")):
        with pytest.raises(Refusal):
            diary.symptoms.add_own(name, scale)
    assert len(diary.symptoms.tracked()) == len(DEFAULT) + 1


@pytest.mark.parametrize("verb", ["track", "untrack", "retire", "restore"])
def test_an_unknown_item_is_refused(diary: Diary, verb: str) -> None:
    with pytest.raises(Refusal):
        getattr(diary.symptoms, verb)("moonlight")
    with pytest.raises(Refusal):
        diary.symptoms.reorder(["moonlight"])
    assert not diary.history.can_undo


def test_only_own_items_are_retired_and_renamed(diary: Diary) -> None:
    with pytest.raises(Refusal):
        diary.symptoms.retire("fatigue")
    with pytest.raises(Refusal):
        diary.symptoms.rename("fatigue", "x")


@pytest.fixture
def own(diary: Diary) -> tuple[str, str]:
    """Two own items that mean the same, each with values."""
    first, second = diary.symptoms.add_own("twitch", "nrs"), diary.symptoms.add_own("eyelid twitch", "nrs")
    diary.days.record(TODAY, first, 3)
    diary.days.record(date(2026, 11, 20), second, 4)
    return first, second


def test_two_own_items_become_one_with_both_histories_in_one_step(diary: Diary, own: tuple[str, str]) -> None:
    first, second = own
    before = diary.contents()
    diary.symptoms.merge(first, second)
    assert first not in diary.symptoms.catalogue()
    assert diary.days.values(second) == {date(2026, 11, 20): 4, TODAY: 3}
    diary.history.undo()
    assert diary.contents() == before


def test_items_that_say_different_things_of_a_day_are_not_made_one(
    diary: Diary, own: tuple[str, str]
) -> None:
    first, second = own
    diary.days.record(TODAY, second, 9)
    with pytest.raises(Refusal, match="On 1 days"):
        diary.symptoms.merge(first, second)
    assert diary.days.values(first) == {TODAY: 3}
    diary.days.record(TODAY, second, 3)
    diary.symptoms.merge(first, second)
    assert diary.days.values(second)[TODAY] == 3


def test_only_own_items_answered_alike_are_made_one(diary: Diary, own: tuple[str, str]) -> None:
    other = diary.symptoms.add_own("fell asleep", "yes_no")
    with pytest.raises(Refusal):
        diary.symptoms.merge(own[0], other)
    with pytest.raises(Refusal):
        diary.symptoms.merge("fatigue", own[0])
    with pytest.raises(Refusal):
        diary.symptoms.merge(own[0], own[0])


def test_an_own_item_is_deleted_with_its_values_and_undo_brings_both_back(
    diary: Diary, own: tuple[str, str]
) -> None:
    first, second = own
    diary.symptoms.delete(first)
    assert first not in diary.symptoms.catalogue()
    assert diary.days.day(TODAY).is_empty
    assert diary.days.values(second)
    diary.history.undo()
    assert diary.days.values(first) == {TODAY: 3}
    with pytest.raises(Refusal):
        diary.symptoms.delete("fatigue")
