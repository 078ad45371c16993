"""A line that moves while a file is being written, with a button that stops it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from lupusdiary.language import Translator


class WaitLine(QWidget):
    """Hidden until `begin`: how long it takes nobody knows, so that it only moves. `stopped` is sent once."""

    stopped = Signal()

    def __init__(self, tr: Callable[[], Translator], parent: QWidget) -> None:
        super().__init__(parent)
        self._tr = tr
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.cancel = QPushButton()
        self.cancel.setObjectName("stop_writing")
        self.cancel.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self.hide()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._tr()
        self.bar.setAccessibleName(tr.text("The diary is being written"))
        self.cancel.setText(tr.text("Cancel"))

    def begin(self) -> None:
        """Something is being written from now on."""
        self.cancel.setEnabled(True)
        self.show()

    def _stop(self) -> None:
        self.cancel.setEnabled(False)
        self.stopped.emit()
