"""Where the nurse enters how many hands were raised for O and for X."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QWidget

from lupusdiary.ui.presenter_ox import Hands
from lupusdiary.ui.surroundings import Surroundings

_MOST = 500


class HandsBar(QWidget):
    """Two numbers; `counted` carries them as `Hands`."""

    counted = Signal(object)

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        self._words = QLabel()
        self._labels = {"o": QLabel("O"), "x": QLabel("X")}
        self.fields = {"o": QSpinBox(), "x": QSpinBox()}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._words)
        for name, field in self.fields.items():
            field.setObjectName(f"hands_{name}")
            field.setRange(0, _MOST)
            field.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
            field.setMinimumWidth(90)
            self._labels[name].setProperty("role", "section")
            self._labels[name].setBuddy(field)
            row.addWidget(self._labels[name])
            row.addWidget(field)
            field.valueChanged.connect(self._count)
        row.addStretch(1)

    def show_hands(self, hands: Hands) -> None:
        """Shows numbers without sending them."""
        for name, number in (("o", hands.for_o), ("x", hands.for_x)):
            field = self.fields[name]
            held = field.blockSignals(True)
            field.setValue(number)
            field.blockSignals(held)

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._surroundings.tr
        self._words.setText(tr.text("Hands raised"))
        self.fields["o"].setAccessibleName(tr.text("Hands raised for O"))
        self.fields["x"].setAccessibleName(tr.text("Hands raised for X"))

    def _count(self) -> None:
        self.counted.emit(Hands(self.fields["o"].value(), self.fields["x"].value()))
