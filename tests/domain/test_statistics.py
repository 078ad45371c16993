"""The statistic that the fact base names for each item, over recorded days only."""

from __future__ import annotations

from datetime import date

from lupusdiary.domain.records import BloodPressure, ReadingValue
from lupusdiary.domain.statistics import Summary, summarise
from lupusdiary.domain.symptom import SymptomCatalogue

CATALOGUE = SymptomCatalogue()


def over(code: str, *values: ReadingValue) -> Summary | None:
    days = {date(2026, 11, 1 + number): value for number, value in enumerate(values)}
    return summarise(CATALOGUE.get(code), days)


def test_no_recorded_day_gives_no_summary() -> None:
    for item in CATALOGUE.all:
        assert summarise(item, {}) is None


def test_a_score_gives_its_median_and_its_days_at_seven_or_more() -> None:
    assert over("fatigue", 2, 7, 10, 3) == Summary("median_and_days_ge_7", 4, median=5.0, days=2)


def test_severity_counts_days_at_severe_only() -> None:
    assert over("malar_rash", 3, 2, 0, 3) == Summary("days_severe", 4, days=2)


def test_yes_no_counts_days_with_yes() -> None:
    assert over("chills", True, False, False) == Summary("days_yes", 3, days=1)


def test_temperature_gives_its_highest_value_with_the_latest_day_that_has_it() -> None:
    assert over("fever", 37.2, 38.4, 38.4, 36.5) == Summary(
        "max_with_date", 4, value=38.4, day=date(2026, 11, 3)
    )


def test_a_count_gives_its_total_and_minutes_their_median() -> None:
    assert over("raynaud", 2, 0, 3) == Summary("total", 3, total=5)
    assert over("morning_stiffness", 15, 30, 120) == Summary("median", 3, median=30.0)


def test_a_measured_vital_gives_its_last_value_with_its_day() -> None:
    pressure = BloodPressure(128, 82)
    assert over("bp", BloodPressure(140, 90), pressure) == Summary(
        "last_with_date", 2, value=pressure, day=date(2026, 11, 2)
    )


def test_every_item_has_a_statistic_that_works() -> None:
    for item in CATALOGUE.all:
        text = {"blood_pressure": "120/80", "temperature": "37", "weight": "60"}.get(item.scale.type, "1")
        assert summarise(item, {date(2026, 1, 1): item.parse(text)}) is not None
