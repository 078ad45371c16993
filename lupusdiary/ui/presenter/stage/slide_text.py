"""Text on a slide: how large it may be, how high it is, and where it stands. Lengths are in units of a slide
that is 1080 high."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from lupusdiary.ui.base.line_breaks import GLUE, folded
from lupusdiary.ui.base.style_sheet import FAMILY

HEIGHT = 1080.0
# Nothing on a slide is smaller on the display than this.
LEAST_POINTS = 28.0
LARGEST = 84.0
_SIZES = (LARGEST, 78.0, 72.0, 66.0, 62.0, 58.0, 54.0, 50.0)
_STEP = 8.0
_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_INSIDE = re.compile(r"(?<=[가-힣])(?=[가-힣])|(?<=\w-)(?=\w)")


def whole_words(text: str) -> str:
    """Lines end between words, not inside them: neither in Korean nor behind the stroke of CAR-T."""
    return _INSIDE.sub(GLUE, text)


def least_size(height: int, dpi: float) -> float:
    """28 pt in whole units of the slide, on a display of `height` pixels at `dpi`."""
    return float(ceil(LEAST_POINTS / 72 * dpi * HEIGHT / max(1, height)))


@dataclass(frozen=True, slots=True)
class Display:
    """The display on which the slides are shown: it decides how the text breaks, on a preview as well."""

    width: int
    height: int
    dpi: float

    @property
    def least(self) -> float:
        """The least size of text, in units of the slide."""
        return least_size(self.height, self.dpi)

    @property
    def breadth(self) -> float:
        """The width of a slide in its units."""
        return HEIGHT * self.width / max(1, self.height)


def font(size: float, *, bold: bool = False) -> QFont:
    """The face of a slide, `size` units high."""
    made = QFont(FAMILY)
    made.setPixelSize(round(size))
    made.setBold(bold)
    return made


def height_of(text: str, face: QFont, width: float) -> float:
    """How high a text is when it is broken at `width`."""
    return QFontMetricsF(face).boundingRect(QRectF(0, 0, width, 1e6), _FLAGS, whole_words(text)).height()


def width_of(text: str, face: QFont) -> float:
    """How wide a text is in one line."""
    return QFontMetricsF(face).horizontalAdvance(text)


def words_fit(text: str, face: QFont, width: float) -> bool:
    """Whether no word of a text is wider than its line."""
    return all(width_of(word, face) <= width for word in text.split())


def even_width(text: str, face: QFont, width: float) -> float:
    """The least width at which a text needs no more lines than at `width`: no word is left alone on the
    last one."""
    high, least, most = height_of(text, face, width), width / 2, width
    while most - least > _STEP:
        middle = (least + most) / 2
        least, most = (least, middle) if height_of(text, face, middle) <= high else (middle, most)
    return most


def evenly(text: str, face: QFont, width: float) -> str:
    """The text on lines of about one length, as few as `width` asks for."""
    return folded(text, even_width(text, face, width), lambda words: width_of(words, face))


def write(
    painter: QPainter, text: str, box: QRectF, face: QFont, colour: str, *, centred: bool = False
) -> None:
    """Writes a text into a box, from its top."""
    painter.setFont(face)
    painter.setPen(QColor(colour))
    flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)
    flags |= int(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)
    painter.drawText(box, flags, whole_words(text))


def sizes(least: float) -> list[float]:
    """The sizes that may be tried, from large to the least that is allowed."""
    return [size for size in _SIZES if size > least] + [least]


def fitting_size(
    lines: Sequence[str], width: float, height: float, least: float, gap: float, largest: float = LARGEST
) -> float | None:
    """The largest size at which the lines, one below the other, stand in the room; None: they do not."""
    for size in (each for each in sizes(least) if each <= max(largest, least)):
        face = font(size)
        used = sum(height_of(line, face, width) for line in lines) + gap * (len(lines) - 1)
        if used <= height and all(words_fit(line, face, width) for line in lines):
            return size
    return None
