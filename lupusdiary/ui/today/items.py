"""The rows of the items that Today asks, and the way of the keyboard through them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.domain.day_record import COPIED, DayRecord
from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.today.anchors import Anchors
from lupusdiary.ui.today.day_actions import DayActions
from lupusdiary.ui.today.item_row import ItemRow
from lupusdiary.ui.today.row_layout import GAP, NAME_WIDTH
from lupusdiary.ui.widgets.discard import discard

_LEFT, _RIGHT = 6, 6
# From this text scale on, the names stand above the bars.
_LARGE = 1.5


class TodayItems(QFrame):
    """`answered` carries code and value; `finished` says that the keyboard went on past the last item; `used`
    carries the item that the keyboard came to, `refused` a row that refuses its value, or no longer does."""

    answered = Signal(str, object)
    finished = Signal()
    row_reached = Signal(object)
    more_requested = Signal()
    help_requested = Signal(object)
    used = Signal(object)
    confirm_requested = Signal()
    refused = Signal(object)

    def __init__(self, context: UiContext, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._context = context
        self._read_only = read_only
        self.day = date.min
        self._past: date | None = None
        self._wide = True
        self._placed = False
        self._items: list[Symptom] = []
        self._record = DayRecord(date.min)
        self._built: list[ItemRow] = []
        self._current: ItemRow | None = None
        self._pointed: ItemRow | None = None
        self.head = DayActions(context, self, read_only=read_only)
        self.anchors = Anchors(context, self)
        self._empty = QLabel(self)
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self.more = QPushButton(self)
        self.more.setObjectName("more_items")
        self.more.clicked.connect(self.more_requested)
        self.confirm = QPushButton(self)
        self.confirm.setObjectName("confirm_copied")
        self.confirm.clicked.connect(self.confirm_requested)
        self.confirm.hide()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(_LEFT, 2, _RIGHT, 2)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.anchors)
        column.addWidget(self._empty)
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 1, 10, 1)
        foot.addWidget(self.more)
        foot.addStretch(1)
        foot.addWidget(self.confirm)
        column.addLayout(foot)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    @property
    def rows(self) -> list[ItemRow]:
        """The row of every item, made now where it was left for later."""
        self.complete()
        return self._built

    @property
    def built(self) -> Sequence[ItemRow]:
        """The rows that are made already."""
        return self._built

    @property
    def items(self) -> Sequence[Symptom]:
        """What is asked, in its order."""
        return self._items

    @property
    def is_complete(self) -> bool:
        """Whether every item has its row."""
        return len(self._built) == len(self._items)

    def show_items(self, items: Sequence[Symptom], room: int | None = None) -> None:
        """Makes the rows of `items`, unless they are there already. With `room`, a height in pixels, it
        stops where that is full and leaves the others for `complete`."""
        if self._items == list(items):
            return
        for old in self._built:
            self._column.removeWidget(old)
            discard(old)
        self._built = []
        self._current = self._pointed = None
        self._items = list(items)
        filled = 0
        while not self.is_complete and (room is None or filled < room):
            filled += self._add().sizeHint().height()
        self._empty.setVisible(not items)
        self.anchors.show_items(items)

    def complete(self) -> None:
        """Makes the rows that were left for later."""
        while not self.is_complete:
            self._show(self._add(), anyway=True)

    def _add(self) -> ItemRow:
        at = len(self._built)
        row = ItemRow(self._items[at], self._context, self, read_only=self._read_only)
        row.answered.connect(self.answered)
        row.help_requested.connect(self.help_requested)
        row.refused.connect(self.refused)
        row.onward.connect(lambda step: self._go(at + step))
        row.pointed.connect(lambda there: self._point(row if there else None))
        self._column.insertWidget(self._column.count() - 1, row)
        row.answer.past = self._past
        row.retranslate()
        row.restyle()
        row.arrange(self._room(), wide=self._wide)
        # Counted by the layout before the page is seen: else its first picture squeezes the rows.
        row.show()
        self._built.append(row)
        self._take_place(row)
        return row

    def _take_place(self, row: ItemRow) -> None:
        """The keyboard goes through the rows from the top, and on to the button below them."""
        before = self.more.previousInFocusChain()
        while before is not None and before.focusPolicy() == Qt.FocusPolicy.NoFocus:
            before = before.previousInFocusChain()
        for part in row.findChildren(QWidget):
            if before is not None and part.focusPolicy() != Qt.FocusPolicy.NoFocus:
                QWidget.setTabOrder(before, part)
                before = part

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """The keyboard came to another row, or left them."""
        row = next((each for each in self._built if new is not None and each.isAncestorOf(new)), None)
        if row is not None:
            self.used.emit(row.symptom)
        self._current = row
        self._mark()

    def _point(self, row: ItemRow | None) -> None:
        self._pointed = row
        self._mark()

    def _mark(self) -> None:
        for row in self._built:
            row.set_current(row in (self._current, self._pointed), typed=row is self._current)
        used = self._pointed or self._current
        self.anchors.explain(None if used is None else used.symptom)

    def _show(self, row: ItemRow, *, anyway: bool) -> None:
        code, record = row.symptom.id, self._record
        value, copied = record.readings.get(code), record.how.get(code) == COPIED
        show = row.reset if anyway else row.show_value
        show(value, copied=copied, entered=record.entered.get(code))

    def ask_about(self, day: date, *, past: bool) -> None:
        """Asks about a day, in the past if it is over."""
        self.day, self._past = day, day if past else None
        for row in self._built:
            row.ask_about(self._past)

    @property
    def typing(self) -> bool:
        """Whether a row holds something that is not recorded yet."""
        return any(row.typing for row in self._built)

    def show_values(self, record: DayRecord, *, fresh: bool) -> None:
        """Shows what is recorded, and dashed what is only copied; `fresh` also drops what was refused, as on
        another day."""
        self._record = record
        values, how = record.readings, record.how
        for row in self._built:
            self._show(row, anyway=fresh)
        asked = [item.id for item in self._items if item.id in values]
        copies = sum(how.get(code) == COPIED for code in asked)
        self.confirm.setVisible(bool(copies) and not self._read_only)
        blank = [item for item in self._items if item.is_scored and item.id not in values]
        copyable = any(not item.never_copied for item in blank)
        self.head.show_filled(len(asked) - copies, copies, len(self._items))
        self.head.offer(copy=copyable, none=bool(blank))

    def drop_refused(self) -> None:
        """Shows what is recorded, whatever was refused."""
        self.show_values(self._record, fresh=True)

    def row(self, code: str) -> ItemRow:
        """The row of an item."""
        return next(row for row in self.rows if row.symptom.id == code)

    def take_focus(self) -> None:
        """Puts the keyboard on the first item that is not recorded, else on the first."""
        empty = (row for row in self._built if row.value is None)
        row = next(empty, None) or next((row for row in self.rows if row.value is None), None)
        if row is not None or self._built:
            (row or self._built[0]).take_focus()

    def keep(self) -> None:
        """Hands over what is still being typed."""
        for row in self._built:
            row.keep()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self._empty.setText(
            tr.text("The items you want to record every day appear here. Choose them with “More items”.")
        )
        self.more.setText(tr.text("More items"))
        self.confirm.setText(tr.text("All correct"))
        self.confirm.setToolTip(tr.text("The dashed values above are right for this day too (Ctrl+Enter)"))
        self.head.retranslate()
        self.anchors.retranslate()
        for row in self._built:
            row.retranslate()
            row.restyle()
        self._arrange()

    def restyle(self) -> None:
        """Fits the rows to the text size and theme."""
        self.head.restyle()
        for row in self._built:
            row.restyle()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._placed = True
        if event.size().width() != event.oldSize().width():
            self._arrange()

    @property
    def width_needed(self) -> int:
        """How wide the card is at the least where names stand beside the bars, in pixels."""
        scale = self._context.theme.scale
        bars = max((row.answer.width_needed for row in self._built), default=0)
        tools = max((row.tools.width() for row in self._built), default=0)
        return round(NAME_WIDTH * scale) + bars + tools + 10 + 2 * GAP + _LEFT + _RIGHT

    def _room(self) -> int:
        return max(self.width(), 200) - _LEFT - _RIGHT

    def _arrange(self) -> None:
        if not self._placed:
            return
        scale = self._context.theme.scale
        self._wide = scale < _LARGE and self.width() >= self.width_needed
        room = self._room()
        for row in self._built:
            row.arrange(room, wide=self._wide)
        left = 10 + (round(NAME_WIDTH * scale) + GAP if self._wide else 0)
        wanted = [row.answer.width_wanted for row in self._built if row.symptom.scale.is_numbers]
        self.anchors.place(left, min(max(wanted, default=0), room - left))

    def event(self, event: QEvent) -> bool:
        # F1 explains the item in use; elsewhere it opens the help of the program.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_F1
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.confirm.isVisible():
            self.confirm_requested.emit()
        else:
            super().keyPressEvent(event)

    def _go(self, at: int) -> None:
        if at >= len(self.rows):
            self.finished.emit()
        elif at >= 0:
            self.rows[at].take_focus()
            self.row_reached.emit(self.rows[at])
