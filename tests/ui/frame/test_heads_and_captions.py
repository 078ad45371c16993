"""Headings of columns have room for their words, and what is said of a button stands under it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QHeaderView, QLabel, QStyle, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.ui.base.page import Page
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.labs.table_header import LabTableHeader
from tests.ui.frame.test_reach import NAMES, SMALL, Clock, called
from tests.ui.frame.test_views_are_whole import shell, story
from tests.ui.shell import Shell

__all__ = ["shell", "story"]
LOOKS = [(1.0, (1366, 768)), (1.5, (1366, 768)), (2.0, SMALL)]


def sheet(page: Page) -> None:
    last = page.diary.labs.all()[-1]
    page.open_sheet(last.collected_on, last.laboratory)


TABLES: dict[str, tuple[str, Callable[[Page], object]]] = {
    "results": ("labs", lambda page: None),
    "sheet": ("labs", sheet),
    "tests": ("labs", lambda page: page._choose_last()),
    "trend": ("labs", lambda page: page.show_trend("c3")),
    "month": ("calendar", lambda page: None),
    "timeline": ("timeline", lambda page: page.header.as_table.click()),
    "compare": ("compare", lambda page: None),
}


def headings(table: QTableView) -> Iterator[tuple[QHeaderView, int, str]]:
    for header in (table.horizontalHeader(), table.verticalHeader()):
        # The names of tests are drawn by their own header, which wraps them.
        if not header.isVisible() or isinstance(header, LabTableHeader):
            continue
        for at in range(header.count()):
            text = header.model().headerData(at, header.orientation(), Qt.ItemDataRole.DisplayRole)
            if not header.isSectionHidden(at) and isinstance(text, str) and text:
                yield header, at, text


def cut_heading(header: QHeaderView, at: int, text: str) -> str:
    """Says which heading is cut, or nothing; one that ends in an ellipsis still says how it begins."""
    found = header.model().headerData(at, header.orientation(), Qt.ItemDataRole.FontRole)
    font = QFont(found) if isinstance(found, QFont) else QFont(header.font())
    if header.highlightSections():
        font.setBold(True)
    margin = 2 * header.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMargin, None, header)
    widest = max(QFontMetrics(font).horizontalAdvance(line) for line in text.split("\n")) + margin
    room = header.sectionSize(at) if header.orientation() == Qt.Orientation.Horizontal else header.width()
    elided = header.textElideMode() == Qt.TextElideMode.ElideRight
    return f"{text!r}: {widest} in {room}" if widest > room + 1 and not elided else ""


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize(("scale", "size"), LOOKS, ids=str)
def test_no_heading_of_a_table_is_cut_on_both_sides(
    qtbot: QtBot, shell: Shell, name: str, scale: float, size: tuple[int, int]
) -> None:
    shell.window.resize(*size)
    shell.window.context.theme.set_scale(scale)
    where, reach = TABLES[name]
    view = shell.window.view
    assert view is not None
    view.show_route(Route(where))
    page = view.page(where)
    page.complete()
    reach(page)

    def whole() -> None:
        tables = [each for each in page.findChildren(QTableView) if each.isVisible()]
        found = [each for table in tables for each in headings(table)]
        assert found
        assert [cut for each in found if (cut := cut_heading(*each))] == []

    # A table of a chart is filled once the chart has its data.
    qtbot.waitUntil(whole)


def captions(place: QWidget) -> Iterator[tuple[QAbstractButton, list[QLabel]]]:
    """Each button that holds lines of its own: its name, and what is said of it."""
    for button in place.findChildren(QAbstractButton):
        lines = [each for each in button.findChildren(QLabel) if each.isVisible() and each.text()]
        if button.isVisible() and lines:
            yield button, lines


def follow(place: QWidget) -> Iterator[tuple[QAbstractButton, list[QLabel]]]:
    """Each button of a column with the words that stand behind it there."""
    for column in place.findChildren(QVBoxLayout):
        widgets = [column.itemAt(at).widget() for at in range(column.count())]
        seen = [each for each in widgets if each is not None and each.isVisible()]
        for button, words in pairwise(seen):
            if isinstance(button, QAbstractButton) and isinstance(words, QLabel):
                yield button, [words]


def misplaced(place: QWidget) -> list[str]:
    """The words that stand beside, above or on what they belong to."""
    found = []
    for button, lines in captions(place):
        room = button.rect()
        for line, before in zip(lines, [None, *lines], strict=False):
            where = QRect(line.mapTo(button, QPoint(0, 0)), line.size())
            below = before is None or where.top() >= before.mapTo(button, QPoint(0, before.height())).y()
            if (
                not room.contains(where)
                or not below
                or where.left() != lines[0].mapTo(button, QPoint(0, 0)).x()
            ):
                found.append(
                    f"{called(button)}: {line.text()[:40]!r} at {where.getRect()} of {room.getRect()}"
                )
    for button, (words,) in follow(place):
        corner, below_it = (each.mapTo(place, QPoint(0, 0)) for each in (button, words))
        if below_it.y() < corner.y() + button.height() or abs(below_it.x() - corner.x()) > 2:
            found.append(f"{called(button)}: {words.text()[:40]!r} at {below_it} for {corner}")
    return found


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("scale", "size"), LOOKS, ids=str)
def test_what_is_said_of_a_button_stands_under_its_name(
    shell: Shell, name: str, scale: float, size: tuple[int, int]
) -> None:
    shell.window.resize(*size)
    shell.window.context.theme.set_scale(scale)
    view = shell.window.view
    assert view is not None
    view.show_route(Route(name))
    view.page(name).complete()
    assert misplaced(shell.window) == []


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(("scale", "size"), LOOKS, ids=str)
def test_the_choices_of_the_first_window_say_what_they_mean_under_their_names(
    qtbot: QtBot, tmp_path: Path, clock: Clock, language: str, scale: float, size: tuple[int, int]
) -> None:
    shell = Shell(tmp_path, clock, language)
    qtbot.addWidget(shell.window)
    shell.window.resize(*size)
    shell.window.context.theme.set_scale(scale)
    shell.controller.enter(shell.own)
    button = shell.window.findChild(QAbstractButton, "welcome_next")
    assert button is not None
    button.click()
    qtbot.waitUntil(lambda: misplaced(shell.window) == [])
    assert {len(lines) for _, lines in captions(shell.window)} == {2}
