"""The chart on the screen: drawn once, moved and zoomed as an image, drawn again when the hand rests.

matplotlib draws into an image (Agg) and Qt shows it: a canvas of matplotlib's own would tie the figure to the
screen's resolution and redraw it for every crosshair.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMoveEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from lupusdiary.charts.crop import within
from lupusdiary.charts.nearest import Hit, hit_at, nearest_day, recorded_days
from lupusdiary.charts.panels import LabPanel, Timeline
from lupusdiary.domain.period import Period
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.spoken import CHART, speak_as
from lupusdiary.ui.chart.rendering import Drawn, Screen, draw, draw_hit, draw_pinned, least_height
from lupusdiary.ui.chart.span import Span

_REST_MS = 90
# The pointer takes hold of a recorded day that is this near (logical pixels).
_NEAR = 7.0


class ChartCanvas(QWidget):
    """Shows a stretch of a timeline. `moved` carries the new `Period`, `pointed` a `Hit` or None,
    `opened` a `Hit` and the panel that was meant (or None)."""

    moved = Signal(object)
    pointed = Signal(object)
    opened = Signal(object, object)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        speak_as(self, CHART)
        self._context = context
        self._whole = Timeline(Period(date.min, date.min))
        self._days: list[date] = []
        self._shown = self._whole
        self._drawn: Drawn | None = None
        self.ready = False
        self._refused: Refusal | None = None
        self.bare = False
        self.span = Span.of(self._whole.period)
        self.hit: Hit | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.settle)
        self.setObjectName("chart")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(240)

    @property
    def words(self) -> str:
        """What stands there while there is no picture."""
        if self.drawn is not None:
            return ""
        tr = self._context.tr
        return tr.text("Drawing…") if self._refused is None else tr.refusal(self._refused)

    def refuse(self, refusal: Refusal) -> None:
        """Nothing can be drawn: says why."""
        self._refused = refusal
        self.update()

    @property
    def shown(self) -> Timeline:
        """What the picture shows: the timeline within the stretch of time that was drawn last."""
        return self._shown

    @property
    def drawn(self) -> Drawn | None:
        """The picture with its places, drawn now if need be; None before drawing is ready."""
        if self._drawn is None and self.ready:
            theme = self._context.theme
            self._drawn = draw(self._shown, self._context.tr, theme.colours, self._screen())
        return self._drawn

    @property
    def bounds(self) -> Period:
        """How far one can move."""
        return self._whole.period

    def show_timeline(self, timeline: Timeline, period: Period) -> None:
        """Shows `period` of a timeline that spans the whole diary."""
        self._whole = timeline
        self._days = recorded_days(timeline)
        self.point(None)
        self._settle_on(Span.of(period))

    def show_period(self, period: Period) -> None:
        """Shows another stretch of the same timeline."""
        self._settle_on(Span.of(period))

    def redraw(self) -> None:
        """Draws again, e.g. in other colours or in another size."""
        self._drawn = None
        self._fit()
        self.update()

    def move_to(self, span: Span) -> None:
        """Shows a span at once as a moved image; the drawing follows when the hand rests."""
        if span == self.span:
            return
        self.span = span
        self._rest.start()
        self.update()

    def settle(self) -> None:
        """Draws what is shown and says where that is."""
        self._settle_on(Span.of(self.span.period()))
        self.moved.emit(self._shown.period)

    def point(self, day: date | None) -> None:
        """Puts the crosshair on a day, or takes it away."""
        found, drawn = None, self.drawn
        if day is not None and drawn is not None:
            found = hit_at(self._shown, day, drawn.picture.size, self._context.tr)
        if found == self.hit:
            return
        self.hit = found
        self.pointed.emit(found)
        self.update()

    def day_at(self, x: float) -> date | None:
        """The recorded day nearest to a place of the widget, else the day there; None beside the axis."""
        drawn = self.drawn
        if drawn is None or not drawn.left <= x <= drawn.right:
            return None
        a_day = (drawn.right - drawn.left) / self.span.days
        ordinal = int(self.span.first + (x - drawn.left) / a_day)
        day = date.fromordinal(min(max(ordinal, self.bounds.start.toordinal()), self.bounds.end.toordinal()))
        return nearest_day(self._days, day, round(_NEAR / a_day))

    def in_margin(self, x: float) -> bool:
        """Whether a place of the widget is where the values of the crosshair's day stand."""
        margin = None if self.drawn is None else self.drawn.margin
        return self.hit is not None and margin is not None and x >= margin.left()

    def x_of(self, day: date) -> float:
        """Where a day is on the widget."""
        drawn = self.drawn
        assert drawn is not None
        left, right = drawn.left, drawn.right
        return left + self.span.place(day.toordinal() + 0.5) * (right - left)

    def next_day(self, step: int) -> date | None:
        """The recorded day after (1) or before (-1) the crosshair; without one, the newest that is shown."""
        if not self._days:
            return None
        if self.hit is None:
            seen = [d for d in self._days if d in self._shown.period]
            return seen[-1] if seen else self._days[-1]
        here = self.hit.stretch
        later = [d for d in self._days if (d > here.end if step > 0 else d < here.start)]
        return (later[0] if step > 0 else later[-1]) if later else self.hit.day

    def open_at(self, y: float | None) -> None:
        """Asks for the day under the crosshair, unless nothing is there; a height of the widget says which
        panel is meant."""
        drawn = self.drawn
        if self.hit is not None and drawn is not None and self._holds_something(self.hit):
            number = None if y is None else drawn.panel_at(y)
            self.opened.emit(self.hit, None if number is None else self._shown.panels[number])

    def wants_sheet(self, panel: object) -> bool:
        """Whether the crosshair means a laboratory sheet: in a laboratory panel, or where nothing else is."""
        if self.hit is None or self.hit.sheet is None:
            return False
        if panel is not None:
            return isinstance(panel, LabPanel)
        told = zip(self._shown.panels, self.hit.values, strict=True)
        return not any(value and not isinstance(p, LabPanel) for p, value in told)

    def _holds_something(self, found: Hit) -> bool:
        at = bisect_left(self._days, found.day)
        return at < len(self._days) and self._days[at] == found.day

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._context.theme.colours
        painter.fillRect(event.rect(), QColor(colours.surface))
        drawn = self.drawn
        if drawn is None:
            painter.setPen(QColor(colours.muted))
            wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), wrapped, self.words)
            return
        painter.drawImage(QPointF(0, 0), drawn.image)
        if self.span != Span.of(self._shown.period):
            self._paint_moved(painter, drawn)
        free = drawn.free_margin
        if self.hit is None and free is not None:
            painter.setPen(QColor(colours.muted))
            words = self._context.tr.text("Point at a day: its values stand here.")
            wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(free.adjusted(12, 0, -12, 0), wrapped, words)
        if self.hit is not None:
            draw_hit(painter, drawn, colours, self.x_of(self.hit.day), self.hit)
        if not (self.bare or self.span != Span.of(self._shown.period)):
            draw_pinned(painter, drawn, colours, self.visibleRegion().boundingRect().top(), self.hit)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.redraw()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        # Scrolling would move the pinned row along with the rest.
        self.update()

    def _settle_on(self, span: Span) -> None:
        self._rest.stop()
        self.span = span
        self._shown = within(self._whole, span.period())
        self.redraw()
        if self.hit is not None:
            day, self.hit = self.hit.day, None
            self.point(day if day in self._shown.period else None)

    def _screen(self) -> Screen:
        scale = self._context.theme.scale
        dpi, ratio = float(self.logicalDpiY()), self.devicePixelRatioF()
        return Screen(self.width(), self.height(), dpi, ratio, scale, self.bare, not self.bare)

    def _fit(self) -> None:
        if self.ready and self.width() > 0:
            self.setMinimumHeight(least_height(self._shown, self._context.tr, self._screen()))

    def _paint_moved(self, painter: QPainter, drawn: Drawn) -> None:
        """The image of the last drawing, stretched to where its days are now."""
        before = Span.of(self._shown.period)
        width = drawn.right - drawn.left
        start = drawn.left + self.span.place(before.first) * width
        end = drawn.left + self.span.place(before.first + before.days) * width
        ratio = drawn.screen.ratio
        colour = QColor(self._context.theme.colours.surface)
        for rect in drawn.moving():
            painter.save()
            painter.setClipRect(rect)
            painter.fillRect(rect, colour)
            source = QRectF(
                rect.left() * ratio, rect.top() * ratio, rect.width() * ratio, rect.height() * ratio
            )
            painter.drawImage(QRectF(start, rect.top(), end - start, rect.height()), drawn.image, source)
            painter.restore()
