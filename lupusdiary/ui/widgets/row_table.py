"""A table whose rows are lines: fixed height, no grid, the row and the cell under the keyboard marked."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from lupusdiary.ui.base.line_breaks import wrapped
from lupusdiary.ui.base.palette import LIGHT, Colours
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.base.table_ways import set_table_ways
from lupusdiary.ui.base.theme import Theme

Index = QModelIndex | QPersistentModelIndex
# The space before the text of a cell, in pixels.
PAD = 12
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
# How wide the mark of the current row is, at its left edge, in pixels.
BAR = 4


class RowDelegate(QStyledItemDelegate):
    """Paints the ground of a cell; a subclass adds `paint_cell` for what stands on it. `top` pixels of each
    row are left for a line above the cells."""

    def __init__(self, table: RowTable) -> None:
        super().__init__(table)
        self.table = table

    @property
    def colours(self) -> Colours:
        """The colours of the moment."""
        return self.table.colours

    def content(self, rect: QRect) -> QRect:
        """The part of a row that belongs to its cells."""
        return rect.adjusted(0, self.table.line_above, 0, -1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self._rect(option)
        self.table.paint_ground(painter, rect, index)
        painter.setFont(self.table.font())
        painter.setClipRect(rect)
        self.paint_cell(painter, self.content(rect), index)
        painter.setClipping(False)
        if self.table.rings(index) and self.has_ring(index):
            painter.setPen(QPen(QColor(self.colours.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.content(rect)).adjusted(2, 2, -2, -2), 8, 8)
        painter.restore()

    @staticmethod
    def _rect(option: QStyleOptionViewItem) -> QRect:
        return QRect(option.rect)

    def has_ring(self, index: Index) -> bool:
        """Whether the keyboard's ring goes round the whole cell."""
        return True

    def paint_cell(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """The text of the cell, in the font, colour and alignment of the model."""
        font = index.data(Qt.ItemDataRole.FontRole)
        if isinstance(font, QFont):
            painter.setFont(font)
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(colour if isinstance(colour, QColor) else QColor(self.colours.text))
        given = index.data(Qt.ItemDataRole.TextAlignmentRole)
        where = given if isinstance(given, Qt.AlignmentFlag) else _LEFT
        inner = rect.adjusted(PAD, 0, -PAD, 0)
        text = str(index.data() or "")
        metrics = painter.fontMetrics()
        if metrics.horizontalAdvance(text) > inner.width() and inner.height() >= metrics.height() * 2:
            shown, way = wrapped(text, inner, metrics)
            painter.drawText(inner, where | way, shown)
            return
        painter.drawText(inner, where, metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width()))


class RowTable(QTableView):
    """Rows of one height, never smaller than a target of the hand. Columns are set by the page."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.colours = LIGHT
        self.scale = 1.0
        self.line_above = 0
        self._hovered = -1
        self.setProperty("role", "rows")
        self.setShowGrid(False)
        self.setWordWrap(False)
        set_table_ways(self)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setMinimumSectionSize(24)
        self.setItemDelegate(RowDelegate(self))

    def setModel(self, model: QAbstractItemModel | None) -> None:
        # Without a parent a model would live as long as a function that is connected to it, and that function
        # with all that it names as long as the model.
        if model is not None and model.parent() is None:
            model.setParent(self)
        super().setModel(model)

    def apply_theme(self, theme: Theme, lines: int = 1) -> None:
        """Takes colours and text size; `lines` are the lines of text in a row."""
        self.colours, self.scale = theme.colours, theme.scale
        text = QFontMetrics(self.font()).height()
        self.line_above = text * (lines - 1) + (8 if lines > 1 else 0)
        self.verticalHeader().setDefaultSectionSize(max(target(theme.scale) + 4, text + 14) + self.line_above)
        self.viewport().update()

    def bold(self) -> QFont:
        """The font of what was entered."""
        font = QFont(self.font())
        font.setBold(True)
        return font

    def paint_ground(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """The ground of one cell: marked in the current row, hovered under the pointer, a pale line below."""
        c = self.colours
        current = index.row() == self.currentIndex().row()
        ground = c.hover if current or index.row() == self._hovered else c.surface
        painter.fillRect(rect, QColor(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(c.border))
        if current and self.columnAt(0) == index.column():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.accent))
            painter.drawRoundedRect(QRectF(rect.left(), rect.top() + 4, BAR, rect.height() - 9), 2, 2)

    def rings(self, index: Index) -> bool:
        """Whether the ring of the keyboard is drawn round a cell."""
        return self.hasFocus() and index == self.currentIndex()

    def update_row(self, row: int) -> None:
        """Paints a row again."""
        model = self.model()
        if model is not None and 0 <= row < model.rowCount():
            height = self.rowHeight(row)
            self.viewport().update(0, self.rowViewportPosition(row), self.viewport().width(), height)

    def currentChanged(self, current: QModelIndex | QPersistentModelIndex, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.update_row(previous.row())
        self.update_row(current.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            before, self._hovered = self._hovered, row
            self.update_row(before)
            self.update_row(row)
