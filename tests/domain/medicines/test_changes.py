"""What changed since the last visit, told in words of direction only."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from lupusdiary.domain.medicines.catalogue import fixed_text
from lupusdiary.domain.medicines.change_wording import change_text
from lupusdiary.domain.medicines.changes import changes
from lupusdiary.domain.medicines.medicines_now import medicines_on, now_text
from lupusdiary.domain.period import parse_day
from lupusdiary.language import translator
from tests.domain.medicines.vectors import records, rows

LANGUAGES = ("ko", "en")


def _lines(given: dict[str, Any]) -> list[dict[str, Any]]:
    read = records({"medicines": given["medicines"]})
    found = []
    for change in changes(read.medicines, parse_day(given["last_visit"]), parse_day(given["today"])):
        line: dict[str, Any] = {"kind": change.kind}
        if change.day is not None:
            line["day"] = change.day.isoformat()
        line |= {code: change_text(change, translator(code)) for code in LANGUAGES}
        if any(fixed_text(step.medicine.ingredient) for step in change.steps):
            line["fixed_text"] = True
        found.append(line)
    return found


def _now(given: dict[str, Any], day: date) -> dict[str, list[str]]:
    held = medicines_on(records({"medicines": given["medicines"]}).medicines, day)
    return {code: [now_text(each, translator(code)) for each in held] for code in LANGUAGES}


@pytest.mark.parametrize("row", rows("medicine_changes", "cases"))
def test_a_change_is_told_as_the_vectors_say(row: dict[str, Any]) -> None:
    given, expected = row["input"], row["expect"]
    assert _lines(given) == expected["lines"]
    assert [[line["ko"], line["en"]] for line in _lines(given)] == row["by_hand"]
    assert _now(given, parse_day(given["last_visit"]) - timedelta(days=1)) == expected["before"]
    assert _now(given, parse_day(given["today"])) == expected["after"]


@pytest.mark.parametrize("row", rows("further_changes", "cases"), ids=lambda row: row["title"])
def test_further_changes_are_told_by_the_same_rules(row: dict[str, Any]) -> None:
    assert _lines(row["input"]) == row["lines"]


def _period(start: str, end: str | None = None, mg: float = 5, **more: Any) -> dict[str, Any]:
    period: dict[str, Any] = {"start": start, "planned": True, "pattern": {"kind": "daily"}}
    period["parts"] = [{"unit": "mg", "amount": mg, "times": 1}]
    if end is not None:
        period["end"] = end
    return period | more


def _stop(start: str, **more: Any) -> dict[str, Any]:
    return {"start": start, "planned": False, "pattern": {"kind": "none"}} | more


def _told(*periods: dict[str, Any], **more: Any) -> list[str]:
    named = {"id": "m1", "name": "소론도정", "ingredient": "prednisolone", "route": "oral", "form": "tablet"}
    entry = named | {"periods": list(periods)} | more
    given = {"medicines": [entry], "last_visit": "2026-09-03", "today": "2026-11-26"}
    return [line["ko"] for line in _lines(given)]


_NONE = "지난 진료 이후 약이 바뀐 기록이 없습니다."


def test_more_than_three_steps_are_counted() -> None:
    days = ["2026-08-01", "2026-09-10", "2026-09-24", "2026-10-08", "2026-10-22", "2026-11-05"]
    steps = [_period(day, None, 60 - 10 * number) for number, day in enumerate(days)]
    assert _told(*steps) == [
        "감량: 소론도정(프레드니솔론) 60 → 10 mg/일, 5단계 (2026. 9. 10. – 2026. 11. 5.)"
    ]


def test_up_and_down_is_changed() -> None:
    assert _told(_period("2026-01-01"), _period("2026-10-01", "2026-10-14", 20)) == [
        "변경: 소론도정(프레드니솔론) 5 → 20 → 5 mg/일 (2026. 10. 1., 2026. 10. 15.부터)"
    ]


def test_an_amount_that_cannot_be_compared_is_changed() -> None:
    unknown = _period("2026-01-01")
    del unknown["parts"]
    assert _told(unknown, _period("2026-10-01")) == [
        "변경: 소론도정(프레드니솔론) 용량 모름 → 5 mg/일 (2026. 10. 1.부터)"
    ]


def test_begun_again_after_an_earlier_course() -> None:
    assert _told(_period("2026-01-01", "2026-03-01"), _period("2026-10-01")) == [
        "다시 시작: 소론도정(프레드니솔론) 5 mg/일 (2026. 10. 1.부터)"
    ]


def test_stopped_and_then_the_same_again_is_paused() -> None:
    assert _told(_period("2026-01-01"), _stop("2026-09-20"), _period("2026-10-01")) == [
        "쉼: 소론도정(프레드니솔론) 5 mg/일 (2026. 9. 20. – 2026. 9. 30.)"
    ]


def test_a_gap_between_two_equal_doses_is_no_change() -> None:
    assert _told(_period("2026-01-01", "2026-09-20"), _period("2026-10-01")) == [_NONE]


def test_a_sensitive_reason_is_not_told_and_a_sensitive_medicine_only_when_ticked() -> None:
    stop = _stop("2026-10-01", reason="pregnancy", reason_text="둘째")
    assert _told(_period("2026-01-01"), stop) == ["중단: 소론도정(프레드니솔론) 5 mg/일 (2026. 10. 1.부터)"]
    assert _told(_period("2026-10-01"), sensitive=True) == [_NONE]


def test_another_ingredient_is_stopped_and_started_and_two_of_one_are_told_apart() -> None:
    sources = [
        ("m1", "마이렙트정", "mycophenolate_mofetil", [_period("2026-01-01"), _stop("2026-10-01")]),
        ("m2", "마이폴틱장용정", "mycophenolate_sodium", [_period("2026-10-01")]),
        ("m3", "소론도정", "prednisolone", [_period("2026-01-01")]),
        ("m4", "니소론정", "prednisolone", [_period("2026-09-15", "2026-10-15")]),
    ]
    medicines = [
        {"id": id, "name": name, "ingredient": ingredient, "route": "oral", "periods": periods}
        for id, name, ingredient, periods in sources
    ]
    given = {"medicines": medicines, "last_visit": "2026-09-03", "today": "2026-11-26"}
    assert [line["kind"] for line in _lines(given)] == ["stopped", "started", "interim"]


def test_two_products_of_a_class_are_changed_and_never_higher_or_lower() -> None:
    first, second = _period("2026-01-01", "2026-10-01", mg=50), _period("2026-10-02", mg=20)
    listed = [
        {"id": "m1", "name": "코자정", "ingredient": "raas", "route": "oral", "periods": [first]},
        {"id": "m2", "name": "올메텍정", "ingredient": "raas", "route": "oral", "periods": [second]},
    ]
    (line,) = _lines({"medicines": listed, "last_visit": "2026-09-03", "today": "2026-11-26"})
    assert line["kind"] == "changed"
    listed[0]["periods"] = [first, second]
    (line,) = _lines({"medicines": listed[:1], "last_visit": "2026-09-03", "today": "2026-11-26"})
    assert line["kind"] == "lower"
