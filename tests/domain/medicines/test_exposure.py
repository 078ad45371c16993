"""The steroid exposure of a period: what is known, what it rests on, and what is never added up."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lupusdiary.domain.medicines.adherence import adherence
from lupusdiary.domain.medicines.exposure import Exposure, exposure
from lupusdiary.domain.medicines.pulse import PulseEvent
from lupusdiary.domain.period import Period, parse_day
from lupusdiary.exchange.medicines.exposure_format import encode_exposure
from tests.domain.medicines.plain_exposure import plain_totals
from tests.domain.medicines.random_courses import random_document
from tests.domain.medicines.vectors import records, rows


def _exposure(course: dict[str, Any], *events: PulseEvent) -> Exposure:
    read = records(course)
    period = Period(parse_day(course["from"]), parse_day(course["to"]))
    return exposure(read.medicines, read.taken, period, parse_day(course["today"]), events)


@pytest.mark.parametrize("row", rows("medicine_exposure", "courses"))
def test_a_course_is_summed_as_the_vectors_say(row: dict[str, Any]) -> None:
    found = encode_exposure(_exposure(row["input"]))
    days = {
        "by_day": found.pop("by_day"),
        "planned_by_day": found["planned"].pop("by_day"),
        "recorded_by_day": found["recorded"].pop("by_day"),
    }
    found |= {
        key: {day: mg for day, mg in line.items() if day in row["samples"]} for key, line in days.items()
    }
    if "adherence_of" in row:
        read = records(row["input"])
        (medicine,) = (each for each in read.medicines if each.code == row["adherence_of"])
        period = Period(parse_day(row["input"]["from"]), parse_day(row["input"]["to"]))
        counts = adherence(medicine, read.taken, period, parse_day(row["input"]["today"]))
        found["adherence"] = {key: getattr(counts, key) for key in row["expect"]["adherence"]}
    assert found == row["expect"]


@pytest.mark.parametrize("seed", range(80))
def test_a_plain_reading_of_the_rules_finds_the_same_days_and_sums(seed: int) -> None:
    document = random_document(seed)
    found = encode_exposure(_exposure(document))
    plain = plain_totals(document)
    assert found["by_day"] == pytest.approx(plain["known"], abs=1e-3)
    assert found["planned"]["by_day"] == pytest.approx(plain["planned"], abs=1e-3)


def test_two_medicines_of_one_ingredient_on_days_that_are_not_known_are_no_fault() -> None:
    course = _course({}, {"start": _iso(0), "planned": True, "pattern": {"kind": "daily"}, "parts": [_TEN]})
    course["medicines"] += [
        course["medicines"][0] | {"id": "m2", "name": "니소론정"},
        course["medicines"][0]
        | {"id": "m3", "name": "덱사메타손정", "ingredient": "dexamethasone"}
        | {"periods": [{"start": _iso(0), "planned": True, "pattern": {"kind": "daily"}}]},
    ]
    assert _exposure(course).known_days == 0


_TEN = {"strength": 5, "unit": "mg", "amount": 2, "times": 1}


def _day(number: int) -> date:
    return date(2026, 1, 1) + timedelta(days=number)


def _iso(number: int) -> str:
    return _day(number).isoformat()


def _course(
    medicine: dict[str, Any], *periods: dict[str, Any], days: int = 60, **more: Any
) -> dict[str, Any]:
    named = {"id": "m1", "name": "소론도정", "ingredient": "prednisolone", "route": "oral"} | medicine
    entry = named | {"periods": list(periods)}
    listed = {"from": _iso(0), "to": _iso(days - 1), "today": _iso(days - 1), "medicines": [entry]}
    return listed | more


def _period(start: int, end: int | None = None, mg: float | None = 5, **more: Any) -> dict[str, Any]:
    period: dict[str, Any] = {"start": _iso(start), "planned": True, "pattern": {"kind": "daily"}}
    if end is not None:
        period["end"] = _iso(end)
    if mg is not None:
        period["parts"] = [{"unit": "mg", "amount": mg, "times": 1}]
    return period | more


_STOP = {"planned": False, "pattern": {"kind": "none"}}


def _row(day: int, state: str = "taken", **more: Any) -> dict[str, Any]:
    return {"day": _iso(day), "medicine": "m1", "state": state} | more


def test_a_real_stop_is_zero_and_known_until_something_begins() -> None:
    stop = {"start": _iso(10)} | _STOP
    found = _exposure(_course({}, _period(0), stop, _period(20, 24, 10)))
    assert found.known.by_day[_day(9)] == 5
    assert found.known.by_day[_day(10)] == found.known.by_day[_day(19)] == 0
    assert found.known.by_day[_day(24)] == 10
    # When what began since has ended without a stop, nothing is known again.
    assert _day(25) not in found.known.by_day
    assert found.recorded_days == 10


def test_a_planned_last_step_of_nothing_gives_way_for_good() -> None:
    none = _period(10, None, None, pattern={"kind": "none"}, plan="p1")
    plans = {"plans": [{"plan": "p1"}]}
    found = _exposure(_course(plans, _period(0, 9, plan="p1"), none, _period(20, 24, 10)))
    assert found.known.by_day[_day(19)] == 0
    assert _day(25) not in found.known.by_day
    assert found.recorded_days == 0


def test_a_stop_is_no_zero_while_another_steroid_of_unknown_fate_was_in_use_since() -> None:
    stop = {"start": _iso(10)} | _STOP
    course = _course({}, _period(0), stop)
    other = {"id": "m2", "name": "메드롤정", "ingredient": "methylprednisolone", "route": "oral"}
    earlier = course["medicines"] + [other | {"periods": [_period(0, 5, 4)]}]
    later = course["medicines"] + [other | {"periods": [_period(12, 15, 4)]}]
    assert _exposure(course | {"medicines": earlier}).known.by_day[_day(20)] == 0
    assert _day(20) not in _exposure(course | {"medicines": later}).known.by_day


def test_a_recorded_weekly_dose_speaks_up_to_the_next() -> None:
    weekly = _period(0, None, 20, pattern={"kind": "every_n_weeks", "weeks": 1})
    found = _exposure(_course({"route": "im"}, weekly, taken=[_row(7)]))
    assert list(found.recorded.by_day) == [_day(number) for number in range(7, 14)]
    assert found.recorded.total == 20


def test_what_is_not_recorded_of_one_medicine_leaves_the_record_of_the_day_open() -> None:
    course = _course({}, _period(0), taken=[_row(3)])
    other = {"id": "m2", "name": "메드롤정", "ingredient": "methylprednisolone", "route": "oral"}
    both = course["medicines"] + [other | {"periods": [_period(0, None, 4)]}]
    found = _exposure(course | {"medicines": both})
    assert found.recorded.by_day == {}
    assert found.known.by_day[_day(3)] == 10


def test_a_plan_that_was_left_holds_no_longer() -> None:
    plans = {"plans": [{"plan": "p1", "left": _iso(5)}]}
    found = _exposure(_course(plans, _period(0, 20, plan="p1")))
    assert found.known_days == 5


def test_a_steroid_whose_route_is_not_known_leaves_its_days_open() -> None:
    course = _course({}, _period(0))
    other = {"id": "m2", "name": "덱사메타손", "ingredient": "dexamethasone", "periods": [_period(5, 6, 4)]}
    found = _exposure(course | {"medicines": [*course["medicines"], other]})
    assert {_day(4), _day(7)} <= found.known.by_day.keys()
    assert found.known.by_day.keys().isdisjoint({_day(5), _day(6)})
    assert [(each.name, each.why) for each in found.not_counted] == [("덱사메타손", "route_not_known")]


def test_another_unit_is_not_known_and_never_zero() -> None:
    drops = _period(0, 9, None, parts=[{"amount": 3, "amount_unit": "drop"}])
    assert _exposure(_course({}, drops)).known_days == 0


def test_a_pulse_event_stands_where_no_medicine_tells_the_pulse() -> None:
    pulse = _period(3, 4, 500, pattern={"kind": "pulse", "days": 2})
    course = _course({"name": "솔루메드롤주", "ingredient": "methylprednisolone", "route": "iv"}, pulse)
    event = PulseEvent(_day(4), "충격요법", "methylprednisolone", 1000, 2)
    bare = PulseEvent(_day(30))
    found = _exposure(course, event, bare)
    assert [(each.day, each.dose_mg, each.mg) for each in found.pulses] == [
        (_day(3), 500, 625),
        (_day(4), 500, 625),
        (_day(5), 1000, 1250),
        (_day(30), None, None),
    ]
    assert found.known_days == 0


def test_a_skipped_pulse_day_is_none() -> None:
    pulse = _period(3, 4, 500, pattern={"kind": "pulse", "days": 2})
    medicine = {"ingredient": "methylprednisolone", "route": "iv"}
    found = _exposure(_course(medicine, pulse, taken=[_row(4, "skipped")]))
    assert [each.day for each in found.pulses] == [_day(3)]


def test_days_to_come_are_planned_and_not_known() -> None:
    found = _exposure(_course({}, _period(0), days=60) | {"today": _iso(9)})
    assert (found.known_days, found.future_days, found.unknown_days) == (10, 50, 0)
    assert len(found.planned.by_day) == 60


@st.composite
def _courses(draw: st.DrawFn) -> dict[str, Any]:
    """Some periods, stops, pauses and rows of one medicine within 60 days."""
    periods = []
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, 50))
        end = draw(st.none() | st.integers(start, 59))
        kind = draw(st.sampled_from(["daily", "alternate_days", "as_needed", "none"]))
        planned = draw(st.booleans()) or (end is None and kind != "none")
        mg = None if kind == "none" else draw(st.none() | st.sampled_from([2.5, 5, 10]))
        periods.append(_period(start, end, mg, planned=planned, pattern={"kind": kind}))
    states = st.sampled_from(["taken", "late", "skipped"])
    rows = [_row(day, draw(states)) for day in draw(st.sets(st.integers(0, 59), max_size=8))]
    return _course({}, *periods, taken=rows)


@given(_courses(), st.integers(0, 58))
def test_sums_of_adjacent_periods_add_up(course: dict[str, Any], cut: int) -> None:
    whole = _exposure(course)
    first = _exposure(course | {"to": _iso(cut)})
    second = _exposure(course | {"from": _iso(cut + 1)})
    for line in ("known", "planned", "recorded"):
        both = getattr(first, line).by_day | getattr(second, line).by_day
        assert getattr(whole, line).by_day == both
    assert whole.known_days == first.known_days + second.known_days
    assert whole.recorded_days == first.recorded_days + second.recorded_days


@given(_courses())
def test_every_day_is_known_unknown_or_to_come(course: dict[str, Any]) -> None:
    found = _exposure(course)
    assert found.known_days + found.unknown_days + found.future_days == found.period.days
    assert 0 <= found.recorded_days <= found.known_days
    assert sum((source.mg for source in found.sources), Fraction(0)) == (found.known.total or 0)
