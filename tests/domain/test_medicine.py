"""A medicine is known by its names in both languages and by its brands, inside what people write."""

from __future__ import annotations

import pytest

from lupusdiary.domain.medicine import medicines, named_in
from lupusdiary.language import translator


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("리툭시맙 1차 투여", ["rituximab"]),
        ("벤리스타를 처음 맞음", ["belimumab"]),
        ("RITUXIMAB, second dose", ["rituximab"]),
        ("메틸프레드니솔론 3일", ["methylprednisolone"]),
        ("methylprednisolone pulse", ["methylprednisolone"]),
        ("소론도에서 셀셉트로", ["prednisolone", "mycophenolate_mofetil"]),
        ("마이폴틱", ["mycophenolate_sodium"]),
        ("미코페놀레이트나트륨으로 바꿈", ["mycophenolate_sodium"]),
        ("히드록시클로로퀸황산염정", ["hydroxychloroquine"]),
        ("CAR-T 주입", ["car_t_cd19"]),
        ("CAR T infusion", ["car_t_cd19"]),
        ("losartan", ["raas"]),
        ("시클로포스파미드 2회", ["cyclophosphamide"]),
        ("비타민 D 주사", ["calcium_vitd"]),
        ("low dose aspirin", ["aspirin_low"]),
        ("피부 연고", []),
        ("알코자", []),
        ("garbage", []),
        ("", []),
    ],
)
def test_a_text_names_its_medicines(text: str, named: list[str]) -> None:
    assert [each.id for each in named_in(text)] == named


def test_every_spelling_leads_to_a_medicine_that_has_it() -> None:
    for medicine in medicines().values():
        for spelling in medicine.spellings:
            (found,) = named_in(spelling)
            assert spelling in found.spellings


def test_the_name_follows_the_language() -> None:
    rituximab = medicines()["rituximab"]
    assert rituximab.title(translator("ko")) == "리툭시맙 · Rituximab"
    assert rituximab.title(translator("en")) == "Rituximab · 리툭시맙"
