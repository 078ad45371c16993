"""What is compared: some of everything that has a record, to tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from lupusdiary.diary import Diary
from lupusdiary.queries.timeline import names_of
from lupusdiary.queries.visit_panels import MOST_PANELS, panel_choices
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.check_line import CheckBoxes
from lupusdiary.ui.widgets.flow_layout import EvenFlow


class PanelChoice(QFrame):
    """Begins with what the page for the doctor shows; what is ticked here holds until the diary is closed.
    `done` closes it."""

    changed = Signal()
    done = Signal()

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary, self._context = diary, context
        self._ticked: list[str] | None = None
        self._title, self._labs, self._items, self._count = (QLabel() for _ in range(4))
        for label, role in (
            (self._title, "section"),
            (self._labs, "strong"),
            (self._items, "strong"),
            (self._count, "hint"),
        ):
            label.setProperty("role", role)
            label.setWordWrap(True)
        self._done = QPushButton()
        self._done.setObjectName("compare_done")
        self._done.clicked.connect(self.done)
        self._flows = (EvenFlow(8, 2), EvenFlow(8, 2))
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._done)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.addLayout(head)
        for label, flow in zip((self._labs, self._items), self._flows, strict=True):
            column.addWidget(label)
            column.addLayout(flow)
        column.addWidget(self._count)
        column.addStretch(1)
        self._boxes = CheckBoxes("compare", self._flow_of, self._tell)

    def offer(self, usual: Sequence[str]) -> None:
        """Offers everything with a record, `usual` ticked until the person ticks something else."""
        self._boxes.offer(panel_choices(self._diary), self._ticked or usual, MOST_PANELS)
        self.retranslate()

    def codes(self) -> list[str]:
        """What is ticked, in the order of the boxes."""
        return self._boxes.ticked()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self._title.setText(tr.text("What is compared"))
        self._done.setText(tr.text("Done"))
        self._labs.setText(tr.text("Laboratory results"))
        self._items.setText(tr.text("Daily items"))
        self._count.setText(
            tr.text("{count} of at most {most} chosen", count=len(self.codes()), most=MOST_PANELS)
        )
        for label, flow in zip((self._labs, self._items), self._flows, strict=True):
            label.setVisible(flow.count() > 0)
        self._boxes.say(names_of(self._diary, tr))

    def _flow_of(self, code: str) -> EvenFlow:
        return self._flows[code in self._diary.symptoms.catalogue()]

    def _tell(self) -> None:
        self._ticked = self.codes()
        self.changed.emit()
