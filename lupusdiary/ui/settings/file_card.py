"""Settings: where the diary's file lies, and how it is protected."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from lupusdiary.diary import Diary
from lupusdiary.language import Translator
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label


class FileCard(QFrame):
    """`recovery_requested` asks for the recovery sheet."""

    recovery_requested = Signal()

    def __init__(self, diary: Diary) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary = diary
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._place = plain_label("", "file_place")
        self._kind = QLabel()
        self._kind.setProperty("role", "muted")
        self._kind.setWordWrap(True)
        self.recovery = QPushButton()
        self.recovery.setObjectName("settings_recovery_sheet")
        if not diary.encrypted:
            self.recovery.hide()
        self.recovery.clicked.connect(self.recovery_requested)
        row = FlowLayout()
        row.addWidget(self.recovery)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(10)
        for widget in (self._title, self._place, self._kind):
            layout.addWidget(widget)
        layout.addLayout(row)

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self._title.setText(tr.text("My diary’s file"))
        # A long path may break at each separator, or it would widen the whole page.
        self._place.setText(str(self._diary.path).replace("/", "/\u200b").replace("\\", "\\\u200b"))
        if self._diary.demonstration is not None:
            self._kind.setText(tr.text("A demonstration diary with a fictional person."))
        elif self._diary.encrypted:
            self._kind.setText(
                tr.text("Protected by your passphrase. If you forget it, only the recovery sheet helps.")
            )
        else:
            self._kind.setText(tr.text("Not protected by a passphrase."))
        self.recovery.setText(tr.text("Save the recovery sheet as PDF…"))
