"""Slips of the hand on a sheet are asked about, and a second value of a test has its own row."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.records import SheetRow, SheetTemplate
from lupusdiary.ui.labs.page import LabsPage
from lupusdiary.ui.labs.sheet.model import READ
from lupusdiary.ui.labs.sheet_entry import SheetEntry
from tests.conftest import StandingClock
from tests.ui.daily import Daily, child
from tests.ui.labs.sheet_person import SheetPerson

HERE, ELSEWHERE = "가상대학교병원", "새봄내과의원"
CODES = ("creatinine", "albumin", "c3", "ana", "upcr")


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    daily = Daily(qtbot, tmp_path, clock)
    daily.diary.labs.set_sheet(SheetTemplate(HERE, tuple(SheetRow(code) for code in CODES)))
    return daily


def kept(daily: Daily, day: date, laboratory: str, **values: tuple[str, str]) -> None:
    """Puts earlier results into the diary: the code of a test, its value and unit."""
    known = daily.diary.labs.catalogue()
    for code, (value, unit) in values.items():
        daily.diary.labs.add(lab_result(day, known.get(code), value, unit, laboratory=laboratory))


def new_sheet(daily: Daily) -> SheetPerson:
    page = daily.show(LabsPage)
    daily.click(page.overview.new if page.overview.new.isVisible() else page.start)
    page.form.reload_rows(HERE)
    return SheetPerson(daily, page)


def test_a_letter_among_the_digits_is_asked_about_and_only_she_corrects_it(daily: Daily) -> None:
    """The fact base never corrects a printed letter: the value stays as typed until she says what it is."""
    sheet = new_sheet(daily)
    sheet.enter({"creatinine": "o.8"}, {"creatinine": "mg/dL"})
    assert sheet.sheet.parsed(sheet.row("creatinine")).short == "Is it 0.8 mg/dL?"
    assert sheet.chips("creatinine") == ["Yes", "Keep the text"]
    assert sheet.value("creatinine") == "o.8"
    sheet.press("creatinine", "Yes")
    assert sheet.value("creatinine") == "0.8"
    assert sheet.chips("creatinine") == []
    daily.click(sheet.page.form.save)
    assert [(each.value_text, each.value) for each in daily.diary.labs.all()] == [("0.8", 0.8)]


@pytest.mark.parametrize("typed", ["o.8", "O.8", "0..8", "0. 8"])
def test_left_open_or_kept_such_a_value_is_text(daily: Daily, typed: str) -> None:
    sheet = new_sheet(daily)
    sheet.enter({"c3": typed, "albumin": "4.l"}, {"c3": "mg/dL", "albumin": "g/dL"})
    sheet.press("c3", "Keep the text")
    assert sheet.chips("c3") == []
    assert sheet.chips("albumin") == ["Yes", "Keep the text"]
    daily.click(sheet.page.form.save)
    assert {(each.value_text, each.kind) for each in daily.diary.labs.all()} == {
        (typed, "text"),
        ("4.l", "text"),
    }


def test_the_key_of_a_letter_while_the_keyboard_writes_hangul_is_asked_about_too(daily: Daily) -> None:
    sheet = new_sheet(daily)
    sheet.type("c3", "ㅐ.8")
    assert sheet.sheet.parsed(sheet.row("c3")).question.startswith("Does “ㅐ.8” mean 0.8")


def test_ten_times_the_last_value_is_asked_about_and_says_whose_value_that_is(daily: Daily) -> None:
    kept(daily, date(2026, 9, 8), HERE, albumin=("4.1", "g/dL"))
    kept(daily, date(2026, 10, 20), ELSEWHERE, albumin=("4.0", "g/dL"), creatinine=("0.74", "mg/dL"))
    sheet = new_sheet(daily)
    sheet.enter({"albumin": "40", "creatinine": "7.6"}, {"albumin": "g/dL", "creatinine": "mg/dL"})
    albumin = sheet.sheet.parsed(sheet.row("albumin"))
    assert albumin.short == "about 10 times last time"
    assert albumin.question == (
        "40: about 10 times 4.1 g/dL, the value of 8 Sep 2026 가상대학교병원. Is that right?"
    )
    creatinine = sheet.sheet.parsed(sheet.row("creatinine"))
    assert creatinine.short == "about 10 times that of 새봄내과의원"
    assert sheet.chips("albumin", READ) == ["It is so", "Change"]
    sheet.press("albumin", "It is so")
    assert sheet.chips("albumin", READ) == []


def test_a_hundredth_is_asked_about_and_a_likely_change_is_not(daily: Daily) -> None:
    kept(daily, date(2026, 9, 8), HERE, albumin=("4.1", "g/dL"), c3=("95", "mg/dL"), upcr=("620", "mg/g"))
    sheet = new_sheet(daily)
    sheet.enter({"c3": "0.95", "albumin": "3.1", "upcr": "0.62"}, {"c3": "mg/dL", "upcr": "mg/mg"})
    assert sheet.sheet.parsed(sheet.row("c3")).short == "about 1/100 of last time"
    assert sheet.chips("albumin") == []
    # In another unit it is the same value.
    assert sheet.chips("upcr") == []


def test_a_second_value_of_one_day_has_its_own_row_and_both_are_kept(daily: Daily) -> None:
    sheet = new_sheet(daily)
    second = child(sheet.page, QPushButton, "second_value")
    sheet.go("c3")
    assert not second.isEnabled()
    sheet.enter({"c3": "98"}, {"c3": "mg/dL"})
    daily.click(second)
    assert sheet.codes == ["creatinine", "albumin", "c3", "c3", "ana", "upcr"]
    assert sheet.here == ("c3", 1)
    assert sheet.sheet.entry(3).unit == "mg/dL"
    daily.type("102")
    daily.click(sheet.page.form.save)
    assert [each.value_text for each in daily.diary.labs.all()] == ["98", "102"]


def test_a_pasted_table_that_names_a_test_twice_loses_neither_value(daily: Daily) -> None:
    sheet = new_sheet(daily)
    sheet.page.form.filling.paste("C3\t98\tmg/dL\nAlbumin\t4.1\tg/dL\nC3\t102\tmg/dL\n")
    assert [each.value for each in sheet.sheet.entries] == ["", "4.1", "98", "102", "", ""]
    sheet.page.form.filling.undo()
    assert [each.value for each in sheet.sheet.entries] == ["", "", "", "", ""]


def test_the_fields_below_the_table_stay_where_they_are_from_row_to_row(daily: Daily) -> None:
    daily.around.ui_language.switch("ko")
    sheet = new_sheet(daily)
    details = sheet.page.form.details
    places = set()
    for code in CODES:
        sheet.go(code)
        places.add(details.method.mapTo(sheet.page, QPoint(0, 0)).x())
    assert len(places) == 1


def test_only_a_number_can_be_of_a_unit_that_is_not_known(daily: Daily) -> None:
    known = daily.diary.labs.catalogue()
    assert SheetEntry(known.get("c3"), value="98", unit_asked=True).unit_is_unknown
    assert not SheetEntry(known.get("ana"), value="1:640", unit_asked=True).unit_is_unknown
