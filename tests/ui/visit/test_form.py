"""Visits and questions as a person enters them."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from lupusdiary.domain.records import Visit
from lupusdiary.ui.widgets.date_field import DayField
from tests.conftest import StandingClock
from tests.ui.daily import Daily, child, give_day
from tests.ui.visiting import TODAY, patient, press, settle, shown, text


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return patient(Daily(qtbot, tmp_path, clock))


def test_a_visit_and_its_questions_are_entered_and_printed(daily: Daily) -> None:
    page = shown(daily)
    give_day(child(page, DayField, "new_visit_day"), "2026-12-08")
    press(daily, page, QPushButton, "add_visit")
    line = child(page, QLineEdit, "question_1")
    page._left.ensureWidgetVisible(line)
    daily.click(line)
    daily.type("Is the rash from the medicine?")
    daily.press(Qt.Key.Key_Return)
    assert daily.focus() is child(page, QLineEdit, "question_2")
    daily.type("Vaccination?")
    daily.press(Qt.Key.Key_Tab)
    settle(daily, page)
    visit = daily.diary.visits.all()[-1]
    assert visit.day == date(2026, 12, 8)
    assert visit.questions == ("Is the rash from the medicine?", "Vaccination?")
    assert "1. Is the rash from the medicine? 2. Vaccination?" in text(page)
    assert "Tue 8 Dec 2026" in text(page)


def test_a_question_that_is_still_typed_is_kept_when_the_page_is_left(daily: Daily) -> None:
    daily.diary.visits.add(Visit(TODAY, ("one",)))
    page = shown(daily)
    line = child(page, QLineEdit, "question_2")
    page._left.ensureWidgetVisible(line)
    daily.click(line)
    daily.type("two")
    page.leave()
    assert daily.diary.visits.all()[-1].questions == ("one", "two")


def test_a_question_can_be_removed(daily: Daily) -> None:
    daily.diary.visits.add(Visit(TODAY, ("one", "two", "three")))
    page = shown(daily)
    press(daily, page, QToolButton, "remove_question_2")
    assert daily.diary.visits.all()[-1].questions == ("one", "three")
    assert [line.text() for line in page.form.questions.findChildren(QLineEdit) if line.isVisible()] == [
        "one",
        "three",
        "",
    ]


def test_the_day_of_the_next_visit_can_be_changed_and_visits_removed(daily: Daily) -> None:
    daily.diary.visits.add(Visit(TODAY + timedelta(days=5), ("one",)))
    page = shown(daily)
    field = child(page, DayField, "next_visit_day")
    give_day(field, "2026-12-24")
    assert daily.diary.visits.all()[-1] == Visit(date(2026, 12, 24), ("one",))
    press(daily, page, QToolButton, "remove_next_visit")
    press(daily, page, QToolButton, "remove_visit_2026-10-13")
    assert daily.diary.visits.all() == []
