"""Today: the evening check-in, and any earlier day that is filled in later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import ReadingValue
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.page import Page
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.today.day_actions import DayActions
from lupusdiary.ui.today.day_notes import LateNotes
from lupusdiary.ui.today.day_strip import DAYS
from lupusdiary.ui.today.first_steps import FirstSteps
from lupusdiary.ui.today.header import DayHeader
from lupusdiary.ui.today.items import TodayItems
from lupusdiary.ui.today.late_ticks import LateTicks
from lupusdiary.ui.widgets.scroll_column import scrolled

if TYPE_CHECKING:
    from lupusdiary.ui.today.day_notes import DayNotes
    from lupusdiary.ui.today.item_chooser import ItemChooser

# Long enough for the first paint; what stands below the edge of the window waits for it.
_REST_MS = 200
# The edges around the head and the day’s buttons in pixels, at the least.
_ABOVE = 50


class TodayPage(Page):
    """One day. It reads that day, how the last 14 came to be, and the last day before it; nothing else."""

    nouns: ClassVar[frozenset[str]] = frozenset({"days", "symptoms", "flares", "medicines", "settings"})

    def __init__(self, diary: Diary, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(diary, context, parent)
        self.day = self._today = diary.check_in.today()
        self._shown_day: date | None = None
        # From the outside in: what is made in its place is styled once.
        self._stack = QStackedLayout(self)
        day, body = QWidget(self), QWidget()
        self._head = QWidget(day)
        self._area: QScrollArea = scrolled(body, day)
        self.header = DayHeader(context, self._head)
        self.first_steps = FirstSteps(context, body)
        self.filling = DayActions(context, body)
        self.items = TodayItems(context, body, read_only=diary.read_only)
        self._lower = LateNotes(diary, context, body, self._write, self._saved, self._say, self.keeper)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.complete)
        self.chooser: ItemChooser | None = None
        self._problem = QLabel(self._head)
        self._problem.setObjectName("problem")
        self._problem.setProperty("role", "note")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._build(day, body)
        self._stack.addWidget(day)
        for button in (self.filling, self.items.more, self.header.undo) if diary.read_only else ():
            button.hide()
        self.ticks = LateTicks(diary, context, self._body, self._write)
        self._connect()

    def _build(self, day: QWidget, body: QWidget) -> None:
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(26, 4, 26, 22)
        self._body.setSpacing(12)
        for widget in (self.first_steps, self.filling, self.items):
            self._body.addWidget(widget)
        self._body.addStretch(1)
        above = QVBoxLayout(self._head)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(6)
        above.addWidget(self.header)
        above.addWidget(self._problem)
        self._above = QVBoxLayout()
        self._above.setContentsMargins(26, 14, 26, 8)
        self._above.addWidget(self._head)
        whole = QVBoxLayout(day)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._above)
        whole.addWidget(self._area, 1)

    def _place_head(self) -> None:
        # Where large text leaves little room, the head scrolls away with the day.
        scrolls = self.context.theme.scale * 400 > self.height()
        place, other = (self._body, self._above) if scrolls else (self._above, self._body)
        if place.indexOf(self._head) < 0:
            other.removeWidget(self._head)
            place.insertWidget(0, self._head)
            self._above.setContentsMargins(26, 14, 26, 0 if scrolls else 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_head()

    def _connect(self) -> None:
        days = self.diary.days
        self.header.chosen.connect(self.show_day)
        self.first_steps.story_requested.connect(lambda story: self.requested.emit("demonstration", story))
        self.header.undo_requested.connect(self._undo)
        self.filling.copy_requested.connect(self._copy_last)
        self.filling.none_requested.connect(lambda: self._write(lambda: days.no_symptoms(self.day)))
        self.items.answered.connect(self._record)
        self.items.finished.connect(self._go_to_note)
        self.items.row_reached.connect(lambda row: self._area.ensureWidgetVisible(row, 0, 24))
        self.items.more_requested.connect(self._choose_items)
        self.items.read.connect(lambda code: self.go.emit(Route("learn", explains=f"symptom:{code}")))

    def _go_to_note(self) -> None:
        (note := self.notes.note).setFocus()
        # Qt sees to its cursor only, and it has its place once the column is laid out.
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._area.ensureWidgetVisible(note, 0, note.height())

    @property
    def notes(self) -> DayNotes:
        """What the day holds below its items; made when the page is seen, or asked for sooner."""
        self.items.complete()
        return self._lower.notes

    def _room(self) -> int:
        """The height in pixels that the items can be seen in when the page is first shown."""
        above = sum(part.sizeHint().height() for part in (self._head, self.filling))
        return self.window().height() - above - _ABOVE

    def complete(self) -> None:
        """What stands below the edge of the window is made once the page can be used."""
        assert self.notes
        self.ticks.show_day(self.day)

    def visit(self, route: Route) -> None:
        """Shows the day of the route; else the day that was shown, or the new one if midnight passed."""
        self._show_chooser(False)
        self._follow_midnight()
        self.first_steps.setVisible(not self.first_steps.isHidden() and self.diary.days.first() is None)
        if route.day is not None:
            self.show_day(route.day)

    def from_start(self) -> None:
        super().from_start()
        if self.day != self.diary.check_in.today():
            self.show_day(self.diary.check_in.today())

    def show_day(self, day: date) -> None:
        """Shows another day; one that has not come is refused in a sentence."""
        self.keep()
        if day > self.diary.today():
            self._say(Refusal("This day has not come yet."))
            return
        self.day = day
        self._say(None)
        self.refresh()
        self._area.verticalScrollBar().setValue(0)
        self.items.take_focus()

    def refresh(self) -> None:
        diary, today = self.diary, self.diary.check_in.today()
        record = diary.days.day(self.day)
        first, fresh = self._shown_day is None, self._shown_day != self.day
        self._shown_day = self.day
        recorded = diary.days.recorded_on(Period.ending(today, DAYS))
        self.header.show_day(self.day, today, recorded, can_undo=diary.history.can_undo)
        before = diary.days.last_recorded_before(self.day)
        empty = before is None and record.is_empty and diary.demonstration is None and not diary.read_only
        # It stays while the day is filled in, so that nothing moves away under the pointer.
        if fresh or empty:
            self.first_steps.setVisible(empty and diary.days.first() is None)
        self.first_steps.show_begun(not record.is_empty)
        self.filling.show_day(before, is_today=self.day == today)
        asked = diary.symptoms.catalogue().ordered(diary.symptoms.tracked())
        self.items.show_items(asked, self._room() if first else None)
        self.items.ask_about(self.day if self.day < today else None)
        self.items.show_values(record.readings, fresh=fresh)
        self._lower.show_day(record, fresh=fresh)
        if self.items.is_complete:
            assert self.notes
        self.ticks.show_day(self.day, made=self._lower.is_made)
        if self.chooser is not None:
            self.chooser.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.items.take_focus()
        if not self._lower.is_made:
            self._rest.start()

    def leave(self) -> None:
        self.items.keep()
        self._lower.keep()

    def retranslate(self) -> None:
        for part in (self.header, self.first_steps, self.filling, self.items, self._lower, self.chooser):
            if part is not None:
                part.retranslate()
        self.ticks.retranslate()

    def restyle(self) -> None:
        self._place_head()
        for part in (self.header, self.items, self._lower, self.chooser):
            if part is not None:
                part.restyle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and self.isActiveWindow():
            self._follow_midnight()

    def new_day(self) -> bool:
        """Goes on to the new day, unless something is being written, which belongs to the day shown."""
        return self._follow_midnight()

    def _follow_midnight(self) -> bool:
        today = self.diary.check_in.today()
        if today == self._today:
            return True
        if self.day == self._today and (self.items.typing or self._lower.typing):
            day = self.language.date(self.day)
            self._say(Refusal("It is a new day. What you are writing still belongs to {day}.", day=day))
            return False
        was_today, self._today = self.day == self._today, today
        if was_today:
            self.show_day(today)
            self._say(Refusal("It is a new day."))
        else:
            self.refresh()
        return True

    def _record(self, code: str, value: ReadingValue | None) -> None:
        try:
            self.diary.days.record(self.day, code, value, self.items.row(code).entered)
        except Refusal as refusal:
            self.items.row(code).refuse(refusal)
        else:
            self.items.row(code).reset(value)
            self._saved()

    def _copy_last(self) -> None:
        copied: list[date | None] = []
        if self._write(lambda: copied.append(self.diary.days.copy_last(self.day))) and copied == [None]:
            self._say(Refusal("There is nothing empty that the last record could fill in."))

    def _undo(self) -> None:
        self.leave()
        try:
            change = self.diary.history.undo()
        except Refusal as refusal:
            self._say(refusal)
            return
        # What was taken back is shown, if it stands on another day.
        if change is not None and change.days and self.day not in change.days and "days" in change.nouns:
            self.show_day(min(max(change.days), self.diary.today()))

    def _write(self, write: Callable[[], object]) -> bool:
        try:
            write()
        except Refusal as refusal:
            self._say(refusal)
            return False
        self._say(None)
        self._saved()
        return True

    def _saved(self) -> None:
        self.header.say_saved(self.diary.now().time())

    def _say(self, refusal: Refusal | None) -> None:
        self._problem.setVisible(refusal is not None)
        if refusal is not None:
            self._problem.setText(self.language.refusal(refusal))

    def _choose_items(self) -> None:
        self.leave()
        if self.chooser is None:
            from lupusdiary.ui.today.item_chooser import ItemChooser

            self.chooser = ItemChooser(self.diary, self.context)
            self.chooser.form.joins(self.keeper)
            self.chooser.retranslate()
            self.chooser.restyle()
            self.chooser.done.connect(lambda: self._show_chooser(False))
            self._stack.addWidget(self.chooser)
        self._show_chooser(True)

    def _show_chooser(self, chooser: bool) -> None:
        if self.chooser is not None and self._stack.currentIndex() != int(chooser):
            self._stack.setCurrentIndex(1 if chooser else 0)
            (self.chooser.back if chooser else self.items.more).setFocus()
