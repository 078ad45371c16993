"""The catalogue of laboratory tests: units, conversion, bounds, labels and search."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lupusdiary.domain.lab.analyte import convert
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.lab.units import unit_key
from lupusdiary.domain.records import OwnAnalyte
from lupusdiary.language import Refusal, Translator
from lupusdiary.resources import clinical

LABS = clinical("labs")
CATALOGUE = AnalyteCatalogue()
ENGLISH = Translator("en")


@pytest.mark.parametrize("row", LABS["printed_unit_patterns"], ids=lambda row: row["printed"])
def test_a_printed_unit_is_the_unit_of_every_test_that_has_it(row):
    if row["ucum"] is None:
        found = CATALOGUE.get("c3").unit(row["printed"])
        assert (found.ucum, found.factor, found.display) == (None, None, row["printed"])
        return
    owners = [each for each in CATALOGUE.all if row["ucum"] in [unit.ucum for unit in each.units]]
    assert owners
    for analyte in owners:
        found = analyte.unit(row["printed"])
        # CH50 lists U/mL as an alias of its own unit.
        assert found.ucum == row["ucum"] or row["printed"] in found.aliases


@pytest.mark.parametrize("row", LABS["conversion_test_vectors"], ids=lambda row: json.dumps(row))
def test_a_value_converts_by_the_factors_of_the_fact_base(row):
    analyte = CATALOGUE.get(row["analyte"])
    found = convert(analyte, row["value"], row["ucum"], analyte.canonical_ucum)
    if row["canonical"] is None:
        assert found is None
        return
    assert found == pytest.approx(row["canonical"], rel=LABS["conversion_test_tolerance_relative"])
    assert convert(analyte, found, analyte.canonical_ucum, row["ucum"]) == pytest.approx(row["value"])


@pytest.mark.parametrize("raw", LABS["analytes"], ids=lambda raw: raw["id"])
def test_a_test_knows_its_units_under_every_alias(raw):
    analyte = CATALOGUE.get(raw["id"])
    for unit in raw["units"]:
        for text in (unit["ucum"], unit["display"], *unit["aliases"]):
            assert analyte.unit(text).ucum == unit["ucum"]


def test_without_a_unit_or_with_a_kits_own_nothing_is_converted():
    dsdna = CATALOGUE.get("anti_dsdna")
    assert convert(dsdna, 12, "U/mL", "IU/mL") is None
    assert convert(dsdna, 12, "CU", "IU/mL") is None
    assert convert(dsdna, 12, None, "IU/mL") is None
    assert convert(dsdna, 12, "CU", "cu") == 12


def test_a_gram_per_litre_and_a_giga_per_litre_are_told_apart_by_the_test():
    assert CATALOGUE.get("wbc").unit("G/L").ucum == "10*9/L"
    assert CATALOGUE.get("hemoglobin").unit("g/L").ucum == "g/L"


@pytest.mark.parametrize(
    ("code", "unit"), [("c3", "mmHg"), ("urine_protein_dip", "mg/dL"), ("anti_sm", "U/mL")]
)
def test_an_unknown_unit_is_kept_as_printed_and_never_converted(code: str, unit: str):
    analyte = CATALOGUE.get(code)
    kept = analyte.check_unit(unit)
    assert (kept.ucum, kept.display, kept.factor) == (None, unit, None)
    if analyte.canonical_ucum:
        assert convert(analyte, 52, unit, analyte.canonical_ucum) is None


def test_what_is_too_long_for_a_unit_is_refused():
    with pytest.raises(Refusal) as refused:
        CATALOGUE.get("c3").check_unit("x" * 41)
    assert "C3" in ENGLISH.refusal(refused.value)


@pytest.mark.parametrize(
    ("code", "printed", "ucum"),
    [
        ("wbc", "x10E3/uL", "10*3/uL"),
        ("wbc", "x10E3/µL", "10*3/uL"),
        ("wbc", "10e3/mcL", "10*3/uL"),
        ("wbc", "K/mcL", "10*3/uL"),
        ("platelets", "Thousand/uL", "10*3/uL"),
        ("wbc", "Thou/mcL", "10*3/uL"),
        ("wbc", "10E9/L", "10*9/L"),
        ("wbc", "cells/mcL", "/uL"),
        ("rbc", "x10E6/uL", "10*6/uL"),
        ("rbc", "Million/mcL", "10*6/uL"),
        ("egfr", "mL/min/1.73", "mL/min/{1.73_m2}"),
        ("hemoglobin", "gm/dl", "g/dL"),
        ("albumin", "gm/dL", "g/dL"),
        ("upcr", "mg/g creat", "mg/g{creat}"),
        ("upcr", "mg/g Creatinine", "mg/g{creat}"),
        ("urine_acr", "mg/g crea", "mg/g{creat}"),
        ("esr", "mm/hour", "mm/h"),
    ],
)
def test_the_spellings_of_laboratory_programs_are_known(code: str, printed: str, ucum: str):
    found = CATALOGUE.get(code).unit(printed)
    assert found is not None
    assert found.ucum == ucum


def test_no_spelling_joins_two_units_of_one_test():
    for analyte in CATALOGUE.all:
        keys = {unit.ucum: unit_key(unit.display) for unit in analyte.units}
        assert len(set(keys.values())) == len(keys), analyte.id


def test_an_unknown_test_is_refused():
    with pytest.raises(Refusal):
        CATALOGUE.get("telomeres")


def test_the_entry_is_questioned_only_outside_the_fixed_bounds_of_its_unit():
    c3 = CATALOGUE.get("c3")
    assert c3.implausible(852, "mg/dL")
    assert not c3.implausible(85.2, "mg/dL")
    assert c3.implausible(85, "g/L")
    assert not c3.implausible(852, None)
    assert c3.implausible(1_000_000, None)
    assert not c3.implausible(852, "CU")
    assert not CATALOGUE.get("anti_sm").implausible(852, None)


def test_a_typical_range_needs_the_sex_and_age_on_which_it_depends():
    esr = CATALOGUE.get("esr")
    assert (esr.typical_range("female", 49).high, esr.typical_range("female", 50).high) == (20, 30)
    assert esr.typical_range(None, 50) is None
    assert esr.typical_range("female", None) is None
    hb = CATALOGUE.get("hemoglobin")
    assert (hb.typical_range("male", None).low, hb.typical_range(None, None)) == (13, None)
    assert CATALOGUE.get("c3").typical_range(None, None).unit == "mg/dL"
    assert CATALOGUE.get("anti_dsdna").typical_range("female", 40) is None
    assert CATALOGUE.get("urine_protein_dip").typical_range(None, None).code == "neg"


def test_a_label_matches_exactly_or_not_at_all():
    assert [each.id for each in CATALOGUE.match_label("Anti-ds DNA")] == ["anti_dsdna"]
    assert {each.id for each in CATALOGUE.match_label("Creatinine(Cr)")} == {"creatinine", "urine_creatinine"}
    assert CATALOGUE.match_label("Anti-ssDNA") == []


@pytest.mark.parametrize("raw", LABS["analytes"], ids=lambda raw: raw["id"])
def test_every_sheet_label_leads_to_its_test(raw):
    for label in raw["sheet_labels"]:
        assert raw["id"] in [each.id for each in CATALOGUE.match_label(label)]


def test_search_finds_inside_words_in_korean_and_english_and_by_initials():
    for text in ("색소", "ㅎㅅㅅ", "hemoglob", "혈색", "HB"):
        assert "hemoglobin" in [each.id for each in CATALOGUE.search(text)]
    # What an input method makes of ㄹ and ㅅ typed one after the other.
    assert CATALOGUE.search("ㄽ") == CATALOGUE.search("ㄹㅅ") != []
    assert CATALOGUE.search("qqqq") == []
    assert len(CATALOGUE.search(" ")) == len(CATALOGUE.all)


def test_an_own_test_is_kept_under_its_own_label_with_any_unit():
    own = AnalyteCatalogue([OwnAnalyte("own_c1q", "Anti-C1q", "quantity", "AU")])
    analyte = own.get("own_c1q")
    assert analyte.label(ENGLISH) == "Anti-C1q"
    assert analyte.check_unit("kU/mL").factor is None
    assert [each.id for each in own.match_label("anti c1q")] == ["own_c1q"]
    assert own.of_panel("general")[-1] is analyte


@given(st.text(max_size=10_000), st.sampled_from(CATALOGUE.all))
def test_no_text_breaks_the_looking_up_of_a_unit_or_a_label(text, analyte):
    analyte.unit(text)
    assert all(each in CATALOGUE.all for each in CATALOGUE.match_label(text))
    CATALOGUE.search(text)
