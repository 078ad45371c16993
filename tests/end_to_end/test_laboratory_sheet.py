"""The laboratory sheet, typed as printed, seen on the timeline, and carried to the clinic on paper."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from lupusdiary.diary import create_diary, open_diary
from lupusdiary.domain.records import Profile, Visit
from lupusdiary.ui.chart.table_view import ChartTableView
from lupusdiary.ui.labs.analyte_list import AnalyteList
from lupusdiary.ui.labs.sheet.model import RANGE, UNIT_OF, VALUE
from lupusdiary.ui.labs.sheet.table import SheetTable
from lupusdiary.ui.widgets.date_field import DateField
from tests.conftest import StandingClock
from tests.end_to_end.session import CTRL, Session
from tests.report import pdf_text

Key = Qt.Key
TODAY = date(2026, 11, 22)
HOSPITAL = "가상대학교병원"
NAME = "이가온"
# Code, as printed, unit, range on the sheet.
SHEET = (
    ("c3", "68", "mg/dL", "90-180"),
    ("anti_dsdna", "<1.3", "IU/mL", "0-10"),
    ("upcr", "852", "mg/g", "<150"),
    ("ana", "1:640", "", "<1:80"),
    ("urine_protein_dip", "2+", "", "음성"),
)
SHORT = {"c3": "C3", "anti_dsdna": "dsDNA", "upcr": "UPCR", "ana": "ANA", "urine_protein_dip": "protein"}
SAID = {
    "c3": "68 mg/dL", "anti_dsdna": "below 1.3 IU/mL", "upcr": "852 mg/g", "ana": "titre 1:640",
    "urine_protein_dip": "2+",
}  # fmt: skip


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Session:
    """Her diary with a name, the last visit twenty days ago, and twelve recorded days since."""
    own = tmp_path / "data" / "diary.lupusdiary"
    own.parent.mkdir()
    with create_diary(own, None, clock) as diary:
        diary.profile.set(Profile(NAME, date(1981, 3, 2), "female", "HN-0417"))
        diary.visits.add(Visit(TODAY - timedelta(days=20)))
        for days in range(1, 13):
            diary.days.record(TODAY - timedelta(days=days), "fatigue", 6)
        diary.days.record(TODAY, "leg_swelling", 1)
    return Session(qtbot, tmp_path, clock)


def enter_sheet(session: Session) -> None:
    """The first sheet: its tests chosen once by search and space bar, then typed from cell to cell."""
    session.go("labs")
    session.click("start_labs")
    session.type(HOSPITAL)
    tests = session.find(AnalyteList, "analyte_list")
    for code, *_ in SHEET:
        session.fill("search_tests", SHORT[code])
        tests.setFocus()
        while tests.current_code() != code:
            before = tests.currentRow()
            session.keys(Key.Key_Down)
            assert tests.currentRow() != before, code
        session.keys(Key.Key_Space)
    session.click("save_rows")
    session.find(DateField, "sheet_day").setFocus()
    session.keys(Key.Key_A, held=CTRL)
    session.type("2026-11-21")
    for code, value, unit, printed_range in SHEET:
        fill(session, code, VALUE, value)
        if unit:
            fill(session, code, UNIT_OF, unit)
        fill(session, code, RANGE, printed_range)


def fill(session: Session, code: str, column: int, text: str) -> None:
    """Clicks into a cell of the sheet and types over what stands in it; a unit is written after F2."""
    table = session.find(SheetTable, "sheet_table")
    row = next(n for n, each in enumerate(table.sheet.entries) if each.analyte.id == code)
    place = table.visualRect(table.sheet.index(row, column if column != UNIT_OF else VALUE)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()
    if column == UNIT_OF:
        session.keys(Key.Key_End, Key.Key_Right, Key.Key_F2)
    session.keys(Key.Key_A, held=CTRL)
    session.type(text)


def test_a_sheet_becomes_a_line_a_sentence_a_table_and_a_picture(
    session: Session, clock: StandingClock
) -> None:
    enter_sheet(session)
    sheet = session.find(SheetTable, "sheet_table").sheet
    said = {entry.analyte.id: sheet.said(row) for row, entry in enumerate(sheet.entries)}
    assert said == SAID
    session.click("save_sheet")

    page = session.go("timeline")
    session.click("range_visit")
    session.click("preset_kidney")
    sentences = session.find(QLabel, "sentences").text()
    assert "852 mg/g" in sentences
    assert "68 mg/dL" in sentences
    panels = {panel.code: panel for panel in page.chart.shown.panels}  # type: ignore[attr-defined]
    assert {"upcr", "c3", "anti_dsdna", "leg_swelling"} <= set(panels)

    session.click("as_table")
    model = session.find(ChartTableView, "chart_table").model()
    cells = {
        model.headerData(column, Qt.Orientation.Horizontal): text
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        if (text := model.index(row, column).data())
        and model.headerData(row, Qt.Orientation.Vertical).startswith("Sat 21 Nov")
    }
    shown = [next(text for head, text in cells.items() if code in head) for code in ("C3", "dsDNA", "UPCR")]
    assert shown == ["68 mg/dL ▼", "below 1.3 IU/mL", "852 mg/g ▲"]

    session.click("as_table")
    picture = session.home / "chart.png"
    session.person.save_to = picture
    session.choose_of("keep_picture", 0)
    assert not QImage(str(picture)).isNull()

    own = session.own
    session.close()
    with open_diary(own, None, clock) as diary:
        kept = {each.analyte: each for each in diary.labs.all()}
    assert {code: (each.value_text, each.unit, each.range_text) for code, each in kept.items()} == {
        code: (value, unit or None, printed) for code, value, unit, printed in SHEET
    }
    assert {each.collected_on for each in kept.values()} == {TODAY - timedelta(days=1)}
    assert {each.laboratory for each in kept.values()} == {HOSPITAL}


PAGE = {
    "en": ("Recorded 13/21 days", "2 Nov 2026 – 22 Nov 2026", "21 Nov", NAME),
    "ko": ("기록 13/21일", "2026. 11. 2. – 2026. 11. 22.", "11. 21.", NAME),
}


def test_the_page_for_the_clinic_is_previewed_saved_and_says_what_was_entered(session: Session) -> None:
    enter_sheet(session)
    session.click("save_sheet")
    page = session.go("visit")
    for language in ("en", "ko", "both"):
        session.click(f"language_{language}", QAbstractButton)
        session.click("hide_never", QAbstractButton)
        session.settle()
        paper = session.home / f"{language}.pdf"
        session.person.save_to = paper
        session.click("save_pdf")
        assert paper.read_bytes() == page.preview.pdf  # type: ignore[attr-defined]
        text = pdf_text.text(paper.read_bytes())
        for spoken in ("en", "ko") if language == "both" else (language,):
            for words in PAGE[spoken]:
                assert words in text, (language, words, text)
        for words in ("C3", "68 mg/dL", "90-180", "<1.3 IU/mL", "852 mg/g", "1:640", "2+"):
            assert words in text, (language, words)
    session.click("hide_always", QAbstractButton)
    session.settle()
    session.person.save_to = session.home / "hidden.pdf"
    session.click("save_pdf")
    hidden = pdf_text.text((session.home / "hidden.pdf").read_bytes())
    assert NAME not in hidden
    assert "HN-0417" not in hidden
    assert "1981" not in hidden
