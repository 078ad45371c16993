"""What stands in front of a diary: a calm column of text and controls in the middle of the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.frame.navigation import URGENT_KEYS
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label

_WIDTH = 740


class StartScreen(QScrollArea):
    """A card in the middle with a title and a column to be filled by a subclass. Help in an emergency and the
    backups are a button away where `add_ways` was called."""

    # Whether no diary may be named in the window while it is shown.
    hides_names = False
    # The protected diary to which it leads without asking for a secret: it locks as the diary itself does.
    knows_key_of: Path | None = None
    urgent_requested = Signal()
    restore_requested = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.context = context
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        backdrop = QWidget()
        backdrop.setObjectName("backdrop")
        self.card = QFrame()
        self.card.setProperty("role", "card")
        self.column = QVBoxLayout(self.card)
        self.column.setContentsMargins(36, 24, 36, 24)
        self.column.setSpacing(12)
        self.title = QLabel()
        self.title.setProperty("role", "large")
        self.title.setWordWrap(True)
        self.column.addWidget(self.title)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card, 100)
        row.addStretch(1)
        outer = QVBoxLayout(backdrop)
        outer.setContentsMargins(16, 12, 16, 12)
        outer.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(2)
        self.setWidget(backdrop)
        context.theme.apply_to(self)
        self._make_room()

    def paragraph(self, role: str = "") -> QLabel:
        """A wrapping label at the end of the column."""
        label = plain_label(role)
        self.column.addWidget(label)
        return label

    def add_ways(self, *, restore: bool = True) -> None:
        """Adds the ways that need no diary at the end of the column."""
        self._way_urgent = QPushButton()
        self._way_urgent.setObjectName("urgent_without_diary")
        self._way_urgent.clicked.connect(self.urgent_requested)
        self._way_restore = QPushButton()
        self._way_restore.setObjectName("restore_without_diary")
        self._way_restore.setProperty("role", "quiet")
        self._way_restore.clicked.connect(self.restore_requested)
        if not restore:
            self._way_restore.hide()
        row = FlowLayout(spacing=10)
        row.addWidget(self._way_urgent)
        row.addWidget(self._way_restore)
        self.column.addLayout(row)
        for keys in URGENT_KEYS:
            QShortcut(QKeySequence(keys), self).activated.connect(self.urgent_requested)

    @property
    def working(self) -> bool:
        """Whether a file is being written for it, which must come to its end."""
        return False

    def let_go(self) -> None:
        """Closes what it holds open: it is left by a lock."""

    def name_ways(self) -> None:
        """Sets the texts of these ways."""
        tr = self.context.tr
        self._way_urgent.setText(tr.text("If it is urgent"))
        self._way_restore.setText(tr.text("Restore a backup…"))

    def retranslate(self) -> None:
        """Sets every text."""

    def restyle(self) -> None:
        """Makes room for the text size."""
        self._make_room()

    def _make_room(self) -> None:
        self.card.setMaximumWidth(round(_WIDTH * self.context.theme.scale))
