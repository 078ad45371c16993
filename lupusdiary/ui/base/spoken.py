"""What a screen reader is told that a widget is, where Qt itself would call it something else."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLabel, QLineEdit, QToolButton, QWidget

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
