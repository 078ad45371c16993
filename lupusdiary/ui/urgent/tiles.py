"""The telephone numbers as tiles beside each other: her hospital's first, then those for everybody."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayoutItem,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.domain.records import Contact
from lupusdiary.domain.urgency import Phone, urgency
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.discard import discard
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.icon_button import IconButton
from lupusdiary.ui.widgets.labels import plain_label, plain_tip, set_role

# The least widths at text scale 1: her hospital's, a short number alone, and one with further numbers.
_OWN_WIDE, _PUBLIC_WIDE, _FURTHER_WIDE = 236, 142, 212
# What invites to enter a first number.
_NONE_WIDE = 340
# The two sizes of her hospital's numbers, in points at text scale 1: resources/window.qss.
_LARGER, _LARGE = 28, 24
# Numbers as short as these are written as large as there is room.
_GIANT = 3
# How far the pencil of a tile reaches into the edge of its name, in pixels.
_INTO_CORNER = 8
# How much higher than the name it begins.
_ABOVE_NAME = 6
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class NumberTiles(QWidget):
    """`changed` carries the contact whose pencil was pressed, `requested` asks for a first number."""

    changed = Signal(object)
    requested = Signal()

    def __init__(self, context: UiContext, *, writable: bool) -> None:
        super().__init__()
        self._context = context
        self._writable = writable
        self._tiles: list[QFrame] = []
        self._row = _TileLayout(10)
        self.setLayout(self._row)

    def show_numbers(self, contacts: Sequence[Contact]) -> None:
        """Shows her hospital's numbers, and those that are the same for everybody."""
        for tile in self._tiles:
            self._row.removeWidget(tile)
            discard(tile)
        own = [self._own(contact) for contact in contacts] or ([self._none()] if self._writable else [])
        phones = [each for each in urgency().phones if each.urgent_page]
        giant = [each for each in phones if len(each.number) <= _GIANT]
        further = [each for each in phones if each not in giant]
        public = [self._public(each, further if each is giant[-1] else ()) for each in giant]
        self._tiles = [*own, *public]
        for tile in self._tiles:
            self._row.addWidget(tile)
            tile.show()

    def _own(self, contact: Contact) -> QFrame:
        tr, tile = self._context.tr, _Tile(_OWN_WIDE, self._context, "own_number")
        name = _said("strong", contact.name)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(name, 1, Qt.AlignmentFlag.AlignTop)
        tile.column.addLayout(head)
        if self._writable:
            pencil = IconButton("pencil", "change_contact", tile)
            pencil.say(tr.text("Change {name}", name=contact.name))
            pencil.restyle(self._context.theme)
            pencil.clicked.connect(lambda: self.changed.emit(contact))
            # In the corner, so that the name stands in one line with those of the other tiles.
            tile.corner = pencil
            fixed = QSizePolicy.Policy.Fixed
            head.addItem(
                QSpacerItem(pencil.width() - _INTO_CORNER, pencil.height() - _ABOVE_NAME, fixed, fixed)
            )
        tile.column.addStretch(1)
        tile.column.addWidget(_OwnNumber(contact.number))
        tile.column.addStretch(1)
        return tile

    def _none(self) -> QFrame:
        tr, tile = self._context.tr, _Tile(_NONE_WIDE, self._context, "own_number")
        tile.column.addWidget(_said("strong", tr.text("Write down your hospital’s numbers")))
        tile.column.addWidget(
            _said("hint", tr.text("By day, and above all one that is answered at night and on holidays."))
        )
        button = QPushButton(tr.text("Enter a number"))
        button.setObjectName("first_number")
        button.clicked.connect(self.requested)
        tile.column.addStretch(1)
        tile.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return tile

    def _public(self, phone: Phone, further: Sequence[Phone]) -> _Tile:
        tr = self._context.tr
        tile = _Tile(_FURTHER_WIDE if further else _PUBLIC_WIDE, self._context)
        what = _said("hint", tr.text("Day and night"))
        what.setToolTip(plain_tip(tr.pick(*phone.what)))
        what.setAccessibleDescription(tr.pick(*phone.what))
        beside = _Beside()
        beside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        words = QVBoxLayout(beside)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(what)
        for each in further:
            words.addWidget(_further(each, self._context))
        number = _number(phone.number, "giant")
        number.setWordWrap(False)
        # What stands beside the number goes below it in a narrow tile.
        line = FlowLayout(spacing=14)
        line.addWidget(number)
        line.addWidget(beside)
        tile.column.addWidget(_said("strong", tr.pick(*phone.names)))
        tile.column.addLayout(line)
        tile.column.addStretch(1)
        return tile


class _OwnNumber(QLabel):
    """A number of her hospital, as large as there is room for it in one line."""

    def __init__(self, number: str) -> None:
        super().__init__()
        self.setProperty("role", "larger")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setText(number)
        self.setTextInteractionFlags(_SELECTABLE)

    def minimumSizeHint(self) -> QSize:
        """What the smaller size needs: rather that than a line of tiles more, which pushes the signs down."""
        hint = super().minimumSizeHint()
        if self.property("role") != "larger":
            return hint
        self.ensurePolished()
        smaller = QFont(self.font())
        smaller.setPointSizeF(smaller.pointSizeF() * _LARGE / _LARGER)
        narrow = QFontMetrics(smaller).horizontalAdvance(self.text()) + 2
        return QSize(min(narrow, hint.width()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.property("role") == "larger":
            self.ensurePolished()
            if self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width():
                set_role(self, "large")


class _Tile(QFrame):
    """As wide as it is told, as high as its words then need."""

    def __init__(self, wide: int, context: UiContext, role: str = "card") -> None:
        super().__init__()
        self.setProperty("role", role)
        scale = context.theme.scale
        self.corner: QWidget | None = None
        self._wide = round(wide * (0.4 + 0.6 * scale))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 10, 12, 12)
        self.column.setSpacing(2)

    def sizeHint(self) -> QSize:
        return QSize(self._wide, self.heightForWidth(self._wide))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.corner is not None:
            self.corner.move(self.width() - self.corner.width() - 4, 4)


class _Beside(QWidget):
    """Words beside a number: in as many lines as they need there, rather than below it."""

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), super().sizeHint().height())


class _TileLayout(FlowLayout):
    """Tiles of one line share its width and are as high as the highest; where they need several lines, each
    has about as many of them."""

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        items = self._shown()
        fits = self._fitting(items, rect.width())
        a_line = ceil(len(items) / ceil(len(items) / fits)) if items else 1
        y = rect.y()
        for start in range(0, len(items), a_line):
            line = [
                (item, min(item.sizeHint().width(), rect.width())) for item in items[start : start + a_line]
            ]
            y += self._place(line, rect, y, place) + self.spacing()
        return max(0, y - self.spacing() - rect.y())

    def _fitting(self, items: list[QLayoutItem], width: int) -> int:
        """How many of them each line has room for."""
        most = max((item.sizeHint().width() for item in items), default=width)
        if sum(item.sizeHint().width() + self.spacing() for item in items) - self.spacing() <= width:
            return max(1, len(items))
        return max(1, (width + self.spacing()) // (most + self.spacing()))

    def _place(self, line: list[tuple[QLayoutItem, int]], rect: QRect, y: int, place: bool) -> int:
        left = rect.width() - sum(width for _, width in line) - self.spacing() * (len(line) - 1)
        widths = [width + left // len(line) for _, width in line]
        tallest = max(item.heightForWidth(wide) for (item, _), wide in zip(line, widths, strict=True))
        x = rect.x()
        for (item, _), wide in zip(line, widths, strict=True):
            if place:
                item.setGeometry(QRect(QPoint(x, y), QSize(wide, tallest)))
            x += wide + self.spacing()
        return tallest


def _further(phone: Phone, context: UiContext) -> QLabel:
    """A longer number of the same kind, in the tile of the shorter one."""
    tr = context.tr
    line = _number(tr.text("{name}: {number}", name=tr.pick(*phone.names), number=phone.number), "strong")
    line.setToolTip(plain_tip(tr.pick(*phone.what)))
    line.setAccessibleDescription(tr.pick(*phone.what))
    return line


def _said(role: str, words: str) -> QLabel:
    label = plain_label(role)
    label.setText(words)
    return label


def _number(number: str, role: str) -> QLabel:
    label = _said(role, number)
    label.setTextInteractionFlags(_SELECTABLE)
    return label
