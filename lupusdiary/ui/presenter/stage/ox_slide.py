"""A question for O and X on a slide, the hands that were counted, and what is right once it is revealed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lupusdiary.education.sessions.ox_question import OxQuestion
from lupusdiary.ui.base.palette import Colours
from lupusdiary.ui.presenter.stage.slide_text import even_width, font, height_of, sizes, words_fit, write

_GAP = 24.0
_INDENT = 40.0
# The width of both signs beside an explanation, and the height that they and the hands need.
_SIGNS = 520.0
_LEAST_SIGNS = 330.0


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
    """Paints the question above the two signs; revealed, what is right stands beside them."""
    placed = _placed(room, question, revealed, least)
    y = room.y()
    for text, bold in placed.said:
        face = font(placed.size, bold=bold)
        indent = 0 if bold else _INDENT
        high = height_of(text, face, room.width() - indent)
        if indent:
            painter.fillRect(QRectF(room.x(), y - 8, 12, high + 16), QColor(colours.accent))
        write(
            painter,
            text,
            QRectF(room.x() + indent, y, even_width(text, face, room.width() - indent), high + 20),
            face,
            colours.text,
        )
        y += high + _GAP
    lower = QRectF(room.x(), room.bottom() - placed.below, room.width(), placed.below)
    if not revealed:
        _signs(painter, lower, question, revealed, hands, colours, least)
        return
    _signs(
        painter,
        QRectF(lower.x(), lower.y(), _SIGNS - 40, lower.height()),
        question,
        revealed,
        hands,
        colours,
        least,
    )
    top, left = lower.y(), lower.x() + _SIGNS
    for text, bold in placed.told:
        face = font(placed.size, bold=bold)
        high = height_of(text, face, lower.width() - _SIGNS)
        wide = even_width(text, face, lower.width() - _SIGNS)
        write(painter, text, QRectF(left, top, wide, high + 20), face, colours.text)
        top += high + _GAP


@dataclass(frozen=True, slots=True)
class _Placed:
    """What stands above and beside the signs, each text with whether it is bold, and how high the lower part
    is."""

    said: tuple[tuple[str, bool], ...]
    told: tuple[tuple[str, bool], ...]
    size: float
    below: float


def _placed(room: QRectF, question: OxQuestion, revealed: bool, least: float) -> _Placed:
    """The largest size at which everything has room; on a very small display the claim alone stays above the
    explanation."""
    asked = (question.question, True)
    claim = (f"“{question.claim}”", False) if question.claim else None
    told: tuple[tuple[str, bool], ...] = ()
    if revealed:
        correction = ((question.correction, True),) if question.correction else ()
        told = (*correction, (question.explanation, False))
    beside = room.width() - _SIGNS
    whole = (asked, claim) if claim else (asked,)
    shorter: tuple[tuple[tuple[str, bool], ...], ...] = ((claim or asked,), ()) if revealed else ()
    for said in (whole, *shorter):
        for size in sizes(least):
            above = _height(said, size, room.width() - _INDENT)
            below = max(_height(told, size, beside), _LEAST_SIGNS)
            wide = all(words_fit(text, font(size, bold=bold), beside) for text, bold in told)
            if wide and above + 2 * _GAP + below <= room.height():
                rest = room.height() - above - 2 * _GAP
                return _Placed(said, told, size, rest if told else min(rest, _signs_high(room)))
    return _Placed(whole, told, least, _LEAST_SIGNS)


def _signs_high(room: QRectF) -> float:
    return max(_LEAST_SIGNS, room.height() * 0.46)


def _height(texts: tuple[tuple[str, bool], ...], size: float, width: float) -> float:
    high = sum(height_of(text, font(size, bold=bold), width) for text, bold in texts)
    return high + _GAP * max(0, len(texts) - 1)


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
        # Nobody should raise a hand because others did.
        if revealed and (hands.for_o or hands.for_x):
            line = QRectF(centre_x - 150, centre.y() + radius + 30, 300, 140)
            face = font(max(least, 64.0), bold=True)
            write(painter, str(count), line, face, colours.text, centred=True)
