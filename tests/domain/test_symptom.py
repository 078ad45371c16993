"""Items of the check-in: what each takes, refuses and shows, against the fact base."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lupusdiary.domain.day_record import BloodPressure, ReadingValue, TrackedSymptom
from lupusdiary.domain.symptom import SYSTEMS, SymptomCatalogue
from lupusdiary.language import Refusal, Translator
from lupusdiary.resources import clinical

CATALOGUE = SymptomCatalogue()
KO, EN = Translator("ko"), Translator("en")
FACTS = clinical("symptoms")["symptoms"]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: str(fact["id"]))
def test_every_item_keeps_the_words_of_the_fact_base(fact: dict[str, object]) -> None:
    item = CATALOGUE.get(str(fact["id"]))
    assert (item.name(KO), item.name(EN)) == (fact["name_ko"], fact["name_en"])
    assert (item.question(KO), item.question(EN)) == (fact["question_ko"], fact["question_en"])
    assert item.plain(KO) == fact["plain_ko"]
    assert item.never_copied == fact["never_copied"]
    assert item.system in SYSTEMS


def test_the_catalogue_holds_the_items_and_two_optional_vitals() -> None:
    assert len(CATALOGUE.all) == 41
    assert not CATALOGUE.get("weight").default_on
    assert not CATALOGUE.get("bp").is_scored
    assert [item.id for item in CATALOGUE.default_on] == clinical("symptoms")["meta"]["default_on"]
    assert sum(len(items) for items in CATALOGUE.by_system().values()) == 41


def test_an_unknown_code_is_refused_by_name() -> None:
    with pytest.raises(Refusal) as refused:
        CATALOGUE.get("joint_pian")
    assert "joint_pian" in EN.refusal(refused.value)


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("fatigue", "6", 6),
        ("fatigue", " 10 ", 10),
        ("fatigue", "７", 7),
        ("malar_rash", "3", 3),
        ("malar_rash", "Mild", 1),
        ("malar_rash", "심함", 3),
        ("chills", "1", True),
        ("chills", "no", False),
        ("chills", "아니요", False),
        ("chills", "예", True),
        ("joint_swelling", "68", 68),
        ("morning_stiffness", "0", 0),
        ("morning_stiffness", "720", 720),
        ("fever", "37.2", 37.2),
        ("fever", "38", 38.0),
        ("weight", "61.4", 61.4),
        ("bp", "120/80", BloodPressure(120, 80)),
        ("bp", "120 / 80", BloodPressure(120, 80)),
    ],
)
def test_what_a_person_writes_is_read(code: str, text: str, value: ReadingValue) -> None:
    read = CATALOGUE.get(code).parse(text)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    ("code", "text", "english", "korean"),
    [
        ("fatigue", "11", "Fatigue takes a whole number from 0 to 10.", "피로"),
        ("fatigue", "6.5", "Fatigue takes a whole number from 0 to 10.", "피로"),
        ("fatigue", "1_0", "Fatigue takes a whole number from 0 to 10.", "피로"),
        ("fatigue", "", "Fatigue takes a whole number from 0 to 10.", "피로"),
        ("fatigue", "true", "Fatigue takes a whole number from 0 to 10.", "피로"),
        ("chills", "2", "Chills or shaking takes yes or no.", "오한"),
        ("hair_loss", "4", "Hair loss takes 0, 1, 2 or 3 (none, mild, moderate, severe).", "심함"),
        ("fever", "44", "Body temperature takes a number from 33 to 43 with at most one decimal.", "체온"),
        ("fever", "37.25", "Body temperature takes a number from 33 to 43 with at most one decimal.", "체온"),
        ("fever", "nan", "Body temperature takes a number from 33 to 43 with at most one decimal.", "체온"),
        ("bp", "80/120", "Blood pressure takes two whole numbers such as 120/80", "혈압"),
        ("bp", "120", "Blood pressure takes two whole numbers such as 120/80", "혈압"),
        ("weight", "300.1", "Body weight takes a number from 20 to 300", "체중"),
    ],
)
def test_a_bad_value_is_refused_with_what_is_allowed(code: str, text: str, english: str, korean: str) -> None:
    with pytest.raises(Refusal) as refused:
        CATALOGUE.get(code).parse(text)
    assert EN.refusal(refused.value).startswith(english)
    assert korean in KO.refusal(refused.value)


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("fatigue", True),
        ("fatigue", "6"),
        ("fatigue", float("nan")),
        ("fatigue", float("inf")),
        ("fatigue", None),
        ("fatigue", -1),
        ("chills", 1),
        ("bp", 120),
        ("bp", BloodPressure(120, 120)),
        ("bp", BloodPressure(120.5, 80)),  # type: ignore[arg-type]
        ("fever", BloodPressure(37, 36)),
    ],
)
def test_a_value_of_another_type_is_refused(code: str, value: object) -> None:
    with pytest.raises(Refusal):
        CATALOGUE.get(code).check(value)


@given(st.integers(min_value=330, max_value=430))
def test_every_tenth_of_a_degree_comes_back_as_it_was_written(tenths: int) -> None:
    item = CATALOGUE.get("fever")
    text = f"{tenths // 10}.{tenths % 10}"
    assert f"{item.parse(text):.1f}" == text
    assert item.check(tenths / 10) == tenths / 10


@given(st.sampled_from([item.id for item in CATALOGUE.all]), st.text(max_size=12))
def test_any_text_is_a_value_or_a_refusal(code: str, text: str) -> None:
    item = CATALOGUE.get(code)
    try:
        value = item.parse(text)
    except Refusal:
        return
    assert item.check(value) == value
    assert item.show(value, EN)


def test_values_are_shown_in_the_persons_words() -> None:
    shown = {
        "fatigue": (6, "6", "6"),
        "malar_rash": (1, "mild", "가벼움"),
        "chills": (True, "yes", "예"),
        "morning_stiffness": (30, "30 min", "30분"),
        "fever": (37.0, "37.0 °C", "37.0 °C"),
        "weight": (61.4, "61.4 kg", "61.4 kg"),
        "bp": (BloodPressure(120, 80), "120/80 mmHg", "120/80 mmHg"),
        "joint_swelling": (3, "3", "3"),
    }
    for code, (value, english, korean) in shown.items():
        item = CATALOGUE.get(code)
        assert (item.show(value, EN), item.show(value, KO)) == (english, korean)


def test_only_scored_items_have_a_zero() -> None:
    assert CATALOGUE.get("fatigue").scale.zero == 0
    assert CATALOGUE.get("chills").scale.zero is False
    for code in ("fever", "weight", "bp"):
        assert CATALOGUE.get(code).scale.zero is None
        assert CATALOGUE.get(code).never_copied


def test_an_own_item_asks_under_its_own_name_and_a_retired_one_keeps_its_history() -> None:
    own = TrackedSymptom("own_1", tracked=True, name="눈꺼풀 떨림", scale="count")
    retired = TrackedSymptom("own_2", tracked=True, name="Thirst", scale="nrs", retired=True)
    catalogue = SymptomCatalogue([own, retired, TrackedSymptom("fatigue", tracked=True)])
    assert catalogue.get("own_1").question(EN) == "눈꺼풀 떨림"
    assert catalogue.get("own_1").parse("12") == 12
    assert catalogue.get("own_2").parse("4") == 4
    assert catalogue.get("own_2").red_flag(EN) is None
    assert len(catalogue.all) == 43


def test_today_asks_what_is_tracked_in_the_persons_order() -> None:
    tracked = [
        TrackedSymptom("fever", tracked=True),
        TrackedSymptom("fatigue", tracked=False),
        TrackedSymptom("own_1", tracked=True, name="Thirst", scale="nrs", retired=True),
        TrackedSymptom("item_of_a_later_version", tracked=True),
        TrackedSymptom("global", tracked=True),
    ]
    assert [item.id for item in SymptomCatalogue(tracked).ordered(tracked)] == ["fever", "global"]


@pytest.mark.parametrize(
    ("code", "typed", "value"),
    [
        ("fever", "38,5", 38.5),
        ("fever", "３８．５", 38.5),
        ("fever", "37.0", 37.0),
        ("weight", "61,0", 61.0),
        ("fatigue", "6.0", 6),
        ("fatigue", "６", 6),
    ],
)
def test_numbers_are_read_as_people_type_them(code: str, typed: str, value: float) -> None:
    assert SymptomCatalogue().get(code).parse(typed) == value


@pytest.mark.parametrize(("code", "typed"), [("fatigue", "6.5"), ("fatigue", "1,000"), ("fever", "3,85,1")])
def test_what_is_no_number_of_an_item_is_refused(code: str, typed: str) -> None:
    with pytest.raises(Refusal):
        SymptomCatalogue().get(code).parse(typed)


def test_a_temperature_in_fahrenheit_is_asked_about() -> None:
    with pytest.raises(Refusal, match=r"Is 98\.6 in °F"):
        SymptomCatalogue().get("fever").parse("98.6")
