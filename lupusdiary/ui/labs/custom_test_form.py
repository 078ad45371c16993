"""Adds a test that the catalogue does not hold: its name, what kind of value it prints, its unit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout

from lupusdiary.domain.records import OwnAnalyte
from lupusdiary.language import Message, Translator, mark
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.widgets.choice import Choice
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.form_fields import FormFields
from lupusdiary.ui.widgets.labels import plain_label

KINDS: tuple[tuple[str, Message], ...] = (
    ("quantity", mark("A number, for example 12.3")),
    ("quantity_or_range", mark("A count, for example 5-9")),
    ("qualitative", mark("Negative or positive")),
    ("ordinal", mark("Steps, for example 1+ or 2+")),
    ("titer", mark("A titre, for example 1:640")),
)


class CustomTestForm(QFrame):
    """`requested` carries the test, still without a code."""

    requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._heading = QLabel()
        self._heading.setProperty("role", "strong")
        self.name = QLineEdit()
        self.name.setObjectName("own_name")
        self.kind = Choice()
        self.kind.setObjectName("own_kind")
        for code, _ in KINDS:
            self.kind.addItem("", code)
        self.unit = QLineEdit()
        self.unit.setObjectName("own_unit")
        self.add = QPushButton()
        self.add.setObjectName("add_own")
        self.cancel = QPushButton()
        self.cancel.setProperty("role", "quiet")
        self.problem = plain_label("note")
        self.problem.hide()
        line = FlowLayout(8)
        for widget in (self.name, self.kind, self.unit, self.add, self.cancel):
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.addWidget(self._heading)
        column.addLayout(line)
        column.addWidget(self.problem)
        self.add.clicked.connect(self._want)
        self.name.returnPressed.connect(self._want)
        self.unit.returnPressed.connect(self._want)
        self.cancel.clicked.connect(self.ended)
        self.kind.currentIndexChanged.connect(self._show_unit)

    def joins(self, keeper: DraftKeeper, now: Callable[[], datetime]) -> None:
        """Keeps what is typed until it is added or given up."""
        self._fields = FormFields(name=self.name, kind=self.kind, unit=self.unit)
        self._drafted = keeper.join("own_test", lambda: "new", self._fields.typed, self._put_back)
        self._note = DraftNote(self._drafted, now, self)
        self._note.given_up.connect(self.cancel.click)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, self._note)

    def look(self) -> None:
        """Shows what was typed before, if there is any."""
        self._drafted.look()

    def ended(self) -> None:
        """The test was added, or what was typed given up."""
        self.hide()
        self.name.clear()
        self.unit.clear()
        self.kind.setCurrentIndex(0)
        self._fields.settle()
        self._drafted.done()

    def _put_back(self, values: Mapping[str, Any]) -> None:
        self._fields.put_back(values)
        self.show()

    def begin(self) -> None:
        """Shows the form, empty."""
        self.name.clear()
        self.unit.clear()
        self.kind.setCurrentIndex(0)
        self._fields.settle()
        self.problem.hide()
        self.show()
        self.look()
        self.name.setFocus()

    def say(self, problem: str) -> None:
        """Says why a test could not be added."""
        self.problem.setText(problem)
        self.problem.show()

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self._note.retranslate(tr)
        self._heading.setText(tr.text("A test that is not in the list"))
        for at, (_, kind) in enumerate(KINDS):
            self.kind.setItemText(at, tr.text(kind))
        for field, words in (
            (self.name, tr.text("Name, as the sheet prints it")),
            (self.unit, tr.text("Unit, if it is printed")),
        ):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
        self.kind.setAccessibleName(tr.text("What the sheet prints for it"))
        self.add.setText(tr.text("Add"))
        self.cancel.setText(tr.text("Cancel"))

    def fit(self, scale: float) -> None:
        """Gives the fields room at the current text size."""
        for field, width in ((self.name, 250), (self.unit, 190)):
            field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            field.setFixedWidth(round(width * (0.4 + 0.6 * scale)))

    def _show_unit(self) -> None:
        self.unit.setVisible(str(self.kind.currentData()).startswith("quantity"))

    def _want(self) -> None:
        unit = self.unit.text().strip() if self.unit.isVisibleTo(self) else ""
        self.requested.emit(
            OwnAnalyte("", self.name.text().strip(), str(self.kind.currentData()), unit or None)
        )
