"""What shades and marks of the calendar mean, or, in an empty month, what belongs there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
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
from lupusdiary.ui.widgets.labels import plain_label, plain_tip

_DASHED = -1
# What is said more briefly, one after the other, until a line holds it.
_SHORT_FLARE, _RAMP, _SHORT_NONE, _BRIEFEST = 1, 2, 3, 3
_APART = 16
_TENS = ("0", "1–2", "3–4", "5–6", "7–8", "9–10")


class _Sample(QWidget):
    """Small tiles of one shade or of several side by side; a dashed one for what was not recorded."""

    def __init__(self, context: UiContext, *steps: int) -> None:
        super().__init__()
        self._context = context
        self._steps = steps
        side = round(20 * (0.5 + 0.5 * context.theme.scale))
        self.setFixedSize(side * len(steps), side)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = self._context.theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self.height()
        for at, step in enumerate(self._steps):
            box = QRectF(at * side, 0, side, side).adjusted(1, 1, -1, -1)
            pen = QPen(QColor(c.control_border if step == _DASHED else c.accent), 1.2)
            if step == _DASHED:
                pen.setDashPattern([3, 3])
                painter.setBrush(Qt.BrushStyle.NoBrush)
            else:
                painter.setBrush(QColor(c.shades[step]))
            painter.setPen(pen)
            painter.drawRoundedRect(box, 5, 5)
        painter.end()


class CalendarLegend(QWidget):
    """One line of samples with words: where it has no room, fewer words say the same."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._symptom: Symptom | None = None
        self._is_empty = self._year = False
        self._empty = plain_label("muted", "calendar_empty")
        self._row = QWidget()
        self._samples = FlowLayout(spacing=_APART)
        self._row.setLayout(self._samples)
        self._brevity = 0
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
        self._fit()

    def _fit(self) -> None:
        """Says it with as many words as one line has room for."""
        # A sample that is shown lets the page lay itself out, which comes back here.
        if self._is_fitting:
            return
        self._is_fitting = True
        for brevity in range(_BRIEFEST + 1):
            self._brevity = brevity
            self._fill(brevity)
            if self._needed() <= self.width():
                break
        self._is_fitting = False

    _is_fitting = False

    def _needed(self) -> int:
        """How wide all samples are in one line, in pixels."""
        wide = [self._samples.itemAt(at).sizeHint().width() for at in range(self._samples.count())]  # type: ignore[union-attr]
        return sum(wide) + _APART * (len(wide) - 1) + 4

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wider = event.size().width() > event.oldSize().width()
        if (wider and self._brevity) or (self._brevity < _BRIEFEST and self._needed() > self.width()):
            self._fit()

    def _fill(self, brevity: int) -> None:
        tr = self._context.tr
        clear(self._samples)
        # In high contrast the number alone says how much: samples of one colour would say nothing.
        plain = len(set(self._context.theme.colours.shades)) == 1
        for shades, words in _steps(self._symptom, tr, brevity):
            if plain and _DASHED not in shades:
                continue
            self._add(lambda shades=shades: _Sample(self._context, *shades), words)  # type: ignore[misc]
        kinds = {kind: kind_words(kind, tr) for kind in (VISIT, LAB, MEDICINE, EVENT)}
        if self._year:
            self._add(lambda: QLabel("■"), tr.listing(list(kinds.values())))
        else:
            for kind, words in kinds.items():
                self._add(lambda kind=kind: self._drawing(MARKS[kind]), words)  # type: ignore[misc]
            self._add(lambda: self._drawing("pencil"), tr.text("Note"))
        whole = tr.text("Flare, as you or your doctor call it")
        self._add(self._flare, whole if brevity < _SHORT_FLARE else tr.text("Flare"), whole)

    def restyle(self) -> None:
        """Draws the samples in the colours and size of the moment."""
        self.retranslate()

    def _add(self, make: Callable[[], QWidget], words: str, more: str = "") -> None:
        pair = QWidget()
        line = QHBoxLayout(pair)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        said = QLabel(words)
        said.setProperty("role", "hint")
        pair.setToolTip(plain_tip(more))
        said.setAccessibleDescription(more)
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


def _steps(symptom: Symptom | None, tr: Translator, brevity: int) -> list[tuple[tuple[int, ...], str]]:
    """The shades of an item with their words; last what was not recorded."""
    words = tr.text("not recorded (never 0)") if brevity < _SHORT_NONE else tr.text("not recorded")
    none = ((_DASHED,), words)
    if symptom is None:
        return [none]
    kind = symptom.scale.type
    if kind == NRS and brevity >= _RAMP:
        return [((0,), "0"), ((1, 2, 3, 4, 5), "1–10"), none]
    if kind == NRS:
        return [*(((step,), words) for step, words in enumerate(_TENS)), none]
    if kind == SEVERITY:
        return [
            *(((step,), words) for step, words in zip((0, 2, 4, 5), symptom.scale.steps(tr), strict=True)),
            none,
        ]
    if kind == YES_NO:
        return [((0,), tr.text("no")), ((4,), tr.text("yes")), none]
    return [((0,), "0"), ((5,), tr.text("much")), none] if symptom.is_scored else [none]
