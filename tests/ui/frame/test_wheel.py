"""The wheel and the pointer change nothing that was not clicked, and each way leads where it says."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

import lupusdiary.ui
from lupusdiary.app import local_now
from lupusdiary.domain.period import Period
from lupusdiary.education.content.library import Library
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.frame.navigation import FOOT, PAGES
from lupusdiary.ui.presenter.playlist_editor import PlaylistEditor
from tests.ui.daily import child
from tests.ui.shell import Shell, settle, told_diary

Clock = Callable[[], datetime]
NAMES = [name for name, _, _ in (*PAGES, *FOOT)]
TAKE_THE_WHEEL = {"QComboBox", "QDateEdit", "QTimeEdit", "QDateTimeEdit", "QSpinBox", "QDoubleSpinBox"} | {
    "QSlider",
    "QDial",
    "QTabWidget",
    "QTabBar",
}


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return told_diary(tmp_path_factory.mktemp("story"), "mild", "en")


@pytest.fixture
def shell(story: Path, qtbot: QtBot, tmp_path: Path, clock: Clock) -> Shell:
    made = Shell(tmp_path, clock)
    qtbot.addWidget(made.window)
    made.window.resize(1093, 614)
    made.show_told(story)
    return made


def turn(widget: QWidget) -> bool:
    """Two notches of the wheel over a widget; whether it kept them to itself."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle, QPointF(widget.mapToGlobal(middle.toPoint())), QPoint(), QPoint(0, -240),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def fields(page: QWidget) -> Iterator[QWidget]:
    """Every field of a page that Qt would let the wheel change, or that is typed into, hidden ones too."""
    for widget in page.findChildren(QWidget):
        if isinstance(widget, QScrollBar) or inside(widget, QCalendarWidget):
            continue
        if isinstance(widget, QComboBox | QAbstractSpinBox | QAbstractSlider | QTabBar | QLineEdit):
            yield widget


def inside(widget: QWidget, kind: type[QWidget]) -> bool:
    parent = widget.parentWidget()
    return parent is not None and (isinstance(parent, kind) or inside(parent, kind))


def holds(widget: QWidget) -> object:
    for name in ("currentIndex", "value", "text"):
        if hasattr(widget, name):
            return getattr(widget, name)()
    return None


@pytest.mark.parametrize("name", NAMES)
def test_turning_the_wheel_over_any_field_scrolls_the_page(shell: Shell, name: str) -> None:
    view = shell.window.view
    assert view is not None
    view.show_route(Route(name))
    page = view.page(name)
    page.complete()
    if name == "labs":
        sheet = view.diary.labs.all()[-1]
        view.show_route(Route("labs", day=sheet.collected_on, laboratory=sheet.laboratory))
    settle(page)
    for widget in fields(page):
        before, focused = holds(widget), QApplication.focusWidget()
        assert not turn(widget), widget.objectName()
        assert holds(widget) == before, widget.objectName()
        assert QApplication.focusWidget() is focused
        takes = widget.focusPolicy() == Qt.FocusPolicy.WheelFocus
        assert not takes or isinstance(widget, QLineEdit), widget.objectName()


def test_the_wheel_over_a_playlist_changes_nothing(shell: Shell, qtbot: QtBot) -> None:
    library = Library()
    editor = PlaylistEditor(
        shell.window, shell.window.context, library, (), None, shell.controller.sessions.drafts, local_now
    )
    editor.show()
    found = list(fields(editor))
    assert any(isinstance(each, QComboBox) for each in found)
    for widget in found:
        before = holds(widget)
        assert not turn(widget)
        assert holds(widget) == before


def test_no_page_or_dialog_makes_a_field_that_takes_the_wheel() -> None:
    """Also what the other tests do not open."""
    root = Path(lupusdiary.ui.__file__).parent
    found = []
    for path in sorted(root.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            made = node.func if isinstance(node, ast.Call) else None
            if isinstance(made, ast.Name) and made.id in TAKE_THE_WHEEL:
                found.append(f"{path.name}: {made.id}")
            if isinstance(node, ast.ClassDef) and path.name != "choice.py":
                bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
                found += [f"{path.name}: {base}" for base in bases & TAKE_THE_WHEEL]
    assert found == []


def test_a_chart_that_was_left_by_a_click_is_the_same_when_one_comes_back(shell: Shell, qtbot: QtBot) -> None:
    view = shell.window.view
    assert view is not None
    view.show_start("timeline")
    page = view.page("timeline")
    qtbot.waitUntil(lambda: page.chart.ready)
    page.choose_range("year")
    page.chart.zoom_in()
    page.chart.settle()
    period: Period = page._period
    page.chart.step(-1)
    page.chart.open_at(None)
    assert view.current in ("today", "labs")
    back = child(view, QPushButton, "back_to_page")
    assert back.isVisible()
    assert "Timeline" in back.text()
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert view.current == "timeline"
    assert page._period == period
    assert not back.isVisible()


def test_alt_and_left_goes_back_and_the_rail_forgets_the_way(shell: Shell, qtbot: QtBot) -> None:
    view = shell.window.view
    assert view is not None
    view.show_start("calendar")
    view.page("calendar").go.emit(Route("today", day=date(2026, 11, 3)))
    back = child(view, QPushButton, "back_to_page")
    assert back.isVisible()
    shell.window.activateWindow()
    QTest.keyClick(shell.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert view.current == "calendar"
    view.page("calendar").go.emit(Route("today", day=date(2026, 11, 3)))
    qtbot.mouseClick(view.rail.button("labs"), Qt.MouseButton.LeftButton)
    assert not back.isVisible()


def test_a_button_of_the_rail_opens_its_page_at_its_start(shell: Shell, qtbot: QtBot) -> None:
    view = shell.window.view
    assert view is not None
    view.show_route(Route("today", day=view.diary.today() - timedelta(days=9)))
    qtbot.mouseClick(view.rail.button("labs"), Qt.MouseButton.LeftButton)
    labs = view.page("labs")
    labs.show_trend("c3")
    view.show_start("urgent")
    area = view.page("urgent").findChildren(QScrollArea)[0]
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    for name in ("today", "labs", "urgent"):
        qtbot.mouseClick(view.rail.button(name), Qt.MouseButton.LeftButton)
    assert view.page("today").day == view.diary.today()
    assert labs.stack.currentWidget() is labs.overview
    assert area.verticalScrollBar().value() == 0


def test_a_click_on_an_empty_place_of_the_timeline_does_nothing(shell: Shell, qtbot: QtBot) -> None:
    view = shell.window.view
    assert view is not None
    view.show_start("timeline")
    page = view.page("timeline")
    qtbot.waitUntil(lambda: page.chart.ready)
    page.choose_range("all")
    chart = page.chart
    recorded = set(chart._days)
    across = range(int(chart.drawn.left), int(chart.drawn.right))
    blank = [x for x in across if chart.day_at(x) not in recorded]
    assert blank
    for x in blank[:: max(1, len(blank) // 60)]:
        for share in (0.3, 0.7):
            QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(x, round(chart.height() * share)))
            assert view.current == "timeline"
    some = round(chart.x_of(sorted(recorded)[len(recorded) // 2]))
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(some, round(chart.height() * 0.5)))
    assert view.current != "timeline"
