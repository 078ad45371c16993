"""The rows of what was found, below each other; they are made once and filled anew at each key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QPushButton, QWidget

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.palette import Colours
from lupusdiary.ui.base.style_sheet import BASE_POINTS, FAMILY, TARGET
from lupusdiary.ui.learn.search import KINDS, URGENT, Found
from lupusdiary.ui.widgets.highlight import Marks


class ResultList(QWidget):
    """`chosen` carries the `Found` that was clicked and its row, `reached` the row that the keyboard came to,
    None above the first."""

    chosen = Signal(object, object)
    reached = Signal(object)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._pool: list[ResultRow] = []
        self._found: Sequence[Found] = ()
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def rows(self) -> list[ResultRow]:
        """The rows that are shown, in order."""
        return self._pool[: len(self._found)]

    def warm(self, number: int) -> None:
        """Makes rows before they are needed."""
        while len(self._pool) < number:
            row = ResultRow(self._context, self)
            at = len(self._pool)
            row.clicked.connect(lambda _=False, at=at, row=row: self.chosen.emit(self._found[at], row))
            row.stepped.connect(lambda step, at=at: self._step(at + step))
            row.hide()
            self._pool.append(row)

    def show_found(self, found: Sequence[Found], *, kinds: bool) -> None:
        """Shows these; with `kinds` each says what it is."""
        self.warm(len(found))
        self._found = found
        tr = self._context.tr
        for each, row in zip(found, self._pool, strict=False):
            kind = tr.text(KINDS[each.kind]) if kinds else ""
            row.show_lines(
                each.title, each.title_marks, each.excerpt, each.marks, kind, pinned=each.kind == URGENT
            )
        self._place()
        for at, row in enumerate(self._pool):
            row.setVisible(at < len(found))
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(row.heightForWidth(width) for row in self.rows)

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(max(400, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        y, width = 0, self.width()
        for row in self.rows:
            height = row.heightForWidth(width)
            row.setGeometry(0, y, width, height)
            y += height

    def _step(self, at: int) -> None:
        rows = self.rows
        if at < 0:
            self.reached.emit(None)
        elif at < len(rows):
            rows[at].setFocus()
            self.reached.emit(rows[at])


_SIDE, _ABOVE, _GAP = 14, 8, 3
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SMALLER = 11 / 12


class ResultRow(QPushButton):
    """`stepped` carries how many rows further the keyboard wants to go."""

    stepped = Signal(int)

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("found")
        self.setProperty("role", "quiet")
        self._context = context
        self._lines: list[tuple[QTextLayout, bool]] = []
        self._pinned = False
        self._laid_out = (-1, 0)

    def show_lines(
        self, title: str, title_marks: Marks, text: str, marks: Marks, kind: str, *, pinned: bool = False
    ) -> None:
        """Shows a title, a piece of text and, if it is not empty, what kind of thing this is; what is
        `pinned` stands out."""
        self._pinned = pinned
        theme = self._context.theme
        points = BASE_POINTS * theme.scale
        self._lines = [(_line(title, title_marks, points, theme.colours, bold=True), False)]
        self._lines.append((_line(text, marks, points, theme.colours), False))
        if kind:
            self._lines.append((_line(kind, (), points * _SMALLER, theme.colours), True))
        self._laid_out = (-1, 0)
        self.setAccessibleName(f"{kind}: {title}" if kind else title)
        self.setAccessibleDescription(text)
        self.update()

    def heightForWidth(self, width: int) -> int:
        if self._laid_out[0] != width:
            self._laid_out = (width, self._lay_out(width - 2 * _SIDE))
        return max(TARGET, self._laid_out[1])

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.heightForWidth(self.width())
        colours = self._context.theme.colours
        painter = QPainter(self)
        if self._pinned:
            painter.setPen(QColor(colours.note_border))
            painter.setBrush(QColor(colours.note))
            # Within the ring that shows the focus.
            painter.drawRoundedRect(self.rect().adjusted(3, 3, -4, -4), 8, 8)
        for layout, quiet in self._lines:
            plain = colours.muted if quiet else colours.text
            painter.setPen(QColor(colours.on_note if self._pinned else plain))
            layout.draw(painter, QPointF(0, 0))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def _lay_out(self, width: int) -> int:
        y = float(_ABOVE)
        for layout, _ in self._lines:
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(1, width))
                line.setPosition(QPointF(_SIDE, y))
                y += line.height()
            layout.endLayout()
            y += _GAP
        return round(y) - _GAP + _ABOVE


def _line(text: str, marks: Marks, points: float, colours: Colours, *, bold: bool = False) -> QTextLayout:
    font = QFont(FAMILY)
    font.setPointSizeF(points)
    font.setBold(bold)
    layout = QTextLayout(text, font)
    ranges = []
    for start, end in marks:
        look = QTextCharFormat()
        look.setBackground(QBrush(QColor(colours.accent_soft)))
        look.setForeground(QBrush(QColor(colours.on_accent_soft)))
        look.setFontWeight(QFont.Weight.Bold)
        each = QTextLayout.FormatRange()
        each.start, each.length, each.format = start, end - start, look
        ranges.append(each)
    layout.setFormats(ranges)
    return layout
