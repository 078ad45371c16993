"""The keys of a session, the same on both displays. A clicker sends Page Up, Page Down, F5, a dot, Escape."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class SessionAction(StrEnum):
    """What a key or a button of a session asks for."""

    NEXT = "next"
    PREVIOUS = "previous"
    FIRST = "first"
    LAST = "last"
    BLACK = "black"
    SLIDE = "slide"
    LANGUAGE = "language"
    TIMELINE = "timeline"
    NOTES = "notes"
    OVERVIEW = "overview"
    HAND_O = "hand_o"
    HAND_X = "hand_x"
    NO_HANDS = "no_hands"
    END = "end"


_KEYS: Mapping[Qt.Key, SessionAction] = MappingProxyType(
    {
        Qt.Key.Key_Right: SessionAction.NEXT,
        Qt.Key.Key_Down: SessionAction.NEXT,
        Qt.Key.Key_PageDown: SessionAction.NEXT,
        Qt.Key.Key_Space: SessionAction.NEXT,
        Qt.Key.Key_Return: SessionAction.NEXT,
        Qt.Key.Key_Enter: SessionAction.NEXT,
        Qt.Key.Key_Left: SessionAction.PREVIOUS,
        Qt.Key.Key_Up: SessionAction.PREVIOUS,
        Qt.Key.Key_PageUp: SessionAction.PREVIOUS,
        Qt.Key.Key_Backspace: SessionAction.PREVIOUS,
        Qt.Key.Key_Home: SessionAction.FIRST,
        Qt.Key.Key_End: SessionAction.LAST,
        Qt.Key.Key_B: SessionAction.BLACK,
        Qt.Key.Key_Period: SessionAction.BLACK,
        Qt.Key.Key_F5: SessionAction.SLIDE,
        Qt.Key.Key_F2: SessionAction.LANGUAGE,
        Qt.Key.Key_L: SessionAction.LANGUAGE,
        Qt.Key.Key_F3: SessionAction.TIMELINE,
        Qt.Key.Key_T: SessionAction.TIMELINE,
        Qt.Key.Key_F4: SessionAction.NOTES,
        Qt.Key.Key_N: SessionAction.NOTES,
        Qt.Key.Key_F6: SessionAction.OVERVIEW,
        Qt.Key.Key_O: SessionAction.HAND_O,
        Qt.Key.Key_X: SessionAction.HAND_X,
        Qt.Key.Key_Delete: SessionAction.NO_HANDS,
        Qt.Key.Key_Escape: SessionAction.END,
    }
)
# What the letters are on a Korean keyboard that is in Hangul mode.
_HANGUL: Mapping[str, SessionAction] = MappingProxyType(
    {
        "ㅠ": SessionAction.BLACK,
        "ㅣ": SessionAction.LANGUAGE,
        "ㅅ": SessionAction.TIMELINE,
        "ㅜ": SessionAction.NOTES,
        "ㅐ": SessionAction.HAND_O,
        "ㅌ": SessionAction.HAND_X,
    }
)


def action_of(event: QKeyEvent) -> SessionAction | None:
    """What a key asks for, if anything."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    if held:
        return None
    return _KEYS.get(Qt.Key(event.key())) or _HANGUL.get(event.text())
