"""How a day of the year is drawn: the colour of its number, the signs in it, the border of an empty one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lupusdiary.domain.records import BloodPressure, ReadingValue
from lupusdiary.domain.symptom import Symptom
from lupusdiary.ui.base.palette import Colours, contrast


@dataclass(frozen=True, slots=True)
class CellBounds:
    """The numbers that are drawn palest and strongest."""

    low: float = 0.0
    high: float = 1.0

    @classmethod
    def of(cls, symptom: Symptom, values: list[ReadingValue]) -> CellBounds:
        """Those of an item: its whole scale where it has one, else what was recorded."""
        numbers = [number_of(value) for value in values]
        scale = symptom.scale
        bounded = scale.type in ("nrs", "severity", "yes_no")
        low = 0.0 if symptom.is_scored else min(numbers, default=0.0)
        high = float(max(scale.maximum, len(scale.words) - 1)) if bounded else max(numbers, default=1.0)
        return cls(low, max(high, low + 1))

    def ground(self, c: Colours, value: ReadingValue) -> str:
        """The colour below a value."""
        number = number_of(value)
        part = min(1.0, max(0.0, (number - self.low) / (self.high - self.low)))
        return mixed(c.surface, c.accent, 0.08 + 0.92 * part if number > self.low else 0.0)


def paint_cell(
    painter: QPainter, c: Colours, box: QRectF, value: ReadingValue | None, bounds: CellBounds
) -> None:
    """Draws one day."""
    painter.save()
    if value is None:
        # A day that was not recorded is an empty place with a dotted line, never a pale zero.
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(c.control_border), 1, Qt.PenStyle.DotLine))
        painter.drawRoundedRect(box, 4, 4)
        painter.restore()
        return
    ground = bounds.ground(c, value)
    painter.setBrush(QColor(ground))
    painter.setPen(QPen(QColor(c.control_border), 1))
    painter.drawRoundedRect(box, 4, 4)
    text = short_words(value)
    if painter.fontMetrics().horizontalAdvance(text) <= box.width():
        painter.setPen(QColor(readable(ground)))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def paint_focus(painter: QPainter, c: Colours, box: QRectF) -> None:
    """Draws the ring around the day where the keyboard is."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(c.focus), 3))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.restore()


def number_of(value: ReadingValue) -> float:
    """The number by which a value is drawn; of a blood pressure, the upper one."""
    return float(value.systolic) if isinstance(value, BloodPressure) else float(value)


def short_words(value: ReadingValue) -> str:
    """A value in two or three signs."""
    if isinstance(value, bool):
        return "●" if value else "○"
    number = number_of(value)
    return str(int(number)) if number == int(number) else f"{number:.1f}"


def readable(ground: str) -> str:
    """Black or white, whichever is read better on this ground."""
    return max(("#000000", "#ffffff"), key=lambda ink: contrast(ink, ground))


def mixed(first: str, second: str, part: float) -> str:
    """A colour between two #rrggbb ones."""
    ends = [[int(colour[at : at + 2], 16) for at in (1, 3, 5)] for colour in (first, second)]
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in zip(*ends, strict=True))
