"""An empty diary offers a demonstration; a protected one its recovery sheet; the calendar marks flares."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QPushButton
from pytestqt.qtbot import QtBot

from lupusdiary.diary import Secret
from lupusdiary.domain.records import Flare
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.calendar.page import CalendarPage
from lupusdiary.ui.today.page import TodayPage
from tests.ui.daily import Daily, child
from tests.ui.shell import Shell

Clock = Callable[[], datetime]


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: Clock) -> Daily:
    return Daily(qtbot, tmp_path, clock)


def test_an_empty_diary_offers_a_demonstration_and_opens_it(
    qtbot: QtBot, tmp_path: Path, clock: Clock
) -> None:
    shell = Shell(tmp_path, clock)
    qtbot.addWidget(shell.window)
    shell.enter_new_diary()
    button = child(shell.window, QPushButton, "look_at_mild")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shell.window.view is not None and shell.window.view.diary.demonstration == "mild")
    QApplication.processEvents()
    assert shell.window.view is not None
    page = shell.window.view.page("today")
    assert isinstance(page, TodayPage)
    assert not page.first_steps.isVisible()


def test_the_offer_stays_while_the_first_day_is_filled_in_and_is_gone_afterwards(daily: Daily) -> None:
    page = daily.show(TodayPage)
    card = child(page, QFrame, "first_steps")
    assert card.isVisible()
    top = page.items.y()
    page.items.row("fatigue").answered.emit("fatigue", 3)
    assert daily.diary.days.day(daily.today).readings == {"fatigue": 3}
    QApplication.processEvents()
    assert card.isVisible()
    assert page.items.y() == top
    page.visit(Route("today"))
    assert not card.isVisible()


def test_a_diary_with_records_makes_no_offer(daily: Daily) -> None:
    daily.diary.days.record(daily.today - timedelta(days=40), "fatigue", 3)
    assert not child(daily.show(TodayPage), QFrame, "first_steps").isVisible()


def test_settings_save_the_recovery_sheet_of_a_protected_diary(
    qtbot: QtBot, tmp_path: Path, clock: Clock
) -> None:
    shell = Shell(tmp_path, clock)
    qtbot.addWidget(shell.window)
    shell.controller._make(tmp_path / "mine.lupusdiary", Secret.passphrase("evening butterfly"))
    QTest.mouseClick(child(shell.window, QPushButton, "recovery_done"), Qt.MouseButton.LeftButton)
    assert shell.window.view is not None
    shell.window.view.show_route(Route("settings"))
    shell.person.save_to = tmp_path / "sheet.pdf"
    button = child(shell.window, QPushButton, "settings_recovery_sheet")
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    save = child(shell.window.shown, QPushButton, "save_recovery_sheet")
    QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil((tmp_path / "sheet.pdf").exists)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_the_days_of_a_flare_are_told_in_words_and_by_a_mark(daily: Daily) -> None:
    daily.diary.flares.add(Flare(date(2026, 11, 3), date(2026, 11, 5)))
    page = daily.show(CalendarPage)
    names = {day: page.table.days.words(date(2026, 11, day)) for day in (2, 3, 4, 5, 6)}
    assert ["flare" in names[day] for day in (2, 3, 4, 5, 6)] == [False, True, True, True, False]
    drawn = {day: lower_edge(page, date(2026, 11, day)) for day in (2, 4)}
    assert drawn[2] != drawn[4]


def lower_edge(page: CalendarPage, day: date) -> list[str]:
    """The colours along the lower edge of a day."""
    image = page.table.viewport().grab(page.table.visualRect(page.table.days.index_of(day))).toImage()
    y = image.height() - 8
    return [image.pixelColor(x, y).name() for x in range(12, image.width() - 12)]
