"""Results as printed become panels: one unit, one assay, one line."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lupusdiary.charts.lab_panels import ReaderProfile, lab_panels
from lupusdiary.charts.panels import NUMBER, STEPS, TITRE, LabPanel
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.records import LabResult
from lupusdiary.language import Translator

FIRST = date(2026, 1, 5)
CATALOGUE = AnalyteCatalogue()


def results(analyte: str, *printed: tuple[str | None, ...]) -> list[LabResult]:
    """Results a month apart: value, unit, range, laboratory, method."""
    return [
        lab_result(FIRST + timedelta(days=30 * n), CATALOGUE.get(analyte), *row)  # type: ignore[arg-type]
        for n, row in enumerate(printed)
    ]


def panels(
    tr: Translator, analyte: str, *printed: tuple[str | None, ...], sex: str | None = None
) -> list[LabPanel]:
    return lab_panels(CATALOGUE.get(analyte), results(analyte, *printed), ReaderProfile(tr, sex))


def test_all_is_shown_in_the_unit_of_the_newest_sheet(tr: Translator) -> None:
    (panel,) = panels(tr, "c3", ("0.85", "g/L", "0.9-1.8"), ("92", "mg/dL", "90-180"))
    assert panel.unit == "mg/dL"
    assert [p.value for p in panel.points] == pytest.approx([85, 92])
    assert panel.points[0].range_low == pytest.approx(90)
    assert panel.points[0].text == "0.85"
    assert panel.points[0].shown == "85 mg/dL"
    assert panel.points[0].range_text is None
    assert panel.points[1].range_text == "90-180"


@pytest.mark.parametrize("digits", ["2.0", "2.00", "2", "1234.50"])
def test_a_number_that_is_not_converted_keeps_the_digits_of_its_sheet(tr: Translator, digits: str) -> None:
    (panel,) = panels(tr, "c3", (digits, "mg/dL"), ("0.80", "g/L"))[:1]
    assert panel.unit == "g/L"
    assert panel.points[0].as_printed == f"{digits} mg/dL"
    assert panel.points[1].shown == panel.points[1].as_printed == "0.80 g/L"


def test_a_unit_that_cannot_be_converted_is_a_panel_of_its_own(tr: Translator) -> None:
    newer, older = panels(tr, "anti_dsdna", ("45", "U/mL"), ("12", "IU/mL"), ("9", "IU/mL"))
    assert (newer.unit, len(newer.points)) == ("IU/mL", 2)
    assert (older.unit, len(older.points)) == ("U/mL", 1)
    assert older.points[0].value == 45


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("20", "IU/mL", "<10", "Hospital A"), ("22", "IU/mL", "<10", "Hospital B")),
        (("20", "IU/mL", "<10", "Hospital A", "ELISA"), ("22", "IU/mL", "<10", "Hospital A", "CLIA")),
        (("20", "IU/mL", "<10", "Hospital A"), ("22", "IU/mL", "<30", "Hospital A")),
    ],
    ids=["laboratory", "method", "cut-off"],
)
def test_anti_dsdna_breaks(tr: Translator, before: tuple[str, ...], after: tuple[str, ...]) -> None:
    (panel,) = panels(tr, "anti_dsdna", before, before, after)
    assert [len(s.points) for s in panel.segments] == [2, 1]
    assert [s.why for s in panel.segments] == ["", "assay changed"]


def test_anti_dsdna_goes_on_where_a_sheet_prints_no_cutoff(tr: Translator) -> None:
    (panel,) = panels(tr, "anti_dsdna", ("20", "IU/mL", "<10"), ("22", "IU/mL"), ("25", "IU/mL", "<10"))
    assert len(panel.segments) == 1


def test_an_assay_that_comes_back_looks_as_before(tr: Translator) -> None:
    a, b = ("20", "IU/mL", "<10", "A"), ("30", "IU/mL", "<10", "B")
    (panel,) = panels(tr, "anti_dsdna", a, b, a)
    assert [s.assay for s in panel.segments] == [0, 1, 0]


def test_other_analytes_break_on_the_method_alone(tr: Translator) -> None:
    (c3,) = panels(tr, "c3", ("80", "mg/dL", "90-180", "A"), ("82", "mg/dL", "80-160", "B"))
    assert len(c3.segments) == 1
    unit = "mL/min/1.73m2"
    (egfr,) = panels(tr, "egfr", ("80", unit, None, "A", "MDRD"), ("82", unit, None, "A", "CKD-EPI 2021"))
    assert [s.why for s in egfr.segments] == ["", "method changed"]


def test_no_printed_range_is_no_range_and_the_typical_one_is_apart(tr: Translator) -> None:
    (panel,) = panels(tr, "c3", ("80", "mg/dL"))
    assert (panel.points[0].range_low, panel.points[0].range_high) == (None, None)
    assert panel.typical is not None
    assert (panel.typical.low, panel.typical.high) == (90, 180)
    (antibody,) = panels(tr, "anti_dsdna", ("80", "IU/mL"))
    assert antibody.typical is None


def test_a_typical_range_by_sex_is_not_guessed(tr: Translator) -> None:
    (unknown,) = panels(tr, "hemoglobin", ("12", "g/dL"))
    (female,) = panels(tr, "hemoglobin", ("12", "g/dL"), sex="female")
    assert unknown.typical is None
    assert female.typical is not None


def test_steps_titres_limits_and_words_keep_what_was_printed(tr: Translator) -> None:
    (dip,) = panels(tr, "urine_protein_dip", ("음성",), ("2+",), ("많음",))
    assert dip.axis == STEPS
    assert [p.value for p in dip.points] == [0, 3, None]
    assert dip.points[2].shown == "많음"
    (ana,) = panels(tr, "ana", ("1:640",))
    assert (ana.axis, ana.points[0].value) == (TITRE, 640)
    (cells,) = panels(tr, "urine_rbc", ("5-9", "/HPF"), ("many", "/HPF"), (">100", "/HPF"))
    assert cells.axis == NUMBER
    assert [(p.value, p.low, p.high, p.comparator) for p in cells.points] == [
        (None, 5, 9, None),
        (None, None, None, None),
        (100, None, None, ">"),
    ]


def test_a_result_in_words_without_a_unit_stays_with_the_others(tr: Translator) -> None:
    (panel,) = panels(tr, "c3", ("검사중",), ("92", "mg/dL"))
    assert [p.value for p in panel.points] == [None, 92]


def test_a_unit_that_the_person_answered_counts(tr: Translator) -> None:
    found = results("upcr", ("0.45",), ("310", "mg/g"))
    (panel,) = lab_panels(CATALOGUE.get("upcr"), found, ReaderProfile(tr), lambda r: r.unit or "mg/mg")
    assert [p.value for p in panel.points] == pytest.approx([450, 310])
    assert panel.points[0].text == "0.45"
    unanswered = lab_panels(CATALOGUE.get("upcr"), found, ReaderProfile(tr))
    assert [p.unit for p in unanswered] == ["mg/g", ""]


def test_the_mark_is_against_the_sheets_own_range(tr: Translator) -> None:
    (panel,) = panels(tr, "c3", ("80", "mg/dL", "90-180"), ("80", "mg/dL", "70-180"), ("80", "mg/dL"))
    assert [p.mark for p in panel.points] == ["below", None, None]
