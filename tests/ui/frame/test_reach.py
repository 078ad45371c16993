"""Every control of every page can be named, reached and hit, and its words are not cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lupusdiary.ui.base.route import Route
from lupusdiary.ui.frame.navigation import FOOT, PAGES
from lupusdiary.ui.frame.welcome import Welcome
from lupusdiary.ui.widgets.choice import Choice
from tests.ui.shell import Shell, settle, told_diary

Clock = Callable[[], datetime]
NAMES = [name for name, _, _ in (*PAGES, *FOOT)]
SMALL = (1093, 614)
TARGET = 40
# What a chip's padding and border take besides its words, which are bold when it is chosen.
_CHIP = 21
# Choices whose words a person wrote, of any length: their list shows them whole.
_OWN_WORDS = {"day_zero", "sheet_laboratory"}


@pytest.fixture(scope="module", params=["ko", "en"])
def story(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """A language, and a demonstration diary in it, made once for all pages."""
    return request.param, told_diary(tmp_path_factory.mktemp("story"), "mild", request.param)


@pytest.fixture
def shell(story: tuple[str, Path], qtbot: QtBot, tmp_path: Path, clock: Clock) -> Shell:
    language, path = story
    made = Shell(tmp_path, clock, language)
    qtbot.addWidget(made.window)
    made.window.resize(*SMALL)
    made.show_told(path)
    return made


def show(shell: Shell, name: str) -> QWidget:
    """The page, shown and laid out."""
    view = shell.window.view
    assert view is not None
    view.show_route(Route(name))
    page = view.page(name)
    settle(page)
    return page


def controls(page: QWidget) -> Iterator[QWidget]:
    """What a person can use on the page now."""
    for widget in page.findChildren(QWidget):
        inner = isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)
        if (
            widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            and not isinstance(widget, QScrollArea | QLabel)
            and not inner
        ):
            yield widget


def words(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    label = widget.text() if isinstance(widget, QAbstractButton) else ""
    return (widget.accessibleName() or label).strip()


def called(widget: QWidget) -> str:
    """A widget in a message of a test."""
    return f"{type(widget).__name__} {widget.objectName()!r} {words(widget)!r}"


@pytest.mark.parametrize("name", NAMES)
def test_every_control_of_a_page_has_a_name(shell: Shell, name: str) -> None:
    assert [called(each) for each in controls(show(shell, name)) if not words(each)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_control_of_a_page_is_a_large_target(shell: Shell, name: str) -> None:
    small = [
        f"{called(each)} {each.width()} x {each.height()}"
        for each in controls(show(shell, name))
        if each.height() < TARGET and not isinstance(each, QAbstractItemView)
    ]
    assert small == []


@pytest.mark.parametrize("name", NAMES)
def test_the_tab_key_goes_round_every_control_of_a_page(shell: Shell, name: str) -> None:
    page = show(shell, name)
    reached: set[QWidget] = set()
    widget = shell.window.nextInFocusChain()
    while widget is not None and widget not in reached:
        reached.add(widget)
        widget = widget.nextInFocusChain()
    tab = Qt.FocusPolicy.TabFocus
    # Arrows reach the other days of a month and the other choices of an answer.
    deaf = [
        called(each)
        for each in controls(page)
        if each not in reached or (not each.focusPolicy() & tab and not moved_to_by_arrows(each))
    ]
    assert deaf == []


def moved_to_by_arrows(widget: QWidget) -> bool:
    """Whether a brother of the same kind takes the Tab key for it."""
    parent = widget.parentWidget()
    assert parent is not None
    brothers = parent.findChildren(type(widget))
    return any(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in brothers)


@pytest.mark.parametrize("name", NAMES)
def test_no_words_are_cut_at_double_text_in_a_small_window(qtbot: QtBot, shell: Shell, name: str) -> None:
    shell.window.context.theme.set_scale(2.0)
    page = show(shell, name)

    def whole() -> None:
        shown = [each for each in page.findChildren(QWidget) if each.isVisible()]
        assert [cut for each in shown if (cut := cut_words(each))] == []

    # A chart is drawn by a worker; the words below it find their room when it is there.
    qtbot.waitUntil(whole)


@pytest.mark.parametrize("name", NAMES)
def test_no_page_scrolls_sideways_at_double_text_in_a_small_window(shell: Shell, name: str) -> None:
    shell.window.context.theme.set_scale(2.0)
    page = show(shell, name)
    wide = [
        f"{area.horizontalScrollBar().maximum()} pixels too wide for {area.viewport().width()}"
        for area in page.findChildren(QScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0
    ]
    assert wide == []


def cut_words(widget: QWidget) -> str:
    """Says which words of a label, a button, an empty line or a choice have no room, or nothing."""
    if isinstance(widget, QLabel) and widget.pixmap().isNull() and widget.text():
        if widget.wordWrap():
            room = widget.heightForWidth(widget.width())
            return f"{called(widget)} {widget.text()[:40]!r}" if widget.height() < room - 2 else ""
        needed = widget.fontMetrics().horizontalAdvance(widget.text())
        return f"{called(widget)} {widget.text()[:40]!r}" if widget.width() < needed else ""
    if isinstance(widget, QPushButton | QCheckBox | QRadioButton) and widget.text():
        needed = (
            widget.fontMetrics().boundingRect(QRect(), Qt.TextFlag.TextShowMnemonic, widget.text()).width()
        )
        if widget.property("role") in ("chip", "segment") and widget.isCheckable():
            bold = QFont(widget.font())
            bold.setBold(True)
            needed = QFontMetrics(bold).horizontalAdvance(widget.text()) + _CHIP
        if isinstance(widget, QCheckBox | QRadioButton):
            # Beside the words stands the box.
            needed = widget.sizeHint().width() - 4
        return called(widget) if widget.width() < needed + 4 else ""
    if isinstance(widget, QLineEdit) and widget.placeholderText() and not widget.text():
        hint = widget.placeholderText()
        needed = widget.fontMetrics().horizontalAdvance(hint)
        return f"{called(widget)} {hint!r}" if widget.width() < needed + 4 else ""
    if isinstance(widget, Choice) and widget.objectName() not in _OWN_WORDS:
        return called(widget) if widget.written != widget.currentText() else ""
    return ""


def test_the_banner_takes_one_line_of_a_small_window(shell: Shell) -> None:
    show(shell, "today")
    view = shell.window.view
    assert view is not None
    shown = [each for each in view.banner.findChildren(QWidget) if each.isVisible()]
    assert [cut for each in shown if (cut := cut_words(each))] == []
    middles = {each.geometry().center().y() for each in shown}
    assert max(middles) - min(middles) <= 2
    assert view.banner.height() <= TARGET + 4


def test_the_banner_and_the_rail_keep_their_words_at_double_text(shell: Shell) -> None:
    shell.window.context.theme.set_scale(2.0)
    show(shell, "today")
    view = shell.window.view
    assert view is not None
    shown = [*view.banner.findChildren(QWidget), *view.rail.findChildren(QWidget)]
    assert [cut for each in shown if each.isVisible() and (cut := cut_words(each))] == []
    assert view.banner.height() < view.height() / 3
    bottom = view.rail.button("settings")
    for name in NAMES:
        button = view.rail.button(name)
        corner = button.mapTo(view.rail, QPoint(0, button.height()))
        assert not button.visibleRegion().isEmpty()
        assert button.visibleRegion().boundingRect().height() == button.height(), name
        assert corner.y() <= bottom.mapTo(view.rail, QPoint(0, bottom.height())).y()
        assert button.height() >= TARGET


def test_the_first_page_of_all_shows_its_main_button_without_scrolling(
    qtbot: QtBot, tmp_path: Path, clock: Clock
) -> None:
    for language in ("ko", "en"):
        shell = Shell(tmp_path / language, clock, language)
        qtbot.addWidget(shell.window)
        shell.window.resize(*SMALL)
        shell.controller.enter(shell.own)
        welcome = shell.window.shown
        assert isinstance(welcome, Welcome)
        for step, main in enumerate((welcome.next, welcome.plain, welcome.make)):
            welcome.show_step(step)
            for _ in range(3):
                QApplication.processEvents()
            assert main.visibleRegion().boundingRect() == main.rect()
            seen = [each for each in welcome.findChildren(QWidget) if each.isVisible()]
            assert [cut for each in seen if (cut := cut_words(each))] == []


def test_every_menu_stays_in_the_menu_bar_when_the_window_becomes_small(shell: Shell) -> None:
    shell.window.resize(1366, 768)
    shell.window.context.theme.set_scale(2.0)
    QApplication.processEvents()
    shell.window.resize(*SMALL)
    QApplication.processEvents()
    bar = shell.window.menuBar()
    rest = bar.findChild(QToolButton, "qt_menubar_ext_button")
    assert rest is not None
    assert not rest.isVisible()
    places = [bar.actionGeometry(action) for action in bar.actions()]
    assert max(place.right() for place in places) < shell.window.menu_end.x()


def test_no_two_entries_of_a_menu_share_a_key(shell: Shell) -> None:
    menus = shell.window.menuBar().findChildren(QMenu)
    tops = [keys(action) for action in shell.window.menuBar().actions()]
    assert len(tops) == len(set(tops))
    for menu in menus:
        found = [key for action in menu.actions() if (key := keys(action))]
        assert len(found) == len(set(found)), menu.title()


def keys(action: QAction) -> str:
    """The letter after the ampersand, or nothing."""
    text = action.text().replace("&&", "")
    return text[text.index("&") + 1].upper() if "&" in text else ""


def test_fields_that_hide_what_is_typed_are_named(shell: Shell) -> None:
    shell.controller.enter(shell.own)
    fields = shell.window.findChildren(QLineEdit)
    assert fields
    assert all(words(each) for each in fields)
