"""Filling a day from the last one, and saying of what was copied that it holds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QScrollArea

from lupusdiary.diary import Diary
from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.today.items import TodayItems

Write = Callable[[Callable[[], object]], bool]


class Copying:
    """Copies into the day that `items` show. Only copied values that stood on the screen can be confirmed at
    once; `write` does what it is given and says what was refused."""

    def __init__(
        self, diary: Diary, context: UiContext, items: TodayItems, area: QScrollArea, write: Write
    ) -> None:
        self._diary = diary
        self._context = context
        self._items = items
        self._area = area
        self._write = write
        self._seen: set[str] = set()

    def forget(self) -> None:
        """Another day is shown: nothing of it was seen yet."""
        self._seen.clear()

    def copy_last(self, say: Callable[[Refusal], None]) -> None:
        """Fills what is empty from the last day, and says how much that was and what is left."""
        day, empty = self._items.day, self._blank()
        if not self._write(lambda: self._diary.days.copy_last(day)):
            return
        left = self._blank()
        if len(left) == len(empty):
            say(Refusal("There is nothing empty that the last record could fill in."))
            return
        tr = self._context.tr
        said = tr.plural("{count} filled", "{count} filled", len(empty) - len(left))
        if left:
            items = ", ".join(item.name(tr) for item in left)
            said = tr.text("{filled}, {number} left: {items}", filled=said, number=len(left), items=items)
        self._items.head.say(said)

    def _blank(self) -> list[Symptom]:
        readings = self._diary.days.day(self._items.day).readings
        return [item for item in self._items.items if item.id not in readings]

    def look(self) -> None:
        """Remembers which copied values stand on the screen now."""
        rows = self._items.built
        if not (self._items.isVisible() and rows):
            return
        # Before the column is laid out its rows lie upon each other.
        if rows[-1].geometry().bottom() - rows[0].y() < sum(row.height() for row in rows) - len(rows):
            return
        self._seen.update(
            row.symptom.id
            for row in rows
            if row.copied and row.visibleRegion().boundingRect().height() >= row.height() // 2
        )

    def confirm(self) -> None:
        """The dashed values hold, as far as they were seen; the first that was not is shown."""
        self.look()
        day, codes = self._items.day, [row.symptom.id for row in self._items.rows if row.copied]
        seen = [code for code in codes if code in self._seen]
        if not self._write(lambda: self._diary.days.confirm(day, seen)):
            return
        unseen = [code for code in codes if code not in self._seen]
        if unseen:
            self._area.ensureWidgetVisible(self._items.row(unseen[0]), 0, 24)
            self._items.head.say(
                self._context.tr.text("{number} confirmed. Look at the others too.", number=len(seen))
            )
