"""Answers that could not be recorded, a number that is none or a full disk, are there again later."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from lupusdiary.diary import Diary
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.today.item_row import ItemRow
from lupusdiary.ui.today.items import TodayItems
from lupusdiary.ui.widgets.draft_note import DraftNote


class RefusedAnswers:
    """Keeps what was refused in the rows of a day, and puts it back where it stood; nothing is recorded of
    it before the person enters it again."""

    def __init__(
        self, diary: Diary, context: UiContext, items: TodayItems, keeper: DraftKeeper, parent: QWidget
    ) -> None:
        self._context = context
        self._items = items
        self._last: ItemRow | None = None
        self._drafted = keeper.join("scores", lambda: items.day.isoformat(), self._typed, self._put_back)
        self.note = DraftNote.on(self._drafted, diary.now, context, self._give_up, parent)
        items.answered.connect(lambda *_: self._drafted.settled())

    def said_of(self, code: str) -> str | None:
        """The refusal that has no room in its row: of this item, else of the one that was last looked at."""
        waiting = [each for each in self._items.built if each.said_elsewhere is not None]
        wanted = next((each for each in waiting if each.symptom.id == code), None)
        if wanted is not None or self._last not in waiting:
            self._last = wanted or next(iter(waiting), None)
        if self._last is None:
            return None
        return f"{self._last.symptom.name(self._context.tr)}: {self._last.said_elsewhere}"

    def look(self) -> None:
        """Another day is shown: what was refused on it stands there again."""
        self._drafted.look()

    def _typed(self) -> dict[str, Any] | None:
        """A line each, so that it can be copied; what is put back stands behind the last colon."""
        tr = self._context.tr
        refused = [row for row in self._items.built if row.refusal is not None and row.answer.standing]
        lines = {row.symptom.id: f"{row.symptom.name(tr)}: {row.answer.standing}" for row in refused}
        return lines or None

    def _put_back(self, values: Mapping[str, Any]) -> None:
        for row in self._items.rows:
            if row.symptom.id in values:
                row.answer.put_back(str(values[row.symptom.id]).rpartition(": ")[2])
                row.refuse(Refusal("This was not recorded. Enter it again, or change it."))

    def _give_up(self) -> None:
        self._drafted.done()
        self._items.drop_refused()
