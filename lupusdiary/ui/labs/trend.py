"""The trend of one test: what it looks at, a small chart, and every result as it was printed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.charts.describe import describe
from lupusdiary.charts.nearest import Hit
from lupusdiary.diary import Diary
from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.lab.reference_range import mark
from lupusdiary.domain.lab.wording import as_printed, printed_range
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import LabResult
from lupusdiary.language import Refusal
from lupusdiary.queries.timeline import timeline_of
from lupusdiary.ui.articles.term_label import TermLabel
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.page import SIDE, TOP
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.chart.gestures import Chart
from lupusdiary.ui.chart.rendering import import_drawing
from lupusdiary.ui.labs.chosen_labels import chosen_labels
from lupusdiary.ui.labs.computed import typical_words
from lupusdiary.ui.labs.grid import SIGNS, mark_words
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label, plain_tip
from lupusdiary.ui.widgets.scroll_column import scrolled

_LEAST_HEIGHT = 300
# What stays free below the chart, in pixels.
_BELOW = 18


class LabTrend(QWidget):
    """`closed` leads back to the table, `sheet_requested` to the sheet of a result, `go` to the timeline."""

    closed = Signal()
    sheet_requested = Signal(object, object)
    go = Signal(object)

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self._diary = diary
        self._context = context
        self._background = Background(self)
        self._fit = QTimer(self)
        self._fit.setSingleShot(True)
        self._fit.setInterval(0)
        self._fit.timeout.connect(self._grow)
        self._code: str | None = None
        self._results: list[LabResult] = []
        self.back = QPushButton()
        self.back.setObjectName("back_to_table")
        self.title = plain_label("title")
        self.timeline = QPushButton()
        self.timeline.setObjectName("trend_on_timeline")
        self.explained = TermLabel(context)
        self.explained.setObjectName("explained")
        self.explained.go.connect(self.go)
        self.read = QPushButton()
        self.read.setObjectName("trend_read")
        self.read.clicked.connect(self._read)
        self.typical = plain_label("hint", "typical")
        self.chart = Chart(context)
        self.chart.setObjectName("trend_chart")
        # A page that is not laid out yet leaves it no height, and nothing can be drawn on none.
        self.chart.setMinimumHeight(_LEAST_HEIGHT)
        # The wheel scrolls on to the results below the chart.
        self.chart.wheel_zooms = False
        self.chart.opened.connect(self._open_day)
        self._card = QFrame()
        self._card.setProperty("role", "card")
        self.table = QTableWidget()
        self.table.setObjectName("trend_table")
        self._build()
        self.back.clicked.connect(self.closed)
        self.timeline.clicked.connect(self._go_to_timeline)
        self.table.cellActivated.connect(lambda row, _: self._open_sheet(row))
        self.table.cellDoubleClicked.connect(lambda row, _: self._open_sheet(row))

    def _build(self) -> None:
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        # The last one has what room is left.
        self.table.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = FlowLayout()
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for widget in (self.back, self.title, self.read, self.timeline):
            head.addWidget(widget)
        inner = QVBoxLayout(self._card)
        inner.setContentsMargins(16, 12, 16, 12)
        for widget in (self.explained, self.typical):
            inner.addWidget(widget)
        inner.addWidget(self.chart, 1)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(SIDE, TOP, SIDE, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._card)
        column.addWidget(self.table)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(body))

    @property
    def code(self) -> str | None:
        """The test that is shown."""
        return self._code

    def show_trend(self, code: str) -> None:
        """Shows the trend of a test."""
        self._code = code
        self.refresh()

    def refresh(self) -> None:
        """Loads the results again."""
        if self._code is None:
            return
        self._results = list(reversed(self._diary.labs.all(None, self._code)))
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self.back.setText(tr.text("All results"))
        self.timeline.setText(tr.text("Show on the timeline"))
        self.read.setText(tr.text("Read more"))
        if self._code is None:
            return
        analyte = self._analyte()
        self.title.setText(chosen_labels(self._diary).get(analyte.id) or analyte.name(tr))
        label, explained = analyte.label(tr), analyte.explain(tr)
        words = f"{label}: {explained}" if explained else ""
        self.explained.show_words(words, [(analyte.id, label)])
        self.explained.setVisible(bool(words))
        self.read.setVisible(not analyte.own)
        words = typical_words(analyte, self._results, self._diary.profile.get(), self._diary.today(), tr)
        self.typical.setText(words)
        self.typical.setVisible(bool(words))
        self._fill(analyte)
        self._draw()

    def restyle(self) -> None:
        """Draws again in the colours and text size of the moment."""
        if self._code is not None:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Its own place is known once the page is laid out.
        self._fit.start()

    def _grow(self) -> None:
        """Makes the chart as tall as what the page leaves; its results follow below."""
        self._card.setMinimumHeight(max(_LEAST_HEIGHT, self.height() - self._card.y() - _BELOW))

    def _analyte(self) -> Analyte:
        assert self._code is not None
        return self._diary.labs.catalogue().get(self._code)

    def _fill(self, analyte: Analyte) -> None:
        tr = self._context.tr
        sex = self._diary.profile.get().sex
        heads = (
            tr.text("Collected on"),
            tr.text("As printed"),
            tr.text("Range on the sheet"),
            tr.text("Laboratory"),
            tr.text("Method and note"),
        )
        self.table.setAccessibleName(tr.text("All results of this test"))
        self.table.setColumnCount(len(heads))
        self.table.setHorizontalHeaderLabels(heads)
        for at, head in enumerate(heads):
            if (item := self.table.horizontalHeaderItem(at)) is not None:
                item.setToolTip(plain_tip(head))
        self.table.setRowCount(len(self._results))
        height = target(self._context.theme.scale)
        for row, result in enumerate(self._results):
            marked = mark(result, analyte, sex)
            printed = as_printed(result, analyte, tr)
            words = [each for each in (result.method, result.note) if each]
            cells = (
                tr.date(result.collected_on),
                f"{printed} {SIGNS[marked]}" if marked else printed,
                printed_range(analyte, result.range_text, tr) if result.range_text else "–",
                result.laboratory or "–",
                ", ".join(words) or "–",
            )
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if column == 1 and marked:
                    font = item.font()
                    font.setBold(True)
                    item.setFont(font)
                    item.setToolTip(plain_tip(mark_words(marked, tr)))
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{printed}, {mark_words(marked, tr)}")
                self.table.setItem(row, column, item)
            self.table.setRowHeight(row, height)
        shown = self.table.horizontalHeader().sizeHint().height() + height * len(self._results) + 6
        self.table.setFixedHeight(shown)

    def _draw(self) -> None:
        self._fit.start()
        if self.chart.ready:
            self._paint()
        elif not self._background.busy:
            self._background.run(import_drawing, self._prepared, self._not_prepared)

    def _prepared(self, _: object) -> None:
        self.chart.ready = True
        self._paint()

    def _not_prepared(self, refusal: Refusal) -> None:
        self.chart.refuse(refusal)
        self.typical.setText(self._context.tr.refusal(refusal))
        self.typical.show()

    def _paint(self) -> None:
        if self._code is None or not self._results or self.chart.size().isEmpty():
            return
        tr = self._context.tr
        last = max(self._diary.today(), self._results[0].collected_on)
        period = Period(self._results[-1].collected_on, last)
        timeline = replace(
            timeline_of(self._diary, [self._code], period, tr),
            flares=(),
            visits=(),
            recorded=(),
            doses=None,
            medicines=(),
        )
        self.chart.show_timeline(timeline, period)
        self.chart.setAccessibleName(" ".join(describe(timeline, tr)))

    def _open_day(self, found: Hit, _: object) -> None:
        """Opens the sheet of the day that was pressed in the chart."""
        for row, result in enumerate(self._results):
            if found.stretch.start <= result.collected_on <= found.stretch.end:
                self._open_sheet(row)
                return

    def _go_to_timeline(self) -> None:
        if self._code is not None:
            self.go.emit(Route("timeline", series=(self._code,)))

    def _read(self) -> None:
        self.go.emit(Route("learn", explains=f"analyte:{self._code}"))

    def _open_sheet(self, row: int) -> None:
        result = self._results[row]
        self.sheet_requested.emit(result.collected_on, result.laboratory)
