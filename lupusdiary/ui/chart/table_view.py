"""The numbers of a chart as a table: the same values, for whoever reads numbers better than lines."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView

from lupusdiary.charts.table import ChartTable
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.base.table_ways import set_table_ways
from lupusdiary.ui.widgets.labels import plain_tip

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ChartTableModel(QAbstractTableModel):
    """Rows of days, newest first; the days stand in the vertical header."""

    def __init__(self) -> None:
        super().__init__()
        self._table = ChartTable((), (), ())

    def show(self, table: ChartTable) -> None:
        """Shows these values."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def day(self, row: int) -> date:
        """The day of a row."""
        return self._table.rows[row].day

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else max(0, len(self._table.headers) - 1)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        written = self._table.rows[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return written or self._table.nothing
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(written)
        return written if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._table.headers[section + 1]
        return self._table.days[section]


class ChartTableView(QTableView):
    """The table; `opened` carries the day of an activated row and whether it is a panel's column."""

    opened = Signal(object, int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("chart_table")
        self.values = ChartTableModel()
        self.setModel(self.values)
        set_table_ways(self)
        self.setWordWrap(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.activated.connect(lambda index: self.opened.emit(self.values.day(index.row()), index.column()))

    def show_values(self, table: ChartTable, name: str, scale: float) -> None:
        """Shows these values; `name` is what a screen reader calls the table."""
        self.values.show(table)
        self.setAccessibleName(name)
        self.verticalHeader().setDefaultSectionSize(target(scale))
        self.setMinimumHeight(target(scale) * 6)
        self.resizeColumnsToContents()
        for column in range(self.values.columnCount()):
            self.setColumnWidth(column, min(self.columnWidth(column), round(260 * scale)))
