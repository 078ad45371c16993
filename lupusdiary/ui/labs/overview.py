"""All results at a glance: the table, what can be done with it, and what is computed if that is wanted."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.diary.settings import COMPUTED_EGFR
from lupusdiary.domain.records import LabResult
from lupusdiary.ui.articles.term_label import TermLabel
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.icons import before_words
from lupusdiary.ui.base.page import SIDE, TOP
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.labs.chosen_labels import chosen_labels
from lupusdiary.ui.labs.computed import CREATININE, computed_lines, computed_rule, why_nothing_is_computed
from lupusdiary.ui.labs.grid import lab_grid
from lupusdiary.ui.labs.table import LabTable
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.scroll_column import scrolled

# A table of fewer rows than this says little: with large text the page scrolls instead.
_LEAST_ROWS = 7


class LabOverview(QWidget):
    """`new_requested` asks for a new sheet, `rows_requested` for the chooser; `go` to an explanation."""

    new_requested = Signal()
    rows_requested = Signal()
    go = Signal(object)

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self._diary = diary
        self._context = context
        self._code: str | None = None
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self.new = QPushButton()
        self.new.setObjectName("new_sheet")
        self.new.setProperty("role", "primary")
        self.choose = QPushButton()
        self.choose.setObjectName("choose_rows")
        self.said = QLabel()
        self.said.setObjectName("labs_said")
        self.said.setProperty("role", "muted")
        self.table = LabTable()
        self.open_sheet = QPushButton()
        self.open_sheet.setObjectName("open_sheet")
        self.open_course = QPushButton()
        self.open_course.setObjectName("open_course")
        self.read = QPushButton()
        self.read.setObjectName("read_test")
        self.explained = TermLabel(context)
        self.explained.setObjectName("test_explained")
        self.explained.go.connect(self.go)
        self.computed = QCheckBox()
        self.computed.setObjectName("computed_egfr")
        self._rule = QLabel()
        self._rule.setObjectName("computed_rule")
        self._rule.setProperty("role", "hint")
        self._rule.setWordWrap(True)
        self._legend = QLabel()
        self._legend.setProperty("role", "hint")
        self._legend.setWordWrap(True)
        self._build()
        self.new.clicked.connect(self.new_requested)
        self.choose.clicked.connect(self.rows_requested)
        self.open_sheet.clicked.connect(lambda: self.table.open_sheet(self.table.currentIndex().column()))
        self.open_course.clicked.connect(lambda: self.table.open_course(self.table.currentIndex().row()))
        self.read.clicked.connect(lambda: self.go.emit(Route("learn", explains=f"analyte:{self._code}")))
        self.computed.clicked.connect(self._set_computed)
        self.table.selectionModel().currentChanged.connect(self._name_current)

    def _build(self) -> None:
        named = QWidget()
        named.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        names = QHBoxLayout(named)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(14)
        names.addWidget(self._title)
        names.addWidget(self.said)
        names.addStretch(1)
        head = FlowLayout(8)
        for widget in (named, self.choose, self.new):
            head.addWidget(widget)
        foot = FlowLayout(8)
        for widget in (self.open_sheet, self.open_course, self.read, self.computed):
            foot.addWidget(widget)
        body = QWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(body))
        column = QVBoxLayout(body)
        column.setContentsMargins(SIDE, TOP, SIDE, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self._legend)
        column.addWidget(self.explained)
        column.addLayout(foot)
        column.addWidget(self._rule)

    def refresh(self) -> None:
        """Loads the table."""
        tr, theme, labs = self._context.tr, self._context.theme, self._diary.labs
        catalogue, profile = labs.catalogue(), self._diary.profile.get()
        results = self._answered(labs.all())
        labels = chosen_labels(self._diary, results)
        grid = lab_grid(results, catalogue, labels, profile.sex, tr)
        wanted = self._diary.settings.get(COMPUTED_EGFR, "no") == "yes"
        lines = computed_lines(results, catalogue, grid.columns, profile, tr) if wanted else ()
        self.table.show_grid(replace(grid, lines=grid.lines + lines), tr, theme)
        self.computed.setChecked(wanted)
        self.computed.setVisible(any(each.analyte == CREATININE for each in results))
        self._rule.setText(computed_rule(tr) if lines else why_nothing_is_computed(profile, tr))
        self._rule.setVisible(wanted and self.computed.isVisibleTo(self))
        self._name_current()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self._title.setText(tr.text("Labs"))
        self.new.setText(tr.text("New sheet"))
        self.choose.setText(tr.text("What my hospital prints"))
        self.computed.setText(tr.text("Also show eGFR calculated from creatinine"))
        self.table.setAccessibleName(tr.text("Laboratory results, tests by sheets"))
        self._legend.setText(
            tr.text("▲ above, ▼ below, ◆ outside the range on the sheet. ≈ converted for showing only.")
        )
        for button in (self.new, self.choose):
            button.setEnabled(not self._diary.read_only)
        self.computed.setEnabled(not self._diary.read_only)

    def restyle(self) -> None:
        """Follows theme and text size."""
        colours = self._context.theme.colours
        size = round(20 * (0.6 + 0.4 * self._context.theme.scale))
        before_words(self.new, "plus", colours.on_accent, size, colours.disabled)
        self.table.setMinimumHeight(target(self._context.theme.scale) * _LEAST_ROWS)

    def say(self, words: str) -> None:
        """Says what just happened, quietly."""
        self.said.setText(words)

    def _answered(self, results: list[LabResult]) -> list[LabResult]:
        """A sheet without units shows its values in the unit that the person says its laboratory means."""
        answers = {
            (sheet.laboratory, row.analyte): row.unit_answer
            for sheet in self._diary.labs.sheets()
            for row in sheet.rows
            if row.unit_answer
        }
        catalogue = self._diary.labs.catalogue()
        found: list[LabResult] = []
        for each in results:
            unit = answers.get((each.laboratory, each.analyte)) if each.unit is None else None
            known = catalogue.get(each.analyte).unit(unit) if unit else None
            found.append(replace(each, unit=known.display) if known and each.kind == "quantity" else each)
        return found

    def _set_computed(self, wanted: bool) -> None:
        self._diary.settings.set(COMPUTED_EGFR, "yes" if wanted else "")
        self.refresh()

    def _name_current(self, _now: QModelIndex | None = None, _before: QModelIndex | None = None) -> None:
        tr, index, model = self._context.tr, self.table.currentIndex(), self.table.model_
        there = index.isValid() and index.column() < model.columnCount() and index.row() < model.rowCount()
        self.open_sheet.setVisible(there and not self._diary.read_only)
        line = model.line(index.row()) if there else None
        self._code = line.code if line is not None else None
        self.open_course.setVisible(self._code is not None)
        self._explain()
        if line is not None:
            day = tr.date(model.grid.columns[index.column()].day, "short")
            self.open_sheet.setText(tr.text("Open the sheet of {day}", day=day))
            self.open_course.setText(tr.text("Course of {test}", test=line.title))

    def _explain(self) -> None:
        """Says what the test of the chosen row looks at, and offers its article."""
        tr, catalogue = self._context.tr, self._diary.labs.catalogue()
        analyte = catalogue.get(self._code) if self._code is not None else None
        self.read.setVisible(analyte is not None and not analyte.own)
        self.explained.setVisible(analyte is not None)
        if analyte is not None:
            label = analyte.label(tr)
            self.read.setText(tr.text("Read about {thing}", thing=label).replace("&", "&&"))
            self.explained.show_words(f"{label}: {analyte.explain(tr)}", [(analyte.id, label)])
