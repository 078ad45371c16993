"""The headings of an article beside its text, each of which leads there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from lupusdiary.education.content.article import Section
from lupusdiary.ui.base.style_sheet import TARGET

# Room around a heading, in pixels; a little more than the style takes.
_BESIDE = 12
_ABOVE = 5


class TableOfContents(QListWidget):
    """A click or Enter goes to a section; the section being read is the selected one."""

    section_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("contents_list")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.itemClicked.connect(self._go)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Lists the headings."""
        self.clear()
        for section in sections:
            item = QListWidgetItem(section.heading)
            item.setData(Qt.ItemDataRole.UserRole, section.anchor)
            self.addItem(item)
        self.fit()

    def fit(self) -> None:
        """As high as its lines: each heading stands there whole, in as many lines as it needs."""
        # Asked for a height, Qt answers for the width that the list had before.
        room = max(1, self.width() - 2 * self.frameWidth() - 2 * _BESIDE)
        wrapped = Qt.TextFlag.TextWordWrap
        total = 0
        for row in range(self.count()):
            item = self.item(row)
            words = self.fontMetrics().boundingRect(QRect(0, 0, room, 10_000), wrapped, item.text())
            height = max(TARGET, words.height() + 2 * _ABOVE)
            item.setSizeHint(QSize(room, height))
            total += height
        self.setFixedHeight(total + 2 * self.frameWidth() + 8)

    def show_place(self, anchor: str | None) -> None:
        """Selects the section that is being read; none above the first."""
        rows = range(self.count())
        here = [row for row in rows if self.item(row).data(Qt.ItemDataRole.UserRole) == anchor]
        self.setCurrentRow(here[0] if here else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._go(item)
        else:
            super().keyPressEvent(event)

    def _go(self, item: QListWidgetItem) -> None:
        self.section_requested.emit(str(item.data(Qt.ItemDataRole.UserRole)))
