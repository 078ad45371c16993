"""What is said on the telephone and stands on the card comes from the lists, with the day of the list."""

from __future__ import annotations

from datetime import date

from lupusdiary.diary import Diary
from lupusdiary.domain.medicines.allergy import Allergy
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import AS_NEEDED, DAILY, DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.language import translator
from lupusdiary.queries.carried_medicines import carried_medicines, phone_sentence

TODAY = date(2026, 11, 22)
KO, EN = translator("ko"), translator("en")


def _add(diary: Diary, name: str, ingredient: str | None, route: str = "oral", kind: str = DAILY) -> None:
    part = DosePart(unit="mg", amount=7.5)
    period = DosePeriod(date(2026, 11, 1), DosePattern(kind), parts=(part,))
    diary.medicines.add(Medication("", name, ingredient, route, periods=(period,)))


def test_without_medicines_nothing_is_said(diary: Diary) -> None:
    diary.allergies.add(Allergy("sulfa"))
    assert phone_sentence(carried_medicines(diary, TODAY), KO) == ""


def test_the_sentence_begins_with_lupus_and_names_the_day_of_the_list(diary: Diary) -> None:
    _add(diary, "소론도정", "prednisolone")
    diary.allergies.add(Allergy("설파제", reactions=("발진",)))
    carried = carried_medicines(diary, TODAY)
    korean, english = phone_sentence(carried, KO), phone_sentence(carried, EN)
    assert korean.startswith("루푸스 환자입니다.")
    for words in ("2026. 11. 1.", "소론도정", "7.5 mg", "설파제(발진)", "약 봉투를 함께 보세요."):
        assert words in korean
    for words in ("I have lupus.", "1 Nov 2026", "7.5 mg", "설파제 (발진)", "medicine bags"):
        assert words in english


def test_what_is_sensitive_is_not_said(diary: Diary) -> None:
    period = DosePeriod(date(2026, 11, 1), DosePattern(DAILY))
    diary.medicines.add(Medication("", "secret", periods=(period,), sensitive=True))
    assert carried_medicines(diary, TODAY).held == ()


def test_only_a_regular_steroid_for_the_whole_body_counts_as_one(diary: Diary) -> None:
    _add(diary, "연고", "prednisolone", "topical")
    _add(diary, "필요시 소론도", "prednisolone", kind=AS_NEEDED)
    assert not carried_medicines(diary, TODAY).steroid
    _add(diary, "소론도정", "prednisolone")
    assert carried_medicines(diary, TODAY).steroid


def test_the_mark_changes_with_a_dose_and_with_an_allergy_alone(diary: Diary) -> None:
    _add(diary, "소론도정", "prednisolone")
    first = carried_medicines(diary, TODAY).mark
    assert carried_medicines(diary, TODAY).mark == first
    diary.allergies.add(Allergy("설파제"))
    second = carried_medicines(diary, TODAY).mark
    assert second != first
    _add(diary, "할록신정", "hydroxychloroquine")
    assert carried_medicines(diary, TODAY).mark not in (first, second)
