"""Every printed range of the fact base is read as it says; a mark follows the sheet's own range only."""

from dataclasses import asdict
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.lab.parse_range import parse_range
from lupusdiary.domain.lab.reference_range import mark
from lupusdiary.resources import clinical

CATALOGUE = AnalyteCatalogue()
ROWS = clinical("labs")["printed_range_patterns"]


@pytest.mark.parametrize("row", ROWS, ids=[row["printed"] for row in ROWS])
def test_a_printed_range_is_read_as_the_fact_base_says(row):
    read = parse_range(row["printed"])
    expected = row["parse"] or {}
    found = {key: value for key, value in asdict(read).items() if value is not None and key != "action"}
    for sex in ("male", "female"):
        if sex in found:
            found[sex] = {key: found[sex][key] for key in ("low", "high")}
    assert read.action == row["action"]
    assert found == {key: value for key, value in expected.items() if value is not None}


def test_a_range_by_sex_holds_only_for_a_known_sex():
    read = parse_range("M:13-17 F:12-16")
    assert (read.for_sex("female").low, read.for_sex("male").high) == (12, 17)
    assert read.for_sex(None) is None
    assert parse_range("M:13-17").for_sex("female") is None


def test_a_unit_that_the_test_does_not_have_leaves_the_range_text():
    assert parse_range("90-180 mg/dL", CATALOGUE.get("c3")).kind == "bounds"
    assert parse_range("90-180 mg/dL", CATALOGUE.get("wbc")).kind is None


@given(st.text(max_size=10_000), st.sampled_from(CATALOGUE.all))
def test_no_text_breaks_the_reading_of_a_range(text, analyte):
    read = parse_range(text, analyte)
    assert (read.kind is None) == (read.action == "text")


@pytest.mark.parametrize(
    ("code", "value", "range_text", "sex", "expected"),
    [
        ("c3", "52", "90-180", None, "below"),
        ("c3", "181", "90-180", None, "above"),
        ("c3", "90", "90-180", None, None),
        ("c3", "180", "90-180", None, None),
        ("c3", "<5", "90-180", None, "below"),
        ("c3", "<100", "90-180", None, None),
        ("c3", ">170", "90-180", None, None),
        ("egfr", ">90", "<60", None, "above"),
        ("egfr", ">60", "≤60", None, "above"),
        ("egfr", ">=60", "<60", None, "above"),
        ("egfr", ">=60", "<=60", None, None),
        ("egfr", "60", ">60", None, "below"),
        ("egfr", "60", ">=60", None, None),
        ("anti_dsdna", "<10", "<10", None, None),
        ("anti_dsdna", "10", "<10", None, "above"),
        ("anti_dsdna", "10", "10 이하", None, None),
        ("urine_rbc", "5-9", "0-4", None, "above"),
        ("urine_rbc", "3-5", "0-4", None, None),
        ("urine_rbc", "0-1", "2-4", None, "below"),
        ("urine_rbc", "many", "0-4", None, None),
        ("hemoglobin", "12.5", "M:13-17 F:12-16", "male", "below"),
        ("hemoglobin", "12.5", "M:13-17 F:12-16", "female", None),
        ("hemoglobin", "9.5", "M:13-17 F:12-16", None, None),
        ("ana", "1:640", "<1:80", None, "above"),
        ("ana", "1:80", "<1:80", None, "above"),
        ("ana", "<1:80", "<1:80", None, None),
        ("ana", "1:40", "Negative(<1:80)", None, None),
        ("ana", "양성", "Negative(<1:80)", None, "outside"),
        ("ana", "음성", "<1:80", None, None),
        ("urine_protein_dip", "1+", "음성", None, "above"),
        ("urine_protein_dip", "음성", "음성", None, None),
        ("anti_sm", "양성", "Negative", None, "outside"),
        ("anti_sm", "경계", "Negative", None, "outside"),
        ("anti_sm", "음성", "Negative", None, None),
        ("c3", "52", None, None, None),
        ("c3", "52", "Adult: 90-180", None, None),
        ("c3", "검사중", "90-180", None, None),
    ],
)
def test_a_mark_says_only_what_the_sheets_own_range_decides(code, value, range_text, sex, expected):
    analyte = CATALOGUE.get(code)
    result = lab_result(date(2026, 11, 2), analyte, value, range_text=range_text)
    assert mark(result, analyte, sex) == expected


def test_a_range_in_another_unit_of_the_test_is_compared_by_conversion():
    c3 = CATALOGUE.get("c3")
    low = lab_result(date(2026, 11, 2), c3, "0.52", "g/L", "90-180 mg/dL")
    inside = lab_result(date(2026, 11, 2), c3, "1.2", "g/L", "90-180 mg/dL")
    assert (mark(low, c3, None), mark(inside, c3, None)) == ("below", None)
    assert (low.range_low, low.range_high) == (None, None)


def test_a_range_in_a_unit_that_cannot_be_converted_gives_no_mark():
    rbc = CATALOGUE.get("urine_rbc")
    result = lab_result(date(2026, 11, 2), rbc, "40", "/uL", "0-4 /HPF")
    assert mark(result, rbc, None) is None


def test_a_question_about_the_range_once_confirmed_gives_a_mark():
    c3 = CATALOGUE.get("c3")
    result = lab_result(date(2026, 11, 2), c3, "52", "mg/dL", "Adult: 90-180", confirmed=True)
    assert (result.range_low, mark(result, c3, None)) == (90, "below")
