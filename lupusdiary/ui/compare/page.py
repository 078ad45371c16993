"""Before and after an event: chosen, previewed, saved, printed, and read as a table."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.diary import Diary
from lupusdiary.domain.records import TreatmentEvent
from lupusdiary.domain.treatment import kept_kind
from lupusdiary.language import LANGUAGES, Refusal, Translator, translator
from lupusdiary.queries.before_after import before_after_of, cycle_events
from lupusdiary.queries.visit_panels import panels_of_now
from lupusdiary.report.before_after import BeforeAfter, cells, headings, spoken
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.page import SIDE, TOP, Page
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.base.style_sheet import NO_LIMIT
from lupusdiary.ui.compare.numbers import Numbers
from lupusdiary.ui.compare.panel_choice import PanelChoice
from lupusdiary.ui.pdf.document_view import DocumentView, PrintedDocument
from lupusdiary.ui.pdf.printing import choose_printer
from lupusdiary.ui.pdf.save_print import ChoosePrinter, confirm_cloud
from lupusdiary.ui.widgets.check_line import CheckLine
from lupusdiary.ui.widgets.choice import Choice
from lupusdiary.ui.widgets.flow_layout import flow_of
from lupusdiary.ui.widgets.scroll_column import scrolled
from lupusdiary.whole_file import write_whole

_SUFFIXES = (".png", ".svg")
# The controls beside the page, the least width of the page, and the height of both.
_CONTROLS, _PAGE, _TALL = 350, 480, 600


class ComparePage(Page):
    """Reached from the row of an event; any other event can be chosen here too."""

    nouns: ClassVar[frozenset[str]] = frozenset(
        {"days", "labs", "events", "symptoms", "analytes", "settings"}
    )

    def __init__(
        self,
        diary: Diary,
        context: UiContext,
        choose_printer: ChoosePrinter = choose_printer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(diary, context, parent)
        self._event: int | None = None
        self._found: dict[str, BeforeAfter] = {}
        self._title, self._intro, self._empty, self._numbers_title = (QLabel() for _ in range(4))
        for label, role in (
            (self._title, "title"),
            (self._intro, "muted"),
            (self._empty, "muted"),
            (self._numbers_title, "section"),
        ):
            label.setProperty("role", role)
            label.setWordWrap(True)
        self.add = QPushButton()
        self.add.setObjectName("compare_add_event")
        self.add.setProperty("role", "primary")
        self.add.clicked.connect(lambda: self.go.emit(Route("treatment")))
        self.events = Choice()
        self.events.setObjectName("day_zero")
        self._cycles = CheckLine("other_cycles")
        self.cycles = self._cycles.box
        self.cycles.setChecked(True)
        self.choose = QPushButton()
        self.choose.setObjectName("choose_compared")
        self.choose.setCheckable(True)
        self.panels = PanelChoice(diary, context)
        self._choosing = scrolled(self.panels)
        self._choosing.hide()
        self.picture = QPushButton()
        self.picture.setObjectName("save_compared_picture")
        self.paper = DocumentView(context, choose_printer, apart=True)
        self.numbers = Numbers()
        self._build()
        self.events.activated.connect(self._chosen)
        self.cycles.clicked.connect(self.refresh)
        self.choose.toggled.connect(self._show_choice)
        self.panels.changed.connect(self.refresh)
        self.panels.done.connect(self._end_choice)
        self.picture.clicked.connect(self._save_picture)

    def _build(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(SIDE, TOP, SIDE, 16)
        column.setSpacing(10)
        self.events.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column.addLayout(flow_of(12, self._title, self.events))
        column.addWidget(self._intro)
        column.addWidget(self._empty)
        column.addLayout(flow_of(8, self.add))
        self._controls = QFrame()
        self._controls.setProperty("role", "card")
        controls = QVBoxLayout(self._controls)
        controls.setContentsMargins(16, 12, 16, 14)
        controls.setSpacing(10)
        controls.addWidget(self._cycles)
        controls.addLayout(flow_of(8, self.choose, self.picture))
        controls.addWidget(self.paper.controls)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(12)
        self._halves.addWidget(self._controls, 0, Qt.AlignmentFlag.AlignTop)
        self._halves.addWidget(self.paper, 1)
        self._halves.addWidget(self._choosing, 1)
        column.addLayout(self._halves)
        column.addWidget(self._numbers_title)
        column.addWidget(self.numbers)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(body))

    def _show_choice(self, wanted: bool) -> None:
        """The choice takes the place of the preview, which is remade meanwhile."""
        self._choosing.setVisible(wanted)
        self.paper.setVisible(not wanted)

    def _end_choice(self) -> None:
        self.choose.setChecked(False)
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The controls stand beside the page, or above it where both have no room."""
        scale = self.context.theme.scale
        wide = round(_CONTROLS * (0.4 + 0.6 * scale))
        beside = self.width() >= wide + _PAGE + 2 * SIDE
        way = QBoxLayout.Direction
        self._halves.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._controls.setMinimumWidth(wide if beside else 0)
        self._controls.setMaximumWidth(wide if beside else NO_LIMIT)
        for half in (self.paper, self._choosing):
            half.setMinimumHeight(round(_TALL * (0.7 + 0.3 * scale)))

    def visit(self, route: Route) -> None:
        if route.event is not None and route.event != self._event:
            self._event = route.event
            self._stale = True

    def retranslate(self) -> None:
        tr = self.language
        self._title.setText(tr.text("Before and after"))
        self._intro.setText(
            tr.text(
                "Any event can be day 0: 90 days before it and 365 days after it. Before and "
                "after are shown side by side; nothing is said about why."
            )
        )
        self._empty.setText(tr.text("No event is recorded yet. One is added on “Medicines and treatment”."))
        self.add.setText(tr.text("Medicines and treatment"))
        self.events.setAccessibleName(tr.text("Day 0"))
        self._cycles.say(tr.text("Other events of this kind too"), "")
        self.choose.setText(tr.text("Choose what is compared…"))
        self.picture.setText(tr.text("Save the picture…"))
        self._numbers_title.setText(tr.text("The same in numbers"))
        self.panels.retranslate()
        self.paper.retranslate()
        if self._found:
            self._fill_events()
            self._show_texts()

    def restyle(self) -> None:
        self.paper.restyle()
        self._fit()
        self.numbers.fit(self.context.theme.scale)

    def refresh(self) -> None:
        events = self._fill_events()
        event = next((each for each in events if each.id == self._event), events[0] if events else None)
        for widget in (self.events, self._controls, self._numbers_title, self.numbers):
            widget.setVisible(event is not None)
        self.paper.setVisible(event is not None and not self.choose.isChecked())
        self._choosing.setVisible(event is not None and self.choose.isChecked())
        self._empty.setVisible(event is None)
        self.add.setVisible(event is None)
        if event is None:
            return
        self._event = event.id
        self.cycles.setEnabled(bool(cycle_events(self.diary, event)))
        self.panels.offer(panels_of_now(self.diary))
        codes = self.panels.codes()
        self._found = {
            code: before_after_of(self.diary, event, codes, translator(code), cycles=self.cycles.isChecked())
            for code in LANGUAGES
        }
        self.paper.show_document(self._paper())
        self._show_texts()

    def _fill_events(self) -> list[TreatmentEvent]:
        """All events, the newest first, with the one that is day 0 chosen."""
        events = sorted(self.diary.events.all(), key=lambda each: each.day, reverse=True)
        self.events.clear()
        for each in events:
            self.events.addItem(self._event_words(each), each.id)
        if events:
            self.events.setCurrentIndex(max(0, self.events.findData(self._event)))
        return events

    def _event_words(self, event: TreatmentEvent) -> str:
        tr = self.language
        words = [tr.date(event.day), kept_kind(event.kind).name(tr), *([event.title] if event.title else [])]
        return " · ".join(words)

    def _chosen(self) -> None:
        self._event = self.events.currentData()
        self.refresh()

    def _paper(self) -> PrintedDocument:
        found, tr = self._found, self.language
        told = found[tr.code]

        def make(languages: tuple[Translator, ...]) -> bytes:
            from lupusdiary.report.before_after import write_before_after

            return write_before_after(found, languages)

        return PrintedDocument(tr.text("Before and after"), self._file_name(told), make, own=True)

    def _file_name(self, told: BeforeAfter) -> str:
        """Nothing of the person's in it, and nothing of what the event was."""
        title = self.language.text("Before and after")
        return f"{title}_{told.last.isoformat()}"

    def _show_texts(self) -> None:
        tr = self.language
        told = self._found[tr.code]
        self.paper.rename(self._paper())
        self.paper.preview.view.setAccessibleDescription(spoken(told, tr))
        self.numbers.show_rows(headings(tr), [cells(row, tr) for row in told.rows], tr)

    def _save_picture(self) -> None:
        from lupusdiary.charts.colours import LIGHT
        from lupusdiary.charts.curves import curves_bytes

        tr, prompts = self.language, self.context.prompts
        told = self._found[tr.code]
        kinds = tr.text("Pictures (*.png *.svg)")
        name = f"{self._file_name(told)}.png"
        path: Path | None = prompts.save_path(self, tr.text("Save the picture…"), name, kinds)
        if path is None or not confirm_cloud(self.context, self, path):
            return
        if path.suffix.lower() not in _SUFFIXES:
            path = path.with_name(path.name + ".png")
        words = tr.text("Before and after"), spoken(told, tr)
        try:
            write_whole(path, curves_bytes(told.curves, path.suffix.lower(), LIGHT, 11.0, 11.0, words))
        except Refusal as refusal:
            prompts.tell(self, tr.refusal(refusal), tr.text("Close"))
