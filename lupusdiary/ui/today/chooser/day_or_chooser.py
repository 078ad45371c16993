"""Today's day, or in its place the choice of what is asked, which is made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper

if TYPE_CHECKING:
    from lupusdiary.ui.today.chooser.item_chooser import ItemChooser


class DayOrChooser(QStackedLayout):
    """Fills a page; the keyboard goes back to where the choice was asked for."""

    def __init__(self, page: QWidget, diary: Diary, context: UiContext, keeper: DraftKeeper) -> None:
        super().__init__(page)
        self._diary, self._context, self._keeper = diary, context, keeper
        self._asked_from: QWidget | None = None
        self.chooser: ItemChooser | None = None

    @property
    def shows_day(self) -> bool:
        """Whether the day is seen."""
        return self.currentIndex() == 0

    def choose(self, asked_from: QWidget) -> None:
        """Shows the choice of items."""
        self._asked_from = asked_from
        if self.chooser is None:
            from lupusdiary.ui.today.chooser.item_chooser import ItemChooser

            self.chooser = ItemChooser(self._diary, self._context)
            self.chooser.joins(self._keeper)
            self.chooser.retranslate()
            self.chooser.restyle()
            self.chooser.done.connect(self.show_day)
            self.addWidget(self.chooser)
        if self.shows_day:
            self.setCurrentIndex(1)
            self.chooser.back.setFocus()

    def show_day(self) -> None:
        """Shows the day again."""
        if not self.shows_day:
            self.setCurrentIndex(0)
            if self._asked_from is not None:
                self._asked_from.setFocus()
