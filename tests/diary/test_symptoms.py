from __future__ import annotations

from datetime import date

import pytest

from lupusdiary.diary import Diary
from lupusdiary.domain.records import Change, TrackedSymptom
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
