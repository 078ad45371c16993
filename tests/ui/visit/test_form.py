"""Visits and questions as a person enters them, before the visit."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from lupusdiary.domain.records import Visit
from lupusdiary.domain.visits import CheckUp, OpenQuestion
from lupusdiary.ui.visit.page import VisitPage
from lupusdiary.ui.widgets.date_field import DateField
from tests.conftest import StandingClock
from tests.ui.daily import Daily, child, give_day
from tests.ui.visiting import TODAY, patient, person, press, settle, shown, text

JOINTS, SKIN = "Rheumatology", "Skin clinic"


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return patient(Daily(qtbot, tmp_path, clock))


def waiting(daily: Daily) -> list[str]:
    return [each.text for each in daily.diary.open_questions.all()]


def ask(daily: Daily, page: VisitPage, words: str) -> None:
    """Types a question into the line and presses Enter."""
    line = child(page, QLineEdit, "new_question")
    page._left.ensureWidgetVisible(line)
    daily.click(line)
    daily.type(words)
    daily.press(Qt.Key.Key_Return)


def test_a_visit_and_its_questions_are_entered_and_printed(daily: Daily) -> None:
    page = shown(daily)
    daily.click(child(page, QPushButton, "new_visit"))
    give_day(child(page, DateField, "visit_day"), "2026-12-08")
    child(page, QLineEdit, "visit_at").setText("10:20")
    child(page, QComboBox, "visit_department").setEditText(JOINTS)
    child(page, QLineEdit, "visit_doctor").setText("Dr. Made-up")
    child(page, QPushButton, "ready_envelopes").click()
    child(page, QPushButton, "ready_envelopes").click()
    child(page, QPushButton, "save_visit").click()
    settle(daily, page)
    visit = daily.diary.visits.all()[-1]
    assert (visit.day, visit.at, visit.department) == (date(2026, 12, 8), time(10, 20), JOINTS)
    assert (visit.doctor, visit.preparation) == ("Dr. Made-up", "Medicine envelopes")
    ask(daily, page, "Is the rash from the medicine?")
    assert daily.focus() is child(page, QLineEdit, "new_question")
    ask(daily, page, "Vaccination?")
    settle(daily, page)
    assert [(each.text, each.department) for each in daily.diary.open_questions.all()] == [
        ("Is the rash from the medicine?", JOINTS),
        ("Vaccination?", JOINTS),
    ]
    assert "1. Is the rash from the medicine? 2. Vaccination?" in text(page)
    assert JOINTS in text(page)


def test_a_question_needs_no_visit_and_is_printed_all_the_same(daily: Daily) -> None:
    page = shown(daily)
    ask(daily, page, "What next?")
    settle(daily, page)
    assert waiting(daily) == ["What next?"]
    assert "1. What next?" in text(page)


def test_a_question_that_is_still_typed_stands_there_again(daily: Daily) -> None:
    page = shown(daily)
    child(page, QLineEdit, "new_question").setText("two")
    page.keep()
    assert waiting(daily) == []
    again = shown(daily)
    assert child(again, QLineEdit, "new_question").text() == "two"


def test_a_visit_that_is_still_typed_stands_in_its_form_again(daily: Daily) -> None:
    page = shown(daily)
    daily.click(child(page, QPushButton, "new_visit"))
    child(page, QPlainTextEdit, "visit_preparation").setPlainText("bring the sheet")
    page.keep()
    again = shown(daily)
    assert child(again, QPlainTextEdit, "visit_preparation").toPlainText() == "bring the sheet"
    assert again.form.isVisible()


def test_questions_are_put_in_order_by_keys_buttons_and_dragging(daily: Daily) -> None:
    for words in ("one", "two", "three"):
        daily.diary.open_questions.add(OpenQuestion(words))
    page = shown(daily)
    rows = page.before.questions.rows
    page._left.ensureWidgetVisible(rows)
    rows.setCurrentIndex(rows.questions.index(2))
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert waiting(daily) == ["one", "three", "two"]
    press(daily, page, QPushButton, "question_up")
    assert waiting(daily) == ["three", "one", "two"]
    press(daily, page, QPushButton, "question_down")
    assert waiting(daily) == ["one", "three", "two"]
    first, last = (rows.visualRect(rows.questions.index(at)).center() for at in (0, 2))
    grip = QPoint(10, first.y())
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, pos=grip)
    QTest.mouseMove(rows.viewport(), QPoint(10, last.y()))
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, last.y()))
    assert waiting(daily) == ["three", "two", "one"]
    settle(daily, page)
    assert "1. three 2. two 3. one" in text(page)
    daily.diary.history.undo()
    assert waiting(daily) == ["one", "three", "two"]


def test_a_question_can_be_changed_and_removed(daily: Daily) -> None:
    daily.diary.visits.add(Visit(TODAY, ("own",)))
    for words in ("two", "three"):
        daily.diary.open_questions.add(OpenQuestion(words))
    page = shown(daily)
    rows = page.before.questions.rows
    rows.setCurrentIndex(rows.questions.index(0))
    press(daily, page, QPushButton, "question_change")
    child(page, QLineEdit, "new_question").setText("own, changed")
    press(daily, page, QPushButton, "add_question")
    assert waiting(daily) == ["own, changed", "two", "three"]
    assert daily.diary.visits.all()[-1].questions == ()
    rows.setCurrentIndex(rows.questions.index(1))
    press(daily, page, QPushButton, "question_remove")
    assert waiting(daily) == ["own, changed", "three"]


def test_questions_are_told_apart_by_their_departments_and_origins(daily: Daily) -> None:
    daily.diary.visits.add(Visit(TODAY, department=JOINTS))
    daily.diary.visits.add(Visit(TODAY + timedelta(days=9), department=SKIN))
    for words, department, origin in (
        ("joints?", JOINTS, "page:labs"),
        ("skin?", SKIN, "visit:2026-09-08"),
        ("any?", None, "article:lupus_nephritis"),
    ):
        daily.diary.open_questions.add(OpenQuestion(words, department, origin=origin))
    page = shown(daily)
    card = page.before.questions
    said = [str(card.rows.questions.index(at).data(Qt.ItemDataRole.AccessibleTextRole)) for at in range(3)]
    assert "1. joints?" in said[0]
    assert "“Labs”" in said[0]
    assert "8 Sep 2026" in said[1]
    assert "article" in said[2]
    daily.click(card.filter.buttons[SKIN])
    assert [row.text for row in card.rows.questions.rows] == ["skin?", "any?"]
    settle(daily, page)
    assert "1. joints? 2. any?" in text(page)


def test_the_day_of_the_next_visit_can_be_changed_and_visits_removed(daily: Daily) -> None:
    daily.diary.visits.add(Visit(TODAY + timedelta(days=5), ("one",)))
    page = shown(daily)
    press(daily, page, QToolButton, "edit_visit")
    give_day(child(page, DateField, "visit_day"), "2026-12-24")
    child(page, QPushButton, "save_visit").click()
    assert daily.diary.visits.all()[-1] == Visit(date(2026, 12, 24), ("one",))
    press(daily, page, QToolButton, "edit_visit")
    child(page, QPushButton, "remove_visit").click()
    assert [visit.day for visit in daily.diary.visits.all()] == [date(2026, 10, 13)]


def test_what_is_no_day_or_time_is_said_and_stays_as_typed(daily: Daily) -> None:
    page = shown(daily)
    daily.click(child(page, QPushButton, "new_visit"))
    give_day(child(page, DateField, "visit_day"), "2026-12-24")
    at = child(page, QLineEdit, "visit_at")
    at.setText("half past ten")
    child(page, QPushButton, "save_visit").click()
    assert "14:30" in page.form._problem.text()
    assert at.text() == "half past ten"
    assert len(daily.diary.visits.all()) == 1


def test_several_visits_of_one_day_are_told_apart(daily: Daily) -> None:
    daily.diary.visits.add(Visit(TODAY, department=SKIN, at=time(15)))
    daily.diary.visits.add(Visit(TODAY, department=JOINTS, at=time(9, 30)))
    page = shown(daily)
    assert [page.choice.itemText(at) for at in range(page.choice.count())] == [
        "Sun 22 Nov 2026 09:30 Rheumatology",
        "Sun 22 Nov 2026 15:00 Skin clinic",
    ]
    press(daily, page, QPushButton, "visit_after_next")
    assert page.choice.currentIndex() == 1
    assert SKIN in text(page)


def test_what_is_prepared_is_ticked(daily: Daily) -> None:
    daily.diary.visits.add(Visit(TODAY, preparation="fasting\nenvelopes"))
    page = shown(daily)
    press(daily, page, QCheckBox, "prepared_1")
    assert daily.diary.visits.next().prepared == ("envelopes",)  # type: ignore[union-attr]
    daily.diary.history.undo()
    settle(daily, page)
    assert not child(page, QCheckBox, "prepared_1").isChecked()


def test_a_visit_is_saved_for_a_calendar_and_its_file_names_nobody(daily: Daily, tmp_path: Path) -> None:
    daily.diary.visits.add(
        Visit(date(2026, 12, 1), ("secret?",), department=JOINTS, doctor="Dr. Made-up", at=time(10, 20))
    )
    page = shown(daily)
    person(daily).save_to = tmp_path / "x.ics"
    press(daily, page, QPushButton, "save_calendar")
    assert person(daily).offered[-1] == "appointment_2026-12-01.ics"
    words = (tmp_path / "x.ics").read_text(encoding="utf-8")
    assert "DTSTART:20261201T102000" in words
    assert "secret" not in words
    assert "not encrypted" in page.before.card.calendar.saved.text()


def test_check_ups_are_set_by_the_person_and_printed(daily: Daily) -> None:
    page = shown(daily)
    press(daily, page, QPushButton, "add_check_up")
    give_day(child(page, DateField, "check_up_last"), "2026-03-02")
    press(daily, page, QPushButton, "save_check_up")
    (kept,) = daily.diary.check_ups.all()
    assert kept == CheckUp("eyes", None, date(2026, 3, 2))
    settle(daily, page)
    assert "Eye examination 2 Mar 2026" in text(page)
    press(daily, page, QToolButton, f"check_up_done_{kept.id}")
    assert daily.diary.check_ups.all()[0].last_on == TODAY
    press(daily, page, QToolButton, f"change_check_up_{kept.id}")
    give_day(child(page, DateField, "check_up_next"), "2027-03-02")
    press(daily, page, QPushButton, "save_check_up")
    assert daily.diary.check_ups.all()[0].next_on == date(2027, 3, 2)
    press(daily, page, QToolButton, f"remove_check_up_{kept.id}")
    assert daily.diary.check_ups.all() == []
