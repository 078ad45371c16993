"""A day of the calendar, drawn: the tile is the value."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from lupusdiary.queries.calendar_days import CalendarDay
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.icons import pixmap
from lupusdiary.ui.base.palette import Colours
from lupusdiary.ui.base.style_sheet import FAMILY
from lupusdiary.ui.calendar.day_model import DayModel
from lupusdiary.ui.calendar.mark_words import MARKS, kind_words
from lupusdiary.ui.calendar.shade import shade_of, short_words, tile_words
from lupusdiary.ui.widgets.day_marks import bar_height, paint_flare

_GAP, _PAD, _ROUND = 3, 9, 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_EMPTY, _PLAIN = -1, -2
# The bar of a flare along the foot of a tile, against that of other places.
_BAR = 0.6


class _Look(NamedTuple):
    """What a tile is drawn by: days that look alike share one picture."""

    width: int
    height: int
    step: int
    flare: bool
    words: str
    marked: bool


class DayDelegate(QStyledItemDelegate):
    """0 is a white tile with a solid border, not recorded a dashed one without a number, and a day that has
    not come no tile at all: never told apart by colour alone."""

    def __init__(self, model: DayModel, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._context = context
        self._tiles: dict[_Look, QPixmap] = {}
        self.current: date | None = None
        self.focused = False
        self.restyle()

    def restyle(self) -> None:
        """Takes the colours and the text size of the moment."""
        self._tiles.clear()
        scale, c = self._context.theme.scale, self._context.theme.colours
        self._inks = [QColor(c.on_shade(step)) for step in range(len(c.shades))]
        self._muted, self._surface, self._text = QColor(c.muted), QColor(c.surface), QColor(c.text)
        self._small, self._bold, self._value, self._cell = (QFont(FAMILY) for _ in range(4))
        self._middle = QFont(FAMILY)
        self._middle.setPointSizeF(15 * scale)
        self._middle.setBold(True)
        self._small.setPointSizeF(11 * scale)
        self._bold.setPointSizeF(11 * scale)
        self._bold.setBold(True)
        self._value.setPointSizeF(22 * scale)
        self._value.setBold(True)
        self._cell.setPointSizeF(11 * scale)
        self._icon = round(15 * (0.4 + 0.6 * scale))
        self._line = QFontMetrics(self._small).height()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        day = self._model.day_at(index.row(), index.column())
        if day is None:
            return
        info = self._model.info(day)
        box = QRect(option.rect).adjusted(_GAP, _GAP, -_GAP, -_GAP)
        look = self._look(day, info, box)
        if look.step != _PLAIN or look.marked:
            painter.drawPixmap(box.topLeft(), self._tile(look))
        if not self._model.year:
            painter.save()
            ink = self._inks[look.step] if look.step >= 0 else self._muted
            self._paint_large(painter, box, day, info, ink)
            painter.restore()
        if day == self.current:
            self._paint_ring(painter, QRectF(option.rect))

    def _paint_ring(self, painter: QPainter, box: QRectF) -> None:
        c = self._context.theme.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(c.focus if self.focused else c.control_border), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), _ROUND, _ROUND)
        painter.restore()

    def _look(self, day: date, info: CalendarDay, box: QRect) -> _Look:
        """What the tile of a day is drawn by; in a year its number and its mark are part of it."""
        step = self._step(day, info)
        words, marked = "", False
        if self._model.year:
            words = short_words(info.value) if info.value is not None and step != _PLAIN else ""
            marked = bool(info.marks)
        return _Look(box.width(), box.height(), step, info.flare and step != _PLAIN, words, marked)

    def _step(self, day: date, info: CalendarDay) -> int:
        if day > self._model.today:
            return _PLAIN
        if info.value is None or self._model.symptom is None:
            return _EMPTY
        return shade_of(self._model.symptom, info.value)

    def _tile(self, look: _Look) -> QPixmap:
        """The ground of a day, drawn once for all days that look alike."""
        found = self._tiles.get(look)
        if found is None:
            found = self._tiles[look] = self._draw_tile(look)
        return found

    def _draw_tile(self, look: _Look) -> QPixmap:
        c, width, height = self._context.theme.colours, look.width, look.height
        ratio = self._ratio()
        image = QPixmap(round(width * ratio), round(height * ratio))
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0.75, 0.75, width - 1.5, height - 1.5)
        rounding = min(_ROUND, height / 4)
        if look.step == _EMPTY:
            pen = QPen(QColor(c.control_border), 1.2)
            pen.setDashPattern([3, 3])
            painter.setPen(pen)
            painter.drawRoundedRect(box, rounding, rounding)
        elif look.step != _PLAIN:
            painter.setBrush(QColor(c.shades[look.step]))
            edged = look.step == 0 or _is_contrast(c)
            painter.setPen(QPen(QColor(c.accent), 1.4) if edged else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, rounding, rounding)
        if look.flare:
            paint_flare(painter, box, c, 0.2 if self._model.year else self._context.theme.scale * _BAR)
        if look.words:
            painter.setFont(self._cell)
            painter.setPen(self._inks[look.step] if look.step >= 0 else self._muted)
            painter.drawText(QRect(0, 0, width, height), Qt.AlignmentFlag.AlignCenter, look.words)
        if look.marked:
            side = max(6, round(width / 5))
            square = QRect(width - side - 2, 0, side + 2, side + 2)
            painter.fillRect(square, self._surface)
            painter.fillRect(square.adjusted(1, 1, -1, -1), self._text)
        painter.end()
        return image

    def _ratio(self) -> float:
        """How many dots of the screen a pixel has."""
        view = self.parent()
        return view.devicePixelRatioF() if isinstance(view, QWidget) else 1.0

    def _paint_large(self, painter: QPainter, box: QRect, day: date, info: CalendarDay, ink: QColor) -> None:
        model, c = self._model, self._context.theme.colours
        inside = box.adjusted(_PAD, 6, -_PAD, -6)
        number = str(day.day) if not model.is_beside(day) else model.language.date(day, "day")
        low = inside.height() < 3 * self._line + 4
        # Where the value is no larger than the number, its weight tells them apart.
        roomy = inside.height() - 2 * self._line + 4 >= QFontMetrics(self._value).height()
        painter.setFont(self._bold if roomy else self._small)
        painter.setPen(QColor(c.muted) if model.is_beside(day) and info.value is None else ink)
        head = QRect(inside.left(), inside.top(), inside.width(), self._line)
        painter.drawText(head, _LEFT, number)
        wide = painter.fontMetrics().horizontalAdvance(number)
        if low:
            self._paint_low(painter, inside, wide, day, info, ink)
            return
        if day == model.today:
            self._paint_today(painter, head, wide, c)
        if info.note:
            size = self._icon
            painter.drawPixmap(
                QPointF(inside.right() - size, inside.top() + 1), pixmap("pencil", ink.name(), size)
            )
        top = inside.top() + self._line + 2
        # The value stands where it would stand without marks, and these above the bar of a flare.
        foot = inside.bottom() - self._line + 1
        middle = QRect(inside.left(), top, inside.width(), max(0, foot - top))
        self._paint_value(painter, middle, day, info, ink)
        if info.marks:
            bar = bar_height(self._context.theme.scale * _BAR) if info.flare and day <= model.today else 0
            foot -= max(0, round(bar) - 4)
            if day > model.today:
                # No tile holds them together: what lies ahead stands below its day.
                foot = top
            self._paint_marks(painter, QRect(inside.left(), foot, inside.width(), self._line), info, ink)

    def _paint_low(
        self, painter: QPainter, inside: QRect, wide: int, day: date, info: CalendarDay, ink: QColor
    ) -> None:
        """A tile without room for three lines: the value stands beside the number, the marks below it."""
        head = QRect(inside.left(), inside.top(), inside.width(), self._line)
        if day == self._model.today:
            painter.fillRect(QRect(head.left(), head.bottom() - 1, wide, 2), ink)
        if info.value is not None and self._model.symptom is not None and day <= self._model.today:
            room = head.adjusted(wide + 8, 0, 0, 0)
            words = tile_words(self._model.symptom, info.value, self._model.language)
            painter.setFont(self._middle)
            if painter.fontMetrics().horizontalAdvance(words) > room.width():
                words = short_words(info.value)
            painter.drawText(room.adjusted(0, -2, 0, 2), _RIGHT, words)
        below = QRect(inside.left(), inside.top() + self._line + 1, inside.width(), self._line)
        if below.bottom() <= inside.bottom() + 5 and (info.marks or info.note):
            self._paint_marks(painter, below, info, ink, with_note=True)

    def _paint_today(self, painter: QPainter, head: QRect, after: int, c: Colours) -> None:
        words = self._model.language.text("Today")
        wide = QFontMetrics(self._small).horizontalAdvance(words) + 10
        place = QRect(head.left() + after + 6, head.top(), wide, head.height())
        if place.right() > head.right():
            # In a narrow tile the number itself is marked.
            painter.fillRect(QRect(head.left(), head.bottom() - 1, after, 2), QColor(painter.pen().color()))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.text))
        painter.drawRoundedRect(QRectF(place), 5, 5)
        painter.setPen(QColor(c.surface))
        painter.setFont(self._small)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def _paint_value(
        self, painter: QPainter, place: QRect, day: date, info: CalendarDay, ink: QColor
    ) -> None:
        model = self._model
        if day > model.today:
            return
        if info.value is None or model.symptom is None:
            painter.setFont(self._small)
            painter.setPen(ink)
            words = model.language.text("Not recorded")
            # The dashed border says it where the words have no room.
            if (
                place.height() >= self._line
                and painter.fontMetrics().horizontalAdvance(words) <= place.width()
            ):
                painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, words)
            return
        words = tile_words(model.symptom, info.value, model.language)
        painter.setPen(ink)
        for font in (self._value, self._middle, self._bold, self._small):
            metrics = QFontMetrics(font)
            if metrics.horizontalAdvance(words) <= place.width() and metrics.height() <= place.height() + 6:
                painter.setFont(font)
                painter.drawText(place, _LEFT, words)
                return
        painter.setFont(self._small)
        painter.drawText(place, _LEFT, short_words(info.value))

    def _paint_marks(
        self, painter: QPainter, place: QRect, info: CalendarDay, ink: QColor, *, with_note: bool = False
    ) -> None:
        """One mark with its word, several as drawings."""
        x, size = place.left(), self._icon
        y = place.top() + (place.height() - size) / 2
        drawings = list(dict.fromkeys(MARKS[mark.kind] for mark in info.marks))
        if with_note and info.note:
            drawings.append("pencil")
        for drawing in drawings:
            if x + size > place.right() + 2:
                break
            painter.drawPixmap(QPointF(x, y), pixmap(drawing, ink.name(), size))
            x += size + 4
        room = place.right() - x
        if not info.marks:
            return
        word = info.marks[-1].word if len(drawings) > 1 else info.marks[0].word
        if len(drawings) <= 2 and room > 3 * size:
            painter.setFont(self._small)
            painter.setPen(ink)
            if painter.fontMetrics().horizontalAdvance(word) > room:
                # What has no room whole is named by its kind; the day beside says it in full.
                kind = info.marks[-1 if len(drawings) > 1 else 0].kind
                word = kind_words(kind, self._model.language)
            if painter.fontMetrics().horizontalAdvance(word) <= room:
                painter.drawText(QRect(x, place.top(), room, place.height()), _LEFT, word)


def _is_contrast(c: Colours) -> bool:
    """Where the shades are all one colour, the number alone says how much, inside a border."""
    return len(set(c.shades)) == 1
