"""The timeline: symptoms, results and events of a life under one another on one axis of time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from lupusdiary.charts.crop import within
from lupusdiary.charts.describe import describe, left_out
from lupusdiary.charts.nearest import Hit
from lupusdiary.charts.panels import LabPanel, Panel, Timeline
from lupusdiary.charts.presets import PRESETS
from lupusdiary.charts.table import table
from lupusdiary.diary import Diary
from lupusdiary.domain.period import Period
from lupusdiary.language import Refusal
from lupusdiary.queries.timeline import codes_with_records, range_period, timeline_of, whole_period
from lupusdiary.ui.articles.explains import of_events
from lupusdiary.ui.articles.read_more import ReadMore
from lupusdiary.ui.articles.term_label import TermLabel
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.page import SIDE, TOP, Page
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.chart.gestures import Chart
from lupusdiary.ui.chart.rendering import import_drawing
from lupusdiary.ui.chart.table_view import ChartTableView
from lupusdiary.ui.timeline.date_range import DateRange
from lupusdiary.ui.timeline.empty_state import EmptyState
from lupusdiary.ui.timeline.export import copy_picture, copy_table, save_picture
from lupusdiary.ui.timeline.foot import TimelineFoot
from lupusdiary.ui.timeline.header import CHOSEN, DATES, RANGES, TimelineHeader
from lupusdiary.ui.timeline.series_chooser import SeriesChooser
from lupusdiary.ui.widgets.scroll_column import scrolled

_UNDRAWN = 440


class TimelinePage(Page):
    """Chips above, one line that says what is under the pointer, the chart or its table, and sentences."""

    nouns: ClassVar[frozenset[str]] = frozenset(
        {"days", "labs", "events", "flares", "visits", "profile", "symptoms", "analytes", "medicines"}
    )

    def __init__(self, diary: Diary, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(diary, context, parent)
        self._preset = "kidney"
        self._chosen: tuple[str, ...] = ()
        self._range: str | None = "year"
        self._whole = Timeline(Period(diary.today(), diary.today()))
        self._period = self._whole.period
        self._background = Background(self)
        self.header = TimelineHeader()
        self.dates = DateRange(diary.today)
        self.dates.hide()
        self.chooser = SeriesChooser(diary, context)
        self.chooser.hide()
        self.foot = TimelineFoot()
        self.readout = self.foot.readout
        self.chart = Chart(context)
        # Until it is drawn it keeps the room that most drawings need: the sentences do not jump.
        self.chart.setMinimumHeight(_UNDRAWN)
        self.sentences = TermLabel(context)
        self.sentences.setObjectName("sentences")
        self.sentences.setProperty("role", "hint")
        self.links = ReadMore(context)
        self.numbers = ChartTableView()
        self.empty = EmptyState()
        self._build()
        self._connect()

    def _build(self) -> None:
        self._drawing = QWidget()
        column = QVBoxLayout(self._drawing)
        column.setContentsMargins(6, 6, 6, 10)
        column.addWidget(self.chart, 1)
        column.addWidget(self.sentences)
        column.addWidget(self.links)
        card = QFrame()
        card.setProperty("role", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(4, 4, 4, 4)
        for widget in (self._drawing, self.numbers, self.empty):
            inner.addWidget(widget)
        # The chips scroll away with the chart: in a small window with large text it needs all the room.
        body = QWidget()
        within_body = QVBoxLayout(body)
        within_body.setContentsMargins(SIDE, TOP, SIDE, 8)
        within_body.setSpacing(8)
        for widget in (self.header, self.dates, self.chooser):
            within_body.addWidget(widget)
        within_body.addWidget(card, 1)
        self._scroll = scrolled(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(2)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.foot)

    def _connect(self) -> None:
        self.header.preset_requested.connect(self.choose_preset)
        self.header.range_requested.connect(self.choose_range)
        self.foot.motion_requested.connect(self.chart.go)
        self.header.table_requested.connect(self._show_parts)
        self.header.save_requested.connect(self._save)
        self.header.picture_copy_requested.connect(lambda: copy_picture(self.context, self.chart.shown))
        self.header.table_copy_requested.connect(lambda: copy_table(self.context, self.chart.shown))
        self.dates.chosen.connect(self._show_dates)
        self.chooser.ticked.connect(self._choose_codes)
        self.chooser.done.connect(self.chooser.hide)
        self.chart.moved.connect(self._moved)
        self.chart.pointed.connect(self._show_hit)
        self.chart.opened.connect(self._open)
        self.numbers.opened.connect(self._open_row)
        self.links.go.connect(self.go)
        self.foot.compare.go.connect(self.go)
        self.sentences.go.connect(self.go)
        self.empty.everything_requested.connect(self._choose_everything)
        self.empty.today_requested.connect(lambda: self.go.emit(Route("today", day=self.diary.today())))

    @property
    def codes(self) -> tuple[str, ...]:
        """What is drawn or would be."""
        return self._chosen if self._preset == CHOSEN else PRESETS[self._preset]

    def refresh(self) -> None:
        """Loads the whole diary's series once; zoom and ranges then need no question to the diary."""
        self._whole = timeline_of(
            self.diary, self.codes, whole_period(self.diary, self.diary.today()), self.language
        )
        if self._range is not None and self._range != DATES:
            self._period = range_period(self.diary, self._range, self._whole.period)
        if not self.chart.ready and not self._background.busy:
            self._background.run(import_drawing, self._ready, self._not_ready)
        self.chart.show_timeline(self._whole, self._period)
        self._show_words()
        self._show_parts()

    def retranslate(self) -> None:
        """Sets every text; names inside the chart come from a new timeline."""
        tr = self.language
        self.header.retranslate(tr)
        self.foot.retranslate(tr)
        self.dates.retranslate(tr)
        self.chooser.retranslate()
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def restyle(self) -> None:
        """Draws again in the colours and text size of the moment."""
        self.header.restyle(self.context.theme)
        self.foot.restyle(self.context.theme, self.header)
        self.chart.redraw()
        self._show_table()

    def visit(self, route: Route) -> None:
        """Shows the series that the route names."""
        if route.series:
            self._choose_codes(route.series)

    def choose_preset(self, name: str) -> None:
        """Shows a preset, or the card on which panels are chosen."""
        if name == CHOSEN:
            self.chooser.offer(self.codes)
            self.chooser.setVisible(self.chooser.isHidden())
            self._choose_codes(self.codes)
            return
        self.chooser.hide()
        self._preset = name
        self.header.show_preset(name)
        self.refresh()

    def choose_range(self, name: str) -> None:
        """Shows a range by name, or the line on which two days are chosen."""
        self._range = name
        self.header.show_range(name)
        self.dates.setVisible(name == DATES)
        if name == DATES:
            self.dates.show_period(self._period)
            return
        self._period = range_period(self.diary, name, self._whole.period)
        self.chart.show_period(self._period)
        self._show_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._weigh_wheel()

    def _choose_codes(self, codes: object) -> None:
        self._preset, self._chosen = CHOSEN, tuple(codes)  # type: ignore[arg-type]
        self.header.show_preset(CHOSEN)
        self.refresh()

    def _show_dates(self, period: Period) -> None:
        self._period = period
        self.chart.show_period(period)
        self._show_words()

    def _moved(self, period: Period) -> None:
        # Reached by zoom or drag, it may be one of the ranges all the same.
        named = (name for name in RANGES if name != DATES)
        same = (name for name in named if range_period(self.diary, name, self._whole.period) == period)
        self._period, self._range = period, next(same, None)
        self.header.show_range(self._range)
        self.dates.hide()
        self._show_words()

    def _ready(self, _: object) -> None:
        self.chart.ready = True
        self.chart.redraw()
        self._weigh_wheel()

    def _not_ready(self, refusal: Refusal) -> None:
        self.chart.refuse(refusal)
        self.readout.setText(self.language.refusal(refusal))

    def _show_words(self) -> None:
        tr, shown = self.language, within(self._whole, self._period)
        self.header.show_preset(self._preset)
        self.header.show_range(self._range)
        self.foot.compare.show_events(shown.events, tr)
        sentences = describe(shown, tr)
        missing = left_out(shown, tr)
        self.links.show_things([*_explained(self._whole.panels), *of_events(shown.events, tr)])
        things = [(panel.code, panel.name) for panel in self._whole.panels]
        self.sentences.show_words("\n".join([*sentences, *([missing] if missing else [])]), things)
        self.chart.setAccessibleName(
            tr.text("Timeline, {period}", period=tr.span(shown.period.start, shown.period.end))
        )
        self.chart.setAccessibleDescription(" ".join(sentences))
        self._show_hit(self.chart.hit)
        self._show_table()
        self._weigh_wheel()

    def _show_hit(self, found: Hit | None) -> None:
        tr = self.language
        if found is None:
            words = tr.span(self._period.start, self._period.end)
            self.readout.setText(words)
            return
        self.readout.setText(found.title)
        self.chart.setAccessibleName(found.sentence(self.chart.shown.panels))

    def _show_table(self) -> None:
        if self.header.as_table.isChecked():
            name = self.language.text("The numbers of the timeline")
            scale = self.context.theme.scale
            self.numbers.show_values(table(self.chart.shown, self.language), name, scale)

    def _show_parts(self, _: bool = False) -> None:
        as_table, nothing = self.header.as_table.isChecked(), self._whole.is_empty
        self._drawing.setVisible(not nothing and not as_table)
        self.numbers.setVisible(not nothing and as_table)
        self.empty.setVisible(nothing)
        self.foot.setVisible(not nothing)
        self.foot.hands.setVisible(not nothing)
        if nothing:
            anything = bool(codes_with_records(self.diary))
            self.empty.say(self.language, anything, left_out(self._whole, self.language))
        self._show_table()

    def _choose_everything(self) -> None:
        codes = codes_with_records(self.diary)
        self.chooser.offer(codes)
        self._choose_codes(codes)

    def _open(self, found: Hit, panel: Panel | None) -> None:
        if self.chart.wants_sheet(panel):
            self.go.emit(Route("labs", day=found.sheet))
        else:
            self.go.emit(Route("today", day=min(found.day, self.diary.today())))

    def _open_row(self, day: object, column: int) -> None:
        panels = self.chart.shown.panels
        sheet = column < len(panels) and isinstance(panels[column], LabPanel)
        self.go.emit(Route("labs" if sheet else "today", day=day))  # type: ignore[arg-type]

    def _save(self) -> None:
        path = save_picture(self, self.context, self.chart.shown)
        if path is not None:
            self.readout.setText(self.language.text("Saved as “{name}”.", name=path.name))

    def _weigh_wheel(self) -> None:
        """Where the page must scroll to show all panels, the wheel scrolls."""
        self.chart.wheel_zooms = self._scroll.verticalScrollBar().maximum() <= 0


def _explained(panels: Iterable[Panel]) -> list[tuple[str, str]]:
    kinds = (("analyte" if isinstance(panel, LabPanel) else "symptom", panel) for panel in panels)
    return [(f"{kind}:{panel.code}", panel.name) for kind, panel in kinds]
