"""What was understood of a typed line: a chip each, the day's amount in bold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from lupusdiary.language import Translator
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label

# What stands around the words of a chip.
_PAD = 28


class ReadBackLine(QWidget):
    """Is not there while nothing was understood; `text` is the whole of it, as it is read aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("medicine_read")
        self.text = ""
        self._flow = FlowLayout(spacing=8)
        self.setLayout(self._flow)
        self.hide()

    def show_words(self, words: Sequence[str], strong: str | None, tr: Translator) -> None:
        """Shows these words; `strong` is the one that decides."""
        self.setVisible(bool(words))
        text = tr.text("Understood: {what}", what="  ·  ".join(words)) if words else ""
        if text == self.text:
            return
        self.text = text
        self.setAccessibleName(text)
        clear(self._flow)
        if not words:
            return
        said = plain_label("muted")
        said.setText(tr.text("Understood"))
        said.setWordWrap(False)
        self._flow.addWidget(said)
        for each in words:
            chip = plain_label("read_strong" if each == strong else "read")
            chip.setWordWrap(False)
            chip.setText(each)
            self._flow.addWidget(chip)
        for child in self.findChildren(QLabel):
            child.show()
        self._wrap()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap()

    def _wrap(self) -> None:
        """A chip goes on in a second line only where it is longer than the line."""
        for label in self.findChildren(QLabel):
            label.setWordWrap(label.fontMetrics().horizontalAdvance(label.text()) + _PAD > self.width())
