"""The keys of a session, the same on both displays. A clicker sends Page Up, Page Down, F5, a dot, Escape."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Wish(StrEnum):
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


_KEYS: Mapping[Qt.Key, Wish] = MappingProxyType(
    {
        Qt.Key.Key_Right: Wish.NEXT,
        Qt.Key.Key_Down: Wish.NEXT,
        Qt.Key.Key_PageDown: Wish.NEXT,
        Qt.Key.Key_Space: Wish.NEXT,
        Qt.Key.Key_Return: Wish.NEXT,
        Qt.Key.Key_Enter: Wish.NEXT,
        Qt.Key.Key_Left: Wish.PREVIOUS,
        Qt.Key.Key_Up: Wish.PREVIOUS,
        Qt.Key.Key_PageUp: Wish.PREVIOUS,
        Qt.Key.Key_Backspace: Wish.PREVIOUS,
        Qt.Key.Key_Home: Wish.FIRST,
        Qt.Key.Key_End: Wish.LAST,
        Qt.Key.Key_B: Wish.BLACK,
        Qt.Key.Key_Period: Wish.BLACK,
        Qt.Key.Key_F5: Wish.SLIDE,
        Qt.Key.Key_F2: Wish.LANGUAGE,
        Qt.Key.Key_L: Wish.LANGUAGE,
        Qt.Key.Key_F3: Wish.TIMELINE,
        Qt.Key.Key_T: Wish.TIMELINE,
        Qt.Key.Key_F4: Wish.NOTES,
        Qt.Key.Key_N: Wish.NOTES,
        Qt.Key.Key_F6: Wish.OVERVIEW,
        Qt.Key.Key_O: Wish.HAND_O,
        Qt.Key.Key_X: Wish.HAND_X,
        Qt.Key.Key_Delete: Wish.NO_HANDS,
        Qt.Key.Key_Escape: Wish.END,
    }
)
# What the letters are on a Korean keyboard that is in Hangul mode.
_HANGUL: Mapping[str, Wish] = MappingProxyType(
    {
        "ㅠ": Wish.BLACK,
        "ㅣ": Wish.LANGUAGE,
        "ㅅ": Wish.TIMELINE,
        "ㅜ": Wish.NOTES,
        "ㅐ": Wish.HAND_O,
        "ㅌ": Wish.HAND_X,
    }
)


def wish(event: QKeyEvent) -> Wish | None:
    """What a key asks for, if anything."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    if held:
        return None
    return _KEYS.get(Qt.Key(event.key())) or _HANGUL.get(event.text())
