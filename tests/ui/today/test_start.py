"""What a person can use first stands on Today first; the rest follows by itself, in its place."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.ui.today import page as today
from lupusdiary.ui.today.item_row import ItemRow
from lupusdiary.ui.today.page import TodayPage
from lupusdiary.ui.widgets.note_edit import NoteEdit
from lupusdiary.ui.widgets.scroll_column import ScrollColumn
from tests.conftest import StandingClock
from tests.ui.daily import Daily, child


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return Daily(qtbot, tmp_path, clock)


def stops(page: TodayPage) -> list[str]:
    """Where the Tab key stops, in order: rows by their item, else the name of the control."""
    found: list[str] = []
    part = page.nextInFocusChain()
    while part is not page:
        row = _row(part)
        name = row.symptom.id if row is not None else part.objectName()
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible() and name not in found[-1:]:
            found.append(name)
        part = part.nextInFocusChain()
    return found


def _row(part: QWidget | None) -> ItemRow | None:
    while part is not None and not isinstance(part, ItemRow):
        part = part.parentWidget()
    return part


class FirstPicture(QObject):
    """Where the rows stood when the first of them was painted, each as its top and its end."""

    def __init__(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        super().__init__()
        self._app = app
        self.rows: list[tuple[int, int]] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, ItemRow) and not self.rows:
            column = watched.parentWidget()
            rows = [] if column is None else column.findChildren(ItemRow)
            self.rows = [(row.y(), row.y() + row.height()) for row in rows]
            # A filter that stayed would be asked about each event of every later test.
            self._app.removeEventFilter(self)
        return False


def test_the_page_is_filled_as_far_as_it_can_be_seen_and_then_to_its_end(daily: Daily, qtbot: QtBot) -> None:
    daily.diary.days.record_many(daily.today, {"fatigue": 3, "foamy_urine": 2})
    daily.diary.days.set_note(daily.today, "slept badly")
    first = FirstPicture()
    page = daily.show(TodayPage, height=400, whole=False)
    assert 3 <= len(first.rows) < 10
    seen = next(area for area in page.findChildren(ScrollColumn) if area.isAncestorOf(page.items)).viewport()
    assert page.items.mapTo(seen, QPoint(0, first.rows[-1][1])).y() >= seen.height()
    qtbot.waitUntil(lambda: any(note.isVisible() for note in page.findChildren(NoteEdit)))
    assert len(page.findChildren(ItemRow)) == 10
    assert page.items.row("foamy_urine").value == 2
    assert page.notes.note.toPlainText() == "slept badly"
    assert all(label.text() for label in page.items.row("foamy_urine").findChildren(QLabel))


def test_a_low_row_is_there_when_the_keyboard_wants_it_sooner(
    daily: Daily, monkeypatch: pytest.MonkeyPatch
) -> None:
    # On a busy machine the page would be whole before the key is pressed.
    monkeypatch.setattr(today, "_REST_MS", 600_000)
    page = daily.show(TodayPage, height=400, whole=False)
    last = page.findChildren(ItemRow)[-1]
    last.take_focus()
    QTest.keyClick(daily.focus(), Qt.Key.Key_Down)
    assert _row(daily.focus()) is page.items.rows[page.items.rows.index(last) + 1]


@pytest.mark.parametrize("height", [400, 500, 560])
def test_rows_stand_in_the_first_picture_where_they_stay(daily: Daily, qtbot: QtBot, height: int) -> None:
    first = FirstPicture()
    page = daily.show(TodayPage, 1184, height)
    stay = [(row.y(), row.y() + row.height()) for row in page.items.rows]
    assert len(first.rows) > 3
    assert all(end == top for (_, end), (top, _) in pairwise(first.rows)), "rows lie over each other"
    assert first.rows == stay[: len(first.rows)]


def test_a_large_window_is_filled_at_once(daily: Daily) -> None:
    page = daily.show(TodayPage, width=1600, height=1900, whole=False)
    page.items.take_focus()
    assert len(page.items.rows) == 10
    assert page.notes.note.isVisible()


def test_the_keyboard_goes_from_the_top_to_the_bottom(daily: Daily, qtbot: QtBot) -> None:
    page = daily.show(TodayPage, whole=False)
    qtbot.waitUntil(lambda: any(note.isVisible() for note in page.findChildren(NoteEdit)))
    items = [row.symptom.id for row in page.items.rows]
    order = stops(page)
    assert order[order.index("no_symptoms") :] == [
        "no_symptoms",
        *items,
        "more_items",
        "flag_more",
        "note",
        "add_timed",
        "flare_begin",
    ]


def test_an_item_that_is_chosen_later_takes_its_place_for_the_keyboard_too(daily: Daily) -> None:
    page = daily.show(TodayPage, whole=False)
    daily.click(child(page, QPushButton, "more_items"))
    assert page.chooser is not None
    page.chooser.box("weight").click()
    daily.click(child(page, QPushButton, "chooser_done"))
    assert page.notes.isVisible()
    order = stops(page)
    at = order.index("no_symptoms") + 1
    assert order[at : at + 14] == [
        *(row.symptom.id for row in page.items.rows),
        "more_items",
        "flag_more",
        "note",
    ]
