"""The drawing of an article below its promise, where there is room to read the words in it."""

from __future__ import annotations

import re

from PySide6.QtCore import QByteArray, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from lupusdiary.education.content.article import Figure
from lupusdiary.education.content.figures import figure_svg
from lupusdiary.education.content.library import Library
from lupusdiary.language import Refusal
from lupusdiary.ui.articles.figure import figure_colours
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.labels import plain_tip

_SIZES = re.compile(r'font-size="(\d+(?:\.\d+)?)"')
# The least size of words in a drawing, in pixels at 100 %.
_LEGIBLE = 11.0
_ABOVE = 10
_WIDEST = 620


class PromiseFigure(QWidget):
    """Takes the room that is left over and asks for none: a promise is never scrolled for its drawing."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("promise_figure")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._context = context
        self._renderer = QSvgRenderer(self)
        self._smallest = 0.0
        self._figure: Figure | None = None
        self._drawn: tuple[Library, str] | None = None
        context.theme.changed.connect(self._draw)

    def show_figure(self, library: Library, figure: Figure | None, language: str) -> None:
        """Shows a drawing, or none."""
        self._figure, self._drawn = figure, (library, language)
        self._draw()

    @property
    def place(self) -> QRectF:
        """Where the drawing stands; empty where its words could not be read."""
        shape = self._renderer.viewBoxF().size()
        if self._figure is None or shape.isEmpty():
            return QRectF()
        scale = self._context.theme.scale
        room = QSizeF(min(self.width(), _WIDEST * scale), max(0, self.height() - _ABOVE))
        size = shape.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        legible = self._smallest * size.width() / shape.width() >= _LEGIBLE * scale
        return QRectF(0, _ABOVE, *size.toTuple()) if legible else QRectF()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._describe()

    def paintEvent(self, event: QPaintEvent) -> None:
        place = self.place
        if place.isEmpty():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter, place)
        painter.end()

    def _draw(self) -> None:
        svg = ""
        if self._figure is not None and self._drawn is not None:
            library, language = self._drawn
            try:
                svg = figure_svg(
                    library, self._figure.id, language, figure_colours(self._context.theme.colours)
                )
            except Refusal:
                self._figure = None
        if svg:
            self._renderer.load(QByteArray(svg.encode()))
        self._smallest = min((float(size) for size in _SIZES.findall(svg)), default=float("inf"))
        self._describe()
        self.update()

    def _describe(self) -> None:
        seen = self._figure if not self.place.isEmpty() else None
        self.setAccessibleName((seen.caption or seen.alt) if seen else "")
        self.setAccessibleDescription(seen.alt if seen else "")
        self.setToolTip(plain_tip(seen.alt if seen else ""))
