"""The list of all tests, grouped by panel, searched while typing, each switched on or off."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.language import Translator
from lupusdiary.ui.widgets.labels import plain_tip

_CODE = Qt.ItemDataRole.UserRole
_PANEL = Qt.ItemDataRole.UserRole + 1


class AnalyteList(QListWidget):
    """`switched` carries a code and whether it is on now. Space or a click switches."""

    switched = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("analyte_list")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.height_of_row = 40
        self.itemChanged.connect(self._changed)
        self.itemActivated.connect(self._toggle)

    def fill(self, catalogue: AnalyteCatalogue, on: Collection[str], search: str, tr: Translator) -> None:
        """Shows the tests that `search` finds, all when it is empty."""
        at = self.current_code()
        found = {each.id for each in catalogue.search(search)}
        self.blockSignals(True)
        self.clear()
        for panel in catalogue.panels:
            tests = [each for each in catalogue.of_panel(panel.id) if each.id in found]
            if tests:
                self._heading(panel.name(tr), panel.id)
            for each in tests:
                label, name = each.label(tr), each.name(tr)
                item = QListWidgetItem(label if label == name else f"{label} – {name}")
                item.setData(_CODE, each.id)
                item.setSizeHint(QSize(0, self.height_of_row))
                item.setToolTip(plain_tip(f"{name}\n{each.explain(tr)}".strip()))
                item.setFlags(
                    Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                )
                item.setCheckState(Qt.CheckState.Checked if each.id in on else Qt.CheckState.Unchecked)
                self.addItem(item)
                if each.id == at:
                    self.setCurrentItem(item)
        if self.currentItem() is None and self.count() > 1:
            self.setCurrentRow(1)
        self.blockSignals(False)

    def current_code(self) -> str | None:
        """The code of the test under the keyboard."""
        item = self.currentItem()
        code = item.data(_CODE) if item is not None else None
        return code if isinstance(code, str) else None

    def show_panel(self, panel: str) -> None:
        """Brings the tests of a panel into view."""
        for at in range(self.count()):
            if self.item(at).data(_PANEL) == panel:
                self.scrollToItem(self.item(at), QListWidget.ScrollHint.PositionAtTop)

    def show_on(self, on: Collection[str]) -> None:
        """Shows which tests are on."""
        self.blockSignals(True)
        for at in range(self.count()):
            item = self.item(at)
            if item.data(_CODE) is not None:
                item.setCheckState(
                    Qt.CheckState.Checked if item.data(_CODE) in on else Qt.CheckState.Unchecked
                )
        self.blockSignals(False)

    def _heading(self, text: str, panel: str) -> None:
        item = QListWidgetItem(text)
        item.setData(_PANEL, panel)
        font = QFont(self.font())
        font.setBold(True)
        item.setFont(font)
        item.setSizeHint(QSize(0, self.height_of_row))
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)

    def _changed(self, item: QListWidgetItem) -> None:
        if item.data(_CODE) is not None:
            self.switched.emit(item.data(_CODE), item.checkState() == Qt.CheckState.Checked)

    def _toggle(self, item: QListWidgetItem) -> None:
        if item.data(_CODE) is not None:
            on = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
