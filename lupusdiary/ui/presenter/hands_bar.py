"""Where the nurse enters how many hands were raised for O and for X, or how many said a message."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.spoken import TEXT, speak_as
from lupusdiary.ui.presenter.stage.ox_slide import Hands
from lupusdiary.ui.widgets.count_field import CountField

_MOST = 500


class HandsBar(QWidget):
    """Two numbers; `counted` carries them as `Hands`."""

    counted = Signal(object)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._words = QLabel()
        self._labels = {"o": QLabel("O"), "x": QLabel("X")}
        self.fields = {name: CountField(f"hands_{name}", _MOST) for name in ("o", "x")}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._words)
        for name, field in self.fields.items():
            self._labels[name].setProperty("role", "section")
            speak_as(self._labels[name], TEXT)
            self._labels[name].setBuddy(field)
            row.addWidget(self._labels[name])
            row.addWidget(field)
            field.counted.connect(self._count)
        row.addStretch(1)

    def show_hands(self, hands: Hands) -> None:
        """Shows numbers without sending them."""
        for name, number in (("o", hands.for_o), ("x", hands.for_x)):
            self.fields[name].show_number(number)

    def ask_for(self, kind: str, *, closed: bool) -> None:
        """What is counted on a screen of this kind; closed, nothing can be entered any more."""
        self._told = kind == "teach_back"
        for field in self.fields.values():
            field.setEnabled(not closed)
        self.retranslate()

    _told = False

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        if self._told:
            self._words.setText(tr.text("How many people"))
            names = {"o": tr.text("Said in own words"), "x": tr.text("Explained again")}
            labels = names
        else:
            self._words.setText(tr.text("Hands raised"))
            names = {"o": tr.text("Hands raised for O"), "x": tr.text("Hands raised for X")}
            labels = {"o": "O", "x": "X"}
        for name, field in self.fields.items():
            self._labels[name].setText(labels[name])
            field.setAccessibleName(names[name])

    def _count(self) -> None:
        self.counted.emit(Hands(self.fields["o"].number, self.fields["x"].number))
