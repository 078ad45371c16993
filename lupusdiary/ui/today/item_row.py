"""One item on the Today page: its question, its answer, its fixed warning text and its two small buttons."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.domain.records import ReadingValue
from lupusdiary.domain.symptom import Symptom
from lupusdiary.domain.typed_unit import parse_typed
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.preferences import TEN_WAIT, TEN_WAIT_MS
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.today.number_answer import make_answer
from lupusdiary.ui.widgets.icon_button import IconButton
from lupusdiary.ui.widgets.labels import LateLabel

# An arrow key passes over several values on its way; only the one that it stays on is kept.
_PASSING_MS = 500
QUESTION_WIDTH = 226


class ScoreRow(QFrame):
    """`answered` carries the item's code and the value to record (None clears); `onward` asks for the next
    row (1) or the one before (-1); `read` wants the article on the item."""

    answered = Signal(str, object)
    onward = Signal(int)
    read = Signal(str)

    def __init__(self, symptom: Symptom, context: UiContext, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self.symptom = symptom
        self._context = context
        self._value: ReadingValue | None = None
        self._passing: ReadingValue | None = None
        self._refusal: Refusal | None = None
        # What was typed in another unit, until another value is given.
        self.entered: str | None = None
        self.setObjectName(f"row_{symptom.id}")
        self._words, self._body, self._tools = QWidget(self), QWidget(self), QWidget(self)
        self.answer = make_answer(symptom, self._body)
        self.answer.setEnabled(not read_only)
        self.answer.given.connect(self._give)
        self.answer.passing.connect(self._pass)
        self.answer.typed.connect(self._read)
        self.answer.typed_on.connect(_type_on)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PASSING_MS)
        self._timer.timeout.connect(self._keep_passing)
        self._question = QLabel(self._words)
        self._question.setWordWrap(True)
        self._plain = LateLabel("hint", f"plain_{symptom.id}")
        self._more: QPushButton | None = None
        self._flag = LateLabel("note", f"red_flag_{symptom.id}")
        self._error = LateLabel("note", f"error_{symptom.id}")
        self.clear = IconButton("x", f"clear_{symptom.id}", self._tools)
        self.clear.clicked.connect(lambda: self._give(None, False))
        self.info = IconButton("info", f"info_{symptom.id}", self._tools)
        self.info.setCheckable(True)
        self.info.toggled.connect(lambda _: self._explain())
        self.info.setVisible(bool(symptom.plains.english))
        self._read_only = read_only
        self._build()

    def _build(self) -> None:
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        words.addWidget(self._question)
        words.addLayout(self._plain)
        below = QVBoxLayout(self._body)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(4)
        below.addWidget(self.answer)
        below.addLayout(self._error)
        below.addLayout(self._flag)
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(0)
        for button in (self.clear, self.info):
            kept = button.sizePolicy()
            kept.setRetainSizeWhenHidden(True)
            button.setSizePolicy(kept)
            tools.addWidget(button)
        self._tools.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 8, 0, 8)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)

    def arrange(self, *, wide: bool) -> None:
        """Puts the answer beside the question, or below it where the window is narrow."""
        for widget in (self._words, self._body, self._tools):
            self._grid.removeWidget(widget)
        top = Qt.AlignmentFlag.AlignTop
        scale = self._context.theme.scale
        if wide:
            self._words.setFixedWidth(round(QUESTION_WIDTH * scale))
            self._grid.addWidget(self._words, 0, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(self._body, 0, 1)
            self._grid.addWidget(self._tools, 0, 2, top)
        else:
            self._words.setMinimumWidth(0)
            self._words.setMaximumWidth(16777215)
            self._grid.addWidget(self._words, 0, 0, 1, 2)
            self._grid.addWidget(self._tools, 0, 2, top)
            self._grid.addWidget(self._body, 1, 0, 1, 3)
        self._grid.setColumnStretch(1, 1)

    @property
    def typing(self) -> bool:
        """Whether something stands here that is not recorded yet."""
        return self._passing is not None or self._refusal is not None or self.answer.typing

    @property
    def value(self) -> ReadingValue | None:
        """What the row shows as recorded."""
        return self._value

    def show_value(self, value: ReadingValue | None) -> None:
        """Shows what the diary holds, unless an arrow key is on its way or a refused value still stands."""
        if self._timer.isActive() or (self._refusal is not None and value == self._value):
            return
        self.reset(value)

    def reset(self, value: ReadingValue | None) -> None:
        """Shows what the diary holds, whatever stands in the row."""
        self._timer.stop()
        self._refusal = None
        self._error.say(None)
        self._value = value
        self.answer.show_value(value)
        self.clear.setVisible(value is not None and not self._read_only)

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
        self._refusal = refusal
        self._error.say(self._context.tr.refusal(refusal))
        self.clear.setVisible(not self._read_only)

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        question = self.symptom.question(tr, self.answer.past)
        self._question.setText(question)
        self._explain()
        self._flag.say(self.symptom.red_flag_line(tr), self.symptom.red_flag(tr))
        self.answer.retranslate(tr)
        self.clear.say(tr.text("Clear: {item} is then not recorded", item=self.symptom.name(tr)))
        self.info.say(self.symptom.plain(tr))
        self.info.setAccessibleName(tr.text("What {item} means", item=self.symptom.name(tr)))
        self.info.setAccessibleDescription(self.symptom.plain(tr))
        if self._refusal is not None:
            self._error.say(tr.refusal(self._refusal))

    def _explain(self) -> None:
        tr, explained = self._context.tr, self.info.isChecked()
        self._plain.say(self.symptom.plain(tr) if explained else None)
        if explained and self._more is None:
            self._more = QPushButton(self._words)
            self._more.setObjectName(f"read_{self.symptom.id}")
            self._more.setProperty("role", "quiet")
            self._more.clicked.connect(lambda: self.read.emit(self.symptom.id))
            self._plain.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        if self._more is not None:
            self._more.setText(tr.text("Read more"))
            self._more.setVisible(explained)

    def restyle(self) -> None:
        """Fits the controls to the text size and the theme."""
        theme = self._context.theme
        self.answer.resize_text(theme.scale, target(theme.scale))
        for button in (self.clear, self.info):
            button.restyle(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self._read_only and key not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        elif self._press(event):
            return
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Backspace):
            self._go(-1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(1)
        elif key == Qt.Key.Key_Delete:
            self._give(None, False)
        else:
            event.ignore()

    def _press(self, event: QKeyEvent) -> bool:
        self.answer.wait_for_ten(round(self._context.preferences.number(TEN_WAIT, TEN_WAIT_MS)))
        return self.answer.press(event)

    def _go(self, step: int) -> None:
        self.keep()
        if self._refusal is None:
            self.onward.emit(step)

    def _pass(self, value: ReadingValue) -> None:
        self._passing = value
        self._timer.start()

    def _keep_passing(self) -> None:
        if self._passing is not None:
            self._give(self._passing, False)

    def _read(self, text: str) -> None:
        typed = parse_typed(self.symptom.id, text)
        try:
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
        self._refusal = None
        self._error.say(None)
        if value is None and self._value is None:
            self.reset(None)
        else:
            # The same value again is handed on too: it confirms one that was copied.
            self.answered.emit(self.symptom.id, value)
        self.entered = None
        if onward and self._refusal is None:
            self.onward.emit(1)


def _type_on(text: str) -> None:
    """Types a digit where the keyboard is now."""
    focused = QApplication.focusWidget()
    if focused is not None:
        key = Qt.Key(Qt.Key.Key_0 + int(text))
        no_modifier = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(focused, QKeyEvent(QKeyEvent.Type.KeyPress, key, no_modifier, text))
