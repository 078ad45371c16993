"""What a typed line is read as, without a diary."""

from __future__ import annotations

import json
from typing import Any

import pytest

from lupusdiary.cli.arguments import split
from lupusdiary.cli.verbs import VERBS
from tests.cli.calling import Caller

_PLAN = "60 mg, 2주마다 25씩 10까지, 그다음 4주마다 5씩"


def _read(call: Caller, *words: str) -> Any:
    return json.loads(call("medicine", "read", *words).fine())


def test_a_line_is_read_as_json(call: Caller) -> None:
    assert _read(call, "소론도정 5mg 1회 2정 1일 1회 28일분") == {
        "name": "소론도정",
        "ingredient": "prednisolone",
        "route": "oral",
        "form": "tablet",
        "parts": [{"strength": 5, "unit": "mg", "amount": 2, "amount_unit": "tablet", "times": 1}],
        "supply_days": 28,
        "due_day_mg": 10,
        "ask": ["pattern"],
        "offer": {"pattern": "daily"},
    }


def test_words_that_were_not_quoted_are_one_line(call: Caller) -> None:
    assert _read(call, "HCQ", "200mg", "1T", "bid")["due_day_mg"] == 400


def test_an_answer_is_filled_in_and_the_question_stays_named(call: Caller) -> None:
    found = _read(call, "MTX 2.5mg 4T qd", "--answer", "pattern=weekly_once", "--answer=weekday=mon")
    assert found["pattern"] == {"kind": "weekly_once", "weekdays": ["mon"]}
    assert found["answers"] == {"pattern": "weekly_once", "weekday": "mon"}
    assert found["ask"] == ["pattern", "weekday"]


def test_a_strength_or_a_dose_is_told_apart_by_the_answer(call: Caller) -> None:
    line = "소론도정 10mg 매일 아침"
    assert _read(call, line, "--answer", "strength_or_dose=dose")["due_day_mg"] == 10
    assert _read(call, line, "--answer", "strength_or_dose=strength")["parts"][0]["strength"] == 10


def test_a_taper_is_spelled_out_with_the_answers(call: Caller) -> None:
    assert "steps" not in _read(call, _PLAN)
    found = _read(call, _PLAN, "--answer", "hold=next", "--answer", "end=0")
    assert [step.get("amount") for step in found["steps"]] == [60, 35, 10, 5, None]
    assert [step.get("days") for step in found["steps"]] == [14, 14, 28, 28, None]
    assert found["answers"] == {"hold": "next", "end": 0}


def test_what_is_left_over_is_said_beside_the_json(call: Caller) -> None:
    done = call("medicine", "read", "소론도정 5mg 2정 매일 특이사항")
    assert (done.status, done.err.strip()) == (0, "Not understood, and kept as a note: 특이사항")
    assert "특이사항" not in done.out


@pytest.mark.parametrize("answer", ["hold", "hold=", "hold=never", "colour=red", "end=low"])
def test_an_answer_that_is_none_is_refused(call: Caller, answer: str) -> None:
    rest = [] if answer.startswith("hold") else ["--answer", "hold=next"]
    call("medicine", "read", _PLAN, *rest, "--answer", answer).refused()


@pytest.mark.parametrize("words", [["read"], ["swallow", "소론도"], ["read", "소론도", "--colour"]])
def test_what_is_not_known_ends_with_the_usage(call: Caller, words: list[str]) -> None:
    done = call("medicine", *words)
    assert done.status == 2
    assert "lupusdiary medicine read LINE" in done.err


def test_an_option_may_come_more_than_once() -> None:
    found = split(["read", "x", "--answer", "a=1", "--answer=b=2"], VERBS["medicine"].usage)
    assert found is not None
    assert found.repeated == {"--answer": ("a=1", "b=2")}


def test_first_doses_and_the_interval_behind_them_are_two_periods(call: Caller) -> None:
    path = call.path("loading.lupusdiary")
    line = "벤리스타주 480mg 정맥주사 0, 2, 4주 후 4주마다"
    add = ("medicine", "add", path, "--line", line, "--from", "2026-03-01")
    assert call(*add).refused()
    for answer in (("--answer", "first_day=2026-03-01"), ("--anchor", "2026-03-01")):
        said = call(*add, *answer).fine().splitlines()
        assert [each.split(":")[0] for each in said] == ["2026-03-01", "2026-04-26"]


def test_a_line_without_a_medicine_is_refused_and_daily_can_be_chosen_for_methotrexate(call: Caller) -> None:
    path = call.path("daily.lupusdiary")
    for empty in ("", "  ", "1정 하루 한 번 매일"):
        refused = call("medicine", "add", path, "--line", empty, "--from", "2026-03-01").refused()
        assert refused == "Write the name of the medicine."
    add = ("medicine", "add", path, "--line", "MTX 2.5mg 4T qd", "--from", "2026-03-01")
    assert (
        "once a week (Mon)" in call(*add, "--answer", "pattern=weekly_once", "--answer", "weekday=mon").fine()
    )
    assert "10 mg a day" in call(*add, "--answer", "pattern=daily").fine()
    assert "oral" not in call("medicine", "add", path, "--line", "Dexa 4mg qd", "--from", "2026-03-01").err
    assert call(
        "medicine", "add", path, "--line", "Dexa 4mg qd", "--route", "iv", "--from", "2026-03-01"
    ).fine()
