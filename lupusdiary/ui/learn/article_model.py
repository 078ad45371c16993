"""The rows of the library: a heading a subject, and below it a line an article with how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lupusdiary.domain.learning import ArticleState
from lupusdiary.education.content.library import Card
from lupusdiary.language import Translator
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.icons import icon
from lupusdiary.ui.base.style_sheet import target

Index = QModelIndex | QPersistentModelIndex
_PAD = 14
_ROW_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """A heading (`card` None), or an article and how it stands."""

    title: str
    card: Card | None = None
    state: ArticleState | None = None

    @property
    def id(self) -> str | None:
        """The article's id; None for a heading."""
        return None if self.card is None else self.card.front.id


class ArticleModel(QAbstractListModel):
    """Headings can be seen and not chosen."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self.rows: Sequence[ArticleRow] = ()

    def show_rows(self, rows: Sequence[ArticleRow]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def place_of(self, id: str) -> int | None:
        """The first row of an article."""
        return next((at for at, row in enumerate(self.rows) if row.id == id), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.rows[index.row()].card is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == _ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole and row.card is not None:
            return f"{row.title}, {state_words(row.card, row.state, self._context.tr)}"
        if role == Qt.ItemDataRole.ToolTipRole and row.card is not None:
            return state_words(row.card, row.state, self._context.tr)
        return None


_WRAPS = Qt.TextFlag.TextWordWrap


class ArticleDelegate(QStyledItemDelegate):
    """Paints a row: its state, its title, its minutes."""

    def __init__(self, view: QListView, context: UiContext) -> None:
        super().__init__(view)
        self._view = view
        self._context = context

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        high, row = target(self._context.theme.scale), index.data(_ROW_ROLE)
        if row.card is None:
            return QSize(100, high)
        # A title that has no room goes on in the next line; measured in bold, it keeps its lines when chosen.
        bold = QFont(self._view.font())
        bold.setBold(True)
        room = self._room(self._view.viewport().rect(), self._minutes(row.card))
        lines = QFontMetrics(bold).boundingRect(0, 0, max(room.width(), 60), 10_000, _WRAPS, row.title)
        return QSize(100, max(high + 3, lines.height() + 12))

    @property
    def _icon(self) -> int:
        return round(18 * (0.6 + 0.4 * self._context.theme.scale))

    def _minutes(self, card: Card) -> str:
        return self._context.tr.plural("{count} min", "{count} min", card.minutes)

    def _room(self, rect: QRect, minutes: str) -> QRect:
        """Where the title stands, between the icon and the minutes."""
        wide = QFontMetrics(self._view.font()).horizontalAdvance(minutes)
        return rect.adjusted(2 * _PAD + self._icon, 0, -2 * _PAD - wide, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ArticleRow = index.data(_ROW_ROLE)
        c, rect = self._context.theme.colours, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, QColor(c.accent_soft))
        font = QFont(self._view.font())
        if row.card is None:
            painter.setFont(font)
            painter.setPen(QColor(c.muted))
            inside = rect.adjusted(_PAD, 0, -_PAD, -4)
            painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, row.title)
            painter.restore()
            return
        self._article(painter, rect, row, font, chosen=chosen)
        if chosen and self._view.hasFocus():
            painter.setPen(QPen(QColor(c.focus), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), 8, 8)
        painter.restore()

    def _article(self, painter: QPainter, rect: QRect, row: ArticleRow, font: QFont, *, chosen: bool) -> None:
        assert row.card is not None
        c, size = self._context.theme.colours, self._icon
        drawing = _drawing(row.state)
        if drawing:
            place = QRect(rect.left() + _PAD, rect.center().y() - size // 2, size, size)
            icon(drawing, c.muted, size).paint(painter, place)
        ink = QColor(c.on_accent_soft if chosen else c.text)
        minutes = self._minutes(row.card)
        painter.setFont(font)
        painter.setPen(QColor(c.on_accent_soft if chosen else c.muted))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(0, 0, -_PAD, 0), middle | Qt.AlignmentFlag.AlignRight, minutes)
        font.setBold(chosen)
        painter.setFont(font)
        painter.setPen(ink)
        room = self._room(rect, minutes)
        painter.drawText(room, _WRAPS | middle | Qt.AlignmentFlag.AlignLeft, row.title)


def _drawing(state: ArticleState | None) -> str:
    """The icon of how an article stands: a bookmark before a tick."""
    if state is None:
        return ""
    if state.bookmarked:
        return "bookmark"
    if state.finished:
        return "check"
    return "book-open" if state.progress > 0 else ""


def state_words(card: Card, state: ArticleState | None, tr: Translator) -> str:
    """Minutes, progress and bookmark in one line."""
    parts = [tr.plural("about {count} minute", "about {count} minutes", card.minutes)]
    if state is not None and state.finished:
        parts.append(tr.text("read"))
    elif state is not None and state.progress > 0:
        parts.append(tr.text("{percent} % read", percent=max(1, round(100 * state.progress))))
    if state is not None and state.bookmarked:
        parts.append(tr.text("bookmarked"))
    if state is not None and state.note:
        parts.append(tr.text("with my note"))
    if not card.shipped:
        parts.append(tr.text("from your hospital"))
    return " · ".join(parts)
