"""Medicines, what was taken, the exposure, allergies and visits from the command line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import Caller
from tests.domain.medicines.vectors import rows

LINE = "소론도정 5mg 1회 2정 하루 1번 매일"
DAILY = ("--strength", 5, "--unit", "mg", "--amount", 2, "--times", 1, "--pattern", "daily")


def _course(call: Caller) -> Path:
    path = call.path("course.lupusdiary")
    for name, strength, times, pattern, start, end in (
        ("methylprednisolone", 4, 1, "daily", "2026-01-01", "2026-01-30"),
        ("prednisolone", 5, 1, "alternate_days", "2026-02-01", "2026-02-10"),
        ("hydroxychloroquine", 200, 2, "daily", "2026-01-01", "2026-03-01"),
    ):
        amount = 2 if name == "prednisolone" else 1
        call(
            *("medicine", "add", path, name, "--strength", strength, "--unit", "mg", "--amount", amount),
            *("--times", times, "--pattern", pattern, "--from", start, "--to", end),
        ).fine()
    return path


def test_the_exposure_of_courses_that_were_entered(call: Caller) -> None:
    path = _course(call)
    words = ("exposure", path, "--from", "2026-01-01", "--to", "2026-02-28")
    found = json.loads(call(*words, "--json").fine())
    assert (found["total_mg"], found["known_days"], found["unknown_days"]) == (200, 40, 19)
    assert [source["mg"] for source in found["sources"]] == [150, 50]
    said = call(*words).fine()
    assert "known 40 of 59 days: 0 recorded, 40 as prescribed (approximate)" in said
    assert "methylprednisolone 120 mg (as prednisolone 150 mg)" in said
    assert "30 days until 2026-02-28" in said
    assert "since the first entry, 59 days until 2026-02-28" in said


def _without_samples(found: dict[str, Any], samples: list[str]) -> dict[str, Any]:
    days = {
        "by_day": found.pop("by_day"),
        "planned_by_day": found["planned"].pop("by_day"),
        "recorded_by_day": found["recorded"].pop("by_day"),
    }
    return found | {
        key: {day: mg for day, mg in line.items() if day in samples} for key, line in days.items()
    }


@pytest.mark.parametrize("row", rows("medicine_exposure", "courses"))
def test_an_imported_course_is_summed_as_the_vectors_say(call: Caller, row: dict[str, Any]) -> None:
    given = row["input"]
    call.clock.move(days=(date.fromisoformat(given["today"]) - call.clock.now.date()).days)
    document = {key: given[key] for key in ("medicines", "taken", "events") if key in given}
    source, path = call.path("in.json"), call.path("course.lupusdiary")
    source.write_text(json.dumps({"format": "lupusdiary", "version": 1} | document), encoding="utf-8")
    call("import", path, source).fine()
    found = json.loads(call("exposure", path, "--from", given["from"], "--to", given["to"], "--json").fine())
    expected = {key: value for key, value in row["expect"].items() if key != "adherence"}
    assert _without_samples(found, row["samples"]) == expected


@pytest.mark.parametrize("row", rows("medicine_changes", "cases"))
@pytest.mark.parametrize("language", ["ko", "en"])
def test_changes_are_told_as_the_vectors_say(call: Caller, row: dict[str, Any], language: str) -> None:
    given = row["input"]
    source, path = call.path("in.json"), call.path("course.lupusdiary")
    call.clock.move(days=6)
    document = {"format": "lupusdiary", "version": 1, "medicines": given["medicines"]}
    source.write_text(json.dumps(document), encoding="utf-8")
    call("import", path, source).fine()
    days = ("--since", given["last_visit"], "--today", given["today"])
    said = call("medicine", "changes", path, *days, "--language", language).fine()
    assert said.splitlines() == [line[language] for line in row["expect"]["lines"]]


def test_a_line_is_entered_and_the_same_again_appends(call: Caller, diary: Path) -> None:
    call("medicine", "add", diary, "--line", LINE, "--from", "2026-10-01").fine()
    call("medicine", "add", diary, "소론도정", *DAILY, "--from", "2026-11-01").fine()
    (kept,) = call.exported(diary)["medicines"]
    assert (kept["name"], kept["ingredient"], kept["route"]) == ("소론도정", "prednisolone", "oral")
    assert [period["start"] for period in kept["periods"]] == ["2026-10-01", "2026-11-01"]
    assert kept["periods"][0]["printed"] == LINE
    assert kept["periods"][0]["pattern"] == {"kind": "daily"}


def test_what_is_asked_ends_the_call_and_nothing_is_kept(call: Caller, diary: Path) -> None:
    before = diary.read_bytes()
    words = ("medicine", "add", diary, "--line", "소론도정 5mg 1회 2정 1일 1회", "--from", "2026-10-01")
    assert call(*words).refused() == "Every day, every other day, or on certain days?"
    assert diary.read_bytes() == before
    call(*words, "--answer", "pattern=alternate_days").fine()
    assert call.exported(diary)["medicines"][0]["periods"][0]["pattern"] == {"kind": "alternate_days"}


def test_a_taper_is_entered_as_one_plan(call: Caller, diary: Path) -> None:
    line = "소론도정 60 mg, 2주마다 25씩 10까지, 그다음 4주마다 5씩"
    words = ("medicine", "add", diary, "--line", line, "--from", "2026-10-01")
    assert "Is 10 mg kept 2 weeks or 4 weeks?" in call(*words).refused()
    call(*words, "--answer", "hold=next", "--answer", "end=0").fine()
    (kept,) = call.exported(diary)["medicines"]
    assert [plan["plan"] for plan in kept["plans"]] == ["p1"]
    assert [step["start"] for step in kept["periods"]][:3] == ["2026-10-01", "2026-10-15", "2026-10-29"]
    assert kept["periods"][-1]["pattern"] == {"kind": "none"}


def test_every_field_of_a_schedule(call: Caller, diary: Path) -> None:
    for name, *more in (
        ("MTX", "--pattern", "weekly_once", "--weekdays", "mon"),
        (
            "Rituximab",
            "--pattern",
            "every_n_months",
            "--months",
            6,
            "--route",
            "iv",
            "--anchor",
            "2026-01-02",
        ),
        ("Belimumab", "--pattern", "every_n_weeks", "--weeks", 4, "--route", "iv"),
        ("타이레놀", "--pattern", "as_needed", "--most", 3),
        ("주사", "--pattern", "dates", "--dates", "2026-01-05,2026-02-05"),
        ("비타민", "--pattern", "monthly", "--day-of-month", 1),
        ("펄스", "--pattern", "pulse", "--days", 3, "--route", "iv"),
    ):
        call(
            "medicine", "add", diary, name, "--amount", 10, "--unit", "mg", "--from", "2026-01-05", *more
        ).fine()
    patterns = [each["periods"][0]["pattern"] for each in call.exported(diary)["medicines"]]
    assert patterns == [
        {"kind": "weekly_once", "weekdays": ["mon"]},
        {"kind": "every_n_months", "months": 6, "anchor": "2026-01-02"},
        {"kind": "every_n_weeks", "weeks": 4},
        {"kind": "as_needed", "most": 3},
        {"kind": "dates", "dates": ["2026-01-05", "2026-02-05"]},
        {"kind": "monthly", "day_of_month": 1},
        {"kind": "pulse", "days": 3},
    ]


@pytest.mark.parametrize(
    "words",
    [
        ["--pattern", "weekly_once"],
        ["--pattern", "sometimes"],
        ["--pattern", "daily", "--amount", "many"],
        ["--pattern", "daily", "--times", "25"],
        ["--pattern", "daily", "--to", "2026-10-30"],
        ["--pattern", "daily", "--actual"],
        ["--pattern", "daily", "--route", "ear canal"],
        ["--pattern", "weekdays", "--weekdays", "moonday"],
        ["--pattern", "pulse"],
        [],
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(call: Caller, diary: Path, words: list[str]) -> None:
    before = diary.read_bytes()
    call("medicine", "add", diary, "소론도정", "--from", "2026-11-01", *words).refused()
    assert diary.read_bytes() == before


def test_a_medicine_is_stopped_with_its_reason(call: Caller, diary: Path) -> None:
    call("medicine", "add", diary, "소론도정", *DAILY, "--from", "2026-10-01").fine()
    call("medicine", "stop", diary, "소론도정", "2026-11-20", "--reason", "doctor").fine()
    call("medicine", "stop", diary, "소론도정", "2026-11-20", "--reason", "mood").refused()
    call("medicine", "stop", diary, "다른 약", "2026-11-20").refused()
    last = call.exported(diary)["medicines"][0]["periods"][-1]
    assert last == {
        "start": "2026-11-20", "pattern": {"kind": "none"}, "planned": False, "reason": "doctor",
    }  # fmt: skip


def test_what_was_taken_is_one_row_an_intake(call: Caller, diary: Path) -> None:
    call("medicine", "add", diary, "소론도정", *DAILY, "--from", "2026-10-01").fine()
    call("taken", diary, "2026-11-20", "소론도정").fine()
    assert "skipped" in call("taken", diary, "2026-11-20", "소론도정", "skipped").fine()
    call("taken", diary, "2026-11-21", "소론도정", "late", "--at", "13:10").fine()
    call("taken", diary, "2026-11-22", "소론도정", "extra", "--amount", "1").fine()
    skipped, late, extra = call.exported(diary)["taken"]
    assert (skipped["state"], skipped["how"]) == ("skipped", "later")
    assert (late["state"], late["at"]) == ("late", "13:10")
    assert extra["parts"] == [{"strength": 5, "unit": "mg", "amount": 1}]


@pytest.mark.parametrize(
    "words",
    [
        ["2026-11-23", "소론도정"],
        ["2026-11-20", "다른 약"],
        ["2026-11-20", "소론도정", "eaten"],
        ["2026-11-20", "소론도정", "taken", "--at", "noon"],
        ["2026-11-20", "소론도정", "extra"],
        ["2026-09-20", "소론도정"],
    ],
)
def test_an_intake_that_cannot_be_is_refused(call: Caller, diary: Path, words: list[str]) -> None:
    call("medicine", "add", diary, "소론도정", *DAILY, "--from", "2026-10-01").fine()
    before = diary.read_bytes()
    call("taken", diary, *words).refused()
    assert diary.read_bytes() == before


def test_a_time_that_the_dose_does_not_have_is_refused_with_those_that_it_has(
    call: Caller, diary: Path
) -> None:
    line = "소론도정 5mg 1회 1정 매일 아침 저녁"
    call("medicine", "add", diary, "--line", line, "--from", "2026-10-01").fine()
    refused = call("taken", diary, "2026-11-20", "소론도정", "--intake", "noon").refused()
    assert "no intake “noon”" in refused
    assert "morning, evening" in refused
    assert "taken" not in call.exported(diary)
    call("taken", diary, "2026-11-20", "소론도정", "--intake", "evening").fine()
    (kept,) = call.exported(diary)["taken"]
    assert kept["intake"] == "evening"


def test_an_allergy_and_a_visit_are_kept(call: Caller, diary: Path) -> None:
    call("allergy", diary, "설파제", "발진", "가려움").fine()
    call("visit", diary, "2026-12-03", "--department", "신장내과", "--question", "언제 줄이나요?").fine()
    call("visit", diary, "2026-12-03", "--department", "안과").fine()
    call(
        "visit",
        diary,
        "2026-12-03",
        "--department",
        "신장내과",
        "--question",
        "예방접종?",
        "--agreed",
        "5 mg",
    ).fine()
    found = call.exported(diary)
    assert found["allergies"] == [{"name": "설파제", "reactions": ["발진", "가려움"]}]
    kidney, eyes = found["visits"]
    assert kidney["questions"] == ["언제 줄이나요?", "예방접종?"]
    assert (kidney["agreed"], eyes["department"]) == (["5 mg"], "안과")


@pytest.mark.parametrize("verb", ["taken", "exposure", "allergy", "visit", "medicine"])
def test_too_few_words_end_with_the_usage(call: Caller, verb: str) -> None:
    done = call(verb)
    assert done.status == 2
    assert f"lupusdiary {verb}" in done.err
