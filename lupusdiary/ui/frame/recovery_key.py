"""Offers the recovery sheet right after a protected diary was made."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from lupusdiary.diary import Diary
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.frame.start_screen import StartScreen
from lupusdiary.ui.widgets.flow_layout import FlowLayout


class RecoveryPage(StartScreen):
    """Shows the recovery key of `diary`; `sheet_requested` asks for the sheet, `done` goes on."""

    sheet_requested = Signal()
    done = Signal()

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__(context)
        self._why = self.paragraph()
        self.key = self.paragraph("section")
        self.key.setObjectName("recovery_key")
        self.key.setText(diary.recovery_key())
        self._keep = self.paragraph("muted")
        self.sheet = QPushButton()
        self.sheet.setObjectName("save_recovery_sheet")
        self.sheet.setProperty("role", "primary")
        self.sheet.clicked.connect(self.sheet_requested)
        self.later = QPushButton()
        self.later.setObjectName("recovery_done")
        self.later.clicked.connect(self.done)
        row = FlowLayout(spacing=10)
        row.addWidget(self.sheet)
        row.addWidget(self.later)
        self.column.addLayout(row)
        self.saved = self.paragraph("hint")
        self.saved.hide()
        self._saved = False
        self.retranslate()

    def retranslate(self) -> None:
        tr = self.context.tr
        self.title.setText(tr.text("Your recovery sheet"))
        self._why.setText(
            tr.text(
                "If you forget your passphrase, only this key opens your diary. Nobody else has a copy of it."
            )
        )
        self.key.setAccessibleName(tr.text("Recovery key"))
        self._keep.setText(
            tr.text(
                "Print the sheet and keep it at home, apart from the computer, like a document that matters."
            )
        )
        self.sheet.setText(tr.text("Save the recovery sheet as PDF…"))
        self.later.setText(
            tr.text("Go on to my diary") if self._saved else tr.text("Later, from the File menu")
        )
        self.saved.setText(
            tr.text("The sheet is saved. Print it, then delete the file: it is not encrypted.")
        )

    def sheet_saved(self) -> None:
        """The sheet was written: the way on is plain."""
        self._saved = True
        self.saved.show()
        self.retranslate()
