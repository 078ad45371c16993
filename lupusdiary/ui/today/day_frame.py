"""How Today is laid out: head, items, the fixed place below them, and a column at the side or below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.scroll_column import ScrollColumn

# The side column at text scale 1: as wide as this where the items leave it, and never narrower than that.
_SIDE, _SIDE_LEAST = 316, 280
# What a sign beside an answer needs of the items' width, so that it is not shortened for the side column.
_SIGN = 106
_PADDING, _NARROW = 20, 14
_GAP = 12


class DayFrame(QWidget):
    """`body` scrolls beside `side` where the window is wide; else `side` stands below the items."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._beside: bool | None = None
        self._head_scrolls = False
        self._side_width = 0
        self.head = QWidget(self)
        self.body = QWidget()
        self.area = ScrollColumn(self.body, self)
        self.side = QWidget(self.body)
        self._side_body = QWidget()
        self._side_area = ScrollColumn(self._side_body, self)
        self._side_area.hide()
        for area in (self.area, self._side_area):
            body = area.widget()
            if body is not None:
                # Bars fit themselves into the width that there is: what they took before must not keep it.
                body.setMinimumWidth(1)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.side_column = QVBoxLayout(self.side)
        self.side_column.setContentsMargins(0, 0, 0, 0)
        self.side_column.setSpacing(_GAP)
        self.side_column.addStretch(1)

    def fill(self, head: Sequence[QWidget], body: Sequence[QWidget], dock: QWidget) -> None:
        """Takes the parts, each from above to below."""
        above = QVBoxLayout(self.head)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(5)
        for part in head:
            above.addWidget(part)
        self._body = QVBoxLayout(self.body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(_GAP)
        for part in body:
            self._body.addWidget(part)
        self._body.addWidget(self.side)
        self._body.addStretch(1)
        beside = QVBoxLayout(self._side_body)
        beside.setContentsMargins(0, 0, 0, 0)
        self._beside_column = beside
        left = QVBoxLayout()
        left.setSpacing(3)
        left.addWidget(self.area, 1)
        left.addWidget(dock)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(_GAP)
        self._middle.addLayout(left, 1)
        self._middle.addWidget(self._side_area)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(5)
        self._whole.addWidget(self.head)
        self._whole.addLayout(self._middle, 1)
        self._set_edges()

    def _set_edges(self) -> None:
        edge = _NARROW if self.width() < 900 else _PADDING
        self._whole.setContentsMargins(edge, 4, edge, 4)

    @property
    def items_width(self) -> int:
        """How wide the items and the place below them are, in pixels."""
        edges = self._whole.contentsMargins()
        side = self._side_width + _GAP if self._beside else 0
        return self.width() - edges.left() - edges.right() - side

    def _find_side_width(self, room: int, items_needed: int) -> int:
        """The width of the side column where `room` pixels hold it and the items."""
        factor = 0.6 + 0.4 * self._context.theme.scale
        least, most = round(_SIDE_LEAST * factor), round(_SIDE * factor)
        spare = room - least - items_needed - round(_SIGN * factor)
        return least + min(max(spare, 0), most - least)

    def arrange(self, items_needed: int) -> None:
        """Puts the side column where there is room for it, `items_needed` pixels being left for the items."""
        self._set_edges()
        edges = self._whole.contentsMargins()
        # Twice the gap: at its very least a bar has its room, but its row takes a second line.
        room = self.width() - edges.left() - edges.right() - 2 * _GAP
        self._side_width = self._find_side_width(room, items_needed)
        room -= self._side_width
        beside = room - self.area.verticalScrollBar().sizeHint().width() >= items_needed
        if beside != self._beside:
            self._beside = beside
            place, other = (self._beside_column, self._body) if beside else (self._body, self._beside_column)
            other.removeWidget(self.side)
            place.insertWidget(place.count() - (0 if beside else 1), self.side)
            self._side_area.setVisible(beside)
        self._side_area.setFixedWidth(self._side_width)
        self._place_head()

    def _place_head(self) -> None:
        # Where large text leaves little room, the head scrolls away with the day.
        scrolls = self._context.theme.scale * 400 > self.height()
        if scrolls != self._head_scrolls:
            self._head_scrolls = scrolls
            place, other = (self._body, self._whole) if scrolls else (self._whole, self._body)
            other.removeWidget(self.head)
            place.insertWidget(0, self.head)

    def to_top(self) -> None:
        """Shows another day from its start, at the side too."""
        for area in (self.area, self._side_area):
            area.verticalScrollBar().setValue(0)

    def show_side(self, widget: QWidget) -> None:
        """Scrolls a part of the side column into view."""
        area = self._side_area if self._beside else self.area
        area.ensureWidgetVisible(widget, 0, widget.height())
