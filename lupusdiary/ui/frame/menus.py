"""The menus of the window and their shortcuts. Each action says what is wanted; the controller does it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from lupusdiary.diary import Diary
from lupusdiary.language import Message, mark
from lupusdiary.ui.base.command import (
    ChooseLanguage,
    ChooseTheme,
    Command,
    Export,
    ExportForm,
    OpenDiary,
    ShowPage,
    ShowStory,
    Verb,
)
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.demonstration_mode import STORIES
from lupusdiary.ui.base.theme import SCALES, THEME_NAMES
from lupusdiary.ui.base.ui_language import LANGUAGE_NAMES
from lupusdiary.ui.frame.navigation import FOOT, PAGES, URGENT_KEYS, page_name


class RecentNames(Protocol):
    """The diaries that may be named."""

    def shown(self) -> list[Path]:
        """Their places, the latest first."""

    def clear(self) -> None:
        """Forgets them."""


class Menus(QObject):
    """Builds the menu bar. `requested` carries a command."""

    requested = Signal(object)

    def __init__(self, window: QMainWindow, context: UiContext) -> None:
        super().__init__(window)
        self._context = context
        self._texts: list[tuple[QAction | QMenu, Message]] = []
        self._ways: list[tuple[QAction, str, Message]] = []
        self._need_diary: list[QAction] = []
        self._need_writable: list[QAction] = []
        self._diary: Diary | None = None
        # What the page that is shown holds unsaved, which is stepped through before the diary is.
        self.unsaved_step: Callable[..., str | None] = lambda **_: None
        self._named: RecentNames | None = None
        self._hides_names = False
        bar = window.menuBar()
        self._fill_file(self._menu(bar.addMenu(""), mark("&File")))
        self._fill_edit(self._menu(bar.addMenu(""), mark("&Edit")))
        self._fill_view(self._menu(bar.addMenu(""), mark("&View")))
        self._fill_help(self._menu(bar.addMenu(""), mark("&Help")))
        # Always in sight: what comes to mind is written down with one click.
        self.ask = QAction(bar)
        self.ask.setObjectName("ask_button")
        self.ask.triggered.connect(lambda: self.requested.emit(Verb.ASK))
        self._texts.append((self.ask, mark("Ask my doctor")))
        self._need_diary.append(self.ask)
        self._need_writable.append(self.ask)
        bar.addAction(self.ask)
        self.diary_open(None)

    def _fill_file(self, file: QMenu) -> None:
        self._need_real = [
            self._action(file, mark("&New diary…"), Verb.NEW, keys=QKeySequence.StandardKey.New),
            self._action(file, mark("&Open diary…"), Verb.OPEN, keys=QKeySequence.StandardKey.Open),
            self._action(file, mark("My own diary"), Verb.OWN),
        ]
        self._recent = self._menu(file.addMenu(""), mark("&Recent diaries"))
        self._recent.setObjectName("recent")
        file.aboutToShow.connect(self._list_recent)
        stories = self._menu(file.addMenu(""), mark("&Demonstration diary"))
        for story, text in STORIES:
            self._action(stories, text, ShowStory(story), f"demonstration_{story}")
        file.addSeparator()
        self._importing = self._action(file, mark("&Import…"), Verb.IMPORT, diary=True)
        self._need_writable.append(self._importing)
        exports = self._menu(file.addMenu(""), mark("&Export"))
        self._action(exports, mark("Everything as JSON…"), Export(ExportForm.JSON), "export_json", diary=True)
        self._action(
            exports, mark("Everything as CSV lists…"), Export(ExportForm.CSV), "export_csv", diary=True
        )
        self.recovery = self._action(file, mark("Recovery sheet…"), Verb.RECOVERY)
        self._action(
            file, mark("&Print for the clinic…"), ShowPage("visit"), "page_visit", keys="Ctrl+P", diary=True
        )
        self.lock = self._action(file, mark("&Lock now"), Verb.LOCK, keys="Ctrl+L", diary=True)
        file.addSeparator()
        self._action(file, mark("&Quit"), Verb.QUIT, keys=QKeySequence.StandardKey.Quit)

    def _fill_edit(self, edit: QMenu) -> None:
        edit.aboutToShow.connect(self._name_steps)
        self.undo = self._action(edit, mark("&Undo"), Verb.UNDO, keys=QKeySequence.StandardKey.Undo)
        self.redo = self._action(edit, mark("&Redo"), Verb.REDO, keys="Ctrl+Shift+Z")
        edit.addSeparator()
        self._action(edit, mark("&Trash…"), Verb.TRASH, diary=True)
        self._action(edit, mark("&What did I change on this day?"), Verb.DAY_HISTORY, diary=True)
        edit.addSeparator()
        asking = self._action(edit, mark("As&k my doctor…"), Verb.ASK, keys="Ctrl+K", diary=True)
        writing = self._action(
            edit, mark("Write a &medicine…"), Verb.WRITE_MEDICINE, keys="Ctrl+Shift+N", diary=True
        )
        self._need_writable += [asking, writing]

    def _fill_view(self, view: QMenu) -> None:
        for number, (page, text, _) in enumerate((*PAGES, *FOOT), start=1):
            way = self._action(view, None, ShowPage(page), f"page_{page}", keys=f"Ctrl+{number}", diary=True)
            if page == "urgent":
                way.setShortcuts([QKeySequence(keys) for keys in URGENT_KEYS])
            self._ways.append((way, page, text))
        view.addSeparator()
        self._action(view, mark("&Larger text"), Verb.LARGER, keys=QKeySequence.StandardKey.ZoomIn)
        self._action(view, mark("&Smaller text"), Verb.SMALLER, keys=QKeySequence.StandardKey.ZoomOut)
        themes = self._menu(view.addMenu(""), mark("&Colours"))
        self._themes = {
            theme: self._action(themes, text, ChooseTheme(theme), f"theme_{theme}")
            for theme, text in THEME_NAMES
        }
        languages = self._menu(view.addMenu(""), mark("L&anguage (언어)"))
        self._languages: dict[str, QAction] = {}
        for code, name in LANGUAGE_NAMES.items():
            action = self._action(languages, None, ChooseLanguage(code), f"language_{code}")
            action.setText(name)
            self._languages[code] = action
        for choices in (self._themes, self._languages):
            group = QActionGroup(self)
            for action in choices.values():
                action.setCheckable(True)
                group.addAction(action)
        view.addSeparator()
        self._action(view, mark("&Full screen"), Verb.FULL_SCREEN, keys="F11")

    def _fill_help(self, help_menu: QMenu) -> None:
        self._action(help_menu, mark("&Education session…"), Verb.SESSION)
        self._action(
            help_menu, mark("&How to use this diary"), Verb.HELP, keys=QKeySequence.StandardKey.HelpContents
        )
        self._action(help_menu, mark("&About"), Verb.ABOUT)

    def _menu(self, menu: QMenu, text: Message) -> QMenu:
        self._texts.append((menu, text))
        menu.aboutToShow.connect(self._tick)
        return menu

    def _action(
        self,
        menu: QMenu,
        text: Message | None,
        command: Command,
        name: str = "",
        *,
        keys: QKeySequence.StandardKey | str | None = None,
        diary: bool = False,
    ) -> QAction:
        action = QAction(menu)
        action.setObjectName(name or str(command))
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        if text is not None:
            self._texts.append((action, text))
        if diary:
            self._need_diary.append(action)
        action.triggered.connect(lambda: self.requested.emit(command))
        menu.addAction(action)
        return action

    def names_recent(self, recent: RecentNames) -> None:
        """Takes the diaries that were open here; they are asked for whenever the menu opens."""
        self._named = recent

    def hide_names(self, hidden: bool) -> None:
        """Names no diary while what is shown hides them."""
        self._hides_names = hidden

    def _list_recent(self) -> None:
        menu, tr = self._recent, self._context.tr
        for action in menu.actions():
            menu.removeAction(action)
            action.deleteLater()
        paths = [] if self._named is None or self._hides_names else self._named.shown()
        for path in paths:
            # A single & would be taken for a key.
            action = self._action(menu, None, OpenDiary(path), f"open_{path}")
            action.setText(path.name.replace("&", "&&"))
        menu.addSeparator()
        clear = QAction(tr.text("Clear this list"), menu)
        clear.setObjectName("clear_recent")
        clear.triggered.connect(self._forget_recent)
        menu.addAction(clear)
        menu.menuAction().setVisible(bool(paths))

    def _forget_recent(self) -> None:
        if self._named is not None:
            self._named.clear()

    def diary_open(self, diary: Diary | None) -> None:
        """Enables what can be done with this diary, or with none."""
        self._diary = diary
        for action in self._need_diary:
            action.setEnabled(diary is not None)
        for action in self._need_writable:
            action.setEnabled(diary is not None and not diary.read_only)
        for action in self._need_real:
            action.setEnabled(not self._context.mode.on)
        if self._context.mode.on:
            self._importing.setEnabled(False)
        self.recovery.setEnabled(diary is not None and diary.encrypted)
        self.update_undo()

    def update_undo(self, _change: object = None) -> None:
        """Undo and redo are there when there is something to undo or redo."""
        history = self._diary.history if self._diary is not None and not self._diary.read_only else None
        undo, redo = self._unsaved_steps()
        self.undo.setEnabled(history is not None and (undo is not None or history.can_undo))
        self.redo.setEnabled(history is not None and (redo is not None or history.can_redo))

    def _unsaved_steps(self) -> tuple[str | None, str | None]:
        if self._diary is None:
            return None, None
        return self.unsaved_step(back=True), self.unsaved_step(back=False)

    def _name_steps(self) -> None:
        """Says in the menu what would be undone or done again."""
        tr = self._context.tr
        history = self._diary.history if self._diary is not None and not self._diary.read_only else None
        names = (None, None) if history is None else (history.undo_name, history.redo_name)
        undo, redo = (
            unsaved or (None if name is None else tr.text(name))
            for unsaved, name in zip(self._unsaved_steps(), names, strict=True)
        )
        self.undo.setText(tr.text("&Undo") if undo is None else tr.text("&Undo: {step}", step=undo))
        self.redo.setText(tr.text("&Redo") if redo is None else tr.text("&Redo: {step}", step=redo))

    def _tick(self) -> None:
        for choices, now in (
            (self._themes, self._context.theme.name),
            (self._languages, self._context.ui_language.code),
        ):
            for name, action in choices.items():
                action.setChecked(name == now)

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        for item, text in self._texts:
            if isinstance(item, QMenu):
                item.setTitle(tr.text(text))
            else:
                item.setText(tr.text(text))
        for action, page, text in self._ways:
            action.setText(page_name(page, text, tr))


def next_scale(now: float, step: int) -> float:
    """The text size one step larger (1) or smaller (-1)."""
    nearest = min(range(len(SCALES)), key=lambda n: abs(SCALES[n] - now))
    return SCALES[min(max(nearest + step, 0), len(SCALES) - 1)]
