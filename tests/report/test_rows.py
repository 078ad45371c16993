"""Rows of the printed tables from values that can be counted by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lupusdiary.domain.day_record import ReadingValue
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import LabResult
from lupusdiary.report.rows import lab_row, stretch_days
from lupusdiary.report.summary import LabRow, Mark
from tests.report.summaries import PERIOD, symptom

BEFORE = PERIOD.previous()
FIRST = PERIOD.start


def marks(code: str, now: dict[date, ReadingValue], before: dict[date, ReadingValue]) -> list[Mark]:
    return [mark for mark in symptom(code, now, before).picture.marks if mark is not None]


def test_days_without_a_record_do_not_count_as_zero() -> None:
    row = symptom("fatigue", {FIRST: 8, FIRST + timedelta(days=40): 6}, {})
    assert row.now is not None
    assert row.now.median == 7
    assert row.now.recorded == 2
    assert row.before is None
    assert row.direction is None


def test_the_last_fourteen_days_stand_apart_from_the_period() -> None:
    values: dict[date, ReadingValue] = dict.fromkeys(PERIOD, 0)
    values |= {PERIOD.end - timedelta(days=n): 8 for n in range(14)}
    row = symptom("fatigue", values, {})
    assert row.now is not None
    assert row.recent is not None
    assert (row.now.median, row.recent.median, row.recent.recorded) == (0, 8, 14)


def test_a_picture_has_a_mark_a_week_of_both_periods_and_none_where_nothing_was_recorded() -> None:
    now = {FIRST + timedelta(days=n): 5 for n in (0, 7, 14, 42, 49)}
    picture = symptom("fatigue", now, {BEFORE.end: 3}).picture
    assert len(picture.marks) == 24
    assert [at for at, mark in enumerate(picture.marks) if mark is not None] == [11, 12, 13, 14, 18, 19]


def test_a_score_is_drawn_on_its_whole_scale_with_its_middle_half() -> None:
    week = {FIRST + timedelta(days=n): value for n, value in enumerate([0, 2, 4, 6, 10])}
    (found,) = marks("fatigue", week, {})
    assert (found.height, found.low, found.high, found.value) == (0.4, 0.2, 0.6, 4)


def test_a_severity_is_drawn_as_its_days_at_moderate_or_worse() -> None:
    week = {FIRST + timedelta(days=n): value for n, value in enumerate([0, 1, 2, 3])}
    (found,) = marks("malar_rash", week, {})
    assert found.height == 2 / 7
    assert symptom("malar_rash", week, {}).picture.bars


def test_a_temperature_is_not_drawn_between_thirty_and_forty_five() -> None:
    found = marks("fever", {FIRST: 36.5, FIRST + timedelta(days=7): 38.5}, {})
    assert [round(mark.height, 2) for mark in found] == [0.2, 1.0]


@pytest.mark.parametrize(
    ("days", "size"), [(1, 1), (14, 1), (84, 7), (185, 7), (366, 14), (3653, 140), (21900, 833)]
)
def test_a_picture_stays_legible_at_any_length(days: int, size: int) -> None:
    period = Period.ending(date(2026, 11, 22), days)
    assert stretch_days(period) == size
    assert 2 * days / size <= 54


def result(days: int, text: str, method: str | None = None, analyte: str = "c3") -> LabResult:
    found = AnalyteCatalogue().get(analyte)
    return lab_result(PERIOD.end - timedelta(days=days), found, text, method=method)


def lab(*results: LabResult) -> LabRow:
    return lab_row(AnalyteCatalogue().get(results[0].analyte), results, "female", end=PERIOD.end)


def test_the_previous_result_is_of_an_earlier_day() -> None:
    found = lab(result(30, "70"), result(5, "80"), result(5, "81"))
    assert found.last is not None
    assert found.previous is not None
    assert (found.last.value_text, found.previous.value_text) == ("81", "70")


def test_another_kit_of_anti_dsdna_is_not_its_previous_result() -> None:
    kits = (result(60, "12", "ELISA", "anti_dsdna"), result(5, "30", "RIA", "anti_dsdna"))
    assert lab(*kits).previous is None
    assert lab(result(60, "12", "a"), result(5, "30", "b")).previous is not None


def test_nobody_waits_for_a_result_of_seventeen_months_ago() -> None:
    def pending(days: int) -> LabResult:
        return LabResult(PERIOD.end - timedelta(days=days), "c3", "검사중", "pending")

    assert lab(result(600, "70"), pending(515)).waiting is None
    assert lab(result(600, "70"), pending(3)).waiting == PERIOD.end - timedelta(days=3)


def test_a_result_in_words_has_no_unit_behind_it() -> None:
    found = AnalyteCatalogue().get("albumin")
    text = lab_result(PERIOD.end, found, "용혈로 재검 요망", "g/dL")
    assert lab(text).unit is None
