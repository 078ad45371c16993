"""What is compared: some of everything that has a record, to tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame

from lupusdiary.diary import Diary
from lupusdiary.queries.visit_panels import MOST_PANELS, panel_choices
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.discard import discard
from lupusdiary.ui.widgets.flow_layout import FlowLayout


class PanelChoice(QFrame):
    """Begins with what the page for the doctor shows; what is ticked here holds until the diary is closed."""

    changed = Signal()

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary, self._context = diary, context
        self._boxes: dict[str, QCheckBox] = {}
        self._ticked: list[str] | None = None
        self._flow = FlowLayout()
        self._flow.setContentsMargins(16, 12, 16, 12)
        self.setLayout(self._flow)

    def offer(self, usual: Sequence[str]) -> None:
        """Offers everything with a record, `usual` ticked until the person ticks something else."""
        codes = panel_choices(self._diary)
        if codes != list(self._boxes):
            for box in self._boxes.values():
                discard(box)
            self._boxes = {code: self._box(code) for code in codes}
        ticked = [code for code in (self._ticked or usual) if code in self._boxes]
        for code, box in self._boxes.items():
            box.setChecked(code in ticked)
            box.setEnabled(code in ticked or len(ticked) < MOST_PANELS)
        self.retranslate()

    def codes(self) -> list[str]:
        """What is ticked, in the order of the boxes."""
        return [code for code, box in self._boxes.items() if box.isChecked()]

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        symptoms, analytes = self._diary.symptoms.catalogue(), self._diary.labs.catalogue()
        for code, box in self._boxes.items():
            name = symptoms.get(code).name(tr) if code in symptoms else analytes.get(code).label(tr)
            box.setText(name.replace("&", "&&"))

    def _box(self, code: str) -> QCheckBox:
        box = QCheckBox()
        box.setObjectName(f"compare_{code}")
        box.clicked.connect(self._tell)
        self._flow.addWidget(box)
        return box

    def _tell(self) -> None:
        self._ticked = self.codes()
        self.changed.emit()
