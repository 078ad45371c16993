"""Paints one screen of a session into any rectangle: the same drawing on the projector and as a preview."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from lupusdiary.education.content.library import Library
from lupusdiary.education.sessions.frames import Frame
from lupusdiary.language import Translator
from lupusdiary.ui.articles.figure import figure_colours
from lupusdiary.ui.base.palette import Colours
from lupusdiary.ui.presenter.stage.ox_slide import NO_HANDS, Hands, paint_ox
from lupusdiary.ui.presenter.stage.slide_figure import SlideFigure, slide_figure
from lupusdiary.ui.presenter.stage.slide_marks import paint_progress, paint_warning_box
from lupusdiary.ui.presenter.stage.slide_photo import SlidePhotos
from lupusdiary.ui.presenter.stage.slide_text import (
    HEIGHT,
    LARGEST,
    Display,
    even_width,
    fitting_size,
    font,
    height_of,
    width_of,
    write,
)

_SIDE = 90.0
_TOP = 64.0
_GAP = 26.0
_BAND = 22.0
_CAVEAT = 52.0
_BESIDE_PHOTO = 62.0
# Signs of danger are read from the back row, whatever else is on the screen.
_SIGNS = 66.0
_FEW_WORDS = ("title", "aim", "section", "action")
# After these stands what to do.
_REMEMBERED = 3
# A drawing has the whole screen: it begins higher and leaves less at its sides.
_FIGURE_SIDE = 16.0
_FIGURE_TOP = 26.0


@dataclass(frozen=True, slots=True)
class Shown:
    """What a screen shows besides its frame."""

    number: int = 1
    total: int = 1
    revealed: bool = False
    hands: Hands = NO_HANDS


class SlidePainter:
    """Paints frames for one display in the colours and language of the moment; `state` stands on each."""

    def __init__(
        self, display: Display, library: Library, tr: Translator, colours: Colours, state: str = ""
    ) -> None:
        self.display = display
        self._library = library
        self._tr = tr
        self._colours = colours
        self._state = state
        self._figures: dict[str, SlideFigure | None] = {}
        self._photos = SlidePhotos()

    def fits(self, frame: Frame) -> bool:
        """Whether the lines of a frame have room at 28 pt; several signs of danger in larger letters."""
        size = self._size(frame, self._text_box(frame))
        if frame.kind == "warning" and len(frame.lines) > 1:
            return size is not None and size >= _SIGNS
        return size is not None

    def paint(self, painter: QPainter, target: QRectF, frame: Frame, shown: Shown) -> None:
        """Paints into `target`, which has the shape of the display."""
        c = self._colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(target)
        painter.fillRect(target, QColor(c.surface))
        painter.translate(target.topLeft())
        painter.scale(target.height() / HEIGHT, target.height() / HEIGHT)
        self._foot(painter, frame, shown)
        self._heading(painter, frame)
        if frame.question is not None:
            paint_ox(
                painter, self._room(frame), frame.question, shown.revealed, shown.hands, c, self.display.least
            )
        else:
            self._body(painter, frame)
        painter.restore()

    def _heading(self, painter: QPainter, frame: Frame) -> None:
        face, text = self._heading_font(frame), self._heading_text(frame)
        if not text:
            return
        top, width = self._top(frame), self.display.breadth - 2 * _SIDE
        painter.fillRect(QRectF(0, top, 22, self._heading_height(frame)), QColor(self._colours.accent))
        write(
            painter,
            text,
            QRectF(_SIDE, top, even_width(text, face, width), 400),
            face,
            self._colours.text,
        )

    def _top(self, frame: Frame) -> float:
        """Few words stand in the upper middle of the screen, where all rows see them."""
        if frame.kind == "figure":
            return _FIGURE_TOP
        if frame.kind not in _FEW_WORDS or frame.photo:
            return _TOP
        spare = self._room(frame).height() - self._words_height(frame)
        return _TOP + max(0.0, spare) * 0.36

    def _heading_text(self, frame: Frame) -> str:
        if frame.kind == "figure":
            return frame.heading if self._captioned(frame) else ""
        return frame.heading

    def _captioned(self, frame: Frame) -> bool:
        """Whether a drawing's own words stay large enough with its caption above it; else the caption is
        said."""
        drawn = self._figure(frame)
        if drawn is None:
            return True
        below, alone = (drawn.words_in(self._figure_room(frame, text)) for text in (frame.heading, ""))
        return below >= min(self.display.least, alone)

    def _heading_font(self, frame: Frame) -> QFont:
        if frame.photo:
            return font(max(_BESIDE_PHOTO, self.display.least), bold=True)
        size = {"title": 112.0, "aim": 92.0, "section": 92.0, "figure": 56.0}.get(frame.kind, 78.0)
        return font(max(size, self.display.least), bold=True)

    def _heading_height(self, frame: Frame, text: str | None = None) -> float:
        width = self.display.breadth - 2 * _SIDE
        said = self._heading_text(frame) if text is None else text
        return height_of(said, self._heading_font(frame), width) if said else 0.0

    def _foot_height(self, frame: Frame) -> float:
        least = self.display.least
        below = 16 if frame.kind == "figure" else 34
        beside = height_of(frame.caution, font(least), self._caution_width()) if frame.caution else 0.0
        own = least * (2.5 if frame.caution and self._state else 1.25)
        return max(beside, own) + below + self._band_height(frame)

    def _band_font(self) -> QFont:
        return font(max(_CAVEAT, self.display.least), bold=True)

    def _band_height(self, frame: Frame) -> float:
        """How high the band is that keeps a caveat beside its number."""
        caveat = self._caveat(frame)
        if not caveat:
            return 0.0
        words = height_of(caveat, self._band_font(), self.display.breadth - 2 * _SIDE - 2 * _BAND)
        return words + 2 * _BAND + 16

    def _caveat(self, frame: Frame) -> str:
        """What stands in the band. It stays with a drawing whose words remain large enough above it; the
        screen before has said it."""
        if frame.kind != "figure" or not frame.caveat:
            return frame.caveat
        bare = replace(frame, caveat="")
        drawn, room = self._figure(bare), self._figure_room(bare, "")
        words = height_of(frame.caveat, self._band_font(), self.display.breadth - 2 * _SIDE - 2 * _BAND)
        room.adjust(0, 0, 0, -(words + 2 * _BAND + 16))
        return frame.caveat if drawn is None or drawn.words_in(room) >= self.display.least else ""

    def _band(self, painter: QPainter, frame: Frame) -> None:
        caveat = self._caveat(frame)
        if not caveat:
            return
        c, high = self._colours, self._band_height(frame)
        top = HEIGHT - self._foot_height(frame)
        box = QRectF(_SIDE, top, self.display.breadth - 2 * _SIDE, high - 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.accent_soft))
        painter.drawRoundedRect(box, 18, 18)
        write(
            painter,
            caveat,
            box.adjusted(_BAND, _BAND, -_BAND, 200),
            self._band_font(),
            c.on_accent_soft,
        )

    def _caution_width(self) -> float:
        return self.display.breadth - 2 * _SIDE - max(260.0, width_of(self._state, self._small()) + 60)

    def _small(self) -> QFont:
        return font(self.display.least)

    def _foot(self, painter: QPainter, frame: Frame, shown: Shown) -> None:
        """The number of the screen; beside it the state of the laptop, or below it where people differ."""
        c, face, right = self._colours, self._small(), self.display.breadth - _SIDE
        self._band(painter, frame)
        paint_progress(painter, self.display.breadth, shown.number, shown.total, c)
        top = HEIGHT - self._foot_height(frame) + self._band_height(frame)
        number = f"{shown.number} / {shown.total}"
        at = right - width_of(number, face)
        write(painter, number, QRectF(at, top, 400, 200), face, c.muted)
        if not frame.caution:
            write(painter, self._state, QRectF(_SIDE, top, at - _SIDE, 200), face, c.muted)
            return
        even = even_width(frame.caution, face, self._caution_width())
        write(painter, frame.caution, QRectF(_SIDE, top, even + 2, 400), face, c.on_note)
        at = right - width_of(self._state, face)
        below = top + self.display.least * 1.2
        write(painter, self._state, QRectF(at, below, right - at + 20, 200), face, c.muted)

    def _room(self, frame: Frame) -> QRectF:
        top = _TOP + self._heading_height(frame) + 40
        return QRectF(
            _SIDE, top, self.display.breadth - 2 * _SIDE, HEIGHT - top - self._foot_height(frame) - 20
        )

    def _figure_room(self, frame: Frame, caption: str) -> QRectF:
        high = self._heading_height(frame, caption)
        top = _FIGURE_TOP + (high + 18 if high else 0.0)
        width = self.display.breadth - 2 * _FIGURE_SIDE
        return QRectF(_FIGURE_SIDE, top, width, HEIGHT - top - self._foot_height(frame) - 8)

    def _text_box(self, frame: Frame) -> QRectF:
        room = self._room(frame)
        if frame.kind == "warning":
            return room.adjusted(130, 34, -44, -34)
        return room.adjusted(self._indent(frame), 0, 0, 0)

    def _indent(self, frame: Frame) -> float:
        return {"teach_back": 108.0, "take_home": 108.0}.get(frame.kind, 0.0)

    def _size(self, frame: Frame, box: QRectF) -> float | None:
        if not frame.lines:
            return self.display.least
        largest = 66.0 if frame.kind in ("take_home", "section") else LARGEST
        return fitting_size(frame.lines, box.width(), box.height(), self.display.least, _GAP, largest)

    def _words_height(self, frame: Frame) -> float:
        """How high the lines below the heading are."""
        box = self._text_box(frame)
        size = self._size(frame, box) or self.display.least
        used = sum(height_of(line, font(size), box.width()) for line in frame.lines)
        return used + _GAP * max(0, len(frame.lines) - 1)

    def _body(self, painter: QPainter, frame: Frame) -> None:
        c, box = self._colours, self._text_box(frame)
        box.translate(0, self._top(frame) - _TOP)
        if frame.kind == "figure":
            self._draw_figure(painter, frame)
            return
        if frame.photo:
            self._photos.paint(painter, self._room(frame), frame.photo)
            return
        size = self._size(frame, box) or self.display.least
        colour = c.text
        if frame.kind == "warning":
            used = self._words_height(frame)
            around = QRectF(box.x() - 130, box.y() - 34, box.width() + 174, used + 68)
            paint_warning_box(painter, around, c)
            colour = c.on_note
        y, indent = box.y(), self._indent(frame)
        for number, line in enumerate(frame.lines, start=frame.first):
            if indent:
                last = frame.kind == "take_home" and number > _REMEMBERED
                sign = "→" if last else f"{number + frame.item}."
                write(painter, sign, QRectF(box.x() - indent, y, 200, 200), font(size, bold=True), c.accent)
            face = font(size)
            write(painter, line, QRectF(box.x(), y, even_width(line, face, box.width()), 2000), face, colour)
            y += height_of(line, face, box.width()) + _GAP

    def _figure(self, frame: Frame) -> SlideFigure | None:
        figure = frame.slide.figure if frame.slide is not None else None
        if figure is None:
            return None
        if figure.id not in self._figures:
            colours = figure_colours(self._colours)
            self._figures[figure.id] = slide_figure(self._library, figure.id, self._tr.code, colours)
        return self._figures[figure.id]

    def _draw_figure(self, painter: QPainter, frame: Frame) -> None:
        drawn, room = self._figure(frame), self._figure_room(frame, self._heading_text(frame))
        if drawn is not None:
            drawn.paint(painter, room)
        elif frame.slide is not None and frame.slide.figure is not None:
            room.adjust(_SIDE - _FIGURE_SIDE, 0, _FIGURE_SIDE - _SIDE, 0)
            write(painter, frame.slide.figure.alt, room, font(self.display.least), self._colours.text)
