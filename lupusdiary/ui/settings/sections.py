"""The cards of the settings in one column, and beside it the list of its sections with a search."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.page import SIDE, TOP
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.settings.section_rows import SectionRow, section_rows
from lupusdiary.ui.widgets.choice import Choice
from lupusdiary.ui.widgets.labels import plain_label
from lupusdiary.ui.widgets.scroll_column import scrolled
from lupusdiary.ui.widgets.search_field import SearchField

# At 100 %: below this width the list has no room beside the cards and becomes a box to choose from above.
_BESIDE = 800
_LIST_WIDTH = 232
_INDENT = "\u2003"


class SettingsSections(QWidget):
    """The section that is seen is marked while the column is scrolled; choosing one scrolls to it."""

    def __init__(self, context: UiContext, title: QLabel, cards: Mapping[str, QWidget]) -> None:
        super().__init__()
        self._context = context
        self._cards = cards
        self._rows: list[SectionRow] = []
        self._leading = False
        self._asked = ""
        self._place: QWidget | None = None
        self.search = SearchField("settings_search")
        self.list = QListWidget()
        self.list.setObjectName("settings_sections")
        self.list.setProperty("role", "sections")
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.box = Choice()
        self.box.setObjectName("settings_section_box")
        self.box.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.nothing = plain_label("muted", "settings_nothing")
        self._title = title
        self._go_there = QTimer(self)
        self._go_there.setSingleShot(True)
        self._go_there.setInterval(0)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._panel = QWidget()
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._panel)
        self._head.setSpacing(10)
        self._head.addWidget(self._title)
        for widget in (self.search, self.box, self.nothing, self.list):
            self._head.addWidget(widget)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setSpacing(14)
        for card in self._cards.values():
            self._column.addWidget(card)
        self._column.addStretch(1)
        self.area = scrolled(self._body)
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._split.setContentsMargins(0, 0, 0, 0)
        self._split.setSpacing(0)
        self._split.addWidget(self._panel)
        self._split.addWidget(self.area, 1)

    def _connect(self) -> None:
        self.search.sought.connect(self._seek)
        self.search.entered.connect(self._to_rows)
        self.list.currentRowChanged.connect(self._lead)
        self.list.itemClicked.connect(lambda item: self._lead(self.list.row(item)))
        self.list.itemActivated.connect(lambda item: self._enter(self.list.row(item)))
        self.box.activated.connect(self._lead)
        self.area.verticalScrollBar().valueChanged.connect(lambda _: self._follow())
        self._go_there.timeout.connect(self._go)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._find)

    @property
    def beside(self) -> bool:
        """Whether the list has room beside the cards."""
        return self.width() >= _BESIDE * self._context.theme.scale

    @property
    def current(self) -> str:
        """The section that is marked, by its name; empty where nothing was found."""
        at = self.list.currentRow()
        return self._rows[at].section if 0 <= at < len(self._rows) else ""

    def show_section(self, name: str, place: QWidget | None = None) -> None:
        """Goes to a section, as if its row had been pressed, and there to one `place` with the keyboard; also
        before the page is first seen."""
        self.search.clear()
        self._asked, self._place = name, place
        self._go_there.start()

    def is_seen(self, place: QWidget) -> bool:
        """Whether a place of a card is wholly in view."""
        top = self._top(place) - self.area.verticalScrollBar().value()
        return place.isVisible() and top >= 0 and top + place.height() <= self.area.viewport().height()

    def _go(self) -> None:
        section, place = self._asked, self._place
        self._lead(self._row_of(section))
        if place is None:
            return
        if not self.is_seen(place):
            self._scroll(self._top(place) - self.area.viewport().height() // 3)
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def from_start(self) -> None:
        """Every section is offered again, and the first is marked."""
        self.search.clear()
        self.area.verticalScrollBar().setValue(0)
        self._mark(0)

    def refresh(self) -> None:
        """Offers the sections that are there now and hold what is looked for."""
        tr, wanted = self._context.tr, self.search.wanted
        before, rows = self.current, list(section_rows(self._cards, wanted, tr))
        self.nothing.setText(tr.text("No setting was found for “{text}”.", text=wanted))
        if rows != self._rows:
            self._rows = rows
            with QSignalBlocker(self.list), QSignalBlocker(self.box):
                self.list.clear()
                self.box.clear()
                for row in rows:
                    item = QListWidgetItem((_INDENT if row.inner else "") + row.words)
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, row.words)
                    self.list.addItem(item)
                    self.box.addItem(item.text())
            self._mark(self._row_of(before))
        self._arrange()

    def retranslate(self) -> None:
        """Sets every text; those of the cards are set before."""
        tr = self._context.tr
        self.search.explain(tr.text("Find a setting"), tr.text("Search"))
        self.search.setAccessibleName(tr.text("Find a setting (Ctrl+F)"))
        self.search.setToolTip(tr.text("Find a setting (Ctrl+F)"))
        self.list.setAccessibleName(tr.text("Sections of the settings"))
        self.box.setAccessibleName(tr.text("Sections of the settings"))
        self.refresh()

    def restyle(self) -> None:
        """Draws what the style sheet does not reach, and finds room for other letters."""
        self.search.restyle(self._context.theme.colours)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside, found = self.beside, bool(self._rows)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._split.setDirection(across if beside else down)
        self._head.setDirection(down if beside else across)
        self._panel.setFixedWidth(
            SIDE + round(_LIST_WIDTH * self._context.theme.scale) if beside else self.width()
        )
        # Above the cards it ends where they do, before the scroll bar.
        right = 0 if beside else SIDE + self.area.verticalScrollBar().sizeHint().width()
        self._head.setContentsMargins(SIDE, TOP if beside else 10, right, 10)
        self._column.setContentsMargins(16 if beside else SIDE, TOP if beside else 6, SIDE, TOP)
        # Names of sections are read whole; what belongs in the search can be said in one word.
        for widget, share in ((self.search, 0 if beside else 1), (self.box, 2), (self.nothing, 2)):
            self._head.setStretchFactor(widget, share)
        top = Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag.AlignVCenter
        self.nothing.setAlignment(top | Qt.AlignmentFlag.AlignLeft)
        # The rail says where one is; above the cards of a small window there is no room to say it twice.
        self._title.setVisible(beside)
        # As high as the heads of other pages, which hold controls.
        self._title.setMinimumHeight(target(self._context.theme.scale))
        self.list.setVisible(beside and found)
        self.box.setVisible(found and not beside)
        self.nothing.setVisible(not found)

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _seek(self) -> None:
        self.refresh()
        if not self.search.wanted:
            self._follow()
        elif self._rows:
            meant = [at for at, row in enumerate(self._rows) if row.meant]
            # The section itself, where it is called so, before a setting of another that is.
            self._lead(min(meant, key=lambda at: self._rows[at].inner, default=0))

    def _to_rows(self) -> None:
        if self._rows:
            (self.list if self.beside else self.box).setFocus(Qt.FocusReason.OtherFocusReason)

    def _row_of(self, section: str) -> int:
        return next((at for at, row in enumerate(self._rows) if row.section == section), 0)

    def _mark(self, at: int) -> None:
        with QSignalBlocker(self.list), QSignalBlocker(self.box):
            self.list.setCurrentRow(at)
            self.box.setCurrentIndex(at)

    def _lead(self, at: int) -> None:
        """Scrolls to what a row stands for, with the head of its card where both have room."""
        if not 0 <= at < len(self._rows):
            return
        self._mark(at)
        row = self._rows[at]
        top = self._top(self._cards[row.section])
        if row.inner:
            top = max(top, self._top(row.place) - self.area.viewport().height() // 3)
        self._scroll(top - self._column.contentsMargins().top())

    def _scroll(self, to: int) -> None:
        self._leading = True
        self.area.verticalScrollBar().setValue(to)
        self._leading = False

    def _enter(self, at: int) -> None:
        """Takes the keyboard to the setting, or to the first of its section."""
        row = self._rows[at]
        card = self._cards[row.section]
        here: QWidget | None = row.place
        while here is not None and (here is row.place or card.isAncestorOf(here)):
            if here.focusPolicy() & Qt.FocusPolicy.TabFocus and here.isVisible() and here.isEnabled():
                here.setFocus(Qt.FocusReason.TabFocusReason)
                return
            here = here.nextInFocusChain()

    def _top(self, widget: QWidget) -> int:
        return widget.mapTo(self._body, QPoint(0, 0)).y()

    def _follow(self) -> None:
        """Marks the section that is read; while something is looked for the mark stays on what was found."""
        if self._leading or self.search.wanted or not self._rows:
            return
        bar = self.area.verticalScrollBar()
        line = bar.value() + self.area.viewport().height() // 3
        above = [at for at, row in enumerate(self._rows) if self._top(row.place) <= line]
        ends = 0 < bar.maximum() <= bar.value()
        self._mark(len(self._rows) - 1 if ends else max(above, default=0) if bar.value() else 0)
