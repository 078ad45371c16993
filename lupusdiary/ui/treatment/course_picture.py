"""The course of one medicine as steps: done solid, today a line, planned and heard dashed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lupusdiary.language import Translator
from lupusdiary.queries.medicine_course import NOW, PLANNED, CourseBlock
from lupusdiary.ui.base.palette import LIGHT, Colours
from lupusdiary.ui.widgets.labels import plain_tip

# A stretch without an end is drawn as long as this many days.
_OPEN_DAYS = 42
_LEAST, _TALL = 0.12, 62.0


class CoursePicture(QWidget):
    """Blocks as wide as their days (none below an eighth) and as high as their dose."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("course")
        self._blocks: tuple[CourseBlock, ...] = ()
        self._dates: tuple[str, ...] = ()
        self._today = date.min
        self._colours: Colours = LIGHT
        self._scale = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_course(
        self, blocks: Sequence[CourseBlock], today: date, tr: Translator, colours: Colours, scale: float
    ) -> None:
        """Shows the blocks with their days in words."""
        self._blocks, self._today = tuple(blocks), today
        self._colours, self._scale = colours, scale
        self._dates = tuple(
            tr.span(each.start, each.end)
            if each.end is not None
            else tr.text("since {day}", day=tr.date(each.start, "short"))
            if each.state != PLANNED
            else tr.text("from {day}", day=tr.date(each.start, "short"))
            for each in self._blocks
        )
        said = "; ".join(
            f"{days}: {self._words(each, tr)}" for each, days in zip(blocks, self._dates, strict=True)
        )
        self._labels = tuple(self._words(each, tr) for each in self._blocks)
        self.setAccessibleName(said)
        self.setToolTip(plain_tip(said))
        self.setVisible(bool(self._blocks))
        self.updateGeometry()
        self.update()

    _labels: tuple[str, ...] = ()

    def _words(self, block: CourseBlock, tr: Translator) -> str:
        if block.state == PLANNED:
            return tr.text("{dose} (plan)", dose=block.words)
        if block.state == NOW:
            passed = (self._today - block.start).days + 1
            return tr.text("{dose}, today is day {number}", dose=block.words, number=passed)
        return block.words

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(300, round(_TALL + 2.6 * line))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())

    def _widths(self) -> list[float]:
        days = [
            ((each.end - each.start).days + 1) if each.end is not None else _OPEN_DAYS
            for each in self._blocks
        ]
        # The days of one dose may be years: the root keeps the short ones to be seen.
        roots = [max(1, number) ** 0.5 for number in days]
        shares = [max(_LEAST, root / sum(roots)) for root in roots]
        return [share / sum(shares) * (self.width() - 4) for share in shares]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().height()
        floor = self.height() - 1.35 * line
        heights = [each.height or 0 for each in self._blocks]
        highest = max(heights, default=0) or 1
        left = 2.0
        for block, width, days, label, height in zip(
            self._blocks, self._widths(), self._dates, self._labels, heights, strict=True
        ):
            tall = 14 + (_TALL - 14) * height / highest
            box = QRectF(left, floor - tall, width - 3, tall)
            self._paint_block(painter, block, box)
            self._write(
                painter, label, QRectF(left + 2, floor - tall - 1.15 * line, width - 4, line), strong=True
            )
            self._write(painter, days, QRectF(left + 2, floor + 3, width - 4, line), strong=False)
            left += width
        painter.setPen(QPen(QColor(self._colours.control_border), 1))
        painter.drawLine(2, round(floor), self.width() - 2, round(floor))
        painter.end()

    def _paint_block(self, painter: QPainter, block: CourseBlock, box: QRectF) -> None:
        colours = self._colours
        fill, edge = QColor(colours.accent_soft), QColor(colours.accent)
        if block.state != PLANNED:
            painter.fillRect(self._done(block, box), fill)
        if block.state in {PLANNED, NOW}:
            painter.setPen(QPen(edge, 1.4, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
        if block.state == NOW:
            at = self._done(block, box).right()
            painter.setPen(QPen(QColor(colours.text), 2))
            painter.drawLine(round(at), round(box.top() - 4), round(at), round(box.bottom()))

    def _done(self, block: CourseBlock, box: QRectF) -> QRectF:
        """The part of a block up to today."""
        if block.state != NOW:
            return box
        end = block.end or max(self._today, block.start) + timedelta(days=_OPEN_DAYS // 2)
        days = (end - block.start).days + 1
        passed = (self._today - block.start).days + 1
        return QRectF(box.left(), box.top(), box.width() * min(1.0, passed / days), box.height())

    def _write(self, painter: QPainter, text: str, box: QRectF, *, strong: bool) -> None:
        font = self.font()
        font.setBold(strong)
        painter.setFont(font)
        painter.setPen(QColor(self._colours.text if strong else self._colours.muted))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
