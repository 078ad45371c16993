"""The fixed first column of the table: each test with its unit, and the headings of its groups."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem, QWidget

from lupusdiary.ui.base.line_breaks import breaks
from lupusdiary.ui.base.palette import LIGHT
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.labs.grid import LabGrid

# What the style and its sheet keep free on either side of a text.
_MARGIN = 11


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
        title, way = breaks(line.title, room, metrics)
        return metrics.boundingRect(QRect(0, 0, room, 10_000), int(way), title).height() + 6

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        line, c = self._grid.lines[logicalIndex], self._colours
        heading = line.code is None and not line.cells
        painter.save()
        painter.fillRect(rect, QColor(c.raised if heading else c.surface))
        painter.setPen(QColor(c.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        # The line below is no part of the cell.
        inner = rect.adjusted(12, 0, -10, -1)
        painter.setFont(self._bold() if heading else self.font())
        metrics = painter.fontMetrics()
        unit = 0
        if line.unit:
            unit = metrics.horizontalAdvance(line.unit) + 10
            self._write(painter, inner, line.unit, Qt.AlignmentFlag.AlignRight, c.muted)
        room = inner.width() - unit
        title, way = breaks(line.title, room, metrics)
        if metrics.horizontalAdvance(title) <= room:
            self._write(painter, inner, title, Qt.AlignmentFlag.AlignLeft, c.text)
        else:
            painter.setPen(QColor(c.text))
            left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | way
            painter.drawText(inner.adjusted(0, 0, -unit, 0), left, title)
        painter.restore()

    def _write(
        self, painter: QPainter, inner: QRect, text: str, where: Qt.AlignmentFlag, colour: str
    ) -> None:
        """A text as the style writes the values beside it: both stand on one line in every size."""
        option = QStyleOptionViewItem()
        option.rect = inner.adjusted(-_MARGIN, 0, _MARGIN, 0)
        option.state = QStyle.StateFlag.State_Enabled
        option.features = QStyleOptionViewItem.ViewItemFeature.HasDisplay
        option.text, option.font, option.fontMetrics = text, painter.font(), painter.fontMetrics()
        option.displayAlignment = Qt.AlignmentFlag.AlignVCenter | where
        option.palette.setColor(QPalette.ColorRole.Text, QColor(colour))
        table = self.parentWidget()
        self.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, table)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font
