"""A table that is pasted into a line is taken where tables are read, and the line stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from lupusdiary.domain.records import SheetRow, SheetTemplate
from lupusdiary.ui.labs.page import LabsPage
from lupusdiary.ui.treatment.page import TreatmentPage
from lupusdiary.ui.widgets.line_edits import hand_on_tables, is_table
from tests.conftest import StandingClock
from tests.ui.daily import Daily, child

MEDICINES = (
    "조제일자\t약품명\t1회 투약량\t1일 투여횟수\t총 투약일수\n"
    "2026-11-01\t소론도정 5mg\t1.5\t1\t28\n2026-11-01\t할록신정200mg\t1\t2\t28\n"
)
RESULTS = "Hgb\t11.6\tg/dL\nC3\t72\tmg/dL\n"


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return Daily(qtbot, tmp_path, clock)


def paste(line: QLineEdit, text: str) -> None:
    """As the keyboard does."""
    QGuiApplication.clipboard().setText(text)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("name", ["medicine_line", "find_medicine"])
def test_a_list_of_medicines_is_read_as_a_list_wherever_it_is_pasted(daily: Daily, name: str) -> None:
    page = daily.show(TreatmentPage)
    line = child(page, QLineEdit, name)
    paste(line, MEDICINES)
    assert line.text() == ""
    assert page.list_import.isVisible()
    assert "2 rows" in page.list_import.count.text()
    assert not page.quick.panel.isVisible()


def test_what_stood_in_the_line_stays_and_one_line_is_pasted_as_it_is(qtbot: QtBot) -> None:
    line, taken = QLineEdit(), list[str]()
    qtbot.addWidget(line)
    hand_on_tables(taken.append, line)
    line.show()
    QTest.keyClicks(line, "ab")
    line.setCursorPosition(1)
    paste(line, RESULTS)
    assert (line.text(), taken) == ("ab", [RESULTS])
    paste(line, "소론도정\t5mg")
    assert len(taken) == 1
    assert "소론도정" in line.text()
    assert not is_table("소론도정 5 mg\n1일 1회\n")


@pytest.mark.parametrize("name", ["laboratory_name", "search_tests"])
def test_results_pasted_into_the_choice_of_tests_find_the_tests(daily: Daily, name: str) -> None:
    page = daily.show(LabsPage)
    daily.click(page.start)
    line = child(page.chooser, QLineEdit, name)
    paste(line, RESULTS)
    assert line.text() == ""
    assert page.chooser.chosen.codes() == ["hemoglobin", "c3"]
    assert page.chooser.problem.property("role") == "muted", "what was found is no warning"
    page.chooser.find_pasted("처음 보는 검사\t5\n다른 것\t6\n")
    assert page.chooser.problem.property("role") == "note"


def test_results_pasted_into_the_search_of_a_sheet_fill_the_sheet(daily: Daily) -> None:
    daily.diary.labs.set_sheet(SheetTemplate(None, (SheetRow("hemoglobin"), SheetRow("c3"))))
    page = daily.show(LabsPage)
    daily.click(page.start)
    search = page.form.tools.search
    paste(search, RESULTS)
    assert search.text() == ""
    assert page.form.draft is not None
    assert [entry.value for entry in page.form.draft.entries] == ["11.6", "72"]


def test_a_line_that_says_nothing_is_not_seen_where_a_list_is_asked_for(daily: Daily) -> None:
    page = daily.show(TreatmentPage)
    daily.click(child(page, QPushButton, "import_list"))
    assert page.list_import.text.isVisible()
    assert not page.list_import.problem.isVisible()
