"""A printed text becomes a result: everything printed is kept, nothing unsure becomes a number."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.lab.wording import as_printed, printed_value, read_back
from lupusdiary.domain.records import OwnAnalyte
from lupusdiary.language import Refusal, Translator

DAY = date(2026, 11, 2)
OWN = OwnAnalyte("own_c1q", "Anti-C1q", "quantity", "AU")
CATALOGUE = AnalyteCatalogue([OWN])


def entered(code, value, *rest, **more):
    return lab_result(DAY, CATALOGUE.get(code), value, *rest, **more)


def test_what_is_printed_is_kept_exactly_beside_what_was_read():
    result = entered("anti_dsdna", "< 1.30", "IU/㎖", "<10.0", "Seoul", "FEIA", "fasting")
    assert (result.value_text, result.unit, result.range_text) == ("< 1.30", "IU/㎖", "<10.0")
    assert (result.kind, result.comparator, result.value) == ("quantity", "<", 1.3)
    assert (result.range_low, result.range_high) == (None, 10)
    assert (result.laboratory, result.method, result.note) == ("Seoul", "FEIA", "fasting")


def test_a_question_is_text_until_it_is_confirmed():
    asked = entered("c3", "9,8", "mg/dL")
    assert (asked.kind, asked.value, asked.value_text) == ("text", None, "9,8")
    assert entered("c3", "9,8", "mg/dL", confirmed=True).value == 9.8


def test_pending_is_no_value():
    assert entered("c3", "검사중").kind == "pending"
    assert entered("c3", "검사중").value is None


def test_a_unit_in_the_value_cell_becomes_the_unit():
    assert entered("c3", "12.3㎎/㎗").unit == "mg/dl"
    assert entered("c3", "12.3 mg/dL", "㎎/㎗").unit == "㎎/㎗"


def test_two_different_units_on_one_row_stay_text():
    assert entered("c3", "12.3 mg/dL", "g/L", confirmed=True).kind == "text"


def test_a_power_of_ten_in_the_value_counts_into_the_unit():
    assert entered("wbc", "4.5x10^3", "/uL").value == 4500
    assert entered("wbc", "4.5x10^3").value == 4.5
    assert entered("wbc", "4.5x10^3", "10^3/uL").kind == "text"
    assert entered("wbc", "4.5x10^3", "10^3/uL", confirmed=True).value == 4.5


def test_a_range_in_the_value_cell_is_the_range():
    result = entered("glucose_fasting", "98 (70-99)", "mg/dL")
    assert (result.value, result.range_text, result.range_low, result.range_high) == (98, "70-99", 70, 99)


def test_a_range_by_sex_is_taken_only_with_the_sex():
    assert entered("hemoglobin", "12", "g/dL", "M:13-17 F:12-16").range_low is None
    assert entered("hemoglobin", "12", "g/dL", "M:13-17 F:12-16", sex="female").range_low == 12


def test_an_empty_value_is_refused_and_an_unknown_unit_kept_as_printed():
    with pytest.raises(Refusal):
        entered("c3", "  ")
    kept = entered("c3", "52", "parsecs", "40-60")
    assert (kept.value, kept.unit, kept.range_low) == (52, "parsecs", 40)
    assert entered("c3", "52", "parsecs", "90-180 mg/dL").range_low is None


def test_an_own_test_takes_the_unit_that_is_printed():
    assert entered("own_c1q", "12", "kU/mL").value == 12


@pytest.mark.parametrize(
    ("code", "value", "unit", "english", "korean"),
    [
        ("anti_dsdna", "<1.3", "IU/mL", "below 1.3 IU/mL", "1.3 IU/mL 미만"),
        ("egfr", "60 이상", "mL/min/1.73m2", "at least 60 mL/min/1.73m2", "60 mL/min/1.73m2 이상"),
        ("ana", "1:640", None, "titre 1:640", "역가 1:640"),
        ("ana", "음성(<1:80)", None, "negative, titre below 1:80", "음성, 역가 1:80 미만"),
        ("urine_rbc", "5-9", "/HPF", "5 to 9 /HPF", "5~9 /HPF"),
        ("urine_protein_dip", "약양성", None, "trace", "미량(±)"),
        ("anti_sm", "Weak positive", None, "weakly positive", "약양성"),
        ("hematocrit", "36.10", "%", "36.1%", "36.1%"),
        ("platelets", "150,000", "/uL", "150,000 /uL", "150,000 /uL"),
        ("c3", "검사중", None, "no result yet", "아직 결과 없음"),
        ("c3", "12..3", "mg/dL", "kept as text", "글자 그대로 보관"),
    ],
)
def test_what_was_read_is_said_in_words(code, value, unit, english, korean):
    analyte, result = CATALOGUE.get(code), entered(code, value, unit)
    assert read_back(result, analyte, Translator("en")) == english
    assert read_back(result, analyte, Translator("ko")) == korean


@given(st.text(min_size=1, max_size=10_000), st.sampled_from(CATALOGUE.all), st.booleans())
def test_any_text_is_kept_and_can_be_read_back(text, analyte, confirmed):
    try:
        result = lab_result(DAY, analyte, text, confirmed=confirmed)
    except Refusal:
        assert not text.strip()
        return
    assert result.value_text
    assert (result.kind == "quantity") == (result.value is not None and result.kind != "titre")
    assert read_back(result, analyte, Translator("en"))


@pytest.mark.parametrize(
    ("code", "printed", "unit", "value"),
    [
        ("wbc", "1.1만", None, 11_000),
        ("wbc", "2.3천", None, 2_300),
        ("wbc", "1.001x10^3", "/uL", 1_001),
        ("wbc", "1.1E2", None, 110),
    ],
)
def test_a_power_of_ten_adds_no_digits_that_nobody_printed(code, printed, unit, value):
    assert entered(code, printed, unit, confirmed=True).value == value


def test_a_unit_that_was_typed_behind_the_value_stands_once():
    protein = AnalyteCatalogue().get("urine_protein_24h")
    result = lab_result(date(2026, 11, 29), protein, "0.35 g/day")
    assert (result.value_text, result.unit) == ("0.35 g/day", "g/day")
    assert printed_value(protein, result, Translator("en")) == "0.35"
    assert as_printed(result, protein, Translator("en")) == "0.35 g/day"
