"""Today: the evening check-in, and any earlier day that is filled in later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from lupusdiary.diary import Diary
from lupusdiary.diary.day_reads import TEMPERATURE_ITEM
from lupusdiary.domain.day_record import ReadingValue
from lupusdiary.domain.period import Period
from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.language import Refusal
from lupusdiary.ui.base.command import ShowStory
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.page import Page
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.today.chooser.day_or_chooser import DayOrChooser
from lupusdiary.ui.today.copying import Copying
from lupusdiary.ui.today.day_frame import DayFrame
from lupusdiary.ui.today.day_notes import LateNotes
from lupusdiary.ui.today.first_steps import FirstSteps
from lupusdiary.ui.today.flag_note import FlagDock
from lupusdiary.ui.today.header import DayHeader, week_of
from lupusdiary.ui.today.item_help import ItemHelp
from lupusdiary.ui.today.items import TodayItems
from lupusdiary.ui.today.late_ticks import LateTicks
from lupusdiary.ui.today.refused_answers import RefusedAnswers
from lupusdiary.ui.today.status_strip import StatusStrip

if TYPE_CHECKING:
    from lupusdiary.ui.today.chooser.item_chooser import ItemChooser
    from lupusdiary.ui.today.day_notes import DayNotes

# Long enough for the first paint; what stands below the edge of the window waits for it.
_REST_MS = 200
# The edges around the head and the day’s buttons in pixels, at the least.
_ABOVE = 50
# Below this height in pixels, at text scale 1, the line below the head gives up its links.
_LOW = 690


class TodayPage(Page):
    """One day. It reads that day, how its week came to be, and the last day before it; nothing else."""

    nouns: ClassVar[frozenset[str]] = frozenset(
        {"days", "symptoms", "flares", "visits", "medicines", "settings"}
    )

    def __init__(self, diary: Diary, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(diary, context, parent)
        self.day = self._today = diary.check_in.today()
        self._shown_day: date | None = None
        # From the outside in: what is made in its place is styled once.
        self._stack = DayOrChooser(self, diary, context, self.keeper)
        self._frame = frame = DayFrame(context, self)
        body = frame.body
        self._area = frame.area
        self.header = DayHeader(context, frame.head)
        self.strip = StatusStrip(context, frame.head, read_only=diary.read_only)
        self.first_steps = FirstSteps(context, body)
        self.items = TodayItems(context, body, read_only=diary.read_only)
        self.filling = self.items.head
        self.dock = FlagDock(context, frame)
        self.help = ItemHelp(context, self)
        self._lower = LateNotes(diary, context, frame.side, self._write, self._say, self.keeper)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.complete)
        self.refused = RefusedAnswers(diary, context, self.items, self.keeper, body)
        rows = (self.first_steps, self.refused.note, self.items)
        frame.fill((self.header, self.strip), rows, self.dock)
        self._stack.addWidget(frame)
        if diary.read_only:
            self.items.more.hide()
        self.ticks = LateTicks(diary, context, frame.side_column, self._write)
        self._copying = Copying(diary, context, self.items, self._area, self._write)
        self._connect()

    def _place(self) -> None:
        """Lays the page out for its size; what is wanted first keeps its room."""
        if self._shown_day is None:
            return
        self.strip.shrink(self.height() < _LOW * self.context.theme.scale)
        self._frame.arrange(self.items.width_needed)
        self.dock.fit(self._frame.items_width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.help.hide()
        self._place()

    def _connect(self) -> None:
        days = self.diary.days
        self.header.chosen.connect(self.show_day)
        self.first_steps.story_requested.connect(lambda story: self.requested.emit(ShowStory(story)))
        self.filling.copy_requested.connect(lambda: self._copying.copy_last(self._say))
        self.filling.none_requested.connect(lambda: self._write(lambda: days.no_symptoms(self.day)))
        self.filling.drop_requested.connect(lambda: self._write(lambda: days.drop_copied(self.day)))
        self.items.answered.connect(self._record)
        self.items.finished.connect(self._go_to_note)
        self.items.row_reached.connect(lambda row: self._area.ensureWidgetVisible(row, 0, 24))
        self.items.more_requested.connect(self._choose_items)
        self.items.confirm_requested.connect(self._copying.confirm)
        self.items.used.connect(self._use)
        self.items.refused.connect(lambda row: self.dock.say_of_row(self.refused.said_of(row.symptom.id)))
        self.items.help_requested.connect(lambda row: self.help.open_beside(row.symptom, row))
        self.dock.requested.connect(lambda symptom: self.help.open_beside(symptom, self.dock))
        self.help.article_requested.connect(
            lambda code: self.go.emit(Route("learn", explains=f"symptom:{code}"))
        )
        self.help.numbers_requested.connect(lambda: self.go.emit(Route("urgent")))
        self.strip.ended.connect(self._lower.end_flare)
        self.strip.visit_requested.connect(lambda: self.go.emit(Route("visit")))
        self._area.verticalScrollBar().valueChanged.connect(lambda _: self._copying.look())

    def _use(self, symptom: Symptom) -> None:
        self.dock.show_item(symptom)
        self.dock.say_of_row(self.refused.said_of(symptom.id))

    def _go_to_note(self) -> None:
        (note := self.notes.note).setFocus()
        # Qt sees to its cursor only, and it has its place once the column is laid out.
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._frame.show_side(note)

    @property
    def chooser(self) -> ItemChooser | None:
        """The choice of items, once it was asked for."""
        return self._stack.chooser

    @property
    def notes(self) -> DayNotes:
        """What the day holds below its items; made when the page is seen, or asked for sooner."""
        self.items.complete()
        return self._lower.notes

    def _room(self) -> int:
        """The height in pixels that the items can be seen in when the page is first shown."""
        above = sum(part.sizeHint().height() for part in (self._frame.head, self.filling))
        return self.window().height() - above - _ABOVE

    def complete(self) -> None:
        """What stands below the edge of the window is made once the page can be used."""
        assert self.notes
        self.ticks.show_day(self.day)

    def visit(self, route: Route) -> None:
        """Shows the day of the route; else the day that was shown, or the new one if midnight passed."""
        self._stack.show_day()
        self._follow_midnight()
        self.first_steps.setVisible(not self.first_steps.isHidden() and self.diary.days.first() is None)
        if route.day is not None:
            self.show_day(route.day)

    def shows(self, route: Route) -> bool:
        return route.day in (None, self.day) and self._stack.shows_day

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
        self._frame.to_top()
        self.items.take_focus()

    def refresh(self) -> None:
        diary, today = self.diary, self.diary.check_in.today()
        record = diary.days.day(self.day)
        first, fresh = self._shown_day is None, self._shown_day != self.day
        self._shown_day = self.day
        week = week_of(self.day, today)
        recorded = diary.days.recorded_on(Period(week[0], min(week[-1], today)))
        self.header.show_day(self.day, today, recorded)
        self.strip.show_day(
            self.day, today, diary.flares.all(Period(self.day, self.day)), diary.asking.next_visit()
        )
        before = diary.days.last_recorded_before(self.day)
        empty = before is None and record.is_empty and diary.demonstration is None and not diary.read_only
        # It stays while the day is filled in, so that nothing moves away under the pointer.
        if fresh or empty:
            self.first_steps.setVisible(empty and diary.days.first() is None)
        self.first_steps.show_begun(not record.is_empty)
        self.filling.show_day(self.day, diary.days.copy_source(self.day), is_today=self.day == today)
        catalogue = diary.symptoms.catalogue()
        asked = catalogue.ordered(diary.symptoms.tracked())
        self.dock.show_items(asked, catalogue.get(TEMPERATURE_ITEM))
        other = asked != list(self.items.items)
        self.items.show_items(asked, self._room() if first else None)
        self.items.ask_about(self.day, past=self.day < today)
        self.items.show_values(record, fresh=fresh)
        if fresh:
            self._copying.forget()
            self.help.hide()
            self.refused.look()
        self._lower.show_day(record, fresh=fresh)
        if self.items.is_complete:
            assert self.notes
        self.ticks.show_day(self.day, made=self._lower.is_made)
        if self.chooser is not None:
            self.chooser.refresh()
        if fresh or other:
            self._place()
        self._copying.look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.items.take_focus()
        if not self._lower.is_made:
            self._rest.start()

    def leave(self) -> None:
        self.items.keep()
        self._lower.keep()

    def retranslate(self) -> None:
        for part in (*self._parts(), self.help):
            part.retranslate()
        self.ticks.retranslate()
        self._place()

    def restyle(self) -> None:
        self.help.hide()
        for part in self._parts()[1:]:
            part.restyle()
        self._place()

    def _parts(self) -> list[Any]:
        parts = (self.first_steps, self.header, self.strip, self.items, self.dock, self._lower, self.chooser)
        return [part for part in parts if part is not None]

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
            self.items.row(code).reset(value, entered=self.items.row(code).entered)

    def _write(self, write: Callable[[], object]) -> bool:
        try:
            write()
        except Refusal as refusal:
            self._say(refusal)
            return False
        self._say(None)
        return True

    def _say(self, refusal: Refusal | None) -> None:
        self.dock.say(refusal)

    def _choose_items(self) -> None:
        self.leave()
        self._stack.choose(self.items.more)
