"""Zoom and drag stay inside the diary, and the place under the hand stays under it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lupusdiary.domain.period import Period
from lupusdiary.ui.chart.span import LEAST_DAYS, Span

BOUNDS = Period(date(2020, 1, 1), date(2026, 11, 22))
YEAR = Period.ending(BOUNDS.end, 365)


def test_the_span_of_a_period_is_that_period() -> None:
    assert Span.of(YEAR).period() == YEAR


def test_zoom_keeps_the_place_under_the_hand() -> None:
    span = Span.of(Period(date(2023, 1, 1), date(2023, 12, 31)))
    at = span.first + span.days * 0.3
    assert span.zoomed(0.5, 0.3, BOUNDS).place(at) == pytest.approx(0.3)


def test_zoom_ends_at_a_week_and_at_the_whole_diary() -> None:
    near = far = Span.of(YEAR)
    for _ in range(60):
        near, far = near.zoomed(0.7, 0.5, BOUNDS), far.zoomed(1.4, 0.5, BOUNDS)
    assert near.days == LEAST_DAYS
    assert far.period() == BOUNDS


def test_dragging_ends_at_the_ends_of_the_diary() -> None:
    span = Span.of(YEAR)
    assert span.moved(-1e6, BOUNDS).period().start == BOUNDS.start
    assert span.moved(1e6, BOUNDS).period() == YEAR


def test_a_day_out_of_sight_is_brought_into_it() -> None:
    assert Span.of(YEAR).around(date(2026, 5, 1), BOUNDS) == Span.of(YEAR)
    for day in (date(2024, 5, 1), BOUNDS.start):
        assert day in Span.of(YEAR).around(day, BOUNDS).period()


def test_a_diary_of_one_day_can_be_zoomed_and_moved() -> None:
    bounds = Period(BOUNDS.end, BOUNDS.end)
    span = Span.of(bounds).zoomed(2.0, 0.5, bounds).moved(-30, bounds)
    assert bounds.end in span.period()


@given(st.lists(st.tuples(st.sampled_from(["zoom", "move"]), st.floats(-3, 3), st.floats(0, 1)), max_size=20))
def test_no_gesture_leaves_the_diary(moves: list[tuple[str, float, float]]) -> None:
    span = Span.of(YEAR)
    for kind, by, at in moves:
        span = span.zoomed(2.0**by, at, BOUNDS) if kind == "zoom" else span.moved(by * 500, BOUNDS)
    period = span.period()
    assert BOUNDS.start <= period.start
    assert period.end <= BOUNDS.end
