"""Which panels the timeline shows: everything that the diary has a record of, to tick."""

from __future__ import annotations

from collections.abc import Sequence

from lupusdiary.diary import Diary
from lupusdiary.queries.timeline import codes_with_records, names_of
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.check_line import CheckCard


class SeriesChooser(CheckCard):
    """Ticks are drawn at once."""

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__("draw", "chooser_done", lambda code: code in diary.symptoms.catalogue())
        self._diary = diary
        self._context = context

    def offer(self, chosen: Sequence[str]) -> None:
        """Shows everything with a record, these ticked."""
        self.show_codes(codes_with_records(self._diary), chosen)
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self.say(tr.text("What the timeline shows"), names_of(self._diary, tr), tr)
