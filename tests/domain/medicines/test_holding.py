"""What is refused, on which days a medicine is due, and which of several periods holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lupusdiary.domain.medicines.holding import held_on, segments
from lupusdiary.domain.medicines.intake import Intake, refuse_rows
from lupusdiary.domain.medicines.medicine import Medication, Plan, find_named, identity, matching
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.language import Refusal

_TODAY = date(2026, 3, 1)
_FIVE = (DosePart(unit="mg", amount=5, times=1),)
_DAILY = DosePattern("daily")


def _day(number: int) -> date:
    return date(2026, 1, 1) + timedelta(days=number)


def _period(start: int = 0, end: int | None = None, **more: object) -> DosePeriod:
    values: dict[str, object] = {"pattern": _DAILY, "parts": _FIVE} | more
    last = None if end is None else _day(end)
    return DosePeriod(_day(start), end=last, **values)  # type: ignore[arg-type]


def _medicine(*periods: DosePeriod, plans: tuple[Plan, ...] = ()) -> Medication:
    return Medication("m1", "소론도정", "prednisolone", "oral", "tablet", plans=plans, periods=periods)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: _period(5, 4), "The period ends before it starts."),
        (lambda: Medication("m", " "), "Write the name of the medicine."),
        (lambda: Medication("m", "x" * 201), "Shorten the name"),
        (lambda: DosePart(amount=0), "is not an amount"),
        (lambda: DosePart(strength=-1), "is not an amount"),
        (lambda: DosePart(amount=1, times=25), "1 to 24"),
        (lambda: DosePart(amount=1, times=2, at=("morning",)), "There are 1 times of day for 2 intakes."),
        (lambda: _period(pattern=DosePattern("hourly")), "“hourly” is not a schedule"),
        (lambda: _period(pattern=DosePattern("weekly_once")), "once a week needs one"),
        (lambda: _period(pattern=DosePattern("alternating_doses")), "Write both amounts"),
        (lambda: _period(pattern=DosePattern("pulse")), "Write how many days."),
        (lambda: _period(pattern=DosePattern("dates")), "Write at least one date."),
        (lambda: _period(pattern=DosePattern("none")), "Days without the medicine have no amount."),
        (lambda: _medicine(_period(plan="p1")), "“p1” is not a plan"),
        (
            lambda: _medicine(_period(0, 9, plan="p"), _period(9, 20, plan="p"), plans=(Plan("p"),)),
            "Two steps of this plan cover 2026-01-10.",
        ),
        (lambda: _medicine(_period(5, plan="p"), plans=(Plan("p", left=_day(4)),)), "left before it began"),
        (lambda: _period(planned=False).refuse_untold(_TODAY), "Enter the last day"),
        (lambda: _period(0, 90, planned=False).refuse_untold(_TODAY), "Enter the last day"),
        (lambda: Intake(_day(0), "m1", "skipped", parts=_FIVE), "What was skipped has no amount."),
        (lambda: Intake(_day(0), "m1", "extra"), "Enter how much was taken"),
    ],
)
def test_it_is_refused_in_one_sentence(make: Callable[[], object], sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence.replace("(", r"\(")):
        make()


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([Intake(_TODAY + timedelta(1), "m1", "taken")], "This day has not come yet."),
        ([Intake(_day(-3), "m1", "taken")], "nothing was due on"),
        ([Intake(_day(0), "m1", "taken"), Intake(_day(0), "m1", "late", "1")], "recorded twice"),
        ([Intake(_day(0), "m1", "taken", "1"), Intake(_day(0), "m1", "late", "1")], "recorded twice"),
    ],
)
def test_rows_that_cannot_be_are_refused(rows: list[Intake], sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        refuse_rows(_medicine(_period()), rows[0].day, rows, _TODAY)


def test_extra_beside_taken_and_each_use_as_needed_are_no_doubles() -> None:
    rows = [Intake(_day(0), "m1", "taken"), Intake(_day(0), "m1", "extra", parts=_FIVE)]
    refuse_rows(_medicine(_period()), _day(0), rows, _TODAY)
    needed = _medicine(_period(pattern=DosePattern("as_needed")))
    refuse_rows(needed, _day(0), [Intake(_day(0), "m1", "taken")] * 2, _TODAY)


@pytest.mark.parametrize(
    ("pattern", "due"),
    [
        (DosePattern("alternate_days", anchor=_day(1)), [1, 3, 5]),
        (DosePattern("every_n_days", days=3), [0, 3, 6]),
        (DosePattern("weekly_once", weekdays=("mon",)), [4]),
        (DosePattern("weekdays", weekdays=("thu", "sun")), [0, 3]),
        (DosePattern("every_n_weeks", weeks=1), [0]),
        (DosePattern("dates", dates=(_day(2), _day(5))), [2, 5]),
        (DosePattern("single"), [0]),
        (DosePattern("as_needed"), []),
        (DosePattern("pulse", days=3), [0, 1, 2]),
    ],
)
def test_it_is_due_on_its_days(pattern: DosePattern, due: list[int]) -> None:
    period = _period(pattern=pattern)
    days = [number for number in range(7) if period.covers(_day(number)) and period.due(_day(number))]
    assert days == due


def test_a_month_counts_from_the_anchor_and_ends_with_its_last_day() -> None:
    half_year = DosePattern("every_n_months", months=6, anchor=date(2025, 8, 31))
    days = [date(2025, 8, 31) + timedelta(days=number) for number in range(400)]
    period = DosePeriod(date(2025, 8, 31), half_year, parts=_FIVE)
    assert [day for day in days if period.due(day)] == [
        date(2025, 8, 31),
        date(2026, 2, 28),
        date(2026, 8, 31),
    ]


def test_the_plan_that_began_last_holds_and_the_older_one_comes_back() -> None:
    older, week = _period(0), _period(10, 16, parts=(DosePart(unit="mg", amount=20),))
    medicine = _medicine(older, week)
    assert [held_on(medicine, _day(number)).period for number in (9, 10, 16, 17)] == [
        older,
        week,
        week,
        older,
    ]


def test_of_two_that_began_on_one_day_the_later_entry_holds() -> None:
    first, second = _period(0), _period(0, parts=(DosePart(unit="mg", amount=20),))
    assert held_on(_medicine(first, second), _day(3)).period is second


def test_as_it_went_stands_above_the_plan() -> None:
    plan, went = _period(0), _period(5, 8, planned=False)
    assert held_on(_medicine(plan, went), _day(6)).period is went
    assert held_on(_medicine(plan, went), _day(9)).period is plan


def test_the_same_name_ingredient_route_and_form_are_the_same_medicine() -> None:
    one = Medication("m1", "소론도정", "prednisolone", "oral", "tablet")
    again = Medication("m2", " 소론도정 ", "prednisolone", "oral", "tablet")
    syrup = Medication("m3", "소론도정", "prednisolone", "oral", "syrup")
    assert identity(one) == identity(again) != identity(syrup)
    assert matching([one, syrup], again) is one
    assert matching([syrup], one) is None
    with pytest.raises(Refusal, match="More than one"):
        find_named([one, syrup], "소론도정")
    assert find_named([one], "소론도정") is one


@given(
    st.lists(st.tuples(st.integers(0, 40), st.none() | st.integers(0, 20), st.booleans()), max_size=6),
    st.integers(0, 45),
)
def test_segments_say_what_holds_on_each_of_their_days(
    spans: list[tuple[int, int | None, bool]], day: int
) -> None:
    periods = [
        _period(start, None if length is None else start + length, planned=planned or length is None)
        for start, length, planned in spans
    ]
    medicine = _medicine(*periods)
    found = [
        held for first, last, held in segments(medicine, _day(0), _day(45)) if first <= _day(day) <= last
    ]
    assert found == [held_on(medicine, _day(day))]
