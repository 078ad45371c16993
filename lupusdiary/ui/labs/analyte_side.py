"""All tests: searched by name, put on by panel or one by one."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.labs.analyte_list import AnalyteList
from lupusdiary.ui.labs.panel_cards import PanelCards


class AnalyteSide(QWidget):
    """The search, the ready panels and the list of one chooser."""

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self._diary = diary
        self._context = context
        self.search = QLineEdit()
        self.search.setObjectName("search_tests")
        self.search.setClearButtonEnabled(True)
        self.list = AnalyteList()
        self.cards = PanelCards()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.cards)
        column.addWidget(self.list, 1)
        self.cards.shown.connect(self.list.show_panel)

    def fill(self, on: list[str]) -> None:
        """Shows the tests that the search finds, and which of them are on."""
        self.list.fill(self._diary.labs.catalogue(), on, self.search.text(), self._context.tr)
        self.fill_cards(on)

    def fill_cards(self, on: list[str]) -> None:
        """Shows how many tests of each panel are on."""
        self.cards.fill(self._diary.labs.catalogue(), on, self._context.tr, self._context.theme)

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self.search.setPlaceholderText(tr.text("Find a test by name or abbreviation"))
        self.search.setAccessibleName(tr.text("Find a test by name or abbreviation"))
        self.list.setAccessibleName(tr.text("All tests"))
