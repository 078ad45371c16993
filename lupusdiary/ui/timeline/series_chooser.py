"""Which panels the timeline shows: everything that the diary has a record of, to tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.queries.timeline import codes_with_records, names_of
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.check_line import CheckBoxes
from lupusdiary.ui.widgets.flow_layout import EvenFlow


class SeriesChooser(QFrame):
    """A card of tick boxes; `chosen` carries the codes in the order of the boxes, `done` closes it."""

    chosen = Signal(object)
    done = Signal()

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary = diary
        self._context = context
        self._boxes = CheckBoxes("draw", self._flow_of, lambda: self.chosen.emit(self._boxes.ticked()))
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._done = QPushButton()
        self._done.setObjectName("chooser_done")
        self._done.clicked.connect(self.done)
        self._labs, self._items = QLabel(), QLabel()
        self._flows = (EvenFlow(8, 2), EvenFlow(8, 2))
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._done)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.addLayout(head)
        for label, flow in zip((self._labs, self._items), self._flows, strict=True):
            label.setProperty("role", "strong")
            holder = QWidget()
            holder.setLayout(flow)
            column.addWidget(label)
            column.addWidget(holder)

    def offer(self, chosen: Sequence[str]) -> None:
        """Shows everything with a record, these ticked."""
        self._boxes.offer(codes_with_records(self._diary), chosen)
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self._title.setText(tr.text("What the timeline shows"))
        self._done.setText(tr.text("Done"))
        self._labs.setText(tr.text("Laboratory results"))
        self._items.setText(tr.text("Daily items"))
        self._boxes.say(names_of(self._diary, tr))

    def box(self, code: str) -> QCheckBox:
        """The tick box of an item or analyte."""
        return self._boxes.box(code)

    def _flow_of(self, code: str) -> EvenFlow:
        return self._flows[code in self._diary.symptoms.catalogue()]
