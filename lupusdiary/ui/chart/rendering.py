"""A timeline drawn into an image of the screen, what moves while it is dragged, and what is told over it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from lupusdiary.charts.nearest import Hit
from lupusdiary.charts.panels import Timeline
from lupusdiary.language import Translator
from lupusdiary.ui.base.palette import Colours
from lupusdiary.ui.base.style_sheet import FAMILY

if TYPE_CHECKING:
    from lupusdiary.charts.figure import Picture

POINTS = 11.0


def import_drawing() -> None:
    """Imports what draws, about a second at the first time: in a worker, never in the window's thread."""
    import matplotlib.figure  # noqa: F401

    from lupusdiary.charts import figure
    from lupusdiary.charts.fonts import width

    width("0", POINTS)
    width("0", POINTS, True)
    del figure


@dataclass(frozen=True, slots=True)
class Screen:
    """How a widget shows a chart: logical pixels, dots an inch, device pixels a pixel, text scale; `bare`:
    for the back row, with little but the curves; `margin`: with room for the values of a day."""

    width: int
    height: int
    dpi: float
    ratio: float
    scale: float
    bare: bool = False
    margin: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Its size in inches."""
        return self.width / self.dpi, self.height / self.dpi


@dataclass(frozen=True, slots=True)
class Drawn:
    """An image and where things are in it, in logical pixels from the top left corner."""

    image: QImage
    picture: Picture
    screen: Screen

    def y(self, inches: float) -> float:
        """A height above the lower edge as pixels below the upper one."""
        return self.screen.height - inches * self.screen.dpi

    @property
    def left(self) -> float:
        """Where the time axis begins."""
        return self.picture.layout.left * self.screen.dpi

    @property
    def right(self) -> float:
        """Where the time axis ends."""
        return self.picture.layout.right * self.screen.dpi

    @property
    def margin(self) -> QRectF | None:
        """Where the values of a day stand; None: on the line of each name."""
        plan = self.picture.layout
        if plan.margin is None:
            return None
        left, right = (x * self.screen.dpi for x in plan.margin)
        top = self.y(plan.height - plan.em * 0.3)
        return QRectF(left, top, right - left, self.y(plan.bottom - plan.em * 0.2) - top)

    @property
    def free_margin(self) -> QRectF | None:
        """The margin as long as no events are named in it."""
        named = any(line.name == "event_named" for line in self.picture.written)
        return None if named else self.margin

    def value_line(self, panel: int) -> QRectF | None:
        """Where the value of a panel is told, one or two lines; None where the panel has no lane."""
        plan = self.picture.layout
        box = plan.lane_of(panel)
        if box is None:
            return None
        high = plan.line * self.screen.dpi
        margin = self.margin
        if margin is not None:
            middle = self.y((box.top + box.bottom) / 2)
            # Two lines where the lane is as high as that.
            high *= 2 if (box.top - box.bottom) * self.screen.dpi >= high * 1.7 else 1
            return QRectF(margin.left() + 8, middle - high / 2, margin.width() - 12, high)
        top = self.y(box.label) - high * 0.8 if plan.stacked else self.y(box.top)
        return QRectF(self.left, top, self.right - self.left, high)

    def panel_at(self, y: float) -> int | None:
        """The panel whose lane or name is at a height of the widget."""
        plan = self.picture.layout
        for box in plan.lanes:
            top = min(self.y(box.top), self.y(box.label + plan.em))
            if box.lane.panel >= 0 and top <= y <= self.y(box.bottom):
                return box.lane.panel
        return None

    def moving(self) -> Sequence[QRectF]:
        """What moves with time: all above the lanes, and the plots, but no lane's name."""
        plan = self.picture.layout
        end = self.y(plan.bottom) + 2
        if not plan.stacked:
            return [QRectF(self.left, 0, self.right - self.left, end)]
        high = plan.line * self.screen.dpi
        names = [self.y(box.label) - high * 0.8 for box in plan.lanes if box.lane.label]
        found = [(0.0, names[0] if names else end)]
        found += [(name + high, after - 1) for name, after in zip(names, [*names[1:], end], strict=True)]
        return [QRectF(self.left, y, self.right - self.left, last - y) for y, last in found if last > y]


def draw(timeline: Timeline, tr: Translator, colours: Colours, screen: Screen) -> Drawn:
    """Draws the timeline; `import_drawing` came before."""
    from lupusdiary.charts.figure import timeline_picture
    from lupusdiary.ui.base.chart_colours import chart_colours

    picture = timeline_picture(
        timeline,
        tr,
        chart_colours(colours),
        screen.size,
        screen.dpi * screen.ratio,
        POINTS * screen.scale,
        bare=screen.bare,
        margin=screen.margin,
    )
    canvas = picture.figure.canvas
    canvas.draw()
    buffer = canvas.buffer_rgba()  # type: ignore[attr-defined]
    height, width = buffer.shape[:2]
    image = QImage(buffer.cast("B"), width, height, width * 4, QImage.Format.Format_RGBA8888).copy()
    image.setDevicePixelRatio(screen.ratio)
    return Drawn(image, picture, screen)


def least_height(timeline: Timeline, tr: Translator, screen: Screen) -> int:
    """The height in logical pixels below which the panels would be too flat."""
    from lupusdiary.charts.figure import least_picture_height

    points = POINTS * screen.scale
    least = least_picture_height(timeline, tr, screen.size[0], points, bare=screen.bare, margin=screen.margin)
    return round(least * screen.dpi) + 1


def draw_hit(painter: QPainter, drawn: Drawn, colours: Colours, x: float, found: Hit) -> None:
    """A crosshair at `x`, and each lane's value in the margin (else on the line of its name)."""
    plan, margin = drawn.picture.layout, drawn.margin
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.accent), 1.5))
    painter.drawLine(QPointF(x, drawn.y(plan.marks_top)), QPointF(x, drawn.y(plan.bottom)))
    painter.setFont(_bold(drawn))
    if margin is not None:
        head = QRectF(margin)
        if plan.lanes:
            head.setBottom(drawn.y(plan.lanes[0].top))
        painter.fillRect(margin, QColor(colours.accent_soft))
        _draw_title(painter, head, colours, found)
    for number, value in enumerate(found.values):
        line = drawn.value_line(number)
        if value and line is not None:
            _draw_value(painter, line, colours, value, wrapped=margin is not None)
    painter.restore()


def draw_pinned(painter: QPainter, drawn: Drawn, colours: Colours, top: int, found: Hit | None) -> None:
    """Where the page is scrolled (`top` is the first row in sight) the months and the day stay in sight."""
    if top <= 0:
        return
    high, margin, ratio = drawn.y(drawn.picture.layout.marks_top), drawn.margin, drawn.screen.ratio
    row = QRectF(0, top, drawn.screen.width, high)
    painter.save()
    painter.drawImage(row, drawn.image, QRectF(0, 0, row.width() * ratio, high * ratio))
    if found is not None and margin is not None:
        place = QRectF(margin.left(), top, margin.width(), high)
        painter.fillRect(place, QColor(colours.accent_soft))
        painter.setFont(_bold(drawn))
        _draw_title(painter, place, colours, found)
    painter.setPen(QPen(QColor(colours.border), 1))
    painter.drawLine(row.bottomLeft(), row.bottomRight())
    painter.restore()


def _draw_title(painter: QPainter, place: QRectF, colours: Colours, found: Hit) -> None:
    """The day and what happened on it, as much as there is room for."""
    painter.save()
    painter.setPen(QColor(colours.on_accent_soft))
    painter.setClipRect(place)
    painter.drawText(place.adjusted(8, 4, -4, 0), Qt.TextFlag.TextWordWrap.value, found.title)
    painter.restore()


def _draw_value(painter: QPainter, line: QRectF, colours: Colours, value: str, *, wrapped: bool) -> None:
    metrics = painter.fontMetrics()
    lines = max(1, int(line.height() / metrics.height()))
    # Words of unequal length leave room at the end of a line.
    room = int(line.width() * (lines - 0.3 * (lines > 1)))
    words = metrics.elidedText(value, Qt.TextElideMode.ElideRight, room)
    if wrapped:
        painter.setPen(QColor(colours.on_accent_soft))
        # A day is not torn: “(11. 10.)”.
        words = re.sub(r"\([^)]*\)", lambda found: found[0].replace(" ", "\u00a0"), words)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, words)
        return
    box = QRectF(line)
    box.setLeft(line.right() - metrics.horizontalAdvance(words) - 12)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.accent_soft))
    painter.drawRoundedRect(box, 5, 5)
    painter.setPen(QColor(colours.on_accent_soft))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def _bold(drawn: Drawn) -> QFont:
    font = QFont(FAMILY)
    font.setPointSizeF(POINTS * drawn.screen.scale)
    font.setBold(True)
    return font
