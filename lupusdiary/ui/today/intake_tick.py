"""One intake that is due: a click says that it was taken, a menu says anything else."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu

from lupusdiary.domain.medicines.intake import LATE, SKIPPED, TAKEN
from lupusdiary.domain.medicines.intake_wording import STATE_WORDS
from lupusdiary.queries.due_intakes import DueIntake
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.check_line import CheckLine
from lupusdiary.ui.widgets.icon_button import IconButton
from lupusdiary.ui.widgets.labels import plain_label, plain_tip

# Between a name and its amount in one line, in pixels.
_APART = 8


class IntakeTick(CheckLine):
    """Blank is unrecorded. `said` carries taken, late or skipped, or None for unrecorded again;
    `extra_taken` an amount beyond what is due, `extra_removed` the row of one. The menu opens by its button,
    a right click, or Shift+Space on the box."""

    said = Signal(object)
    extra_taken = Signal(object)
    extra_removed = Signal(object)

    def __init__(self, due: DueIntake, day: date, context: UiContext, *, read_only: bool) -> None:
        super().__init__(f"tick_{due.code}_{due.slot}")
        tr = context.tr
        self._due = due
        self._tr = tr
        # The column has no room for the ingredient beside an amount; the page of medicines says it.
        self.say(due.name or due.label, "")
        self.box.setAccessibleName(due.label)
        self.setToolTip(plain_tip(due.label))
        self.box.setChecked(due.state in (TAKEN, LATE))
        self.box.setEnabled(not read_only)
        self.box.clicked.connect(lambda on: self.said.emit(TAKEN if on else None))
        shown = plain_label("hint", f"said_{due.code}_{due.slot}")
        shown.setWordWrap(False)
        other_than_taken = due.state is not None and due.state != TAKEN
        words = tr.text(STATE_WORDS[due.state]) if other_than_taken and due.state else due.amount
        extra = [tr.text("extra: {amount}", amount=each.words) for each in due.extra]
        words = " · ".join(part for part in (words, *extra) if part)
        shown.setText(words)
        self.box.setAccessibleDescription(words)
        self.more = IconButton("chevron-down", f"other_{due.code}_{due.slot}", self)
        self.more.say(tr.text("{medicine}: late, skipped or extra", medicine=due.label))
        self.more.restyle(context.theme)
        self.more.setVisible(not read_only)
        self.more.clicked.connect(self.open_menu)
        self._shown = shown
        # The amount stands at the right of the name, or below it where both have no room.
        self._text = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._text.setSpacing(0)
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.removeWidget(self.words)
        self._text.addWidget(self.words, 1)
        self._text.addWidget(shown)
        layout.addLayout(self._text, 1)
        layout.addWidget(self.more)
        self._is_made = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Another text size changes what has room without changing the width.
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._is_made:
            self._arrange()

    _is_made = False

    def _arrange(self) -> None:
        self._shown.ensurePolished()
        self.words.ensurePolished()
        needed = self.words.fontMetrics().horizontalAdvance(self.words.text()) + _APART
        needed += self._shown.fontMetrics().horizontalAdvance(self._shown.text())
        more = self.more.sizeHint().width() if not self.more.isHidden() else 0
        beside = self.box.sizeHint().width() + needed + more <= self.width()
        ways = QBoxLayout.Direction
        self._text.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._shown.setContentsMargins(_APART if beside else 0, 0, 0, 0)

    def menu(self) -> QMenu:
        """What else can be said of the intake."""
        menu = QMenu(self)
        for state in (TAKEN, LATE, SKIPPED):
            action = menu.addAction(self._tr.text(STATE_WORDS[state]))
            action.setObjectName(f"say_{state}")
            action.setCheckable(True)
            action.setChecked(self._due.state == state)
            action.triggered.connect(lambda _=False, state=state: self.said.emit(state))
        if self._due.offered:
            beside = menu.addMenu(self._tr.text("extra intake"))
            beside.setObjectName("extra_amounts")
            for number, offered in enumerate(self._due.offered, 1):
                action = beside.addAction(offered.words)
                action.setObjectName(f"say_extra_{number}")
                action.triggered.connect(lambda _=False, parts=offered.parts: self.extra_taken.emit(parts))
        for each in self._due.extra:
            action = menu.addAction(self._tr.text("Remove: extra {amount}", amount=each.words))
            action.setObjectName("remove_extra")
            action.triggered.connect(lambda _=False, row=each.row: self.extra_removed.emit(row))
        menu.addSeparator()
        blank = menu.addAction(self._tr.text("not recorded"))
        blank.setObjectName("say_nothing")
        blank.triggered.connect(lambda: self.said.emit(None))
        return menu

    def open_menu(self) -> None:
        """Opens the menu below the button."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.more.isVisible():
            self.open_menu()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.open_menu()
        else:
            super().keyPressEvent(event)
