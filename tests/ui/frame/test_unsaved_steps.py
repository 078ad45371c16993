"""Undo and redo step first through what is seen and not saved: a paste into a sheet; then the diary."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lupusdiary.domain.records import SheetRow, SheetTemplate
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.frame.diary_view import DiaryView
from lupusdiary.ui.frame.undo_filter import UndoFilter
from lupusdiary.ui.labs.page import LabsPage
from tests.conftest import StandingClock
from tests.ui.shell import Shell

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def shell(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: StandingClock) -> Iterator[Shell]:
    undo = UndoFilter(qapp)
    found = Shell(tmp_path, clock)
    qtbot.addWidget(found.window)
    found.enter_new_diary()
    with qtbot.waitExposed(found.window):
        found.window.show()
    found.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is found.window)
    yield found
    undo.deleteLater()


@pytest.fixture
def view(shell: Shell) -> DiaryView:
    assert shell.window.view is not None
    return shell.window.view


@pytest.fixture
def page(view: DiaryView) -> LabsPage:
    view.diary.labs.set_sheet(SheetTemplate(None, (SheetRow("hemoglobin"), SheetRow("c3"))))
    view.show_route(Route("labs"))
    page = view.page("labs")
    assert isinstance(page, LabsPage)
    page.start.click()
    QGuiApplication.clipboard().setText("Hb\t11.6\tg/dL\nC3\t72\tmg/dL\n")
    key(Qt.Key.Key_V)
    assert values(page) == ["11.6", "72"]
    return page


def values(page: LabsPage) -> list[str]:
    assert page.form.draft is not None
    return [entry.value for entry in page.form.draft.entries]


def key(letter: Qt.Key, held: Qt.KeyboardModifier = CTRL) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, letter, held)


def action(shell: Shell, name: str) -> QAction:
    found = shell.window.findChild(QAction, name)
    assert found is not None
    return found


def test_a_paste_is_taken_back_and_done_again_and_the_diary_stays_as_it_is(
    shell: Shell, view: DiaryView, page: LabsPage
) -> None:
    before = view.diary.labs.sheets()
    assert not action(shell, "redo").isEnabled()
    for _ in range(2):
        key(Qt.Key.Key_Z)
        assert values(page) == ["", ""]
        assert action(shell, "redo").isEnabled()
        key(Qt.Key.Key_Z, CTRL | SHIFT)
        assert values(page) == ["11.6", "72"]
    shell.window.menu_end.undo.click()
    assert values(page) == ["", ""]
    assert view.diary.labs.sheets() == before
    key(Qt.Key.Key_Z)
    assert view.diary.labs.sheets() != before, "with the paste gone, the diary is stepped through"


def test_what_was_typed_after_a_paste_is_not_lost_with_it(
    shell: Shell, view: DiaryView, page: LabsPage
) -> None:
    filling = page.form.filling
    assert filling.can_step(back=True)
    assert page.form.draft is not None
    page.form.draft.entries[0].type_value("12.0")
    assert not filling.can_step(back=True)
    key(Qt.Key.Key_Z)
    assert values(page) == ["12.0", "72"]


def test_on_another_page_undo_is_of_the_diary_again(shell: Shell, view: DiaryView, page: LabsPage) -> None:
    view.show_route(Route("today"))
    assert view.unsaved_step(back=True) is None
    shell.window.menu_end.undo.click()
    assert values(page) == ["11.6", "72"]


def test_a_paste_of_an_earlier_sheet_is_not_done_again_in_the_next(page: LabsPage) -> None:
    page.form.filling.step(back=True)
    assert page.form.filling.can_step(back=False)
    page.form.discard.click()
    page.start.click()
    assert page.form.draft is not None
    assert not page.form.filling.can_step(back=False)
