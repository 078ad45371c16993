"""Before and after an event, counted by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from lupusdiary.diary import Diary, create_diary
from lupusdiary.domain.day_record import BloodPressure
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.records import TreatmentEvent
from lupusdiary.language import translator
from lupusdiary.queries.before_after import before_after_of
from lupusdiary.report.before_after import cells, headings, write_before_after
from tests.conftest import StandingClock
from tests.report import pdf_text

TODAY = date(2026, 11, 22)
ZERO = date(2026, 1, 10)
EN = translator("en")


@pytest.fixture
def diary(tmp_path: Path, clock: StandingClock) -> Iterator[Diary]:
    with create_diary(tmp_path / "diary.lupusdiary", None, clock) as made:
        yield made


def zero(days: int) -> date:
    return ZERO + timedelta(days=days)


def lab(diary: Diary, day: date, code: str, text: str, unit: str, method: str | None = None) -> None:
    analyte = diary.labs.catalogue().get(code)
    diary.labs.add(lab_result(day, analyte, text, unit, laboratory="가상병원", method=method))


def infusion(diary: Diary, day: date = ZERO) -> TreatmentEvent:
    return diary.events.add(TreatmentEvent(day, "rtx_infusion", "김하늘 1차"))


def table(diary: Diary, event: TreatmentEvent, *codes: str) -> list[list[str]]:
    return [cells(row, EN) for row in before_after_of(diary, event, codes, EN).rows]


def test_day_zero_counts_as_before_and_known_days_are_of_those_that_passed(diary: Diary) -> None:
    event = infusion(diary)
    for days, value in ((-91, 9), (-90, 8), (-1, 6), (0, 7), (1, 4), (90, 2), (91, 1), (200, 3)):
        diary.days.record(zero(days), "fatigue", value)
    (row,) = table(diary, event, "fatigue")
    elapsed = (TODAY - zero(91)).days + 1
    assert row[1:] == ["7", "6.5–7.5", "3/91", "3", "2.5–3.5", "2/90", "2", "1.5–2.5", f"2/{elapsed}"]
    assert headings(EN)[1] == "Before: D-90 – D0, Median"


def test_words_as_answers_are_counted_days_and_never_a_median(diary: Diary) -> None:
    event = infusion(diary)
    for days, value in ((-3, 3), (-2, 2), (-1, 0), (5, 1)):
        diary.days.record(zero(days), "oral_ulcer", value)
    (row,) = table(diary, event, "oral_ulcer")
    assert row[1:] == [
        "“moderate” or worse 2/3",
        "",
        "3/91",
        "“moderate” or worse 0/1",
        "",
        "1/90",
        "–",
        "–",
        "0/226",
    ]


def test_results_have_a_median_only_where_all_are_numbers_of_one_assay(diary: Diary) -> None:
    event = infusion(diary)
    for days, text in ((-60, "60"), (-10, "70"), (0, "80"), (30, "100")):
        lab(diary, zero(days), "c3", text, "mg/dL")
    lab(diary, zero(40), "c3", "<10", "mg/dL")
    lab(diary, zero(-5), "anti_dsdna", "200", "IU/mL", "ELISA")
    lab(diary, zero(-4), "anti_dsdna", "40", "IU/mL", "CLIA")
    c3, dsdna = table(diary, event, "c3", "anti_dsdna")
    assert c3[1:7] == ["70", "60–80", "3", "100, <10", "", "2"]
    assert dsdna[1].startswith("200")
    assert "40" in dsdna[1]
    assert dsdna[2:4] == ["", "2"]


def test_pressures_are_medians_of_both(diary: Diary) -> None:
    event = infusion(diary)
    for days, pair in ((-3, (150, 90)), (-2, (140, 80)), (-1, (130, 70))):
        diary.days.record(zero(days), "bp", BloodPressure(*pair))
    (row,) = table(diary, event, "bp")
    assert row[1:4] == ["140/80", "–", "3/91"]


def test_other_events_of_the_kind_lie_over_it_from_their_own_day_zero(diary: Diary) -> None:
    event = infusion(diary)
    for days in (-400, -386, 200):
        infusion(diary, zero(days))
    diary.events.add(TreatmentEvent(zero(20), "vaccination"))
    for days, text in ((-395, "50"), (5, "60"), (205, "70")):
        lab(diary, zero(days), "c3", text, "mg/dL")
    found = before_after_of(diary, event, ("c3",), EN)
    assert found.curves.cycles == (
        "D0 = 10 Jan 2026",
        "D0 = 29 Jul 2026",
        "D0 = 20 Dec 2024",
        "D0 = 6 Dec 2024",
    )
    drawn = {curve.cycle: [spot.offset for spot in curve.spots] for curve in found.curves.lanes[0].curves}
    assert drawn[0] == [5, 205]
    assert drawn[1] == [5]
    assert drawn[3] == [5]
    alone = before_after_of(diary, event, ("c3",), EN, cycles=False)
    assert [curve.cycle for curve in alone.curves.lanes[0].curves] == [0]


def test_what_lies_beyond_is_no_point_of_a_line(diary: Diary) -> None:
    event = infusion(diary)
    for days, text in ((1, "60"), (2, "<10"), (3, "70")):
        lab(diary, zero(days), "c3", text, "mg/dL")
    (lane,) = before_after_of(diary, event, ("c3",), EN).curves.lanes
    assert [(spot.height, spot.sign) for spot in lane.curves[0].spots] == [(60, ""), (10, "<"), (70, "")]


def test_the_page_has_picture_and_table_in_both_languages_and_no_word_of_cause(diary: Diary) -> None:
    event = infusion(diary)
    diary.days.record(zero(-1), "fatigue", 6)
    diary.days.record(zero(1), "fatigue", 4)
    both = (translator("ko"), EN)
    pdf = write_before_after({tr.code: before_after_of(diary, event, ("fatigue",), tr) for tr in both}, both)
    korean, english = pdf_text.pages(pdf)
    assert "이전과 이후" in korean
    assert "Before and after" in english
    assert "Fatigue" in english
    assert "1/91" in english
    # The person's words for the event may tell who she is.
    assert "김하늘" not in korean + english
    for word in ("because", "effect", "thanks to", "response", "improve", "worse ", "caused"):
        assert word not in english.lower()


def test_without_a_record_the_page_says_so(diary: Diary) -> None:
    event = infusion(diary)
    pdf = write_before_after({"en": before_after_of(diary, event, ("fatigue",), EN)}, (EN,))
    assert "Nothing is recorded in these days." in pdf_text.text(pdf)
