"""One day in the month, drawn."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from lupusdiary.language import Translator
from lupusdiary.ui.base.icons import pixmap
from lupusdiary.ui.base.palette import Colours
from lupusdiary.ui.calendar.month_days import MonthDay
from lupusdiary.ui.widgets.day_marks import paint_flare, paint_tick

MARKS = (("visits", "file-text"), ("labs", "flask-conical"), ("events", "syringe"))
_PAD = 10


class MonthCell(QAbstractButton):
    """A day: its number, a tick and how much is recorded, the first words of the note, and small marks."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: MonthDay | None = None
        self.outside = False
        self.is_today = False
        self._colours: Colours | None = None
        self._scale = 1.0
        self._amount = ""
        self._lines: tuple[str, str] = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_day(self, shown: MonthDay, tr: Translator, *, outside: bool, is_today: bool, came: bool) -> None:
        """Shows a day; `outside` is one of the months beside, and one that has not come cannot be opened."""
        self.shown, self.outside, self.is_today = shown, outside, is_today
        self.setEnabled(came)
        self.setObjectName(f"month_{shown.day.isoformat()}")
        items = tr.plural("{count} item", "{count} items", shown.items) if shown.items else ""
        if not shown.items and shown.timed:
            items = tr.plural("{count} entry", "{count} entries", shown.timed)
        self._amount = str(shown.items or shown.timed or "")
        self._lines = (items or (tr.text("note") if shown.note else ""), " ".join(shown.note.split()))
        state = tr.text("recorded") if shown.recorded else tr.text("not recorded")
        others = [
            tr.plural("{count} visit", "{count} visits", shown.visits) if shown.visits else "",
            tr.plural("{count} result", "{count} results", shown.labs) if shown.labs else "",
            tr.plural("{count} event", "{count} events", shown.events) if shown.events else "",
            tr.text("within a flare, as you or your doctor call it") if shown.flare else "",
        ]
        parts = [state if came else "", items, *others]
        words = tr.text("{day}: {state}", day=tr.date(shown.day), state=tr.listing([p for p in parts if p]))
        self.setAccessibleName(words)
        self.setAccessibleDescription(shown.note[:300])
        self.setToolTip(f"{words}\n{shown.note[:300]}".strip())
        self.update()

    def restyle(self, colours: Colours, scale: float) -> None:
        """Draws in these colours and this text size."""
        self._colours, self._scale = colours, scale
        self.setMinimumSize(self.minimumSizeHint())
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(round(64 * (0.6 + 0.4 * self._scale)), round(58 * self._scale))

    def sizeHint(self) -> QSize:
        return QSize(round(120 * self._scale), round(78 * self._scale))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.click()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._colours is None or self.shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter, self._colours)
        faint = self.outside or not self.isEnabled()
        text = QColor(self._colours.muted if faint else self._colours.text)
        font = self.font()
        font.setBold(self.is_today or not faint)
        painter.setFont(font)
        line = painter.fontMetrics().height()
        inside = self.rect().adjusted(_PAD, _PAD - 2, -_PAD, -_PAD + 2)
        if self.shown.flare:
            paint_flare(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._colours, self._scale)
        self._paint_number(painter, self._colours, inside, text)
        self._paint_marks(painter, self._colours, inside, line)
        font.setBold(False)
        font.setPointSizeF(11 * self._scale)
        painter.setFont(font)
        painter.setPen(QColor(self._colours.muted))
        top = inside.top() + line + 1
        line = painter.fontMetrics().height()
        if self.shown.recorded and top + line <= inside.bottom() + 3:
            self._paint_amount(painter, QRect(inside.left(), top, inside.width(), line))
            top += line
        if self._lines[1] and top + line <= inside.bottom() + 3:
            painter.setPen(text)
            lines = max(1, (inside.bottom() + 3 - top) // line)
            self._paint_note(painter, QRect(inside.left(), top, inside.width(), line), lines)
        painter.end()

    def _paint_box(self, painter: QPainter, c: Colours) -> None:
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        hovered = self.underMouse() and self.isEnabled()
        painter.setBrush(QColor(c.window if self.outside else c.hover if hovered else c.surface))
        painter.setPen(QPen(QColor(c.accent if self.is_today else c.border), 2 if self.is_today else 1))
        painter.drawRoundedRect(box, 8, 8)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(c.focus), 3))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)

    def _paint_number(self, painter: QPainter, c: Colours, inside: QRect, text: QColor) -> None:
        assert self.shown is not None
        number = str(self.shown.day.day)
        metrics = painter.fontMetrics()
        place = QRect(inside.left(), inside.top(), metrics.horizontalAdvance(number), metrics.height())
        if self.is_today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.accent))
            painter.drawRoundedRect(QRectF(place).adjusted(-5, -1, 5, 1), 7, 7)
            text = QColor(c.on_accent)
        painter.setPen(text)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, number)

    def _paint_amount(self, painter: QPainter, place: QRect) -> None:
        assert self._colours is not None
        side = place.height() * 0.62
        box = QRectF(place.left(), place.top() + (place.height() - side) / 2, side, side)
        paint_tick(painter, box, self._colours)
        painter.setPen(QColor(self._colours.muted))
        place = place.adjusted(round(side) + 6, 0, 0, 0)
        fits = painter.fontMetrics().horizontalAdvance(self._lines[0]) <= place.width()
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._lines[0] if fits else self._amount)

    def _paint_note(self, painter: QPainter, place: QRect, lines: int) -> None:
        layout = QTextLayout(self._lines[1], painter.font())
        layout.beginLayout()
        for number in range(1, lines + 1):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(place.width())
            rest = self._lines[1][line.textStart() :]
            text = rest[: line.textLength()]
            if number == lines:
                text = painter.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
            place = place.translated(0, place.height())
        layout.endLayout()

    def _paint_marks(self, painter: QPainter, c: Colours, inside: QRect, line: int) -> None:
        marks = [drawing for field, drawing in MARKS if getattr(self.shown, field)]
        # In a narrow cell the marks leave the number its room.
        room = inside.width() - painter.fontMetrics().horizontalAdvance("88") - 8
        size = min(round(15 * (0.4 + 0.6 * self._scale)), room // max(len(marks), 1) - 4)
        x = inside.right() - size
        for drawing in marks:
            if size > 0:
                painter.drawPixmap(x, inside.top() + (line - size) // 2, pixmap(drawing, c.accent, size))
                x -= size + 4
