"""A diary with one page of it on the screen, and a person who presses keys and clicks, and counts both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.diary import Diary, create_diary
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.dialogs import Prompts
from lupusdiary.ui.base.page import Page
from lupusdiary.ui.base.preferences import Preferences
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.base.ui_language import UiLanguage
from lupusdiary.ui.today.page import TodayPage
from lupusdiary.ui.widgets.date_field import DateField
from lupusdiary.ui.widgets.note_edit import NoteEdit

P = TypeVar("P", bound=Page)
W = TypeVar("W", bound=QWidget)
Clock = Callable[[], datetime]


class Daily:
    """One open diary, and the person in front of it. `effort` is how often she pressed or clicked."""

    def __init__(self, qtbot: QtBot, folder: Path, clock: Clock, language: str = "en") -> None:
        self.qtbot = qtbot
        self.clock = clock
        self.diary: Diary = create_diary(folder / "diary.lupusdiary", None, clock)
        self.around = UiContext(
            UiLanguage(language), Theme("light"), Prompts(), Preferences(folder / "preferences.json")
        )
        self.effort = 0

    @property
    def today(self) -> date:
        return self.diary.today()

    def show(
        self,
        kind: Callable[[Diary, UiContext], P],
        width: int = 1093,
        height: int = 614,
        *,
        whole: bool = True,
    ) -> P:
        """Shows a page as the window does: built, its texts set, then seen; a `whole` one also has made what
        Today leaves for the moment after."""
        page = kind(self.diary, self.around)
        self.qtbot.addWidget(page)
        self.diary.subscribe(page.notice)
        page.retranslate()
        page.restyle()
        page.resize(width, height)
        with self.qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is page)
        if whole and isinstance(page, TodayPage):
            self.qtbot.waitUntil(lambda: any(note.isVisible() for note in page.findChildren(NoteEdit)))
        return page

    def press(self, *keys: Qt.Key) -> None:
        """Presses keys, each where the keyboard is at that moment."""
        for key in keys:
            self.effort += 1
            QTest.keyClick(self.focus(), key)
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Types a text, a press a sign."""
        for sign in text:
            self.effort += 1
            QTest.keyClick(self.focus(), sign)

    def click(self, widget: QWidget) -> None:
        """Clicks the middle of a widget that can be seen."""
        assert widget.isVisible(), widget.objectName()
        assert widget.isEnabled(), widget.objectName()
        self.effort += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def focus(self) -> QWidget:
        """Where the keyboard is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused


def give_day(field: DateField, text: str) -> None:
    """Types a day over what stands in a field, and goes on with Enter."""
    field.line.selectAll()
    field.line.insert(text)
    QTest.keyClick(field.line, Qt.Key.Key_Return)


def child(parent: QWidget, kind: type[W], name: str) -> W:
    """The one child of a kind with an object name."""
    found = parent.findChildren(kind, name)
    assert len(found) == 1, (name, len(found))
    return found[0]
