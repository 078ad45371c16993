"""The trend of one test: what it looks at, a small chart, and every result as it was printed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.charts.describe import describe
from lupusdiary.diary import Diary
from lupusdiary.domain.lab.catalogue import Analyte
from lupusdiary.domain.lab.reference_range import mark
from lupusdiary.domain.lab.wording import as_printed
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import LabResult
from lupusdiary.language import Refusal
from lupusdiary.queries.timeline import timeline_of
from lupusdiary.ui.articles.term_label import TermLabel
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.chart.rendering import Screen, draw, import_drawing, least_height
from lupusdiary.ui.labs.computed import typical_words
from lupusdiary.ui.labs.grid import SIGNS, mark_words
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.scroll_column import scrolled

_CHART_HEIGHT = 230
_LEAST_CHART_WIDTH = 200


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
        self._ready = False
        self._fit = QTimer(self)
        self._fit.setSingleShot(True)
        self._fit.setInterval(0)
        self._fit.timeout.connect(self._draw)
        self._code: str | None = None
        self._results: list[LabResult] = []
        self.back = QPushButton()
        self.back.setObjectName("back_to_table")
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        self.timeline = QPushButton()
        self.timeline.setObjectName("trend_on_timeline")
        self.explained = TermLabel(context)
        self.explained.setObjectName("explained")
        self.explained.go.connect(self.go)
        self.read = QPushButton()
        self.read.setObjectName("trend_read")
        self.read.clicked.connect(self._read)
        self.typical = QLabel()
        self.typical.setObjectName("typical")
        self.typical.setProperty("role", "hint")
        self.typical.setWordWrap(True)
        self.chart = QLabel()
        self.chart.setObjectName("trend_chart")
        self.chart.setMinimumHeight(_CHART_HEIGHT)
        self.chart.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # A picture that was drawn wider never keeps the page wide.
        self.chart.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
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
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = FlowLayout()
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for widget in (self.back, gap, self.read, self.timeline):
            head.addWidget(widget)
        card = QFrame()
        card.setProperty("role", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(16, 12, 16, 12)
        for widget in (self.explained, self.typical, self.chart):
            inner.addWidget(widget)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(26, 18, 26, 18)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.title)
        column.addWidget(card)
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
        self.title.setText(analyte.name(tr))
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
        if self._code is not None and event.size().width() != event.oldSize().width():
            # Its own width is known once the page is laid out.
            self._fit.start()

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
        self.table.setRowCount(len(self._results))
        height = target(self._context.theme.scale)
        for row, result in enumerate(self._results):
            marked = mark(result, analyte, sex)
            printed = as_printed(result)
            words = [each for each in (result.method, result.note) if each]
            cells = (
                tr.date(result.collected_on),
                f"{printed} {SIGNS[marked]}" if marked else printed,
                result.range_text or "–",
                result.laboratory or "–",
                ", ".join(words),
            )
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if column == 1 and marked:
                    font = item.font()
                    font.setBold(True)
                    item.setFont(font)
                    item.setToolTip(mark_words(marked, tr))
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{printed}, {mark_words(marked, tr)}")
                self.table.setItem(row, column, item)
            self.table.setRowHeight(row, height)
        shown = self.table.horizontalHeader().sizeHint().height() + height * len(self._results) + 6
        self.table.setFixedHeight(shown)

    def _draw(self) -> None:
        if self._ready:
            self._paint()
        elif not self._background.busy:
            self.chart.setText(self._context.tr.text("Drawing…"))
            self._background.run(import_drawing, self._prepared, self._not_prepared)

    def _prepared(self, _: object) -> None:
        self._ready = True
        self._paint()

    def _not_prepared(self, refusal: Refusal) -> None:
        self.chart.setText(self._context.tr.refusal(refusal))

    def _paint(self) -> None:
        width = self.chart.width()
        if self._code is None or not self._results or width < _LEAST_CHART_WIDTH:
            self.chart.clear()
            return
        tr, theme = self._context.tr, self._context.theme
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
        least = round(_CHART_HEIGHT * theme.scale**0.5)
        screen = Screen(width, least, float(self.logicalDpiX()), self.devicePixelRatioF(), theme.scale)
        screen = replace(screen, height=max(least, least_height(timeline, tr, screen)))
        self.chart.setFixedHeight(screen.height)
        self.chart.setPixmap(QPixmap.fromImage(draw(timeline, tr, theme.colours, screen).image))
        self.chart.setAccessibleName(" ".join(describe(timeline, tr)))

    def _go_to_timeline(self) -> None:
        if self._code is not None:
            self.go.emit(Route("timeline", series=(self._code,)))

    def _read(self) -> None:
        self.go.emit(Route("learn", explains=f"analyte:{self._code}"))

    def _open_sheet(self, row: int) -> None:
        result = self._results[row]
        self.sheet_requested.emit(result.collected_on, result.laboratory)
