"""What an answer to one item has in common, and the answers that are rows of cells."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from lupusdiary.domain.day_record import BloodPressure, ReadingValue
from lupusdiary.domain.scale import NRS, YES_NO
from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.language import Translator
from lupusdiary.ui.base.preferences import TEN_WAIT_MS
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.today.choice_cells import ChoiceCells
from lupusdiary.ui.widgets.number_field import NumberField


class Answer(QWidget):
    """The control of one item.

    `given` carries a value to be kept and whether the keyboard goes on to the next item; `passing` a value
    that an arrow or step is passing over; `typed` what was written, to be read by the item itself.
    """

    given = Signal(object, bool)
    passing = Signal(object)
    typed = Signal(str)
    # A digit that is meant for the next item.
    typed_on = Signal(str)

    def __init__(self, symptom: Symptom, parent: QWidget) -> None:
        super().__init__(parent)
        self.symptom = symptom
        # The value as it was typed in another unit than it is kept in.
        self.entered: str | None = None
        # The day that is asked about, if it is over.
        self.past: date | None = None

    def show_value(self, value: ReadingValue | None, *, copied: bool = False) -> None:
        """Shows what is recorded, dashed while it is only copied; None shows that nothing is."""

    @property
    def typing(self) -> bool:
        """Whether something is being typed that was not handed over."""
        return any(field.dirty for field in self.findChildren(NumberField))

    @property
    def standing(self) -> str:
        """What stands here, recorded or not, as it is put back."""
        texts = [field.text for field in self.findChildren(NumberField)]
        if any(texts):
            return "/".join(texts)
        return next((_sign(cells.value) for cells in self.findChildren(ChoiceCells)), "")

    def put_back(self, standing: str) -> None:
        """Shows what stood here and could not be recorded."""
        for cells in self.findChildren(ChoiceCells):
            cells.show_value(next((each for each in cells.values if _sign(each) == standing), None))
        if not any(cells.value is not None for cells in self.findChildren(ChoiceCells)):
            fields = self.findChildren(NumberField)
            for field, text in zip(fields, standing.split("/", len(fields) - 1), strict=False):
                field.line.setText(text)

    def take_focus(self) -> None:
        """Puts the keyboard here."""

    def press(self, event: QKeyEvent) -> bool:
        """Answers a key that reached the row; says whether it meant anything here."""
        return False

    def wait_for_ten(self, milliseconds: int) -> None:
        """Sets how long a 0 is waited for after a 1, where a 10 can be answered."""

    def keep(self) -> None:
        """Hands over what is still being typed."""

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""

    def restyle(self, theme: Theme) -> None:
        """Fits the controls to the colours and the text size."""

    def take_room(self, width: int) -> None:
        """Fits the controls into `width` pixels."""

    @property
    def width_wanted(self) -> int:
        """How wide the controls are where there is room, in pixels."""
        return self.sizeHint().width()

    @property
    def width_needed(self) -> int:
        """How wide they are at the least where a bar is not broken into lines, in pixels."""
        return self.width_wanted


def _sign(value: ReadingValue | None) -> str:
    """A value of a cell as digits."""
    return "" if value is None or isinstance(value, BloodPressure) else str(int(value))


def digit(event: QKeyEvent) -> int | None:
    """The digit that a key stands for, on the keypad too and whatever the input method's mode is."""
    plain = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    if plain != Qt.KeyboardModifier.NoModifier:
        return None
    text = event.text()
    if text and text.isdecimal():
        return int(text)
    return event.key() - Qt.Key.Key_0 if not text and Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9 else None


def type_on(text: str) -> None:
    """Types a digit where the keyboard is now."""
    focused = QApplication.focusWidget()
    if focused is not None:
        key = Qt.Key(Qt.Key.Key_0 + int(text))
        no_modifier = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(focused, QKeyEvent(QKeyEvent.Type.KeyPress, key, no_modifier, text))


class CellsAnswer(Answer):
    """0-10, severity, yes or no: every answer is one cell and one key."""

    def __init__(self, symptom: Symptom, parent: QWidget) -> None:
        super().__init__(symptom, parent)
        scale = symptom.scale
        self._numbers = scale.type == NRS
        # After a 1 a 0 may follow; until then the keyboard stays here and the cell of 10 says so.
        self._ten = QTimer(self)
        self._ten.setSingleShot(True)
        self._ten.setInterval(TEN_WAIT_MS)
        self._ten.timeout.connect(self._waited)
        last = int(scale.maximum)
        self.cells = ChoiceCells((False, True) if scale.type == YES_NO else tuple(range(last + 1)), self)
        self.cells.chosen.connect(self._clicked)
        self.cells.moved.connect(self.passing)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.cells)
        line.addStretch(1)

    def show_value(self, value: ReadingValue | None, *, copied: bool = False) -> None:
        if not self.waits:
            self.cells.show_value(value, copied=copied)

    def take_focus(self) -> None:
        self.cells.take_focus()

    @property
    def typing(self) -> bool:
        return self.waits

    @property
    def waits(self) -> bool:
        """Whether a 1 was typed that may become a 10."""
        return self._ten.isActive()

    def wait_for_ten(self, milliseconds: int) -> None:
        self._ten.setInterval(milliseconds)

    def keep(self) -> None:
        if self.waits:
            self._end_wait(onward=False)

    def _waited(self) -> None:
        focused = QApplication.focusWidget()
        self._end_wait(onward=focused is not None and self.isAncestorOf(focused))

    def _clicked(self, value: ReadingValue) -> None:
        self._end_wait(onward=False, give=False)
        self.given.emit(value, False)

    def _begin_wait(self) -> None:
        self.cells.show_value(1)
        self.cells.take_focus()
        self.cells.outline(len(self.cells.cells) - 1)
        self._ten.start()

    def _end_wait(self, *, onward: bool, give: bool = True) -> None:
        self._ten.stop()
        self.cells.outline(None)
        if give:
            self.given.emit(1, onward)

    def press(self, event: QKeyEvent) -> bool:
        key, pressed = event.key(), digit(event)
        if self.waits:
            if pressed == 0:
                self._end_wait(onward=False, give=False)
                self.cells.show_value(10)
                self.given.emit(10, True)
                return True
            if pressed is not None:
                # Another digit belongs to the next item: the 1 stands, and the keyboard is there already.
                self._end_wait(onward=True)
                self.typed_on.emit(event.text())
                return True
            self._end_wait(onward=False)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.cells.step(-1 if key == Qt.Key.Key_Left else 1)
            return True
        if self._numbers and pressed == 1:
            self._begin_wait()
            return True
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            at = 0 if key == Qt.Key.Key_Home else len(self.cells.values) - 1
        elif pressed is not None and pressed < len(self.cells.values):
            at = pressed
        else:
            # A digit without a cell is swallowed, so that it does not answer the next item.
            return pressed is not None
        self.cells.show_value(self.cells.values[at])
        self.given.emit(self.cells.values[at], True)
        return True

    def retranslate(self, tr: Translator) -> None:
        scale = self.symptom.scale
        labels = [self.symptom.show(value, tr) for value in self.cells.values]
        question = self.symptom.question(tr, self.past)
        if self._numbers:
            question = f"{question} 0: {scale.anchor_low(tr)}, 10: {scale.anchor_high(tr)}"
        else:
            labels = [label[:1].upper() + label[1:] for label in labels]
        self.cells.set_labels(labels, question)

    def restyle(self, theme: Theme) -> None:
        self.cells.restyle(theme, *((46, 40) if self._numbers else (84, 80)))

    def take_room(self, width: int) -> None:
        self.cells.take_room(width)

    @property
    def width_wanted(self) -> int:
        return self.cells.width_wanted

    @property
    def width_needed(self) -> int:
        return self.cells.width_needed
