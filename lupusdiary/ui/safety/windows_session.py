"""What Windows tells a window of its session: the screen is locked, or the computer goes to sleep."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray

# winuser.h and wtsapi32.h.
WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 0x0004
WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK = 0x02B1, 0x0007
_THIS_SESSION = 0


class SessionFilter(QAbstractNativeEventFilter):
    """Calls `locks` when the session is locked or the computer goes to sleep."""

    def __init__(self, locks: Callable[[], None]) -> None:
        super().__init__()
        self._locks = locks

    def nativeEventFilter(
        self, eventType: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        if QByteArray(eventType).startsWith(QByteArray(b"windows_")):
            told = wintypes.MSG.from_address(int(message))
            if (told.message, told.wParam) in {
                (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK),
                (WM_POWERBROADCAST, PBT_APMSUSPEND),
            }:
                self._locks()
        return False, 0


def ask_for_sessions(window: int) -> None:
    """Asks Windows to tell the window with this handle of its session; sleep is told without asking."""
    if sys.platform == "win32":
        ctypes.windll.wtsapi32.WTSRegisterSessionNotification(wintypes.HWND(window), _THIS_SESSION)
