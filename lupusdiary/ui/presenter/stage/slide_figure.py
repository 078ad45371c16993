"""A drawing on a slide: as large as its room allows, and how large its smallest words are there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

from lupusdiary.education.content.figures import figure_svg
from lupusdiary.education.content.library import Library
from lupusdiary.language import Refusal
from lupusdiary.ui.presenter.stage.slide_text import font

_SIZES = re.compile(r'font-size="(\d+(?:\.\d+)?)"')


@dataclass(frozen=True, slots=True)
class SlideFigure:
    """A drawing in one language; `smallest` is the size of its smallest words in its own units, infinite for
    a drawing without words."""

    renderer: QSvgRenderer
    smallest: float

    def place(self, room: QRectF) -> QRectF:
        """Where it stands in a rectangle: its shape kept, in the middle."""
        shape = self.renderer.viewBoxF().size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        spare = QSizeF(room.width() - shape.width(), room.height() - shape.height())
        return QRectF(room.x() + spare.width() / 2, room.y() + spare.height() / 2, *shape.toTuple())

    def words_in(self, room: QRectF) -> float:
        """How large its smallest words are in a rectangle."""
        return self.smallest * self.place(room).width() / max(1.0, self.renderer.viewBoxF().width())

    def paint(self, painter: QPainter, room: QRectF) -> None:
        """Paints it into a rectangle."""
        # Words that say nothing of their weight would take that of what was written before.
        painter.setFont(font(16))
        self.renderer.render(painter, self.place(room))


def slide_figure(library: Library, id: str, language: str, colours: Mapping[str, str]) -> SlideFigure | None:
    """The drawing, or None where it cannot be drawn."""
    try:
        svg = figure_svg(library, id, language, colours)
    except Refusal:
        return None
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    return SlideFigure(renderer, min((float(size) for size in _SIZES.findall(svg)), default=float("inf")))
