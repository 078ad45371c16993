"""A tick box whose words wrap, tick boxes of several codes, and a card of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.language import Translator
from lupusdiary.ui.widgets.discard import discard
from lupusdiary.ui.widgets.flow_layout import EvenFlow
from lupusdiary.ui.widgets.labels import plain_label, plain_tip


class CheckLine(QWidget):
    """A tick box beside its words; a click on the words is a click on the box."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setObjectName(name)
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.box)
        layout.addWidget(self.words, 1)

    def say(self, words: str, plain: str) -> None:
        """Sets the words, and a sentence that explains them."""
        self.words.setText(words)
        self.box.setAccessibleName(words)
        self.box.setAccessibleDescription(plain)
        self.setToolTip(plain_tip(plain))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.click()


class CheckBoxes:
    """A tick box for each of several codes, in the layout that `layout` gives for it; `ticked` is called when
    the person has ticked one. `name` begins the names of the boxes."""

    def __init__(self, name: str, layout: Callable[[str], QLayout], ticked: Callable[[], object]) -> None:
        self._name, self._layout, self._tell = name, layout, ticked
        self._boxes: dict[str, QCheckBox] = {}

    def offer(self, codes: Sequence[str], ticked: Collection[str], most: int | None = None) -> None:
        """Offers these codes; with `most` ticked there is no room for one more."""
        if list(codes) != list(self._boxes):
            for box in self._boxes.values():
                discard(box)
            self._boxes = {code: self._box(code) for code in codes}
        count = sum(code in ticked for code in self._boxes)
        for code, box in self._boxes.items():
            box.setChecked(code in ticked)
            box.setEnabled(code in ticked or most is None or count < most)

    def say(self, name: Callable[[str], str]) -> None:
        """Sets the words of every box."""
        for code, box in self._boxes.items():
            box.setText(name(code).replace("&", "&&"))

    def ticked(self) -> list[str]:
        """What is ticked, in the order of the boxes."""
        return [code for code, box in self._boxes.items() if box.isChecked()]

    def box(self, code: str) -> QCheckBox:
        """The box of a code."""
        return self._boxes[code]

    def __contains__(self, code: object) -> bool:
        return code in self._boxes

    def __len__(self) -> int:
        return len(self._boxes)

    def _box(self, code: str) -> QCheckBox:
        box = QCheckBox()
        box.setObjectName(f"{self._name}_{code}")
        box.clicked.connect(lambda _=False: self._tell())
        self._layout(code).addWidget(box)
        return box


class CheckCard(QFrame):
    """A card of tick boxes, tests and daily items apart; `ticked` carries the codes in the order of the
    boxes, `done` closes it. `name` begins the names of the boxes, `is_item` tells daily items from tests."""

    ticked = Signal(object)
    done = Signal()

    def __init__(self, name: str, done: str, is_item: Callable[[str], bool]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._title = plain_label("section")
        self._done = QPushButton()
        self._done.setObjectName(done)
        self._done.clicked.connect(self.done)
        self._headings = (plain_label("strong"), plain_label("strong"))
        self._flows = (EvenFlow(8, 2), EvenFlow(8, 2))
        self._boxes = CheckBoxes(
            name, lambda code: self._flows[is_item(code)], lambda: self.ticked.emit(self.codes())
        )
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._done)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 14, 16, 14)
        self.column.addLayout(head)
        for heading, flow in zip(self._headings, self._flows, strict=True):
            self.column.addWidget(heading)
            self.column.addLayout(flow)

    def show_codes(self, codes: Sequence[str], ticked: Collection[str], most: int | None = None) -> None:
        """Offers these codes; with `most` ticked there is no room for one more."""
        self._boxes.offer(codes, ticked, most)
        for heading, flow in zip(self._headings, self._flows, strict=True):
            heading.setVisible(flow.count() > 0)

    def say(self, title: str, name: Callable[[str], str], tr: Translator) -> None:
        """Sets every text."""
        self._title.setText(title)
        self._done.setText(tr.text("Done"))
        for heading, text in zip(
            self._headings, (tr.text("Laboratory results"), tr.text("Daily items")), strict=True
        ):
            heading.setText(text)
        self._boxes.say(name)

    def codes(self) -> list[str]:
        """What is ticked, in the order of the boxes."""
        return self._boxes.ticked()

    def box(self, code: str) -> QCheckBox:
        """The tick box of an item or analyte."""
        return self._boxes.box(code)
