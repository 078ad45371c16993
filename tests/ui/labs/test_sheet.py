"""A person enters a laboratory sheet: as printed, asked only where it is unsure, one step to take back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.diary import open_diary
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.records import SheetRow, SheetTemplate
from lupusdiary.ui.labs.page import LabsPage
from lupusdiary.ui.labs.sheet_row import SheetRowEditor as Row
from tests.ui.daily import Daily, child, give_day

HOSPITAL = "가상대학교병원"
CODES = ("c3", "anti_dsdna", "ana", "urine_protein_dip", "urine_rbc", "egfr", "upcr")


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: Callable) -> Daily:
    daily = Daily(qtbot, tmp_path, clock)
    rows = tuple(SheetRow(code, "C3(보체)" if code == "c3" else None) for code in CODES)
    daily.diary.labs.set_sheet(SheetTemplate(HOSPITAL, rows))
    return daily


def new_sheet(daily: Daily) -> LabsPage:
    page = daily.show(LabsPage)
    daily.click(page.overview.new if page.overview.new.isVisible() else page.start)
    return page


def row(page: LabsPage, code: str) -> Row:
    return next(each for each in page.form.rows if each.entry.analyte.id == code)


def value(page: LabsPage, code: str) -> QLineEdit:
    return row(page, code).value


def enter(daily: Daily, page: LabsPage, values: dict[str, str], units: dict[str, str] | None = None) -> None:
    for code, text in values.items():
        value(page, code).setFocus()
        if text.isascii():
            daily.type(text)
        else:
            compose(daily.focus(), text)
        if units and code in units:
            row(page, code).unit.setEditText(units[code])


def compose(field: QWidget, text: str) -> None:
    """Writes Hangul as an input method does: composed first, then committed."""
    QApplication.sendEvent(field, QInputMethodEvent(text, []))
    written = QInputMethodEvent()
    written.setCommitString(text)
    QApplication.sendEvent(field, written)


def answers(page: LabsPage, code: str) -> list[str]:
    shown = row(page, code).question
    return [button.text() for button in shown.buttons] if shown.isVisible() else []


def answer(daily: Daily, page: LabsPage, code: str, words: str) -> None:
    button = next(b for b in row(page, code).question.buttons if words in b.text())
    QApplication.processEvents()
    daily.click(button)


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
    page = new_sheet(daily)
    enter(daily, page, PRINTED, UNITS)
    row(page, "c3").range.setText("90-180")
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
    page = new_sheet(daily)
    enter(daily, page, {**PRINTED, "upcr": "trace of it"}, UNITS)
    said = {code: row(page, code).said.text() for code in CODES}
    assert said == {
        "c3": "852 mg/dL", "anti_dsdna": "below 1.3 IU/mL", "ana": "titre 1:640", "urine_protein_dip": "1+",
        "urine_rbc": "5 to 9 /HPF", "egfr": "no result yet", "upcr": "kept as text",
    }  # fmt: skip


def test_undo_takes_the_whole_sheet_back_and_redo_brings_it_again(daily):
    page = new_sheet(daily)
    enter(daily, page, PRINTED, UNITS)
    daily.click(page.form.save)
    assert page.overview.isVisible()
    daily.diary.history.undo()
    assert daily.diary.labs.all() == []
    assert page.start.isVisible()
    daily.diary.history.redo()
    assert len(daily.diary.labs.all()) == len(PRINTED)


def test_a_value_outside_the_bounds_is_only_asked_about_and_nothing_is_proposed(daily):
    page = new_sheet(daily)
    enter(daily, page, {"c3": "852"}, {"c3": "mg/dL"})
    assert row(page, "c3").question.isVisible()
    assert answers(page, "c3") == ["Yes, that is what is printed"]
    answer(daily, page, "c3", "Yes")
    assert not row(page, "c3").question.isVisible()
    daily.click(page.form.save)
    assert [each.value for each in daily.diary.labs.all()] == [852]


def test_a_question_that_stays_unanswered_blocks_nothing(daily):
    page = new_sheet(daily)
    enter(daily, page, {"c3": "9,8"}, {"c3": "mg/dL"})
    assert answers(page, "c3") == ["Yes, 9.8 mg/dL", "No, keep the text"]
    daily.click(page.form.save)
    kept = daily.diary.labs.all()[0]
    assert (kept.kind, kept.value, kept.value_text) == ("text", None, "9,8")


def test_a_confirmed_reading_becomes_the_number_and_another_value_is_asked_again(daily):
    page = new_sheet(daily)
    enter(daily, page, {"c3": "9,8"}, {"c3": "mg/dL"})
    answer(daily, page, "c3", "Yes")
    assert row(page, "c3").said.text() == "9.8 mg/dL"
    value(page, "c3").setText("9,7")
    assert answers(page, "c3")[0] == "Yes, 9.7 mg/dL"


def test_a_bare_ratio_is_asked_once_for_each_laboratory(daily):
    page = new_sheet(daily)
    enter(daily, page, {"upcr": "0.45"})
    assert answers(page, "upcr") == ["mg/g", "mg/mg", "mg/mmol", "g/mol", "I don’t know"]
    answer(daily, page, "upcr", "mg/mg")
    assert row(page, "upcr").said.text() == "0.45 mg/mg"
    daily.click(page.form.save)
    assert [each.unit_answer for each in daily.diary.labs.sheet(HOSPITAL).rows][-1] == "mg/mg{creat}"
    daily.click(page.overview.new)
    enter(daily, page, {"upcr": "0.30"})
    assert row(page, "upcr").said.text() == "0.3 mg/mg"
    assert answers(page, "upcr") == []
    daily.diary.labs.set_sheet(SheetTemplate("다른 병원", (SheetRow("upcr"),)))
    page.form.reload_rows("다른 병원")
    QApplication.processEvents()
    assert value(page, "upcr").text() == "0.30"
    assert row(page, "upcr").unit.currentText() == ""
    assert len(answers(page, "upcr")) == 5


def test_an_unknown_unit_is_asked_about_and_kept_as_printed(daily):
    page = new_sheet(daily)
    enter(daily, page, {"c3": "52", "ana": "1:80"}, {"c3": "mmHg"})
    asked = row(page, "c3").question
    assert "mmHg" in row(page, "c3").value.accessibleDescription()
    assert "not converted" in row(page, "c3").value.accessibleDescription()
    daily.click(asked.buttons[0])
    assert "not converted" not in row(page, "c3").value.accessibleDescription()
    daily.click(page.form.save)
    kept = {result.analyte: result.unit for result in daily.diary.labs.all()}
    assert kept == {"c3": "mmHg", "ana": None}


def test_a_new_sheet_offers_unit_range_and_method_of_last_time(daily):
    analyte = daily.diary.labs.catalogue().get("anti_dsdna")
    last = lab_result(date(2026, 8, 3), analyte, "24", "IU/mL", "<10", HOSPITAL, "FEIA")
    daily.diary.labs.add(last)
    page = new_sheet(daily)
    shown = row(page, "anti_dsdna")
    assert (shown.value.text(), shown.unit.currentText(), shown.range.text()) == ("", "IU/mL", "<10")
    assert shown.method.isVisible()
    assert shown.method.text() == "FEIA"
    assert not row(page, "c3").method.isVisible()


def test_the_keyboard_flows_down_the_values_and_into_a_question(daily):
    page = new_sheet(daily)
    assert daily.focus() is value(page, "c3")
    daily.press(Qt.Key.Key_Return)
    assert daily.focus() is value(page, "anti_dsdna")
    daily.press(Qt.Key.Key_Down, Qt.Key.Key_Tab)
    assert daily.focus() is value(page, "urine_protein_dip")
    daily.press(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert daily.focus() is value(page, "c3")
    daily.type("52")
    daily.press(Qt.Key.Key_Tab)
    assert daily.focus().text() == "mg/dL"
    daily.press(Qt.Key.Key_Space)
    assert row(page, "c3").said.text() == "52 mg/dL"
    assert daily.focus() is value(page, "anti_dsdna")
    value(page, "upcr").setFocus()
    daily.press(Qt.Key.Key_Return)
    assert daily.focus() is page.form.save
    daily.press(Qt.Key.Key_Space)
    assert [each.value for each in daily.diary.labs.all()] == [52]


def test_arrows_lead_from_the_value_to_unit_and_range_and_back(daily):
    page = new_sheet(daily)
    daily.press(Qt.Key.Key_Right)
    assert row(page, "c3").unit.hasFocus()
    row(page, "c3").range.setFocus()
    daily.press(Qt.Key.Key_Home, Qt.Key.Key_Left)
    assert row(page, "c3").unit.hasFocus()


def test_a_draft_stays_when_the_page_is_left_and_asks_before_it_is_thrown_away(daily, monkeypatch):
    page = new_sheet(daily)
    enter(daily, page, {"c3": "52"}, {"c3": "mg/dL"})
    page.hide()
    page.show()
    assert value(page, "c3").text() == "52"
    asked: list[str] = []
    refuse = lambda *question: bool(asked.append(question[1]))  # noqa: E731
    monkeypatch.setattr(daily.around.prompts, "confirm", refuse)
    daily.click(page.form.discard)
    assert len(asked) == 1
    assert value(page, "c3").text() == "52"
    assert daily.diary.labs.all() == []


def test_a_sheet_is_opened_changed_and_taken_back_in_one_step(daily):
    page = new_sheet(daily)
    enter(daily, page, {"c3": "52", "ana": "1:640"}, {"c3": "mg/dL"})
    daily.click(page.form.save)
    page.open_sheet(daily.today, HOSPITAL)
    assert value(page, "c3").text() == "52"
    value(page, "c3").setText("62")
    value(page, "ana").clear()
    assert row(page, "ana").said.text() == "is removed when you save"
    enter(daily, page, {"urine_protein_dip": "2+"})
    daily.click(page.form.save)
    kept = {each.analyte: each.value_text for each in daily.diary.labs.all()}
    assert kept == {"c3": "62", "urine_protein_dip": "2+"}
    daily.diary.history.undo()
    assert {each.analyte: each.value_text for each in daily.diary.labs.all()} == {"c3": "52", "ana": "1:640"}


def test_saving_an_unchanged_sheet_writes_nothing(daily):
    page = new_sheet(daily)
    enter(daily, page, {"c3": "9,8"}, {"c3": "mg/dL"})
    daily.click(page.form.save)
    before = daily.diary.labs.all()
    daily.diary.profile.set(daily.diary.profile.get().__class__(name="가상"))
    page.open_sheet(daily.today, HOSPITAL)
    daily.click(page.form.save)
    assert daily.diary.labs.all() == before
    daily.diary.history.undo()
    assert daily.diary.profile.get().name is None


def test_the_same_day_and_laboratory_is_said_and_can_be_opened(daily):
    page = new_sheet(daily)
    enter(daily, page, {"ana": "1:640"})
    daily.click(page.form.save)
    daily.click(page.overview.new)
    there = child(page.form, QPushButton, "open_there")
    daily.click(there)
    assert value(page, "ana").text() == "1:640"
    assert page.form.title.text().startswith("Sheet of")


def test_a_day_in_the_future_is_refused_as_it_was_typed(daily):
    page = new_sheet(daily)
    enter(daily, page, {"ana": "1:640"})
    give_day(page.form.head.day, "2026-11-23")
    daily.click(page.form.save)
    assert page.form.problem.text() == "This day has not come yet."
    assert page.form.head.day.text == "2026-11-23"
    assert daily.diary.labs.all() == []


def test_another_laboratory_keeps_what_is_typed(daily):
    daily.diary.labs.set_sheet(SheetTemplate("동네의원", (SheetRow("crp"), SheetRow("c3"))))
    page = new_sheet(daily)
    enter(daily, page, {"c3": "52", "ana": "1:80"})
    laboratory = child(page.form, QComboBox, "sheet_laboratory")
    at = laboratory.findText("동네의원")
    laboratory.setCurrentIndex(at)
    laboratory.activated.emit(at)
    assert [each.entry.analyte.id for each in page.form.rows] == ["crp", "c3", "ana"]
    assert (value(page, "c3").text(), value(page, "ana").text()) == ("52", "1:80")


def test_the_form_speaks_korean_as_soon_as_the_language_changes(daily):
    page = new_sheet(daily)
    enter(daily, page, {"anti_dsdna": "<1.3"}, {"anti_dsdna": "IU/mL"})
    daily.around.ui_language.switch("ko")
    page.retranslate()
    assert row(page, "anti_dsdna").said.text() == "1.3 IU/mL 미만"
    assert page.form.title.text() == "새 결과지"
    assert row(page, "urine_protein_dip").name.text() == "요단백(시험지)"
    assert row(page, "c3").name.text() == "C3(보체)"
    assert value(page, "anti_dsdna").text() == "<1.3"
