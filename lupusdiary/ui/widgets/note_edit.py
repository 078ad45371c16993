"""The note of a day: any length, kept by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_PAUSE_MS = 800


class NoteBox(QPlainTextEdit):
    """`written` carries the text when typing pauses and when the keyboard leaves, and whether it goes on with
    the same visit: from the first key to leaving is one visit, and one undo step.

    Its text is never replaced while an input method is composing, nor while unkept typing stands in it.
    """

    written = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note")
        self.setTabChangesFocus(True)
        self._kept = ""
        self._composing = False
        self._keeping = False
        self._same_visit = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._write)
        self.textChanged.connect(self._changed)

    @property
    def dirty(self) -> bool:
        """Whether something was typed that has not been kept."""
        return self.document().isModified()

    def show_text(self, text: str) -> None:
        """Shows what the diary holds of the same day."""
        if self._keeping or text == self._kept:
            self._kept = text
        elif not (self._composing or self.dirty):
            self.load(text)

    def load(self, text: str) -> None:
        """Shows the note of another day."""
        self._pause.stop()
        self._kept = text
        self._same_visit = False
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self.document().setModified(False)

    def keep(self) -> None:
        """Finishes what an input method composes and hands over what has not been kept; a visit ends."""
        if self._composing:
            QGuiApplication.inputMethod().commit()
        self._write()
        self._same_visit = False

    def accepted(self) -> None:
        """The diary has kept the text; until then it counts as unkept."""
        self.document().setModified(False)
        self._same_visit = True

    def _changed(self) -> None:
        if self.dirty:
            self._pause.start()

    def _write(self) -> None:
        self._pause.stop()
        if self.dirty:
            self._keeping = True
            self.written.emit(self.toPlainText(), self._same_visit)
            self._keeping = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.keep()
        super().focusOutEvent(event)
