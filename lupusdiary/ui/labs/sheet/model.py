"""The rows of a sheet for a table: what is typed, its unit and range, how it was understood, last time."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from lupusdiary.diary import Diary
from lupusdiary.domain.records import LabResult
from lupusdiary.language import Translator
from lupusdiary.queries.compared_results import compared_results
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.labs.grid import SIGNS, mark_words
from lupusdiary.ui.labs.sheet.parsed_entry import UNIT, ParsedEntry, parse_entry
from lupusdiary.ui.labs.sheet_draft import SheetDraft
from lupusdiary.ui.labs.sheet_entry import CHANGE, NO_UNIT, OFFERED, SheetEntry
from lupusdiary.ui.widgets.labels import plain_tip

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

# Joined once: Qt asks for them in every cell.
_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TYPED = _SHOWN | Qt.ItemFlag.ItemIsEditable
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

NAME, VALUE, UNIT_OF, RANGE, READ, PREVIOUS = range(6)
PARSED = Qt.ItemDataRole.UserRole
ENTRY = Qt.ItemDataRole.UserRole + 1


class SheetModel(QAbstractTableModel):
    """Shows a `SheetDraft` and writes into it. `typed` is sent after every change of a row."""

    typed = Signal(int)

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self._diary = diary
        self._context = context
        self.draft: SheetDraft | None = None
        self._all_parsed: list[ParsedEntry | None] = []
        self._previous: dict[str, LabResult] = {}
        self._compared: dict[str, LabResult] = {}
        self._sex: str | None = None
        self._bold = QFont()
        self._muted = QColor()
        self.narrow = False

    @property
    def _tr(self) -> Translator:
        return self._context.tr

    @property
    def entries(self) -> list[SheetEntry]:
        """The rows."""
        return self.draft.entries if self.draft is not None else []

    def show(self, draft: SheetDraft | None) -> None:
        """Takes a sheet, or the same one after its rows changed."""
        self.beginResetModel()
        self.draft = draft
        self._all_parsed = [None] * len(self.entries)
        self.endResetModel()
        self.look_back()

    def set_style(self, bold: QFont, muted: QColor) -> None:
        """Takes the font of what was typed and the colour of what is beside it."""
        self._bold, self._muted = bold, muted
        self.retranslate()

    def look_back(self) -> None:
        """Loads the last results before the day of the sheet, and the person's sex for ranges by sex."""
        self._sex = self._diary.profile.get().sex
        draft = self.draft
        self._previous = draft.previous(self._diary) if draft is not None else {}
        self._compared = compared_results(self._diary, draft.day, self._previous) if draft is not None else {}
        self.retranslate()

    def retranslate(self) -> None:
        """Says everything again."""
        self._all_parsed = [None] * len(self.entries)
        if self.entries:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.entries) - 1, PREVIOUS))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, PREVIOUS)

    def entry(self, row: int) -> SheetEntry:
        """What is typed in a row."""
        return self.entries[row]

    def parsed(self, row: int) -> ParsedEntry:
        """How a row is understood."""
        found = self._all_parsed[row]
        if found is None:
            entry = self.entries[row]
            laboratory = self.draft.laboratory if self.draft is not None else None
            last = self._compared.get(entry.analyte.id)
            found = self._all_parsed[row] = parse_entry(entry, self._sex, self._tr, last, laboratory)
        return found

    def said(self, row: int) -> str:
        """What is said of a row, in words."""
        entry, parsed = self.entries[row], self.parsed(row)
        if entry.is_empty and entry.id is not None:
            return self._tr.text("is removed when you save")
        return parsed.problem or parsed.text

    def changed(self, row: int) -> None:
        """Reads a row again after it was typed or answered."""
        self._all_parsed[row] = None
        self.dataChanged.emit(self.index(row, 0), self.index(row, PREVIOUS))
        self.typed.emit(row)

    def write(self, row: int, column: int, text: str) -> None:
        """Takes what is typed into a cell."""
        entry = self.entries[row]
        if column == VALUE:
            entry.type_value(text)
        elif column == RANGE:
            entry.range_text = text
        elif column == UNIT_OF:
            entry.type_unit(text)
        self.changed(row)

    def answer(self, row: int, key: str) -> None:
        """Takes an answer to the question of a row."""
        if key != CHANGE:
            self.entries[row].answer(key)
            self.changed(row)

    def choose_unit(self, row: int, unit: str) -> None:
        """Takes the unit that was pressed; an empty one says that it is not known."""
        self.entries[row].choose_unit(unit)
        self.changed(row)

    def open_rows(self) -> list[int]:
        """The rows that ask something, a refused one included."""
        rows = range(len(self.entries))
        return [row for row in rows if self.parsed(row).asks or self.parsed(row).problem]

    def offered_rows(self) -> list[int]:
        """The rows whose unit one press confirms."""
        return [row for row in range(len(self.entries)) if self.parsed(row).unit == OFFERED]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else PREVIOUS + 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        typed = index.column() in (VALUE, RANGE) or (
            index.column() == UNIT_OF and self._has_unit(index.row())
        )
        return _TYPED if typed else _SHOWN

    def _has_unit(self, row: int) -> bool:
        return self.entries[row].has_unit

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = index.row(), index.column()
        if role == PARSED:
            return self.parsed(row)
        if role == ENTRY:
            return self.entries[row]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            tip = self._tip(row, column)
            return None if tip is None else plain_tip(tip)
        if role == Qt.ItemDataRole.FontRole and column == VALUE:
            return self._bold
        if role == Qt.ItemDataRole.ForegroundRole and (column == PREVIOUS or self._is_brought(row, column)):
            return self._muted
        if role == Qt.ItemDataRole.TextAlignmentRole and column == VALUE:
            return _RIGHT
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        if str(value) != self._text(index.row(), index.column()):
            self.write(index.row(), index.column(), str(value))
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            return self.entries[section].named(self._tr) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section == VALUE else _LEFT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        tr = self._tr
        return (
            tr.text("Test"),
            tr.text("Result"),
            tr.text("Unit"),
            tr.text("Range"),
            tr.context("result", "Read as") if self.narrow else tr.text("Understood as"),
            self._looked_back_to(),
        )[section]

    def _looked_back_to(self) -> str:
        days = [each.collected_on for each in self._previous.values()]
        return self._tr.date(max(days), "day") if days else self._tr.context("result", "Previous")

    def _text(self, row: int, column: int) -> str:
        entry = self.entries[row]
        if column == NAME:
            return entry.named(self._tr)
        if column == VALUE:
            return entry.value
        if column == UNIT_OF:
            return entry.unit
        if column == RANGE:
            return entry.range_text
        if column == READ:
            return self.said(row)
        return self._before(entry)

    def _before(self, entry: SheetEntry) -> str:
        """The last value, with its unit where that is another one, and its day where the heading's is not."""
        kept = self._previous.get(entry.analyte.id)
        if kept is None:
            return ""
        unit = kept.unit or ""
        shown = f"{kept.value_text} {unit}".strip() if unit and unit != entry.unit else kept.value_text
        if kept.collected_on == max(each.collected_on for each in self._previous.values()):
            return shown
        return self._tr.text("{value} ({day})", value=shown, day=self._tr.date(kept.collected_on, "day"))

    def _is_brought(self, row: int, column: int) -> bool:
        """Whether a cell shows what last time printed, while nothing of this sheet stands in the row."""
        return column in (UNIT_OF, RANGE) and self.entries[row].is_empty

    def _tip(self, row: int, column: int) -> str | None:
        entry, parsed, tr = self.entries[row], self.parsed(row), self._tr
        if column == NAME:
            return entry.analyte.name(tr)
        if column in (UNIT_OF, READ):
            return parsed.question or parsed.problem or parsed.text or None
        if column == PREVIOUS and (kept := self._previous.get(entry.analyte.id)):
            return f"{tr.date(kept.collected_on)} {kept.laboratory or ''}".strip()
        return None

    def _spoken(self, row: int, column: int) -> str:
        """The cell for a screen reader, with the name of its test."""
        entry, parsed, tr = self.entries[row], self.parsed(row), self._tr
        label, text = entry.named(tr), self._text(row, column)
        if column == VALUE:
            return tr.text("{test}, value as printed: {value}", test=label, value=text or tr.text("empty"))
        if column == UNIT_OF:
            if parsed.asks == UNIT:
                return f"{label}: {parsed.question} {tr.listing(entry.units)}"
            none = tr.text("no unit") if parsed.unit == NO_UNIT else tr.text("empty")
            return tr.text("{test}, unit: {value}", test=label, value=text or none)
        if column == RANGE:
            return tr.text("{test}, range on the sheet: {value}", test=label, value=text or tr.text("empty"))
        if column == READ:
            words = [text, mark_words(parsed.mark, tr), parsed.question if parsed.asks != UNIT else ""]
            return f"{label}: " + tr.listing([each for each in words if each])
        if column == PREVIOUS:
            return tr.text("{test}, previous: {value}", test=label, value=text or tr.text("empty"))
        return label


def marked(parsed: ParsedEntry, tr: Translator, *, narrow: bool) -> str:
    """The sign of a mark with its words, shorter where there is little room."""
    if parsed.mark is None:
        return ""
    words = {
        "above": tr.text("high") if narrow else tr.text("above its range"),
        "below": tr.text("low") if narrow else tr.text("below its range"),
        "outside": tr.text("outside") if narrow else tr.text("outside its range"),
    }[parsed.mark]
    return f"{SIGNS[parsed.mark]} {words}"
