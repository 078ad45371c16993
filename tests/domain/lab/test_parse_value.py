"""Every printed value of the fact base is read as it says, and no text at all can break the reading."""

import math
import unicodedata
from dataclasses import asdict, replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.lab.parse_value import parse_value
from lupusdiary.resources import clinical

CATALOGUE = AnalyteCatalogue()
OF_TYPE = {
    "quantity": ["c3", "wbc", "anti_dsdna", "inr"],
    "quantity_or_range": ["urine_rbc", "urine_wbc"],
    "titer": ["ana"],
    "ordinal": ["urine_protein_dip", "urine_blood_dip"],
    "qualitative": ["anti_sm", "coombs"],
}
# The number beside a word is judged by nobody; it stays in the printed text.
NOT_KEPT = "number_as_printed"
PARSE_KEYS = set(clinical("labs")["printed_value_patterns_note"]["parse_keys"])
PARSE_KEYS = PARSE_KEYS - {"low, high", NOT_KEPT} | {"low", "high"}


def rows():
    for row in clinical("labs")["printed_value_patterns"]:
        unit = (row["parse"] or {}).get("unit_printed")
        for value_type in row["applies_to"]:
            for code in OF_TYPE[value_type]:
                if not unit or CATALOGUE.get(code).unit(unit):
                    yield pytest.param(row, CATALOGUE.get(code), id=f"{row['printed']}|{code}")


def parsed(read) -> dict:
    found = asdict(read) | {"patterns": list(read.patterns) or None}
    return {key: found[key] for key in PARSE_KEYS if found[key] is not None}


@pytest.mark.parametrize(("row", "analyte"), list(rows()))
def test_a_printed_value_is_read_as_the_fact_base_says(row, analyte: Analyte):
    read = parse_value(row["printed"], analyte)
    assert read.action == row["action"]
    assert parsed(read) == {key: said for key, said in (row["parse"] or {}).items() if key != NOT_KEPT}


def test_every_printed_value_of_the_fact_base_meets_a_test():
    tested = {each.values[0]["printed"] for each in rows()}
    assert tested == {row["printed"] for row in clinical("labs")["printed_value_patterns"]}


@pytest.mark.parametrize(
    ("text", "code"),
    [("4+", "urine_blood_dip"), ("H", "c3"), ("12.3 mg/dL", "wbc"), ("5-5", "urine_rbc"), ("1:0", "ana")],
)
def test_what_the_test_cannot_have_stays_text(text, code):
    assert parse_value(text, CATALOGUE.get(code)).action == "text"


@pytest.mark.parametrize("text", ["007", "12,3456", "12.3 X"])
def test_what_can_be_read_in_two_ways_is_a_question(text):
    assert parse_value(text, CATALOGUE.get("c3")).action == "ask"


def test_a_unit_in_the_value_is_kept_as_printed_too():
    read = parse_value("12.3 G/L", CATALOGUE.get("hemoglobin"))
    assert (read.unit_printed, read.unit_text) == ("g/L", "G/L")


PRINTED = [row["printed"] for row in clinical("labs")["printed_value_patterns"]]
ANALYTES = st.sampled_from(CATALOGUE.all)
NEAR = st.lists(
    st.sampled_from(
        [*"0123456789<>=.,:/()+-~%xHLEK ", "미만", "이상", "음성", "1:", "±", "▲", "10³", "mg/dL"]
    )
).map("".join)
TEXTS = st.one_of(st.text(max_size=10_000), NEAR, st.lists(st.sampled_from(PRINTED)).map(" ".join))


@given(TEXTS, ANALYTES)
def test_no_text_breaks_the_reading_and_what_is_accepted_is_whole(text, analyte):
    read = parse_value(text, analyte)
    assert read.action in ("accept", "ask", "text")
    numbers = {"quantity": (read.value,), "titre": (read.value,), "range": (read.low, read.high)}
    if read.action != "text":
        assert read.kind in ("quantity", "range", "titre", "ordinal", "text")
        assert all(
            each is not None and math.isfinite(each) and each >= 0 for each in numbers.get(read.kind, ())
        )
        assert read.kind != "ordinal" or read.code
        assert read.kind != "range" or read.low < read.high


@given(st.one_of(st.sampled_from(PRINTED), NEAR), ANALYTES, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_every_unicode_form_of_a_text_is_read_the_same(text, analyte, form):
    # These forms turn 10³ into 103 before the program sees it.
    assume(not (form.startswith("NFK") and any(each in text for each in "⁰¹²³⁴⁵⁶⁷⁸⁹")))
    other = unicodedata.normalize(form, text)
    plain = replace(parse_value(text, analyte), unit_text=None)
    assert replace(parse_value(other, analyte), unit_text=None) == plain
