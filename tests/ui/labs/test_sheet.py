"""A person enters a laboratory sheet: as printed, asked only where it is unsure, one step to take back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from lupusdiary.diary import open_diary
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.records import SheetRow, SheetTemplate
from lupusdiary.ui.labs.page import LabsPage
from lupusdiary.ui.labs.sheet.model import NAME, RANGE, READ, UNIT_OF, VALUE
from lupusdiary.ui.widgets.row_table import BAR
from tests.ui.daily import Daily, child, give_day
from tests.ui.labs.sheet_person import SheetPerson

HOSPITAL = "가상대학교병원"
CODES = ("c3", "anti_dsdna", "ana", "urine_protein_dip", "urine_rbc", "egfr", "upcr")


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: Callable) -> Daily:
    daily = Daily(qtbot, tmp_path, clock)
    rows = tuple(SheetRow(code, "C3(보체)" if code == "c3" else None) for code in CODES)
    daily.diary.labs.set_sheet(SheetTemplate(HOSPITAL, rows))
    return daily


def new_sheet(daily: Daily) -> SheetPerson:
    page = daily.show(LabsPage)
    daily.click(page.overview.new if page.overview.new.isVisible() else page.start)
    return SheetPerson(daily, page)


PRINTED = {
    "c3": "852",
    "anti_dsdna": "<1.3",
    "ana": "1:640",
    "urine_protein_dip": "1+",
    "urine_rbc": "5-9",
    "egfr": "검사중",
}
UNITS = {"c3": "mg/dL", "anti_dsdna": "IU/mL", "urine_rbc": "/HPF", "egfr": "mL/min/1.73m2"}


def test_a_sheet_is_kept_as_it_is_printed_and_read_back_from_the_file(daily):
    sheet = new_sheet(daily)
    page = sheet.page
    sheet.enter(PRINTED, UNITS)
    sheet.range_of("c3", "90-180")
    daily.click(page.form.save)
    path, clock = daily.diary.path, daily.clock
    daily.diary.close()
    with open_diary(path, None, clock) as diary:
        kept = {each.analyte: each for each in diary.labs.all()}
    assert {code: each.value_text for code, each in kept.items()} == PRINTED
    assert {code: each.unit for code, each in kept.items() if each.unit} == UNITS
    assert {each.laboratory for each in kept.values()} == {HOSPITAL}
    assert {code: each.kind for code, each in kept.items()} == {
        "c3": "quantity", "anti_dsdna": "quantity", "ana": "titre", "urine_protein_dip": "ordinal",
        "urine_rbc": "range", "egfr": "pending",
    }  # fmt: skip
    assert (kept["anti_dsdna"].comparator, kept["anti_dsdna"].value) == ("<", 1.3)
    assert (kept["c3"].range_low, kept["c3"].range_high) == (90, 180)
    assert (kept["egfr"].value, kept["urine_rbc"].low, kept["urine_rbc"].high) == (None, 5, 9)


def test_what_was_read_is_said_beside_each_value(daily):
    sheet = new_sheet(daily)
    sheet.enter({**PRINTED, "upcr": "trace of it"}, UNITS)
    said = {code: sheet.said(code) for code in CODES}
    assert said == {
        "c3": "852 mg/dL", "anti_dsdna": "below 1.3 IU/mL", "ana": "titre 1:640", "urine_protein_dip": "1+",
        "urine_rbc": "5 to 9 /HPF", "egfr": "no result yet", "upcr": "kept as text",
    }  # fmt: skip


def test_undo_takes_the_whole_sheet_back_and_redo_brings_it_again(daily):
    sheet = new_sheet(daily)
    page = sheet.page
    sheet.enter(PRINTED, UNITS)
    daily.click(page.form.save)
    assert page.overview.isVisible()
    daily.diary.history.undo()
    assert daily.diary.labs.all() == []
    assert page.start.isVisible()
    daily.diary.history.redo()
    assert len(daily.diary.labs.all()) == len(PRINTED)


def test_a_value_outside_the_bounds_is_only_asked_about_and_nothing_is_proposed(daily):
    sheet = new_sheet(daily)
    page = sheet.page
    sheet.enter({"c3": "852"}, {"c3": "mg/dL"})
    assert sheet.sheet.parsed(0).question == "852: is that right?"
    assert sheet.chips("c3") == ["It is so", "Change"]
    sheet.press("c3", "Change")
    assert sheet.here == ("c3", VALUE)
    sheet.press("c3", "It is so")
    assert sheet.chips("c3") == []
    daily.click(page.form.save)
    assert [each.value for each in daily.diary.labs.all()] == [852]


def test_a_question_that_stays_unanswered_blocks_nothing(daily):
    sheet = new_sheet(daily)
    page = sheet.page
    sheet.enter({"c3": "9,8"}, {"c3": "mg/dL"})
    assert sheet.chips("c3") == ["Yes", "Keep the text"]
    assert sheet.sheet.parsed(0).short == "Is it 9.8 mg/dL?"
    daily.click(page.form.save)
    kept = daily.diary.labs.all()[0]
    assert (kept.kind, kept.value, kept.value_text) == ("text", None, "9,8")


def test_a_confirmed_reading_becomes_the_number_and_another_value_is_asked_again(daily):
    sheet = new_sheet(daily)
    sheet.enter({"c3": "9,8"}, {"c3": "mg/dL"})
    sheet.press("c3", "Yes")
    assert sheet.said("c3") == "9.8 mg/dL"
    sheet.type("c3", "9,7")
    assert sheet.sheet.parsed(0).short == "Is it 9.7 mg/dL?"


def test_a_bare_ratio_is_asked_once_for_each_laboratory(daily):
    sheet = new_sheet(daily)
    page = sheet.page
    sheet.enter({"upcr": "0.45"})
    assert sheet.chips("upcr", UNIT_OF) == ["mg/g", "mg/mg", "⋯"]
    sheet.press("upcr", "mg/mg", UNIT_OF)
    assert sheet.said("upcr") == "0.45 mg/mg"
    daily.click(page.form.save)
    assert [each.unit_answer for each in daily.diary.labs.sheet(HOSPITAL).rows][-1] == "mg/mg{creat}"
    daily.click(page.overview.new)
    sheet.enter({"upcr": "0.30"})
    assert sheet.said("upcr") == "0.3 mg/mg"
    assert sheet.chips("upcr", UNIT_OF) == []
    daily.diary.labs.set_sheet(SheetTemplate("다른 병원", (SheetRow("upcr"),)))
    page.form.reload_rows("다른 병원")
    QApplication.processEvents()
    assert sheet.value("upcr") == "0.30"
    assert sheet.unit("upcr") == ""
    assert sheet.chips("upcr", UNIT_OF)[0] == "mg/g"


def test_an_unknown_unit_is_asked_about_and_kept_as_printed(daily):
    sheet = new_sheet(daily)
    sheet.enter({"c3": "52", "ana": "1:80"}, {"c3": "mmHg"})
    question = sheet.sheet.parsed(0).question
    assert "mmHg" in question
    assert "not converted" in question
    assert sheet.chips("c3") == ["Yes", "Change"]
    sheet.press("c3", "Yes")
    assert sheet.sheet.parsed(0).question == ""
    daily.click(sheet.page.form.save)
    kept = {result.analyte: result.unit for result in daily.diary.labs.all()}
    assert kept == {"c3": "mmHg", "ana": None}


def test_a_new_sheet_offers_unit_range_and_method_of_last_time(daily):
    analyte = daily.diary.labs.catalogue().get("anti_dsdna")
    last = lab_result(date(2026, 8, 3), analyte, "24", "IU/mL", "<10", HOSPITAL, "FEIA")
    daily.diary.labs.add(last)
    sheet = new_sheet(daily)
    page = sheet.page
    assert (sheet.value("anti_dsdna"), sheet.unit("anti_dsdna"), sheet.range("anti_dsdna")) == (
        "", "IU/mL", "<10",
    )  # fmt: skip
    sheet.go("anti_dsdna")
    assert page.form.details.method.text() == "FEIA"
    sheet.go("c3")
    assert page.form.details.method.text() == ""


def test_the_keyboard_flows_down_the_values_and_into_what_is_asked(daily):
    sheet = new_sheet(daily)
    page = sheet.page
    assert sheet.here == ("c3", VALUE)
    assert daily.focus().objectName() == "value_c3"
    daily.press(Qt.Key.Key_Return)
    assert sheet.here == ("anti_dsdna", VALUE)
    daily.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert sheet.here == ("urine_protein_dip", VALUE)
    daily.press(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert sheet.here == ("c3", VALUE)
    daily.type("52")
    daily.press(Qt.Key.Key_Return)
    assert sheet.here == ("c3", UNIT_OF)
    daily.press(Qt.Key.Key_Space)
    assert sheet.said("c3") == "52 mg/dL"
    assert sheet.here == ("anti_dsdna", VALUE)
    sheet.go("upcr")
    daily.press(Qt.Key.Key_Return)
    assert daily.focus() is page.form.save
    daily.press(Qt.Key.Key_Space)
    assert [each.value for each in daily.diary.labs.all()] == [52]


def test_tab_leads_through_the_cells_of_a_row_and_out_of_the_table(daily):
    sheet = new_sheet(daily)
    sheet.enter({"c3": "9,8"})
    daily.press(Qt.Key.Key_Tab)
    assert sheet.here == ("c3", RANGE)
    daily.press(Qt.Key.Key_Tab)
    assert sheet.here == ("c3", READ)
    daily.press(Qt.Key.Key_1)
    assert sheet.here == ("c3", UNIT_OF)
    daily.press(Qt.Key.Key_1, Qt.Key.Key_Backtab)
    assert sheet.here == ("c3", RANGE)
    sheet.go("upcr")
    daily.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert daily.focus() is sheet.page.form.save
    sheet.go("c3")
    daily.press(Qt.Key.Key_Backtab)
    assert daily.focus() is sheet.page.form.head.laboratory


def test_arrows_lead_from_the_value_to_unit_and_range_and_back(daily):
    sheet = new_sheet(daily)
    daily.press(Qt.Key.Key_Right)
    assert sheet.here == ("c3", UNIT_OF)
    daily.press(Qt.Key.Key_Right)
    assert sheet.here == ("c3", RANGE)
    daily.press(Qt.Key.Key_Home, Qt.Key.Key_Left)
    assert sheet.here == ("c3", UNIT_OF)


def test_a_draft_stays_when_the_page_is_left_and_asks_before_it_is_thrown_away(daily, monkeypatch):
    sheet = new_sheet(daily)
    page = sheet.page
    sheet.enter({"c3": "52"}, {"c3": "mg/dL"})
    page.hide()
    page.show()
    assert sheet.value("c3") == "52"
    asked: list[str] = []
    refuse = lambda *question: bool(asked.append(question[1]))  # noqa: E731
    monkeypatch.setattr(daily.around.prompts, "confirm", refuse)
    daily.click(page.form.discard)
    assert len(asked) == 1
    assert sheet.value("c3") == "52"
    assert daily.diary.labs.all() == []


def test_a_sheet_is_opened_changed_and_taken_back_in_one_step(daily):
    sheet = new_sheet(daily)
    page = sheet.page
    sheet.enter({"c3": "52", "ana": "1:640"}, {"c3": "mg/dL"})
    daily.click(page.form.save)
    page.open_sheet(daily.today, HOSPITAL)
    assert sheet.value("c3") == "52"
    sheet.type("c3", "62")
    sheet.go("ana")
    daily.press(Qt.Key.Key_Delete)
    assert sheet.said("ana") == "is removed when you save"
    sheet.enter({"urine_protein_dip": "2+"})
    daily.click(page.form.save)
    kept = {each.analyte: each.value_text for each in daily.diary.labs.all()}
    assert kept == {"c3": "62", "urine_protein_dip": "2+"}
    daily.diary.history.undo()
    assert {each.analyte: each.value_text for each in daily.diary.labs.all()} == {"c3": "52", "ana": "1:640"}


def test_saving_an_unchanged_sheet_writes_nothing(daily):
    sheet = new_sheet(daily)
    page = sheet.page
    sheet.enter({"c3": "9,8"}, {"c3": "mg/dL"})
    daily.click(page.form.save)
    before = daily.diary.labs.all()
    daily.diary.profile.set(daily.diary.profile.get().__class__(name="가상"))
    page.open_sheet(daily.today, HOSPITAL)
    daily.click(page.form.save)
    assert daily.diary.labs.all() == before
    daily.diary.history.undo()
    assert daily.diary.profile.get().name is None


def test_the_same_day_and_laboratory_is_said_and_can_be_opened(daily):
    sheet = new_sheet(daily)
    page = sheet.page
    sheet.enter({"ana": "1:640"})
    daily.click(page.form.save)
    daily.click(page.overview.new)
    there = child(page.form, QPushButton, "open_there")
    daily.click(there)
    assert sheet.value("ana") == "1:640"
    assert page.form.title.text().startswith("Sheet of")


def test_a_day_in_the_future_is_refused_as_it_was_typed(daily):
    sheet = new_sheet(daily)
    page = sheet.page
    sheet.enter({"ana": "1:640"})
    give_day(page.form.head.day, "2026-11-23")
    daily.click(page.form.save)
    assert page.form.footer.problem.text() == "This day has not come yet."
    assert page.form.head.day.text == "2026-11-23"
    assert daily.diary.labs.all() == []


def test_another_laboratory_keeps_what_is_typed(daily):
    daily.diary.labs.set_sheet(SheetTemplate("동네의원", (SheetRow("crp"), SheetRow("c3"))))
    sheet = new_sheet(daily)
    page = sheet.page
    sheet.enter({"c3": "52", "ana": "1:80"})
    laboratory = child(page.form, QComboBox, "sheet_laboratory")
    at = laboratory.findText("동네의원")
    laboratory.setCurrentIndex(at)
    laboratory.activated.emit(at)
    assert sheet.codes == ["crp", "c3", "ana"]
    assert (sheet.value("c3"), sheet.value("ana")) == ("52", "1:80")


def test_the_form_speaks_korean_as_soon_as_the_language_changes(daily):
    sheet = new_sheet(daily)
    page = sheet.page
    sheet.enter({"anti_dsdna": "<1.3"}, {"anti_dsdna": "IU/mL"})
    daily.around.ui_language.switch("ko")
    page.retranslate()
    assert sheet.said("anti_dsdna") == "1.3 IU/mL 미만"
    assert page.form.title.text() == "새 결과지"
    names = {code: sheet.sheet.index(sheet.row(code), NAME).data() for code in ("urine_protein_dip", "c3")}
    assert names == {"urine_protein_dip": "요단백(시험지)", "c3": "C3(보체)"}
    assert sheet.value("anti_dsdna") == "<1.3"


def test_a_unit_that_was_typed_behind_the_value_is_seen_as_read(daily):
    sheet = new_sheet(daily)
    sheet.enter({"c3": "85.2 mg/dL", "anti_dsdna": "<1.3 IU/mL"})
    parsed = [sheet.sheet.parsed(sheet.row(code)) for code in ("c3", "anti_dsdna")]
    assert [entry.words for entry in parsed] == ["85.2 mg/dL", "below 1.3 IU/mL"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_field_of_a_value_leaves_the_mark_of_its_row_in_sight(daily: Daily, scale: float) -> None:
    daily.around.theme.set_scale(scale)
    person = new_sheet(daily)
    field = person.go("c3")
    first = person.table.columnAt(0)
    assert (first == VALUE) is (scale > 1)
    assert field.x() >= BAR
