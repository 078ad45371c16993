"""What is there whatever happens: whom to call, what the program is not, a calm page for its faults."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.app import catch_unexpected
from lupusdiary.diary import open_diary
from lupusdiary.domain.urgency import urgency
from lupusdiary.ui.frame.about import About
from lupusdiary.ui.frame.error_dialog import ErrorDialog
from lupusdiary.ui.frame.navigation import FOOT, PAGES
from tests.conftest import StandingClock
from tests.end_to_end.session import Session, seen_texts

DEVICE = {
    "en": ("not a medical device", "does not replace diagnosis or treatment"),
    "ko": ("의료기기가 아니며", "진단·치료를 대신하지 않습니다"),
}


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Session:
    made = Session(qtbot, tmp_path, clock)
    made.click("welcome_next")
    made.click("plain")
    made.wait_for_diary()
    return made


def urgent(session: Session) -> set[str]:
    return {text for _, text in seen_texts(session.go("urgent"))}


def test_help_is_one_click_away_from_every_page_and_holds_her_hospitals_numbers(
    session: Session, clock: StandingClock
) -> None:
    for page, *_ in (*PAGES, *FOOT):
        session.go(page)
        assert {"119", "109"} <= urgent(session)
    session.click("first_number")
    session.fill("contact_name", "Ward 5")
    session.fill("contact_number", "02-123-4567")
    session.click("add_contact")
    assert {"Ward 5", "02-123-4567"} <= urgent(session)
    session.close()
    with open_diary(session.own, None, clock) as diary:
        assert [(each.name, each.number) for each in diary.contacts.all()] == [("Ward 5", "02-123-4567")]


def test_the_warning_signs_are_the_fixed_ones_whatever_is_entered(session: Session) -> None:
    assert session.window.view is not None
    tr = session.window.context.tr
    before = urgent(session)
    assert {sign.short(tr) for sign in urgency().signs} <= before
    session.click("read_all_signs")
    assert {sign.full(tr) for sign in urgency().signs} <= urgent(session)
    session.click("read_all_signs")
    day = session.window.view.diary.today()
    for code, value in {"fatigue": 10, "global": 10, "leg_swelling": 3, "fever": 40.5}.items():
        session.window.view.diary.days.record(day, code, value)
    session.go("today")
    assert urgent(session) == before


@pytest.mark.parametrize("language", ["en", "ko"])
def test_about_says_what_the_program_is_not_and_whose_codes_it_has(session: Session, language: str) -> None:
    session.choose(f"language_{language}", "about")
    about = session.window.findChild(About)
    assert about.isVisible()
    text = " ".join(text for _, text in seen_texts(about))
    for words in (*DEVICE[language], "LOINC is copyright © Regenstrief Institute"):
        assert words in text
    about.close()


def test_a_fault_of_the_program_shows_a_calm_page_without_her_words_and_the_diary_goes_on(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    catch_unexpected(session.window, session.controller)
    seen: list[str] = []

    def read_and_go_on() -> None:
        page = QApplication.activeModalWidget()
        assert isinstance(page, ErrorDialog)
        seen.extend(text for _, text in seen_texts(page))
        page.copy.click()
        page.go_on.click()

    QTimer.singleShot(0, read_and_go_on)
    try:
        raise KeyError("her secret words")
    except KeyError as fault:
        sys.excepthook(type(fault), fault, fault.__traceback__)
    note = QApplication.clipboard().text()
    assert "KeyError" in note
    assert "test_always_there" in note
    assert "Go on" in seen
    for text in (*seen, note):
        assert "Traceback" not in text
        assert "secret words" not in text
    session.go("today")
    row = session.find(QWidget, "row_global")
    session.press(next(cell for cell in row.findChildren(QPushButton) if cell.text() == "5"))
    assert session.window.view is not None
    assert session.window.view.diary.days.day(session.window.view.diary.today()).readings == {"global": 5}
