"""The questions for the doctor as rows that are dragged by their grip or moved by keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.icons import pixmap
from lupusdiary.ui.base.style_sheet import target

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_PAD, _GAP, _LINE = 10, 8, 3
# A longer question has where it came up on a line of its own.
_SHORT = 30


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question: its text, where and when it came up, the department, and its id; None: of the visit."""

    text: str
    came_up: str = ""
    department: str = ""
    id: int | None = None


class QuestionModel(QAbstractListModel):
    """The rows in the order of the paper."""

    rows: Sequence[QuestionRow] = ()

    def show_rows(self, rows: Sequence[QuestionRow]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{index.row() + 1}. " + ", ".join(
                each for each in (row.text, row.came_up, row.department) if each
            )
        return None


class _Delegate(QStyledItemDelegate):
    """Grip, number, the question with where it came up behind it, and the department at the right."""

    def __init__(self, rows: QuestionRows) -> None:
        super().__init__(rows)
        self._rows = rows

    def _parts(self, rect: QRect, row: QuestionRow) -> tuple[QRect, QRect, int]:
        """Where the text and the department stand, and the width of what is left of them."""
        metrics = QFontMetrics(self._rows.font())
        left = self._rows.grip + metrics.horizontalAdvance("00") + 2 * _GAP
        chip = metrics.horizontalAdvance(row.department) + 2 * _GAP if row.department else 0
        chip = min(chip, rect.width() // 3)
        text = rect.adjusted(left, _PAD, -(chip + _GAP if chip else 0) - 4, -_PAD)
        return text, QRect(rect.right() - chip - 4, rect.top(), chip, rect.height()), left

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = self._rows.questions.rows[index.row()]
        width = self._rows.viewport().width()
        text, _, _ = self._parts(QRect(0, 0, width, 1000), row)
        metrics = QFontMetrics(self._rows.font())
        words = _whole(row)
        if "\n" not in words and metrics.horizontalAdvance(words) > text.width():
            words = f"{row.text}\n{row.came_up}".rstrip()
        needed = metrics.boundingRect(QRect(0, 0, text.width(), 4000), _WRAP, words).height()
        return QSize(width, max(self._rows.least, needed + 2 * _PAD + 2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rows, row = self._rows, self._rows.questions.rows[index.row()]
        c = rows.context.theme.colours
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = index == rows.currentIndex()
        if selected:
            painter.fillRect(rect, QColor(c.hover))
        if index.row():
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), QColor(c.border))
        size = round(18 * (0.6 + 0.4 * rows.context.theme.scale))
        y = rect.top() + (rows.least - size) / 2
        painter.drawPixmap(QPointF(rect.left() + 6, y), pixmap("grip-vertical", c.muted, size))
        text, chip, left = self._parts(rect, row)
        bold = QFont(rows.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(c.text))
        number = QRect(rect.left() + rows.grip, text.top(), left - rows.grip, text.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignLeft, str(index.row() + 1))
        painter.setFont(rows.font())
        self._paint_text(painter, text, row)
        if row.department:
            height = painter.fontMetrics().height() + 6
            box = QRectF(chip.left(), rect.top() + (rows.least - height) / 2, chip.width(), height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.accent_soft))
            painter.drawRoundedRect(box, 6, 6)
            painter.setPen(QColor(c.on_accent_soft))
            inner = box.adjusted(_GAP / 2, 0, -_GAP / 2, 0)
            words = painter.fontMetrics().elidedText(
                row.department, Qt.TextElideMode.ElideRight, int(inner.width())
            )
            painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, words)
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(c.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), 8, 8)
        painter.restore()

    def _paint_text(self, painter: QPainter, place: QRect, row: QuestionRow) -> None:
        c = self._rows.context.theme.colours
        painter.setPen(QColor(c.text))
        metrics = painter.fontMetrics()
        painter.drawText(place, _WRAP, row.text)
        painter.setPen(QColor(c.muted))
        if "\n" in _whole(row) or metrics.horizontalAdvance(_whole(row)) > place.width():
            below = metrics.boundingRect(place, _WRAP, row.text).height()
            painter.drawText(place.adjusted(0, below, 0, 0), _WRAP, row.came_up)
            return
        shift = metrics.horizontalAdvance(f"{row.text}  ")
        painter.drawText(place.adjusted(shift, 0, 0, 0), _WRAP, row.came_up)


def _whole(row: QuestionRow) -> str:
    """What the height of a row is measured by."""
    between = "\n" if row.came_up and len(row.text) > _SHORT else "  "
    return f"{row.text}{between}{row.came_up}".rstrip()


class QuestionRows(QListView):
    """`moved` carries a row and the place that it was given; `change_requested` and `removal_requested`
    are about the row under the keyboard."""

    moved = Signal(int, int)
    change_requested = Signal()
    removal_requested = Signal()
    current_moved = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("question_rows")
        self.context = context
        self.questions = QuestionModel()
        self._dragged = self._target = -1
        self.grip = self.least = 0
        self.setModel(self.questions)
        self.setItemDelegate(_Delegate(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.restyle()

    def restyle(self) -> None:
        """Fits the rows to the text size."""
        scale = self.context.theme.scale
        self.grip = round(30 * (0.6 + 0.4 * scale))
        self.least = target(scale) + 4
        self._fit()

    def show_rows(self, rows: Sequence[QuestionRow]) -> None:
        """Shows these questions; the keyboard stays with the one that it was on."""
        if rows == list(self.questions.rows):
            return
        at, before = self.currentIndex().row(), self.current()
        self.questions.show_rows(rows)
        same = next((n for n, row in enumerate(rows) if before and row.text == before.text), at)
        if rows:
            self.setCurrentIndex(self.questions.index(min(max(same, 0), len(rows) - 1)))
        self._fit()
        self.current_moved.emit()

    def current(self) -> QuestionRow | None:
        """The question under the keyboard."""
        at = self.currentIndex().row()
        return self.questions.rows[at] if 0 <= at < len(self.questions.rows) else None

    def step(self, step: int) -> None:
        """Moves the question under the keyboard up or down."""
        at = self.currentIndex().row()
        if at >= 0 and 0 <= at + step < len(self.questions.rows):
            self.moved.emit(at, at + step)

    def _fit(self) -> None:
        """As high as its rows: the page scrolls, not the list."""
        height = sum(self.sizeHintForRow(at) for at in range(len(self.questions.rows)))
        self.setFixedHeight(height + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._fit()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.current_moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _KEYS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.step(_KEYS[Qt.Key(key)])
        elif key == Qt.Key.Key_Delete:
            self.removal_requested.emit()
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.change_requested.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        grip = event.position().x() <= self.grip
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and grip:
            self._dragged = self._target = index.row()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.change_requested.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged < 0:
            super().mouseMoveEvent(event)
            return
        index = self.indexAt(event.position().toPoint())
        last = len(self.questions.rows) - 1
        self._target = index.row() if index.isValid() else last if event.position().y() > 0 else 0
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._dragged >= 0:
            at, to, self._dragged = self._dragged, self._target, -1
            self.unsetCursor()
            self.viewport().update()
            if at != to:
                self.moved.emit(at, to)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._dragged < 0 or self._target == self._dragged:
            return
        rect = self.visualRect(self.questions.index(self._target))
        y = rect.top() if self._target < self._dragged else rect.bottom()
        painter = QPainter(self.viewport())
        painter.fillRect(
            QRect(0, y - 1, self.viewport().width(), _LINE), QColor(self.context.theme.colours.accent)
        )
        painter.end()
