"""What is compared: some of everything that has a record, to tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from lupusdiary.diary import Diary
from lupusdiary.queries.timeline import names_of
from lupusdiary.queries.visit_panels import MOST_PANELS, panel_choices
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.check_line import CheckBoxes
from lupusdiary.ui.widgets.flow_layout import FlowLayout


class PanelChoice(QFrame):
    """Begins with what the page for the doctor shows; what is ticked here holds until the diary is closed."""

    changed = Signal()

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary, self._context = diary, context
        self._ticked: list[str] | None = None
        self._flow = FlowLayout()
        self._flow.setContentsMargins(16, 12, 16, 12)
        self.setLayout(self._flow)
        self._boxes = CheckBoxes("compare", lambda _: self._flow, self._tell)

    def offer(self, usual: Sequence[str]) -> None:
        """Offers everything with a record, `usual` ticked until the person ticks something else."""
        self._boxes.offer(panel_choices(self._diary), self._ticked or usual, MOST_PANELS)
        self.retranslate()

    def codes(self) -> list[str]:
        """What is ticked, in the order of the boxes."""
        return self._boxes.ticked()

    def retranslate(self) -> None:
        """Sets every text."""
        self._boxes.say(names_of(self._diary, self._context.tr))

    def _tell(self) -> None:
        self._ticked = self.codes()
        self.changed.emit()
