"""A question for O and X on a slide, the hands that were counted, and what is right once it is revealed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lupusdiary.education.ox import OxQuestion
from lupusdiary.ui.palette import Colours
from lupusdiary.ui.presenter_text import fitting_size, font, height_of, write


@dataclass(frozen=True, slots=True)
class Hands:
    """How many raised a hand for O and for X."""

    for_o: int = 0
    for_x: int = 0


NO_HANDS = Hands()


def paint_ox(
    painter: QPainter,
    room: QRectF,
    question: OxQuestion,
    revealed: bool,
    hands: Hands,
    colours: Colours,
    least: float,
) -> None:
    """Paints the question above the two signs; revealed, the explanation stands below the right one."""
    said = [question.question] + ([f"“{question.claim}”"] if question.claim else [])
    below = room.height() * (0.52 if revealed else 0.46)
    upper = QRectF(room.x(), room.y(), room.width(), room.height() - below)
    size = fitting_size(said, upper.width() - 80, upper.height() - 20, least, 24) or least
    y = upper.y()
    for at, text in enumerate(said):
        face = font(size, bold=at == 0)
        high = height_of(text, face, upper.width() - 80)
        if at:
            painter.fillRect(QRectF(room.x(), y - 8, 12, high + 16), QColor(colours.accent))
        write(painter, text, QRectF(room.x() + 40 * at, y, upper.width() - 40, high + 20), face, colours.text)
        y += high + 24
    lower = QRectF(room.x(), room.bottom() - below, room.width(), below)
    if revealed:
        _signs(painter, QRectF(lower.x(), lower.y(), 480, below), question, revealed, hands, colours, least)
        words = QRectF(lower.x() + 520, lower.y() + 10, lower.width() - 520, below)
        lines = ([question.answer] if question.claim else []) + [question.explanation]
        size = fitting_size(lines, words.width(), words.height() - 10, least, 18) or least
        top = words.y()
        for at, line in enumerate(lines):
            face = font(size, bold=at == 0 and len(lines) > 1)
            write(painter, line, QRectF(words.x(), top, words.width(), 900), face, colours.text)
            top += height_of(line, face, words.width()) + 18
    else:
        _signs(painter, lower, question, revealed, hands, colours, least)


def _signs(
    painter: QPainter,
    box: QRectF,
    question: OxQuestion,
    revealed: bool,
    hands: Hands,
    colours: Colours,
    least: float,
) -> None:
    radius = min(box.height() * 0.30, box.width() * 0.2, 150.0)
    for is_o, centre_x, count in (
        (True, box.x() + box.width() * 0.25, hands.for_o),
        (False, box.x() + box.width() * 0.75, hands.for_x),
    ):
        centre = QPointF(centre_x, box.y() + radius + 24)
        chosen = revealed and question.right == is_o
        faint = revealed and not chosen
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawEllipse(centre, radius + 22, radius + 22)
        pen = QPen(
            QColor(colours.border if faint else colours.accent if is_o else colours.text), radius * 0.2
        )
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        reach = radius * 0.66
        if is_o:
            painter.drawEllipse(centre, reach * 1.1, reach * 1.1)
        else:
            painter.drawLine(centre - QPointF(reach, reach), centre + QPointF(reach, reach))
            painter.drawLine(centre - QPointF(reach, -reach), centre + QPointF(reach, -reach))
        if hands.for_o or hands.for_x:
            line = QRectF(centre_x - 150, centre.y() + radius + 30, 300, 140)
            face = font(max(least, 64.0), bold=True)
            write(painter, str(count), line, face, colours.text, centred=True)
