"""The small chart of one test as a picture for the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QPixmap

from lupusdiary.charts import colours as chart_colours
from lupusdiary.ui.looks import Looks

if TYPE_CHECKING:
    from lupusdiary.charts.panels import Timeline
    from lupusdiary.language import Translator

_POINTS = 11.0


def prepare_drawing() -> None:
    """Imports what draws, which takes about a second the first time; may run beside the window."""

    import lupusdiary.charts.figure  # noqa: F401


def least_height(timeline: Timeline, tr: Translator, looks: Looks, width: int, dpi: float) -> int:
    """How many pixels the picture needs in height to be read."""
    from lupusdiary.charts.figure import least_picture_height

    return round(least_picture_height(timeline, tr, width / dpi, _POINTS * looks.scale) * dpi)


def picture(
    timeline: Timeline, tr: Translator, looks: Looks, width: int, height: int, dpi: float, ratio: float
) -> QPixmap:
    """The chart in logical pixels; `ratio` is how many real ones stand for one of them."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    from lupusdiary.charts.figure import timeline_figure

    base = chart_colours.DARK if looks.colours.dark else chart_colours.LIGHT
    colours = replace(base, background=looks.colours.surface)
    figure = timeline_figure(
        timeline, tr, colours, (width / dpi, height / dpi), dpi * ratio, _POINTS * looks.scale
    )
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    pixels = canvas.buffer_rgba()  # type: ignore[no-untyped-call]
    across, down = canvas.get_width_height()
    image = QImage(bytes(pixels), across, down, 4 * across, QImage.Format.Format_RGBA8888)
    shown = QPixmap.fromImage(image)
    shown.setDevicePixelRatio(ratio)
    return shown
