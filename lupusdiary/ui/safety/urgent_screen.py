"""“If it is urgent” in front of a diary that is closed: all signs, and the numbers that she shows to all."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.frame.diary_view import PageFactory
from lupusdiary.ui.frame.start_screen import StartScreen


class UrgentScreen(StartScreen):
    """The page of the diary, on a `diary` that holds nothing else; `closed` goes back."""

    closed = Signal()
    hides_names = True

    def __init__(self, diary: Diary, urgent: PageFactory, context: UiContext) -> None:
        super().__init__(context)
        body = QWidget()
        body.setObjectName("backdrop")
        self.back = QPushButton()
        self.back.setObjectName("urgent_back")
        self.back.clicked.connect(self.closed)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.setContentsMargins(26, 12, 0, 0)
        self.page = urgent(diary, context, body)
        column.addWidget(self.page, 1)
        # The card for the wallet is made from what is in the diary.
        card = self.page.findChild(QWidget, "card_strip")
        if card is not None:
            card.hide()
        self.setWidget(body)
        QShortcut(QKeySequence("Escape"), self).activated.connect(self.closed)
        self.page.restyle()
        self.retranslate()
        self.page.load()

    def retranslate(self) -> None:
        self.back.setText(self.context.tr.text("Back"))
        self.page.retranslate()

    def restyle(self) -> None:
        self.context.theme.apply_to(self.page)
        self.page.restyle()
