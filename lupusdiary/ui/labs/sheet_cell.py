"""A field of a sheet: Enter, Tab and the arrow keys lead on as in a table."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from lupusdiary.ui.widgets.choice import Choice

_DOWN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class SheetCell(QLineEdit):
    """`down` and `up` ask for the row below or above, `aside` (+1 or -1) for the field beside;
    `onward` is the Tab key, which a row may lead to its question first."""

    down = Signal()
    up = Signal()
    onward = Signal()
    aside = Signal(int)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)

    def event(self, event: object) -> bool:
        # Tab never reaches keyPressEvent: Qt moves the focus before.
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress and self._tabs(event):
            return True
        return super().event(event)  # type: ignore[arg-type]

    def _tabs(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Tab and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.onward.emit()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        at_start = self.cursorPosition() == 0 and not self.hasSelectedText()
        at_end = self.cursorPosition() == len(self.text())
        if key in _DOWN:
            self.down.emit()
        elif key == Qt.Key.Key_Up:
            self.up.emit()
        elif key == Qt.Key.Key_Right and at_end:
            self.aside.emit(1)
        elif key == Qt.Key.Key_Left and at_start:
            self.aside.emit(-1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()


class WrittenCombo(Choice):
    """A choice into which another word can be written; the wheel never changes it."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        completer = self.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)

    def show_text(self, text: str) -> None:
        """Shows a word, chosen or written."""
        self.setCurrentIndex(self.findText(text))
        self.setEditText(text)
        line = self.lineEdit()
        if line is not None:
            line.home(False)
