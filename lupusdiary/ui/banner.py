"""The strip above the pages: which diary is open, when that needs saying."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from lupusdiary.diary import Diary
from lupusdiary.ui.surroundings import Surroundings


class Banner(QFrame):
    """Names a demonstration diary or one that can only be read; hidden for a person's own diary."""

    reset_wanted = Signal()
    own_diary_wanted = Signal()

    def __init__(self, diary: Diary, surroundings: Surroundings) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._diary = diary
        self._surroundings = surroundings
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._reset = QPushButton()
        self._reset.setProperty("role", "link")
        self._reset.setObjectName("reset_demonstration")
        self._reset.clicked.connect(self.reset_wanted)
        self._own = QPushButton()
        self._own.setProperty("role", "link")
        self._own.setObjectName("own_diary")
        self._own.clicked.connect(self.own_diary_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(22, 2, 22, 2)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._reset)
        layout.addWidget(self._own)
        fictional = diary.demonstration is not None
        self._reset.setVisible(fictional and not diary.read_only)
        self._own.setVisible(fictional)
        if not (fictional or diary.read_only):
            self.hide()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._surroundings.tr
        if self._diary.demonstration is not None:
            parts = [
                tr.text("Demonstration diary: a fictional person."),
                tr.text("Treatment results differ from person to person."),
            ]
        else:
            parts = [tr.text("This diary can be read and exported here, but not changed.")]
        self._text.setText(" ".join(parts))
        self._reset.setText(tr.text("Put back to the start"))
        self._own.setText(tr.text("Back to my diary"))
