"""A line that moves while a file is being written, with what is being done and a button that stops it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from lupusdiary.language import Message, Translator
from lupusdiary.ui.widgets.labels import plain_label


class WaitLine(QWidget):
    """Hidden until `begin`: how long it takes nobody knows, so that it only moves. `stopped` is sent once."""

    stopped = Signal()

    def __init__(self, tr: Callable[[], Translator], parent: QWidget) -> None:
        super().__init__(parent)
        self._tr = tr
        self._doing: Message | None = None
        # No sign that warns: nothing is wrong while it is written.
        self.said = plain_label("muted", "being_written")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.cancel = QPushButton()
        self.cancel.setObjectName("stop_writing")
        self.cancel.clicked.connect(self._stop)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.said)
        column.addLayout(row)
        self.hide()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._tr()
        self.bar.setAccessibleName(tr.text("The diary is being written"))
        self.cancel.setText(tr.text("Cancel"))
        if self._doing is not None:
            self.said.setText(tr.text(self._doing))

    def begin(self, doing: Message) -> None:
        """Something is being written from now on: `doing` says what."""
        self._doing = doing
        self.retranslate()
        self.cancel.setEnabled(True)
        self.show()

    def _stop(self) -> None:
        self.cancel.setEnabled(False)
        self.stopped.emit()
