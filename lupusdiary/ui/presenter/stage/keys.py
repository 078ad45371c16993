"""The keys of a session, the same on both displays. A clicker sends Page Up, Page Down, F5, a dot, Escape."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_KEYS: Mapping[Qt.Key, str] = MappingProxyType(
    {
        Qt.Key.Key_Right: "next",
        Qt.Key.Key_Down: "next",
        Qt.Key.Key_PageDown: "next",
        Qt.Key.Key_Space: "next",
        Qt.Key.Key_Return: "next",
        Qt.Key.Key_Enter: "next",
        Qt.Key.Key_Left: "previous",
        Qt.Key.Key_Up: "previous",
        Qt.Key.Key_PageUp: "previous",
        Qt.Key.Key_Backspace: "previous",
        Qt.Key.Key_Home: "first",
        Qt.Key.Key_End: "last",
        Qt.Key.Key_B: "black",
        Qt.Key.Key_Period: "black",
        Qt.Key.Key_F5: "slide",
        Qt.Key.Key_F2: "language",
        Qt.Key.Key_L: "language",
        Qt.Key.Key_F3: "timeline",
        Qt.Key.Key_T: "timeline",
        Qt.Key.Key_F4: "notes",
        Qt.Key.Key_N: "notes",
        Qt.Key.Key_F6: "overview",
        Qt.Key.Key_O: "hand_o",
        Qt.Key.Key_X: "hand_x",
        Qt.Key.Key_Delete: "no_hands",
        Qt.Key.Key_Escape: "end",
    }
)
# What the letters are on a Korean keyboard that is in Hangul mode.
_HANGUL: Mapping[str, str] = MappingProxyType(
    {"ㅠ": "black", "ㅣ": "language", "ㅅ": "timeline", "ㅜ": "notes", "ㅐ": "hand_o", "ㅌ": "hand_x"}
)


def wish(event: QKeyEvent) -> str | None:
    """What a key asks for, if anything."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    if held:
        return None
    return _KEYS.get(Qt.Key(event.key())) or _HANGUL.get(event.text())
