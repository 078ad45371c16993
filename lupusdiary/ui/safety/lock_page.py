"""What stands in front of a diary that was locked, or hidden."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.frame.start_screen import StartScreen
from lupusdiary.ui.frame.unlock import Unlock

# What was being typed when the page came must not go into its field.
DEAF_MS = 1000


class LockPage(Unlock):
    """Asks for the secret, and names nothing."""

    hides_names = True

    def __init__(self, path: Path, context: UiContext) -> None:
        super().__init__(path, context)
        self.secret.setReadOnly(True)
        self._deaf = QTimer(self)
        self._deaf.setSingleShot(True)
        self._deaf.setInterval(DEAF_MS)
        self._deaf.timeout.connect(lambda: self.secret.setReadOnly(False))
        self._deaf.start()
        self._way_restore.hide()

    def retranslate(self) -> None:
        super().retranslate()
        tr = self.context.tr
        self.title.setText(tr.text("Locked"))
        self._file.setText(tr.text("The diary is closed. What you were typing is kept in it."))


class HiddenPage(StartScreen):
    """Hides a diary that has no passphrase, and says what that is worth; `requested` opens it."""

    requested = Signal()
    hides_names = True

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self._what = self.paragraph()
        self.open = QPushButton()
        self.open.setObjectName("show_again")
        self.open.setProperty("role", "primary")
        self.open.clicked.connect(self.requested)
        self.column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_ways(restore=False)
        self.retranslate()

    def retranslate(self) -> None:
        tr = self.context.tr
        self.title.setText(tr.text("Hidden"))
        self._what.setText(
            tr.text(
                "The diary is only out of sight. This protects nothing: anybody can open it, because it has "
                "no passphrase. You can set one in Settings."
            )
        )
        self.open.setText(tr.text("Show my diary"))
        self.name_ways()
