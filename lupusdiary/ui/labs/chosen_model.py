"""The rows that a laboratory prints, in the order of its sheet, each under the label that stands there."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.records import SheetRow
from lupusdiary.language import Translator
from lupusdiary.ui.widgets.labels import plain_tip

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TYPED = _SHOWN | Qt.ItemFlag.ItemIsEditable
GRIP, NAME, LABEL, OUT = range(4)


class ChosenModel(QAbstractTableModel):
    """`changed` after every move, addition, removal or new label."""

    changed = Signal()

    def __init__(self, tr: Translator) -> None:
        super().__init__()
        self._tr = tr
        self._muted = QColor()
        self.rows: list[tuple[SheetRow, Analyte]] = []

    def restyle(self, tr: Translator, muted: QColor) -> None:
        """Takes language and colours."""
        self._tr, self._muted = tr, muted
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, OUT))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, OUT)

    def codes(self) -> list[str]:
        """The codes of the tests, in order."""
        return [row.analyte for row, _ in self.rows]

    def sheet_rows(self) -> tuple[SheetRow, ...]:
        """The rows as chosen."""
        return tuple(row for row, _ in self.rows)

    def clear(self) -> None:
        """Takes all rows off."""
        self.beginResetModel()
        self.rows = []
        self.endResetModel()
        self.changed.emit()

    def add(self, row: SheetRow, catalogue: AnalyteCatalogue) -> int:
        """Puts a test at the end and says where."""
        at = len(self.rows)
        self.beginInsertRows(_NOWHERE, at, at)
        self.rows.append((row, catalogue.get(row.analyte)))
        self.endInsertRows()
        self.changed.emit()
        return at

    def take(self, at: int) -> None:
        """Takes a row off."""
        self.beginRemoveRows(_NOWHERE, at, at)
        del self.rows[at]
        self.endRemoveRows()
        self.changed.emit()

    def move(self, at: int, to: int) -> bool:
        """Moves a row so that it stands at `to`; False where there is no such place."""
        if at == to or not (0 <= at < len(self.rows) and 0 <= to < len(self.rows)):
            return False
        self.beginMoveRows(_NOWHERE, at, at, _NOWHERE, to + 1 if to > at else to)
        self.rows.insert(to, self.rows.pop(at))
        self.endMoveRows()
        self.changed.emit()
        return True

    def label(self, at: int) -> str:
        """The label that stands on the sheet: what the person wrote, else the catalogue's in her language."""
        row, analyte = self.rows[at]
        return row.label or analyte.label(self._tr)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else OUT + 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return _TYPED if index.column() == LABEL else _SHOWN

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        at, column, tr = index.row(), index.column(), self._tr
        _, analyte = self.rows[at]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return (str(at + 1), analyte.name(tr), self.label(at), "")[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(analyte.name(tr))
        if role == Qt.ItemDataRole.ForegroundRole and column == GRIP:
            return self._muted
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = analyte.name(tr)
            if column == LABEL:
                return tr.text("{test}, label on the sheet: {label}", test=name, label=self.label(at))
            if column == OUT:
                return tr.text("{test}: take off the sheet", test=name)
            return f"{at + 1} {name}"
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        at = index.row()
        row, analyte = self.rows[at]
        text = str(value).strip()
        # The catalogue's own label is not written down: it follows the language.
        label = text if text and text != analyte.label(self._tr) else None
        if label != row.label:
            self.rows[at] = replace(row, label=label), analyte
            self.changed.emit()
        return True

    def _spoken_head(self, section: int, orientation: Qt.Orientation) -> object:
        if orientation == Qt.Orientation.Vertical:
            return f"{section + 1} {self.rows[section][1].name(self._tr)}"
        bare = {GRIP: self._tr.text("Place in the order"), OUT: self._tr.text("Take off the sheet")}
        return bare.get(section) or self.headerData(section, orientation)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken_head(section, orientation)
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            # A header without rows below it forgets its own.
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return ("", self._tr.text("Test"), self._tr.text("Printed as"), "")[section]
