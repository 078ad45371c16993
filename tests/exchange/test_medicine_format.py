"""Medicines, intakes, allergies and side effects leave as JSON and come back the same."""

from __future__ import annotations

from typing import Any

import pytest

from lupusdiary.exchange.medicines.medicine_format import MedicineRecords, encode_medicines
from lupusdiary.language import Refusal
from tests.domain.medicines.vectors import rows
from tests.exchange.whole_files import read_medicines

_PART = {
    "strength": 5,
    "unit": "mg",
    "amount": 12,
    "amount_unit": "tablet",
    "times": 1,
    "at": ["morning"],
    "product": "소론도정",
    "product_code": "644100980",
}
_DOCUMENT: dict[str, Any] = {
    "medicines": [
        {
            "id": "med_1",
            "name": "소론도정",
            "ingredient": "prednisolone",
            "route": "oral",
            "form": "tablet",
            "kind": "bought",
            "sensitive": True,
            "plans": [{"plan": "p1", "written_on": "2026-01-05", "text": "60 mg …", "left": "2026-01-25"}],
            "periods": [
                {
                    "start": "2026-01-05",
                    "pattern": {"kind": "daily"},
                    "planned": True,
                    "end": "2026-01-18",
                    "plan": "p1",
                    "parts": [_PART],
                    "meal": "after_meal",
                    "site": "right_eye",
                    "supply_days": 14,
                    "dispensed_on": "2026-01-05",
                    "prescribed_on": "2026-01-04",
                    "hospital": "가상대학교병원",
                    "department": "류마티스내과",
                    "pharmacy": "가상약국",
                    "printed": "소론도정 5mg 1회 12정 …",
                    "note": "메모",
                },
                {
                    "start": "2026-02-01",
                    "pattern": {"kind": "as_needed", "most": 3, "most_unit": "tablet"},
                    "planned": True,
                    "parts": [{"strength": 250, "unit": "mg", "amount": 1, "amount_to": 2}],
                },
                {
                    "start": "2026-03-01",
                    "pattern": {"kind": "every_n_weeks", "weeks": 4, "anchor": "2026-02-26", "occasions": 6},
                    "planned": True,
                },
                {
                    "start": "2026-07-06",
                    "pattern": {"kind": "none"},
                    "planned": False,
                    "reason": "doctor",
                    "reason_text": "…",
                },
            ],
        }
    ],
    "taken": [
        {
            "day": "2026-01-05",
            "medicine": "med_1",
            "state": "late",
            "intake": "morning",
            "at": "13:10",
            "how": "later",
        }
    ],
    "allergies": [
        {
            "name": "설파제",
            "ingredient": "tmp_smx",
            "reactions": ["발진"],
            "first_on": "2024-05-02",
            "told_by": "doctor",
            "note": "…",
        }
    ],
    "side_effects": [
        {
            "medicine": "med_1",
            "what": "불면",
            "start": "2026-02-01",
            "end": "2026-02-20",
            "severity": "moderate",
            "told_on": "2026-02-10",
            "note": "…",
        }
    ],
}


def test_a_whole_document_comes_back_as_it_was() -> None:
    found, ignored = read_medicines(_DOCUMENT)
    assert encode_medicines(found) == _DOCUMENT
    assert ignored == set()


@pytest.mark.parametrize("row", [*rows("medicine_exposure", "courses"), *rows("medicine_changes", "cases")])
def test_what_the_vectors_hold_comes_back_as_it_was(row: dict[str, Any]) -> None:
    document = {key: row["input"][key] for key in ("medicines", "taken") if key in row["input"]}
    found, ignored = read_medicines(document)
    assert encode_medicines(found) == document
    assert ignored == set()


def test_nothing_is_written_where_there_is_nothing() -> None:
    assert encode_medicines(MedicineRecords()) == {}


def test_what_was_taken_is_sorted_by_day() -> None:
    rows = [{"day": day, "medicine": "m", "state": "taken"} for day in ("2026-01-02", "2026-01-01")]
    document = {"medicines": [{"id": "m", "name": "x"}], "taken": rows}
    found, _ = read_medicines(document)
    assert encode_medicines(found)["taken"] == [rows[1], rows[0]]
    unsorted = MedicineRecords(taken=found.taken[::-1])
    assert encode_medicines(unsorted)["taken"] == [rows[1], rows[0]]


def test_an_injection_every_4_weeks_is_read_as_every_n_weeks() -> None:
    period = {"start": "2026-01-01", "planned": True, "pattern": {"kind": "every_4_weeks_injection"}}
    found, _ = read_medicines({"medicines": [{"id": "m", "name": "x", "periods": [period]}]})
    (pattern,) = (period.pattern for period in found.medicines[0].periods)
    assert (pattern.kind, pattern.weeks) == ("every_n_weeks", 4)


_PERIOD = {"start": "2026-01-01", "planned": True, "pattern": {"kind": "daily"}}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"start": "2026-13-01"}, "not a date"),
        ({"planned": None}, "null"),
        ({"pattern": {"kind": "hourly"}}, "not a schedule"),
        ({"pattern": {"kind": "pulse"}}, "how many days"),
        ({"end": "2025-12-31"}, "ends before it starts"),
        ({"parts": [{"amount": 0}]}, "not an amount"),
        ({"parts": [{"amount": 1, "times": 25}]}, "1 to 24"),
        ({"parts": [{"amount": 1, "times": 2, "at": ["morning"]}]}, "1 times of day for 2"),
        ({"supply_days": 1.5}, "whole number"),
        ({"reason": "weather"}, "must be one of"),
        ({"plan": "p9"}, "not a plan of this medicine"),
    ],
)
def test_a_fault_is_refused_with_its_place(change: dict[str, Any], sentence: str) -> None:
    document = {"medicines": [{"id": "m", "name": "x", "periods": [_PERIOD | change]}]}
    with pytest.raises(Refusal, match=sentence) as refused:
        read_medicines(document)
    assert "medicines, entry 1" in str(refused.value)


@pytest.mark.parametrize(
    "document",
    [
        {"medicines": [{"id": "m", "name": "x"}, {"id": "m", "name": "y"}]},
        {"taken": [{"day": "2026-01-01", "medicine": "m", "state": "taken"}]},
        {"side_effects": [{"medicine": "m", "what": "x"}]},
        {"medicines": [{"id": "m", "name": "x", "periods": [{"start": "2026-01-01", "planned": True}]}]},
        {
            "medicines": [
                {"id": "m", "name": "x", "periods": [{k: v for k, v in _PERIOD.items() if k != "planned"}]}
            ]
        },
    ],
)
def test_what_points_nowhere_or_is_missing_is_refused(document: dict[str, Any]) -> None:
    with pytest.raises(Refusal):
        read_medicines(document)
