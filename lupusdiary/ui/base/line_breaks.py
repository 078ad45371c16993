"""Where a text goes on in the next line, and where it must not."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

# A line may end here, and nothing is seen of it.
_BREAK = "\u200b"
# Before a bracket, and behind a stroke or a middle dot: “UPCR(요단백/크레아티닌비)” has no space.
_PLACES = re.compile(r"(?<=[^\s(])(?=\()|(?<=\w[/·])(?=[^\W\d])")

_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
# Blanks inside a date (2026. 11. 22., 22 Nov 2026), before a unit, and before a dot that parts two things.
_INSIDE = re.compile(
    r"(?<=\d\.) (?=\d{1,2}\.)"
    rf"|(?<=\d) (?=(?:{_MONTHS})\b)|(?<=(?:{_MONTHS})) (?=\d{{4}}\b)"
    r"|(?<=\S) (?=· )"
    r"|(?<=\d) (?=(?:mg|g|mcg|µg|mL|IU|kg|mmHg|°C|min)\b)"
)

# Nothing is seen of it, and no line ends at it.
GLUE = "\u2060"


def unbroken(text: str) -> str:
    """A text in which no line ends inside a date, between a number and its unit or inside CAR-T, and none
    begins with the dot that parts two things."""
    return _INSIDE.sub("\u00a0", text).replace("CAR-T", f"CAR-{GLUE}T")


def folded(text: str, room: float, width: Callable[[str], float]) -> str:
    """The words on as many lines of `room` as they need, by the `width` of each; none is cut, however wide
    it is."""
    lines: list[str] = []
    for word in text.split():
        if lines and width(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "\n".join(lines)


def breakable(text: str) -> str:
    """The text with places at which a word that is wider than its line may go on in the next one."""
    return _PLACES.sub(_BREAK, text)


def breaks(text: str, room: int, metrics: QFontMetrics) -> tuple[str, Qt.TextFlag]:
    """The text as it is drawn on lines of `room` pixels, and how it breaks: between words, else between the
    parts of a word, and anywhere only where a part is wider than a line."""
    for shown in (text, breakable(text)):
        parts = re.split(f"[ {_BREAK}]", shown)
        if all(metrics.horizontalAdvance(part) <= room for part in parts):
            return shown, Qt.TextFlag.TextWordWrap
    return text, Qt.TextFlag.TextWrapAnywhere


def wrapped(text: str, room: QRect, metrics: QFontMetrics) -> tuple[str, Qt.TextFlag]:
    """As `breaks`, in the lines that `room` has. What goes beyond the lines ends in an ellipsis; no line is
    cut through."""
    lines = QRect(0, 0, room.width(), room.height())
    # Whole in any lines rather than neat and cut.
    for shown, way in (breaks(text, room.width(), metrics), (text, Qt.TextFlag.TextWrapAnywhere)):
        if metrics.boundingRect(lines, int(way), shown).height() <= lines.height():
            return shown, way
    shown, way = breaks(text, room.width(), metrics)
    while len(shown) > 1 and metrics.boundingRect(lines, int(way), shown).height() > lines.height():
        shown = shown.rstrip("…")[:-1].rstrip(f" {_BREAK}") + "…"
    return shown, way
