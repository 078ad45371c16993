"""Text size, colours and language change what is seen at once, and the other pages when they are shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.diary import create_diary
from lupusdiary.ui.base.command import Verb
from lupusdiary.ui.base.dialogs import Prompts
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.frame.diary_view import DiaryView
from lupusdiary.ui.urgent.page import UrgentPage
from tests.conftest import StandingClock
from tests.ui.daily import child
from tests.ui.shell import Shell


class _Counter(QObject):
    """Counts how often a widget is told that its style is another one."""

    times = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.StyleChange
        return False


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Shell:
    shell = Shell(tmp_path, clock)
    qtbot.addWidget(shell.window)
    create_diary(shell.own, None, clock, parents=True).close()
    shell.controller.start()
    return shell


def _view(shell: Shell) -> DiaryView:
    assert shell.window.view is not None
    return shell.window.view


def has_current_style(shell: Shell, widget: QWidget) -> bool:
    """Whether it has the style sheet of now."""
    return widget.styleSheet() == shell.window.context.theme.sheet()


def _depth(widget: QWidget) -> int:
    parent = widget.parentWidget()
    return 0 if parent is None else 1 + _depth(parent)


def test_a_change_of_text_size_styles_a_widget_at_most_twice_however_deep_it_lies(shell: Shell) -> None:
    _view(shell).show_route(Route("urgent"))
    page = _view(shell).page("urgent")
    counters = {each: _Counter() for each in page.findChildren(QLabel) if each.isVisible()}
    for label, counter in counters.items():
        label.installEventFilter(counter)
    shell.window.context.choose_scale(1.5)
    # What a page makes anew is styled once more as it leaves.
    stayed = {label: counter.times for label, counter in counters.items() if page.isAncestorOf(label)}
    assert max(map(_depth, stayed)) > 6
    assert {label.text(): times for label, times in stayed.items() if not 1 <= times <= 2} == {}


def test_a_hidden_page_waits_until_it_is_shown(shell: Shell) -> None:
    view = _view(shell)
    hidden = view.page("urgent")
    button = hidden.findChildren(QPushButton)[0]
    view.show_route(Route("settings"))
    before, height, counter = hidden.styleSheet(), button.sizeHint().height(), _Counter()
    button.installEventFilter(counter)
    shell.window.context.choose_scale(2.0)
    shell.window.context.choose_theme("dark")
    assert counter.times == 0
    assert (hidden.styleSheet() == before) is not has_current_style(shell, hidden)
    assert has_current_style(shell, view.page("settings"))
    view.show_route(Route("urgent"))
    assert has_current_style(shell, hidden)
    assert button.sizeHint().height() > height


def test_a_hidden_page_speaks_the_new_language_when_it_is_shown(shell: Shell) -> None:
    view = _view(shell)
    view.show_route(Route("urgent"))
    english = {label.text() for label in view.page("urgent").findChildren(QLabel)}
    view.show_route(Route("settings"))
    shell.window.context.choose_language("ko")
    assert view.rail.button("urgent").accessibleName() == "긴급할 때"
    view.show_route(Route("urgent"))
    korean = {label.text() for label in view.page("urgent").findChildren(QLabel)}
    assert "긴급할 때" in korean
    assert "If it is urgent" in english - korean


def test_a_dialog_of_the_window_wears_the_colours_and_follows_a_change(shell: Shell) -> None:
    shell.controller.do(Verb.HELP)
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog))
    assert dialog.isVisible()
    assert has_current_style(shell, dialog)
    shell.window.context.choose_theme("contrast")
    assert has_current_style(shell, dialog)


def test_what_lies_in_front_of_a_diary_follows_too(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock
) -> None:
    shell = Shell(tmp_path, clock)
    qtbot.addWidget(shell.window)
    shell.controller.start()
    door = shell.window.shown
    assert door is not None
    shell.window.context.choose_theme("dark")
    assert has_current_style(shell, door)
    assert has_current_style(shell, shell.window.menuBar())


def test_help_in_an_emergency_follows_in_front_of_a_closed_diary(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock
) -> None:
    shell = Shell(tmp_path, clock)
    qtbot.addWidget(shell.window)
    shell.controller.start()
    child(shell.window, QPushButton, "urgent_without_diary").click()
    page = shell.window.findChildren(UrgentPage)[0]
    shell.window.context.choose_theme("dark")
    assert has_current_style(shell, page)


def test_a_question_of_any_part_wears_the_colours(shell: Shell) -> None:
    current: list[bool] = []

    def look() -> None:
        for each in QApplication.topLevelWidgets():
            if isinstance(each, QMessageBox):
                current.append(has_current_style(shell, each))
                each.close()

    for part in (shell.window, _view(shell), _view(shell).rail, _view(shell).page("today")):
        QTimer.singleShot(0, look)
        Prompts().tell(part, "It is said.", "Close")
    assert current == [True, True, True, True]
