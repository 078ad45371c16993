"""The table of results: tests down, sheets across, newest first; the tests stay while the sheets scroll."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from lupusdiary.language import Translator
from lupusdiary.ui.base.line_breaks import folded
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.base.table_ways import set_table_ways
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.labs.grid import LabCell, LabGrid, LabLine, SheetKey
from lupusdiary.ui.labs.table_header import LabTableHeader
from lupusdiary.ui.widgets.labels import plain_tip

# How wide the name of a laboratory stands before it goes on in the next line, in pixels at 100 %.
_LABORATORY = 170
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_OPEN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class LabModel(QAbstractTableModel):
    """Shows a `LabGrid`."""

    def __init__(self) -> None:
        super().__init__()
        self.grid = LabGrid()
        self._days: list[str] = []
        self._spoken: list[str] = []
        self._nothing = ""
        self.raised = QColor()

    def show(self, grid: LabGrid, tr: Translator, theme: Theme, fold: Callable[[str], str]) -> None:
        """Takes another table; `fold` puts the name of a laboratory on lines."""
        self.beginResetModel()
        self.grid = grid
        several = len({key.laboratory for key in grid.columns}) > 1
        self._days = [_heading(key, several, tr, fold) for key in grid.columns]
        self._spoken = [f"{tr.date(key.day)} {key.laboratory or ''}".strip() for key in grid.columns]
        self._nothing = tr.text("not on this sheet")
        self.raised = QColor(theme.colours.raised)
        self.endResetModel()

    def line(self, row: int) -> LabLine:
        """The row as a value."""
        return self.grid.lines[row]

    def is_heading(self, row: int) -> bool:
        """Whether the row names the group of those below it."""
        line = self.grid.lines[row]
        return line.code is None and not line.cells

    def cell(self, row: int, column: int) -> LabCell | None:
        """The cell as a value, None where nothing is printed."""
        return self.grid.lines[row].cells.get(column)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.grid.lines)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.grid.columns)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.is_heading(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line, cell = self.line(index.row()), self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.BackgroundRole and self.is_heading(index.row()):
            return self.raised
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if cell is None:
            return self._unprinted(line, index) if role == Qt.ItemDataRole.AccessibleTextRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(cell.marked)
            font.setItalic(cell.computed)
            return font
        if role == Qt.ItemDataRole.ToolTipRole:
            # In lines: one long line would lie over the table from edge to edge.
            return plain_tip("\n".join((line.title, self._spoken[index.column()], *cell.words().split("; "))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.title}, {self._spoken[index.column()]}: {cell.words()}"
        return None

    def _unprinted(self, line: LabLine, index: _Index) -> str:
        """What is said of a cell without a result."""
        if line.code is None and not line.cells:
            return line.title
        return f"{line.title}, {self._spoken[index.column()]}: {self._nothing}"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._days[section]
            if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                return _said(self._spoken[section], role)
            return None
        line = self.line(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return _said(" ".join(part for part in (line.title, line.unit, line.words) if part), role)
        return None


def _said(words: str, role: int) -> str:
    return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words


def _heading(key: SheetKey, several: bool, tr: Translator, fold: Callable[[str], str]) -> str:
    day = tr.date(key.day, "short")
    return f"{day}\n{fold(key.laboratory or '–')}" if several else day


class LabTable(QTableView):
    """`sheet_requested` carries day and laboratory of a sheet, `trend_requested` the code of a test."""

    sheet_requested = Signal(object, object)
    trend_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lab_table")
        self._line = QColor()
        self.model_ = LabModel()
        self.setModel(self.model_)
        set_table_ways(self)
        self.setShowGrid(True)
        self.tests = LabTableHeader(self)
        self.setVerticalHeader(self.tests)
        days = self.horizontalHeader()
        days.setSectionsClickable(True)
        days.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        days.setToolTip("")
        days.sectionClicked.connect(self.open_sheet)
        self.tests.sectionClicked.connect(self.open_course)
        self.clicked.connect(lambda index: self.open_course(index.row()))

    def show_grid(self, grid: LabGrid, tr: Translator, theme: Theme) -> None:
        """Shows another table; the keyboard stays where it was if that is still there."""
        before = self.currentIndex()
        # Before it is first seen, its font is not yet that of the text size.
        for part in (self, self.tests):
            part.ensurePolished()
        self.clearSpans()
        bold = QFont(self.font())
        bold.setBold(True)
        heading = QFontMetrics(bold)
        room = _LABORATORY * (0.25 + 0.75 * theme.scale)
        self.model_.show(grid, tr, theme, lambda name: folded(name, room, heading.horizontalAdvance))
        self.tests.show_grid(grid, theme)
        self._line = QColor(theme.colours.border)
        height = target(theme.scale)
        metrics = self.fontMetrics()
        for row in range(len(grid.lines)):
            self.setRowHeight(row, max(height, self.tests.height_of(row)))
            if self.model_.is_heading(row) and len(grid.columns) > 1:
                self.setSpan(row, 0, 1, len(grid.columns))
        for column in range(len(grid.columns)):
            texts = [line.cells[column].text for line in grid.lines if column in line.cells]
            widest = max((metrics.horizontalAdvance(text) for text in texts), default=0) * 1.08 + 26
            # The heading is bold and never cut, however long a word of the laboratory's name is.
            days = str(self.model_.headerData(column, Qt.Orientation.Horizontal)).split("\n")
            head = max(heading.horizontalAdvance(text) for text in days) + 26
            width = max(head, min(max(widest, 84 * theme.scale), 230 * theme.scale))
            self.setColumnWidth(column, round(width))
        if grid.lines and grid.columns:
            row = min(max(before.row(), 1), len(grid.lines) - 1)
            index = self.model_.index(row, min(max(before.column(), 0), len(grid.columns) - 1))
            self.setCurrentIndex(index)

    def open_sheet(self, column: int) -> None:
        """Asks for the sheet of a column."""
        key = self.model_.grid.columns[column]
        self.sheet_requested.emit(key.day, key.laboratory)

    def open_course(self, row: int) -> None:
        """Asks for the trend of a row."""
        code = self.model_.line(row).code
        if code is not None:
            self.trend_requested.emit(code)

    def show_day(self, day: date) -> None:
        """Brings the sheet of a day into view."""
        for column, key in enumerate(self.model_.grid.columns):
            if key.day == day:
                self.setCurrentIndex(self.model_.index(max(self.currentIndex().row(), 1), column))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # Rows go on to the edge: a few sheets do not leave a torn table.
        first = self.horizontalHeader().length() - self.horizontalHeader().offset()
        # The edge is left to the ring of the focus.
        wide = self.viewport().width() - first - 1
        if wide <= 0:
            return
        painter = QPainter(self.viewport())
        for row in range(len(self.model_.grid.lines)):
            top, height = self.rowViewportPosition(row), self.rowHeight(row)
            if top + height >= 0 and top <= self.viewport().height():
                if self.model_.is_heading(row):
                    painter.fillRect(first, top, wide, height, self.model_.raised)
                painter.fillRect(first, top + height - 1, wide, 1, self._line)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPEN_KEYS and self.currentIndex().isValid():
            self.open_course(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
