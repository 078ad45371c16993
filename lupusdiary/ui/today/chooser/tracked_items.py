"""The items that Today asks, in their order, with buttons that move them and take them off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.icon_button import IconButton
from lupusdiary.ui.widgets.labels import plain_label


class TrackedItems(QFrame):
    """`order_requested` carries all codes in their new order; the others carry one code."""

    order_requested = Signal(list)
    untrack_requested = Signal(str)
    retired = Signal(str)
    restored = Signal(str)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        self._asked: list[Symptom] = []
        self._retired: list[Symptom] = []
        self._focus: str | None = None
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._title.setWordWrap(True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addLayout(self._lines)

    def show_items(self, asked: Sequence[Symptom], retired: Sequence[Symptom]) -> None:
        """Shows the items of the list, and own ones that are out of use."""
        if (list(asked), list(retired)) != (self._asked, self._retired):
            self._asked, self._retired = list(asked), list(retired)
            self._fill()

    def retranslate(self) -> None:
        """Sets every text."""
        self._title.setText(self._context.tr.text("Asked every day, in this order"))
        self._fill()

    def restyle(self) -> None:
        """Draws the icons in the colours and size of the moment."""
        self._fill()

    def _fill(self) -> None:
        clear(self._lines)
        lines = [self._asked_line(at, item) for at, item in enumerate(self._asked)]
        for line in (*lines, *(self._retired_line(item) for item in self._retired)):
            self._lines.addWidget(line)
            # Until it is shown it has no height, and the others would be laid over each other.
            line.show()
        if self._focus is not None:
            button = self.findChild(QWidget, self._focus)
            if isinstance(button, QWidget) and button.isEnabled():
                button.setFocus()
            self._focus = None

    def _asked_line(self, at: int, item: Symptom) -> QWidget:
        tr = self._context.tr
        name = item.name(tr)
        up = self._button("chevron-up", f"up_{item.id}", tr.text("Move {item} up", item=name))
        up.setEnabled(at > 0)
        up.clicked.connect(lambda: self._move(at, -1))
        down = self._button("chevron-down", f"down_{item.id}", tr.text("Move {item} down", item=name))
        down.setEnabled(at < len(self._asked) - 1)
        down.clicked.connect(lambda: self._move(at, 1))
        off = self._button("x", f"off_{item.id}", tr.text("Do not ask for {item} any more", item=name))
        off.clicked.connect(lambda: (self.retired if item.own else self.untrack_requested).emit(item.id))
        number = QLabel(f"{at + 1}.")
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # Names begin below each other, however wide the number before them is.
        self.ensurePolished()
        number.setFixedWidth(self.fontMetrics().horizontalAdvance("88.") + 1)
        return _line(number, _label(name), up, down, off)

    def _retired_line(self, item: Symptom) -> QWidget:
        tr = self._context.tr
        label = _label(tr.text("{item} (out of use; its history is kept)", item=item.name(tr)))
        label.setProperty("role", "muted")
        restore = QPushButton(tr.text("Use again"))
        restore.setObjectName(f"restore_{item.id}")
        restore.clicked.connect(lambda: self.restored.emit(item.id))
        return _line(label, restore)

    def _button(self, drawing: str, name: str, words: str) -> IconButton:
        button = IconButton(drawing, name, self)
        button.say(words)
        button.restyle(self._context.theme)
        return button

    def _move(self, at: int, step: int) -> None:
        codes = [item.id for item in self._asked]
        codes[at], codes[at + step] = codes[at + step], codes[at]
        # The keyboard stays on the button that was pressed, though its line moves.
        self._focus = f"{'up' if step < 0 else 'down'}_{codes[at + step]}"
        self.order_requested.emit(codes)


def _label(text: str) -> QLabel:
    label = plain_label("")
    label.setText(text)
    return label


def _line(*parts: QWidget) -> QWidget:
    """A line in which the words take what numbers and buttons leave."""
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    for part in parts:
        words = isinstance(part, QLabel) and part.wordWrap()
        part.setContentsMargins(6 if words and layout.count() else 0, 0, 0, 0)
        layout.addWidget(part, 1 if words else 0)
    return line
