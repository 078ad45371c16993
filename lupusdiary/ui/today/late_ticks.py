"""The medicines of a day to tick, made only where the person wants them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from lupusdiary.diary import Diary
from lupusdiary.diary.settings import MEDICINE_TICKS
from lupusdiary.ui.base.context import UiContext

if TYPE_CHECKING:
    from lupusdiary.ui.today.medicine_ticks import MedicineTicks


class LateTicks:
    """Stands first in the side column of the day."""

    def __init__(
        self,
        diary: Diary,
        context: UiContext,
        column: QVBoxLayout,
        write: Callable[[Callable[[], object]], object],
    ) -> None:
        self._diary = diary
        self._context = context
        self._column = column
        self._write = write
        self._day: date | None = None
        self.card: MedicineTicks | None = None

    def show_day(self, day: date, *, made: bool = True) -> None:
        """Shows what is due on a day, if ticks are wanted and what stands below the items is `made`."""
        if not made:
            return
        self._day = day
        if self.card is None:
            if self._diary.settings.get(MEDICINE_TICKS, "no") != "yes":
                return
            from lupusdiary.ui.today.medicine_ticks import MedicineTicks

            self.card = MedicineTicks(self._diary, self._context, self._write)
            self._column.insertWidget(0, self.card)
        self.card.show_day(day, self._context.tr)

    def retranslate(self) -> None:
        """Sets every text."""
        if self.card is not None and self._day is not None:
            self.card.show_day(self._day, self._context.tr)
