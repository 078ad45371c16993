"""Locks the diary that is shown: covered at once, closed when what is being typed is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QProgressDialog, QWidget

from lupusdiary.diary import is_encrypted
from lupusdiary.language import Refusal, mark
from lupusdiary.ui.frame.diary_view import DiaryView
from lupusdiary.ui.frame.notice_bar import Notice
from lupusdiary.ui.frame.start_screen import StartScreen
from lupusdiary.ui.frame.window import Window
from lupusdiary.ui.safety.auto_lock import AutoLock
from lupusdiary.ui.safety.diary_actions import DiaryActions
from lupusdiary.ui.safety.lock_page import HiddenPage, LockPage
from lupusdiary.ui.safety.system_lock import SystemLock

_AGAIN_MS = 500
SOON = mark("The diary locks in a minute because nobody is typing. Press any key to go on.")


class Locking(QObject):
    """`serve` joins a lock page with what opens the diary at a path, `home` says which diary is locked
    where a backup of it is only looked at."""

    def __init__(
        self,
        window: Window,
        clock: Callable[[], datetime],
        serve: Callable[[LockPage | HiddenPage, Path], None],
        actions: DiaryActions,
        home: Callable[[DiaryView], Path],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._serve = serve
        self._actions = actions
        self._home = home
        # Asked to lock while a file was being written for a start screen.
        self._owed = False
        self._page: LockPage | HiddenPage | None = None
        self.idle = AutoLock(clock, window.context.preferences, self)
        self.idle.due.connect(self.lock)
        self.idle.soon.connect(self._say_soon)
        self._system = SystemLock(self, window)
        self._system.locks.connect(self._lock_protected)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._finish)

    def watch(self) -> None:
        """Something else is shown."""
        if self.covers:
            return
        self._page = None
        if self._owed:
            # Before it is painted.
            self.lock()
        elif self._is_protected() and self._may_lock():
            self.idle.start()
        else:
            self.idle.stop()

    @property
    def covers(self) -> bool:
        """Whether a lock page stands before a diary that is still open."""
        return self._page is not None and self._window.view is not None

    def lock(self) -> None:
        """Covers the diary now, and closes it as soon as nothing would be lost."""
        if self.covers or not self._may_lock():
            return
        self._again.stop()
        self._owed = False
        self.idle.stop()
        # First: a dialog keeps what is typed in it when it is closed.
        QGuiApplication.inputMethod().commit()
        _close_dialogs(self._window)
        for mode in owned_clipboards():
            QGuiApplication.clipboard().clear(mode)
        view = self._window.view
        if view is None:
            self._lock_screen()
            return
        home = self._home(view)
        if home != view.diary.path and not home.exists():
            # A backup was looked at because there is nothing else.
            self._actions.leave()
            self._actions.enter(home)
            return
        protected = view.diary.encrypted if home == view.diary.path else _is_protected(home)
        self._page = self._page_for(home, protected=protected)
        self._window.lay_over(self._page)
        self._finish()

    def uncover(self) -> None:
        """The person is back before the diary was closed."""
        self._again.stop()
        page, self._page = self._page, None
        if page is not None:
            self._window.lift(page)
        self.watch()

    def _lock_screen(self) -> None:
        """Locks what leads to a diary without asking, once it has done what it was asked for."""
        screen = self._screen()
        if screen is None or screen.knows_key_of is None:
            return
        if screen.working or QThread.currentThread().loopLevel() > 1:
            self._owed = True
            self._again.start()
            return
        page = self._page_for(screen.knows_key_of, protected=True)
        screen.let_go()
        self._window.show_start_screen(page)
        _take_the_keyboard(page)

    def _page_for(self, path: Path, *, protected: bool) -> LockPage | HiddenPage:
        context = self._window.context
        page = LockPage(path, context) if protected else HiddenPage(context)
        self._serve(page, path)
        return page

    def _screen(self) -> StartScreen | None:
        shown = self._window.shown
        return shown if isinstance(shown, StartScreen) else None

    def _may_lock(self) -> bool:
        """Neither a demonstration nor a session before an audience is ever locked."""
        view, screen = self._window.view, self._screen()
        if self._window.context.mode.on:
            return False
        if view is not None:
            return view.diary.demonstration is None
        return screen is not None and screen.knows_key_of is not None

    def _is_protected(self) -> bool:
        """Whether what is shown, or can be reached from it, needs a passphrase."""
        view = self._window.view
        return view is None or view.diary.encrypted or _is_protected(self._home(view))

    def _lock_protected(self) -> None:
        if self._is_protected():
            self.lock()

    def _finish(self) -> None:
        page, view = self._page, self._window.view
        if self._owed:
            self.lock()
            return
        if page is None or view is None:
            return
        # What an import that has ended meanwhile still tells would hold the diary open.
        _close_dialogs(self._window)
        # A question or an import that still runs ends first, covered; what cannot be kept is tried again.
        if QThread.currentThread().loopLevel() > 1 or _importing() or view.unkept():
            self._again.start()
            return
        self._actions.leave()
        self._window.show_start_screen(page)
        self._page = None
        _take_the_keyboard(page)

    def _say_soon(self, soon: bool) -> None:
        view = self._window.view
        if view is None:
            return
        if soon:
            view.notices.say(Notice("lock_soon", SOON, pressing=True))
        else:
            view.notices.withdraw("lock_soon")


def _take_the_keyboard(page: LockPage | HiddenPage) -> None:
    (page.secret if isinstance(page, LockPage) else page.open).setFocus()


def _is_protected(path: Path) -> bool:
    try:
        return path.exists() and is_encrypted(path)
    except Refusal:
        return False


def owned_clipboards() -> list[QClipboard.Mode]:
    """Where what can be pasted was copied here, or only selected, as X11 pastes it by the middle button."""
    clipboard = QGuiApplication.clipboard()
    owned = {
        QClipboard.Mode.Clipboard: clipboard.ownsClipboard(),
        QClipboard.Mode.Selection: clipboard.supportsSelection() and clipboard.ownsSelection(),
        QClipboard.Mode.FindBuffer: clipboard.supportsFindBuffer() and clipboard.ownsFindBuffer(),
    }
    return [mode for mode, ours in owned.items() if ours]


def _importing() -> bool:
    return any(
        isinstance(each, QProgressDialog) and each.isVisible() for each in QApplication.topLevelWidgets()
    )


def _close_dialogs(window: QWidget) -> None:
    """Nothing of the diary stays seen in a window of its own."""
    while (popup := QApplication.activePopupWidget()) is not None and popup.isVisible():
        popup.close()
        if QApplication.activePopupWidget() is popup:
            break  # It does not go, and is not asked for ever.
    for each in QApplication.topLevelWidgets():
        if each is not window and isinstance(each, QDialog) and each.isVisible():
            if isinstance(each, QProgressDialog):
                continue
            each.reject()
