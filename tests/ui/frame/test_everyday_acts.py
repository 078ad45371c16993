"""How many presses and clicks the everyday acts take, counted with real keys in the real window."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.diary import Diary, create_diary
from lupusdiary.diary.settings import MEDICINE_TICKS
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.ui.learn.page import LearnPage
from lupusdiary.ui.today.item_row import ItemRow
from tests.conftest import StandingClock
from tests.ui.places import go, quiet
from tests.ui.shell import Shell

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
YESTERDAY = {"fatigue": 6, "joint_pain": 4, "morning_stiffness": 30, "global": 5}


class Hand:
    """The hand of somebody who counts. `acts` are her presses and clicks, without the signs of a text."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell
        self.acts = 0

    @property
    def diary(self) -> Diary:
        assert self.shell.window.view is not None
        return self.shell.window.view.diary

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Presses a key where the keyboard is."""
        self.acts += 1
        QTest.keyClick(QApplication.focusWidget() or self.shell.window, key, modifiers)
        quiet()

    def type(self, text: str) -> None:
        """Types words; they are what she has to say, not an effort of the program's."""
        QTest.keyClicks(QApplication.focusWidget(), text)
        quiet()

    def click(self, name: str, within: QWidget | None = None) -> None:
        """Clicks a button that is seen."""
        self.acts += 1
        found = [
            each
            for each in (within or self.shell.window).findChildren(QAbstractButton, name)
            if each.isVisible()
        ]
        assert len(found) == 1, (name, len(found))
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
        quiet()

    def page(self) -> str:
        """The page that is shown."""
        assert self.shell.window.view is not None
        return self.shell.window.view.current


@pytest.fixture
def hand(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Hand:
    shell = Shell(tmp_path, clock)
    with create_diary(shell.own, None, clock, parents=True) as diary:
        yesterday = diary.today() - timedelta(days=1)
        diary.days.record_many(yesterday, YESTERDAY)
        part = DosePart(5, "mg", 1, "tablet", at=("morning",))
        for name in ("PDL", "HCQ"):
            period = DosePeriod(date(2026, 11, 1), DosePattern("daily"), parts=(part,))
            diary.medicines.add(Medication("", name, periods=(period,)))
        diary.settings.set(MEDICINE_TICKS, "yes")
    qtbot.addWidget(shell.window)
    shell.window.resize(1366, 768)
    shell.controller.enter(shell.own)
    shell.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is shell.window)
    go(shell, "today")
    return Hand(shell)


def test_a_day_as_the_day_before_takes_two(hand: Hand) -> None:
    hand.click("copy_last")
    hand.press(Key.Key_Return, CTRL)
    kept = hand.diary.days.day(hand.diary.today())
    assert kept.readings["fatigue"] == 6
    assert kept.how["fatigue"] == "confirmed"
    assert hand.acts == 2


def test_a_day_without_symptoms_takes_one(hand: Hand) -> None:
    hand.click("no_symptoms")
    assert hand.diary.days.day(hand.diary.today()).readings["fatigue"] == 0
    assert hand.acts == 1


def test_one_item_takes_one_and_taking_it_back_one(hand: Hand) -> None:
    row = hand.shell.window.findChild(ItemRow, "row_fatigue")
    assert row is not None
    row.take_focus()
    hand.press(Key.Key_7)
    assert hand.diary.days.day(hand.diary.today()).readings == {"fatigue": 7}
    hand.press(Key.Key_Z, CTRL)
    assert hand.diary.days.day(hand.diary.today()).readings == {}
    assert hand.acts == 2


def test_all_medicines_of_the_morning_take_one_and_a_single_one_takes_one(hand: Hand) -> None:
    boxes = hand.shell.window.findChildren(QCheckBox)
    next(each for each in boxes if each.objectName().endswith("_morning")).setFocus()
    hand.press(Key.Key_Space)
    assert [each.state for each in hand.diary.intakes.all()] == ["taken"]
    hand.click("all_taken_morning")
    assert [each.state for each in hand.diary.intakes.all()] == ["taken", "taken"]
    assert hand.acts == 2


def test_the_day_before_takes_one_and_coming_back_one(hand: Hand) -> None:
    hand.click("day_before")
    hand.press(Key.Key_1, CTRL)
    assert hand.page() == "today"
    assert hand.acts == 2


@pytest.mark.parametrize(
    ("number", "page"),
    list(
        enumerate(
            ("today", "calendar", "labs", "treatment", "timeline", "visit", "learn", "urgent", "settings"), 1
        )
    ),
)
def test_each_page_takes_one_press_from_any_other(hand: Hand, number: int, page: str) -> None:
    hand.press(Qt.Key(Key.Key_0 + number), CTRL)
    assert hand.page() == page
    assert hand.acts == 1


def test_a_question_for_the_doctor_takes_two_beside_its_words(hand: Hand) -> None:
    def write(dialog: QDialog) -> bool:
        dialog.show()
        field = dialog.findChild(QLineEdit, "ask_line")
        assert field is not None
        field.setFocus()
        QTest.keyClicks(field, "Why is C3 low?")
        hand.acts += 1
        QTest.keyClick(field, Key.Key_Return)
        return dialog.result() == QDialog.DialogCode.Accepted

    hand.shell.person.in_dialog = write
    hand.press(Key.Key_K, CTRL)
    assert [each.text for each in hand.diary.open_questions.all()] == ["Why is C3 low?"]
    assert hand.acts == 2


def test_a_first_sheet_is_begun_with_two(hand: Hand) -> None:
    hand.press(Key.Key_3, CTRL)
    hand.click("start_labs")
    assert hand.acts == 2


def test_an_article_is_found_with_three_beside_the_words(qtbot: QtBot, hand: Hand) -> None:
    hand.press(Key.Key_7, CTRL)
    assert hand.shell.window.view is not None
    page = hand.shell.window.view.page("learn")
    assert isinstance(page, LearnPage)
    qtbot.waitUntil(lambda: bool(page.list.articles.ids))
    hand.press(Key.Key_F, CTRL)
    assert QApplication.focusWidget() is page.list.search
    hand.type("nephritis")
    qtbot.waitUntil(lambda: page.list.results.isVisible())
    hand.press(Key.Key_Return)
    hand.press(Key.Key_Return)
    assert hand.acts <= 4


def test_the_page_for_the_doctor_is_printed_with_two(hand: Hand) -> None:
    hand.press(Key.Key_P, CTRL)
    assert hand.page() == "visit"
    offered = [
        each
        for each in hand.shell.window.findChildren(QAbstractButton)
        if each.isVisible() and each.objectName().startswith("print_")
    ]
    assert len(offered) == 1
    assert hand.acts == 1
