"""How the unit and the understanding of a row are painted, and where they are pressed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from lupusdiary.language import Translator
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.icons import pixmap
from lupusdiary.ui.base.line_breaks import wrapped
from lupusdiary.ui.labs.sheet.model import ENTRY, PARSED, marked
from lupusdiary.ui.labs.sheet.parsed_entry import UNIT, NumberLine, ParsedEntry
from lupusdiary.ui.labs.sheet_entry import CHOICE, KNOWN, NO_UNIT, OFFERED, SheetEntry
from lupusdiary.ui.widgets.cell_editor import EditingDelegate
from lupusdiary.ui.widgets.painted_chips import PaintedChip, chip_width, paint_chip, place_chips
from lupusdiary.ui.widgets.row_table import PAD, Index, RowDelegate, RowTable

# The key of the chip that says “I don't know”, and of the one that opens every unit.
UNKNOWN, MORE = "", "\0more"
_LINE = 92


class ChipDelegate(EditingDelegate):
    """A cell with chips: `chips` says which, `focused` which of them the keyboard is on."""

    def __init__(self, table: RowTable, context: UiContext) -> None:
        super().__init__(table)
        self.context = context
        self.focused = 0

    @property
    def words(self) -> Translator:
        """The current translator."""
        return self.context.tr

    def chips(self, index: Index, width: int) -> list[PaintedChip]:
        """The chips of a cell that is `width` pixels wide; none where a delegate names none."""
        return []

    def places(self, index: Index, rect: QRect) -> list[QRectF]:
        """Where they stand; `rect` is the whole cell."""
        inner = self.content(rect)
        return place_chips(
            self.chips(index, inner.width()),
            self.chip_rect(index, inner),
            self.metrics,
            numbered=self.numbered(index),
        )

    def chip_rect(self, index: Index, inner: QRect) -> QRect:
        """The part of a cell in which the chips stand."""
        return inner.adjusted(4, 0, -4, 0)

    def numbered(self, index: Index) -> bool:
        """Whether the digits that press them are shown: in the cell of the keyboard."""
        return index == self.table.currentIndex()

    @property
    def metrics(self) -> QFontMetrics:
        """The measures of the text."""
        return self.table.fontMetrics()

    def has_ring(self, index: Index) -> bool:
        return not self.chips(index, self.table.columnWidth(index.column()))

    def paint_chips(self, painter: QPainter, inner: QRect, index: Index) -> None:
        """Draws the chips of a cell, the one that the keyboard is on with its ring."""
        chips = self.chips(index, inner.width())
        numbered = self.numbered(index)
        places = place_chips(chips, self.chip_rect(index, inner), self.metrics, numbered=numbered)
        here = numbered and self.table.hasFocus()
        for at, (chip, place) in enumerate(zip(chips, places, strict=True)):
            focused = here and at == min(self.focused, len(chips) - 1)
            paint_chip(painter, chip, place, self.colours, numbered=numbered, focused=focused)


class NameDelegate(RowDelegate):
    """The name as the sheet prints it, and muted beside it the abbreviation where there is room."""

    def paint_cell(self, painter: QPainter, rect: QRect, index: Index) -> None:
        entry, name = _entry(index), str(index.data())
        aside = entry.analyte.label_en
        metrics = self.table.fontMetrics()
        room = rect.width() - 2 * PAD - metrics.horizontalAdvance(name) - 8
        super().paint_cell(painter, rect, index)
        if (
            not entry.analyte.own
            and aside.casefold() not in name.casefold()
            and metrics.horizontalAdvance(aside) <= room
        ):
            painter.setPen(QColor(self.colours.muted))
            left = rect.left() + PAD + metrics.horizontalAdvance(name) + 8
            painter.drawText(rect.adjusted(left - rect.left(), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, aside)


class UnitDelegate(ChipDelegate):
    """The unit: text where it is known, a dashed chip where one is offered, chips where it must be chosen."""

    def chips(self, index: Index, width: int) -> list[PaintedChip]:
        parsed, entry = _parsed(index), _entry(index)
        if parsed.unit == OFFERED:
            return [PaintedChip(entry.offered or "", entry.offered or "", dashed=True)]
        if parsed.unit != CHOICE:
            return []
        units = [PaintedChip(unit, unit, at) for at, unit in enumerate(entry.units, 1)]
        unknown = PaintedChip(UNKNOWN, self.words.text("not known"), len(units) + 1, quiet=True)
        # As many as fit, and the last one opens all of them; the digits reach each of them anyhow.
        widths = [
            chip_width(chip, self.metrics, numbered=self.numbered(index)) + 6 for chip in (*units, unknown)
        ]
        if sum(widths) <= width - 2:
            return [*units, unknown]
        more = PaintedChip(MORE, "⋯")
        room = width - 2 - chip_width(more, self.metrics, numbered=False) - 6
        fitting = 0
        while fitting < len(units) and sum(widths[: fitting + 1]) <= room:
            fitting += 1
        return [*units[:fitting], more]

    def paint_cell(self, painter: QPainter, rect: QRect, index: Index) -> None:
        parsed, entry = _parsed(index), _entry(index)
        if parsed.unit in (OFFERED, CHOICE):
            self.paint_chips(painter, rect, index)
            return
        none = parsed.unit == NO_UNIT
        text = self.words.text("no unit") if none else entry.unit
        if parsed.unit == KNOWN and entry.unit_is_unknown:
            text = self.words.text("not known")
            none = True
        painter.setPen(QColor(self.colours.muted if none or entry.is_empty else self.colours.text))
        inner = rect.adjusted(PAD, 0, -PAD, 0)
        shown = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, shown)


class ParsedDelegate(ChipDelegate):
    """How a row was understood: a number line with its own range and a mark in words, or its question."""

    narrow = False

    def chips(self, index: Index, width: int) -> list[PaintedChip]:
        parsed = _parsed(index)
        return [PaintedChip(key, words, at) for at, (key, words) in enumerate(parsed.answers, 1)]

    def chip_rect(self, index: Index, inner: QRect) -> QRect:
        chips = self.chips(index, inner.width())
        numbered = self.numbered(index)
        wide = sum(chip_width(chip, self.metrics, numbered=numbered) + 6 for chip in chips)
        return QRect(max(inner.left() + 4, inner.right() - wide), inner.top(), wide, inner.height())

    def paint_cell(self, painter: QPainter, rect: QRect, index: Index) -> None:
        parsed = _parsed(index)
        c = self.colours
        inner = rect.adjusted(PAD, 0, -PAD, 0)
        if parsed.answers:
            if not self.table.line_above:
                inner.setRight(self.chip_rect(index, rect).left() - 8)
                self._draw_look(painter, inner, parsed.short, parsed.brief)
            self.paint_chips(painter, rect, index)
            return
        if parsed.problem and not self.table.line_above:
            self._draw_look(painter, inner, parsed.problem, parsed.problem)
            return
        if parsed.line is not None and not self.narrow:
            _paint_line(painter, QRect(inner.left(), inner.top(), _LINE, inner.height()), parsed.line, self)
            inner.setLeft(inner.left() + _LINE + PAD)
        words = marked(parsed, self.words, narrow=self.narrow)
        said = str(index.data() or "") if _entry(index).is_empty else parsed.words
        if parsed.asks == UNIT and parsed.unit == CHOICE:
            said = "" if self.table.line_above else parsed.short
        painter.setPen(QColor(c.muted if parsed.asks == UNIT and not parsed.mark else c.text))
        parts = [part for part in (said, words) if part]
        text = "   ".join(parts)
        if (
            self.metrics.horizontalAdvance(text) > inner.width()
            and inner.height() > self.metrics.height() * 2
        ):
            # What was read and what it means stay whole, one below the other.
            text = "\n".join(parts)
        self._draw_text(painter, inner, text)

    def _draw_look(self, painter: QPainter, inner: QRect, words: str, brief: str) -> None:
        """Something to look at again: an icon and words, in amber, no filled box. Where there is no room for
        the words, fewer or none."""
        size = round(18 * (0.6 + 0.4 * self.table.scale))
        colour = self.colours.on_note
        painter.drawPixmap(
            QPointF(inner.left(), inner.center().y() - size / 2), pixmap("triangle-alert", colour, size)
        )
        painter.setPen(QColor(colour))
        inner.setLeft(inner.left() + size + 8)
        if self.metrics.horizontalAdvance(words) > inner.width():
            words = brief if words == brief or self.metrics.horizontalAdvance(brief) <= inner.width() else ""
        self._draw_text(painter, inner, words)

    def _draw_text(self, painter: QPainter, inner: QRect, text: str) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if (
            self.metrics.horizontalAdvance(text) > inner.width()
            and inner.height() > self.metrics.height() * 2
        ):
            shown, way = wrapped(text, inner, self.metrics)
            painter.drawText(inner, middle | way, shown)
            return
        shown = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, middle, shown)


def _paint_line(painter: QPainter, rect: QRect, line: NumberLine, look: RowDelegate) -> None:
    """The sheet's own range in grey and the value as a dot; an open side runs out of the line."""
    c = look.colours
    y = rect.center().y() + 0.5
    low, high = line.low, line.high
    if low is None:
        assert high is not None
        start, end = 0.0 if high > 0 else high - 1, high + 0.75 * (abs(high) or 1)
    elif high is None:
        start, end = low - 0.6 * (abs(low) or 1), low + 0.9 * (abs(low) or 1)
    else:
        span = (high - low) or 1
        start, end = low - 0.55 * span if low > 0 else low, high + 0.75 * span

    def x(value: float) -> float:
        return rect.left() + max(6.0, min(rect.width() - 6.0, (value - start) / (end - start) * rect.width()))

    left = x(low) if low is not None else float(rect.left())
    right = x(high) if high is not None else float(rect.right())
    painter.save()
    painter.setPen(QPen(QColor(c.control_border), 1.2))
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
    painter.setBrush(QColor(c.border))
    painter.drawRoundedRect(QRectF(left, y - 5, max(2.0, right - left), 10), 2, 2)
    painter.setPen(QPen(QColor(c.surface), 1.5))
    painter.setBrush(QColor(c.text))
    painter.drawEllipse(QPointF(x(line.value), y), 5.5, 5.5)
    painter.restore()


def _parsed(index: Index) -> ParsedEntry:
    found = index.data(PARSED)
    assert isinstance(found, ParsedEntry)
    return found


def _entry(index: Index) -> SheetEntry:
    found = index.data(ENTRY)
    assert isinstance(found, SheetEntry)
    return found
