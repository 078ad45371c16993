"""Space on a medicine's row ticks today, Enter opens it; a list's file is read beside the window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lupusdiary.diary.settings import MEDICINE_TICKS
from lupusdiary.domain.medicines.intake import SKIPPED, TAKEN, Intake
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.records import Visit
from lupusdiary.exchange.medicines.dispensed_list import RawList
from lupusdiary.language import Refusal
from lupusdiary.ui.today.intake_tick import IntakeTick
from lupusdiary.ui.today.page import TodayPage
from lupusdiary.ui.treatment import list_import
from lupusdiary.ui.treatment.medicine_row import MedicineRow
from lupusdiary.ui.treatment.page import TreatmentPage
from tests.ui.daily import Daily, child

Clock = Callable[[], datetime]


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: Clock) -> Daily:
    return Daily(qtbot, tmp_path, clock)


def add(daily: Daily, name: str, pattern: DosePattern, *at: str) -> str:
    part = DosePart(strength=5.0, unit="mg", amount=1, amount_unit="tablet", at=at)
    start = daily.today - timedelta(days=10)
    kept = daily.diary.medicines.add(
        Medication("", name, route="oral", periods=(DosePeriod(start, pattern, parts=(part,)),))
    )
    return kept.code


def row_of(page: TreatmentPage, name: str) -> MedicineRow:
    return next(row for row in page.findChildren(MedicineRow) if row.values.name == name)


def states(daily: Daily) -> list[tuple[str, str | None, str]]:
    return [(each.medicine, each.intake, each.state) for each in daily.diary.intakes.all()]


def test_space_ticks_the_blank_doses_that_have_begun_and_keeps_the_keyboard_there(daily: Daily) -> None:
    code = add(daily, "할록신정", DosePattern("daily"), "morning", "evening", "23:30")
    add(daily, "다른정", DosePattern("daily"), "morning")
    daily.diary.intakes.record(Intake(daily.today, code, SKIPPED, "morning"))
    page = daily.show(TreatmentPage, 1366, 900)
    row_of(page, "할록신정").toggle.setFocus()
    daily.press(Qt.Key.Key_Space)
    # It is 21:04: what was skipped stays skipped, and what has not begun stays blank.
    assert states(daily) == [(code, "morning", SKIPPED), (code, "evening", TAKEN)]
    assert row_of(page, "할록신정").toggle.hasFocus()
    assert not row_of(page, "할록신정").toggle.isChecked()
    daily.press(Qt.Key.Key_Space)
    assert len(states(daily)) == 2
    assert child(page, QLabel, "taken_said").isVisible()
    daily.diary.history.undo()
    assert states(daily) == [(code, "morning", SKIPPED)]


def test_space_never_records_what_is_as_needed_or_not_due_today(daily: Daily) -> None:
    add(daily, "필요정", DosePattern("as_needed"))
    other = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[(daily.today.weekday() + 3) % 7]
    add(daily, "메토트렉세이트정", DosePattern("weekly_once", weekdays=(other,)))
    page = daily.show(TreatmentPage, 1366, 900)
    for name in ("필요정", "메토트렉세이트정"):
        row_of(page, name).toggle.setFocus()
        daily.press(Qt.Key.Key_Space)
        assert name in child(page, QLabel, "taken_said").text()
    assert states(daily) == []


def test_enter_opens_the_row_and_its_button_ticks_today(daily: Daily) -> None:
    code = add(daily, "할록신정", DosePattern("daily"), "morning")
    page = daily.show(TreatmentPage, 1366, 900)
    row_of(page, "할록신정").toggle.setFocus()
    daily.press(Qt.Key.Key_Return)
    assert row_of(page, "할록신정").toggle.isChecked()
    daily.click(child(page, QPushButton, "taken_today_medicine"))
    assert states(daily) == [(code, "morning", TAKEN)]
    assert page.findChildren(QPushButton, "taken_today_medicine") == [], "nothing is left to tick"
    assert row_of(page, "할록신정").toggle.isChecked(), "it stays open"


def choose_file(daily: Daily, page: TreatmentPage, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(daily.around.prompts), "open_path", lambda *_: path)
    daily.click(child(page, QPushButton, "import_list"))
    daily.click(child(page, QPushButton, "list_file"))


def test_a_lists_file_is_read_in_a_worker_and_its_rows_are_shown(
    daily: Daily, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = daily.show(TreatmentPage, 1366, 900)
    path = tmp_path / "약국.csv"
    path.write_text("조제일자,약품명,투약량,횟수,일수\n2026-11-01,소론도정 5mg,2,1,28\n", encoding="utf-8")
    where: list[threading.Thread] = []
    may_go_on = threading.Event()

    def reading(given: Path, read: Callable[[Path], RawList] = list_import.list_in_file) -> RawList:
        where.append(threading.current_thread())
        assert may_go_on.wait(30)
        return read(given)

    monkeypatch.setattr(list_import, "list_in_file", reading)
    choose_file(daily, page, path, monkeypatch)
    assert child(page, QLabel, "list_busy").isVisible()
    assert not child(page, QPushButton, "list_file").isEnabled()
    may_go_on.set()
    daily.qtbot.waitUntil(lambda: child(page, QPushButton, "list_save").isVisible())
    assert not child(page, QLabel, "list_busy").isVisible()
    assert where[0] is not threading.main_thread()
    daily.click(child(page, QPushButton, "list_daily"))
    daily.click(child(page, QPushButton, "list_save"))
    (kept,) = daily.diary.medicines.all()
    assert kept.periods[0].dispensed_on == date(2026, 11, 1)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04 no workbook", ""),
        (b"", "No rows of a list were found."),
    ],
)
def test_a_file_that_is_no_list_says_so_on_the_page(
    daily: Daily, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, said: str
) -> None:
    page = daily.show(TreatmentPage, 1366, 900)
    path = tmp_path / "list.xlsx"
    path.write_bytes(content)
    choose_file(daily, page, path, monkeypatch)
    problem = child(page, QLabel, "list_problem")
    daily.qtbot.waitUntil(problem.isVisible)
    assert said in problem.text()
    assert child(page, QPushButton, "list_file").isEnabled()
    assert daily.diary.medicines.all() == []


def test_what_fails_in_the_worker_reaches_the_page(
    daily: Daily, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Path) -> RawList:
        raise Refusal("This list is too large.")

    page = daily.show(TreatmentPage, 1366, 900)
    monkeypatch.setattr(list_import, "list_in_file", fails)
    choose_file(daily, page, tmp_path / "list.csv", monkeypatch)
    problem = child(page, QLabel, "list_problem")
    daily.qtbot.waitUntil(problem.isVisible)
    assert problem.text() == "This list is too large."
    daily.click(child(page, QPushButton, "list_cancel"))
    assert not page.list_import.isVisible()


@pytest.mark.parametrize(
    ("name", "ingredient", "below"),
    [
        ("소론도정", "prednisolone", "Prednisolone · 5 mg"),
        ("소론도정5mg", "prednisolone", "Prednisolone"),
        ("소론도정 2.5mg", "prednisolone", "Prednisolone · 5 mg"),
        ("Prednisolone", "prednisolone", "5 mg"),
        ("Prednisolone 5 mg", "prednisolone", ""),
        ("약", None, "5 mg"),
    ],
)
def test_the_name_that_is_printed_comes_first_and_what_it_does_not_say_stands_below(
    daily: Daily, name: str, ingredient: str | None, below: str
) -> None:
    part = DosePart(strength=5.0, unit="mg", amount=1, amount_unit="tablet", at=("morning",))
    period = DosePeriod(daily.today, DosePattern("daily"), parts=(part,))
    daily.diary.medicines.add(Medication("", name, ingredient, "oral", periods=(period,)))
    needed = DosePeriod(daily.today, DosePattern("as_needed"), parts=(replace(part, at=()),))
    daily.diary.medicines.add(Medication("", f"다른 {name}", ingredient, "oral", periods=(needed,)))
    daily.diary.settings.set(MEDICINE_TICKS, "yes")
    page = daily.show(TreatmentPage, 1366, 900)
    row = row_of(page, name)
    words = [label.text() for label in row.findChildren(QLabel) if label.isVisible() and label.text()]
    assert words[: 2 if below else 1] == [name, below][: 2 if below else 1]
    today = daily.show(TodayPage, 1366, 900)
    said = [tick.words.text() for tick in today.findChildren(IntakeTick)]
    assert said == [name]
    # Also of what is taken as needed.
    assert child(today, QLabel, "ticks_name").text() == f"다른 {name}"


@pytest.mark.parametrize(("width", "scale"), [(1184, 1.0), (911, 1.0), (1184, 1.5), (1800, 1.5)])
def test_the_heads_stand_above_their_cells_and_the_lines_of_a_name_together(
    daily: Daily, width: int, scale: float
) -> None:
    daily.around.theme.set_scale(scale)
    add(daily, "할록신정", DosePattern("daily"), "morning", "noon", "evening", "bedtime")
    daily.diary.visits.add(Visit(daily.today - timedelta(days=20)))
    page = daily.show(TreatmentPage, width, 900)
    row = row_of(page, "할록신정")
    heads = [each for each in page.medicines._heads if each.isVisible() and each.text()]
    assert len(heads) >= 5
    cells = [row._name, *row._cells[1:], row._ticks]
    for head, cell in zip(heads, cells, strict=False):
        assert head.mapTo(page, QPoint(0, 0)).x() == cell.mapTo(page, QPoint(0, 0)).x(), head.text()
    below = row._below.mapTo(row, QPoint(0, 0)).y()
    assert below - row._cells[0].mapTo(row, QPoint(0, 0)).y() == row._cells[0].height()
    assert row._cells[0].height() < 1.5 * row._cells[0].fontMetrics().height()
