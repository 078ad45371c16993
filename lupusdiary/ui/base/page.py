"""What every page of the window has in common."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.change import Change
from lupusdiary.language import Translator
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper, Unkept
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.base.worker import Background

# The room in pixels around what a page holds: every page begins at the same place.
SIDE, TOP = 20, 10


class Page(QWidget):
    """One page on one diary. A subclass builds its widgets in `__init__`, sets every text in `retranslate`
    and loads in `refresh`; the window calls `notice`, `retranslate`, `restyle` and `visit`.
    """

    nouns: ClassVar[frozenset[str]] = frozenset()
    go = Signal(object)
    # A command, for what reaches past this diary: another diary, its recovery sheet.
    requested = Signal(object)
    # `unsaved_step` may say something else now.
    stepped = Signal()

    def __init__(self, diary: Diary, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.diary = diary
        self.context = context
        context.theme.apply_to(self)
        self._stale = True
        self._released = False
        self.keeper = DraftKeeper(diary.drafts, self, writes=not diary.read_only)
        self.setObjectName("backdrop")

    @property
    def language(self) -> Translator:
        """The current translator."""
        return self.context.tr

    def retranslate(self) -> None:
        """Sets every text of the page in the current language."""

    def refresh(self) -> None:
        """Loads what the page shows from the diary."""

    def restyle(self) -> None:
        """Redraws what the style sheet does not reach (icons, charts) after a change of theme or size."""

    def visit(self, route: Route) -> None:
        """Shows what `route` asks for; called before the page is shown."""

    def shows(self, route: Route) -> bool:
        """Whether what `route` asks for is what the page shows already."""
        return route == Route(route.page)

    def from_start(self) -> None:
        """Shows the page from its start: its button on the rail was pressed. What is typed stays."""
        for area in self.findChildren(QScrollArea):
            body = area.widget()
            if body is not None and body.objectName() == "scrolled":
                area.verticalScrollBar().setValue(0)

    def unsaved_step(self, *, back: bool) -> str | None:
        """What undo (`back`) or redo would do here with something that is not saved yet, in words; None: the
        diary is stepped through."""
        return None

    def step(self, *, back: bool) -> None:
        """Takes the unsaved step back, or does it again."""

    def complete(self) -> None:
        """Makes now what is otherwise made a moment after the page is seen."""

    def leave(self) -> None:
        """Keeps what is still being typed; called before another page is shown or the diary is closed."""

    def keep(self) -> list[Unkept]:
        """Saves or keeps as drafts what is being typed, and says what could not be kept."""
        if self._released:
            return []
        self.leave()
        return self.keeper.keep()

    def release(self) -> None:
        """Keeps what is still being typed, for the last time: the diary is closed next."""
        if self._released:
            return
        self.keep()
        self._released = True
        # What is still awaited would ask a diary that is closed.
        for work in self.findChildren(Background):
            work.drop()
        for timer in self.findChildren(QTimer):
            timer.stop()

    def new_day(self) -> bool:
        """The day is another one: midnight, sleep, another zone or a clock that was set. Loads again now if
        seen, else when the page is shown next; False if the page waits until something is written."""
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
        return True

    def notice(self, change: Change) -> None:
        """A write happened: loads again now if seen, else when the page is shown next."""
        if not self.nouns & change.nouns:
            return
        self._stale = True
        if self.isVisible():
            self.load()

    def load(self) -> None:
        """Loads what is stale; called before the page is shown."""
        if self._stale:
            self._stale = False
            try:
                self.refresh()
            except BaseException:
                # E.g. another program keeps the diary: what could not be read is read when it is free.
                self._stale = True
                raise

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.load()

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        super().hideEvent(event)
