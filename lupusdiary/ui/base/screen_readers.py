"""Hands what a widget is heard as to Qt, in the language of the window."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from lupusdiary.ui.base.spoken import spoken_as
from lupusdiary.ui.base.ui_language import UiLanguage


class _Listener:
    """Whoever reads the window aloud, in the language of the window."""

    language: UiLanguage


def heed_screen_readers(language: UiLanguage) -> None:
    """From now on whoever reads the window hears what `speak_as` says. To be called after the application was
    made: Qt asks the factory that came last first."""
    _Listener.language = language
    _install()


@cache
def _install() -> None:
    QAccessible.installFactory(_interface)


def _interface(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    what = spoken_as(thing) if isinstance(thing, QWidget) else ""
    if not what:
        return None
    # Without a screen reader these are never needed.
    from lupusdiary.ui.base.spoken_widgets import spoken_widget

    assert isinstance(thing, QWidget)
    return spoken_widget(thing, what, _Listener.language)
