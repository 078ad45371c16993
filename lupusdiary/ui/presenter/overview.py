"""All screens of a session in one list, to jump to one of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QWidget

from lupusdiary.education.sessions.frames import Frame
from lupusdiary.language import Translator

_EDGE = 24


class Overview(QListWidget):
    """Lies over the presenter's display, or over the slide where there is only one; `chosen` carries the
    place of a screen."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("session_overview")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self.hide()
        self.itemClicked.connect(lambda _: self._take())

    def open_over(self, parent: QWidget, frames: Sequence[Frame], at: int, tr: Translator) -> None:
        """Shows the list above `parent`, the screen that is shown now being current."""
        self.clear()
        self.setAccessibleName(tr.text("Overview of the session"))
        self.addItems([f"{number}. {_named(frame)}" for number, frame in enumerate(frames, start=1)])
        self.setParent(parent)
        # All of it: at the edges the slide behind would be read into the list.
        self.setGeometry(parent.rect())
        self.setCurrentRow(at)
        self.show()
        self.raise_()
        self.setFocus()

    def hold_keyboard(self) -> None:
        """While it is seen, takes the keyboard back from what was shown below it."""
        if self.isVisible():
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F6):
            self.hide()
            if (below := self.parentWidget()) is not None:
                below.setFocus()
        else:
            super().keyPressEvent(event)
            # No key of the list goes on to the session behind it.
            event.accept()

    def _take(self) -> None:
        self.hide()
        self.chosen.emit(self.currentRow())


def _named(frame: Frame) -> str:
    """What tells a screen from the others: questions have one heading for all of them."""
    if frame.question is not None:
        asked = frame.question.claim or frame.question.question
    else:
        asked = frame.lines[0] if frame.kind == "teach_back" and frame.lines else ""
    return f"{frame.heading} – {asked}" if asked else frame.heading
