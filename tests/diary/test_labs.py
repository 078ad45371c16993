from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lupusdiary.diary import Diary
from lupusdiary.diary.row_mapping import Records
from lupusdiary.domain.change import Change
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import LabResult, OwnAnalyte, SheetRow, SheetTemplate
from lupusdiary.language import Refusal

TODAY = date(2026, 11, 22)
CLINIC = "중앙검사실"


def printed(
    diary: Diary, analyte: str, value: str, unit: str | None = None, range_text: str | None = None, *,
    day: date = TODAY, laboratory: str | None = CLINIC, method: str | None = None,
) -> LabResult:  # fmt: skip
    found = diary.labs.catalogue().get(analyte)
    return lab_result(day, found, value, unit, range_text, laboratory, method)


@pytest.mark.parametrize(
    ("analyte", "value", "unit", "range_text"),
    [
        ("c3", "52", "mg/dL", "90-180"),
        ("anti_dsdna", "<1.3", "IU/mL", "<10"),
        ("ana", "1:640", None, "<1:80"),
        ("urine_protein_dip", "2+", None, "음성"),
        ("urine_rbc", "5-9", "/HPF", "0-4"),
        ("c4", "검사중", None, None),
        ("c3", "읽을 수 없음", None, None),
    ],
)
def test_a_result_comes_back_as_it_was_printed(
    diary: Diary, analyte: str, value: str, unit: str | None, range_text: str | None
) -> None:
    result = printed(diary, analyte, value, unit, range_text)
    kept = diary.labs.add(result)
    assert kept.id is not None
    assert diary.labs.all() == [result]


def test_the_same_result_again_is_no_step(diary: Diary, heard: list[Change]) -> None:
    first = diary.labs.add(printed(diary, "c3", "52", "mg/dL"))
    again = diary.labs.add(printed(diary, "c3", "52", "mg/dL"))
    assert again.id == first.id
    assert len(heard) == 1
    assert heard[0].nouns >= {"labs"}
    assert heard[0].days == {TODAY}


def test_a_different_result_of_the_same_day_is_a_second_one(diary: Diary) -> None:
    diary.labs.add(printed(diary, "c3", "52", "mg/dL"))
    diary.labs.add(printed(diary, "c3", "53", "mg/dL"))
    diary.labs.add(printed(diary, "c3", "52", "mg/dL", "90-180"))
    assert [result.value_text for result in diary.labs.all(analyte="c3")] == ["52", "53", "52"]


def test_a_sheet_is_one_step_and_all_or_nothing(diary: Diary, heard: list[Change]) -> None:
    good = [printed(diary, "c3", "52", "mg/dL"), printed(diary, "c4", "9", "mg/dL")]
    with pytest.raises(Refusal, match="no laboratory test"):
        diary.labs.add_sheet([*good, replace(good[0], analyte="moonlight")])
    assert heard == []
    assert diary.labs.all() == []
    diary.labs.add_sheet(good)
    assert len(heard) == 1
    diary.history.undo()
    assert diary.labs.all() == []
    assert diary.labs.laboratories() == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"collected_on": TODAY + timedelta(days=1)}, "in the future"),
        ({"collected_on": date(1850, 1, 1)}, "too long ago"),
        ({"analyte": "moonlight"}, "no laboratory test"),
        ({"unit": "furlong" * 6}, "too long for a unit"),
        ({"value_text": "  "}, "no value"),
        ({"kind": "guess"}, "not a kind"),
        ({"value": float("inf")}, "not a number"),
        ({"laboratory": "x" * 201}, "at most 200"),
        ({"note": "a\0b"}, "cannot be saved"),
    ],
)
def test_what_cannot_be_a_result_is_refused(diary: Diary, changes: dict[str, object], sentence: str) -> None:
    kept = diary.labs.add(printed(diary, "c3", "52", "mg/dL"))
    bad = replace(kept, **changes)  # type: ignore[arg-type]
    for verb in (diary.labs.add, diary.labs.change):
        with pytest.raises(Refusal, match=sentence):
            verb(bad)
    assert diary.labs.all() == [kept]


def test_a_result_is_changed_and_removed_by_its_id(diary: Diary) -> None:
    kept = diary.labs.add(printed(diary, "c3", "52", "mg/dL"))
    diary.labs.change(replace(printed(diary, "c3", "25", "mg/dL"), id=kept.id))
    assert [result.value for result in diary.labs.all()] == [25]
    diary.labs.remove(kept.id)
    assert diary.labs.all() == []
    for verb in (lambda: diary.labs.change(kept), lambda: diary.labs.remove(kept.id)):
        with pytest.raises(Refusal, match="no longer there"):
            verb()


def test_results_stand_by_day_and_then_by_entry(diary: Diary) -> None:
    for back, value in ((1, "1"), (3, "2"), (1, "3"), (0, "4")):
        diary.labs.add(printed(diary, "c3", value, day=TODAY - timedelta(days=back)))
    assert [result.value_text for result in diary.labs.all()] == ["2", "1", "3", "4"]
    period = Period(TODAY - timedelta(days=3), TODAY - timedelta(days=1))
    assert [result.value_text for result in diary.labs.all(period)] == ["2", "1", "3"]
    assert diary.labs.all(period, "c4") == []
    assert diary.labs.analytes_used() == ["c3"]


def test_a_laboratory_learns_what_it_prints_from_its_results(diary: Diary) -> None:
    diary.labs.add_sheet([printed(diary, "upcr", "0.9", "mg/mg"), printed(diary, "c3", "52", "mg/dL")])
    diary.labs.add(printed(diary, "c4", "9", "mg/dL"))
    diary.labs.add(printed(diary, "c3", "60", "mg/dL", laboratory=None))
    rows = diary.labs.sheet(CLINIC).rows
    assert [row.analyte for row in rows] == ["upcr", "c3", "c4"]
    assert [row.analyte for row in diary.labs.sheet(None).rows] == ["c3"]
    assert diary.labs.laboratories() == [CLINIC]


def test_a_sheet_is_ordered_labelled_and_forgotten(diary: Diary, heard: list[Change]) -> None:
    sheet = SheetTemplate(
        CLINIC, (SheetRow("c4", "보체 C4"), SheetRow("upcr", None, "mg/g{creat}"), SheetRow("c3"))
    )
    diary.labs.set_sheet(sheet)
    diary.labs.set_sheet(sheet)
    assert diary.labs.sheet(CLINIC) == sheet
    assert len(heard) == 1
    turned = replace(sheet, rows=sheet.rows[::-1])
    diary.labs.set_sheet(turned)
    assert diary.labs.sheets() == [turned]
    diary.history.undo()
    assert diary.labs.sheets() == [sheet]
    diary.labs.set_sheet(SheetTemplate(CLINIC))
    assert diary.labs.sheets() == []
    with pytest.raises(Refusal, match="no laboratory test"):
        diary.labs.set_sheet(SheetTemplate(CLINIC, (SheetRow("moonlight"),)))


def test_a_laboratory_without_rows_offers_what_it_has_printed(diary: Diary) -> None:
    diary.labs.add_sheet([printed(diary, "c4", "9"), printed(diary, "c3", "52")])
    diary.labs.set_sheet(SheetTemplate(CLINIC))
    assert [row.analyte for row in diary.labs.sheet(CLINIC).rows] == ["c4", "c3"]
    diary.labs.add(printed(diary, "upcr", "0.9", "mg/mg"))
    assert [row.analyte for row in diary.labs.sheet(CLINIC).rows] == ["c4", "c3", "upcr"]


def test_the_last_unit_range_and_method_are_those_of_the_latest_sheet(diary: Diary) -> None:
    before = TODAY - timedelta(days=90)
    diary.labs.add(printed(diary, "c3", "0.52", "g/L", "0.9-1.8", method="nephelometry"))
    diary.labs.add(printed(diary, "c3", "52", "mg/dL", "90-180", day=before))
    diary.labs.add(printed(diary, "c3", "50", "mg/dL", "80-170", laboratory="elsewhere"))
    assert diary.labs.last_units(CLINIC) == {"c3": ("g/L", "0.9-1.8", "nephelometry")}
    assert diary.labs.last_units("elsewhere") == {"c3": ("mg/dL", "80-170", None)}
    assert diary.labs.last_units("nowhere") == {}


def test_an_own_test_is_added_and_takes_results(diary: Diary) -> None:
    code = diary.labs.add_own(OwnAnalyte("", "Anti-C1q", "quantity", "U/mL"))
    diary.labs.add(printed(diary, code, "12.5", "U/mL"))
    assert diary.labs.catalogue().get(code).own
    assert diary.labs.own() == [OwnAnalyte(code, "Anti-C1q", "quantity", "U/mL")]
    diary.history.undo()
    diary.history.undo()
    assert code not in diary.labs.catalogue()


@pytest.mark.parametrize(
    "own",
    [
        OwnAnalyte("", "Anti-C1q"),
        OwnAnalyte("", "  "),
        OwnAnalyte("", "x", "guess"),
        OwnAnalyte("", "x" * 201),
    ],
)
def test_an_own_test_needs_a_new_name_and_a_kind(diary: Diary, own: OwnAnalyte) -> None:
    diary.labs.add_own(OwnAnalyte("", "Anti-C1q"))
    with pytest.raises(Refusal):
        diary.labs.add_own(own)
    assert len(diary.labs.own()) == 1


def test_the_newest_result_of_a_test_is_found_without_the_others(
    diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = (TODAY - timedelta(days=40), TODAY - timedelta(days=2), TODAY - timedelta(days=400))
    for at, day in enumerate(days):
        diary.labs.add(printed(diary, "c3", f"{80 + at}", "mg/dL", day=day))
    diary.labs.add(printed(diary, "c3", "99", "mg/dL", day=days[1]))
    diary.labs.add(printed(diary, "c4", "12", "mg/dL"))
    read: list[object] = []
    make = Records._record
    monkeypatch.setattr(Records, "_record", lambda self, row: (read.append(row), make(self, row))[1])
    newest = diary.labs.newest("c3")
    assert newest is not None
    assert (newest.collected_on, newest.value_text) == (days[1], "99")
    assert len(read) == 1
    assert diary.labs.newest("upcr") is None
