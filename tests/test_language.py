from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal

from lupusdiary.language import LANGUAGES, Refusal, translator

PATTERNS = {
    ("ko", "full"): "y. M. d.(EEE)",
    ("ko", "short"): "y. M. d.",
    ("ko", "day"): "M. d.",
    ("ko", "long"): "y년 M월 d일 EEEE",
    ("en", "full"): "EEE d MMM y",
    ("en", "short"): "d MMM y",
    ("en", "day"): "d MMM",
    ("en", "long"): "EEEE d MMMM y",
}


@pytest.mark.parametrize(("code", "form"), PATTERNS)
def test_a_day_is_written_as_babel_writes_it(code: str, form: str) -> None:
    days = [date(2026, 1, 1) + timedelta(days=at) for at in range(366)] + [
        date(1900, 2, 3),
        date(2100, 12, 9),
    ]
    shown = [translator(code).date(day, form) for day in days]
    assert shown == [format_date(day, PATTERNS[code, form], locale=code) for day in days]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_number_is_written_as_babel_writes_it(code: str) -> None:
    values = [0, 7, 999, 1000, 21_900, -3, 0.5, 36.6, 1234.56789, 2.0]
    shown = [translator(code).number(value) for value in values]
    assert shown == [format_decimal(value, "#,##0.####", locale=code) for value in values]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_count_in_a_sentence_is_written_as_every_other_number(code: str) -> None:
    tr = translator(code)
    said = tr.text("{count} of {all}", count=3365, all=3653)
    assert said == "3,365 of 3,653"
    assert "12,345" in tr.refusal(Refusal("{count} rows", count=12_345))
