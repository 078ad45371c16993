"""The fixed first column of the table: each test with its unit, and the headings of its groups."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from lupusdiary.ui.base.palette import LIGHT
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.labs.grid import LabGrid


class LabTableHeader(QHeaderView):
    """Draws the names of the rows: the label to the left, its unit muted to the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._grid = LabGrid()
        self._colours = LIGHT
        self._width = 160

    def show_grid(self, grid: LabGrid, theme: Theme) -> None:
        """Takes the rows and the colours; as wide as its longest row: a name or its unit is never cut, only
        wrapped into two lines where the window leaves no more than half of itself."""
        self._grid, self._colours = grid, theme.colours
        metrics, bold = QFontMetrics(self.font()), QFontMetrics(self._bold())
        widest = 0
        for line in grid.lines:
            name = (metrics if line.code else bold).horizontalAdvance(line.title)
            unit = metrics.horizontalAdvance(line.unit) + 14 if line.unit else 0
            widest = max(widest, name + unit)
        table = self.parentWidget()
        most = max(round(230 * (0.5 + 0.5 * theme.scale)), table.width() // 2 if table is not None else 0)
        self._width = min(widest + 26, most)
        self.setFixedWidth(self._width)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(self._width, super().sizeHint().height())

    def height_of(self, row: int) -> int:
        """How high a row must be for its name, in pixels: one that wraps needs two lines."""
        line = self._grid.lines[row]
        heading = line.code is None and not line.cells
        metrics = QFontMetrics(self._bold() if heading else self.font())
        room = self._width - 22 - (metrics.horizontalAdvance(line.unit) + 10 if line.unit else 0)
        wraps = int(_wraps(line.title, metrics, room))
        return metrics.boundingRect(QRect(0, 0, room, 10_000), wraps, line.title).height() + 6

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        line, c = self._grid.lines[logicalIndex], self._colours
        heading = line.code is None and not line.cells
        painter.save()
        painter.fillRect(rect, QColor(c.raised if heading else c.surface))
        painter.setPen(QColor(c.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        # The line below is no part of the cell: names stand on one line with their values.
        inner = rect.adjusted(12, 0, -10, -4)
        painter.setFont(self._bold() if heading else self.font())
        metrics = painter.fontMetrics()
        middle = Qt.AlignmentFlag.AlignVCenter
        unit = 0
        if line.unit:
            painter.setPen(QColor(c.muted))
            painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, line.unit)
            unit = metrics.horizontalAdvance(line.unit) + 10
        painter.setPen(QColor(c.text))
        left = middle | Qt.AlignmentFlag.AlignLeft
        if metrics.horizontalAdvance(line.title) > inner.width() - unit:
            left |= _wraps(line.title, metrics, inner.width() - unit)
        painter.drawText(inner.adjusted(0, 0, -unit, 0), left, line.title)
        painter.restore()

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font


def _wraps(title: str, metrics: QFontMetrics, room: int) -> Qt.TextFlag:
    """How a name goes on in the next line: between its words, or within one that has no room itself."""
    widest = max((metrics.horizontalAdvance(word) for word in title.split()), default=0)
    return Qt.TextFlag.TextWordWrap if widest <= room else Qt.TextFlag.TextWrapAnywhere
