"""What people really type leads to the article that answers, and danger to the urgent page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lupusdiary.education.content.library import Library
from lupusdiary.education.search.danger import place_in, sign_in
from lupusdiary.education.search.index import URGENT, SearchIndex
from lupusdiary.language import translator

_DATA = Path(__file__).parent / "data"
_ENOUGH = 0.95
# Articles that were written after the rows answer these better: they stand first.
AMENDED = {
    "루푸스가 심장에도 오나요": "heart_vessels",
    "신장 조직검사": "kidney_biopsy_dialysis",
    "신장 투석 해야 하나요": "kidney_biopsy_dialysis",
    "얼굴이 보름달처럼 부었어요": "steroid_visible",
    "moon face": "steroid_visible",
    "독감주사 맞아도 되나요": "vaccines",
    "생백신": "vaccines",
    "shingles vaccine": "vaccines",
    "모유수유": "breastfeeding_family",
    "breastfeeding plaquenil": "breastfeeding_family",
    "남편이 루푸스인데 아기 가져도 되나요": "breastfeeding_family",
    "discoid lupus": "skin_sjogren",
    "자몽 먹어도 되나요": "food_travel",
}

Answers = Callable[[str, str], list[str]]


@pytest.fixture(scope="module")
def answers() -> Answers:
    library = Library()
    indexes = {code: SearchIndex(library, translator(code)) for code in ("ko", "en")}
    return lambda query, language: indexes[language].answers(query)


def rows(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((_DATA / name).read_text(encoding="utf-8"))
    return found


def missed(given: list[dict[str, Any]], answers: Answers) -> list[str]:
    """The rows that do not hold, each with what came instead; a row that wants nothing wants no alarm."""
    wrong = []
    for row in given:
        found = answers(row["q"], row["lang"])
        wanted, within = row["want"], row["within"]
        if row["q"] in AMENDED:
            wanted, within = [AMENDED[row["q"]]], 1
        holds = any(id in found[:within] for id in wanted) if wanted else URGENT not in found
        if not holds:
            wrong.append(f"{row['q']}: {found[:3]}")
    return wrong


def test_what_people_type_finds_the_article_that_answers(answers: Answers) -> None:
    given = rows("queries.json")
    wrong = missed(given, answers)
    assert len(wrong) <= (1 - _ENOUGH) * len(given), wrong


@pytest.mark.parametrize("held_out", [False, True])
def test_so_do_other_words_whether_or_not_they_were_looked_at(answers: Answers, held_out: bool) -> None:
    given = [row for row in rows("own_queries.json") if row["held_out"] is held_out]
    assert len(given) > 80
    wrong = missed(given, answers)
    assert len(wrong) <= (1 - _ENOUGH) * len(given), wrong


def test_where_a_newer_article_answers_better_the_older_one_is_near(answers: Answers) -> None:
    older = {row["q"]: row["want"] for row in rows("queries.json") if row["q"] in AMENDED}
    assert older.keys() == AMENDED.keys()
    near = [q for q, want in older.items() if set(want) & set(answers(q, "ko")[:3])]
    assert len(near) >= 0.9 * len(older), older.keys() - set(near)


@pytest.mark.parametrize(
    ("query", "sign"),
    [
        ("가슴이 조여요", "chest_pain_severe"),
        ("심장이 조이듯이 아파요", "chest_pain_severe"),
        ("숨쉬기 힘들어요", "breathless_severe"),
        ("피 섞인 가래", "coughing_blood"),
        ("대변에 피가 섞여 나와요", "gi_bleeding"),
        ("얼굴 한쪽이 처져요", "stroke"),
        ("왼쪽 다리만 부었어요", "leg_clot"),
        ("소론도를 토했어요", "steroid_not_kept"),
        ("살고 싶지 않아요", "suicidal_thoughts"),
        ("눈이 노래졌어요", "jaundice"),
        ("my chest feels tight", "chest_pain_severe"),
        ("black tarry poop", "gi_bleeding"),
        ("worst headache of my life", "headache_worst"),
        ("I don’t want to live anymore", "suicidal_thoughts"),
        ("took methotrexate every day", "methotrexate_daily"),
        ("confused and sleepy after car-t", "confusion"),
        ("baby stopped moving", "preg_movement"),
        ("38.0 °C", "fever_on_treatment"),
        ("38도 넘어요", "fever_on_treatment"),
        ("fever of 102", "fever_on_treatment"),
        ("38,4", "fever_on_treatment"),
    ],
)
def test_danger_is_understood_in_everyday_words(query: str, sign: str) -> None:
    assert sign_in(query) == sign
    assert place_in(query) == 0


@pytest.mark.parametrize(
    "query",
    [
        *("변비", "커피 많이 마셔도 되나요", "열심히 운동해도 되나요", "간질간질해요", "기침하고 피곤해요"),
        *(
            "눈에 안 보이는 병",
            "공황발작",
            "루푸스로 죽나요",
            "죽을까봐 무서워요",
            "37.2도",
            "임신 38주",
            "SPF 50",
        ),
        *("yellow fever vaccine", "black pepper", "I am confused about my lab results", "stroke prevention"),
        *("hemoglobin 10.2", "ESR 40", "C3 78", "can't sleep", "토마토", ""),
    ],
)
def test_what_only_sounds_like_danger_raises_no_alarm(query: str) -> None:
    assert sign_in(query) is None
    assert place_in(query) is None


def test_of_fever_after_car_t_its_own_article_tells_first_and_of_breathlessness_the_urgent_page(
    answers: Answers,
) -> None:
    assert answers("카티 하고나서 열나요", "ko")[:2] == ["car_t_safety", URGENT]
    assert answers("카티 받고 숨이 차요", "ko")[0] == URGENT


@pytest.mark.parametrize(
    ("typed", "article"),
    [
        ("부작용은 스테로이드", "steroids_bone"),
        ("플라케닐", "hcq_eye"),
        ("plaquinel", "hcq_eye"),
        ("셀셉트", "immunosuppressants"),
        ("mycofenolate", "immunosuppressants"),
        ("무릎이아파요", "joints"),
        ("쇼그랜", "skin_sjogren"),
        ("breast feeding", "breastfeeding_family"),
        ("morning stif", "joints"),
        ("ㅅㅈㅌㄹ", "korea_support"),
    ],
)
def test_brands_slips_and_half_typed_words_are_understood(answers: Answers, typed: str, article: str) -> None:
    for language in ("ko", "en"):
        assert answers(typed, language)[0] == article


def test_what_has_nothing_to_do_with_it_finds_no_article(answers: Answers) -> None:
    for query in ("강아지 산책", "birthday cake", "세금 신고", "computer broken", "zzzz", "?!"):
        assert answers(query, "ko") == []
