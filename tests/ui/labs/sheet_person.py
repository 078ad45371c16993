"""The person in front of a laboratory sheet: goes to cells, types, presses what is painted there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from lupusdiary.ui.labs.page import LabsPage
from lupusdiary.ui.labs.sheet.delegates import ChipDelegate
from lupusdiary.ui.labs.sheet.model import RANGE, READ, UNIT_OF, VALUE
from tests.ui.daily import Daily


class SheetPerson:
    """Finds rows by the code of their test."""

    def __init__(self, daily: Daily, page: LabsPage) -> None:
        self.daily = daily
        self.page = page
        self.table = page.form.table
        self.sheet = page.form.table.sheet

    def row(self, code: str) -> int:
        return next(n for n, each in enumerate(self.sheet.entries) if each.analyte.id == code)

    @property
    def codes(self) -> list[str]:
        return [each.analyte.id for each in self.sheet.entries]

    @property
    def here(self) -> tuple[str, int]:
        """The cell of the keyboard: code and column."""
        index = self.table.currentIndex()
        return self.sheet.entry(index.row()).analyte.id, index.column()

    def go(self, code: str, column: int = VALUE) -> QWidget:
        self.table.go(self.row(code), column)
        QApplication.processEvents()
        return self.daily.focus()

    def type(self, code: str, text: str, column: int = VALUE) -> None:
        """Types into a cell, over what stands there."""
        field = self.go(code, column)
        if column == UNIT_OF:
            QTest.keyClick(field, Qt.Key.Key_F2)
            field = self.daily.focus()
        if text.isascii():
            self.daily.type(text)
        else:
            compose(field, text)
        if column == UNIT_OF:
            self.go(code)

    def enter(self, values: dict[str, str], units: dict[str, str] | None = None) -> None:
        for code, text in values.items():
            self.type(code, text)
            if units and code in units:
                self.type(code, units[code], UNIT_OF)

    def value(self, code: str) -> str:
        return self.sheet.entry(self.row(code)).value

    def unit(self, code: str) -> str:
        return self.sheet.entry(self.row(code)).unit

    def range(self, code: str) -> str:
        return self.sheet.entry(self.row(code)).range_text

    def said(self, code: str) -> str:
        return self.sheet.said(self.row(code))

    def _delegate(self, column: int) -> ChipDelegate:
        return self.table.units if column == UNIT_OF else self.table.parsed

    def chips(self, code: str, column: int = READ) -> list[str]:
        """The words of the chips that are painted in a cell."""
        index = self.sheet.index(self.row(code), column)
        return [each.words for each in self._delegate(column).chips(index, self.table.columnWidth(column))]

    def press(self, code: str, words: str, column: int = READ) -> None:
        """Clicks the chip with these words."""
        row = self.row(code)
        self.table.scrollTo(self.sheet.index(row, column))
        QApplication.processEvents()
        index = self.sheet.index(row, column)
        places = self._delegate(column).places(index, self.table.visualRect(index))
        place = places[self.chips(code, column).index(words)]
        self.daily.effort += 1
        QTest.mouseClick(
            self.table.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QPoint(round(place.center().x()), round(place.center().y())),
        )
        QApplication.processEvents()

    def range_of(self, code: str, text: str) -> None:
        self.type(code, text, RANGE)


def compose(field: QWidget, text: str) -> None:
    """Writes Hangul as an input method does: composed first, then committed."""
    QApplication.sendEvent(field, QInputMethodEvent(text, []))
    written = QInputMethodEvent()
    written.setCommitString(text)
    QApplication.sendEvent(field, written)
