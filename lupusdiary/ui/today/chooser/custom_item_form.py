"""A line in which the person names an item of her own and chooses how it is answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lupusdiary.domain.scale import COUNT, DURATION, NRS, SEVERITY, YES_NO
from lupusdiary.language import Refusal, Translator, mark
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.base.spoken import GROUP, speak_as
from lupusdiary.ui.widgets.chip import Chip
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.form_fields import FormFields
from lupusdiary.ui.widgets.labels import plain_label

_SCALES = {
    NRS: mark("0 to 10"),
    SEVERITY: mark("None to severe"),
    YES_NO: mark("Yes or no"),
    COUNT: mark("How many"),
    DURATION: mark("How many minutes"),
}


@dataclass(frozen=True, slots=True)
class NewItem:
    """An own item as it was typed: its name, and one of `OWN_SCALES`."""

    name: str
    scale: str


class CustomItemForm(QWidget):
    """`requested` carries a `NewItem`."""

    requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._refusal: Refusal | None = None
        self.name = QLineEdit()
        self.name.setObjectName("own_name")
        self.name.setMaxLength(80)
        self.add = QPushButton()
        self.add.setObjectName("own_add")
        self._group = QButtonGroup(self)
        speak_as(self, GROUP)
        self.scales: dict[str, QPushButton] = {}
        flow = FlowLayout(spacing=8)
        for scale in _SCALES:
            chip = Chip(f"own_{scale}", self)
            self._group.addButton(chip)
            self.scales[scale] = chip
            flow.addWidget(chip)
        self.scales[NRS].setChecked(True)
        self._problem = plain_label("note", "own_problem")
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        # Not among the kinds of answer, which look alike; the Tab key comes to it after them.
        named = QHBoxLayout()
        named.setSpacing(8)
        named.addWidget(self.name, 1)
        named.addWidget(self.add)
        column.addLayout(named)
        column.addLayout(flow)
        column.addWidget(self._problem)
        for before, after in pairwise((self.name, *self.scales.values(), self.add)):
            self.setTabOrder(before, after)
        self.add.clicked.connect(self._hand_over)

    def joins(self, keeper: DraftKeeper, now: Callable[[], datetime]) -> None:
        """Keeps what is typed until it is added."""
        fields = FormFields(name=self.name, **self.scales)
        self._drafted = keeper.join("own_item", lambda: "new", fields.typed, fields.put_back)
        note = DraftNote(self._drafted, now, self)
        note.given_up.connect(self._drafted.done)
        note.given_up.connect(self.name.clear)
        self._note = note
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, note)
        self._drafted.look()

    _note: DraftNote | None = None

    def added(self) -> None:
        """The item was added: ready for another."""
        self._drafted.done()
        self._refusal = None
        self._problem.hide()
        self.name.clear()

    def refuse(self, refusal: Refusal, tr: Translator) -> None:
        """Says why the item was not added; the name stays."""
        self._refusal = refusal
        self._problem.setText(tr.refusal(refusal))
        self._problem.show()

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self.name.setPlaceholderText(tr.text("e.g. eyelid twitching"))
        self.name.setAccessibleName(tr.text("Name of your own item"))
        self.add.setText(tr.text("Add item"))
        self.setAccessibleName(tr.text("How your own item is answered"))
        if self._note is not None:
            self._note.retranslate(tr)
        for scale, chip in self.scales.items():
            chip.setText(tr.text(_SCALES[scale]))
        if self._refusal is not None:
            self._problem.setText(tr.refusal(self._refusal))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._hand_over()
        else:
            event.ignore()

    def _hand_over(self) -> None:
        QGuiApplication.inputMethod().commit()
        chosen = next(scale for scale, chip in self.scales.items() if chip.isChecked())
        self.requested.emit(NewItem(self.name.text(), chosen))
