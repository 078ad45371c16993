"""A timeline drawn into an image of the screen, and what of it moves while it is dragged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from lupusdiary.charts.panels import Timeline
from lupusdiary.language import Translator
from lupusdiary.ui.base.palette import Colours

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

    def value_line(self, panel: int) -> QRectF | None:
        """The line on which the value of a panel is told; None where the panel has no lane."""
        plan = self.picture.layout
        box = plan.lane_of(panel)
        if box is None:
            return None
        high = plan.line * self.screen.dpi
        margin = self.margin
        if margin is not None:
            middle = self.y((box.top + box.bottom) / 2)
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
