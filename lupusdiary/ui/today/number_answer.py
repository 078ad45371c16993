"""The answers that are numbers: minutes, counts, temperature, weight, blood pressure."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from lupusdiary.domain.day_record import BloodPressure, ReadingValue
from lupusdiary.domain.scale import BLOOD_PRESSURE, COUNT, DURATION, TEMPERATURE, WEIGHT
from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.domain.typed_unit import typed_number
from lupusdiary.language import Translator
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.today.answer import Answer, CellsAnswer, digit
from lupusdiary.ui.today.choice_cells import ChoiceCells, StepButton
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.number_field import NumberField

QUICK_MINUTES = (0, 15, 30, 60, 120)


def make_answer(symptom: Symptom, parent: QWidget) -> Answer:
    """The control that fits an item's scale."""
    kinds = {
        DURATION: MinutesAnswer,
        COUNT: CountAnswer,
        TEMPERATURE: MeasureAnswer,
        WEIGHT: MeasureAnswer,
        BLOOD_PRESSURE: PressureAnswer,
    }
    return kinds.get(symptom.scale.type, CellsAnswer)(symptom, parent)


def _plain(value: ReadingValue | None, decimals: int) -> str:
    return "" if value is None or isinstance(value, BloodPressure) else f"{value:.{decimals}f}"


class MeasureAnswer(Answer):
    """Temperature or weight: one field that is empty unless it was measured."""

    def __init__(self, symptom: Symptom, parent: QWidget) -> None:
        super().__init__(symptom, parent)
        self.field = NumberField(f"number_{symptom.id}", parent=self)
        self.field.left.connect(self.keep)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        layout.addStretch(1)

    def show_value(self, value: ReadingValue | None, *, copied: bool = False) -> None:
        scale = self.symptom.scale
        typed = typed_number(self.entered, scale.shown_in)
        if value is None or isinstance(value, BloodPressure):
            self.field.show_text("")
        else:
            self.field.show_text(typed or _plain(scale.as_shown(float(value)), 1))

    def take_focus(self) -> None:
        self.field.take_focus()

    def keep(self) -> None:
        self.field.commit_input_method()
        if self.field.dirty:
            self.typed.emit(self.field.text)

    def retranslate(self, tr: Translator) -> None:
        self.field.describe(self.symptom.scale.unit(tr), self.symptom.question(tr, self.past))

    def restyle(self, theme: Theme) -> None:
        self.field.fit(target(theme.scale))


class MinutesAnswer(Answer):
    """Minutes: usual ones as cells, any other in the field; digits begin to write there."""

    def __init__(self, symptom: Symptom, parent: QWidget) -> None:
        super().__init__(symptom, parent)
        self.cells = ChoiceCells(QUICK_MINUTES, self)
        self.cells.chosen.connect(lambda value: self.given.emit(value, False))
        self.cells.moved.connect(self.passing)
        self.field = NumberField(f"number_{symptom.id}", parent=self)
        self.field.left.connect(self.keep)
        layout = FlowLayout(spacing=8)
        layout.addWidget(self.cells)
        layout.addWidget(self.field)
        self.setLayout(layout)

    def show_value(self, value: ReadingValue | None, *, copied: bool = False) -> None:
        self.cells.show_value(value, copied=copied)
        self.field.show_text("" if value in QUICK_MINUTES else _plain(value, 0))
        self.field.show_copied(copied and value not in QUICK_MINUTES)

    def take_focus(self) -> None:
        if self.field.text:
            self.field.take_focus()
        else:
            self.cells.take_focus()

    def press(self, event: QKeyEvent) -> bool:
        key, pressed = event.key(), digit(event)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.cells.step(-1 if key == Qt.Key.Key_Left else 1)
        elif pressed is not None:
            self.field.begin(str(pressed))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.given.emit(QUICK_MINUTES[0 if key == Qt.Key.Key_Home else -1], True)
        else:
            return False
        return True

    def keep(self) -> None:
        self.field.commit_input_method()
        if self.field.dirty and (self.field.text or self.cells.value is None):
            self.typed.emit(self.field.text)

    def retranslate(self, tr: Translator) -> None:
        names = [self.symptom.show(value, tr) for value in QUICK_MINUTES]
        # The unit stands in the first cell and behind the field.
        labels = [names[0], *(str(minutes) for minutes in QUICK_MINUTES[1:])]
        self.cells.set_labels(labels, self.symptom.question(tr, self.past), names)
        self.field.describe(self.symptom.scale.unit(tr), self.symptom.question(tr, self.past))

    def restyle(self, theme: Theme) -> None:
        self.cells.restyle(theme, 80, 62)
        self.field.fit(target(theme.scale))

    def take_room(self, width: int) -> None:
        beside = width - 8 - self.field.sizeHint().width()
        self.cells.take_room(beside if beside >= self.cells.width_needed else width)

    @property
    def width_wanted(self) -> int:
        return self.cells.width_wanted + 8 + self.field.sizeHint().width()

    @property
    def width_needed(self) -> int:
        return self.cells.width_needed


class CountAnswer(Answer):
    """A count: a cell for none, and a field between two steps."""

    def __init__(self, symptom: Symptom, parent: QWidget) -> None:
        super().__init__(symptom, parent)
        self._value: int | None = None
        self.none = ChoiceCells((0,), self)
        self.none.chosen.connect(lambda value: self.given.emit(value, False))
        self.less, self.more = StepButton("minus", self), StepButton("plus", self)
        self.less.clicked.connect(lambda: self._step(-1))
        self.more.clicked.connect(lambda: self._step(1))
        self.field = NumberField(f"number_{symptom.id}", parent=self)
        self.field.line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field.left.connect(self.keep)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.none, self.less, self.field, self.more):
            layout.addWidget(widget)
        layout.addStretch(1)

    def show_value(self, value: ReadingValue | None, *, copied: bool = False) -> None:
        self._value = None if value is None or isinstance(value, BloodPressure) else int(value)
        self.none.show_value(value)
        self.field.show_text(_plain(value, 0))
        self.less.setEnabled(self._value is not None and self._value > self.symptom.scale.minimum)
        self.more.setEnabled(self._value is None or self._value < self.symptom.scale.maximum)

    def take_focus(self) -> None:
        self.field.take_focus()

    def press(self, event: QKeyEvent) -> bool:
        pressed = digit(event)
        if pressed is not None:
            self.field.begin(str(pressed))
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            return False
        return True

    def keep(self) -> None:
        self.field.commit_input_method()
        if self.field.dirty:
            self.typed.emit(self.field.text)

    def _step(self, step: int) -> None:
        value = (self._value or 0) + step
        if self.symptom.scale.minimum <= value <= self.symptom.scale.maximum:
            self.show_value(value)
            self.passing.emit(value)

    def retranslate(self, tr: Translator) -> None:
        question = self.symptom.question(tr, self.past)
        self.none.set_labels(["0"], question)
        self.field.describe(self.symptom.scale.unit(tr), question)
        self.less.say(tr.text("One less"), question)
        self.more.say(tr.text("One more"), question)

    def restyle(self, theme: Theme) -> None:
        height = target(theme.scale)
        self.none.restyle(theme, 56, 56)
        self.field.fit(height)
        for button in (self.less, self.more):
            button.setFixedSize(height + 6, height)


class PressureAnswer(Answer):
    """Blood pressure: two fields that are kept together."""

    def __init__(self, symptom: Symptom, parent: QWidget) -> None:
        super().__init__(symptom, parent)
        self.systolic = NumberField("number_bp_upper", 3, self)
        self.diastolic = NumberField("number_bp_lower", 3, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.systolic, QLabel("/", self), self.diastolic):
            layout.addWidget(widget)
        layout.addStretch(1)
        for field in (self.systolic, self.diastolic):
            # The keyboard may only have moved to the other of the two fields.
            field.left.connect(lambda: QTimer.singleShot(0, self, self._keep_if_left))

    def _fields(self) -> tuple[NumberField, NumberField]:
        return self.systolic, self.diastolic

    def show_value(self, value: ReadingValue | None, *, copied: bool = False) -> None:
        both = (str(value.systolic), str(value.diastolic)) if isinstance(value, BloodPressure) else ("", "")
        for field, text in zip(self._fields(), both, strict=True):
            field.show_text(text)

    def take_focus(self) -> None:
        self.systolic.take_focus()

    def press(self, event: QKeyEvent) -> bool:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.systolic.line.hasFocus() and self.systolic.text:
            self.diastolic.take_focus()
            return True
        if event.key() == Qt.Key.Key_Backspace and self.diastolic.line.hasFocus():
            self.systolic.take_focus()
            return True
        return False

    def _keep_if_left(self) -> None:
        if not any(field.line.hasFocus() for field in self._fields()):
            self.keep()

    def keep(self) -> None:
        for field in self._fields():
            field.commit_input_method()
        if any(field.dirty for field in self._fields()):
            texts = [field.text for field in self._fields()]
            self.typed.emit("/".join(texts) if any(texts) else "")

    def retranslate(self, tr: Translator) -> None:
        name = self.symptom.name(tr)
        self.systolic.describe("", tr.text("{item}: upper number", item=name))
        self.diastolic.describe(self.symptom.scale.unit(tr), tr.text("{item}: lower number", item=name))

    def restyle(self, theme: Theme) -> None:
        for field in self._fields():
            field.fit(target(theme.scale))
