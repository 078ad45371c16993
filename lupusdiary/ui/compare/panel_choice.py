"""What is compared: some of everything that has a record, to tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from lupusdiary.diary import Diary
from lupusdiary.queries.timeline import names_of
from lupusdiary.queries.visit_panels import MOST_PANELS, panel_choices
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.check_line import CheckCard
from lupusdiary.ui.widgets.labels import plain_label


class PanelChoice(CheckCard):
    """Begins with what the page for the doctor shows; what is ticked here holds until the diary is closed."""

    changed = Signal()

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__("compare", "compare_done", lambda code: code in diary.symptoms.catalogue())
        self._diary, self._context = diary, context
        self._chosen: list[str] | None = None
        self._count = plain_label("hint")
        self.column.addWidget(self._count)
        self.column.addStretch(1)
        self.ticked.connect(self._keep)

    def offer(self, usual: Sequence[str]) -> None:
        """Offers everything with a record, `usual` ticked until the person ticks something else."""
        self.show_codes(panel_choices(self._diary), self._chosen or usual, MOST_PANELS)
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self.say(tr.text("What is compared"), names_of(self._diary, tr), tr)
        self._count.setText(
            tr.text("{count} of at most {most} chosen", count=len(self.codes()), most=MOST_PANELS)
        )

    def _keep(self, codes: list[str]) -> None:
        self._chosen = codes
        self.changed.emit()
