"""The statistic that the fact base names for each item, over recorded days only."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from lupusdiary.domain.day_record import BloodPressure, ReadingValue
from lupusdiary.domain.statistics import Summary, stated_level, summarise
from lupusdiary.domain.symptom import SymptomCatalogue

CATALOGUE = SymptomCatalogue()


def over(code: str, *values: ReadingValue) -> Summary:
    days = {date(2026, 11, 1 + number): value for number, value in enumerate(values)}
    found = summarise(CATALOGUE.get(code), days)
    assert found is not None
    return found


def test_no_recorded_day_gives_no_summary() -> None:
    for item in CATALOGUE.all:
        assert summarise(item, {}) is None


def test_a_score_gives_its_median_with_quartiles_and_its_days_at_seven_or_more() -> None:
    found = over("fatigue", 2, 7, 10, 3, 4)
    assert (found.median, found.quartiles, found.days, found.recorded) == (4.0, (3.0, 7.0), 2, 5)
    assert found.mean == Fraction(26, 5)


def test_one_day_is_its_own_median_and_quartiles() -> None:
    found = over("fatigue", 6)
    assert (found.median, found.quartiles) == (6.0, (6.0, 6.0))


def test_severity_counts_days_moderate_or_worse_and_severe_ones_apart() -> None:
    found = over("malar_rash", 3, 2, 0, 1)
    assert (found.days, found.severe, found.median, found.mean) == (2, 1, None, None)


def test_yes_no_counts_days_with_yes() -> None:
    found = over("chills", True, False, False)
    assert (found.days, found.recorded, found.severe) == (1, 3, None)


def test_temperature_gives_its_highest_value_with_its_latest_day_and_the_days_of_fever() -> None:
    found = over("fever", 37.2, 38.4, 38.4, 38.0, 37.9)
    assert (found.value, found.day, found.days) == (38.4, date(2026, 11, 3), 3)


def test_a_count_gives_its_total_and_swollen_joints_their_highest_number() -> None:
    assert over("raynaud", 2, 0, 3).total == 5
    found = over("joint_swelling", 2, 6, 3)
    assert (found.value, found.day, found.total, found.days) == (6, date(2026, 11, 2), None, None)


def test_minutes_give_their_median_with_quartiles_and_days_of_thirty_or_more() -> None:
    found = over("morning_stiffness", 15, 30, 120, 0)
    assert (found.median, found.quartiles, found.days) == (22.5, (11.25, 52.5), 2)


def test_a_measured_vital_gives_its_last_value_with_its_day() -> None:
    pressure = BloodPressure(128, 82)
    found = over("bp", BloodPressure(140, 90), pressure)
    assert (found.value, found.day) == (pressure, date(2026, 11, 2))


def test_every_item_has_a_statistic_that_works() -> None:
    for item in CATALOGUE.all:
        text = {"blood_pressure": "120/80", "temperature": "37", "weight": "60"}.get(item.scale.type, "1")
        assert summarise(item, {date(2026, 1, 1): item.parse(text)}) is not None


def test_every_score_word_and_answer_has_a_stated_level() -> None:
    for item in CATALOGUE.all:
        if item.scale.type in ("nrs", "severity", "yes_no", "duration_min", "temperature"):
            assert stated_level(item) is not None
