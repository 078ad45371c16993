"""A drawing of an article in the colours and language of the moment, with its caption."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from lupusdiary.education.content.article import Figure
from lupusdiary.education.content.figures import figure_svg
from lupusdiary.education.content.library import Library
from lupusdiary.language import Refusal
from lupusdiary.ui.base.chart_colours import chart_colours
from lupusdiary.ui.base.palette import Colours
from lupusdiary.ui.widgets.labels import plain_tip

_WIDEST = 620
_TALLEST = 420


def figure_colours(colours: Colours) -> Mapping[str, str]:
    """The placeholders of a drawing in the colours of the window."""
    series = chart_colours(colours).series
    return {
        "text": colours.text,
        "muted": colours.muted,
        "accent": colours.accent,
        "accent_soft": colours.accent_soft,
        "surface": colours.surface,
        "border": colours.control_border,
        "series1": series[0],
        "series2": series[1],
        "series3": series[2],
        "warn": colours.note_border,
    }


class DrawingView(QWidget):
    """An SVG as large as its place allows, its shape kept."""

    def __init__(self) -> None:
        super().__init__()
        self._renderer = QSvgRenderer(self)
        self._scale = 1.0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def draw(self, svg: str, scale: float) -> None:
        """Shows a drawing, larger where the text is larger."""
        self._scale = scale
        self._renderer.load(QByteArray(svg.encode()))
        self._renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = min(_WIDEST, self._renderer.defaultSize().width())
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        shape = self._renderer.defaultSize()
        if shape.isEmpty():
            return 0
        return round(self._drawn_width(width) * shape.height() / shape.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        width = self._drawn_width(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(
            painter, QRectF((self.width() - width) / 2, 0, width, self.heightForWidth(self.width()))
        )
        painter.end()

    def _drawn_width(self, room: int) -> float:
        shape = self._renderer.defaultSize()
        tallest = _TALLEST * self._scale * shape.width() / max(1, shape.height())
        return min(room, _WIDEST * self._scale, tallest)


class ArticleFigure(QFrame):
    """The drawing and its caption; where it cannot be drawn, what it would show."""

    def __init__(self, figure: Figure, library: Library, language: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName(f"figure_{figure.id}")
        self._figure = figure
        self._library = library
        self._language = language
        self.drawing = DrawingView()
        self.drawing.setAccessibleName(figure.caption or figure.alt)
        self.drawing.setAccessibleDescription(figure.alt)
        self.drawing.setToolTip(plain_tip(figure.alt))
        self.caption = QLabel(figure.caption)
        self.caption.setTextFormat(Qt.TextFormat.PlainText)
        self.caption.setProperty("role", "hint")
        self.caption.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.drawing)
        column.addWidget(self.caption)

    def restyle(self, colours: Colours, scale: float) -> None:
        """Draws in these colours."""
        try:
            svg = figure_svg(self._library, self._figure.id, self._language, figure_colours(colours))
        except Refusal:
            self.drawing.hide()
            self.caption.setText(self._figure.alt)
            return
        self.drawing.draw(svg, scale)
