"""The table of a sheet: typed from cell to cell, questions pressed in their row, everything by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QMenu

from lupusdiary.diary import Diary
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.labs.sheet.delegates import MORE, UNKNOWN, ChipDelegate
from lupusdiary.ui.labs.sheet.grid import SheetGrid
from lupusdiary.ui.labs.sheet.model import NAME, PREVIOUS, READ, UNIT_OF, VALUE
from lupusdiary.ui.labs.sheet.parsed_entry import WRITTEN_UNIT
from lupusdiary.ui.labs.sheet.unit_menu import unit_menu
from lupusdiary.ui.labs.sheet_entry import CHANGE, CHOICE, OFFERED
from lupusdiary.ui.widgets.painted_chips import chip_at
from lupusdiary.ui.widgets.row_table import Index

_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class SheetTable(SheetGrid):
    """What keys and the pointer do in a `SheetGrid`."""

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__(diary, context)
        self.menu: QMenu | None = None
        self._aimed: tuple[int, int, str] | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), event.key()
        delegate = self._chips(index)
        chips = delegate.chips(index, self.visualRect(index).width()) if delegate is not None else []
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif key in _PRESS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
        elif not index.isValid():
            super().keyPressEvent(event)
        elif delegate is not None and event.text() in "123456789" and event.text() and chips:
            self._press_number(index, delegate, int(event.text()))
        elif key in _PRESS and chips and delegate is not None:
            self.press(index.row(), index.column(), chips[min(delegate.focused, len(chips) - 1)].key)
        elif key in _PRESS:
            self._press_plain(index)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.go(index.row() + (1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._beside(index, delegate, len(chips), 1 if key == Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_Escape:
            self.go(index.row())
        elif index.column() == UNIT_OF and (key == Qt.Key.Key_F2 or event.text().strip()):
            self._write_unit(index, event)
        elif event.text().strip() and index.column() != UNIT_OF:
            self.go(index.row())
            self._pass_on(event)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self.currentIndex().isValid() and self.hasFocus():
            self.tab(1 if forward else -1)
            return True
        return super().focusNextPrevChild(forward)

    def _beside(self, index: Index, delegate: ChipDelegate | None, count: int, step: int) -> None:
        if delegate is not None and 0 <= delegate.focused + step < count:
            delegate.focused += step
            self.update_row(index.row())
        else:
            self.aside(step)

    def _write_unit(self, index: Index, event: QKeyEvent) -> None:
        self.edit(self.sheet.index(index.row(), UNIT_OF))
        if event.key() != Qt.Key.Key_F2:
            self._pass_on(event)

    def _pass_on(self, event: QKeyEvent) -> None:
        editor = self.editor()
        if editor is not None:
            editor.selectAll()
            editor.insert(event.text())

    # What is pressed in a row

    def _chips(self, index: Index) -> ChipDelegate | None:
        return {UNIT_OF: self.units, READ: self.parsed}.get(index.column()) if index.isValid() else None

    def _press_number(self, index: Index, delegate: ChipDelegate, number: int) -> None:
        if delegate is self.parsed:
            chips = delegate.chips(index, 0)
            keys = [chip.key for chip in chips]
        else:
            entry = self.sheet.entry(index.row())
            keys = [entry.offered or ""] if self.sheet.parsed(index.row()).unit == OFFERED else []
            keys = keys or [*entry.units, UNKNOWN]
        if number <= len(keys):
            self.press(index.row(), index.column(), keys[number - 1])

    def press(self, row: int, column: int, key: str) -> None:
        """Presses a chip: a unit is chosen, a question answered; the keyboard goes on to what comes next."""
        if key == MORE:
            self.offer_units(row)
        elif column == UNIT_OF:
            self.sheet.choose_unit(row, key)
            self.go(row + 1)
        elif key == CHANGE:
            if self.sheet.parsed(row).asks == WRITTEN_UNIT:
                self._write_another(row)
            else:
                self.go(row)
        else:
            self.sheet.answer(row, key)
            parsed = self.sheet.parsed(row)
            column = UNIT_OF if parsed.unit == CHOICE else READ if parsed.answers else VALUE
            self.go(row if column != VALUE else row + 1, column)

    def _press_plain(self, index: Index) -> None:
        if index.column() == UNIT_OF and self.sheet.entry(index.row()).has_unit:
            self.offer_units(index.row())
        else:
            self.advance()

    def offer_units(self, row: int) -> None:
        """Opens the list of every unit of a row's test, of “not known” and of writing another one."""
        if self.menu is not None:
            self.menu.deleteLater()
        entry = self.sheet.entry(row)
        self.menu = unit_menu(
            self,
            entry,
            self._context.tr,
            lambda unit: self.press(row, UNIT_OF, unit),
            lambda: self._write_another(row),
        )
        below = self.visualRect(self.sheet.index(row, UNIT_OF)).bottomLeft()
        self.menu.popup(self.viewport().mapToGlobal(below + QPoint(4, 0)))

    def _write_another(self, row: int) -> None:
        self.go(row, UNIT_OF)
        self.edit(self.sheet.index(row, UNIT_OF))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # The row of the keyboard shows its digits: what was meant is read before its chips move.
        self._aimed = self._chip_under(event)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index, aimed = self.indexAt(event.position().toPoint()), self._aimed
        self._aimed = None
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        if aimed is not None:
            if (index.row(), index.column()) == aimed[:2]:
                self.press(*aimed)
            return
        parsed = self.sheet.parsed(index.row())
        if index.column() == UNIT_OF and parsed.unit not in (CHOICE, OFFERED):
            if self.sheet.entry(index.row()).has_unit:
                self.offer_units(index.row())
        elif index.column() in (NAME, PREVIOUS):
            self.go(index.row())
        else:
            self.go(index.row(), index.column())

    def _chip_under(self, event: QMouseEvent) -> tuple[int, int, str] | None:
        index = self.indexAt(event.position().toPoint())
        delegate = self._chips(index)
        if delegate is None:
            return None
        rect = self.visualRect(index)
        at = chip_at(delegate.places(index, rect), event.position())
        key = delegate.chips(index, delegate.content(rect).width())[at].key if at >= 0 else None
        return (index.row(), index.column(), key) if key is not None else None
