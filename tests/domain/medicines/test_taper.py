"""A taper is spelled out only as far as it was said; what is open is asked."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lupusdiary.domain.medicines.quick_entry.answers import answered_steps
from lupusdiary.domain.medicines.quick_entry.parse_taper import parse_taper
from lupusdiary.domain.medicines.taper import ParsedTaper, TaperStep, dated
from lupusdiary.exchange.medicines.taper_format import encode_taper
from lupusdiary.language import Refusal
from tests.domain.medicines.vectors import rows

_PLANS = [row for row in rows("medicine_lines", "lines") if row.values[0]["source"] == "taper"]


def _plan(line: str) -> ParsedTaper:
    found = parse_taper(line)
    assert found is not None
    return found


@pytest.mark.parametrize("row", _PLANS)
def test_a_plan_is_read_as_the_vectors_say(row: dict[str, Any]) -> None:
    found = _plan(row["line"])
    expected = dict(row["expect"])
    answers = {name: str(value) for name, value in expected.pop("answers", {}).items()}
    assert encode_taper(found, answered_steps(found, answers)) == expected
    assert list(found.ask) == row["ask"]
    assert found.offer == row.get("offer", {})


def _amounts(line: str, **answers: str) -> list[tuple[float | None, int | None]]:
    return [(step.amount, step.days) for step in answered_steps(_plan(line), answers)]


def test_the_amount_between_two_rules_is_kept_as_it_was_answered() -> None:
    line = "20 mg, 2주마다 5씩 10까지, 그다음 4주마다 5씩 5까지"
    assert _amounts(line) == []
    assert _amounts(line, hold="this") == [(20, 14), (15, 14), (10, 14), (5, None)]
    assert _amounts(line, hold="next") == [(20, 14), (15, 14), (10, 28), (5, None)]


@pytest.mark.parametrize(
    ("line", "steps"),
    [
        ("25 mg, 2주마다 10씩 10까지", [(25, 14), (15, 14), (10, None)]),
        ("25 mg, 2주마다 10씩, 중단", [(25, 14), (15, 14), (5, 14), (None, None)]),
        ("Prednisolone 15 mg, reduce by 5 mg every week to 5 mg, then stop",
         [(15, 7), (10, 7), (5, 7), (None, None)]),
        ("20mg 1주 → 15mg 1주 → 중단", [(20, 7), (15, 7), (None, None)]),
        ("20mg x7d -> 15mg x7d -> 5mg", [(20, 7), (15, 7), (5, None)]),
        ("지금 20 mg, 2주마다 5씩 줄여서 10까지", [(20, 14), (15, 14), (10, None)]),
        ("소론도 20mg에서 2주마다 5mg씩 감량, 10mg까지 감량 후 유지", [(20, 14), (15, 14), (10, None)]),
        ("60mg 1주, 2주마다 25씩 10까지", [(60, 7), (35, 14), (10, None)]),
        ("6정 3일 → 4정 3일, 그 다음 2정", [(6, 3), (4, 3), (2, None)]),
        ("프레드니솔론 30mg 5일간, 20mg 5일간 후 중단", [(30, 5), (20, 5), (None, None)]),
        ("10mg daily for 7 days, then 5mg daily for 7 days, then stop", [(10, 7), (5, 7), (None, None)]),
    ],
)  # fmt: skip
def test_a_smaller_rest_goes_to_the_target_and_never_past_it(
    line: str, steps: list[tuple[float | None, int | None]]
) -> None:
    assert _amounts(line) == steps


@pytest.mark.parametrize("line", ["20 mg에서 2주마다 10%씩 줄임", "20 mg에서 천천히 감량", "반씩 줄임"])
def test_what_is_not_spelled_out_is_kept_and_its_steps_are_asked(line: str) -> None:
    found = _plan(line)
    assert (found.kept, found.ask, found.steps()) == (line, ("steps",), ())


@pytest.mark.parametrize(
    "line",
    [
        "소론도정 5mg 1정, 프레드니솔론정 1mg 2정 매일",
        "Prednisolone 5 mg 2 tablets every other day",
        "소론도 5mg",
    ],
)
def test_a_prescription_is_no_plan(line: str) -> None:
    assert parse_taper(line) is None


def test_weeks_are_days_and_a_month_is_of_the_calendar() -> None:
    steps = answered_steps(_plan("20 mg, 매달 5씩 10까지"), {})
    found = [(start, end) for start, end, _ in dated(steps, date(2026, 1, 31))]
    assert found == [
        (date(2026, 1, 31), date(2026, 2, 27)),
        (date(2026, 2, 28), date(2026, 3, 27)),
        (date(2026, 3, 28), None),
    ]


def test_an_answer_that_is_none_is_refused() -> None:
    plan = _plan("20 mg, 2주마다 5씩 10까지, 그다음 4주마다 5씩")
    with pytest.raises(Refusal, match="hold"):
        answered_steps(plan, {"hold": "perhaps", "end": "0"})
    with pytest.raises(Refusal, match="not an amount"):
        answered_steps(plan, {"hold": "next", "end": "low"})
    with pytest.raises(Refusal, match="not asked"):
        answered_steps(plan, {"colour": "red"})


@given(st.integers(2, 80), st.integers(1, 20), st.integers(0, 40), st.integers(1, 8))
def test_steps_fall_without_gap_to_the_target(start: int, by: int, to: int, weeks: int) -> None:
    to = min(to, start - 1)
    plan = _plan(f"{start} mg, {weeks}주마다 {by}씩")
    steps: tuple[TaperStep, ...] = answered_steps(plan, {"end": str(to)})
    amounts = [step.amount or 0 for step in steps]
    assert amounts[0] == start
    assert amounts[-1] == to
    assert all(0 < before - after <= by for before, after in pairwise(amounts))
    days = list(dated(steps, date(2026, 1, 1)))
    assert all(after[0] - before[1] == timedelta(1) for before, after in pairwise(days) if before[1])
    assert days[-1][1] is None
