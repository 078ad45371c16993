"""record, lab and event: what is entered stands in the diary, and a bad word changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calling import Caller

DAY = "2026-11-20"


def test_record_creates_a_diary_and_says_what_it_read(call: Caller) -> None:
    path = call.path("d.lupusdiary")
    words = (
        "fatigue=6",
        "joint_pain=4",
        "fever=37.9",
        "bp=120/80",
        "chills=yes",
        "nasal_ulcer=0",
        'note="인용"',
    )
    said = call("record", path, "2026-11-22", *words).fine()
    assert len(said.splitlines()) == 1
    assert "Fatigue 6" in said
    day = call.exported(path)["days"][0]
    assert day == {
        "day": "2026-11-22",
        "readings": {
            "bp": "120/80", "chills": True, "fatigue": 6,
            "fever": 37.9, "joint_pain": 4, "nasal_ulcer": False,
        },
        "note": '"인용"',
    }  # fmt: skip


def test_a_day_filled_in_later_is_remembered_as_such(call: Caller, diary: Path) -> None:
    assert call.exported(diary)["days"][0]["how"] == {"fatigue": "later", "note": "later"}


def test_an_empty_value_clears(call: Caller, diary: Path) -> None:
    said = call("record", diary, DAY, "fatigue=", "note=", "joint_pain=2").fine()
    assert "cleared" in said
    assert call.exported(diary)["days"][0]["readings"] == {"joint_pain": 2}
    assert "note" not in call.exported(diary)["days"][0]
    call("record", diary, DAY, "joint_pain=").fine()
    assert call.exported(diary)["days"] == []


@pytest.mark.parametrize(
    "words",
    [
        ["fatigue=11"],
        ["fatigue=-1"],
        ["fatigue=six"],
        ["fatigue=6.5"],
        ["fatigue=6", "happiness=5"],
        ["fatigue=6", "malar_rash=9"],
        ["bp=80/120"],
        ["chills=maybe"],
        ["fever=98.6"],
        ["fatigue=5", "fatigue=6"],
        ["fatigue"],
        ["=6"],
        ["c3=52"],
        ["note=a\0b"],
        ["note=\udc80"],
        ["note=" + "가" * 3_500_000],
    ],
)
def test_record_is_all_or_nothing(call: Caller, diary: Path, words: list[str]) -> None:
    before = diary.read_bytes()
    call("record", diary, DAY, "joint_pain=3", *words).refused()
    assert diary.read_bytes() == before
    new = call.path("new.lupusdiary")
    call("record", new, DAY, *words).refused()
    assert sorted(call.folder.iterdir()) == [diary]


@pytest.mark.parametrize(
    "day", ["2026-11-23", "2026-02-30", "20261120", "today", "", "0001-01-01", "9999-12-31"]
)
def test_a_day_that_cannot_be_is_refused(call: Caller, diary: Path, day: str) -> None:
    before = diary.read_bytes()
    call("record", diary, day, "fatigue=6").refused()
    call("lab", diary, day, "c3", "52").refused()
    call("event", diary, day, "other", "x").refused()
    assert diary.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said", "kept"),
    [
        (["c3", "52", "mg/dL"], "52 mg/dL", {"kind": "quantity", "value": 52}),
        (
            ["anti_dsdna", "<1.3", "IU/mL"],
            "below 1.3 IU/mL",
            {"kind": "quantity", "comparator": "<", "value": 1.3},
        ),
        (["ana", "1:640"], "640", {"kind": "titre", "value": 640}),
        (["urine_protein_dip", "2+"], "2+", {"kind": "ordinal", "code": "2+"}),
        (["urine_protein_dip", "음성"], "negative", {"kind": "ordinal", "code": "neg"}),
        (["urine_protein_dip", "-"], "negative", {"kind": "ordinal", "code": "neg"}),
        (["urine_rbc", "5-9", "/HPF"], "5", {"kind": "range", "low": 5, "high": 9}),
        (["c3", "검사중"], "no result yet", {"kind": "pending"}),
        (["c3", "see note"], "kept as text", {"kind": "text"}),
        (["c3", "-3.2", "mg/dL"], "kept as text", {"kind": "text"}),
    ],
)
def test_a_result_is_kept_as_it_was_printed(
    call: Caller, words: list[str], said: str, kept: dict[str, object]
) -> None:
    path = call.path("d.lupusdiary")
    assert said in call("lab", path, DAY, *words).fine()
    result = call.exported(path)["labs"][0]
    assert result["value_text"] == words[1]
    assert {key: result[key] for key in kept} == kept


def test_range_laboratory_and_method_are_kept(call: Caller) -> None:
    path = call.path("d.lupusdiary")
    options = ("--range", "90-180", "--laboratory", "가상 병원", "--method", "TIA")
    call("lab", path, DAY, "c3", "52", "mg/dl", *options).fine()
    result = call.exported(path)["labs"][0]
    assert result["unit"] == "mg/dl"
    assert (result["range_text"], result["range_low"], result["range_high"]) == ("90-180", 90, 180)
    assert (result["laboratory"], result["method"]) == ("가상 병원", "TIA")


def test_the_same_result_again_is_nothing_new(call: Caller) -> None:
    path = call.path("d.lupusdiary")
    call("lab", path, DAY, "c3", "52", "mg/dL").fine()
    before = call.exported(path)
    assert "already" in call("lab", path, DAY, "c3", "52", "mg/dL").fine()
    assert call.exported(path) == before
    call("lab", path, DAY, "c3", "53", "mg/dL").fine()
    assert [result["value"] for result in call.exported(path)["labs"]] == [52, 53]


@pytest.mark.parametrize("unit", ["mg/dL", "mg/dl", "MG/DL", "g/L", "mg/L"])
def test_units_are_taken_in_every_spelling(call: Caller, unit: str) -> None:
    call("lab", call.path("d.lupusdiary"), DAY, "c3", "52", unit).fine()


@pytest.mark.parametrize(
    "words", [["c33", "52"], ["c3", "52", "bananas " * 6], ["fatigue", "6"], ["c3", ""], ["c3", " "]]
)
def test_an_unknown_code_or_unit_changes_nothing(call: Caller, diary: Path, words: list[str]) -> None:
    before = diary.read_bytes()
    call("lab", diary, DAY, *words).refused()
    assert diary.read_bytes() == before
    call("lab", call.path("new"), DAY, *words).refused()
    assert sorted(call.folder.iterdir()) == [diary]


def test_events_and_visits(call: Caller) -> None:
    path = call.path("d.lupusdiary")
    assert "Kidney biopsy" in call("event", path, DAY, "kidney_biopsy", "4형").fine()
    call("event", path, DAY, "diagnosis").fine()
    call("event", path, DAY, "diagnosis").fine()
    assert "Outpatient visit" in call("event", path, DAY, "outpatient_visit", "검사 결과").fine()
    call("event", path, "2027-01-05", "outpatient_visit").fine()
    found = call.exported(path)
    assert found["events"] == [
        {"day": DAY, "kind": "kidney_biopsy", "title": "4형"},
        {"day": DAY, "kind": "diagnosis"},
    ]
    assert found["visits"] == [{"day": DAY, "note": "검사 결과"}, {"day": "2027-01-05"}]


def test_an_unknown_event_creates_nothing(call: Caller) -> None:
    call("event", call.path("new"), DAY, "party").refused()
    assert list(call.folder.iterdir()) == []


def test_messages_are_in_the_language_asked_for(call: Caller, diary: Path) -> None:
    assert "피로" in call("record", diary, DAY, "fatigue=6", "--language", "ko").fine()
    assert "피로" in call("record", diary, DAY, "fatigue=60", "--language=ko").refused()


def test_a_missing_folder_is_not_made(call: Caller) -> None:
    call("record", call.path("none") / "d.lupusdiary", DAY, "fatigue=6").refused()
    assert list(call.folder.iterdir()) == []


def test_a_temperature_may_be_typed_in_fahrenheit(call: Caller) -> None:
    path = call.path("d.lupusdiary")
    assert "98.6 °F" in call("record", path, DAY, "fever=98.6F").fine()
    day = call.exported(path)["days"][0]
    assert day["readings"] == {"fever": 37}
    assert day["entered"] == {"fever": "98.6 [degF]"}
    copy = call.path("copy.lupusdiary")
    call("export", path, "--format", "csv", "--out", call.path("csv")).fine()
    call("import", copy, call.path("csv")).fine()
    assert call.exported(copy) == call.exported(path)
    call("record", path, DAY, "fever=120F").refused()
