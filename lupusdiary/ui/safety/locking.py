"""Locks the diary that is shown: covered at once, closed when what is being typed is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QProgressDialog, QWidget

from lupusdiary.language import mark
from lupusdiary.ui.frame.notice_bar import Notice
from lupusdiary.ui.frame.window import Window
from lupusdiary.ui.safety.auto_lock import AutoLock
from lupusdiary.ui.safety.lock_page import HiddenPage, LockPage
from lupusdiary.ui.safety.system_lock import SystemLock

_AGAIN_MS = 500
SOON = mark("The diary locks in a minute because nobody is typing. Press any key to go on.")


class Locking(QObject):
    """`serve` joins a lock page with what opens a diary, `leave` closes the one behind it, `show_again` opens
    one without a passphrase."""

    def __init__(
        self,
        window: Window,
        clock: Callable[[], datetime],
        serve: Callable[[LockPage | HiddenPage], None],
        leave: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._serve = serve
        self._leave = leave
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
        """Another diary is shown."""
        if self.covers:
            return
        self._page = None
        view = self._window.view
        if view is not None and view.diary.encrypted and self._may_lock():
            self.idle.start()
        else:
            self.idle.stop()

    @property
    def covers(self) -> bool:
        """Whether a lock page stands before a diary that is still open."""
        return self._page is not None and self._window.view is not None

    def lock(self) -> None:
        """Covers the diary now, and closes it as soon as nothing would be lost."""
        view = self._window.view
        if view is None or not self._may_lock() or self.covers:
            return
        self.idle.stop()
        context = self._window.context
        page = LockPage(view.diary.path, context) if view.diary.encrypted else HiddenPage(context)
        self._page = page
        self._serve(page)
        _close_dialogs(self._window)
        if owns_clipboard():
            QGuiApplication.clipboard().clear()
        QGuiApplication.inputMethod().commit()
        self._window.lay_over(page)
        self._finish()

    def uncover(self) -> None:
        """The person is back before the diary was closed."""
        self._again.stop()
        page, self._page = self._page, None
        if page is not None:
            self._window.lift(page)
        self.watch()

    def _may_lock(self) -> bool:
        """Neither a demonstration nor a session before an audience is ever locked."""
        view = self._window.view
        return view is not None and view.diary.demonstration is None and not self._window.context.mode.on

    def _lock_protected(self) -> None:
        view = self._window.view
        if view is not None and view.diary.encrypted:
            self.lock()

    def _finish(self) -> None:
        page, view = self._page, self._window.view
        if page is None or view is None:
            return
        # A question or an import that still runs ends first, covered; what cannot be kept is tried again.
        if QThread.currentThread().loopLevel() > 1 or _importing() or view.unkept():
            self._again.start()
            return
        self._leave()
        self._window.show_start_screen(page)
        self._page = None
        if isinstance(page, LockPage):
            page.secret.setFocus()
        else:
            page.open.setFocus()

    def _say_soon(self, soon: bool) -> None:
        view = self._window.view
        if view is None:
            return
        if soon:
            view.notices.say(Notice("lock_soon", SOON, pressing=True))
        else:
            view.notices.withdraw("lock_soon")


def owns_clipboard() -> bool:
    """Whether what can be pasted was copied here."""
    return QGuiApplication.clipboard().ownsClipboard()


def _importing() -> bool:
    return any(
        isinstance(each, QProgressDialog) and each.isVisible() for each in QApplication.topLevelWidgets()
    )


def _close_dialogs(window: QWidget) -> None:
    """Nothing of the diary stays seen in a window of its own."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    for each in QApplication.topLevelWidgets():
        if each is not window and isinstance(each, QDialog) and each.isVisible():
            if isinstance(each, QProgressDialog):
                continue
            each.reject()
