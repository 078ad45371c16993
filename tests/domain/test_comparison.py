"""Two periods are compared by the printed rule and by no other."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest

from lupusdiary.domain.comparison import direction, is_new, rank
from lupusdiary.domain.day_record import ReadingValue
from lupusdiary.domain.statistics import Summary, summarise
from lupusdiary.domain.symptom import SymptomCatalogue

CATALOGUE = SymptomCatalogue()
FIRST = date(2026, 9, 1)


def days(*values: ReadingValue) -> dict[date, ReadingValue]:
    return {FIRST + timedelta(days=n): value for n, value in enumerate(values)}


def over(code: str, *values: ReadingValue) -> Summary | None:
    return summarise(CATALOGUE.get(code), days(*values))


def compared(code: str, now: list[ReadingValue], before: list[ReadingValue], length: int = 84) -> str | None:
    return direction(CATALOGUE.get(code), over(code, *now), over(code, *before), length)


@pytest.mark.parametrize(
    ("code", "now", "before", "told"),
    [
        ("fatigue", [5] * 7, [4] * 7, "higher"),
        ("fatigue", [3] * 7, [4] * 7, "lower"),
        ("fatigue", [5] * 6 + [4], [4] * 7, None),
        ("morning_stiffness", [20] * 7, [10] * 7, "higher"),
        ("morning_stiffness", [19] * 7, [10] * 7, None),
        ("weight", [61.0] * 7, [60.0] * 7, "higher"),
        ("weight", [60.9] * 7, [60.0] * 7, None),
        ("malar_rash", [2] + [0] * 9, [0] * 10, "higher"),
        ("malar_rash", [1] * 10, [0] * 10, None),
        ("malar_rash", [0] * 11, [2] + [0] * 10, None),
        ("nasal_ulcer", [False] * 10, [True] * 2 + [False] * 8, "lower"),
        ("raynaud", [30] * 10, [0] * 10, None),
        ("fever", [39.0] * 10, [36.5] * 10, None),
    ],
)
def test_an_arrow_needs_the_printed_difference(
    code: str, now: list[ReadingValue], before: list[ReadingValue], told: str | None
) -> None:
    assert compared(code, now, before) == told


def test_six_recorded_days_or_a_period_below_fourteen_days_are_compared_with_nothing() -> None:
    assert compared("fatigue", [9] * 6, [1] * 7) is None
    assert compared("fatigue", [9] * 7, [1] * 6) is None
    assert compared("fatigue", [9] * 7, [1] * 7, length=13) is None
    assert compared("fatigue", [9] * 7, [1] * 7, length=14) == "higher"


def test_unlike_items_are_ranked_against_the_whole_of_their_scale() -> None:
    def ranked(code: str, now: list[ReadingValue], before: list[ReadingValue]) -> Fraction:
        return rank(CATALOGUE.get(code), over(code, *now), over(code, *before), 84)

    assert ranked("fatigue", [6] * 7, [4] * 7) == Fraction(1, 5)
    assert ranked("morning_stiffness", [60] * 7, [0] * 7) == Fraction(1, 2)
    assert ranked("joint_swelling", [14] * 7, [0] * 7) == Fraction(1, 2)
    assert ranked("oral_ulcer", [2] * 7, [0] * 7) == 1
    assert ranked("weight", [70.0] * 7, [60.0] * 7) == 0
    assert ranked("fatigue", [4] * 7, [4] * 7) == 0


def test_new_is_twice_lately_and_never_in_seven_recorded_days_before() -> None:
    item = CATALOGUE.get("oral_ulcer")
    assert is_new(item, days(2, 3), days(*[1] * 7))
    assert not is_new(item, days(2, 1), days(*[1] * 7))
    assert not is_new(item, days(2, 3), days(*[1] * 6))
    assert not is_new(item, days(2, 3), days(*[1] * 6, 2))
