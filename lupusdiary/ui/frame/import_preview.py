"""What a file would bring into the diary, row by row, before anything is written; rows may be taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.diary.importing.merge import Merge
from lupusdiary.diary.importing.merge_count import EQUAL, KEPT, NEW, RowKey
from lupusdiary.diary.importing.rows import RowFacts, facts, hanging
from lupusdiary.domain.day_record import BloodPressure
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.period import parse_day
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.domain.treatment import EVENT_KINDS
from lupusdiary.exchange.decode import Imported
from lupusdiary.exchange.fault import Place
from lupusdiary.language import Refusal, Translator
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.dialog_size import fit_dialog
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label, plain_tip

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
# What has to be looked at first.
_MOST_WRAPPED = 200
_ORDER = {None: 0, KEPT: 1, NEW: 2, EQUAL: 3}


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row of the file: without a `key` it could not even be read. `state` is None when it is refused."""

    place: Place
    key: RowKey | None
    state: str | None
    why: Refusal | None = None


def rows_of(imported: Imported, rehearsed: Merge) -> list[PreviewRow]:
    """Every row of a file: those that are refused first, then what differs here, then new and equal ones."""
    read = [
        PreviewRow(
            imported.places.of(outcome.key), outcome.key, None if outcome.why else outcome.state, outcome.why
        )
        for outcome in rehearsed.outcomes
    ]
    unread = [PreviewRow(fault.place, None, None, fault.why) for fault in imported.faults]
    return sorted([*unread, *read], key=lambda row: _ORDER[row.state])


class _RowModel(QAbstractTableModel):
    """The rows with a box each; `changed` says that a row was taken out or put back."""

    changed = Signal()

    def __init__(self, context: UiContext, imported: Imported, rows: Sequence[PreviewRow]) -> None:
        super().__init__()
        self._context = context
        self._contents = imported.contents
        self._symptoms = SymptomCatalogue(imported.contents.symptoms)
        self._analytes = AnalyteCatalogue(imported.contents.own_analytes)
        self._shown: dict[int, RowFacts] = {}
        self._files = {row.place.file for row in rows}
        self.rows = rows
        self.out: set[int] = set()
        at = {row.key: number for number, row in enumerate(rows)}
        self._hanging = {
            at[key]: {at[each] for each in there if each in at}
            for key, there in hanging(imported.contents).items()
            if key in at
        }

    @property
    def refused(self) -> int:
        """How many refused rows are still in."""
        return sum(1 for at, row in enumerate(self.rows) if row.state is None and at not in self.out)

    def take_out_refused(self) -> None:
        """Takes every refused row out."""
        self._put(True, *(at for at, row in enumerate(self.rows) if row.state is None))

    def _put(self, out: bool, *rows: int) -> None:
        """Takes rows out with those that cannot come in without them, or puts them back with their owners."""
        for at in rows:
            if out:
                self.out |= {at, *self._hanging.get(at, ())}
            else:
                self.out -= {at, *(owner for owner, there in self._hanging.items() if at in there)}
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))
        self.changed.emit()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 5

    def flags(self, index: _Index) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else found

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == 0:
            return Qt.CheckState.Unchecked if index.row() in self.out else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._text(index.row(), row, column))
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self._put(Qt.CheckState(value) != Qt.CheckState.Checked, index.row())
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole or orientation == Qt.Orientation.Vertical:
            return None
        tr = self._context.tr
        return (tr.text("Where"), tr.text("Day"), tr.text("Item"), tr.text("Value"), tr.text("What happens"))[
            section
        ]

    def _text(self, at: int, row: PreviewRow, column: int) -> str:
        tr, place = self._context.tr, row.place
        if column == 0:
            # One file alone is named in the title; of several each row says which.
            only_one = place.line is not None and len(self._files) == 1
            file = None if only_one else place.file
            return Place("" if only_one else place.list, place.entry, file, place.line).words(tr)
        if column == 4:
            return tr.refusal(row.why) if row.why is not None else _state(row.state, tr)
        if at not in self._shown:
            self._shown[at] = facts(self._contents, row.key) if row.key is not None else RowFacts()
        found = self._shown[at]
        if column == 1:
            return tr.date(found.day, "short") if found.day is not None else _day(place.day, tr)
        code = found.item or place.item or ""
        return self._name(code) if column == 2 else self._value(code, found.value)

    def _name(self, code: str) -> str:
        tr = self._context.tr
        if code == "note":
            return tr.text("Note")
        if code in self._symptoms:
            return self._symptoms.get(code).name(tr)
        if code in self._analytes:
            return self._analytes.get(code).label(tr)
        return EVENT_KINDS[code].name(tr) if code in EVENT_KINDS else code

    def _value(self, code: str, value: object) -> str:
        if isinstance(value, bool | int | float | BloodPressure) and code in self._symptoms:
            return self._symptoms.get(code).show(value, self._context.tr)
        return "" if value is None else str(value)[:200]


def _day(written: str | None, tr: Translator) -> str:
    try:
        return tr.date(parse_day(written or ""), "short")
    except Refusal:
        return written or ""


def _state(state: str | None, tr: Translator) -> str:
    words = {
        NEW: tr.text("is new"),
        EQUAL: tr.text("is here already"),
        KEPT: tr.text("differs; what is here stays"),
    }
    return words[state or NEW]


class ImportPreview(QDialog):
    """Shows what would come in. While a refused row is in, nothing can be imported."""

    def __init__(
        self, parent: QWidget, context: UiContext, name: str, imported: Imported, rehearsed: Merge
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._name = name
        self._imported = imported
        self._rehearsed = rehearsed
        self.model = _RowModel(context, imported, rows_of(imported, rehearsed))
        self.summary = plain_label("title", "import_summary")
        self.said = plain_label("quiet", "import_said")
        for label in (self.summary, self.said):
            label.setWordWrap(True)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.take_out, self.cancel, self.bring_in = QPushButton(), QPushButton(), QPushButton()
        for button, name_of in ((self.take_out, "take_out_refused"), (self.cancel, "cancel_import")):
            button.setObjectName(name_of)
            button.setAutoDefault(False)
        self.bring_in.setObjectName("bring_in")
        self.bring_in.setProperty("role", "primary")
        self._build()
        self.model.changed.connect(self._enable)
        self.take_out.clicked.connect(self.model.take_out_refused)
        self.cancel.clicked.connect(self.reject)
        self.bring_in.clicked.connect(self.accept)
        # How high a reason is depends on how wide its column has become.
        self.table.horizontalHeader().sectionResized.connect(lambda *_: self._show_reasons())
        self.retranslate()

    @property
    def taken_out(self) -> int:
        """How many rows were taken out."""
        return len(self.model.out)

    @property
    def left_out(self) -> set[RowKey]:
        """The rows that were taken out, as far as they could be read."""
        keys = (self.model.rows[at].key for at in self.model.out)
        return {key for key in keys if key is not None}

    def retranslate(self) -> None:
        """Sets every text."""
        tr, done, refused = self._context.tr, self._rehearsed, len(self._imported.faults)
        self.setWindowTitle(tr.text("Import “{name}”", name=self._name))
        self.summary.setText(
            tr.text(
                "New: {new}. Already there: {equal}. Kept as it was here: {kept}. Refused: {refused}.",
                new=tr.number(done.new),
                equal=tr.number(done.equal),
                kept=tr.number(done.kept),
                refused=tr.number(refused + len(done.refused)),
            )
        )
        told = [tr.refusal(each) for each in self._imported.said]
        if self._imported.ignored:
            names = tr.listing(self._imported.ignored[:8])
            told.append(tr.text("Not known here and left out: {names}.", names=names))
        if self.model.refused:
            told.append(tr.text("While a refused row is ticked, nothing is imported: take it out first."))
        self.said.setText(" ".join(told))
        self.said.setVisible(bool(told))
        self.table.setAccessibleName(tr.text("Rows of the file"))
        self.take_out.setText(tr.text("Take out the refused rows"))
        self.cancel.setText(tr.text("Cancel"))
        self.bring_in.setText(tr.text("Import"))
        self._enable()

    def _build(self) -> None:
        buttons = FlowLayout()
        buttons.addWidget(self.take_out)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.bring_in)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.addWidget(self.summary)
        layout.addWidget(self.said)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        scale = self._context.theme.scale
        self.table.verticalHeader().setDefaultSectionSize(target(scale))
        for column, width in enumerate((150, 120, 160, 120, 360)):
            self.table.setColumnWidth(column, round(width * scale))
        # What happens is read first, also where not every column has room.
        self.table.horizontalHeader().moveSection(4, 1)
        self._show_reasons()
        fit_dialog(self, scale, 980, 600)

    def _show_reasons(self) -> None:
        """Reasons stand in as many lines as they need; refused rows come first."""
        for at, row in enumerate(self.model.rows[:_MOST_WRAPPED]):
            if row.state is None:
                self.table.resizeRowToContents(at)

    def _enable(self) -> None:
        self.take_out.setVisible(self.model.refused > 0)
        self.bring_in.setEnabled(self.model.refused == 0)
