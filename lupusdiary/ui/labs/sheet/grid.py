"""The cells of a sheet: their places, the field that is typed into, and which cell comes next."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)

from lupusdiary.diary import Diary
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.labs.sheet.columns import STACKED_FROM, column_widths
from lupusdiary.ui.labs.sheet.delegates import NameDelegate, ParsedDelegate, UnitDelegate
from lupusdiary.ui.labs.sheet.model import NAME, RANGE, READ, UNIT_OF, VALUE, SheetModel
from lupusdiary.ui.labs.sheet_entry import CHOICE, OFFERED
from lupusdiary.ui.widgets.cell_editor import CellEditor, EditingDelegate
from lupusdiary.ui.widgets.row_table import PAD, Index, RowTable


class SheetGrid(RowTable):
    """`left` is sent where the keyboard leaves the table (+1 after it, -1 before), `pasted` carries a text,
    `finished` is Ctrl+Enter, `row_changed` another row under the keyboard."""

    left = Signal(int)
    pasted = Signal(str)
    finished = Signal()
    row_changed = Signal(int)

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__("sheet_table")
        self._context = context
        self.sheet = SheetModel(diary, context)
        self._typing = EditingDelegate(self)
        self.units = UnitDelegate(self, context)
        self.parsed = ParsedDelegate(self, context)
        self.setModel(self.sheet)
        self.sheet.modelReset.connect(self._share)
        self._typing.opened.connect(self._join)
        self.setItemDelegate(self._typing)
        self.setItemDelegateForColumn(NAME, NameDelegate(self))
        self.setItemDelegateForColumn(READ, self.parsed)
        self.setItemDelegateForColumn(UNIT_OF, self.units)
        self.units.opened.connect(self._join)

    # Places

    def fit(self) -> None:
        """Takes colours and text size, and shares the width among the columns."""
        theme = self._context.theme
        stacked = theme.scale >= STACKED_FROM
        self.apply_theme(theme, 2 if stacked else 1)
        self.sheet.set_style(self.bold(), QColor(theme.colours.muted))
        self._share()

    def _share(self) -> None:
        scale = self._context.theme.scale
        narrow, widths = column_widths(self.viewport().width(), scale, self._unit_width())
        self.parsed.narrow = self.sheet.narrow = narrow
        for column, width in widths.items():
            self.setColumnHidden(column, width == 0)
            if width:
                self.setColumnWidth(column, width)

    def _unit_width(self) -> int | None:
        """What the units take where each row knows its own; None where one may have to be chosen."""
        entries = self.sheet.entries
        if not entries or any(each.has_unit and not each.unit for each in entries):
            return None
        self.ensurePolished()
        metrics = self.fontMetrics()
        words = [each.unit for each in entries] + [self._context.tr.text("no unit")]
        return max(metrics.horizontalAdvance(each) for each in words) + 2 * PAD

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.line_above:
            return
        painter = QPainter(self.viewport())
        for row in range(self.sheet.rowCount()):
            top = self.rowViewportPosition(row)
            if -self.rowHeight(row) < top < self.viewport().height():
                self._paint_above(painter, row, top)
        painter.end()

    def _paint_above(self, painter: QPainter, row: int, top: int) -> None:
        """The name of a row and what it asks, above its cells."""
        place = QRect(PAD, top + 6, self.viewport().width() - 2 * PAD, self.line_above)
        middle = Qt.AlignmentFlag.AlignVCenter
        name, parsed = self.sheet.entry(row).named(self._context.tr), self.sheet.parsed(row)
        painter.setFont(self.bold())
        painter.setPen(QColor(self.colours.text))
        painter.drawText(place, middle, name)
        asked = parsed.problem or parsed.short
        if asked:
            place.setLeft(place.left() + painter.fontMetrics().horizontalAdvance(name) + 2 * PAD)
            painter.setFont(self.font())
            painter.setPen(QColor(self.colours.on_note))
            shown = self.fontMetrics().elidedText(asked, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, middle | Qt.AlignmentFlag.AlignRight, shown)

    def visible_rows(self) -> list[int]:
        """The rows that stand on the screen whole."""
        height = self.viewport().height()
        rows = range(self.sheet.rowCount())
        return [
            row
            for row in rows
            if self.rowViewportPosition(row) >= -2
            and self.rowViewportPosition(row) + self.rowHeight(row) <= height + 2
        ]

    # The keyboard from cell to cell

    def go(self, row: int, column: int = VALUE) -> None:
        """Puts the keyboard into a cell; beyond the last row or before the first it leaves the table."""
        if not 0 <= row < self.sheet.rowCount():
            self.left.emit(1 if row >= self.sheet.rowCount() else -1)
            return
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        index = self.sheet.index(row, column)
        self.setCurrentIndex(index)
        # A table that is not seen yet, or in a window behind another, has no keyboard and opened nothing.
        self._open(index)
        self.scrollTo(index)

    def go_on(self) -> None:
        """Behind what is typed already: a first key there would write over a value."""
        filled = [at for at, each in enumerate(self.sheet.entries) if not each.is_empty]
        if self.sheet.rowCount():
            self.go(min(filled[-1] + 1 if filled else 0, self.sheet.rowCount() - 1))

    def advance(self) -> None:
        """On to the next cell that is asked: the unit of this row if it must be chosen, else the next row."""
        index = self.currentIndex()
        chooses = self.sheet.parsed(index.row()).unit == CHOICE
        if index.column() == VALUE and chooses:
            self.go(index.row(), UNIT_OF)
        else:
            self.go(index.row() + 1)

    def tab(self, step: int) -> None:
        """On to the next (or last) cell of the row that can be filled or answered, then to the next row."""
        index = self.currentIndex()
        order = self._order(index.row())
        at = order.index(index.column()) if index.column() in order else 0
        if 0 <= at + step < len(order):
            self.go(index.row(), order[at + step])
        elif step > 0:
            self.go(index.row() + 1)
        else:
            row = index.row() - 1
            self.go(row, self._order(row)[-1] if row >= 0 else VALUE)

    def _order(self, row: int) -> list[int]:
        parsed = self.sheet.parsed(row)
        open_unit = parsed.unit in (CHOICE, OFFERED)
        return [VALUE, *([UNIT_OF] if open_unit else []), RANGE, *([READ] if parsed.answers else [])]

    def next_question(self) -> bool:
        """On to the next open question, from the first again after the last. False if none is open."""
        rows, here = self.sheet.open_rows(), self.currentIndex().row()
        if not rows:
            return False
        row = next((each for each in rows if each > here), rows[0])
        parsed = self.sheet.parsed(row)
        self.go(row, VALUE if parsed.problem else READ if parsed.answers else UNIT_OF)
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.units.focused = self.parsed.focused = 0
        if current.row() != previous.row():
            self.row_changed.emit(current.row())
        if self.hasFocus() or self.viewport().hasFocus():
            self._open(current)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.BacktabFocusReason and self.sheet.rowCount():
            self.setCurrentIndex(self.sheet.index(self.sheet.rowCount() - 1, VALUE))
        index = self.currentIndex()
        if not index.isValid() and self.sheet.rowCount():
            self.setCurrentIndex(self.sheet.index(0, VALUE))
        elif event.reason() != Qt.FocusReason.MouseFocusReason:
            self._open(index)

    def _open(self, index: Index) -> None:
        if index.isValid() and index.column() in (VALUE, RANGE) and self.editor() is None:
            self.edit(self.sheet.index(index.row(), index.column()))

    def editor(self) -> CellEditor | None:
        """The field that is open."""
        found = self.indexWidget(self.currentIndex())
        return found if isinstance(found, CellEditor) else None

    def keep(self) -> None:
        """Takes what an input method is still composing."""
        editor = self.editor()
        if editor is not None and editor.hasFocus():
            QGuiApplication.inputMethod().commit()

    def _join(self, editor: CellEditor, index: Index) -> None:
        names = {VALUE: "value", UNIT_OF: "unit", RANGE: "range"}
        editor.setObjectName(f"{names[index.column()]}_{self.sheet.entry(index.row()).analyte.id}")
        editor.on.connect(self.advance)
        editor.step.connect(lambda step: self.go(self.currentIndex().row() + step))
        editor.tabbed.connect(self.tab)
        editor.aside.connect(self.aside)
        editor.pasted.connect(self.pasted)
        editor.finished.connect(self.finished)

    def aside(self, step: int) -> None:
        """On to the cell beside, as the arrow keys do."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        columns = [VALUE, *([UNIT_OF] if self.sheet.entry(row).has_unit else []), RANGE, READ]
        at = columns.index(column) + step if column in columns else -1
        if 0 <= at < len(columns):
            self.go(row, columns[at])
