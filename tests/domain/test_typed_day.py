"""A day is read as people type it, or refused in a sentence."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lupusdiary.domain.period import EARLIEST_DAY, LATEST_DAY
from lupusdiary.domain.typed_day import read_day
from lupusdiary.language import Refusal

TODAY = date(2026, 11, 22)
MAY = date(2026, 5, 14)


@pytest.mark.parametrize(
    "text",
    [
        "20260514", "2026.5.14", "2026. 5. 14.", "2026-5-14", "2026-05-14", "2026/5/14", " 2026 5 14 ",
        "2026년 5월 14일", "5/14", "5.14", "5-14", "5월 14일", "14/5", "14 May", "14 may 2026", "May 14",
        "May 14, 2026", "14th of May 2026", "5/14/2026", "14.5.2026",
        "２０２６．５．１４", "２０２６０５１４",
        "2026. 5. 14.(목)", "2026. 5. 14. 목요일", "Thu, 14 May 2026",
    ],
)  # fmt: skip
def test_the_same_day_however_it_is_typed(text: str) -> None:
    assert read_day(text, TODAY) == MAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("오늘", TODAY),
        ("today", TODAY),
        ("어제", date(2026, 11, 21)),
        ("Yesterday", date(2026, 11, 21)),
        ("그저께", date(2026, 11, 20)),
        ("내일", date(2026, 11, 23)),
        ("1/3", date(2026, 1, 3)),
        ("11/22", TODAY),
        ("11/23", date(2025, 11, 23)),
        ("2/29", date(2024, 2, 29)),
    ],
)
def test_what_is_said_from_today(text: str, day: date) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [("1/3", date(2027, 1, 3)), ("12/31", date(2026, 12, 31)), ("10/5", date(2026, 10, 5))],
)
def test_where_a_visit_may_be_to_come_the_nearest_day_is_meant(text: str, day: date) -> None:
    assert read_day(text, TODAY, ahead=True) == day


@pytest.mark.parametrize(
    "text",
    [
        "", "   ", "2026", "0514", "2026-13-01", "2026-02-30", "31 Feb", "5/14/26", "1 2 3 4", "몰라", "May",
        "2026-5", "14 May June", "May the 14", "10000-01-01", "1899-12-31", "5:14", "+5/14", "14 5월 2026 3",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="is not a date"):
        read_day(text, TODAY)


def test_what_could_be_two_days_is_refused_with_both() -> None:
    with pytest.raises(Refusal, match="2026-05-06 or 2026-06-05"):
        read_day("5/6/2026", TODAY)
    assert read_day("5/5/2026", TODAY) == date(2026, 5, 5)


@given(st.dates(EARLIEST_DAY, LATEST_DAY))
def test_every_day_as_the_field_shows_it_is_read_back(day: date) -> None:
    assert read_day(day.isoformat(), TODAY) == day
    assert read_day(f"{day:%Y%m%d}", TODAY) == day


@given(st.text(max_size=40))
def test_any_text_is_a_day_or_refused(text: str) -> None:
    with suppress(Refusal):
        assert isinstance(read_day(text, TODAY), date)
