"""The timeline of a demonstration diary on the projector: live, with the keys and the wheel of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from math import ceil

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lupusdiary.charts.crop import within
from lupusdiary.charts.nearest import Hit
from lupusdiary.charts.panels import Timeline
from lupusdiary.charts.presets import PRESETS
from lupusdiary.diary import Diary
from lupusdiary.domain.period import Period
from lupusdiary.education.content.disclaimers import PEOPLE_DIFFER
from lupusdiary.language import Refusal, Translator
from lupusdiary.queries.timeline import codes_with_records, range_period, timeline_of, whole_period
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.chart.gestures import Chart, Motion
from lupusdiary.ui.chart.rendering import Screen, import_drawing, least_height
from lupusdiary.ui.presenter.stage.slide_text import evenly
from lupusdiary.ui.widgets.labels import plain_label
from lupusdiary.ui.widgets.scroll_column import scrolled

_ZOOMS = {
    Qt.Key.Key_Plus: Motion.ZOOM_IN,
    Qt.Key.Key_Equal: Motion.ZOOM_IN,
    Qt.Key.Key_Minus: Motion.ZOOM_OUT,
    Qt.Key.Key_Underscore: Motion.ZOOM_OUT,
}

_TURNS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
# More than these nobody follows; each of them has to be shown in turn where the display is small.
_MOST = 4
_SIDE = 28


class StageTimeline(QWidget):
    """Whose life it is, the days that are shown, and the chart: all of it of 28 pt, on as many screens as
    that needs. `drawn` is sent when what was waited for is there."""

    drawn = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("backdrop")
        self._context = context
        self._diary: Diary | None = None
        self._asked: tuple[object, ...] = ()
        self._codes: tuple[str, ...] = ()
        self._range = "all"
        self._whole = Timeline(Period(date.min, date.min))
        self._views = [slice(0, 1)]
        self._view = 0
        self._background = Background(self)
        self.heading = plain_label("", "stage_heading")
        self.readout = plain_label("", "stage_readout")
        self.readout.setWordWrap(False)
        self.caution = plain_label("", "stage_caution")
        self._even = QTimer(self)
        self._even.setSingleShot(True)
        self._even.setInterval(0)
        self._even.timeout.connect(self._show_caution)
        # Stands in the place of the chart until there is one: a press is answered at once.
        self.waiting = plain_label("", "stage_heading")
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.waits = False
        self.chart = Chart(context)
        # The stage has the keys: a clicker must go on from here too.
        self.chart.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.chart.wheel_zooms = False
        self.chart.bare = True
        self.chart.pointed.connect(self._show_hit)
        self.chart.moved.connect(lambda _: self._show_hit(None))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chart)
        self._scroll = scrolled(body)
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addWidget(self.heading, 1)
        head.addWidget(self.readout)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE, 10, _SIDE, 10)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.waiting, 1)
        self.waiting.hide()
        layout.addWidget(self.caution)
        context.ui_language.changed.connect(self.refresh)
        context.theme.changed.connect(self.refresh)

    def wait(self) -> None:
        """Says that the timeline is being drawn, until it is."""
        tr = self._context.tr
        self.waits = True
        self.waiting.setText(tr.text("Drawing the timeline…"))
        self.heading.setText(tr.text("Demonstration diary: a fictional person"))
        self.readout.setText("")
        self._scroll.hide()
        self.waiting.show()

    def _stop_waiting(self) -> None:
        if self.waits:
            self.waits = False
            self.waiting.hide()
            self._scroll.show()
            self.drawn.emit()

    def show_diary(self, diary: Diary, series: Sequence[str], range: str) -> None:
        """Shows series (codes, or the name of a preset alone) of a demonstration diary; what is shown already
        stays as it is."""
        asked = (diary, tuple(series), range)
        if asked == self._asked and self.isVisible() and not self.waits:
            return
        self._asked, self._view = asked, 0
        self._diary, self._range = diary, range
        named = PRESETS.get(series[0]) if len(series) == 1 else None
        recorded = set(codes_with_records(diary))
        wanted = named or tuple(code for code in series if code in recorded) or PRESETS["kidney"]
        self._codes = tuple(code for code in wanted if code in recorded)[:_MOST] or PRESETS["joints"]
        self.refresh()
        if self.chart.ready:
            self._stop_waiting()

    def close_diary(self) -> None:
        """Lets go of the diary."""
        self._diary, self._asked = None, ()

    def turn(self, by: int) -> bool:
        """Shows the next or the last of the screens; whether there was one."""
        at = self._view + by
        if not 0 <= at < len(self._views):
            return False
        self._view = at
        self._show_view(self.chart.shown.period)
        return True

    def refresh(self) -> None:
        """Draws again in the language and colours of the moment."""
        if self._diary is None:
            return
        tr = self._context.tr
        whole = timeline_of(self._diary, self._codes, whole_period(self._diary, self._diary.today()), tr)
        # The panels that a session names stand at 28 points; two lanes more would leave them no room.
        self._whole = replace(whole, doses=None, medicines=())
        self.heading.setText(
            tr.text("Demonstration mode: a fictional person.")
            if self._context.mode.on
            else tr.text("Demonstration diary: a fictional person")
        )
        self._show_caution()
        self.caution.setVisible(self._diary.demonstration == "nephritis")
        if not self.chart.ready and not self._background.busy:
            self._background.run(import_drawing, self._ready, self._not_ready)
        self._lay(range_period(self._diary, self._range, self._whole.period))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Not within the resizing: words on other lines ask for another size.
        self._even.start()
        if self._diary is not None:
            self._lay(self.chart.shown.period)

    def _show_caution(self) -> None:
        """No word of it stands alone on a line."""
        room = self.width() - 2 * _SIDE
        words = self._context.tr.text(PEOPLE_DIFFER)
        self.caution.setText(evenly(words, self.caution.font(), room) if room > 0 else words)

    def hold(self, event: QKeyEvent) -> bool:
        """Plus and minus zoom, and up and down go to further panels; whether the key did something."""
        motion = _ZOOMS.get(Qt.Key(event.key()))
        if motion is not None:
            self.chart.go(motion)
            return True
        turn = _TURNS.get(Qt.Key(event.key()), 0)
        return turn != 0 and self.turn(turn)

    def _lay(self, period: Period) -> None:
        """Shares the panels out among the screens that they need."""
        if self.chart.ready:
            period = Period(max(period.start, self._whole.period.start), period.end)
            # The room is measured with the longest words that can stand above the chart.
            self._say(period, of=len(self._whole.panels))
            layout = self.layout()
            assert layout is not None
            layout.activate()
            room = self._scroll.viewport().size()
            dpi, theme = float(self.logicalDpiY()), self._context.theme
            ratio = self.devicePixelRatioF()
            screen = Screen(room.width(), room.height(), dpi, ratio, theme.scale, bare=True)
            shown = within(self._whole, period)
            self._views = views(shown, self._context.tr, screen)
            self._view = min(self._view, len(self._views) - 1)
        self._show_view(period)

    def _show_view(self, period: Period) -> None:
        part = self._views[self._view] if self.chart.ready else slice(None)
        self.chart.show_timeline(replace(self._whole, panels=self._whole.panels[part]), period)
        self._scroll.verticalScrollBar().setValue(0)
        self._show_hit(None)

    def _show_hit(self, hit: Hit | None) -> None:
        if hit is None:
            self._say(self.chart.shown.period, of=len(self._views))
        else:
            self.readout.setText(hit.title)

    def _say(self, period: Period, of: int) -> None:
        words = self._context.tr.span(period.start, period.end)
        if of > 1:
            words += f" · {self._view + 1}/{of}"
        self.readout.setText(words)

    def _ready(self, _: object) -> None:
        self.chart.ready = True
        self._stop_waiting()
        self._lay(self.chart.shown.period)

    def _not_ready(self, refusal: Refusal) -> None:
        self._stop_waiting()
        self.chart.refuse(refusal)
        self.readout.setText(self._context.tr.refusal(refusal))


def views(shown: Timeline, tr: Translator, screen: Screen) -> list[slice]:
    """The panels of each screen, on as few screens as there can be; `shown` is the stretch of time that is
    seen."""
    count = len(shown.panels)
    for parts in _divided(count):
        timelines = (replace(shown, panels=shown.panels[part]) for part in parts)
        if all(least_height(each, tr, screen) <= screen.height for each in timelines):
            return parts
    return [slice(at, at + 1) for at in range(count)]


def _divided(count: int) -> Iterator[list[slice]]:
    """In as few parts as there can be, about equal ones."""
    for parts in range(1, count + 1):
        size = ceil(count / parts)
        yield [slice(start, start + size) for start in range(0, count, size)]
