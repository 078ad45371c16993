"""Ctrl+Z in a text field undoes its own typing first, and then the diary."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_TYPED_INTO = (QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit)


class UndoFilter(QObject):
    """Text fields claim Ctrl+Z even when they have nothing to undo; this gives it to the diary then.

    It stands before the fields that the keyboard has been in: before the application it would be asked, in
    Python, about every event of every widget.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        # How often the diary was stepped back since the keyboard came into the field: that is redone first.
        self._handed_on = 0
        app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._handed_on = 0
        if isinstance(new, _TYPED_INTO):
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if event.matches(QKeySequence.StandardKey.Undo):
            own = _can_undo(watched)
            self._handed_on = 0 if own else self._handed_on + 1
        elif event.matches(QKeySequence.StandardKey.Redo):
            own = _can_redo(watched)
            if own and self._handed_on and _diary_can_redo(watched):
                self._handed_on -= 1
                own = False
        else:
            return False
        if own is not False:
            return False
        event.ignore()
        return True


def _diary_can_redo(field: QObject) -> bool:
    window = field.window() if isinstance(field, QWidget) else None
    redo = window.findChild(QAction, "redo") if window is not None else None
    return isinstance(redo, QAction) and redo.isEnabled()


def _line(field: QObject) -> QLineEdit | None:
    if isinstance(field, QAbstractSpinBox):
        return field.lineEdit()
    return field if isinstance(field, QLineEdit) else None


def _can_undo(field: QObject) -> bool | None:
    if isinstance(field, QTextEdit | QPlainTextEdit):
        return field.document().isUndoAvailable()
    line = _line(field)
    return None if line is None else line.isUndoAvailable()


def _can_redo(field: QObject) -> bool | None:
    if isinstance(field, QTextEdit | QPlainTextEdit):
        return field.document().isRedoAvailable()
    line = _line(field)
    return None if line is None else line.isRedoAvailable()
