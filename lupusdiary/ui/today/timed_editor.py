"""A line in which one timed note or temperature is written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lupusdiary.domain.day_record import TimedEntry
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.domain.typed_time import read_time
from lupusdiary.domain.typed_unit import parse_typed, typed_number
from lupusdiary.language import Refusal, Translator
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.form_fields import FormFields
from lupusdiary.ui.widgets.labels import plain_label
from lupusdiary.ui.widgets.number_field import NumberField


class TimedEditor(QWidget):
    """`finished` carries the entry to keep, or None when it is not wanted."""

    finished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._entry: TimedEntry | None = None
        self._refusal: Refusal | None = None
        self._temperature = SymptomCatalogue().get("fever")
        self.at = NumberField("timed_at", 5)
        self.at.line.setInputMethodHints(Qt.InputMethodHint.ImhTime)
        self.fever = NumberField("timed_fever", 4)
        self.note = QLineEdit()
        self.note.setObjectName("timed_note")
        self.note.setMinimumWidth(180)
        self.note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.keep_button = QPushButton()
        self.keep_button.setObjectName("timed_keep")
        self.cancel = QPushButton()
        self.cancel.setObjectName("timed_cancel")
        self._problem = plain_label("note", "timed_problem")
        self._problem.hide()
        # The two buttons stay beside each other.
        buttons = QWidget()
        ends = QHBoxLayout(buttons)
        ends.setContentsMargins(0, 0, 0, 0)
        ends.setSpacing(8)
        ends.addWidget(self.keep_button)
        ends.addWidget(self.cancel)
        flow = FlowLayout(spacing=8)
        for widget in (self.at, self.fever, self.note, buttons):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        column.addWidget(self._problem)
        self._fields = FormFields(at=self.at, fever=self.fever, note=self.note)
        self.keep_button.clicked.connect(self.keep)
        self.cancel.clicked.connect(lambda: self.finished.emit(None))

    def ask_in(self, temperature: Symptom) -> None:
        """Asks for the temperature in the unit that the person prefers."""
        self._temperature = temperature
        self.fever.describe(temperature.scale.unit(self._translator), self._translator.text("Temperature"))

    def edit(self, entry: TimedEntry | None, now: time | None) -> None:
        """Starts with an entry to change, or with a new one at `now` (None: to be written)."""
        self._entry = entry
        at = entry.at if entry else now
        self.at.show_text("" if at is None else f"{at:%H:%M}")
        scale = self._temperature.scale
        degrees = None if entry is None else entry.fever
        typed = None if entry is None else typed_number(entry.entered, scale.shown_in)
        self.fever.show_text("" if degrees is None else typed or f"{scale.as_shown(degrees):.1f}")
        self.note.setText("" if entry is None else entry.note or "")
        self._problem.hide()
        self._fields.settle()
        (self.at if at is None else self.fever).take_focus()

    def typed(self) -> dict[str, Any] | None:
        """What stands here and was typed, with the id of the entry that is changed."""
        values = self._fields.typed()
        return None if values is None else {"id": self._entry.id if self._entry else None, **values}

    def put_back(self, values: Mapping[str, Any]) -> None:
        """Shows what was typed before."""
        self._fields.put_back(values)

    def keep(self) -> None:
        """Hands over what was written, or says what is missing; nothing written is lost."""
        QGuiApplication.inputMethod().commit()
        try:
            at = read_time(self.at.text)
            if at is None:
                raise Refusal("Write the time as 14:30.")
            typed = parse_typed(self._temperature.id, self.fever.text, self._temperature.scale.shown_in)
            text = "" if typed else self.fever.text
            value = typed[0] if typed else self._temperature.parse(text) if text else None
            note = self.note.text().strip() or None
            if value is None and note is None:
                raise Refusal("Write a temperature or a note for this time.")
        except Refusal as refusal:
            self.refuse(refusal)
            return
        fever = value if isinstance(value, float) else None
        entry = self._entry
        self.finished.emit(
            TimedEntry(
                at,
                fever,
                note,
                entry.how if entry else None,
                entry.id if entry else None,
                entered=typed[1] if typed else None,
            )
        )

    def refuse(self, refusal: Refusal) -> None:
        """Says why the entry was not kept."""
        self._refusal = refusal
        self._problem.setText(self._translator.refusal(refusal))
        self._problem.show()

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self._translator = tr
        self.at.describe("", tr.text("Time"))
        self.at.line.setPlaceholderText("14:30")
        self.fever.describe(self._temperature.scale.unit(tr), tr.text("Temperature"))
        self.note.setPlaceholderText(tr.text("Note for this time"))
        self.note.setAccessibleName(tr.text("Note for this time"))
        self.keep_button.setText(tr.text("Keep"))
        self.cancel.setText(tr.text("Cancel"))
        if self._refusal is not None:
            self._problem.setText(tr.refusal(self._refusal))

    def resize_text(self, height: int) -> None:
        """Fits the fields to the text size."""
        self.at.fit(height)
        self.fever.fit(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.finished.emit(None)
        else:
            event.ignore()
