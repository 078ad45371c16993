"""What shades and marks of the calendar mean, or, in an empty month, what belongs there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lupusdiary.domain.scale import NRS, SEVERITY, YES_NO
from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.language import Translator
from lupusdiary.queries.calendar_days import EVENT, LAB, MEDICINE, VISIT
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.icons import pixmap
from lupusdiary.ui.calendar.mark_words import MARKS, kind_words
from lupusdiary.ui.widgets.day_marks import FlareSample
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label

_DASHED = -1
_TENS = ("0", "1–2", "3–4", "5–6", "7–8", "9–10")


class _Sample(QWidget):
    """A small tile of one shade; a dashed one for what was not recorded."""

    def __init__(self, context: UiContext, step: int) -> None:
        super().__init__()
        self._context = context
        self._step = step
        side = round(20 * (0.5 + 0.5 * context.theme.scale))
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = self._context.theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        pen = QPen(QColor(c.control_border if self._step == _DASHED else c.accent), 1.2)
        if self._step == _DASHED:
            pen.setDashPattern([3, 3])
        else:
            painter.setBrush(QColor(c.shades[self._step]))
        painter.setPen(pen)
        painter.drawRoundedRect(box, 5, 5)
        painter.end()


class CalendarLegend(QWidget):
    """One line of samples with words."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._symptom: Symptom | None = None
        self._is_empty = self._year = False
        self._empty = plain_label("muted", "calendar_empty")
        self._row = QWidget()
        self._samples = FlowLayout(spacing=16)
        self._row.setLayout(self._samples)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 2, 0)
        column.setSpacing(4)
        column.addWidget(self._empty)
        column.addWidget(self._row)

    def show_item(self, symptom: Symptom | None, *, empty: bool, year: bool) -> None:
        """Names the shades of an item; says what belongs here while nothing is shown."""
        changed = (symptom, empty, year) != (self._symptom, self._is_empty, self._year)
        self._symptom, self._is_empty, self._year = symptom, empty, year
        self._empty.setVisible(empty)
        if changed:
            self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self._empty.setText(
            tr.text("Nothing is recorded in this month. Choose a day that has come to fill it in.")
        )
        clear(self._samples)
        # In high contrast the number alone says how much: samples of one colour would say nothing.
        plain = len(set(self._context.theme.colours.shades)) == 1
        for step, words in _steps(self._symptom, tr):
            if plain and step != _DASHED:
                continue
            self._add(lambda step=step: _Sample(self._context, step), words)  # type: ignore[misc]
        kinds = {kind: kind_words(kind, tr) for kind in (VISIT, LAB, MEDICINE, EVENT)}
        if self._year:
            self._add(lambda: QLabel("■"), tr.listing(list(kinds.values())))
        else:
            for kind, words in kinds.items():
                self._add(lambda kind=kind: self._drawing(MARKS[kind]), words)  # type: ignore[misc]
            self._add(lambda: self._drawing("pencil"), tr.text("note"))
        self._add(self._flare, tr.text("Flare, as you or your doctor call it"))

    def restyle(self) -> None:
        """Draws the samples in the colours and size of the moment."""
        self.retranslate()

    def _add(self, make: Callable[[], QWidget], words: str) -> None:
        pair = QWidget()
        line = QHBoxLayout(pair)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        said = QLabel(words)
        said.setProperty("role", "hint")
        line.addWidget(make(), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(said)
        self._samples.addWidget(pair)
        pair.show()

    def _drawing(self, name: str) -> QLabel:
        theme, label = self._context.theme, QLabel()
        label.setPixmap(pixmap(name, theme.colours.text, round(15 * (0.4 + 0.6 * theme.scale))))
        return label

    def _flare(self) -> FlareSample:
        sample = FlareSample(self._context)
        sample.restyle()
        return sample


def _steps(symptom: Symptom | None, tr: Translator) -> list[tuple[int, str]]:
    """The shades of an item with their words; last what was not recorded."""
    none = (_DASHED, tr.text("not recorded (never 0)"))
    if symptom is None:
        return [none]
    kind = symptom.scale.type
    if kind == NRS:
        return [*enumerate(_TENS), none]
    if kind == SEVERITY:
        return [*zip((0, 2, 4, 5), symptom.scale.steps(tr), strict=True), none]
    if kind == YES_NO:
        return [(0, tr.text("no")), (4, tr.text("yes")), none]
    return [(0, "0"), (5, tr.text("much")), none] if symptom.is_scored else [none]
