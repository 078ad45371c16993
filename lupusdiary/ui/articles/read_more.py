"""From a symptom or a test to the article that explains it, by one click."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.flow_layout import FlowLayout


class ReadMore(QWidget):
    """One button a thing; `go` carries the way to its article."""

    go = Signal(object)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._shown: list[tuple[str, str]] = []
        self._row = FlowLayout(spacing=2)
        self.setLayout(self._row)

    def show_things(self, things: Iterable[tuple[str, str]]) -> None:
        """Offers these, each a pair of what explains it ("analyte:c3") and its name."""
        wanted = list(things)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._row)
        if not wanted:
            return
        tr = self._context.tr
        label = QLabel(tr.text("Read about:"))
        label.setProperty("role", "hint")
        self._row.addWidget(label)
        label.show()
        for explains, name in wanted:
            button = QPushButton(name.replace("&", "&&"))
            button.setObjectName(f"read_{explains.partition(':')[2]}")
            button.setProperty("role", "quiet")
            button.setAccessibleName(tr.text("Read about {thing}", thing=name))
            button.clicked.connect(
                lambda _=False, explains=explains: self.go.emit(Route("learn", explains=explains))
            )
            self._row.addWidget(button)
            button.show()
        self._row.invalidate()
        self.updateGeometry()
