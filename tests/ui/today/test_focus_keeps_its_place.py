"""A typed key never lands in a field that one does not see, nor in another form than the one just used."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.ui.today.page import TodayPage
from lupusdiary.ui.treatment.page import TreatmentPage
from tests.conftest import StandingClock
from tests.ui.daily import Daily

Key = Qt.Key


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return Daily(qtbot, tmp_path, clock)


def seen(page: TodayPage, widget: QWidget) -> bool:
    """Whether its middle is inside what the page shows now."""
    view = next(area for area in page.findChildren(QScrollArea) if area.isAncestorOf(widget)).viewport()
    middle = widget.mapTo(view, QPoint(widget.width() // 2, widget.height() // 2))
    return QRect(QPoint(0, 0), view.size()).contains(middle)


def test_after_the_last_item_the_note_is_seen(daily: Daily) -> None:
    page = daily.show(TodayPage, height=480)
    page.items.rows[-1].take_focus()
    page._area.verticalScrollBar().setValue(0)
    daily.press(Key.Key_Down)
    QApplication.processEvents()
    assert daily.focus() is page.notes.note
    assert seen(page, page.notes.note)


def test_after_an_entry_at_a_time_the_keyboard_stays_there(daily: Daily) -> None:
    page = daily.show(TodayPage)
    daily.click(page.notes.timed.add)
    daily.type("38.1")
    daily.press(Key.Key_Return)
    assert daily.focus() is page.notes.timed.add


def test_after_a_flare_the_keyboard_stays_with_it(daily: Daily) -> None:
    page = daily.show(TodayPage)
    flare = page.notes.flare
    flare.begin.setFocus()
    daily.press(Key.Key_Space)
    assert flare.isAncestorOf(daily.focus())
    assert daily.focus().isVisible()


def test_after_an_event_is_saved_the_next_one_can_be_typed(daily: Daily) -> None:
    page = daily.show(TreatmentPage)
    page._choose("about_event")
    page.event_form.kind.setCurrentIndex(2)
    page.event_form.save.setFocus()
    page.event_form.save.click()
    assert page.event_form.isAncestorOf(daily.focus())
    assert daily.focus() is page.event_form.day.line
