"""How doses, sums and what was taken are said, in both languages."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from lupusdiary.domain.medicines.adherence import Adherence, adherence
from lupusdiary.domain.medicines.dose_wording import dose_words
from lupusdiary.domain.medicines.exposure import exposure
from lupusdiary.domain.medicines.exposure_wording import (
    adherence_text,
    exposure_text,
    other_tables_text,
    together_text,
)
from lupusdiary.domain.medicines.medicines_now import in_order_of_classes, medicines_on, next_due, next_step
from lupusdiary.domain.period import Period
from lupusdiary.language import translator
from tests.domain.medicines.vectors import records

_KO, _EN = translator("ko"), translator("en")
_START = date(2026, 3, 2)


def _medicine(pattern: dict[str, Any], *parts: dict[str, Any], **more: Any) -> dict[str, Any]:
    period = {"start": _START.isoformat(), "planned": True, "pattern": pattern, "parts": list(parts)}
    named = {
        "id": "m",
        "name": "소론도정",
        "ingredient": "prednisolone",
        "route": "oral",
        "periods": [period],
    }
    return named | more


def _mg(amount: float, **more: Any) -> dict[str, Any]:
    return {"unit": "mg", "amount": amount, "times": 1} | more


@pytest.mark.parametrize(
    ("pattern", "parts", "korean", "english"),
    [
        ({"kind": "daily"}, [_mg(10)], "10 mg/일", "10 mg a day"),
        ({"kind": "daily"}, [_mg(500, times=2)], "500 mg 하루 2회", "500 mg twice a day"),
        ({"kind": "daily"}, [_mg(500, times=3)], "500 mg 하루 3회", "500 mg 3 times a day"),
        ({"kind": "daily"}, [_mg(1000, times=2)], "1000 mg 하루 2회", "1000 mg twice a day"),
        (
            {"kind": "daily"},
            [_mg(10, at=["morning"]), _mg(5, times=2, at=["noon", "evening"])],
            "20 mg/일(10+5+5)",
            "20 mg a day (10+5+5)",
        ),
        ({"kind": "alternate_days"}, [_mg(10)], "10 mg 격일", "10 mg every other day"),
        ({"kind": "every_n_days", "days": 3}, [_mg(10)], "10 mg 3일마다", "10 mg every 3 days"),
        (
            {"kind": "alternating_doses"},
            [_mg(200, turn=1), _mg(400, turn=2)],
            "200 mg · 400 mg 하루씩 번갈아",
            "200 mg and 400 mg in turn",
        ),
        (
            {"kind": "weekly_once", "weekdays": ["mon"]},
            [_mg(10)],
            "10 mg 주 1회(월)",
            "10 mg once a week (Mon)",
        ),
        (
            {"kind": "weekdays", "weekdays": ["fri", "mon", "wed"]},
            [_mg(5)],
            "5 mg 월·수·금",
            "5 mg Mon, Wed, Fri",
        ),
        (
            {"kind": "weekdays"},
            [_mg(3, weekdays=["mon", "wed", "fri"]), _mg(2, weekdays=["tue", "thu", "sat", "sun"])],
            "월·수·금 3 mg, 화·목·토·일 2 mg",
            "3 mg on Mon, Wed, Fri, 2 mg on Tue, Thu, Sat, Sun",
        ),
        ({"kind": "every_n_weeks", "weeks": 4}, [_mg(300)], "300 mg 4주마다", "300 mg every 4 weeks"),
        ({"kind": "every_n_months", "months": 6}, [_mg(60)], "60 mg 6개월마다", "60 mg every 6 months"),
        (
            {"kind": "monthly", "day_of_month": 1},
            [_mg(150)],
            "150 mg 매월 1일",
            "150 mg on day 1 of each month",
        ),
        (
            {"kind": "as_needed", "most": 3, "most_unit": "capsule"},
            [{"strength": 250, "unit": "mg", "amount": 1, "amount_unit": "capsule"}],
            "필요시 250 mg(하루 최대 3캡슐)",
            "250 mg as needed (at most 3 capsules a day)",
        ),
        (
            {"kind": "daily"},
            [{"strength": 1, "unit": "%", "amount": 1, "amount_unit": "drop", "times": 4}],
            "1방울 하루 4회",
            "1 drop 4 times a day",
        ),
        ({"kind": "daily"}, [], "용량 모름", "amount not known"),
        ({"kind": "daily"}, [{"strength": 0.1, "unit": "%", "times": 2}], "하루 2회", "twice a day"),
        (
            {"kind": "daily"},
            [{"strength": 0.2, "unit": "g", "amount": 2, "amount_unit": "tablet", "times": 1}],
            "400 mg/일",
            "400 mg a day",
        ),
        (
            {"kind": "daily"},
            [_mg(5), {"unit": "IU", "amount": 10, "times": 1}],
            "5 mg/일 + 10 IU/일",
            "5 mg a day + 10 IU a day",
        ),
    ],
)
def test_a_dose_is_said(
    pattern: dict[str, Any], parts: list[dict[str, Any]], korean: str, english: str
) -> None:
    (medicine,) = records({"medicines": [_medicine(pattern, *parts)]}).medicines
    assert (dose_words(medicine.periods[0], _KO), dose_words(medicine.periods[0], _EN)) == (korean, english)


def test_a_sum_says_of_what_it_is_made() -> None:
    taken = [
        {"day": (_START + timedelta(n)).isoformat(), "medicine": "m", "state": "taken"} for n in range(28)
    ]
    found = records({"medicines": [_medicine({"kind": "daily"}, _mg(5))], "taken": taken})
    period = Period(_START - timedelta(5), _START + timedelta(68))
    result = exposure(found.medicines, found.taken, period, period.end)
    assert exposure_text(result, _KO) == (
        "소론도정(프레드니솔론) 345 mg, 알고 있는 69일/74일: 기록 28, 처방대로 41 (대략)"
    )
    assert exposure_text(result, _EN) == (
        "소론도정 (prednisolone) 345 mg, known 69 of 74 days: 28 recorded, 41 as prescribed (approximate)"
    )
    nothing = exposure((), (), period, period.end)
    assert exposure_text(nothing, _EN) == "no day of this period is known"


def test_deflazacort_is_said_by_both_tables() -> None:
    entry = _medicine({"kind": "daily"}, _mg(18), name="캘코트정", ingredient="deflazacort")
    found = records({"medicines": [entry]})
    period = Period(_START, _START + timedelta(27))
    (source,) = exposure(found.medicines, (), period, period.end).sources
    assert other_tables_text(source, _KO) == "6 mg = 5 mg으로 계산 420, 7.5 mg = 5 mg이면 336"
    assert together_text(_KO) == "같은 성분 두 약을 모두 더했습니다"


@pytest.mark.parametrize(
    ("counts", "korean", "english"),
    [
        (
            Adherence(due=84, recorded=71, taken=69, skipped=2),
            "기록한 71일 중 안 먹은 날 2일, 84일 중 71일 기록",
            "skipped 2 of 71 recorded days, recorded 71 of 84 days",
        ),
        (
            Adherence(due=7, recorded=4, taken=2, skipped=1, partly=1, late=1, extra=2),
            "기록한 4일 중 안 먹은 날 1일, 일부 안 먹음 1일, 늦게 1일, 더 씀 2일, 7일 중 4일 기록",
            "skipped 1 of 4 recorded days, partly skipped 1 day, late 1 day, extra 2 days, "
            "recorded 4 of 7 days",
        ),
        (
            Adherence(due=4, recorded=3, taken=3, daily=False),
            "기록한 3회 중 안 먹은 것 0회, 4회 중 3회 기록",
            "skipped 0 of 3 recorded doses, recorded 3 of 4 doses",
        ),
        (Adherence(used=18, used_days=12), "12일에 18번 씀", "used 18 times on 12 days"),
        (Adherence(due=28), "복용 기록 없음", "no intake recorded"),
    ],
)
def test_what_was_taken_is_said_without_a_per_cent(counts: Adherence, korean: str, english: str) -> None:
    assert (adherence_text(counts, _KO), adherence_text(counts, _EN)) == (korean, english)


def test_one_of_two_intakes_skipped_is_partly() -> None:
    day = _START.isoformat()
    rows = [
        {"day": day, "medicine": "m", "state": "skipped", "intake": "1"},
        {"day": day, "medicine": "m", "state": "taken", "intake": "2"},
    ]
    found = records({"medicines": [_medicine({"kind": "daily"}, _mg(5, times=2))], "taken": rows})
    counts = adherence(found.medicines[0], found.taken, Period(_START, _START), _START)
    assert (counts.recorded, counts.partly, counts.skipped, counts.taken) == (1, 1, 0, 0)


def test_what_is_taken_now_stands_in_the_order_of_classes_and_the_next_step_is_said() -> None:
    plan = [{"plan": "p1"}]
    periods = [
        {
            "start": "2026-03-02",
            "end": "2026-04-12",
            "planned": True,
            "plan": "p1",
            "pattern": {"kind": "daily"},
        },
        {"start": "2026-04-13", "planned": True, "plan": "p1", "pattern": {"kind": "daily"}},
    ]
    listed = [
        _medicine({"kind": "daily"}, _mg(1), id="a", name="엽산정", ingredient=None),
        _medicine({"kind": "daily"}, _mg(1), id="b", name="홍삼", kind="supplement"),
        {
            "id": "c",
            "name": "소론도정",
            "ingredient": "prednisolone",
            "route": "oral",
            "plans": plan,
            "periods": periods,
        },
        _medicine({"kind": "daily"}, _mg(200), id="d", name="할록신정", ingredient="hydroxychloroquine"),
    ]
    del listed[0]["ingredient"]
    medicines = records({"medicines": listed}).medicines
    held = in_order_of_classes(medicines_on(medicines, _START))
    assert [each.medicine.code for each in held] == ["d", "c", "a", "b"]
    ahead = next_step(medicines[2], _START)
    assert ahead is not None
    assert ahead.start == date(2026, 4, 13)
    assert next_step(medicines[2], date(2026, 4, 13)) is None


def test_a_given_injection_moves_what_is_shown_as_next_and_no_plan() -> None:
    every_4_weeks = {"kind": "every_n_weeks", "weeks": 4}
    given = [{"day": "2026-03-05", "medicine": "m", "state": "late"}]
    found = records({"medicines": [_medicine(every_4_weeks, _mg(300))], "taken": given})
    (medicine,) = found.medicines
    assert next_due(medicine, (), _START) == _START
    assert next_due(medicine, (), date(2026, 3, 10)) == date(2026, 3, 30)
    assert next_due(medicine, found.taken, date(2026, 3, 10)) == date(2026, 4, 2)
    assert medicine.periods[0].due(date(2026, 3, 30))
    (needed,) = records({"medicines": [_medicine({"kind": "as_needed"}, _mg(5))]}).medicines
    assert next_due(needed, (), _START) is None
