"""The field that stands in a cell of a table while it is typed into: every letter is kept at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget

from lupusdiary.ui.widgets.row_table import BAR, Index, RowDelegate

_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CellEditor(QLineEdit):
    """`on` is Enter, `step` the arrow keys up and down (-1, 1), `aside` the ones beside and Tab (-1, 1; Tab
    counts double), `pasted` a text of several cells, `finished` Ctrl+Enter."""

    on = Signal()
    step = Signal(int)
    aside = Signal(int)
    tabbed = Signal(int)
    pasted = Signal(str)
    finished = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "cell")
        self.before = ""

    def event(self, event: QEvent) -> bool:
        # Tab never reaches keyPressEvent: Qt moves the focus before.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Tab and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                self.tabbed.emit(1)
                return True
            if event.key() == Qt.Key.Key_Backtab:
                self.tabbed.emit(-1)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        at_start = self.cursorPosition() == 0 and not self.hasSelectedText()
        at_end = self.cursorPosition() == len(self.text())
        if key in _ON and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
        elif key in _ON:
            self.on.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Right and at_end:
            self.aside.emit(1)
        elif key == Qt.Key.Key_Left and at_start:
            self.aside.emit(-1)
        elif key == Qt.Key.Key_Escape and self.text() != self.before:
            self.setText(self.before)
            self.selectAll()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        else:
            super().keyPressEvent(event)

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if "\n" in text.strip("\r\n") or "\t" in text:
            self.pasted.emit(text)
        else:
            self.paste()


class EditingDelegate(RowDelegate):
    """Opens a `CellEditor` in a cell; what is typed goes to the model with every letter. `opened` hands the
    field to the table, which joins its keys."""

    opened = Signal(object, object)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = CellEditor(parent)
        place = QPersistentModelIndex(index)
        editor.textChanged.connect(lambda text: self._write(place, text))
        self.opened.emit(editor, index)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, CellEditor)
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if editor.text() != text:
            # The letters that an input method composes are not in the model yet.
            editor.setText(text)
        if not editor.isVisible():
            editor.before = text
            editor.selectAll()
        spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
        editor.setAccessibleName(spoken)
        where = index.data(Qt.ItemDataRole.TextAlignmentRole)
        if isinstance(where, Qt.AlignmentFlag):
            editor.setAlignment(where)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        assert isinstance(editor, CellEditor)
        self._write(QPersistentModelIndex(index), editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        # Where the cell is the first in sight, the mark of the row stays in sight too.
        left = BAR + 2 if self.table.columnAt(0) == index.column() else 2
        editor.setGeometry(self.content(self._rect(option)).adjusted(left, 2, -2, -2))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # Enter, Tab and Escape are the field's own here.
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        return super().eventFilter(editor, event)

    def _write(self, place: QPersistentModelIndex, text: str) -> None:
        model = self.table.model()
        if place.isValid() and model is not None:
            model.setData(QModelIndex(place), text, Qt.ItemDataRole.EditRole)  # type: ignore[call-overload]
