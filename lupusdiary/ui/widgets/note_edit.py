"""The note of a day: any length, kept by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_PAUSE_MS = 800
# Also who never pauses loses no more than this.
_LONGEST_MS = 4000


class NoteEdit(QPlainTextEdit):
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
        self._latest = QTimer(self)
        self._latest.setSingleShot(True)
        self._latest.setInterval(_LONGEST_MS)
        self._latest.timeout.connect(self._write)
        self._refused = False
        self.textChanged.connect(self._changed)

    @property
    def dirty(self) -> bool:
        """Whether something was typed that has not been kept."""
        return self.document().isModified()

    @property
    def base(self) -> str:
        """What the diary held when the box showed it last: the text that is written over."""
        return self._kept

    @property
    def unsaved(self) -> str | None:
        """What could not be saved when it was handed over; None when everything is."""
        return self.toPlainText() if self._refused and self.dirty else None

    def put_back(self, text: str) -> None:
        """Shows what could not be saved before, still as unsaved: it is saved when the person goes on with it
        or leaves, not a moment later, before she has read that it was not."""
        self._stop()
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self.document().setModified(True)
        self._refused = True

    def show_text(self, text: str) -> None:
        """Shows what the diary holds of the same day."""
        if self._keeping or text == self._kept:
            self._kept = text
        elif not (self._composing or self.dirty):
            self.load(text)

    def load(self, text: str) -> None:
        """Shows the note of another day."""
        self._stop()
        self._kept = text
        self._same_visit = self._refused = False
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
            if not self._latest.isActive():
                self._latest.start()

    def _stop(self) -> None:
        self._pause.stop()
        self._latest.stop()

    def _write(self) -> None:
        self._stop()
        if self.dirty:
            self._keeping = True
            self.written.emit(self.toPlainText(), self._same_visit)
            self._keeping = False
            self._refused = self.dirty

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.keep()
        super().focusOutEvent(event)
