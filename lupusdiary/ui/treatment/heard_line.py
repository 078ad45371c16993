"""A dose that was heard, in dashes until it is answered: so says the envelope, or not so."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from lupusdiary.language import Translator
from lupusdiary.queries.medicine_course import HeardDose
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label


class HeardLineView(QFrame):
    """`answered` carries the row of the dose and whether the envelope confirms it."""

    answered = Signal(object, bool)

    def __init__(self, heard: HeardDose, tr: Translator, *, read_only: bool) -> None:
        super().__init__()
        self.setObjectName("heard_dose")
        self.setProperty("role", "heard")
        text = plain_label("")
        text.setText(
            tr.text(
                "Heard on {day}, not confirmed: {words} (from {start})",
                day=tr.date(heard.heard_on, "short"),
                words=heard.words,
                start=tr.date(heard.start, "short"),
            )
            if heard.department is None
            else tr.text(
                "Heard on {day} ({department}), not confirmed: {words} (from {start})",
                day=tr.date(heard.heard_on, "short"),
                department=heard.department,
                words=heard.words,
                start=tr.date(heard.start, "short"),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 6)
        column.addWidget(text)
        if read_only:
            return
        buttons = FlowLayout(spacing=8)
        for name, words, so in (
            ("confirm_heard", tr.text("The envelope says so"), True),
            ("drop_heard", tr.text("It is not so"), False),
        ):
            button = QPushButton(words)
            button.setObjectName(name)
            button.setAccessibleName(tr.text("{answer}: {what}", answer=words, what=heard.words))
            button.clicked.connect(lambda _=False, so=so: self.answered.emit(heard.row, so))
            buttons.addWidget(button)
        column.addLayout(buttons)
