"""A layout that puts things in a line and goes on in the next line when the window is narrow."""

from __future__ import annotations

from bisect import bisect_left
from math import ceil

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QSizePolicy, QWidget


class FlowLayout(QHBoxLayout):
    """Left to right, then down. A widget whose horizontal policy expands takes what its line has left.
    `even` spreads over its lines what does not fit into one, so that no single button is left over; `right`
    ends every line at the right edge.

    The list of things is that of the box layout: a list kept in Python would be asked for while Qt takes
    the window apart at the end of the program, when Python cannot answer any more.
    """

    def __init__(self, spacing: int = 8, *, even: bool = False, right: bool = False) -> None:
        self._even, self._right = even, right
        # Height by width: the boxes around a flow ask again and again while a window is laid out.
        self._heights: dict[int, int] = {}
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        known = self._heights.get(width)
        if known is None:
            edges = self.contentsMargins()
            inside = QRect(0, 0, width, 0).marginsRemoved(edges)
            known = self._arrange(inside, place=False) + edges.top() + edges.bottom()
            self._heights[width] = known
        return known

    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    def setGeometry(self, rect: QRect) -> None:
        QLayout.setGeometry(self, rect)
        self._arrange(rect.marginsRemoved(self.contentsMargins()), place=True)

    def maximumSize(self) -> QSize:
        return QLayout.maximumSize(self)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown()]
        gaps = self.spacing() * max(0, len(sizes) - 1)
        size = QSize(sum(s.width() for s in sizes) + gaps, max((s.height() for s in sizes), default=0))
        return size.grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _shown(self) -> list[QLayoutItem]:
        items = (self.itemAt(at) for at in range(self.count()))
        return [item for item in items if item is not None and not item.isEmpty()]

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        items = self._shown()
        if not items:
            return 0
        sized = [(item, min(item.sizeHint().width(), rect.width())) for item in items]
        lines = self._lines(sized, rect.width())
        if self._even and len(lines) > 1:
            # The narrowest lines of which there are no more.
            widths = range(max(width for _, width in sized), rect.width() + 1)
            narrow = bisect_left(widths, -len(lines), key=lambda wide: -len(self._lines(sized, wide)))
            lines = self._lines(sized, widths[narrow])
        y = rect.y()
        for line in lines:
            y += self._place(line, rect, y, place) + self.spacing()
        return y - self.spacing() - rect.y()

    def _lines(self, sized: list[tuple[QLayoutItem, int]], room: int) -> list[list[tuple[QLayoutItem, int]]]:
        lines: list[list[tuple[QLayoutItem, int]]] = []
        used = 0
        for item, width in sized:
            if lines and used + self.spacing() + width <= room:
                used += self.spacing() + width
                lines[-1].append((item, width))
            else:
                used = width
                lines.append([(item, width)])
        return lines

    def _place(self, line: list[tuple[QLayoutItem, int]], rect: QRect, y: int, place: bool) -> int:
        left = rect.width() - sum(width for _, width in line) - self.spacing() * (len(line) - 1)
        greedy = [item for item, _ in line if _expands(item.widget())]
        widths = [width + (left // len(greedy) if item in greedy else 0) for item, width in line]
        heights = [_height(item, width) for (item, _), width in zip(line, widths, strict=True)]
        tallest, x = max(heights), rect.x() + (left if self._right and not greedy else 0)
        for (item, _), width, height in zip(line, widths, heights, strict=True):
            if place:
                item.setGeometry(QRect(QPoint(x, y + (tallest - height) // 2), QSize(width, height)))
            x += width + self.spacing()
        return tallest


class EvenFlow(FlowLayout):
    """Left to right, then down, in columns of one width: what stands below another begins where it begins.
    With `most` above 1 a wide thing may take so many columns beside one another."""

    def __init__(self, spacing: int = 8, most: int = 1) -> None:
        super().__init__(spacing)
        self._most = most

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        items, gap = self._shown(), self.spacing()
        if not items:
            return 0
        wants = [item.sizeHint().width() for item in items]
        least = max(1, (max(wants) - gap * (self._most - 1)) // self._most)
        columns = max(1, (rect.width() + gap) // (least + gap))
        column = (rect.width() + gap) / columns
        y, at = rect.y(), 0
        line: list[tuple[QLayoutItem, QRect]] = []
        for item, wanted in zip(items, wants, strict=True):
            span = min(columns, max(1, ceil((wanted + gap) / column)))
            if at + span > columns:
                y, at, line = self._end(line, y, place) + gap, 0, []
            left, right = rect.x() + round(at * column), rect.x() + round((at + span) * column) - gap
            line.append((item, QRect(left, y, right - left, 0)))
            at += span
        return self._end(line, y, place) - rect.y()

    def _end(self, line: list[tuple[QLayoutItem, QRect]], y: int, place: bool) -> int:
        """Gives a line the height of its tallest thing; returns where it ends."""
        tallest = max(_height(item, room.width()) for item, room in line)
        for item, room in line:
            if place:
                item.setGeometry(QRect(room.topLeft(), QSize(room.width(), tallest)))
        return y + tallest


def _expands(widget: QWidget | None) -> bool:
    return widget is not None and widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Expanding


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def flow_of(spacing: int, *widgets: QWidget, even: bool = False, right: bool = False) -> FlowLayout:
    """A `FlowLayout` of these widgets."""
    flow = FlowLayout(spacing, even=even, right=right)
    for widget in widgets:
        flow.addWidget(widget)
    return flow
