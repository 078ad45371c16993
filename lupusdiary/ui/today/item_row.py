"""One item on the Today page: its name, its answer, its fixed question; two buttons while it is in use."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from lupusdiary.domain.day_record import ReadingValue
from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.domain.typed_unit import parse_typed
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.preferences import TEN_WAIT, TEN_WAIT_MS
from lupusdiary.ui.today.answer import type_on
from lupusdiary.ui.today.flag_note import FlagNote
from lupusdiary.ui.today.number_answer import make_answer
from lupusdiary.ui.today.row_layout import RowLayout
from lupusdiary.ui.today.row_tools import RowTools, paint_in_use
from lupusdiary.ui.widgets.labels import LateLabel, plain_tip

# An arrow key passes over several values on its way; only the one that it stays on is kept.
_PASSING_MS = 500


class ItemRow(QFrame):
    """`answered` carries the item's code and the value to record (None clears); `onward` asks for the next
    row (1) or the one before (-1); `help_requested` for what the item means and when to call; `pointed` says
    that the pointer came (True) or left; `refused` carries the row, whose refusal is to be said elsewhere, or
    no longer."""

    answered = Signal(str, object)
    onward = Signal(int)
    help_requested = Signal(object)
    pointed = Signal(bool)
    refused = Signal(object)

    def __init__(self, symptom: Symptom, context: UiContext, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self.symptom = symptom
        self._context = context
        self._value: ReadingValue | None = None
        self.copied = False
        self._passing: ReadingValue | None = None
        self.refusal: Refusal | None = None
        self._said: str | None = None
        self._current = self._typed = False
        # What was typed in another unit, until another value is given.
        self.entered: str | None = None
        self.setObjectName(f"row_{symptom.id}")
        self._layout = RowLayout(self)
        self.answer = make_answer(symptom, self._layout.body)
        self.answer.setEnabled(not read_only)
        self.answer.given.connect(self._give)
        self.answer.passing.connect(self._pass)
        self.answer.typed.connect(self._read)
        self.answer.typed_on.connect(type_on)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PASSING_MS)
        self._timer.timeout.connect(self._keep_passing)
        self._name = QLabel(self._layout.words)
        self._name.setWordWrap(True)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self.flag: FlagNote | None = None
        if symptom.signs:
            self.flag = FlagNote(f"red_flag_{symptom.id}", context, self)
            self.flag.pressed.connect(lambda: self.help_requested.emit(self))
        self._error = LateLabel("look", f"error_{symptom.id}")
        self.tools = RowTools(symptom, context, self, self.answer, read_only=read_only)
        self.tools.cleared.connect(lambda: self._give(None, False))
        self.tools.help_requested.connect(lambda: self.help_requested.emit(self))
        self.tools.refusal_asked.connect(lambda: self.refused.emit(self))
        self._read_only = read_only
        self._layout.fill(self._name, self.answer, self._error, self.tools, self.flag)

    def arrange(self, width: int, *, wide: bool) -> None:
        """Takes `width` pixels: the answer stands beside the name, or below it where the window is narrow."""
        self._layout.arrange(width, self._context.theme.scale, wide=wide)
        if self.refusal is not None:
            self._say_refusal(self.refusal)

    def set_current(self, current: bool, *, typed: bool = True) -> None:
        """Marks the row that the keyboard or the pointer is in; its two buttons are seen only then. Where a
        key goes, the name is bold: the pointer alone does not look like it."""
        typed = typed and current
        if (current, typed) != (self._current, self._typed):
            self._current, self._typed = current, typed
            font = self._name.font()
            font.setBold(typed)
            self._name.setFont(font)
            self.tools.show_for(self._value is not None or self.refusal is not None, used=current)
            self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._current:
            paint_in_use(self, self._context.theme.colours, typed=self._typed)

    @property
    def typing(self) -> bool:
        """Whether something stands here that is not recorded yet."""
        return self._passing is not None or self.refusal is not None or self.answer.typing

    @property
    def value(self) -> ReadingValue | None:
        """What the row shows as recorded."""
        return self._value

    def show_value(
        self, value: ReadingValue | None, *, copied: bool = False, entered: str | None = None
    ) -> None:
        """Shows what the diary holds, unless an arrow key is on its way or a refused value still stands.
        `entered` is the value as it was typed in another unit."""
        if self._timer.isActive() or (self.refusal is not None and value == self._value):
            return
        self.reset(value, copied=copied, entered=entered)

    def reset(self, value: ReadingValue | None, *, copied: bool = False, entered: str | None = None) -> None:
        """Shows what the diary holds, whatever stands in the row."""
        self.answer.entered = entered
        self._timer.stop()
        self.refusal = None
        self._say_refusal(None)
        self._value = value
        self.copied = copied and value is not None
        self.answer.show_value(value, copied=self.copied)
        self.tools.show_for(value is not None, used=self._current)

    def ask_about(self, past: date | None) -> None:
        """Asks about a day that is over, or (None) about today."""
        if past != self.answer.past:
            self.answer.past = past
            self.retranslate()

    def take_focus(self) -> None:
        """Puts the keyboard on the answer."""
        self.answer.take_focus()

    def keep(self) -> None:
        """Hands over what is still being typed or passed over."""
        self._keep_passing()
        self.answer.keep()

    def refuse(self, refusal: Refusal) -> None:
        """Says why the value was not recorded; the value stays as it was entered."""
        self.refusal = refusal
        self._say_refusal(refusal)
        self.tools.show_for(True, used=self._current)

    @property
    def said_elsewhere(self) -> str | None:
        """Why the value was not recorded, where the row has no room for the sentence."""
        if self.refusal is None or self._layout.holds_refusal:
            return None
        return self._context.tr.refusal(self.refusal)

    def _say_refusal(self, refusal: Refusal | None) -> None:
        said = None if refusal is None else self._context.tr.refusal(refusal)
        beside = self._layout.holds_refusal
        self._layout.make_room(for_refusal=refusal is not None and beside)
        self._error.say(said if beside else None)
        self.tools.show_refused(None if beside else said)
        if said != self._said:
            self._said = said
            self.refused.emit(self)

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        question = self.symptom.question(tr, self.answer.past)
        self._name.setText(self.symptom.name(tr))
        self._name.setToolTip(plain_tip(question))
        self._name.setAccessibleDescription(question)
        if self.flag is not None:
            self.flag.say(self.symptom)
        self.answer.retranslate(tr)
        self.tools.retranslate()
        if self.refusal is not None:
            self._say_refusal(self.refusal)

    def restyle(self) -> None:
        """Fits the controls to the text size and the theme."""
        self.answer.restyle(self._context.theme)
        self.tools.restyle()
        if self.flag is not None:
            self.flag.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif key == Qt.Key.Key_F1:
            self.help_requested.emit(self)
        elif self._read_only and key not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        elif self._press(event):
            return
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.copied and not self.answer.typing:
            # The dashed value holds: it is recorded as any other.
            self._give(self._value, True)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Backspace):
            self._go(-1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(1)
        elif key == Qt.Key.Key_Delete:
            self._give(None, False)
        else:
            event.ignore()

    def _press(self, event: QKeyEvent) -> bool:
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        self.answer.wait_for_ten(round(self._context.preferences.number(TEN_WAIT, TEN_WAIT_MS)))
        return self.answer.press(event)

    def _go(self, step: int) -> None:
        self.keep()
        if self.refusal is None:
            self.onward.emit(step)

    def _pass(self, value: ReadingValue) -> None:
        self._passing = value
        self._timer.start()

    def _keep_passing(self) -> None:
        if self._passing is not None:
            self._give(self._passing, False)

    def _read(self, text: str) -> None:
        try:
            typed = parse_typed(self.symptom.id, text, self.symptom.scale.shown_in)
            if typed is not None:
                self.entered = typed[1]
                self._give(self.symptom.check(typed[0]), False)
                return
            value = self.symptom.parse(text) if text else None
        except Refusal as refusal:
            self.refuse(refusal)
            return
        self._give(value, False)

    def _give(self, value: ReadingValue | None, onward: bool) -> None:
        self._timer.stop()
        self._passing = None
        self.refusal = None
        self._say_refusal(None)
        if value is None and self._value is None:
            self.reset(None)
        else:
            # The same value again is handed on too: it confirms one that was copied.
            self.answered.emit(self.symptom.id, value)
        self.entered = None
        if onward and self.refusal is None:
            self.onward.emit(1)
