"""A whole sheet is filled quickly: few keys, a paste, a search; and everything is read to a screen reader."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from lupusdiary.domain.records import UNKNOWN_UNIT, SheetRow, SheetTemplate
from lupusdiary.exchange.pasted_results import MOST_LINES
from lupusdiary.ui.labs.page import LabsPage
from lupusdiary.ui.labs.sheet.model import READ, UNIT_OF, VALUE
from lupusdiary.ui.labs.sheet_draft import SheetDraft
from tests.ui.daily import Daily, child, give_day
from tests.ui.labs.sheet_person import SheetPerson

HOSPITAL = "가상대학교병원"
VALUES = {
    "wbc": "3.4", "hemoglobin": "11.6", "platelets": "182", "esr": "42", "crp": "1.8", "creatinine": "0.76",
    "albumin": "4.0", "ast": "21", "alt": "18", "c3": "88", "c4": "14", "anti_dsdna": "24", "upcr": "620",
    "urine_protein_dip": "2+", "urine_rbc": "5-9",
}  # fmt: skip


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: Callable) -> Daily:
    daily = Daily(qtbot, tmp_path, clock)
    daily.diary.labs.set_sheet(SheetTemplate(HOSPITAL, tuple(SheetRow(code) for code in VALUES)))
    return daily


def new_sheet(daily: Daily, height: int = 614) -> SheetPerson:
    page = daily.show(LabsPage, height=height)
    daily.click(page.overview.new if page.overview.new.isVisible() else page.start)
    return SheetPerson(daily, page)


def type_values(daily: Daily, sheet: SheetPerson) -> int:
    """Types every value and does what is asked; says how many keys were pressed beside the values."""
    daily.effort = 0
    letters = 0
    for text in VALUES.values():
        letters += len(text)
        daily.type(text)
        daily.press(Qt.Key.Key_Return)
        if sheet.here[1] == UNIT_OF:
            daily.press(Qt.Key.Key_1)
    return daily.effort - letters


def test_fifteen_results_take_few_keys_and_the_second_time_half_of_them(daily: Daily) -> None:
    sheet = new_sheet(daily, 900)
    give_day(sheet.page.form.head.day, "2026-10-20")
    sheet.go("wbc")
    first = type_values(daily, sheet)
    same = child(sheet.page, QPushButton, "same_units")
    daily.click(same)
    assert sheet.sheet.open_rows() == []
    sheet.table.setFocus()
    QTest.keyClick(daily.focus(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert first + 2 <= 45
    kept = {each.analyte: each for each in daily.diary.labs.all()}
    assert {code: each.value_text for code, each in kept.items()} == VALUES
    assert kept["esr"].unit == "mm/hr"

    daily.click(sheet.page.overview.new)
    second = type_values(daily, sheet)
    assert sheet.sheet.open_rows() == []
    assert sheet.sheet.offered_rows() == []
    daily.press(Qt.Key.Key_Space)
    assert len(daily.diary.labs.all()) == 2 * len(VALUES)
    assert second + 1 <= 20


def test_all_the_same_confirms_only_the_rows_that_are_seen(daily: Daily) -> None:
    rows = tuple(SheetRow(code) for code in ("esr", *(c for c in VALUES if c not in ("esr", "alt")), "alt"))
    daily.diary.labs.set_sheet(SheetTemplate(HOSPITAL, rows))
    sheet = new_sheet(daily, 500)
    for code in ("esr", "alt"):
        sheet.sheet.write(sheet.row(code), VALUE, VALUES[code])
    assert sheet.row("alt") not in sheet.table.visible_rows()
    sheet.go("esr")
    daily.click(sheet.page.form.tools.same)
    assert (sheet.unit("esr"), sheet.unit("alt")) == ("mm/hr", "")


def test_what_is_not_known_is_asked_once_of_a_laboratory(daily: Daily) -> None:
    sheet = new_sheet(daily)
    sheet.enter({"upcr": "0.45"})
    daily.press(Qt.Key.Key_Return)
    assert sheet.here == ("upcr", UNIT_OF)
    daily.press(Qt.Key.Key_5)
    assert sheet.sheet.open_rows() == []
    daily.click(sheet.page.form.save)
    row = next(each for each in daily.diary.labs.sheet(HOSPITAL).rows if each.analyte == "upcr")
    assert row.unit_answer == UNKNOWN_UNIT
    assert daily.diary.labs.all()[0].unit is None
    daily.click(sheet.page.overview.new)
    sheet.enter({"upcr": "0.30"})
    assert sheet.sheet.open_rows() == []
    assert sheet.unit("upcr") == ""


def test_an_answer_is_kept_with_the_sheet_in_one_step(daily: Daily) -> None:
    sheet = new_sheet(daily)
    sheet.enter({"crp": "1.8"})
    sheet.press("crp", "mg/dL", UNIT_OF)
    daily.click(sheet.page.form.save)
    before = daily.diary.labs.sheet(HOSPITAL).rows
    assert SheetRow("crp", None, "mg/dL") in before
    daily.diary.history.undo()
    assert daily.diary.labs.all() == []
    assert SheetRow("crp") in daily.diary.labs.sheet(HOSPITAL).rows


def test_a_column_is_pasted_down_from_the_cell_and_taken_back_in_one_step(daily: Daily) -> None:
    sheet = new_sheet(daily)
    sheet.enter({"wbc": "9"})
    sheet.go("hemoglobin")
    QApplication.clipboard().setText("11.6\n\n42\n1.8\n")
    QTest.keyClick(daily.focus(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    got = {code: sheet.value(code) for code in ("wbc", "hemoglobin", "platelets", "esr", "crp", "creatinine")}
    assert got == {
        "wbc": "9", "hemoglobin": "11.6", "platelets": "", "esr": "42", "crp": "1.8", "creatinine": "",
    }  # fmt: skip
    daily.click(sheet.page.form.footer.undo)
    assert {code for code in VALUES if sheet.value(code)} == {"wbc"}
    assert not sheet.page.form.footer.undo.isVisible()


TABLE = (
    "검사명\t결과\t단위\t참고치\n"
    "1. WBC count\t3.4\t▼\t10³/㎕\t4.0-10.0\n"
    "Hb\t11.6\tg/dL\t12.0-16.0\n"
    "Anti-dsDNA\t24\tIU/mL\t<10\n"
    "Creatinine\t0.76\tmg/dL\t0.5-0.9\n"
    "알 수 없는 검사\t7\tU/L\n"
)


def test_a_pasted_table_fills_the_rows_that_its_labels_surely_name(daily: Daily) -> None:
    sheet = new_sheet(daily)
    QApplication.clipboard().setText(TABLE)
    daily.click(sheet.page.form.tools.paste)
    assert (sheet.value("wbc"), sheet.unit("wbc"), sheet.range("wbc")) == ("3.4", "10³/㎕", "4.0-10.0")
    assert (sheet.value("hemoglobin"), sheet.unit("hemoglobin")) == ("11.6", "g/dL")
    assert (sheet.value("anti_dsdna"), sheet.range("anti_dsdna")) == ("24", "<10")
    assert sheet.value("creatinine") == ""
    unread = sheet.page.form.footer.unread
    assert unread.text() == "2 lines not read"
    daily.click(unread)
    buttons = sheet.page.form.unread.findChildren(QPushButton)
    named = [each for each in buttons if "0.76" in each.accessibleDescription()]
    assert len(named) == 2
    daily.click(named[0])
    assert (sheet.value("creatinine"), sheet.unit("creatinine")) == ("0.76", "mg/dL")
    assert unread.text() == "1 line not read"
    daily.click(sheet.page.form.unread.back)
    daily.click(sheet.page.form.save)
    daily.click(sheet.page.overview.new)
    sheet.page.form.filling.paste(TABLE)
    assert sheet.value("creatinine") == "0.76"


def test_the_name_of_a_row_settles_its_own_label(daily: Daily) -> None:
    daily.diary.labs.set_sheet(SheetTemplate(HOSPITAL, (SheetRow("creatinine", "Creatinine"),)))
    sheet = new_sheet(daily)
    sheet.page.form.filling.paste("Creatinine\t0.76\tmg/dL\n")
    assert sheet.value("creatinine") == "0.76"


def test_a_search_jumps_to_a_row_and_adds_one_that_is_not_there(daily: Daily) -> None:
    sheet = new_sheet(daily)
    QTest.keyClick(daily.focus(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    daily.type("crp")
    daily.press(Qt.Key.Key_Return)
    assert sheet.here == ("crp", VALUE)
    QTest.keyClick(daily.focus(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    daily.type("ferritin")
    assert "Ferritin" in sheet.page.form.tools.found.text()
    daily.press(Qt.Key.Key_Return)
    assert sheet.here == ("ferritin", VALUE)
    daily.type("80")
    assert sheet.value("ferritin") == "80"


def test_f8_walks_from_question_to_question(daily: Daily) -> None:
    sheet = new_sheet(daily)
    sheet.enter({"wbc": "3.4", "upcr": "620", "c3": "9,8"})
    assert sheet.page.form.footer.questions.text() == "3 questions"
    sheet.go("wbc")
    places = []
    for _ in range(3):
        daily.press(Qt.Key.Key_F8)
        places.append(sheet.here)
    assert places == [("c3", READ), ("upcr", UNIT_OF), ("wbc", UNIT_OF)]


def test_a_screen_reader_reads_each_cell_with_its_test_and_its_question(daily: Daily) -> None:
    sheet = new_sheet(daily)
    sheet.enter({"crp": "1.8"})
    sheet.range_of("crp", "0-0.5")
    sheet.press("crp", "mg/dL", UNIT_OF)
    sheet.enter({"upcr": "620"})
    table = QAccessible.queryAccessibleInterface(sheet.table)
    assert table.role() == QAccessible.Role.Table
    spoken = [
        table.child(at).text(QAccessible.Text.Name)
        for at in range(table.childCount())
        if table.child(at) is not None
    ]
    words = " | ".join(spoken)
    assert "CRP, value as printed: 1.8" in words
    assert "above the range on the sheet" in words
    assert "UPCR: Which unit is it?" in words
    assert "Result" in spoken


def test_what_is_typed_is_plain_values_that_can_be_put_back(daily: Daily) -> None:
    sheet = new_sheet(daily)
    sheet.enter({"wbc": "3.4"})
    sheet.press("wbc", "10^3/uL", UNIT_OF)
    sheet.range_of("c3", "90-180")
    sheet.go("anti_dsdna")
    sheet.page.form.details.method.setFocus()
    daily.type("FEIA")
    draft = sheet.page.form.draft
    assert draft is not None
    assert draft.is_touched
    typed = draft.typed("2026-11-22")
    assert typed is not None
    again = SheetDraft.new(daily.diary, HOSPITAL)
    again.put_back(daily.diary, json.loads(json.dumps(typed)))
    assert again.entries == draft.entries
    assert again.is_touched


@pytest.mark.parametrize("column", ["range", "method", "note"])
def test_a_range_a_method_or_a_note_alone_is_something_typed(daily: Daily, column: str) -> None:
    sheet = new_sheet(daily)
    draft = sheet.page.form.draft
    assert draft is not None
    assert not draft.is_touched
    setattr(draft.entries[0], "range_text" if column == "range" else column, "x")
    assert draft.is_touched


def fill_from_the_page(daily: Daily, day: str, values: dict[str, str]) -> int:
    """A whole sheet, from the page to the kept results, with every key and click that a person needs;
    those of the day and of the values are what she has to say."""
    page = daily.show(LabsPage, 1180, 690)
    daily.effort = 0
    daily.click(page.overview.new if page.overview.new.isVisible() else page.start)
    sheet = SheetPerson(daily, page)
    daily.click(page.form.head.day.line)
    page.form.head.day.line.selectAll()
    daily.type(day)
    daily.press(Qt.Key.Key_Return)
    said = len(day)
    for text in values.values():
        said += len(text)
        daily.type(text)
        daily.press(Qt.Key.Key_Return)
        if sheet.here[1] == UNIT_OF:
            daily.press(Qt.Key.Key_1)
    same, open_ones = page.form.tools.same, page.form.footer.questions
    while same.isEnabled() and sheet.sheet.offered_rows():
        # It confirms what is seen: after it one looks further up.
        sheet.go(sheet.codes[sheet.sheet.offered_rows()[0]])
        daily.effort += 1
        daily.click(same)
    while open_ones.isVisible():
        QTest.keyClick(daily.focus(), Qt.Key.Key_F8)
        daily.effort += 1
        daily.press(Qt.Key.Key_1)
    assert sheet.sheet.open_rows() == []
    QTest.keyClick(daily.focus(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    daily.effort += 1
    assert len([each for each in daily.diary.labs.all() if each.collected_on.isoformat() == day]) == 15
    return daily.effort - said


def test_a_sheet_from_the_page_to_the_kept_results_takes_few_keys_also_with_a_slip(daily: Daily) -> None:
    first = fill_from_the_page(daily, "2026-10-20", VALUES)
    assert first <= 45
    # Another day's values, one of them with its point at another place than last time.
    changed = VALUES | {"wbc": "4.1", "creatinine": "7.7", "c3": "91", "upcr": "410", "urine_rbc": "0-4"}
    second = fill_from_the_page(daily, "2026-11-17", changed)
    assert second <= 20 + 2, "a slip is one question: F8 and its answer"


def test_the_sheet_says_that_a_paste_is_too_large_and_stays_as_it_is(daily: Daily) -> None:
    person = new_sheet(daily)
    person.table.pasted.emit("3.4\n" * (MOST_LINES + 1))
    assert "too large" in person.page.form.footer.problem.text()
    assert not any(entry.value for entry in person.sheet.entries)
