"""A field for one measured number, with its unit beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from lupusdiary.ui.widgets.labels import set_style_mark
from lupusdiary.ui.widgets.line_edits import LeavingLine

_ROW_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROW_KEYS_WHEN_EMPTY = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class _NumberLine(LeavingLine):
    """Leaves the keys that move between rows to the row; the wheel never changes it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _ROW_KEYS or (key in _ROW_KEYS_WHEN_EMPTY and not self.text()):
            event.ignore()
        else:
            super().keyPressEvent(event)


class NumberField(QWidget):
    """`left` is sent when the keyboard leaves the field; `text` is what stands in it then."""

    left = Signal()

    def __init__(self, name: str, characters: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._characters = characters
        self._shown = ""
        self.line = _NumberLine(self)
        self.line.setObjectName(name)
        # Latin digits are asked of the input method, so that Hangul mode does not stand in the way.
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.line.setMaxLength(12)
        self.line.left.connect(self.left)
        self._unit = QLabel(self)
        self._unit.setProperty("role", "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.line)
        layout.addWidget(self._unit)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.line.text().strip()

    @property
    def dirty(self) -> bool:
        """Whether something was typed that has not been kept."""
        return self.text != self._shown

    def describe(self, unit: str, name: str) -> None:
        """Sets the unit beside the field and the field's name for a screen reader."""
        self._unit.setText(unit)
        self._unit.setVisible(bool(unit))
        self.line.setAccessibleName(f"{name} {unit}".strip())

    def show_text(self, text: str) -> None:
        """Shows what the diary holds."""
        self._shown = text
        if self.text != text:
            self.line.setText(text)

    def show_copied(self, copied: bool) -> None:
        """Shows the number dashed while it is only copied."""
        if (self.line.property("copied") is True) != copied:
            set_style_mark(self.line, "copied", copied)

    def begin(self, text: str) -> None:
        """Starts typing with `text` in place of what stands there."""
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)
        self.line.selectAll()
        self.line.insert(text)

    def take_focus(self) -> None:
        """Puts the keyboard here, everything selected."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit_input_method(self) -> None:
        """Finishes what an input method is still composing."""
        if self.line.hasFocus():
            QGuiApplication.inputMethod().commit()

    def fit(self, height: int) -> None:
        """Gives the field room for its number at the current text size."""
        self.line.setFixedHeight(height)
        self.line.setFixedWidth(self.line.fontMetrics().horizontalAdvance("0" * self._characters) + 34)
