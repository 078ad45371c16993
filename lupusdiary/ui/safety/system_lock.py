"""What the system tells of itself: that the screen is locked, or that the computer goes to sleep."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

_LOGIND = "org.freedesktop.login1"
_SCREEN_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
)
_SYSTEM_BUS = Path("/run/dbus/system_bus_socket")


class SystemLock(QObject):
    """`locks` follows logind and the screen savers over the message bus of a Linux desktop, and on Windows
    the messages to `window`. Elsewhere it is silent, and the wall clock alone decides."""

    locks = Signal()

    def __init__(self, parent: QObject, window: QWidget | None = None) -> None:
        super().__init__(parent)
        if window is not None and sys.platform == "win32":
            self._follow_windows(window)
        if not sys.platform.startswith("linux"):
            return
        from PySide6.QtDBus import QDBusConnection

        # Asked for a bus that is not there, the library would start one.
        if "DBUS_SYSTEM_BUS_ADDRESS" in os.environ or _SYSTEM_BUS.exists():
            system = QDBusConnection.systemBus()
            self._follow(system, "/org/freedesktop/login1", f"{_LOGIND}.Manager", "PrepareForSleep", _BOOL)
            self._follow(system, "", f"{_LOGIND}.Session", "Lock", SLOT("told()"))
        if "DBUS_SESSION_BUS_ADDRESS" in os.environ:
            session = QDBusConnection.sessionBus()
            for service, path in _SCREEN_SAVERS:
                self._follow(session, path, service, "ActiveChanged", _BOOL)

    def _follow_windows(self, window: QWidget) -> None:
        from lupusdiary.ui.safety.windows_session import SessionFilter, ask_for_sessions

        # Not from within the message: what follows makes widgets.
        self._filter = SessionFilter(lambda: QTimer.singleShot(0, self, self.locks.emit))
        app = QCoreApplication.instance()
        assert app is not None
        app.installNativeEventFilter(self._filter)
        ask_for_sessions(int(window.winId()))

    def _follow(self, bus: QDBusConnection, path: str, interface: str, name: str, slot: str) -> None:
        # The binding declares bytes and takes the text that SLOT makes.
        bus.connect("", path, interface, name, self, slot)  # type: ignore[call-overload]

    @Slot(bool)
    def begins(self, begins: bool) -> None:
        """A screen saver or a sleep begins, or has ended."""
        if begins:
            self.locks.emit()

    @Slot()
    def told(self) -> None:
        """The session is locked."""
        self.locks.emit()


_BOOL = SLOT("begins(bool)")
