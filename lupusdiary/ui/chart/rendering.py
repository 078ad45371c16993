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
    for the back row, with little but the curves."""

    width: int
    height: int
    dpi: float
    ratio: float
    scale: float
    bare: bool = False

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

    def title(self, number: int) -> QRectF:
        """The line with the name of a panel."""
        plan = self.picture.layout
        base = self.y(plan.panels[number].title)
        return QRectF(
            0, base - plan.line * self.screen.dpi * 0.8, self.screen.width, plan.line * self.screen.dpi
        )

    def panel_at(self, y: float) -> int | None:
        """The panel whose name or plot is at a height of the widget."""
        for number, box in enumerate(self.picture.layout.panels):
            if self.title(number).top() <= y <= self.y(box.bottom):
                return number
        return None

    def moving(self) -> Sequence[QRectF]:
        """What moves with time: labels and axes above and below, and the plots, but no panel's name."""
        plan = self.picture.layout
        first = self.title(0).top() if plan.panels else self.y(plan.strip.top)
        top = self.y(plan.notes_bottom)
        found = [(top, first)] + [(self.y(b.top) - 2, self.y(b.bottom) + 2) for b in plan.panels]
        found.append((self.y(plan.strip.top), float(self.screen.height)))
        return [QRectF(self.left, y, self.right - self.left, end - y) for y, end in found if end > y]


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
    least = least_picture_height(timeline, tr, screen.size[0], points, bare=screen.bare)
    return round(least * screen.dpi) + 1
