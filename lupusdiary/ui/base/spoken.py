"""What a screen reader is told that a widget is, where Qt itself would call it something else."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLabel, QLineEdit, QToolButton, QWidget

from lupusdiary.ui.base.ui_language import UiLanguage

HEADING, TEXT, GROUP, CHOICE, TAB, TABS = "heading", "text", "group", "choice", "tab", "tabs"
CHART, DOCUMENT, DRAWING, EMPTIES = "chart", "document", "drawing", "empties"
_PROPERTY = "spoken"
# What a look of the style sheet stands for.
_OF_LOOK = {
    "title": HEADING,
    "section": HEADING,
    "cell": CHOICE,
    "segment": CHOICE,
    "segments": GROUP,
}


class QuestionGroup(QButtonGroup):
    """The buttons that answer one question, of which one is chosen; `label` shows the question."""

    def __init__(self, parent: QWidget, label: QLabel) -> None:
        super().__init__(parent)
        self.label = label


class _Listener:
    """Whoever reads the window aloud, in the language of the window."""

    language: UiLanguage | None = None


def speak_as(widget: QWidget, what: str) -> None:
    """Tells a screen reader what the widget is, in one of the words of this module. A `DRAWING` only
    decorates and is passed over."""
    widget.setProperty(_PROPERTY, what)


def spoken_as(thing: QWidget) -> str:
    """What a screen reader is told that the widget is; empty where Qt decides."""
    said = thing.property(_PROPERTY) or _OF_LOOK.get(str(thing.property("role") or ""), "")
    if said:
        return str(said)
    if isinstance(thing, QAbstractButton) and thing.isCheckable():
        group = thing.group()
        return CHOICE if group is not None and group.exclusive() else ""
    if isinstance(thing, QToolButton) and isinstance(thing.parentWidget(), QLineEdit):
        return EMPTIES
    if isinstance(thing, QLabel) and not thing.text() and not thing.accessibleName():
        return "" if thing.pixmap().isNull() else DRAWING
    return ""


def place_words(place: int, count: int) -> str:
    """Which of several choices it is, in the language of the window."""
    language = _Listener.language
    return "" if language is None else language.tr_now.text("{place} of {count}", place=place, count=count)


def emptying_words() -> str:
    """What the sign at the end of a field does, in the language of the window."""
    language = _Listener.language
    return "" if language is None else language.tr_now.text("Empty the field")


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
    return spoken_widget(thing, what)
