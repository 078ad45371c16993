"""The timeline of a demonstration diary on the projector: live, with the keys and the wheel of the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lupusdiary.charts.nearest import Reading
from lupusdiary.charts.presets import PRESETS
from lupusdiary.diary import Diary
from lupusdiary.diary.series import codes_with_records, whole_period
from lupusdiary.education.fixed_words import PEOPLE_DIFFER
from lupusdiary.language import Refusal
from lupusdiary.ui.background import Background
from lupusdiary.ui.chart_drawing import import_drawing
from lupusdiary.ui.chart_hands import Chart
from lupusdiary.ui.scrolled import scrolled
from lupusdiary.ui.surroundings import Surroundings
from lupusdiary.ui.timeline_ranges import range_period

_ZOOMS = {
    Qt.Key.Key_Plus: "zoom_in",
    Qt.Key.Key_Equal: "zoom_in",
    Qt.Key.Key_Minus: "zoom_out",
    Qt.Key.Key_Underscore: "zoom_out",
}

# More panels than these would have no room at 28 pt.
_MOST = 4
_TURNS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class StageTimeline(QWidget):
    """A heading that says whose life it is, the chart, and what is under the pointer."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.setObjectName("backdrop")
        self._surroundings = surroundings
        self._diary: Diary | None = None
        self._codes: tuple[str, ...] = ()
        self._range = "all"
        self._background = Background(self)
        self.heading = _label("section", "stage_heading")
        self.readout = _label("muted", "stage_readout")
        self.caution = _label("note", "stage_caution")
        self.chart = Chart(surroundings)
        # The stage has the keys: a clicker must go on from here too.
        self.chart.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.chart.wheel_zooms = False
        self.chart.pointed.connect(self._show_reading)
        self.chart.moved.connect(lambda _: self._show_reading(None))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chart, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 16, 28, 12)
        layout.setSpacing(6)
        layout.addWidget(self.heading)
        self._scroll = scrolled(body)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.readout)
        layout.addWidget(self.caution)
        surroundings.language.changed.connect(self.refresh)
        surroundings.looks.changed.connect(self.refresh)

    def show_diary(self, diary: Diary, series: Sequence[str], range: str) -> None:
        """Shows series (codes, or the name of a preset alone) of a demonstration diary."""
        self._diary, self._range = diary, range
        named = PRESETS.get(series[0]) if len(series) == 1 else None
        recorded = set(codes_with_records(diary))
        wanted = named or tuple(code for code in series if code in recorded) or PRESETS["kidney"]
        self._codes = tuple(code for code in wanted if code in recorded)[:_MOST] or PRESETS["joints"]
        self.refresh()

    def close_diary(self) -> None:
        """Lets go of the diary."""
        self._diary = None

    def refresh(self) -> None:
        """Draws again in the language and colours of the moment."""
        if self._diary is None:
            return
        tr = self._surroundings.tr
        whole = self._diary.timeline(self._codes, whole_period(self._diary, self._diary.today()), tr)
        period = range_period(self._diary, self._range, whole.period)
        self.heading.setText(tr.text("From a demonstration diary: a fictional person"))
        self.caution.setText(tr.text(PEOPLE_DIFFER))
        self.caution.setVisible(self._diary.demonstration == "nephritis")
        if not self.chart.ready and not self._background.busy:
            self._background.run(import_drawing, self._ready, self._not_ready)
        self.chart.show_timeline(whole, period)
        self._show_reading(None)

    def hold(self, event: QKeyEvent) -> bool:
        """Plus and minus zoom, and up and down scroll where there is more; whether the key did something."""
        motion = _ZOOMS.get(Qt.Key(event.key()))
        if motion is not None:
            getattr(self.chart, motion)()
            return True
        bar = self._scroll.verticalScrollBar()
        turn = _TURNS.get(Qt.Key(event.key()), 0)
        before = bar.value()
        bar.setValue(before + turn * bar.pageStep() // 2)
        return bar.value() != before

    def _show_reading(self, reading: Reading | None) -> None:
        period = self.chart.shown.period
        words = self._surroundings.tr.span(period.start, period.end)
        self.readout.setText(words if reading is None else reading.title)

    def _ready(self, _: object) -> None:
        self.chart.ready = True
        self.chart.redraw()

    def _not_ready(self, refusal: Refusal) -> None:
        self.readout.setText(self._surroundings.tr.refusal(refusal))


def _label(role: str, name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
